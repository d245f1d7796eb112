import { mediaTypeOf } from '../model/media-type.ts'
import type { PackageMetadata, VersionMetadata } from '../model/metadata.ts'
import { serializeRecord } from '../model/record-json.ts'
import { type RecordedFile, recordSchema, type VersionRecord } from '../model/version-record.ts'
import type { PlannedItem, PlanRequest } from './plan.ts'
import type { VersionState } from './version-state.ts'

/**
 * The record of a version with what a run adds. Fields that the publisher gives overwrite, others stay; the run and the time are noted only when
 * something changes, so that a second run changes not a byte.
 */
export function mergeRecord(request: PlanRequest, state: VersionState, items: readonly PlannedItem[]): VersionRecord {
  const before = request.publish ? state.published : state.staged
  const earlier = request.publish ? [state.published, state.staged] : [state.staged]
  const origin = request.origin ?? earlier.findLast((record) => record?.origin !== undefined)?.origin
  const files = new Map(before?.files.map((file) => [file.path, file]) ?? [])
  for (const { file, signature } of items) {
    const recorded: RecordedFile = {
      path: file.path,
      size: file.size,
      ...file.digests,
      mediaType: mediaTypeOf(file.path),
      ...(signature !== undefined && { signature }),
    }
    files.set(file.path, recorded)
  }
  const merged: VersionRecord = {
    schema: recordSchema,
    package: Object.assign({}, ...earlier.map((record) => record?.package), request.package) as PackageMetadata,
    version: Object.assign({}, ...earlier.map((record) => record?.version), request.metadata) as VersionMetadata,
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...(origin !== undefined && { origin }),
    ...(before?.run !== undefined && { run: before.run }),
    published: before?.published ?? [],
    syncs: before?.syncs ?? [],
  }
  if (before !== undefined && serializeRecord(before) === serializeRecord(merged)) return merged
  const known = new Set(before?.files.map(({ path }) => path) ?? [])
  const filesChanged = items.some(({ file, decision }) => decision !== 'unchanged' || !known.has(file.path))
  const publication = request.publish && (before === undefined || filesChanged) ? [{ target: request.target, time: request.time }] : []
  return { ...merged, run: request.run, published: [...merged.published, ...publication] }
}
