import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wellKnownStandIns } from '../harness/stand-ins.ts'
import { runWorkflow, type WorkflowReport, type WorkflowRequest } from '../harness/workflow.ts'
import { GitServer } from '../support/git-server.ts'
import { GnuPG } from '../support/gnupg.ts'
import { type LoopbackCentral, loopbackCentral } from '../support/loopback-central.ts'
import { project, projectFile } from '../support/run-action.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { allFacts, pom, zip } from '../unit/emulators/central-portal/scene.ts'

const repository = 'acme/widget'
const token = { CENTRAL_USERNAME: 'tokenuser7', CENTRAL_PASSWORD: 'tokenp4ssword' }

/** Leaves `widget` in staging/, and, when told the system, what only that system can build. */
export const buildScript = `#!/bin/sh
set -e
for name in widget \${2:+widget-$2}; do
  folder=staging/org/acme/$name/$1
  mkdir -p $folder
  sed "s/@name@/$name/; s/@version@/$1/" pom.xml > $folder/$name-$1.pom
  for kind in '' -sources -javadoc; do cp widget.jar $folder/$name-$1$kind.jar; done
done
`

/** The POM that the build script fills in; `facts` are its elements after the coordinates. */
export function pomTemplate(facts: string): string {
  return pom({ artifact: '@name@', version: '@version@', facts })
}

/** Somebody with a key of gpg's and a user token. */
export class Publisher implements Disposable {
  readonly #gnupg = new GnuPG()
  readonly publicKey: string
  readonly keyring = join(this.#gnupg.home, 'public.asc')
  readonly secrets: Readonly<Record<string, string>>

  constructor() {
    const passphrase = 'open sesame, please'
    const key = this.#gnupg.create({ passphrase })
    this.#gnupg.run(['--armor', '--output', this.keyring, '--export', key])
    this.publicKey = readFileSync(this.keyring, 'utf8')
    this.secrets = { ...token, SIGNING_KEY: this.#gnupg.secret(key, { passphrase }), SIGNING_PASSPHRASE: passphrase }
  }

  [Symbol.dispose](): void {
    this.#gnupg[Symbol.dispose]()
  }
}

/** A project on a GitHub of our own, and a Maven Central of our own that machines find under its real names. */
export class CentralWorld implements AsyncDisposable {
  readonly #folder: TemporaryFolder = temporaryFolder('sync-examples')
  readonly #server = new GitServer(join(this.#folder.path, 'git'))
  readonly #secrets: Readonly<Record<string, string>>
  readonly #central: LoopbackCentral
  /** The project's repository. */
  readonly bare: string
  #runs = 0

  private constructor(central: LoopbackCentral, secrets: Readonly<Record<string, string>>, files: Record<string, string | Uint8Array>) {
    this.#central = central
    this.#secrets = secrets
    mkdirSync(this.#server.root)
    this.bare = this.#server.create(repository, files, ['v1.0.0', 'v1.1.0'])
  }

  /** With a project that is as Central wants it, but for `changes`. */
  static async create({ keyring, publicKey, secrets }: Publisher, changes: Record<string, string> = {}): Promise<CentralWorld> {
    const central = await loopbackCentral({ token: Object.values(token).join(':'), keyring, immediate: true })
    central.keyServer.add(publicKey)
    central.keyServer.verify('release@acme.test')
    const files = { 'build.sh': buildScript, 'pom.xml': pomTemplate(allFacts), 'widget.jar': zip({ 'org/acme/Widget.class': 'cafebabe' }) }
    return new CentralWorld(central, secrets, { ...files, ...changes })
  }

  get portal(): LoopbackCentral['portal'] {
    return this.#central.portal
  }

  get keyServer(): LoopbackCentral['keyServer'] {
    return this.#central.keyServer
  }

  /** How often something was sent to the Portal. */
  get uploads(): number {
    return this.portal.requests.filter(({ path }) => path.endsWith('/upload')).length
  }

  /** Runs an example; a run has artifacts of its own. */
  async run(
    example: string,
    { ref = 'refs/heads/main', ...more }: { ref?: string } & Partial<WorkflowRequest> = {},
  ): Promise<WorkflowReport> {
    const folder = join(this.#folder.path, `run-${this.#runs++}`)
    const artifacts = join(folder, 'artifacts')
    mkdirSync(artifacts, { recursive: true })
    return runWorkflow({
      workflow: projectFile(`examples/${example}`),
      folder,
      root: project,
      environments: { release: this.#secrets, 'maven-central': this.#secrets, 'maven-central-resync': this.#secrets },
      standIns: wellKnownStandIns({ repositories: { [repository]: this.bare }, artifacts, pages: join(folder, 'pages') }),
      run: {
        repository,
        ref,
        event: { repository: { name: 'widget' } },
        serverUrl: this.#server.url,
        machine: this.#central.machine,
      },
      ...more,
    })
  }

  push(example: string, tag: string, more: Partial<WorkflowRequest> = {}): Promise<WorkflowReport> {
    return this.run(example, { ref: `refs/tags/${tag}`, ...more })
  }

  /** The record of a version on the branch gh-pages. */
  record(version: string): { syncs: { state: string; deployment: string; files: number }[] } {
    const branch = this.#server.checkout(this.bare, 'gh-pages', join(this.#folder.path, `branch-${this.#runs++}`))
    return JSON.parse(readFileSync(join(branch, `.outtray/packages/widget/versions/${version}.json`), 'utf8'))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#central[Symbol.asyncDispose]()
    await this.#folder[Symbol.asyncDispose]()
    if (this.portal.breakdowns.length > 0) throw new Error(this.portal.breakdowns.join('\n'))
  }
}
