import type { Goal, OwnGoal } from './scenario.ts'
import { type Spread, showSpread, spreadOf } from './spread.ts'

/** What times come to: a figure, and where there is a goal, whether it is reached. */
export interface Verdict {
  readonly figure: string
  readonly goal?: string
  readonly reached?: boolean
}

/** The machine's limit ÷ our time, round by round. */
export function judgeEfficiency(limits: readonly number[], ours: readonly number[], goal: number): Verdict {
  const efficiency = ratios(limits, ours)
  return { figure: `efficiency ${showSpread(efficiency)}`, goal: `≥ ${goal.toFixed(2)}`, reached: efficiency.median >= goal }
}

/** Our time itself. */
export function judgeOurs(ours: readonly number[], goal: OwnGoal): Verdict {
  if ('withinSeconds' in goal) {
    return { figure: '', goal: `≤ ${goal.withinSeconds} s`, reached: spreadOf(ours).median <= goal.withinSeconds }
  }
  const rate = spreadOf(ours.map((seconds) => goal.bytes / seconds / 1e9))
  return { figure: `${showSpread(rate)} GB/s`, goal: `≥ ${goal.gigabytesPerSecond} GB/s`, reached: rate.median >= goal.gigabytesPerSecond }
}

/** Our times beside theirs, round by round. */
export function judgePeer(ours: readonly number[], theirs: readonly number[], goal: Goal | undefined): Verdict {
  if (goal !== undefined && 'atMost' in goal) {
    const cost = ratios(ours, theirs)
    return { figure: `ours ÷ theirs ${showSpread(cost)}`, goal: `≤ ${goal.atMost}`, reached: cost.median <= goal.atMost }
  }
  const gain = ratios(theirs, ours)
  const figure = `theirs ÷ ours ${showSpread(gain)}`
  return goal === undefined ? { figure } : { figure, goal: `≥ ${goal.fasterBy}`, reached: gain.median >= goal.fasterBy }
}

function ratios(upper: readonly number[], lower: readonly number[]): Spread {
  return spreadOf(upper.map((seconds, round) => seconds / (lower[round] ?? Number.NaN)))
}
