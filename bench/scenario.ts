import type { Calibration } from './calibration.ts'
import type { BenchKey } from './keys.ts'

/** One program of a round. */
export interface Contender {
  readonly name: string
  /** Does the work once, and leaves what it makes in a folder that is new, and removed when the comparison is over. What it gives is nobody's business. */
  readonly run: (folder: string) => Promise<unknown>
  /** Puts into the folder what the run works on, before the time that counts. */
  readonly prepare?: (folder: string) => Promise<void>
  /** Seconds of the last run that count, where it is not the whole run. */
  readonly counted?: () => number
  /** The run does only this part of the work, one by so many; its time is multiplied. Said in the table. */
  readonly extrapolated?: number
  /** Its work happens in processes that are not its children (gpg's agent): quietness cannot be judged. */
  readonly detached?: boolean
}

/** What a ratio of two times should be. */
export type Goal =
  /** Our time ÷ theirs is no more than this. */
  | { readonly atMost: number }
  /** Their time ÷ ours is no less than this: so many times faster. */
  | { readonly fasterBy: number }

/** What our time itself should be. It says something about one machine only; ratios are worth more. */
export type OwnGoal = { readonly withinSeconds: number } | { readonly gigabytesPerSecond: number; readonly bytes: number }

export interface Ours extends Contender {
  readonly goal?: OwnGoal
}

export interface Peer extends Contender {
  readonly goal?: Goal
  /** What it leaves out, so that nobody is deceived. */
  readonly remark?: string
}

/** One comparison: in each round the machine's limit, ours, and every peer that is here. */
export interface Comparison {
  readonly title: string
  readonly ours: Ours
  /** Seconds that the machine needs at the least, measured anew in each round; and the share of it that we want to reach. */
  readonly efficiency?: { readonly limit: () => Promise<number>; readonly goal: number }
  readonly peers: readonly Peer[]
  /** Throws when what `ours` left in its folder is wrong; gives what the table should say of it beside the time. Runs once, before the rounds. */
  readonly check: (folder: string) => Promise<void> | Promise<string>
}

/** A peak of memory: not timed. */
export interface Footprint {
  readonly title: string
  /** Peak of the resident set, in 10⁶ bytes. */
  readonly measure: (folder: string) => Promise<number>
  readonly goal: number
}

/** What a scenario finds on its table. */
export interface Bench {
  /** A folder of its own. */
  readonly folder: string
  readonly keys: readonly BenchKey[]
  readonly calibration: Calibration
  /** Smaller data, for a quick look. */
  readonly quick: boolean
  /** 5 GiB instead of 1 GiB. */
  readonly huge: boolean
  /** Things to dispose of when the scenario is over: servers. */
  readonly opened: AsyncDisposableStack
}

export interface Scenario {
  readonly name: string
  readonly prepare: (bench: Bench) => Promise<{ readonly comparisons?: readonly Comparison[]; readonly footprints?: readonly Footprint[] }>
}
