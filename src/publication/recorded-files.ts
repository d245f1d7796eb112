import type { RecordedFile, VersionRecord } from '../model/version-record.ts'

const indexes = new WeakMap<VersionRecord, ReadonlyMap<string, RecordedFile>>()

/** What a record says of a path; records of ten thousand files are asked for each of them. */
export function recordedFile(record: VersionRecord | undefined, path: string): RecordedFile | undefined {
  if (record === undefined) return undefined
  const index = indexes.get(record) ?? new Map(record.files.map((file) => [file.path, file]))
  indexes.set(record, index)
  return index.get(path)
}
