import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ActionError, messageOf } from '../../core/errors.ts'
import { parseRecord, serializeRecord } from '../../model/record-json.ts'
import type { VersionRecord } from '../../model/version-record.ts'
import type { Document, Repository } from '../../repositories/repository.ts'

/** A version record that tells of its syncs. */
export interface KeptRecord {
  /** How people and later steps name it; undefined as long as there is no such file. */
  readonly shownAs: string | undefined
  /** As it was read. */
  readonly record: VersionRecord
  update(change: RecordChange): Promise<void>
}

/** Makes the next state of a record of its present one. */
export type RecordChange = (record: VersionRecord) => VersionRecord

/** The record of a version in its repository: read anew for each change, for others may have written meanwhile. */
export function recordInRepository(repository: Repository, document: string, record: VersionRecord): KeptRecord {
  return {
    shownAs: repository.locate(document),
    record,
    update: async (change) => await changeRecords(repository, [document], change),
  }
}

/** Changes records of a repository in one step: a run that is killed leaves all of them as they were, or all of them changed. */
export async function changeRecords(repository: Repository, paths: readonly string[], change: RecordChange): Promise<void> {
  await repository.exclusively(async () => {
    const documents: Document[] = []
    for (const document of paths) {
      const shownAs = repository.locate(document)
      const bytes = await repository.read(document)
      if (bytes === undefined) {
        throw new ActionError('conflict', `the record ${shownAs} is gone`, {
          hint: 'Something else writes into the repository. Run again.',
        })
      }
      documents.push({ path: document, content: serializeRecord(change(parseRecord(Buffer.from(bytes).toString(), shownAs))) })
    }
    await repository.apply({ uploads: [], moves: [], documents, removals: [] })
  })
}

/** A record of this job's own, for what comes from no repository. It is written with its first change, always as a whole. */
export function recordInFile({ file, shownAs }: { readonly file: string; readonly shownAs: string }, record: VersionRecord): KeptRecord {
  let current = record
  let written = false
  return {
    get shownAs() {
      return written ? shownAs : undefined
    },
    record,
    async update(change) {
      current = change(current)
      const content = serializeRecord(current)
      try {
        mkdirSync(path.dirname(file), { recursive: true })
        writeFileSync(`${file}.new`, content)
        renameSync(`${file}.new`, file)
      } catch (error) {
        throw new ActionError('unavailable', `the record ${shownAs} could not be written: ${messageOf(error)}`, {
          hint: 'RUNNER_TEMP must be a folder with some room, and writable. Run again: a deployment that is at the Portal is found by its name.',
          cause: error,
        })
      }
      written = true
    },
  }
}
