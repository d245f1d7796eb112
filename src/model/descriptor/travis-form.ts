import type { FileSelection, TravisSelection } from '../descriptor.ts'
import { TravisPattern } from '../patterns/travis-pattern.ts'
import { noticeUnknownKeys } from './bintray-keys.ts'
import type { ClauseReader } from './clause-reader.ts'

/** The files that Travis's form chooses: one selection for each entry of `files`. */
export async function readTravisSelections(top: ClauseReader): Promise<FileSelection[]> {
  const entries = top.clauses('files')
  if (entries.length === 0) top.error('files', 'files is empty', 'Add an entry with includePattern and uploadPattern.')
  noticeParameters(entries)
  const selections: TravisSelection[] = []
  for (const entry of entries) {
    noticeUnknownKeys(entry, 'files')
    const selection = await readEntry(entry)
    if (selection !== undefined) selections.push(selection)
  }
  return selections
}

async function readEntry(entry: ClauseReader): Promise<TravisSelection | undefined> {
  const include = entry.located('includePattern')
  const exclude = entry.located('excludePattern')
  const upload = entry.located('uploadPattern')
  const override = entry.clause('matrixParams')?.boolean('override')
  if (entry.isVoid('includePattern') || entry.isVoid('excludePattern') || entry.isVoid('uploadPattern')) return undefined
  if (include === undefined) {
    entry.error(
      'includePattern',
      `${entry.name}.includePattern is missing`,
      'Write the path, with the variable part in parentheses: out/(.*\\.deb).',
    )
    return undefined
  }
  const patterns = { include, ...(exclude !== undefined && { exclude }), ...(upload !== undefined && { upload }) }
  const compiled = await TravisPattern.compile(patterns, entry.reading.diagnostics)
  if (compiled === undefined) return undefined
  return { kind: 'travis', folder: compiled.start.folder, ...patterns, ...(override !== undefined && { override }) }
}

/** What was sent with an upload for Bintray's indexes has no counterpart; `override` has. */
function noticeParameters(entries: readonly ClauseReader[]): void {
  const names = new Set<string>()
  for (const entry of entries) {
    const parameters = entry.clause('matrixParams')?.keys ?? []
    for (const name of parameters) if (name !== 'override') names.add(`matrixParams.${name}`)
    if (entry.has('listInDownloads')) names.add('listInDownloads')
  }
  const first = entries.find(
    (entry) => entry.clause('matrixParams')?.keys.some((name) => name !== 'override') || entry.has('listInDownloads'),
  )
  if (first === undefined) return
  const key = first.has('listInDownloads') && !first.has('matrixParams') ? 'listInDownloads' : 'matrixParams'
  first.reading.diagnostics.notice(`Accepted, and without effect any more: ${[...names].join(', ')}`, { location: first.locate(key) })
}
