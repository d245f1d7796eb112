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

/** Everything that is known of one version; `schema/version-record.schema.json` is its published form. */
export interface VersionRecord {
  readonly schema: typeof recordSchema
  readonly package: PackageMetadata
  readonly version: VersionMetadata
  readonly files: readonly RecordedFile[]
  readonly run?: RecordedRun
  readonly published: readonly Publication[]
  readonly syncs: readonly Sync[]
}
