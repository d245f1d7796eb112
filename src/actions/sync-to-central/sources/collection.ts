import type { LeftOut, Misfit, Orphan } from '../../../central/whitelist.ts'
import type { Coordinates } from '../../../maven/coordinates.ts'
import type { DigestAlgorithm } from '../../../model/digests.ts'
import type { RecordedFile } from '../../../model/version-record.ts'
import type { ExistingSignature } from '../../../signing/signature-reader.ts'
import type { Ineligible, SourceRecord } from './found-file.ts'
import type { OpenFile } from './open-files.ts'

/** A signature that was staged beside a file; nothing of it is verified yet. */
export interface StagedSignature {
  readonly content: string
  /** How messages name its file. */
  readonly shownAs: string
  /** Absent when the file holds no detached signature. */
  readonly read?: ExistingSignature
}

/** A file to sync, open until the collection is disposed of: what is hashed is what is sent. */
export interface CollectedFile extends OpenFile {
  /** In Maven layout, relative to the bundle: `org/acme/lib/1.0/lib-1.0.jar`. */
  readonly bundlePath: string
  /** Its last segment. */
  readonly name: string
  readonly kind: 'artifact' | 'sigstore'
  /** The line of `from` that it comes from, as it was written. */
  readonly origin: string
  /** How annotations name it: relative to the workspace, absolute only outside it. */
  readonly shownAs: string
  /** Those of all parts that hold the file, without repetitions; any of them may be the one that verifies. */
  readonly signatures: readonly StagedSignature[]
  /** The text of each checksum file that was staged beside it. */
  readonly stagedChecksums: Readonly<Partial<Record<DigestAlgorithm, string>>>
  /** What a record says of it; `verifyRecorded` compares. */
  readonly recorded?: RecordedFile
}

/** All that is to be synced of one release. */
export interface CollectedComponent {
  /** As the folder says. */
  readonly coordinates: Coordinates
  /** In path order. */
  readonly files: readonly CollectedFile[]
  readonly misfits: readonly Misfit[]
  readonly orphans: readonly Orphan[]
}

/** A file that stays behind, and where it lies. */
export interface LeftOutFile extends LeftOut {
  /** How messages name it: relative to the workspace, absolute only outside it. */
  readonly shownAs: string
}

/** Everything that the lines of `from` hold together. Disposing of it closes the files. */
export interface Collection extends Disposable {
  /** In the order of their folders. */
  readonly components: readonly CollectedComponent[]
  readonly leftOut: readonly LeftOutFile[]
  readonly ineligible: readonly Ineligible[]
  /** Left alone because of `include` and `exclude`. */
  readonly excluded: readonly Coordinates[]
  readonly records: readonly SourceRecord[]
}
