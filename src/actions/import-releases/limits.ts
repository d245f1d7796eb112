import type { ReleaseChange } from './changes.ts'

export interface RunLimits {
  readonly releases: number | undefined
  /** Bytes. */
  readonly asset: number | undefined
  /** Bytes. */
  readonly total: number | undefined
}

/** A change of a repository. */
export interface LimitedChange {
  readonly fullName: string
  readonly change: ReleaseChange
}

export interface Bounded<Change> {
  /** Oldest first. */
  readonly now: readonly Change[]
  readonly pending: readonly { readonly change: Change; readonly reason: string }[]
  /** Those with an asset that is too large. */
  readonly failed: readonly { readonly change: Change; readonly reason: string }[]
}

/** Divides what is to do (`import` and `update`) into what one run does, oldest first over all repositories, and what it leaves. */
export declare function withinLimits<Change extends LimitedChange>(changes: readonly Change[], limits: RunLimits): Bounded<Change>
