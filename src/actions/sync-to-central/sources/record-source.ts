import path from 'node:path'
import type { Diagnostics } from '../../../core/diagnostics.ts'
import { isSnapshot } from '../../../maven/coordinates.ts'
import { isPomName, layoutFiles, versionFolder } from '../../../maven/layout.ts'
import { type Pom, readPom } from '../../../maven/pom.ts'
import type { FoundFile, Source } from './found-file.ts'
import { contentOf, type OpenFiles, RefusedFile } from './open-files.ts'
import { type SourcePlace, shownPath } from './place.ts'
import { identityOf, readRecord, recordedFiles, withoutLayout } from './record-document.ts'
import { keeperOf, readRepository, staged } from './repository-source.ts'

export interface RecordSourceContext {
  /** Absolute, without links. */
  readonly workspace: string
  /** What is opened to be read here stays open, to be sent. */
  readonly files: OpenFiles
  readonly diagnostics: Diagnostics
}

/**
 * Lists the files of a version record. A repository's own record stands for the version in that repository; with any other the files lie where they
 * were built, and their POMs say where they belong.
 */
export function readRecordSource(place: SourcePlace, context: RecordSourceContext): Source {
  const { absolute, origin } = place
  const { workspace, diagnostics } = context
  const nothing: Source = { origin, files: [], ineligible: [] }
  const shownAs = shownPath(workspace, absolute)
  const record = readRecord(absolute, shownAs, diagnostics)
  if (record === undefined) return nothing
  const keeper = keeperOf(absolute)
  const { package: name, version } = identityOf(record)
  if (keeper?.published === false) return { ...nothing, ineligible: [staged(identityOf(record))] }
  if (keeper !== undefined && name !== undefined && version !== undefined) {
    return readRepository({ kind: 'repository', absolute: keeper.repository, origin }, { package: name, version }, context)
  }
  const folder = path.dirname(absolute)
  const errors = diagnostics.errors.length
  const files = inLayout(recordedFiles(record, { folder, within: [workspace, folder], workspace }, diagnostics), context)
  const reason =
    diagnostics.errors.length > errors
      ? undefined
      : withoutLayout(
          record,
          files.map((file) => file.path),
        )
  if (reason !== undefined) return { ...nothing, ineligible: [reason] }
  return { ...nothing, files, record: { record, absolute, shownAs } }
}

/** Gives files their paths in Maven layout. What goes with no POM keeps its own, under which the whitelist leaves it out and says so. */
function inLayout(files: readonly FoundFile[], context: RecordSourceContext): readonly FoundFile[] {
  const artifacts = files
    .filter(({ recorded }) => recorded !== undefined)
    .map((found) => ({ name: path.posix.basename(found.path), path: found.shownAs, found }))
  const poms = artifacts.flatMap(({ name, found }) => (isPomName(name) ? (readOpenPom(found, context) ?? []) : []))
  const belongs = (name: string, some: readonly Pom[]) => some.some((pom) => name.startsWith(stemOf(pom)))
  const [snapshots = [], releases = []] = [true, false].map((wanted) =>
    poms.filter((pom) => isSnapshot(pom.coordinates.version) === wanted),
  )
  const released = artifacts.filter(({ name, path: file }) => belongs(name, releases) || releases.some((pom) => pom.file === file))
  const { assignments, problems } = layoutFiles(released, releases)
  for (const { message, ...details } of problems) context.diagnostics.error(message, details)
  const placed = new Map(assignments.map(({ file, path: place }) => [file.found.path, place]))
  // They are not eligible, and are told so by the folder of their version.
  for (const pom of snapshots) {
    for (const { name, found } of artifacts) {
      if (belongs(name, [pom]) && !placed.has(found.path)) placed.set(found.path, `${versionFolder(pom.coordinates)}/${name}`)
    }
  }
  return files.map((found) => {
    const own = placed.get(found.path)
    const signed = found.path.endsWith('.asc') ? placed.get(found.path.slice(0, -'.asc'.length)) : undefined
    return { ...found, path: own ?? (signed === undefined ? found.path : `${signed}.asc`) }
  })
}

function readOpenPom({ absolute, shownAs }: FoundFile, { files, diagnostics }: RecordSourceContext): Pom | undefined {
  try {
    return readPom(contentOf(files.open(absolute)), shownAs, diagnostics)
  } catch (error) {
    // Told when all files are opened.
    if (error instanceof RefusedFile) return undefined
    throw error
  }
}

function stemOf({ coordinates: { artifactId, version } }: Pom): string {
  return `${artifactId}-${version}`
}
