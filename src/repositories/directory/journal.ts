import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ActionError, systemCode } from '../../core/errors.ts'
import { incomingFolder, stagedFolder } from '../../model/repository-layout.ts'
import { isPlainPath } from '../../model/repository-path.ts'

/** One step of a transaction. Paths are relative to the repository. */
export type Step = { readonly rename: string; readonly to: string } | { readonly remove: string }

export const transactionFolder = '.outtray/transaction'
export const journalFile = `${transactionFolder}/journal.json`

/**
 * Writes down what is about to happen, and does it. From the moment in which the journal has its name the change will happen: whoever takes the lock
 * next completes it. Before that moment nothing has happened.
 *
 * Nothing here waits: a version takes some forty calls of the system, of which each costs ten times as much as a promise.
 */
export function commit(root: string, steps: readonly Step[]): void {
  const journal = path.join(root, journalFile)
  writeFileSync(`${journal}.new`, `${JSON.stringify(steps)}\n`)
  renameSync(`${journal}.new`, journal)
  play(root, steps)
  discard(root)
}

/** Completes what a publisher began who died after its commit, and clears away what one left who died before. */
export function recover(root: string): void {
  const text = unlessMissing(() => readFileSync(path.join(root, journalFile), 'utf8'))
  if (text !== undefined) play(root, readSteps(text))
  discard(root)
}

/** Whoever can write into the repository can write a journal: it moves and removes nothing elsewhere. */
function readSteps(text: string): readonly Step[] {
  const steps = parseSteps(text)
  const paths = steps?.flatMap((step) => ('remove' in step ? [step.remove] : [step.rename, step.to]))
  if (steps === undefined || paths?.every((file) => typeof file === 'string' && isPlainPath(file)) !== true) {
    throw new ActionError('conflict', `the journal '${journalFile}' of the repository is damaged`, {
      hint: 'It is of a publication that was cut off. Compare the repository with a copy, then delete the folder of the journal.',
    })
  }
  return steps
}

function parseSteps(text: string): readonly Step[] | undefined {
  try {
    const steps: unknown = JSON.parse(text)
    const isStep = (step: unknown) => typeof step === 'object' && step !== null && ('remove' in step || ('rename' in step && 'to' in step))
    return Array.isArray(steps) && steps.every(isStep) ? (steps as readonly Step[]) : undefined
  } catch {
    return undefined
  }
}

/** Clears the transaction away, the journal first: without it the rest means nothing. */
function discard(root: string): void {
  unlessMissing(() => unlinkSync(path.join(root, journalFile)))
  const folder = path.join(root, transactionFolder)
  if (!removeIfEmpty(folder)) unlessMissing(() => rmSync(folder, { recursive: true }))
}

/** Every step may have been done before: a source that is gone has been moved. */
function play(root: string, steps: readonly Step[]): void {
  for (const step of steps) {
    if ('remove' in step) {
      unlessMissing(() => unlinkSync(path.join(root, step.remove)))
      removeEmptyFolders(root, path.dirname(step.remove))
    } else {
      place(root, step)
      if ([stagedFolder, incomingFolder].some((folder) => step.rename.startsWith(`${folder}/`))) {
        removeEmptyFolders(root, path.dirname(step.rename))
      }
    }
  }
}

/** Moves a file or folder to its place; the folder of that is made when it turns out to be missing. */
function place(root: string, step: { readonly rename: string; readonly to: string }): void {
  const [from, to] = [path.join(root, step.rename), path.join(root, step.to)]
  if (step.to.startsWith(`${stagedFolder}/`)) makeFolder(root, path.dirname(step.to))
  else if (move(from, to)) return
  else makeFolder(root, path.dirname(step.to))
  move(from, to)
}

/** Whether something was there to be moved, and a folder to take it. */
function move(from: string, to: string): boolean {
  try {
    renameSync(from, to)
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return false
    // A folder that was new when the change was planned exists by now, made by somebody who takes no lock: its files are moved one by one.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error
    const entries = readableFolder(from)
    if (entries === undefined) throw error
    for (const entry of entries) move(path.join(from, entry), path.join(to, entry))
  }
  return true
}

function readableFolder(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder)
  } catch {
    return undefined
  }
}

/** Makes a folder of the repository; what is staged, received or under way is its publisher's alone. */
export function makeFolder(root: string, folder: string): void {
  for (const closed of [stagedFolder, incomingFolder, transactionFolder]) {
    if (!`${folder}/`.startsWith(`${closed}/`)) continue
    mkdirSync(path.join(root, closed), { recursive: true })
    // A checkout of git's, or a copy, may have opened it.
    chmodSync(path.join(root, closed), 0o700)
    if (folder === closed) return
  }
  mkdirSync(path.join(root, folder), { recursive: true })
}

/** Removes a folder and those above it as long as they are empty; the folder of staged versions stays. Who died while doing so left some of them. */
export function removeEmptyFolders(root: string, folder: string): void {
  for (let at = folder; at !== '.' && at !== '/' && at !== stagedFolder; at = path.dirname(at)) {
    try {
      rmdirSync(path.join(root, at))
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') return
    }
  }
}

/** Removes a folder if nothing is in it; says whether it did. */
export function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch {
    return false
  }
}

function unlessMissing<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
