import { askForPoms, comparePom } from '../../central/comparison.ts'
import { classifyMessage } from '../../central/deployment-errors.ts'
import type { DeploymentStatus } from '../../central/deployment-status.ts'
import { parsePurl } from '../../central/purl.ts'
import { whitelist } from '../../central/whitelist.ts'
import { type Coordinates, formatCoordinates } from '../../maven/coordinates.ts'
import type { Sync, VersionRecord } from '../../model/version-record.ts'
import { lastSynced } from './history.ts'
import { outcome, rowsOf, type SyncOutcome, type SyncState, stateFrom } from './outcome.ts'
import type { Services } from './services.ts'
import { sourceRecord } from './sources/source-record.ts'

/** How a version stands: by its record, by the Portal as far as there is a token, and by Central. Nothing is written. */
export async function statusOf(services: Services): Promise<SyncOutcome> {
  const { inputs, context, central } = services
  const source = sourceRecord(inputs, context)
  if (source === undefined && inputs.deploymentId === undefined) {
    context.diagnostics.error("mode 'status' needs a version: a record, or a repository with the inputs 'package' and 'version'")
    context.diagnostics.throwIfErrors()
  }
  const last = source?.record.syncs.findLast(({ target }) => target === inputs.portalUrl) ?? source?.record.syncs.at(-1)
  const deployment = inputs.deploymentId ?? last?.deployment
  const portal = await askPortal(services, deployment)
  const releases = source === undefined ? releasesIn(portal) : releasesOf(source.record)
  const poms = await askForPoms(central, releases)
  const sha1 = new Map(source?.record.files.map((file) => [file.path, file.sha1]))
  const files = [...sha1].map(([path, digest]) => ({ path, sha1: digest }))
  const compared = releases.map((release) => ({ release, state: comparePom(release, files, poms).state }))
  const inState = (wanted: string) => compared.filter(({ state }) => state === wanted).map(({ release }) => release)
  const available = releases.length > 0 && inState('equal').length === releases.length
  const state = available ? 'available' : stateOf(portal, last)
  const identity = { ...nameOf(source?.record) }
  context.log.info(`state: ${state}`)
  for (const { release, state: there } of compared) context.log.info(`${formatCoordinates(release)} on Maven Central: ${there}`)
  const synced = source && lastSynced(source.record.syncs)
  const messages = portal?.state === 'FAILED' ? portal.errors : []
  const noted = messages.length === 0 && !available ? (last?.errors ?? []) : []
  return outcome(state, {
    releases,
    purls: portal?.purls ?? [],
    messages: [...messages, ...noted.map((text) => classifyMessage(text))],
    warnings: portal?.warnings ?? [],
    synced: rowsOf(inState('equal'), identity, 'is on Maven Central'),
    missing: rowsOf(inState('missing'), identity, 'is not on Maven Central'),
    deferred: rowsOf(inState('unknown'), identity, 'Maven Central did not tell'),
    conflicts: rowsOf(inState('different'), identity, 'is on Maven Central with other bytes'),
    ...(deployment !== undefined && { deployment }),
    ...(last?.files !== undefined && last.bytes !== undefined && { footprint: { files: last.files, bytes: last.bytes } }),
    ...(source !== undefined && { record: source.shownAs }),
    ...(synced !== undefined && { lastSynced: synced }),
  })
}

/** What the Portal says of the deployment; undefined without a token, or when it does not know it or does not answer. */
async function askPortal({ portal, context }: Services, id: string | undefined): Promise<DeploymentStatus | undefined> {
  if (portal === undefined || id === undefined) return undefined
  const answer = await portal.status(id)
  if (answer.ok) return answer.value
  context.diagnostics.warning(`the Portal does not tell the state of deployment ${id}: ${answer.failure.text || answer.failure.kind}`)
  return undefined
}

/** The Portal knows better than the record, which was written when a run ended. */
function stateOf(portal: DeploymentStatus | undefined, last: Sync | undefined): SyncState {
  if (portal !== undefined && portal.state !== 'UNKNOWN') return stateFrom(portal.state)
  return states.find((state) => state === last?.state) ?? 'planned'
}

const states: readonly SyncState[] = [
  'uploading',
  'pending',
  'validating',
  'validated',
  'publishing',
  'published',
  'available',
  'failed',
  'dropped',
]

function releasesOf({ files }: VersionRecord): readonly Coordinates[] {
  return whitelist(files.map(({ path }) => path)).components.map(({ coordinates }) => coordinates)
}

function releasesIn(portal: DeploymentStatus | undefined): readonly Coordinates[] {
  return (portal?.purls ?? []).flatMap((purl) => parsePurl(purl) ?? [])
}

function nameOf(record: VersionRecord | undefined) {
  const [name, version] = [record?.package.name, record?.version.name]
  return { ...(name !== undefined && { package: name }), ...(version !== undefined && { version }) }
}
