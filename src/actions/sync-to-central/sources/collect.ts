import { type StagedComponent, whitelist } from '../../../central/whitelist.ts'
import type { Diagnostics } from '../../../core/diagnostics.ts'
import { formatCoordinates, isSnapshot } from '../../../maven/coordinates.ts'
import { type Digests, digestAlgorithms } from '../../../model/digests.ts'
import { distinctRows } from '../outcome.ts'
import { Choice } from './choice.ts'
import type { CollectedFile, Collection } from './collection.ts'
import type { Ineligible, Source } from './found-file.ts'
import { mergeComponent, type Part } from './merge.ts'
import { OpenFiles } from './open-files.ts'
import { findPlace } from './place.ts'
import { readRecordSource } from './record-source.ts'
import { readRepository } from './repository-source.ts'
import { readStaging } from './staging-source.ts'

/** Most files of one sync; beyond it something else than a release was named. The largest releases of Maven Central have some thousands. */
export const mostFiles = 50_000

export interface CollectRequest {
  /** Absolute, without links. */
  readonly workspace: string
  /** Repositories, version records, staging directories. */
  readonly from: readonly string[]
  /** Needed by repositories. */
  readonly package?: string | undefined
  readonly version?: string | undefined
  /** Patterns of coordinates: `group:artifact[:version]` with `*`. */
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
}

/**
 * Collects what is to be synced from all lines of `from`, merged into one Maven layout, every file open. Mistakes are collected as diagnostics: what
 * is given back is complete only without errors. Nothing is written anywhere.
 */
export async function collect(request: CollectRequest, diagnostics: Diagnostics): Promise<Collection> {
  const files = new OpenFiles()
  try {
    return await collectInto(files, request, diagnostics)
  } catch (error) {
    files[Symbol.dispose]()
    throw error
  }
}

/** Tells every file that is not what its record says; `digests` are those of the files, in their order. */
export function verifyRecorded(files: readonly CollectedFile[], digests: readonly Digests[], diagnostics: Diagnostics): void {
  for (const [index, { recorded, shownAs }] of files.entries()) {
    const actual = digests[index]
    const differing = digestAlgorithms.filter((algorithm) => recorded !== undefined && recorded[algorithm] !== actual?.[algorithm])
    if (differing.length === 0) continue
    diagnostics.error(`${shownAs} is not the file of the record: it has another ${differing.join(', ')}`, {
      hint: 'It was changed after it was recorded. Find out by whom; build and sign again only what you trust.',
      location: { file: shownAs },
    })
  }
}

async function collectInto(files: OpenFiles, request: CollectRequest, diagnostics: Diagnostics): Promise<Collection> {
  const choice = new Choice({ include: request.include ?? [], exclude: request.exclude ?? [] }, diagnostics)
  const sources: Source[] = []
  for (const origin of request.from) sources.push(...((await readSource(origin, request, { files, diagnostics })) ?? []))
  const parts = new Map<string, Part[]>()
  for (const { origin, files: found } of sources) {
    for (const file of found) parts.set(file.path, [...(parts.get(file.path) ?? []), { ...file, origin }])
  }
  const { components, leftOut } = whitelist([...parts.keys()])
  const chosen = components.filter(({ coordinates }) => choice.takes(coordinates))
  const eligible = chosen.filter(({ coordinates }) => !isSnapshot(coordinates.version))
  const ineligible = distinctRows([
    ...sources.flatMap((source) => source.ineligible),
    ...chosen.filter((one) => !eligible.includes(one)).map(snapshot),
  ])
  choice.warnOfUnmatched(
    components.map(({ coordinates }) => coordinates),
    diagnostics,
  )
  judgeNames(eligible, diagnostics)
  const count = eligible.reduce((sum, component) => sum + component.files.length, 0)
  if (count > mostFiles)
    diagnostics.error(`there are ${count} files to sync, more than ${mostFiles}`, { hint: "Sync in parts, with the input 'include'." })
  if (count === 0 && ineligible.length === 0 && diagnostics.errors.length === 0) tellNothing(request, components, diagnostics)
  return {
    components: count > mostFiles ? [] : eligible.map((component) => mergeComponent(component, { parts, files, diagnostics })),
    leftOut: leftOut.map((left) => ({ ...left, shownAs: parts.get(left.path)?.[0]?.shownAs ?? left.path })),
    ineligible,
    excluded: components.filter((component) => !chosen.includes(component)).map(({ coordinates }) => coordinates),
    records: sources.flatMap(({ record }) => record ?? []),
    [Symbol.dispose]: () => files[Symbol.dispose](),
  }
}

async function readSource(
  origin: string,
  { workspace, package: name, version }: CollectRequest,
  context: { readonly files: OpenFiles; readonly diagnostics: Diagnostics },
): Promise<readonly Source[]> {
  const { diagnostics } = context
  const place = findPlace(origin, workspace, diagnostics)
  if (place === undefined) return []
  if (place.kind === 'staging') return [await readStaging(place, workspace, diagnostics)]
  if (place.kind === 'record') return [readRecordSource(place, { workspace, ...context })]
  if (name !== undefined && version !== undefined) return [readRepository(place, { package: name, version }, { workspace, diagnostics })]
  diagnostics.error(`'${origin}' in the input 'from' is a repository: the inputs 'package' and 'version' must say what of it`)
  return []
}

function snapshot({ coordinates }: StagedComponent): Ineligible {
  return {
    version: coordinates.version,
    coordinates: formatCoordinates(coordinates),
    reason: 'is a snapshot: Maven Central holds releases, which never change (version cannot be a SNAPSHOT)',
  }
}

/** Names that would be something else inside a zip, or in what is shown of it. */
function judgeNames(components: readonly StagedComponent[], diagnostics: Diagnostics): void {
  for (const { path } of components.flatMap((component) => component.files)) {
    if (/[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path) || !path.isWellFormed()) {
      diagnostics.error(`'${path}' has a character in its name that no file of a bundle may have`, { hint: 'Rename the file.' })
    }
  }
}

function tellNothing({ from }: CollectRequest, components: readonly StagedComponent[], diagnostics: Diagnostics): void {
  const all = components.length > 0
  diagnostics.error(`there is nothing to sync in ${from.map((origin) => `'${origin}'`).join(', ')}`, {
    hint: all
      ? "The inputs 'include' and 'exclude' leave nothing of it."
      : 'A staging directory holds <group>/<artifact>/<version>/<artifact>-<version>.pom and so on, from its root: what `mvn deploy` leaves. Is it one folder deeper?',
  })
}
