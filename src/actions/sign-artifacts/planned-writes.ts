import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError, messageOf, systemCode } from '../../core/errors.ts'
import { isInside } from '../../core/walk.ts'
import { entryAt } from './entry.ts'
import type { OutputLayout } from './output-layout.ts'

/** A file that is to be written. */
export interface PlannedWrite {
  /** Absolute. */
  readonly path: string
  readonly content: string
}

/** Everything that a run may write, whether or not it will turn out to be needed. */
export interface Targets {
  /** Record, key, checksums file and their signatures. */
  readonly documents: readonly string[]
  /** Signatures and sidecars: their names are those of different files with an ending, so no two are the same. */
  readonly byProducts: Iterable<string>
}

export interface TargetRules {
  readonly workspace: string
  /** Absolute paths of the files to be signed. */
  readonly inputs: ReadonlySet<string>
  readonly layout: OutputLayout
}

/** Tells every place where writing would destroy an input, write a file twice, or follow a link out of the workspace. */
export function checkTargets(
  { documents, byProducts }: Targets,
  { workspace, inputs, layout }: TargetRules,
  diagnostics: Diagnostics,
): void {
  const folders = new Set<string>()
  const check = (target: string, twice: boolean) => {
    folders.add(dirname(target))
    if (inputs.has(target)) {
      diagnostics.error(`'${layout.shown(target)}' is to be signed, and this run would write it`, {
        hint: 'Take it out of `files`, or choose another place for what is written.',
      })
    } else if (twice) {
      diagnostics.error(`'${layout.shown(target)}' would be written twice`, {
        hint: 'Choose another `checksums-file` or `output-directory`.',
      })
    } else if (kindOf(target) === 'folder') {
      diagnostics.error(`'${layout.shown(target)}' cannot be written: there is a folder of that name`)
    }
  }
  for (const [index, document] of documents.entries()) check(document, documents.indexOf(document) < index)
  for (const target of byProducts) check(target, documents.includes(target))
  for (const obstacle of new Set([...folders].map(nearestEntry))) {
    const shown = layout.shown(obstacle)
    const kind = kindOf(obstacle)
    if (kind !== 'folder') diagnostics.error(`'${shown}' is to be a folder, and there is a file of that name`)
    else if (isInside(workspace, obstacle) && !isInside(workspace, realpathSync(obstacle))) {
      diagnostics.error(`the folder '${shown}' is reached by a link out of the workspace`, {
        hint: 'Remove the link, or choose another `output-directory`.',
      })
    }
  }
}

/** The folder itself, or what stands nearest above it. */
function nearestEntry(folder: string): string {
  let there = folder
  while (entryAt(there) === undefined && dirname(there) !== there) there = dirname(there)
  return there
}

/** Links followed; a link to nothing is in the way like a file. */
function kindOf(path: string): 'file' | 'folder' | undefined {
  const entry = entryAt(path)
  const target = entry?.isSymbolicLink() ? (statSync(path, { throwIfNoEntry: false }) ?? entry) : entry
  return target && (target.isDirectory() ? 'folder' : 'file')
}

/**
 * Writes all files, each by one rename, so that a run that dies leaves whole files only; running again completes it. What is there already with
 * the same content is not touched.
 */
export function writeAll(writes: Iterable<PlannedWrite>, layout: OutputLayout): void {
  const made = new Set<string>()
  for (const { path, content } of writes) {
    const folder = dirname(path)
    try {
      if (!made.has(folder)) mkdirSync(folder, { recursive: true })
      made.add(folder)
      if (!holds(path, content)) replaceFile(path, content)
    } catch (error) {
      throw new ActionError('unavailable', `'${layout.shown(path)}' cannot be written: ${messageOf(error)}`, {
        hint: 'Some files may be written already. Running again completes the rest.',
        cause: error,
      })
    }
  }
}

/** The name before the rename is always the same, so that what a killed run left behind is taken up by the next. */
function replaceFile(path: string, content: string): void {
  const name = createHash('sha256').update(basename(path)).digest('hex').slice(0, 16)
  const prepared = join(dirname(path), `.outtray-${name}`)
  try {
    writeFileSync(prepared, content, { flag: 'wx' })
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
    rmSync(prepared)
    writeFileSync(prepared, content, { flag: 'wx' })
  }
  renameSync(prepared, path)
}

function holds(path: string, content: string): boolean {
  const there = entryAt(path)
  return there?.isFile() === true && there.size === Buffer.byteLength(content) && readFileSync(path, 'utf8') === content
}
