import { lstatSync } from 'node:fs'
import path from 'node:path'
import type { Diagnostics } from '../../../core/diagnostics.ts'
import { publishedRecord, stagedRecord } from '../../../model/repository-layout.ts'
import { metadataFolder } from '../../../model/repository-path.ts'
import type { Source } from './found-file.ts'
import { isRepository, type SourcePlace, shownPath } from './place.ts'
import { readRecord, recordedFiles, withoutLayout } from './record-document.ts'

/** Which version of a repository is wanted. */
export interface WantedVersion {
  readonly package: string
  readonly version: string
}

/** Lists a published version of a repository: exactly the files of its record, which are where they are published. */
export function readRepository(
  { absolute: repository, origin }: SourcePlace,
  wanted: WantedVersion,
  { workspace, diagnostics }: { readonly workspace: string; readonly diagnostics: Diagnostics },
): Source {
  const nothing: Source = { origin, files: [], ineligible: [] }
  const absolute = path.join(repository, publishedRecord(wanted.package, wanted.version))
  if (!exists(absolute)) {
    if (exists(path.join(repository, stagedRecord(wanted.package, wanted.version)))) return { ...nothing, ineligible: [staged(wanted)] }
    diagnostics.error(`the repository '${origin}' has no version '${wanted.version}' of package '${wanted.package}'`, {
      hint: "Check the inputs 'package' and 'version', or publish the version first.",
    })
    return nothing
  }
  const shownAs = shownPath(workspace, absolute)
  const record = readRecord(absolute, shownAs, diagnostics)
  if (record === undefined) return nothing
  const reason = withoutLayout(
    record,
    record.files.map((file) => file.path),
  )
  if (reason !== undefined) return { ...nothing, ineligible: [reason] }
  const files = recordedFiles(record, { folder: repository, within: [repository], workspace }, diagnostics)
  return { ...nothing, files, record: { record, absolute, shownAs, repository } }
}

/** Why a version that only its publisher sees is not synced. */
export function staged({ package: name, version }: Partial<WantedVersion>) {
  return {
    ...(name !== undefined && { package: name }),
    ...(version !== undefined && { version }),
    reason: 'is only staged: publish it first, what is on Maven Central is public for ever',
  }
}

/** The repository that keeps a record, and whether the record is of what is published there; undefined for a record that travels alone. */
export function keeperOf(record: string): { readonly repository: string; readonly published: boolean } | undefined {
  const segments = record.split(path.sep)
  const at = segments.lastIndexOf(metadataFolder)
  const repository = segments.slice(0, at).join(path.sep)
  const [kind, , , ...rest] = segments.slice(at + 1)
  if (at < 0 || rest.length !== 1 || (kind !== 'packages' && kind !== 'staged') || !isRepository(repository)) return undefined
  return { repository, published: kind === 'packages' }
}

function exists(absolute: string): boolean {
  return lstatSync(absolute, { throwIfNoEntry: false }) !== undefined
}
