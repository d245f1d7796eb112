import { type ComparedFile, compareFiles, type PomAnswers } from '../../central/comparison.ts'
import { findDeployments } from '../../central/deployment-search.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { type Coordinates, formatCoordinates } from '../../maven/coordinates.ts'
import { versionFolder } from '../../maven/layout.ts'
import type { SyncHistory } from './history.ts'
import { type Identity, type Row, rowsOf } from './outcome.ts'
import type { PreparedFile } from './prepared-files.ts'
import type { Services } from './services.ts'
import type { Collection } from './sources/collection.ts'

// Central's servers show what is published within the hour, mostly; some took several, file by file (https://github.com/aws/aws-cdk/issues/31552).
const propagationMs = 6 * 3_600_000

/** A version that is to be compared with Central. */
export interface StandingRequest {
  readonly collection: Pick<Collection, 'components'>
  readonly files: readonly PreparedFile[]
  /** Of all of its releases. */
  readonly poms: PomAnswers
  /** Of all that was collected. */
  readonly digest: string
  readonly history: SyncHistory
  readonly identity: Identity
  /** Whether what differs is an error: somebody asked for this very version. */
  readonly strict: boolean
}

/** How a version stands at Central. */
export interface Standing {
  /** Releases that are not there. */
  readonly missing: readonly Coordinates[]
  /** Those that are there with other bytes, or without some files. */
  readonly conflicts: readonly Row[]
  /** Those that are there, and may be equal or not: Central did not tell. */
  readonly untold: readonly Row[]
}

/** Compares all files of a version with what is on Central. What differs is told. */
export async function compareWithCentral(request: StandingRequest, services: Services, diagnostics: Diagnostics): Promise<Standing> {
  const { collection, files, poms, identity, strict } = request
  const { central, context } = services
  const compared = await Promise.all(
    collection.components.map(async ({ coordinates }) => {
      const own = files.filter((file) => file.coordinates === coordinates && file.kind === 'artifact').map(comparedFile)
      return { coordinates, comparison: await compareFiles(central, { coordinates, files: own }, poms) }
    }),
  )
  const isThere = (release: Coordinates) => poms.get(formatCoordinates(release)) !== 'unknown'
  const onItsWay = compared.some(({ comparison: { state } }) => state === 'incomplete') && (await isOnItsWay(request, services))
  const standing = { missing: [] as Coordinates[], conflicts: [] as Row[], untold: [] as Row[] }
  for (const { coordinates, comparison } of compared) {
    const { state, differing, lacking } = comparison
    const name = formatCoordinates(coordinates)
    if (state === 'equal') context.log.info(`${name} is already on Maven Central, with the same bytes`)
    if (state === 'unknown' && !isThere(coordinates)) {
      context.log.info(`whether ${name} is on Maven Central could not be learnt: the Portal will tell`)
    }
    if (state === 'missing' || (state === 'unknown' && !isThere(coordinates))) standing.missing.push(coordinates)
    if (state === 'unknown' && isThere(coordinates)) {
      // Its POM is there, so it cannot be sent again.
      const reason = 'is on Maven Central, which did not tell of every file: run again to compare it'
      diagnostics.warning(`${name} ${reason}`)
      standing.untold.push(...rowsOf([coordinates], identity, reason))
    }
    if (state !== 'different' && state !== 'incomplete') continue
    const paths = state === 'different' ? differing : lacking
    const reason = `is on Maven Central ${state === 'different' ? 'with other bytes:' : 'without'} ${paths.map(nameOf).join(', ')}`
    standing.conflicts.push(...rowsOf([coordinates], identity, reason))
    if (state === 'incomplete' && onItsWay) {
      diagnostics.warning(`${name} ${reason}`, {
        hint: 'Its deployment is published: Central may show the rest soon. Nothing can be added later: then release a new version.',
      })
    } else {
      const file = files.find(({ path }) => path === paths[0])?.collected?.shownAs
      diagnostics[strict ? 'error' : 'warning'](`${name} ${reason}`, {
        hint: 'What is on Central never changes: release it under a new version.',
        ...(file !== undefined && { location: { file } }),
      })
    }
  }
  return standing
}

/** Whether a deployment of ours is being published, or was in the last hours, as far as the records and the Portal tell: Central shows some files first. */
async function isOnItsWay({ collection, digest, history }: StandingRequest, { portal, context }: Services): Promise<boolean> {
  if (history.publishedSince(context.clock.now() - propagationMs)) return true
  const [first] = collection.components
  if (portal === undefined || first === undefined) return false
  const pathStarting = `${versionFolder(first.coordinates)}/`
  const request = { digest, wider: [], pathStarting, known: history.known, rehearsal: false }
  const found = await findDeployments(portal, request, { signal: context.cancelled })
  return found.ok && found.value.some(({ state }) => state === 'PUBLISHING' || state === 'PUBLISHED')
}

function comparedFile({ path, digests: { sha1 } }: PreparedFile): ComparedFile {
  return { path, sha1 }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
