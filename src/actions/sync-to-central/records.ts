import path from 'node:path'
import type { ConnectedContext } from '../../core/action.ts'
import { parseRecord } from '../../model/record-json.ts'
import { packagesFolder, stagedFolder, stagedRecord } from '../../model/repository-layout.ts'
import { encodeName } from '../../model/repository-path.ts'
import { type RecordedFile, recordSchema, type VersionRecord } from '../../model/version-record.ts'
import { openRepository } from '../../repositories/kinds.ts'
import type { Repository } from '../../repositories/repository.ts'
import { type KeptRecord, recordInFile, recordInRepository } from './kept-record.ts'
import type { PreparedFile } from './prepared-files.ts'
import type { Collection } from './sources/collection.ts'
import type { SourceRecord } from './sources/found-file.ts'
import { shownPath } from './sources/place.ts'

// How long to wait for another publisher of the same directory, in milliseconds.
const patience = 15 * 60_000

/** The repository in a folder, to be written to. */
export function repositoryIn(folder: string, { workspace, log }: Pick<ConnectedContext, 'workspace' | 'log'>): Repository {
  return openRepository(folder, { workspace, patience, onWait: (owner) => log.info(`waiting for another publisher (${owner})`) })
}

/** All records of published versions of a repository, with their paths in it. */
export async function publishedRecords(
  repository: Repository,
): Promise<readonly { readonly path: string; readonly record: VersionRecord }[]> {
  const documents = (await repository.list(packagesFolder)).filter((file) => /\/versions\/[^/]+\.json$/.test(file))
  const records: { path: string; record: VersionRecord }[] = []
  for (const document of documents) {
    const bytes = await repository.read(document)
    if (bytes !== undefined)
      records.push({ path: document, record: parseRecord(Buffer.from(bytes).toString(), repository.locate(document)) })
  }
  return records
}

/** The versions of a repository whose files wait to be published; a version may be published besides. */
export async function stagedVersions(repository: Repository): Promise<readonly { readonly package: string; readonly version: string }[]> {
  return (await repository.list(stagedFolder)).flatMap((file) => {
    const [name, version] = file
      .slice(stagedFolder.length + 1)
      .split('/')
      .map(decodedName)
    return name !== undefined && version !== undefined && file === stagedRecord(name, version) ? { package: name, version } : []
  })
}

/** What a folder is named after; undefined for a folder that no publisher has made. */
function decodedName(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** Where a sync is noted: in the repositories that keep the records of its sources, else in a record of this job's own. */
export function recordsOf(
  { records }: Pick<Collection, 'records'>,
  { files, digest }: { readonly files: readonly PreparedFile[]; readonly digest: string },
  context: ConnectedContext,
): readonly KeptRecord[] {
  const kept = records.flatMap((source) => keptRecord(source, context) ?? [])
  if (kept.length > 0) return kept
  const file = path.join(context.temporary, `outtray-sync-${digest}.json`)
  return [recordInFile({ file, shownAs: shownPath(context.workspace, file) }, ownRecord(records, files, path.dirname(file)))]
}

/** Where it is noted what becomes of a deployment: in the repository that keeps the record of its version, else in a copy of this job's own. */
export function recordOf(source: SourceRecord, deployment: string, context: ConnectedContext): KeptRecord {
  const kept = keptRecord(source, context)
  if (kept !== undefined) return kept
  const file = path.join(context.temporary, `outtray-sync-${encodeName(deployment)}.json`)
  const moved = (name: string) => toPosix(path.relative(context.temporary, path.resolve(path.dirname(source.absolute), name)))
  const files = source.record.files.map(({ signature, ...recorded }) => ({
    ...recorded,
    path: moved(recorded.path),
    ...(signature !== undefined && { signature: { ...signature, path: moved(signature.path) } }),
  }))
  return recordInFile({ file, shownAs: shownPath(context.workspace, file) }, { ...source.record, files })
}

/** A record that a repository keeps; undefined for one that travels alone, which stays as it is: later steps know it by its digest. */
function keptRecord({ repository, absolute, record }: SourceRecord, context: ConnectedContext): KeptRecord | undefined {
  if (repository === undefined) return undefined
  const document = toPosix(path.relative(repository, absolute))
  return recordInRepository(repositoryIn(repository, context), document, record)
}

function ownRecord(records: readonly SourceRecord[], files: readonly PreparedFile[], folder: string): VersionRecord {
  const [first] = records
  const versions = new Set(files.map(({ coordinates }) => coordinates.version))
  const [version] = versions
  const recorded = files.flatMap(({ collected, digests, size }): RecordedFile[] =>
    collected === undefined ? [] : [{ path: toPosix(path.relative(folder, collected.path)), size, ...digests }],
  )
  return {
    schema: recordSchema,
    package: first?.record.package ?? {},
    version: first?.record.version ?? (versions.size === 1 && version !== undefined ? { name: version } : {}),
    files: recorded,
    published: [],
    syncs: records.flatMap(({ record }) => record.syncs),
  }
}

function toPosix(file: string): string {
  return file.split(path.sep).join('/')
}
