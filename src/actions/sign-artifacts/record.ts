import { dirname } from 'node:path'
import type { GitHubContext } from '../../core/github.ts'
import type { DigestAlgorithm, Digests } from '../../model/digests.ts'
import { type RecordedFile, type RecordedRun, recordSchema, type VersionRecord } from '../../model/version-record.ts'
import { type OutputLayout, relativePath } from './output-layout.ts'

/** A file with everything that the run found out or made. */
export interface FinishedFile extends Digests {
  /** Relative to the workspace, with `/`. */
  readonly path: string
  readonly size: number
  /** Whether its signature is new or was there; absent when nobody signs. */
  readonly signature?: 'signed' | 'kept'
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
    ({ path, size, md5, sha1, sha256, sha512 }): RecordedFile => ({
      path: fromRecord(layout.file(path)),
      size,
      md5,
      sha1,
      sha256,
      sha512,
      ...(fingerprint !== undefined && { signature: { path: fromRecord(layout.signature(path)), fingerprint } }),
      // The record knows sidecars beside their file only; elsewhere they can be made again from the digests.
      ...(checksums.length > 0 && layout.beside && { checksums }),
    }),
  )
  const run = runOf(github)
  return { schema: recordSchema, package: {}, version: {}, files: recorded, ...(run && { run }), published: [], syncs: [] }
}

function runOf({ repository, workflow, ref, sha, runId, runAttempt }: GitHubContext): RecordedRun | undefined {
  const run: RecordedRun = {
    ...(repository !== undefined && { repository }),
    ...(workflow !== undefined && { workflow }),
    ...(ref !== undefined && { ref }),
    ...(sha !== undefined && { commit: sha }),
    ...(runId !== undefined && { id: runId }),
    ...(/^\d+$/.test(runAttempt ?? '') && { attempt: Number(runAttempt) }),
  }
  return Object.keys(run).length === 0 ? undefined : run
}
