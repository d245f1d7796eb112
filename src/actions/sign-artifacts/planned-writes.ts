import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ActionError, messageOf, systemCode } from '../../core/errors.ts'
import { entryAt } from './entry.ts'
import type { OutputLayout } from './output-layout.ts'

/** A file that is to be written. */
export interface PlannedWrite {
  /** Absolute. */
  readonly path: string
  readonly content: string
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

/** Where the content of a file is prepared: always the same name, so that what a killed run left behind is taken up by the next. */
export function preparedPath(path: string): string {
  const name = createHash('sha256').update(basename(path)).digest('hex').slice(0, 16)
  return join(dirname(path), `.outtray-${name}`)
}

function replaceFile(path: string, content: string): void {
  const prepared = preparedPath(path)
  try {
    prepare(prepared, content)
    renameSync(prepared, path)
  } catch (error) {
    rmSync(prepared, { force: true })
    throw error
  }
}

function prepare(prepared: string, content: string): void {
  try {
    writeFileSync(prepared, content, { flag: 'wx' })
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
    rmSync(prepared)
    writeFileSync(prepared, content, { flag: 'wx' })
  }
}

function holds(path: string, content: string): boolean {
  const there = entryAt(path)
  return there?.isFile() === true && there.size === Buffer.byteLength(content) && readFileSync(path, 'utf8') === content
}
