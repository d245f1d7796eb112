import { readFile } from 'node:fs/promises'
import type { Diagnostics } from '../core/diagnostics.ts'
import { isSnapshot } from '../maven/coordinates.ts'
import {
  artifactFolder,
  coordinatesOfPomPath,
  isMavenBookkeeping,
  isNamedAfter,
  isPomName,
  layoutFiles,
  versionsOf,
} from '../maven/layout.ts'
import { mergeMetadata, metadataName } from '../maven/metadata.ts'
import { type Pom, readPom } from '../maven/pom.ts'
import type { DigestAlgorithm, Digests } from '../model/digests.ts'
import { digestsOfText } from '../model/file-digests.ts'
import type { VersionRecord } from '../model/version-record.ts'
import type { Document, Repository } from '../repositories/repository.ts'
import type { Sidecar } from './publishable-file.ts'
import type { NamedFile, PlacedFile } from './target-path.ts'

/** Reads the POMs among the files; mistakes in them are collected with line and column. */
export async function readPoms(files: readonly NamedFile[], diagnostics: Diagnostics): Promise<readonly Pom[]> {
  const poms = await Promise.all(
    files
      .filter(({ name }) => isPomName(name))
      .map(async ({ absolute, shownAs }) => readPom(await readFile(absolute), shownAs, diagnostics)),
  )
  return poms.filter((pom) => pom !== undefined)
}

/** The versions that the POMs say. */
export function pomVersions(poms: readonly Pom[]): readonly string[] {
  return versionsOf(poms)
}

/** Maven's releases are forever, its snapshots are not: a repository of releases takes none. */
export function checkRelease(version: string | undefined, diagnostics: Diagnostics): void {
  if (version === undefined || !isSnapshot(version)) return
  diagnostics.error(`'${version}' is a snapshot, which a repository of releases does not take: its files would change under one name`, {
    hint: 'Publish a release version; snapshots belong into a snapshot repository.',
  })
}

/**
 * Gives every file its path in the Maven layout. Files whose POM was published before by another run of the same version (a matrix build) belong to
 * that POM.
 */
export function placeInLayout<File extends NamedFile>(
  files: readonly File[],
  poms: readonly Pom[],
  earlier: readonly VersionRecord[],
  diagnostics: Diagnostics,
): readonly PlacedFile<File>[] {
  const artifacts = files.map((file) => ({ name: file.name, path: file.shownAs, file }))
  const { assignments, problems } = layoutFiles(artifacts, [...poms, ...publishedPoms(earlier, poms)])
  for (const { message, ...details } of problems) diagnostics.error(message, details)
  return assignments.map(({ path, file }) => ({ path, file: file.file }))
}

/** Files whose names say that they belong to none of the POMs; none while a POM could not be read, for they may be its. */
export function straysOf<File extends NamedFile>(
  files: readonly File[],
  poms: readonly Pom[],
  earlier: readonly VersionRecord[],
): readonly File[] {
  const known = [...poms, ...publishedPoms(earlier, poms)]
  if (known.length === 0 || files.filter(({ name }) => isPomName(name)).length > poms.length) return []
  return files.filter(({ name }) => !isNamedAfter(name, known))
}

/** What Maven writes for its own use is never published; ours is merged anew. */
export function withoutBookkeeping<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  return files.filter(({ name }) => !isMavenBookkeeping(name))
}

/** The checksum files of a file in a Maven repository: md5 and sha1 always, as Maven makes them today, and those that were given. */
export function mavenSidecars(given: readonly DigestAlgorithm[], digests: Digests): readonly Sidecar[] {
  const algorithms = new Set<DigestAlgorithm>(['md5', 'sha1', ...given])
  return [...algorithms].map((algorithm) => ({ algorithm, content: digests[algorithm], generated: true }))
}

/** The POMs that a version has already, known by their paths, unless this run brings them again. */
function publishedPoms(records: readonly VersionRecord[], given: readonly Pom[]): readonly Pom[] {
  const known = new Set(given.map(({ coordinates }) => keyOf(coordinates)))
  const poms = new Map<string, Pom>()
  for (const { path } of records.flatMap(({ files }) => files)) {
    const coordinates = coordinatesOfPomPath(path)
    if (coordinates === undefined || known.has(keyOf(coordinates))) continue
    const location = { file: path }
    poms.set(path, { file: path, coordinates, packaging: 'jar', locations: { groupId: location, artifactId: location, version: location } })
  }
  return [...poms.values()]
}

function keyOf({ groupId, artifactId }: { groupId: string; artifactId: string }): string {
  return `${groupId}:${artifactId}`
}

/**
 * The `maven-metadata.xml` of every artifact of a published version, merged with what is there, and its checksums. Read and written under the
 * repository's lock, so that concurrent publishers lose none of each other's versions.
 */
export async function metadataDocuments(repository: Repository, record: VersionRecord, now: number): Promise<readonly Document[]> {
  const documents: Document[] = []
  for (const { path } of record.files) {
    const coordinates = coordinatesOfPomPath(path)
    if (coordinates === undefined) continue
    const { groupId, artifactId, version } = coordinates
    const file = `${artifactFolder(coordinates)}/${metadataName}`
    const existing = await repository.read(file)
    const merged = mergeMetadata(existing, { groupId, artifactId, versions: [version] }, now)
    if (merged !== undefined) documents.push({ path: file, content: merged })
    documents.push(...(await checksumDocuments(repository, file, merged ?? existing ?? '')))
  }
  return documents
}

/** md5 and sha1 always; sha256 and sha512 where another tool left them: they would be wrong otherwise. */
async function checksumDocuments(repository: Repository, file: string, content: string | Uint8Array): Promise<readonly Document[]> {
  const documents: Document[] = []
  for (const [algorithm, digest] of Object.entries(digestsOfText(content))) {
    const path = `${file}.${algorithm}`
    const there = await repository.read(path)
    const wanted = there !== undefined || algorithm === 'md5' || algorithm === 'sha1'
    if (wanted && (there === undefined || Buffer.from(there).toString().trim() !== digest)) documents.push({ path, content: digest })
  }
  return documents
}
