import type { PackageMetadata, VersionMetadata } from '../../model/metadata.ts'
import type { VersionRecord } from '../../model/version-record.ts'

export const importStateSchema = 'outtray/import-state/v1'

/** An asset that was imported. */
export interface ImportedAsset {
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
  readonly path: string
}

/** A release that was imported. */
export interface ImportedRelease {
  readonly id: number
  readonly tag: string
  readonly package: string
  readonly version: string
  readonly state: 'published' | 'staged'
  /** `fingerprintOf` the mapped metadata, without the commit. */
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

/** Where the state of a repository is kept. */
export declare function importStatePath(host: string, owner: string, name: string): string

/** Reads a state. Throws `invalid-input` when it is none. */
export declare function parseImportState(text: string, shownAs: string): ImportState

/** The text of a state: same facts, same bytes. */
export declare function serializeImportState(state: ImportState): string

/** Whether two states hold the same facts; validators and the selection are none. What has the same facts is not written again. */
export declare function sameFacts(a: ImportState | undefined, b: ImportState): boolean

/** What a record says of the import that made it; undefined for a version that was not imported. */
export declare function importedRelease(record: VersionRecord, state: ImportedRelease['state']): ImportedRelease | undefined

/** A SHA-256 over metadata, or over the values of inputs; the order of keys and absent values do not matter. */
export declare function fingerprintOf(value: unknown): string

/** `fingerprintOf` a version's metadata; the commit, which is not read on every run, does not count. */
export declare function versionFingerprint(metadata: VersionMetadata): string

export declare function packageFingerprint(metadata: PackageMetadata): string
