import type { Diagnostic, Location } from '../core/diagnostics.ts'
import { type Coordinates, formatCoordinates, isSnapshot } from './coordinates.ts'
import type { Pom } from './pom.ts'
import { compareVersions } from './version-order.ts'

/** A file to publish: what it is called, and where it lies, with `/`. */
export interface LayoutFile {
  readonly name: string
  readonly path: string
}

/** Where a file goes in a Maven repository, and the POM that says so. */
export interface LayoutAssignment<File extends LayoutFile> {
  readonly file: File
  readonly pom: Pom
  /** Relative to the repository: `org/acme/lib/1.0/lib-1.0-sources.jar`. */
  readonly path: string
}

export interface LayoutResult<File extends LayoutFile> {
  /** In the order of the files; Maven's own bookkeeping is left out. */
  readonly assignments: readonly LayoutAssignment<File>[]
  /** Errors only; with any of them nothing may be published. */
  readonly problems: readonly Diagnostic[]
}

/** The folder of all versions of an artifact, relative to the repository: `org/acme/lib` (https://maven.apache.org/repository/layout.html). */
export function artifactFolder({ groupId, artifactId }: Omit<Coordinates, 'version'>): string {
  return `${groupId.replaceAll('.', '/')}/${artifactId}`
}

/** The folder of one version, relative to the repository: `org/acme/lib/1.0`. */
export function versionFolder(coordinates: Coordinates): string {
  return `${artifactFolder(coordinates)}/${coordinates.version}`
}

/** The coordinates that the path of a POM in a Maven repository says; `undefined` for any other path. */
export function coordinatesOfPomPath(path: string): Coordinates | undefined {
  const segments = path.split('/')
  const [artifactId, version, name] = segments.slice(-3)
  if (segments.length < 4 || artifactId === undefined || version === undefined || name !== `${artifactId}-${version}.pom`) return undefined
  return { groupId: segments.slice(0, -3).join('.'), artifactId, version }
}

/** Whether a file of this name is a POM: `lib-1.0.pom` as repositories have it, or `pom.xml` as projects have it. */
export function isPomName(name: string): boolean {
  return name.endsWith('.pom') || name === 'pom.xml'
}

/**
 * Whether Maven keeps books in a file of this name: `maven-metadata.xml` and its local forms with their sidecars, and what a local repository notes
 * about its downloads. It belongs to no version: a repository writes its own.
 */
export function isMavenBookkeeping(name: string): boolean {
  return /^(maven-metadata[^/]*\.xml(\.(md5|sha1|sha256|sha512|asc))?|_(remote|maven)\.repositories|resolver-status\.properties|.*\.lastUpdated)$/.test(
    name,
  )
}

/** Whether a file of this name has a place in a Maven repository: it is a POM, or named as one of these POMs says. */
export function isNamedAfter(name: string, poms: readonly Pom[]): boolean {
  return isPomName(name) || isMavenBookkeeping(name) || poms.some((pom) => belongs(name, pom))
}

/** The versions that the POMs of one set say, each once, in Maven's order. */
export function versionsOf(poms: readonly Pom[]): readonly string[] {
  return [...new Set(poms.map((pom) => pom.coordinates.version))].sort(compareVersions)
}

/**
 * Gives every file its path in a Maven repository. A file belongs to the POM with the longest `artifactId-version` that its name begins with, any
 * classifier and extension; it may lie anywhere, but a folder that has the shape of the layout must agree with the POM.
 * @param files all files of a release, POMs included; signatures and checksum sidecars are not among them
 * @param poms the POMs among the files that could be read; `file` is the path of the file
 */
export function layoutFiles<File extends LayoutFile>(files: readonly File[], poms: readonly Pom[]): LayoutResult<File> {
  const pomOf = new Map(poms.map((pom) => [pom.file, pom]))
  const artifacts = files.filter((file) => !isMavenBookkeeping(file.name))
  const unreadPom = artifacts.some((file) => isPomName(file.name) && !pomOf.has(file.path))
  const [first] = artifacts
  if (poms.length === 0 && !unreadPom && first !== undefined) return { assignments: [], problems: [noPom(first, artifacts.length)] }
  const problems = judgePoms(poms)
  const assignments: LayoutAssignment<File>[] = []
  for (const file of artifacts) {
    const own = pomOf.get(file.path)
    const [pom, rival] = own === undefined ? findPoms(file, poms) : [own]
    if (pom === undefined) {
      // Its POM may be the one that could not be read, and that was told.
      if (!unreadPom) problems.push(judgeOrphan(file, poms))
    } else if (rival !== undefined) {
      problems.push(judgeRivals(file, pom, rival))
    } else {
      const place = judgePlace(file, pom)
      if (place !== undefined) problems.push(place)
      assignments.push({ file, pom, path: `${versionFolder(pom.coordinates)}/${own === undefined ? file.name : `${stemOf(pom)}.pom`}` })
    }
  }
  return { assignments, problems }
}

