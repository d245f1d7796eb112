import { dirname } from 'node:path'
import type { GitHubContext } from '../../core/github.ts'
import type { DigestAlgorithm, Digests } from '../../model/digests.ts'
import { recordedRun } from '../../model/recorded-run.ts'
import { type RecordedFile, recordSchema, type VersionRecord } from '../../model/version-record.ts'
import { type OutputLayout, relativePath } from './output-layout.ts'

/** A file with everything that the run found out or made. */
export interface FinishedFile extends Digests {
  /** Relative to the workspace, with `/`. */
  readonly path: string
  readonly size: number
  /** Whether its signature is new or was there; absent when nobody signs. */
  readonly signature?: 'signed' | 'kept'
  /** Digest of the signature file. */
  readonly signatureSha256?: string
}

export interface RecordRequest {
  readonly files: readonly FinishedFile[]
  readonly fingerprint: string | undefined
  readonly checksums: readonly DigestAlgorithm[]
  readonly layout: OutputLayout
  readonly github: GitHubContext
}

/** The version record that starts here: files by their place relative to the record, no package and no version yet. */
export function buildRecord({ files, fingerprint, checksums, layout, github }: RecordRequest): VersionRecord {
  const fromRecord = (absolute: string) => relativePath(dirname(layout.record), absolute)
  const recorded = files.map(
    ({ path, size, md5, sha1, sha256, sha512, signatureSha256 }): RecordedFile => ({
      path: fromRecord(layout.file(path)),
      size,
      md5,
      sha1,
      sha256,
      sha512,
      ...(fingerprint !== undefined && {
        signature: {
          path: fromRecord(layout.signature(path)),
          fingerprint,
          ...(signatureSha256 !== undefined && { sha256: signatureSha256 }),
        },
      }),
      ...(checksums.length > 0 && { checksums }),
    }),
  )
  const run = recordedRun(github)
  const known = Object.keys(run).length > 0
  return { schema: recordSchema, package: {}, version: {}, files: recorded, ...(known && { run }), published: [], syncs: [] }
}
