import { inFreshFolder } from './fresh-folder.ts'
import { type Sample, sample } from './quiet-samples.ts'
import type { Comparison, Contender, Goal, Peer } from './scenario.ts'
import { type Spread, spreadOf } from './spread.ts'

/** A line of a comparison's table. */
export interface Row {
  readonly name: string
  readonly remark?: string
  readonly seconds?: Spread
  /** Our time ÷ theirs, theirs ÷ ours, or the efficiency: per round, then median and extremes. */
  readonly ratio?: Spread
  readonly goal?: Goal | { readonly efficiency: number }
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
  await inFreshFolder(async (folder) => {
    await comparison.ours.run(folder)
    await comparison.check(folder)
  })
  await playRound(comparison)
  const rounds: Round[] = []
  while (rounds.filter(({ quiet }) => quiet).length < wanted && rounds.length < 2 * wanted) rounds.push(await playRound(comparison))

  const quiet = rounds.filter((round) => round.quiet)
  const counted = quiet.length >= Math.min(fewestRounds, wanted) ? quiet : rounds
  return {
    title: comparison.title,
    rows: rowsOf(comparison, counted),
    rounds: counted.length,
    disturbed: rounds.length - quiet.length,
    disturbedCounted: counted.length > quiet.length,
  }
}

async function playRound({ ours, peers, efficiency }: Comparison): Promise<Round> {
  const limit = await efficiency?.limit()
  const samples: Sample[] = []
  for (const contender of [ours, ...peers]) samples.push(await play(contender))
  const [own, ...others] = samples.map(({ seconds }) => seconds)
  return { limit, ours: own ?? Number.NaN, peers: others, quiet: samples.every(({ quiet }) => quiet) }
}

async function play({ run, extrapolated = 1, detached = false }: Contender): Promise<Sample> {
  const { seconds, quiet } = await inFreshFolder((folder) => sample(() => run(folder)))
  return { seconds: seconds * extrapolated, quiet: quiet || detached }
}

function rowsOf({ ours, peers, efficiency }: Comparison, rounds: readonly Round[]): Row[] {
  const own: Row = { name: ours.name, seconds: spreadOf(rounds.map((round) => round.ours)) }
  const limit: Row[] =
    efficiency === undefined
      ? []
      : [
          {
            name: "this machine's limit",
            remark: 'all cores, nothing but the arithmetic',
            seconds: spreadOf(rounds.map((round) => round.limit ?? Number.NaN)),
            ratio: spreadOf(rounds.map((round) => (round.limit ?? Number.NaN) / round.ours)),
            goal: { efficiency: efficiency.goal },
          },
        ]
  return [own, ...limit, ...peers.map((peer, index) => peerRow(peer, rounds, index))]
}

function peerRow(peer: Peer, rounds: readonly Round[], index: number): Row {
  const theirs = (round: Round) => round.peers[index] ?? Number.NaN
  const cost = peer.goal !== undefined && 'atMost' in peer.goal
  const remarks = [
    ...(peer.extrapolated === undefined ? [] : [`one file in ${peer.extrapolated} done, time multiplied`]),
    ...(peer.remark === undefined ? [] : [peer.remark]),
  ]
  return {
    name: peer.name,
    ...(remarks.length > 0 && { remark: remarks.join('; ') }),
    seconds: spreadOf(rounds.map(theirs)),
    ratio: spreadOf(rounds.map((round) => (cost ? round.ours / theirs(round) : theirs(round) / round.ours))),
    ...(peer.goal && { goal: peer.goal }),
  }
}
