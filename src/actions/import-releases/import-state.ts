import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { ActionError, messageOf } from '../../core/errors.ts'
import { byCodeUnit } from '../../core/walk.ts'
import { definedOnly } from '../../model/defined-only.ts'
import type { PackageMetadata, VersionMetadata } from '../../model/metadata.ts'
import { encodeName, metadataFolder } from '../../model/repository-path.ts'
import type { VersionRecord } from '../../model/version-record.ts'

export const importStateSchema = 'outtray/import-state/v1'

/** An asset that was imported. */
export interface ImportedAsset {
  /** 0 for an archive of the source: GitHub counts none among the assets. */
  readonly id: number
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** As GitHub said it. */
  readonly digest?: string
  /** GitHub's `updated_at`. */
  readonly updated: string
  /** Of the bytes that were received. */
  readonly sha256: string
  /** Absent where they were not kept. */
  readonly path?: string
}

/** A release that was imported. */
export interface ImportedRelease {
  readonly id: number
  readonly tag: string
  readonly package: string
  readonly version: string
  readonly state: 'published' | 'staged'
  /** `versionFingerprint` of the mapped metadata. */
  readonly metadata: string
  readonly assets: readonly ImportedAsset[]
}

/** What was imported of one repository. An index over the records, which hold the same facts. */
export interface ImportState {
  readonly schema: typeof importStateSchema
  readonly repository: { readonly id: number; readonly owner: string; readonly name: string }
  readonly package: string
  /** `fingerprintOf` the mapped metadata. */
  readonly metadata: string
  /** `fingerprintOf` the inputs that select: with others, an unchanged listing says nothing. */
  readonly selection: string
  /** One per page; none when something was pending or failed. */
  readonly etags: readonly string[]
  readonly releases: readonly ImportedRelease[]
}

// The order of keys here is the order in which a state is written.
const text = v.string()
const name = v.pipe(v.string(), v.minLength(1))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal'))

const assetSchema = v.strictObject({
  id: count,
  name,
  size: count,
  digest: v.optional(text),
  updated: text,
  sha256,
  path: v.optional(name),
})

const releaseSchema = v.strictObject({
  id: count,
  tag: name,
  package: name,
  version: name,
  state: v.picklist(['published', 'staged']),
  metadata: sha256,
  assets: v.array(assetSchema),
})

/** The state of an import, `outtray/import-state/v1`; `schema/import-state.schema.json` is generated from it. */
export const importStateShape = v.strictObject({
  schema: v.literal(importStateSchema),
  repository: v.strictObject({ id: count, owner: name, name }),
  package: name,
  metadata: sha256,
  selection: sha256,
  etags: v.array(text),
  releases: v.array(releaseSchema),
})

/** Longest state that is read, in characters: some 200,000 assets. */
const longestState = 64 * 1024 * 1024

export const importsFolder = `${metadataFolder}/imports`

/** Where the state of a repository is kept. */
export function importStatePath(host: string, owner: string, repository: string): string {
  return `${importsFolder}/${encodeName(host)}/${encodeName(owner)}/${encodeName(repository)}.json`
}

/** Reads a state. Throws `invalid-input` with every mistake when it is none; nothing of it is believed before. */
export function parseImportState(content: string, shownAs: string): ImportState {
  const damaged = (reason: string, cause?: unknown) =>
    new ActionError('invalid-input', `'${shownAs}' is no state of an import: ${reason}`, {
      hint: 'Restore the file, or delete it: the next run makes it again from the version records.',
      cause,
    })
  if (content.length > longestState) throw damaged('it is longer than 64 MiB')
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch (error) {
    throw damaged(`it is no JSON: ${messageOf(error)}`, error)
  }
  const result = v.safeParse(importStateShape, json)
  if (!result.success) {
    throw damaged(
      result.issues
        .slice(0, 10)
        .map((issue) => `${v.getDotPath(issue) ?? 'the document'}: ${issue.message}`)
        .join('; '),
    )
  }
  // The schema's optional entries are absent or have a value: JSON knows no `undefined`.
  return result.output as ImportState
}

/** The text of a state: same facts, same bytes, in whatever order they were collected. */
export function serializeImportState(state: ImportState): string {
  const ordered = {
    schema: state.schema,
    repository: { id: state.repository.id, owner: state.repository.owner, name: state.repository.name },
    package: state.package,
    metadata: state.metadata,
    selection: state.selection,
    etags: state.etags,
    releases: state.releases.map(orderedRelease).toSorted((a, b) => a.id - b.id || byCodeUnit(a.version, b.version)),
  }
  return `${JSON.stringify(ordered, undefined, 2)}\n`
}

function orderedRelease(release: ImportedRelease): ImportedRelease {
  return {
    id: release.id,
    tag: release.tag,
    package: release.package,
    version: release.version,
    state: release.state,
    metadata: release.metadata,
    assets: release.assets.map(orderedAsset).toSorted((a, b) => byCodeUnit(a.path ?? '', b.path ?? '') || byCodeUnit(a.name, b.name)),
  }
}

function orderedAsset({ id, name: assetName, size, digest, updated, sha256: received, path }: ImportedAsset): ImportedAsset {
  const placed = path !== undefined && { path }
  return { id, name: assetName, size, ...(digest !== undefined && { digest }), updated, sha256: received, ...placed }
}

/** Whether two states hold the same facts; validators and the selection are none. What has the same facts is not written again. */
export function sameFacts(a: ImportState | undefined, b: ImportState): boolean {
  const facts = (state: ImportState) => serializeImportState({ ...state, selection: '', etags: [] })
  return a !== undefined && facts(a) === facts(b)
}

/** What a record says of the import that made it; undefined for a version that was not imported. */
export function importedRelease(record: VersionRecord, state: ImportedRelease['state']): ImportedRelease | undefined {
  const { origin, version, package: owner } = record
  if (origin === undefined || version.name === undefined || owner.name === undefined) return undefined
  return {
    id: origin.release,
    tag: version.vcsTag ?? version.name,
    package: owner.name,
    version: version.name,
    state,
    metadata: versionFingerprint(version),
    assets: origin.assets.map(orderedAsset),
  }
}

/** A SHA-256 over metadata, or over the values of inputs; the order of keys and absent values do not matter. */
export function fingerprintOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('hex')
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value ?? null
  const fields = Object.entries(definedOnly(value)).toSorted(([a], [b]) => byCodeUnit(a, b))
  return Object.fromEntries(fields.map(([key, field]) => [key, canonical(field)]))
}

/** `fingerprintOf` a version's metadata without its commit, which is not read on every run. */
export function versionFingerprint({ vcsCommit: _, ...metadata }: VersionMetadata): string {
  return fingerprintOf(metadata)
}

/** `fingerprintOf` a package's metadata. */
export function packageFingerprint(metadata: PackageMetadata): string {
  return fingerprintOf(metadata)
}
