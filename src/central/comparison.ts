import { type Coordinates, formatCoordinates } from '../maven/coordinates.ts'
import { versionFolder } from '../maven/layout.ts'
import type { CentralReader, Unknown } from './central-reader.ts'

/** A file as we have it. */
export interface ComparedFile {
  /** In Maven layout. */
  readonly path: string
  /** Lower-case hexadecimal. */
  readonly sha1: string
}

/** The SHA-1 of each POM on Central, by `groupId:artifactId:version`. */
export type PomAnswers = ReadonlyMap<string, string | 'missing' | Unknown>

/** What Central has of one release. */
export interface Comparison {
  /**
   * `missing`: it is not there; `equal`: all that was compared is there with the same bytes; `different`: some of it has other bytes; `incomplete`: it
   * is there, and some files are not; `unknown`: Central did not tell of the POM, or of a file beside one that is there.
   */
  readonly state: 'missing' | 'equal' | 'different' | 'incomplete' | Unknown
  /** Paths that have other bytes there. */
  readonly differing: readonly string[]
  /** Paths that are not there, beside a POM that is. */
  readonly lacking: readonly string[]
}

/** The path of the POM of a release. */
export function pomPath(coordinates: Coordinates): string {
  return `${versionFolder(coordinates)}/${coordinates.artifactId}-${coordinates.version}.pom`
}

/** Asks for the POMs of releases: every release has one, and it comes first. One request for each. */
export async function askForPoms(central: Pick<CentralReader, 'sha1Of'>, releases: readonly Coordinates[]): Promise<PomAnswers> {
  const answers = await Promise.all(
    releases.map(async (coordinates) => [formatCoordinates(coordinates), await central.sha1Of(pomPath(coordinates))] as const),
  )
  return new Map(answers)
}

/** Compares a release by the answer for its POM alone. */
export function comparePom(coordinates: Coordinates, files: readonly ComparedFile[], poms: PomAnswers): Comparison {
  const answer = poms.get(formatCoordinates(coordinates)) ?? 'unknown'
  const path = pomPath(coordinates)
  if (answer === 'missing' || answer === 'unknown') return { state: answer, differing: [], lacking: [] }
  const own = files.find((file) => file.path === path)
  if (own === undefined || own.sha1 === answer) return { state: 'equal', differing: [], lacking: [] }
  return { state: 'different', differing: [path], lacking: [] }
}

/** Compares all files of a release that is there. One that Central does not tell of may be equal or not: the release is unknown, unless another decides. */
export async function compareFiles(
  central: Pick<CentralReader, 'sha1Of'>,
  { coordinates, files }: { readonly coordinates: Coordinates; readonly files: readonly ComparedFile[] },
  poms: PomAnswers,
): Promise<Comparison> {
  const byPom = comparePom(coordinates, files, poms)
  if (byPom.state === 'missing' || byPom.state === 'unknown') return byPom
  const pom = pomPath(coordinates)
  const others = files.filter(({ path }) => path !== pom)
  const answers = await Promise.all(others.map(async (file) => ({ file, answer: await central.sha1Of(file.path) })))
  const lacking = answers.filter(({ answer }) => answer === 'missing').map(({ file }) => file.path)
  const differing = [
    ...byPom.differing,
    ...answers
      .filter(({ file, answer }) => answer !== 'missing' && answer !== 'unknown' && answer !== file.sha1)
      .map(({ file }) => file.path),
  ]
  const untold = answers.some(({ answer }) => answer === 'unknown')
  const state = differing.length > 0 ? 'different' : lacking.length > 0 ? 'incomplete' : untold ? 'unknown' : 'equal'
  return { state, differing, lacking }
}
