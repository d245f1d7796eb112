import { type ComparedFile, pomPath } from '../../central/comparison.ts'
import { whitelist } from '../../central/whitelist.ts'
import { byCodeUnit } from '../../core/walk.ts'
import { type Coordinates, formatCoordinates, isSnapshot } from '../../maven/coordinates.ts'
import { EffectiveModels, PomError } from '../../maven/effective-model.ts'
import { compareVersions } from '../../maven/version-order.ts'
import type { VersionRecord } from '../../model/version-record.ts'
import type { Repository } from '../../repositories/repository.ts'
import type { Choice } from './sources/choice.ts'
import { withoutLayout } from './sources/record-document.ts'

/** A release in a published version, as the record has it. */
export interface PublishedRelease {
  readonly coordinates: Coordinates
  readonly files: readonly ComparedFile[]
}

/** A published version of a repository. */
export interface PublishedVersion {
  readonly package: string
  readonly version: string
  /** Of the record, in the repository. */
  readonly document: string
  readonly record: VersionRecord
  /** Those that may go to Central. */
  readonly releases: readonly PublishedRelease[]
  /** Whether these are all of the version: none is left out by the inputs. */
  readonly whole: boolean
  /** Why there are none: the end of a sentence that names the version. */
  readonly ineligible?: string
}

/** What a record says of a published version. */
export function publishedVersion(document: string, record: VersionRecord, choice: Choice): PublishedVersion {
  const sha1 = new Map(record.files.map((file) => [file.path, file.sha1]))
  const paths = [...sha1.keys()]
  const eligible = whitelist(paths).components.filter(
    ({ coordinates }) => !isSnapshot(coordinates.version) && sha1.has(pomPath(coordinates)),
  )
  const releases = eligible.filter(({ coordinates }) => choice.takes(coordinates))
  const reason =
    withoutLayout(record, paths)?.reason ??
    (eligible.length === 0 ? 'is a snapshot: Maven Central holds releases' : "is left out by the inputs 'include' and 'exclude'")
  return {
    package: record.package.name ?? '',
    version: record.version.name ?? '',
    document,
    record,
    whole: releases.length === eligible.length,
    ...(releases.length === 0 && { ineligible: reason }),
    releases: releases.map(({ coordinates, files }) => ({
      coordinates,
      files: files.flatMap(({ path, kind }) => (kind === 'artifact' ? [{ path, sha1: sha1.get(path) ?? '' }] : [])),
    })),
  }
}

/** Oldest first: by the day of release, else in the order of versions, in which an undated version stands right behind the one before it. */
export function oldestFirst(versions: readonly PublishedVersion[]): readonly PublishedVersion[] {
  const byVersion = versions.toSorted((a, b) => byCodeUnit(a.package, b.package) || compareVersions(a.version, b.version))
  const dates = new Map<PublishedVersion, string>()
  for (const [index, version] of byVersion.entries()) {
    const before = byVersion[index - 1]
    const inherited = before?.package === version.package ? dates.get(before) : undefined
    const released = version.record.version.released
    dates.set(version, released === undefined ? (inherited ?? '') : new Date(released).toISOString())
  }
  return byVersion.toSorted((a, b) => byCodeUnit(dates.get(a) ?? '', dates.get(b) ?? ''))
}

/** The parents and import BOMs that the POMs of a version name, as `groupId:artifactId:version`, those of the version itself left out. */
export async function needsOf({ releases }: PublishedVersion, repository: Repository): Promise<ReadonlySet<string>> {
  const needs = new Set<string>()
  const models = new EffectiveModels({
    async read(coordinates) {
      needs.add(formatCoordinates(coordinates))
      const bytes = await repository.read(pomPath(coordinates))
      return bytes === undefined ? 'missing' : { bytes, file: pomPath(coordinates) }
    },
  })
  for (const { coordinates } of releases) {
    const file = pomPath(coordinates)
    const bytes = await repository.read(file)
    if (bytes === undefined) continue
    try {
      await models.of({ bytes, file })
    } catch (error) {
      // Told by the preflight.
      if (!(error instanceof PomError)) throw error
    }
  }
  for (const { coordinates } of releases) needs.delete(formatCoordinates(coordinates))
  return needs
}

/** Puts every version behind those that it needs; otherwise the order stays. */
export function parentsFirst(
  versions: readonly PublishedVersion[],
  needs: ReadonlyMap<PublishedVersion, ReadonlySet<string>>,
): readonly PublishedVersion[] {
  const holders = new Map(
    versions.flatMap((version) => version.releases.map(({ coordinates }) => [formatCoordinates(coordinates), version])),
  )
  const ordered = new Set<PublishedVersion>()
  const visiting = new Set<PublishedVersion>()
  const visit = (version: PublishedVersion) => {
    if (ordered.has(version) || visiting.has(version)) return
    visiting.add(version)
    for (const need of needs.get(version) ?? []) {
      const holder = holders.get(need)
      if (holder !== undefined) visit(holder)
    }
    ordered.add(version)
  }
  for (const version of versions) visit(version)
  return [...ordered]
}
