import type { DeploymentMessage } from '../../central/deployment-errors.ts'
import type { DeploymentState } from '../../central/deployment-status.ts'
import type { Finding } from '../../central/preflight.ts'
import type { ProgressState } from '../../central/upload.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { type Coordinates, formatCoordinates } from '../../maven/coordinates.ts'
import type { Footprint } from './prepared-bundle.ts'

/** How far a version came; the output `state`. */
export type SyncState = ProgressState | 'planned' | 'available' | 'rejected' | 'ineligible' | 'deferred'

/** The Portal's state as the output `state` spells it. */
export function stateFrom(state: Exclude<DeploymentState, 'UNKNOWN'>): SyncState {
  return state.toLowerCase() as SyncState
}

/** What the outputs `synced`, `missing`, `deferred` and `conflicts` list; fields are as far as they are known. */
export interface Row {
  readonly package?: string
  readonly version?: string
  /** `groupId:artifactId:version`. */
  readonly coordinates?: string
  readonly reason: string
}

/** What became of one version, or of one deployment. */
export interface SyncOutcome {
  readonly state: SyncState
  readonly deployment?: string
  readonly releases: readonly Coordinates[]
  readonly purls: readonly string[]
  /** The Portal's. */
  readonly messages: readonly DeploymentMessage[]
  /** Of the preflight. */
  readonly findings: readonly Finding[]
  readonly warnings: readonly string[]
  readonly synced: readonly Row[]
  readonly missing: readonly Row[]
  readonly deferred: readonly Row[]
  readonly conflicts: readonly Row[]
  readonly footprint?: Footprint
  /** Each bundle beside the monthly limits, one sentence for each. */
  readonly shares: readonly string[]
  /** What cannot go to Central, and why. */
  readonly ineligible: readonly Row[]
  /** Path of the record that holds the sync. */
  readonly record?: string
  /** ISO 8601. */
  readonly lastSynced?: string
  readonly failure?: ActionError
}

/** An outcome of which nothing but the state is known. */
export function outcome(state: SyncState, known: Partial<SyncOutcome> = {}): SyncOutcome {
  return {
    releases: [],
    purls: [],
    messages: [],
    findings: [],
    warnings: [],
    synced: [],
    missing: [],
    deferred: [],
    conflicts: [],
    shares: [],
    ineligible: [],
    ...known,
    state,
  }
}

/** Names a version in a row. */
export type Identity = Pick<Row, 'package' | 'version'>

/** One row for each release. */
export function rowsOf(releases: readonly Coordinates[], identity: Identity, reason: string): readonly Row[] {
  return releases.map((release) => ({ version: release.version, ...identity, coordinates: formatCoordinates(release), reason }))
}

/** Rows without repetitions: two lines of `from`, or two versions, may tell the same. */
export function distinctRows(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify([row.package, row.version, row.coordinates, row.reason]), row])).values()]
}

/** The failure that the errors among the diagnostics are; undefined without any. */
export function failureIn(diagnostics: Diagnostics): ActionError | undefined {
  try {
    diagnostics.throwIfErrors()
    return undefined
  } catch (error) {
    if (error instanceof ActionError) return error
    throw error
  }
}
