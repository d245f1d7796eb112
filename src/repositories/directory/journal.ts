import { chmod, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
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
 */
export async function commit(root: string, steps: readonly Step[]): Promise<void> {
  const journal = path.join(root, journalFile)
  await writeFile(`${journal}.new`, `${JSON.stringify(steps)}\n`)
  await rename(`${journal}.new`, journal)
  await play(root, steps)
  await discard(root)
}

/** Completes what a publisher began who died after its commit, and clears away what one left who died before. */
export async function recover(root: string): Promise<void> {
  const text = await readFile(path.join(root, journalFile), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  })
  if (text !== undefined) await play(root, readSteps(text))
  await discard(root)
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
async function discard(root: string): Promise<void> {
  await rm(path.join(root, journalFile), { force: true })
  await rm(path.join(root, transactionFolder), { recursive: true, force: true })
}

/** Every step may have been done before: a source that is gone has been moved. */
async function play(root: string, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if ('remove' in step) {
      await rm(path.join(root, step.remove), { force: true })
      await removeEmptyFolders(root, path.dirname(step.remove))
    } else {
      await makeFolder(root, path.dirname(step.to))
      await move(path.join(root, step.rename), path.join(root, step.to))
      if ([stagedFolder, incomingFolder].some((folder) => step.rename.startsWith(`${folder}/`)))
        await removeEmptyFolders(root, path.dirname(step.rename))
    }
  }
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return
    // A folder that was new when the change was planned exists by now, made by somebody who takes no lock: its files are moved one by one.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error
    const entries = await readdir(from).catch(() => undefined)
    if (entries === undefined) throw error
    for (const entry of entries) await move(path.join(from, entry), path.join(to, entry))
  }
}

/** Makes a folder of the repository; what is staged, received or under way is its publisher's alone. */
export async function makeFolder(root: string, folder: string): Promise<void> {
  for (const closed of [stagedFolder, incomingFolder, transactionFolder]) {
    if (!`${folder}/`.startsWith(`${closed}/`)) continue
    await mkdir(path.join(root, closed), { recursive: true })
    // A checkout of git's, or a copy, may have opened it.
    await chmod(path.join(root, closed), 0o700)
  }
  await mkdir(path.join(root, folder), { recursive: true })
}

/** Removes a folder and those above it as long as they are empty; the folder of staged versions stays. */
export async function removeEmptyFolders(root: string, folder: string): Promise<void> {
  for (let at = folder; at !== '.' && at !== '/' && at !== stagedFolder; at = path.dirname(at)) {
    try {
      await rmdir(path.join(root, at))
    } catch {
      return
    }
  }
}
