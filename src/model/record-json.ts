import * as v from 'valibot'
import { ActionError, messageOf } from '../core/errors.ts'
import type { VersionRecord } from './version-record.ts'
import { versionRecordSchema } from './version-record-schema.ts'

/** Longest record that is read, in bytes: some 100,000 files. */
const longestRecord = 64 * 1024 * 1024

/** The text of a record: keys in the schema's order, two blanks of indentation, a final newline. The same record gives the same bytes. */
export function serializeRecord(record: VersionRecord): string {
  return `${JSON.stringify(inSchemaOrder(record), undefined, 2)}\n`
}

const restore = 'Restore it from a copy of the repository.'

/**
 * Reads a record. Throws `invalid-input` with every mistake when it is none; nothing of it is believed before.
 * @param shownAs how messages name the file
 */
export function parseRecord(text: string, shownAs: string): VersionRecord {
  if (text.length > longestRecord)
    throw new ActionError('invalid-input', `the version record '${shownAs}' is longer than 64 MiB`, { hint: restore })
  const result = v.safeParse(versionRecordSchema, parseJson(text, shownAs))
  if (result.success) return withoutUndefined(result.output)
  const mistakes = result.issues.slice(0, 10).map((issue) => `${v.getDotPath(issue) ?? 'the record'}: ${issue.message}`)
  throw new ActionError('invalid-input', `'${shownAs}' is no version record: ${mistakes.join('; ')}`, { hint: restore })
}

function parseJson(text: string, shownAs: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ActionError('invalid-input', `the version record '${shownAs}' is no JSON: ${messageOf(error)}`, {
      cause: error,
      hint: restore,
    })
  }
}

type Schema = { readonly entries?: Readonly<Record<string, Schema>>; readonly item?: Schema; readonly wrapped?: Schema }

/** Rebuilds a value with the keys of each object as the schema lists them; absent values are left out. */
function inSchemaOrder(value: unknown, schema: Schema = versionRecordSchema as unknown as Schema): unknown {
  const inner = schema.wrapped ?? schema
  if (Array.isArray(value)) return value.map((item: unknown) => (inner.item === undefined ? item : inSchemaOrder(item, inner.item)))
  if (typeof value !== 'object' || value === null || inner.entries === undefined) return value
  const fields = new Map(Object.entries(value))
  const ordered = Object.entries(inner.entries).filter(([key]) => fields.get(key) !== undefined)
  return Object.fromEntries(ordered.map(([key, entry]) => [key, inSchemaOrder(fields.get(key), entry)]))
}

/** The schema's optional entries are absent or have a value: JSON knows no `undefined`. */
function withoutUndefined(record: v.InferOutput<typeof versionRecordSchema>): VersionRecord {
  return record as VersionRecord
}
