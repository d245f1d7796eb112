import assert from 'node:assert/strict'
import type { PortalEmulator } from '../test/emulators/central-portal/server.ts'
import type { BundledAction } from './bundled-action.ts'
import type { BenchKey } from './keys.ts'
import type { Program } from './programs.ts'
import type { StagedRelease } from './staged-release.ts'

const token = { username: 'bench', password: 'a-user-token-of-the-bench' }

/** The user token as the emulator takes it. */
export const portalToken = `${token.username}:${token.password}`

/** Where a sync goes, what it signs with, and its other inputs. */
export interface SyncRequest {
  readonly workspace: string
  /** An empty folder for what the runner keeps. */
  readonly folder: string
  readonly portalUrl: string
  readonly centralUrl: string
  readonly key?: BenchKey
  readonly inputs: Readonly<Record<string, string>>
  /** File of the authority that the servers' certificates come from. */
  readonly caFile?: string
}

/** One run of the bundled action. It asks no key server. */
export function syncing(action: BundledAction, { workspace, folder, portalUrl, centralUrl, key, inputs, caFile }: SyncRequest): Program {
  return action.program({
    workspace,
    scratch: `${folder}/runner`,
    inputs: {
      ...token,
      'portal-url': portalUrl,
      'central-url': centralUrl,
      keyservers: '',
      ...(key && { 'private-key': key.protected, passphrase: key.passphrase }),
      ...inputs,
    },
    ...(caFile !== undefined && { env: { NODE_EXTRA_CA_CERTS: caFile } }),
  })
}

/** The one deployment at a Portal against the release that it was made of: judged in full, by Python's zip reader and gpg. Gives its number of entries. */
export async function checkDeployment(portal: PortalEmulator, release: StagedRelease): Promise<number> {
  assert.deepEqual(portal.breakdowns, [], 'breakdowns of the emulator')
  const [deployment, ...others] = portal.deployments
  assert(deployment !== undefined && others.length === 0, 'there is one deployment')
  const { errors, components, files } = await portal.judge(deployment)
  // Once it is published, it exists.
  const complaints = Object.values(errors).flat()
  assert.deepEqual(
    complaints.filter((text) => !text.endsWith('already exists')),
    [],
    'errors of the Portal',
  )
  assert.equal(components.length, release.modules, 'components')
  // A signature and two checksums beside each file.
  assert.equal(files.length, 4 * release.files.length, 'entries of the bundle')
  return files.length
}
