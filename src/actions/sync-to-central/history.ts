import type { Progress } from '../../central/upload.ts'
import { type Clock, isoTime } from '../../core/clock.ts'
import type { Sync, VersionRecord } from '../../model/version-record.ts'
import type { Repository } from '../../repositories/repository.ts'
import { changeRecords, type KeptRecord, type RecordChange } from './kept-record.ts'
import type { Footprint } from './prepared-bundle.ts'

/** What is noted of a step besides how far it is. */
export interface StepDetails {
  /** Whether this run will do nothing more about it. */
  readonly ended?: boolean
  /** Of the bundle; a deployment that has facts keeps them: it may be adopted by a run that would send less. */
  readonly facts?: Footprint
}

/**
 * What the records of a sync tell of it: one entry for each deployment, written before and after each step, so that a killed run leaves the truth.
 */
export class SyncHistory {
  readonly #records: readonly KeptRecord[]
  readonly #clock: Clock
  readonly #target: string

  /** `target` is the Portal's address, as it was written. */
  constructor(records: readonly KeptRecord[], target: string, clock: Clock) {
    this.#records = records
    this.#target = target
    this.#clock = clock
  }

  /** The first record, as people name it; undefined as long as nothing was written. */
  get shownAs(): string | undefined {
    return this.#records[0]?.shownAs
  }

  /** Deployments that earlier runs noted, newest first. */
  get known(): readonly string[] {
    const noted = this.#records.flatMap(({ record }) => record.syncs).filter(({ target }) => target === this.#target)
    return [...new Set(noted.toReversed().flatMap(({ deployment }) => deployment ?? []))]
  }

  /** Whether a deployment is being published, or was at `since` (milliseconds since 1970) or later. */
  publishedSince(since: number): boolean {
    return this.#records
      .flatMap(({ record }) => record.syncs)
      .some(
        ({ target, state, started, finished }) =>
          target === this.#target && (state === 'publishing' || state === 'published') && Date.parse(finished ?? started) >= since,
      )
  }

  /** When a deployment was published, ISO 8601, as far as earlier runs noted it. */
  publishedAt(deployment: string): string | undefined {
    const own = this.#records.flatMap(({ record }) => record.syncs).filter((sync) => sync.deployment === deployment)
    return lastSynced(own.filter(({ target, state }) => target === this.#target && state !== 'publishing'))
  }

  /** Notes a step. */
  async note(step: Step, details: StepDetails = {}): Promise<void> {
    await this.#change(noting(step, details, this.#moment))
  }

  /** Notes that all of the version is on Central: the deployment that brought it is done, or somebody else's did. */
  async noteAvailable(): Promise<void> {
    if (this.#records.every(({ record }) => seenAvailable(record))) return
    await this.noteThere(true)
  }

  /** Notes that Central has what was to be sent, which the Portal refused therefore: an earlier deployment brought it, or somebody else's. */
  async noteThere(whole: boolean): Promise<void> {
    await this.#change(notingThere(whole ? 'available' : 'published', this.#moment))
  }

  async #change(change: RecordChange): Promise<void> {
    for (const kept of this.#records) await kept.update(change)
  }

  get #moment(): Moment {
    return { target: this.#target, now: isoTime(this.#clock.now()) }
  }
}

// A change holds what it writes in memory: this bounds it in a repository of any size.
const recordsAtOnce = 1_000

/** Notes of versions of a repository that all of each is on Central: many in one change, for a change takes its time however small it is. */
export async function noteAllAvailable(
  repository: Repository,
  versions: readonly { readonly document: string; readonly record: VersionRecord }[],
  moment: Moment,
): Promise<void> {
  const documents = versions.filter(({ record }) => !seenAvailable(record)).map(({ document }) => document)
  for (let first = 0; first < documents.length; first += recordsAtOnce) {
    await changeRecords(repository, documents.slice(first, first + recordsAtOnce), notingThere('available', moment))
  }
}

/** Where to, and when. */
interface Moment {
  /** The Portal's address, as it was written. */
  readonly target: string
  /** ISO 8601. */
  readonly now: string
}

/** Notes that all of a version, or what was asked of it, is there: that ends the deployment which brought it, as far as the record knows one. */
function notingThere(state: 'available' | 'published', moment: Moment): RecordChange {
  return (record) => {
    const brought = record.syncs.findLast(
      ({ target, state }) => target === moment.target && (state === 'publishing' || state === 'published'),
    )
    const step = { state, ...(brought?.deployment !== undefined && { deployment: brought.deployment }) }
    return noting(step, { ended: true }, moment)(record)
  }
}

type Step = Omit<Progress, 'state'> & { readonly state: string }

/** What a step changes in a record. */
function noting({ state, deployment, errors }: Step, { ended = false, facts }: StepDetails, { target, now }: Moment): RecordChange {
  const entryAfter = ({ finished, errors: _, ...entry }: Partial<Sync> = {}): Sync => {
    // What is public stays so, since the day on which it was published: whoever looks again learns nothing new.
    const { state: before = '' } = entry
    const isPublic = publicStates.includes(state)
    const stays = isPublic && publicStates.indexOf(before) >= publicStates.indexOf(state)
    const wasDone = finished !== undefined && isPublic && (state === 'available' || before === 'published' || before === 'available')
    const end = wasDone ? finished : ended || final.has(state) ? now : undefined
    return {
      started: now,
      ...entry,
      target,
      state: stays ? before : state,
      ...(entry.deployment === undefined || entry.files === undefined ? facts : {}),
      ...(end !== undefined && { finished: end }),
      ...(deployment !== undefined && { deployment }),
      ...(errors !== undefined && errors.length > 0 && { errors }),
    }
  }
  return (record) => ({ ...record, syncs: changed(record.syncs, { target, deployment }, entryAfter) })
}

/** In the order in which they come. */
const publicStates: readonly string[] = ['publishing', 'published', 'available']
const final: ReadonlySet<string> = new Set(['published', 'available', 'failed', 'dropped'])

/** The entry of the deployment changes in its place; a run that was killed while it uploaded left one that has no deployment yet. */
function changed(
  syncs: readonly Sync[],
  { target, deployment }: Pick<Sync, 'target'> & { deployment: string | undefined },
  change: (entry: Sync | undefined) => Sync,
): readonly Sync[] {
  const own = (entry: Sync) =>
    entry.target === target &&
    ((deployment !== undefined && entry.deployment === deployment) || (entry.deployment === undefined && entry.state === 'uploading'))
  const index = syncs.findLastIndex(own)
  if (index < 0) return [...syncs, change(undefined)]
  return syncs.with(index, change(syncs[index]))
}

/** When a version was last brought to Central, ISO 8601; undefined when it never was, as far as its record knows. */
export function lastSynced(syncs: readonly Sync[]): string | undefined {
  const done = syncs.filter(({ state }) => publicStates.includes(state))
  return done
    .map(({ started, finished }) => finished ?? started)
    .toSorted()
    .at(-1)
}

/** Deployments that were being published when a record was last written. */
export function onTheirWay({ syncs }: VersionRecord): readonly string[] {
  return syncs.flatMap(({ state, deployment }) => (state === 'publishing' && deployment !== undefined ? [deployment] : []))
}

/** Whether a record has seen all of its version at Central. */
export function seenAvailable({ syncs }: VersionRecord): boolean {
  return syncs.some(({ state }) => state === 'available')
}
