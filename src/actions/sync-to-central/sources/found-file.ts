import type { RecordedFile, RecordedSignature, VersionRecord } from '../../../model/version-record.ts'

/** A file that a source holds, not yet opened. */
export interface FoundFile {
  /** In Maven layout, relative to the bundle: `org/acme/lib/1.0/lib-1.0.jar`. */
  readonly path: string
  /** Absolute path of its bytes. */
  readonly absolute: string
  /** How annotations name it: relative to the workspace, absolute only outside it. */
  readonly shownAs: string
  /** What a record says of it; it must be true. */
  readonly recorded?: RecordedFile
  /** The same of a signature. */
  readonly recordedSignature?: RecordedSignature
}

/** A version that cannot be synced, and why; the fields are as far as they are known. */
export interface Ineligible {
  readonly package?: string
  readonly version?: string
  /** `groupId:artifactId:version`. */
  readonly coordinates?: string
  /** The end of a sentence that names the version. */
  readonly reason: string
}

/** The record of a version that is synced, and where it is kept. */
export interface SourceRecord {
  readonly record: VersionRecord
  /** Absolute path of its document. */
  readonly absolute: string
  /** How people and later steps name it. */
  readonly shownAs: string
  /** The absolute folder of the repository that keeps it; absent for a record that travels alone. */
  readonly repository?: string
}

/** What one line of `from` holds. */
export interface Source {
  /** The line, as it was written. */
  readonly origin: string
  readonly files: readonly FoundFile[]
  readonly ineligible: readonly Ineligible[]
  readonly record?: SourceRecord
}
