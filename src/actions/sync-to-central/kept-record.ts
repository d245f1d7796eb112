import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ActionError } from '../../core/errors.ts'
import { parseRecord, serializeRecord } from '../../model/record-json.ts'
import type { VersionRecord } from '../../model/version-record.ts'
import type { Document, Repository } from '../../repositories/repository.ts'

/** A version record that tells of its syncs. */
export interface KeptRecord {
  /** How people and later steps name it. */
  readonly shownAs: string
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
  return {
    shownAs,
    record,
    async update(change) {
      current = change(current)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, serializeRecord(current))
      renameSync(`${file}.new`, file)
    },
  }
}
