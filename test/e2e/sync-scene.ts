import { join } from 'node:path'
import type { PortalEmulator, PortalOptions } from '../emulators/central-portal/server.ts'
import { type ActionRun, type ActionRunOptions, runAction } from '../support/run-action.ts'
import { temporaryFolder, tree } from '../support/temporary-folder.ts'
import { type Files, library, Publisher, token } from '../unit/emulators/central-portal/scene.ts'

export const [username = '', password = ''] = token.split(':')

/** An output that holds JSON. */
export function jsonOf(text: string | undefined): unknown {
  return JSON.parse(text ?? 'null')
}

/** A run that is green, and tells no secret. */
export const done = { code: 0, errors: [], leaked: [] }

type Inputs = Readonly<Record<string, string>>

/** A workspace with a staged library, a publisher with a key, and a Portal that trusts both. */
export interface SyncScene extends AsyncDisposable {
  readonly portal: PortalEmulator
  readonly publisher: Publisher
  readonly workspace: string
  /** Puts files into the staging directory. */
  stage(files: Files, folder?: string): void
  sync(inputs?: Inputs, options?: ActionRunOptions): Promise<ActionRun>
  /** Publishes the staging directory's files of a version into `repo`. */
  publish(version: string, inputs?: Inputs): Promise<ActionRun>
  /** Number of requests whose path ends so. */
  count(ending: string): number
}

/** Sets it up. Nothing waits: a state lasts until one poll has shown it. */
export async function syncScene(options: Partial<PortalOptions> = {}, files: Files = library()): Promise<SyncScene> {
  const publisher = new Publisher()
  const portal = await publisher.portal(options)
  const folder = temporaryFolder('sync')
  const workspace = folder.path
  const stage = (more: Files, into = 'staging') => void tree(join(workspace, into), more)
  stage(files)
  const secret = publisher.gnupg.secret(publisher.key)
  const inputs = {
    from: 'staging',
    username,
    password,
    'portal-url': portal.portalUrl,
    'central-url': portal.centralUrl,
    'private-key': secret,
    keyservers: '',
  }
  return {
    portal,
    publisher,
    workspace,
    stage,
    sync: (more = {}, given = {}) =>
      runAction('sync-to-central', { ...inputs, ...more }, { workspace, secrets: [password, secret], ...given }),
    publish: (version, more = {}) =>
      runAction(
        'publish-version',
        { repository: 'repo', 'repository-type': 'maven', package: 'lib', version, files: `staging/**/${version}/*`, ...more },
        { workspace },
      ),
    count: (ending) => portal.requests.filter(({ path }) => path.endsWith(ending)).length,
    async [Symbol.asyncDispose]() {
      await portal[Symbol.asyncDispose]()
      publisher[Symbol.dispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}
