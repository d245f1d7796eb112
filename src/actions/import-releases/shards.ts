import type { Diagnostics } from '../../core/diagnostics.ts'
import type { RepositorySelection } from './repository-selection.ts'

/** GitHub's limit for the jobs of a matrix. */
export const mostShards = 256

/** What there is to do of one repository. */
export interface ShardedRepository {
  readonly fullName: string
  readonly tags: readonly string[]
  /** Bytes to fetch. */
  readonly bytes: number
}

/** The part of a plan that one job does. */
export interface Shard {
  /** Counts from 1. */
  readonly index: number
  readonly count: number
  /** Without tags: whatever the inputs select of it. */
  readonly repositories: readonly { readonly fullName: string; readonly tags?: readonly string[] }[]
}

/** The values of the matrix: at most `count`, fewer when there are fewer repositories; balanced by bytes. */
export declare function planShards(repositories: readonly ShardedRepository[], count: number): readonly string[]

/** Reads the input `shard`; undefined, and told, when it is not exactly what `planShards` writes. */
export declare function parseShard(text: string, diagnostics: Diagnostics): Shard | undefined

/** Tells what of a shard the inputs do not select. */
export declare function tellUnselected(shard: Shard, selection: RepositorySelection, diagnostics: Diagnostics): void

/** Tells when the input `shards` is no number of shards. */
export declare function checkShardCount(count: number, diagnostics: Diagnostics): void
