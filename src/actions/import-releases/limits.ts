import { byCodeUnit } from '../../core/walk.ts'
import type { ReleaseChange } from './changes.ts'
import { oldestFirst } from './release-selection.ts'

export interface RunLimits {
  /** `max-releases` */
  readonly releases: number | undefined
  /** `max-asset-megabytes`, in bytes. */
  readonly asset: number | undefined
  /** `max-total-gigabytes`, in bytes. */
  readonly total: number | undefined
}

/** A change of a repository. */
export interface LimitedChange {
  readonly fullName: string
  readonly change: ReleaseChange
}

export interface Refused<Change> {
  readonly change: Change
  readonly reason: string
}

export interface Bounded<Change> {
  /** Oldest first. */
  readonly now: readonly Change[]
  /** What does not fit into this run. */
  readonly pending: readonly Refused<Change>[]
  /** What fits into no run with these limits. */
  readonly failed: readonly Refused<Change>[]
}

/**
 * Divides what is to do (`import` and `update`) into what one run does, oldest first over all repositories, and what it leaves. Once a release does
 * not fit, no later one is taken in its stead: a run continues where the last one ended. What fetches nothing costs nothing.
 */
export function withinLimits<Change extends LimitedChange>(changes: readonly Change[], limits: RunLimits): Bounded<Change> {
  const now: Change[] = []
  const pending: Refused<Change>[] = []
  const failed: Refused<Change>[] = []
  const ordered = changes.toSorted((a, b) => oldestFirst(a.change.release, b.change.release) || byCodeUnit(a.fullName, b.fullName))
  let [releases, bytes] = [0, 0]
  let full: string | undefined
  for (const each of ordered) {
    const tooLarge = tooLargeFor(each.change, limits)
    if (tooLarge !== undefined) {
      failed.push({ change: each, reason: tooLarge })
      continue
    }
    const size = bytesToFetch(each.change)
    if (each.change.kind === 'import' || each.change.fetch.length > 0) {
      full ??= releases + 1 > (limits.releases ?? Number.POSITIVE_INFINITY) ? `over max-releases, ${limits.releases} in one run` : undefined
      full ??=
        bytes + size > (limits.total ?? Number.POSITIVE_INFINITY)
          ? `over max-total-gigabytes, ${gigabytes(limits.total)} in one run`
          : undefined
      if (full !== undefined) {
        pending.push({ change: each, reason: full })
        continue
      }
      releases++
      bytes += size
    }
    now.push(each)
  }
  return { now, pending, failed }
}

/** Bytes that a change downloads, as far as GitHub says: archives of the source have no size. */
export function bytesToFetch({ fetch }: Pick<ReleaseChange, 'fetch'>): number {
  return fetch.reduce((sum, { asset }) => sum + asset.size, 0)
}

function tooLargeFor(change: ReleaseChange, limits: RunLimits): string | undefined {
  const large = change.fetch.find(({ asset }) => asset.size > (limits.asset ?? Number.POSITIVE_INFINITY))?.asset
  if (large !== undefined) {
    return `asset '${large.name}' has ${megabytes(large.size)}, more than max-asset-megabytes allows: ${megabytes(limits.asset)}`
  }
  const size = bytesToFetch(change)
  if (size <= (limits.total ?? Number.POSITIVE_INFINITY)) return undefined
  return `its assets have ${gigabytes(size)}, more than max-total-gigabytes allows in one run: ${gigabytes(limits.total)}`
}

function megabytes(bytes = 0): string {
  return `${Number((bytes / 1e6).toPrecision(bytes < 1e6 ? 3 : 12))} MB`
}

function gigabytes(bytes = 0): string {
  return `${Number((bytes / 1e9).toPrecision(6))} GB`
}
