import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { inFreshFolder } from './fresh-folder.ts'
import { type Sample, sample } from './quiet-samples.ts'
import type { Comparison, Contender, Peer } from './scenario.ts'
import { type Spread, spreadOf } from './spread.ts'
import { judgeEfficiency, judgeOurs, judgePeer, type Verdict } from './verdict.ts'

/** A line of a comparison's table. */
export interface Row {
  readonly name: string
  readonly remark?: string
  readonly seconds: Spread
  readonly verdict?: Verdict
}

export interface ComparisonResult {
  readonly title: string
  readonly rows: readonly Row[]
  readonly rounds: number
  /** Rounds that others disturbed. They are left out, unless too few are left without them. */
  readonly disturbed: number
  readonly disturbedCounted: boolean
}

interface Round {
  readonly limit: number | undefined
  readonly ours: number
  readonly peers: readonly number[]
  readonly quiet: boolean
}

const fewestRounds = 3

/** Runs a comparison: one round to warm up, then so many rounds of limit, ours, peers; disturbed ones are repeated, up to as many again. */
export async function compare(comparison: Comparison, wanted: number): Promise<ComparisonResult> {
  // All that the runs leave is removed at the end: thousands of removals would still be on their way to the disk in the next run.
  const { remark, rounds } = await inFreshFolder(async (place) => {
    const folder = await mkdtemp(join(place, 'checked-'))
    await comparison.ours.prepare?.(folder)
    await comparison.ours.run(folder)
    const remark = await comparison.check(folder)
    await playRound(comparison, place)
    const played: Round[] = []
    while (played.filter(({ quiet }) => quiet).length < wanted && played.length < 2 * wanted)
      played.push(await playRound(comparison, place))
    return { remark, rounds: played }
  })
  const quiet = rounds.filter((round) => round.quiet)
  const counted = quiet.length >= Math.min(fewestRounds, wanted) ? quiet : rounds
  return {
    title: comparison.title,
    rows: rowsOf(comparison, counted, remark ?? undefined),
    rounds: counted.length,
    disturbed: rounds.length - quiet.length,
    disturbedCounted: counted.length > quiet.length,
  }
}

async function playRound({ ours, peers, efficiency }: Comparison, place: string): Promise<Round> {
  const limit = await efficiency?.limit()
  const samples: Sample[] = []
  for (const contender of [ours, ...peers]) samples.push(await play(contender, place))
  const [own, ...others] = samples.map(({ seconds }) => seconds)
  return { limit, ours: own ?? Number.NaN, peers: others, quiet: samples.every(({ quiet }) => quiet) }
}

async function play({ prepare, run, counted, extrapolated = 1, detached = false }: Contender, place: string): Promise<Sample> {
  const folder = await mkdtemp(join(place, 'run-'))
  await prepare?.(folder)
  const { seconds, quiet } = await sample(() => run(folder))
  return { seconds: (counted?.() ?? seconds) * extrapolated, quiet: quiet || detached }
}

function rowsOf({ ours, peers, efficiency }: Comparison, rounds: readonly Round[], remark: string | undefined): Row[] {
  const own = rounds.map((round) => round.ours)
  const first: Row = {
    name: ours.name,
    ...(remark !== undefined && { remark }),
    seconds: spreadOf(own),
    ...(ours.goal && { verdict: judgeOurs(own, ours.goal) }),
  }
  const limits = rounds.map(({ limit }) => limit ?? Number.NaN)
  const limit: Row[] =
    efficiency === undefined
      ? []
      : [
          {
            name: "this machine's limit",
            remark: 'all cores, nothing but the arithmetic',
            seconds: spreadOf(limits),
            verdict: judgeEfficiency(limits, own, efficiency.goal),
          },
        ]
  return [
    first,
    ...limit,
    ...peers.map((peer, index) =>
      peerRow(
        peer,
        own,
        rounds.map((round) => round.peers[index] ?? Number.NaN),
      ),
    ),
  ]
}

function peerRow({ name, extrapolated, remark, goal }: Peer, ours: readonly number[], theirs: readonly number[]): Row {
  const remarks = [
    ...(extrapolated === undefined ? [] : [`one file in ${extrapolated} done, time multiplied`]),
    ...(remark === undefined ? [] : [remark]),
  ]
  return {
    name,
    ...(remarks.length > 0 && { remark: remarks.join('; ') }),
    seconds: spreadOf(theirs),
    verdict: judgePeer(ours, theirs, goal),
  }
}
