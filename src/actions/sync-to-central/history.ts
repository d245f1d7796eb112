import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Progress } from '../../central/upload.ts'
import { type Clock, isoTime } from '../../core/clock.ts'
import { ActionError } from '../../core/errors.ts'
import { parseRecord, serializeRecord } from '../../model/record-json.ts'
import type { Sync, VersionRecord } from '../../model/version-record.ts'
import type { Repository } from '../../repositories/repository.ts'
import type { Footprint } from './prepared-bundle.ts'

/** A version record that tells of its syncs. */
export interface KeptRecord {
  /** How people and later steps name it. */
  readonly shownAs: string
  /** As it was read. */
  readonly record: VersionRecord
  update(change: (record: VersionRecord) => VersionRecord): Promise<void>
}

/** The record of a version in its repository: read anew for each change, for others may have written meanwhile. */
export function recordInRepository(repository: Repository, document: string, record: VersionRecord): KeptRecord {
  const shownAs = repository.locate(document)
  return {
    shownAs,
    record,
    async update(change) {
      await repository.exclusively(async () => {
        const bytes = await repository.read(document)
        if (bytes === undefined) {
          throw new ActionError('conflict', `the record ${shownAs} is gone`, {
            hint: 'Something else writes into the repository. Run again.',
          })
        }
        const content = serializeRecord(change(parseRecord(Buffer.from(bytes).toString(), shownAs)))
        await repository.apply({ uploads: [], moves: [], documents: [{ path: document, content }], removals: [] })
      })
    },
  }
}

/** A record of this job's own, for what comes from no repository. It is written with its first change, always as a whole. */
export function recordInFile({ file, shownAs }: { readonly file: string; readonly shownAs: string }, record: VersionRecord): KeptRecord {
  let current = record
  return {
    shownAs,
    record,
    async update(change) {
      current = change(current)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, serializeRecord(current))
      renameSync(`${file}.new`, file)
    },
  }
}

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

  /** The first record, as people name it. */
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

  /** Notes a step. */
  async note({ state, deployment, errors }: Step, { ended = false, facts }: StepDetails = {}): Promise<void> {
    const now = isoTime(this.#clock.now())
    const change = ({ finished, errors: _, ...entry }: Partial<Sync> = {}): Sync => {
      const end = state === 'available' && finished !== undefined ? finished : ended || final.has(state) ? now : undefined
      return {
        started: now,
        ...entry,
        target: this.#target,
        state,
        ...(entry.deployment === undefined || entry.files === undefined ? facts : {}),
        ...(end !== undefined && { finished: end }),
        ...(deployment !== undefined && { deployment }),
        ...(errors !== undefined && errors.length > 0 && { errors }),
      }
    }
    for (const kept of this.#records) {
      await kept.update((record) => ({ ...record, syncs: changed(record.syncs, { target: this.#target, deployment }, change) }))
    }
  }

  /** Notes that all of the version is on Central: the deployment that brought it is done, or somebody else's did. */
  async noteAvailable(): Promise<void> {
    if (this.#records.every(({ record }) => seenAvailable(record))) return
    await this.#noteThere('available')
  }

  /** Notes that Central has what was to be sent, which the Portal refused therefore: an earlier deployment brought it, or somebody else's. */
  async noteThere(whole: boolean): Promise<void> {
    await this.#noteThere(whole ? 'available' : 'published')
  }

  async #noteThere(state: 'available' | 'published'): Promise<void> {
    const sent = this.#records
      .flatMap(({ record }) => record.syncs)
      .findLast(({ state }) => state === 'publishing' || state === 'published')
    await this.note({ state, ...(sent?.deployment !== undefined && { deployment: sent.deployment }) }, { ended: true })
  }
}

type Step = Omit<Progress, 'state'> & { readonly state: string }

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
  const done = syncs.filter(({ state }) => state === 'publishing' || state === 'published' || state === 'available')
  return done
    .map(({ started, finished }) => finished ?? started)
    .toSorted()
    .at(-1)
}

/** Whether a record has seen all of its version at Central. */
export function seenAvailable({ syncs }: VersionRecord): boolean {
  return syncs.some(({ state }) => state === 'available')
}