function judgePoms(poms: readonly Pom[]): Diagnostic[] {
  const problems: Diagnostic[] = []
  const seen = new Map<string, Pom>()
  for (const pom of poms) {
    const coordinates = formatCoordinates(pom.coordinates)
    const twin = seen.get(coordinates)
    if (twin !== undefined) {
      problems.push(problem(`${pom.file} and ${twin.file} both say ${coordinates}`, pom.locations.artifactId, 'Publish one of the two.'))
    }
    seen.set(coordinates, pom)
    if (isSnapshot(pom.coordinates.version)) {
      problems.push(
        problem(
          `${coordinates} is a snapshot: its files change under the same version, and this repository holds releases, which never change`,
          pom.locations.version,
          'Build with a release version and publish that.',
        ),
      )
    }
  }
  return problems
}

/** The POM that a file belongs to; two when nothing tells which, none when there is none. */
function findPoms(file: LayoutFile, poms: readonly Pom[]): readonly Pom[] {
  if (isPomName(file.name)) return []
  const score = (pom: Pom) => [
    agreement(file.path, pom.coordinates) === 'agrees' ? 1 : 0,
    stemOf(pom).length,
    folderOf(file.path) === folderOf(pom.file) ? 1 : 0,
  ]
  const compare = (a: readonly number[], b: readonly number[]) =>
    b.map((value, i) => value - (a[i] ?? 0)).find((difference) => difference !== 0) ?? 0
  const ranked = poms
    .filter((pom) => belongs(file.name, pom))
    .map((pom) => ({ pom, score: score(pom) }))
    .sort((a, b) => compare(a.score, b.score))
  const [best] = ranked
  return best === undefined ? [] : ranked.filter(({ score }) => compare(best.score, score) === 0).map(({ pom }) => pom)
}

function belongs(name: string, pom: Pom): boolean {
  const stem = stemOf(pom)
  if (name.startsWith(stem)) return name[stem.length] === '.' || name[stem.length] === '-'
  // Maven deploys `lib-1.0-20260101.120000-1.jar` under `1.0-SNAPSHOT`; the snapshot itself is told already.
  return isSnapshot(pom.coordinates.version) && name.startsWith(stem.replace(/SNAPSHOT$/i, ''))
}

const takesWhat =
  'A Maven repository takes files named <artifactId>-<version>… together with the POM that says so; a POM that is published already stays as it is.'

function noPom(first: LayoutFile, count: number): Diagnostic {
  return problem(
    `there is no POM among the files (${first.path}${count === 1 ? '' : ` and ${count - 1} more`})`,
    { file: first.path },
    takesWhat,
  )
}

function judgeOrphan(file: LayoutFile, poms: readonly Pom[]): Diagnostic {
  const stems = poms.map(stemOf)
  const expected = `${stems.slice(0, 3).join(', ')}${stems.length > 3 ? ', …' : ''}`
  const beside = poms.find((pom) => folderOf(pom.file) === folderOf(file.path))
  const saying = beside === undefined ? '' : `; ${beside.file} beside it says ${formatCoordinates(beside.coordinates)}`
  return problem(`${file.path} belongs to no POM: its name does not begin with ${expected}${saying}`, { file: file.path }, takesWhat)
}

function judgeRivals(file: LayoutFile, pom: Pom, rival: Pom): Diagnostic {
  const message = `${file.path} may belong to ${describe(pom)} or to ${describe(rival)}`
  return problem(message, { file: file.path }, 'Put it into the folder of its POM.')
}

/** A name or a folder that contradicts the POM: somebody made a mistake there, and putting the file where the POM says could hide it. */
function judgePlace(file: LayoutFile, pom: Pom): Diagnostic | undefined {
  const { coordinates, locations } = pom
  if (isSnapshot(coordinates.version)) return undefined
  const correct = 'Correct the POM, or the name and folder of the file.'
  if (file.path === pom.file && file.name !== 'pom.xml' && file.name !== `${stemOf(pom)}.pom`) {
    return problem(
      `${file.path} says ${formatCoordinates(coordinates)}, which must be named ${stemOf(pom)}.pom`,
      locations.version,
      correct,
    )
  }
  if (agreement(file.path, coordinates) !== 'crooked') return undefined
  return problem(`${file.path} does not lie where ${describe(pom)} belongs, in ${versionFolder(coordinates)}`, { file: file.path }, correct)
}

/**
 * How the folder of a file goes with coordinates: it ends as their folder does (as far as it reaches), or it has the shape of the layout and says
 * something else (another group, another version), or it says nothing (`target`, `build/libs`).
 */
function agreement(path: string, coordinates: Coordinates): 'agrees' | 'crooked' | 'silent' {
  const [folder, parent, ...group] = path.split('/').slice(0, -1).toReversed()
  if (folder === undefined || parent !== coordinates.artifactId) return 'silent'
  if (folder !== coordinates.version) return /^[0-9]/.test(folder) ? 'crooked' : 'silent'
  const wanted = coordinates.groupId.split('.').toReversed()
  return wanted.every((segment, i) => i >= group.length || segment === group[i]) ? 'agrees' : 'crooked'
}

function stemOf({ coordinates: { artifactId, version } }: Pom): string {
  return `${artifactId}-${version}`
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function describe(pom: Pom): string {
  return `${formatCoordinates(pom.coordinates)} (${pom.file})`
}

function problem(message: string, location: Location, hint: string): Diagnostic {
  return { severity: 'error', message, location, hint }
}
