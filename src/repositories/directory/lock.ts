import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync, utimes, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ActionError, systemCode } from '../../core/errors.ts'
import { heartbeat, isAlive, newOwner } from './owner.ts'

export interface LockOptions {
  /** Folder that holds the lock. */
  readonly folder: string
  /** How long to wait for another publisher, in milliseconds. */
  readonly patience: number
  /** Told once, when there is somebody to wait for. */
  readonly onWait: (owner: string) => void
}

/**
 * Lets one publisher at a time change a directory. The lock is a folder named `lock` that holds one file, named after its owner.
 *
 * - It is taken by renaming a prepared folder onto it: that fails while the lock holds a file, and replaces an empty folder.
 * - It is broken by deleting the file of an owner who is dead. The file's name is unique, so a breaker who is late can never delete the file of
 *   the next owner. No step can be interrupted in a way that needs a person.
 */
export async function withLock<T>(options: LockOptions, work: () => Promise<T>): Promise<T> {
  const owner = newOwner()
  const lock = path.join(options.folder, 'lock')
  await acquire(lock, owner, options)
  const file = path.join(lock, owner)
  const beat = setInterval(() => utimes(file, new Date(), new Date(), () => {}), heartbeat)
  try {
    await sweep(options.folder)
    return await work()
  } finally {
    clearInterval(beat)
    unlinkSync(file)
    // Somebody may have taken the empty lock in between: then it is theirs.
    unless(['ENOTEMPTY', 'EEXIST', 'ENOENT'], () => rmdirSync(lock))
  }
}

async function acquire(lock: string, owner: string, options: LockOptions): Promise<void> {
  const prepared = `${lock}-${owner}`
  const deadline = Date.now() + options.patience
  for (let told = false; ; ) {
    mkdirSync(prepared, { recursive: true })
    writeFileSync(path.join(prepared, owner), '')
    if (taken(prepared, lock)) return
    const holder = await livingHolder(lock)
    if (holder === undefined) continue
    if (!told) options.onWait(holder)
    told = true
    if (Date.now() > deadline) {
      rmSync(prepared, { recursive: true, force: true })
      throw new ActionError('timeout', `another publisher holds the lock '${lock}' (${holder})`, {
        hint: 'Run again when it is through. If no such publisher exists, delete that folder.',
      })
    }
    await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 30))
  }
}

function taken(prepared: string, lock: string): boolean {
  try {
    renameSync(prepared, lock)
    return true
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'EACCES') throw error
    // Windows does not rename onto an empty folder; an empty one is nobody's and may go.
    unless(['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EACCES'], () => rmdirSync(lock))
    return false
  }
}

/** The owner of the lock, if alive; the files of dead owners are deleted. */
async function livingHolder(lock: string): Promise<string | undefined> {
  for (const owner of namesIn(lock)) {
    if (await isAlive(path.join(lock, owner), owner)) return owner
    unless(['ENOENT'], () => unlinkSync(path.join(lock, owner)))
  }
  return undefined
}

/** Whether somebody died who held the lock or waited for it: whoever takes it next clears that away. */
export async function isLeftBehind(folder: string): Promise<boolean> {
  const waiting = namesIn(folder).filter((name) => name.startsWith('lock-'))
  const owners = [
    ...namesIn(path.join(folder, 'lock')).map((owner) => ({ owner, file: path.join(folder, 'lock', owner) })),
    ...waiting.map((name) => ({ owner: name.slice('lock-'.length), file: path.join(folder, name) })),
  ]
  for (const { owner, file } of owners) if (!(await isAlive(file, owner))) return true
  return false
}

/** Removes what publishers left who died while they waited for the lock. */
async function sweep(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('lock-')) continue
    const prepared = path.join(folder, name)
    const owner = name.slice('lock-'.length)
    if (!(await isAlive(prepared, owner))) rmSync(prepared, { recursive: true, force: true })
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Does something that may fail in foreseen ways, by the codes of the system. */
function unless(codes: readonly string[], act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!codes.includes(systemCode(error) ?? '')) throw error
  }
}
