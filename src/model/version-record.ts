import type { AssetRole } from './asset-roles.ts'
import type { Digests } from './digests.ts'
import type { PackageMetadata, VersionMetadata } from './metadata.ts'

export const recordSchema = 'outtray/version-record/v1'

/** A detached signature that travels with its file. */
export interface RecordedSignature {
  /** Like the file's path: relative to the repository, or to the record's folder. */
  readonly path: string
  /** Upper-case hexadecimal fingerprint of the key or subkey that signed; absent when the signature does not say. */
  readonly fingerprint?: string
  /** Digest of the signature file; only in a record handed from job to job, where it makes sure of the signature as of every other file. */
  readonly sha256?: string
}

/** One file of a version. */
export interface RecordedFile extends Digests {
  /** With `/`; relative to the repository in a repository, to the record's folder in a record handed from job to job. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly mediaType?: string
  readonly signature?: RecordedSignature
  /** Checksums that travel with the file, made again from its digests wherever it goes; only in a record handed from job to job. */
  readonly checksums?: readonly (keyof Digests)[]
}

/** The workflow run that made the record. */
export interface RecordedRun {
  readonly repository?: string
  readonly workflow?: string
  readonly ref?: string
  readonly commit?: string
  readonly id?: string
  readonly attempt?: number
}

/** One publication: where to, and when. */
export interface Publication {
  /** The repository as it was written, never resolved. */
  readonly target: string
  /** ISO 8601, UTC. */
  readonly time: string
}

/** One synchronisation with Maven Central, as `sync-to-central` writes it. */
export interface Sync {
  readonly target: string
  readonly deployment?: string
  readonly state: string
  readonly started: string
  readonly finished?: string
  readonly files?: number
  readonly bytes?: number
  readonly errors?: readonly string[]
}

/** What vouches for the bytes of an asset. */
export const checkKinds = ['github-digest', 'checksum', 'openpgp', 'sigstore'] as const

/** How a check came out; one that fails is never recorded, since its release fails. */
export const checkStates = ['verified', 'present', 'unknown-key', 'unverified'] as const

/** One thing that was asked about an asset, and the answer. */
export interface RecordedCheck {
  readonly kind: (typeof checkKinds)[number]
  readonly state: (typeof checkStates)[number]
  /** Name of the asset that holds the checksum, the signature or the bundle. */
  readonly by?: string
  /** Fingerprint of the key, or the identity in the certificate. */
  readonly key?: string
}

/** Bytes that an asset had before it was replaced. */
export interface EarlierBytes {
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  /** When they were replaced: ISO 8601, UTC. */
  readonly replaced: string
}

/** One asset of the release that a version came from. */
export interface RecordedAsset {
  readonly id: number
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** `sha256:…`, as GitHub says it; releases from before 2025 have none. */
  readonly digest?: string
  /** GitHub's `updated_at`. */
  readonly updated: string
  /** Where its bytes are in the repository; absent where they were read to check others, and not kept. */
  readonly path?: string
  /** Of the bytes that were received. */
  readonly sha256: string
  /** Absent for a payload. */
  readonly role?: AssetRole
  readonly checks: readonly RecordedCheck[]
  /** Oldest first; only where assets may change. */
  readonly earlier?: readonly EarlierBytes[]
}

/** The GitHub release that a version was imported from. */
export interface RecordedOrigin {
  /** The page of the release. */
  readonly url: string
  /** The server, such as `github.com`. */
  readonly host: string
  /** `owner/name`. */
  readonly repository: string
  /** GitHub's id of the release. */
  readonly release: number
  /** Every asset that is here: those that are signatures or checksums of others, too. */
  readonly assets: readonly RecordedAsset[]
}

/** Everything that is known of one version; `schema/version-record.schema.json` is its published form. */
export interface VersionRecord {
  readonly schema: typeof recordSchema
  readonly package: PackageMetadata
  readonly version: VersionMetadata
  readonly files: readonly RecordedFile[]
  /** Only of a version that was imported. */
  readonly origin?: RecordedOrigin
  readonly run?: RecordedRun
  readonly published: readonly Publication[]
  readonly syncs: readonly Sync[]
}
