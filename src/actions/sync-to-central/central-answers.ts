import { askForPoms, type Comparison, compareFiles, comparePom, type PomAnswers } from '../../central/comparison.ts'
import type { Coordinates } from '../../maven/coordinates.ts'
import { type Row, rowsOf } from './outcome.ts'
import type { PublishedVersion } from './published-version.ts'
import type { Services } from './services.ts'

/** What Central says of a published version. */
export interface CentralAnswers {
  readonly poms: PomAnswers
  /** In the order of the version's releases. */
  readonly comparisons: readonly Comparison[]
}

/** `missing`: something of the version is to be brought; `there`: all of it is on Central; `left`: nothing can be done now. */
export type Verdict = 'missing' | 'there' | 'left'

/** Asks for one POM a release; for every file with `compare: all`. */
export async function askCentral({ releases }: PublishedVersion, { central, inputs }: Services): Promise<CentralAnswers> {
  const poms = await askForPoms(
    central,
    releases.map(({ coordinates }) => coordinates),
  )
  const comparisons = await Promise.all(
    releases.map((release) =>
      inputs.compare === 'all' ? compareFiles(central, release, poms) : comparePom(release.coordinates, release.files, poms),
    ),
  )
  return { poms, comparisons }
}

/** What is to be done about a version. As long as something of it is unknown, nothing is. */
export function verdictOn({ comparisons }: CentralAnswers): Verdict {
  const states = new Set(comparisons.map(({ state }) => state))
  if (states.has('missing') && !states.has('unknown')) return 'missing'
  return states.size === 1 && states.has('equal') ? 'there' : 'left'
}

/** The releases of a version that are in one of these states. */
export function releasesIn(
  { releases }: PublishedVersion,
  { comparisons }: CentralAnswers,
  states: readonly Comparison['state'][],
): readonly Coordinates[] {
  return releases.flatMap(({ coordinates }, index) => (states.includes(comparisons[index]?.state ?? 'unknown') ? [coordinates] : []))
}

/** The releases of a version that are there with other bytes, or without some files. */
export function conflictsIn({ package: name, version, releases }: PublishedVersion, { comparisons }: CentralAnswers): readonly Row[] {
  return comparisons.flatMap(({ state, differing, lacking }, index) => {
    if (state !== 'different' && state !== 'incomplete') return []
    const paths = [...differing, ...lacking].join(', ')
    const reason = state === 'different' ? `is on Maven Central with other bytes: ${paths}` : `is on Maven Central without: ${paths}`
    const release = releases.slice(index, index + 1).map(({ coordinates }) => coordinates)
    return rowsOf(release, { package: name, version }, reason)
  })
}
