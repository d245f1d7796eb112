import { readFileSync, readlinkSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir, stat, unlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { ActionError, systemCode } from '../../core/errors.ts'

export interface LockOptions {
  /** Folder that holds the lock. */
  readonly folder: string
  /** How long to wait for another publisher, in milliseconds. */
  readonly patience: number
  /** Told once, when there is somebody to wait for. */
  readonly onWait: (owner: string) => void
}

const heartbeat = 5_000
// A holder on another machine, whom we cannot look up, counts as dead when its heartbeat is this old.
const staleAfter = 60_000

/**
 * Lets one publisher at a time change a directory. The lock is a folder named `lock` that holds one file, named after its owner.
 *
 * - It is taken by renaming a prepared folder onto it: that fails while the lock holds a file, and replaces an empty folder.
 * - It is broken by deleting the file of an owner who is dead. The file's name is unique, so a breaker who is late can never delete the file of
 *   the next owner. No step can be interrupted in a way that needs a person.
 */
export async function withLock<T>(options: LockOptions, work: () => Promise<T>): Promise<T> {
  await mkdir(options.folder, { recursive: true })
  const owner = `${ownHost()}~${process.pid}~${startTime(process.pid) ?? ''}~${randomPart()}`
  const lock = path.join(options.folder, 'lock')
  await acquire(lock, owner, options)
  const file = path.join(lock, owner)
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), heartbeat)
  try {
    await sweep(options.folder)
    return await work()
  } finally {
    clearInterval(beat)
    await unlink(file)
    // Somebody may have taken the empty lock in between: then it is theirs.
    await rmdir(lock).catch(ignore('ENOTEMPTY', 'EEXIST', 'ENOENT'))
  }
}

async function acquire(lock: string, owner: string, options: LockOptions): Promise<void> {
  const prepared = `${lock}-${owner}`
  const deadline = Date.now() + options.patience
  for (let told = false; ; ) {
    await mkdir(prepared, { recursive: true })
    await writeFile(path.join(prepared, owner), '')
    if (await taken(prepared, lock)) return
    const holder = await livingHolder(lock)
    if (holder === undefined) continue
    if (!told) options.onWait(holder)
    told = true
    if (Date.now() > deadline) {
      await rm(prepared, { recursive: true, force: true })
      throw new ActionError('timeout', `another publisher holds the lock '${lock}' (${holder})`, {
        hint: 'Run again when it is through. If no such publisher exists, delete that folder.',
      })
    }
    await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 30))
  }
}

async function taken(prepared: string, lock: string): Promise<boolean> {
  try {
    await rename(prepared, lock)
    return true
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'EACCES') throw error
    // Windows does not rename onto an empty folder; an empty one is nobody's and may go.
    await rmdir(lock).catch(ignore('ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EACCES'))
    return false
  }
}

/** The owner of the lock, if alive; the files of dead owners are deleted. */
async function livingHolder(lock: string): Promise<string | undefined> {
  for (const owner of await readdir(lock).catch(() => [])) {
    if (await alive(path.join(lock, owner), owner)) return owner
    await unlink(path.join(lock, owner)).catch(ignore('ENOENT'))
  }
  return undefined
}

/** Removes what publishers left who died while they waited for the lock. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('lock-')) continue
    const prepared = path.join(folder, name)
    const owner = name.slice('lock-'.length)
    if (!(await alive(prepared, owner))) await rm(prepared, { recursive: true, force: true })
  }
}

async function alive(file: string, owner: string): Promise<boolean> {
  const [host, pid, started] = owner.split('~')
  if (host === ownHost()) return isRunning(Number(pid), started)
  const beaten = await stat(file).catch(() => undefined)
  return beaten !== undefined && Date.now() - beaten.mtimeMs < staleAfter
}

function isRunning(pid: number, started: string | undefined): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (systemCode(error) === 'ESRCH') return false
  }
  // The same number may be another process by now.
  return started === '' || started === (startTime(pid) ?? '')
}

/** When a process started, in clock ticks since boot (proc(5), field 22 of stat); only on Linux. */
function startTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

/** Names the set of processes whose numbers we can look up: a boot of a machine, and on Linux the namespace of its process numbers. */
function ownHost(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}.${readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')}`
  } catch {
    return hostname().replace(/[^A-Za-z0-9.-]/g, '-')
  }
}

function randomPart(): string {
  return Math.random().toString(36).slice(2, 10)
}

function ignore(...codes: readonly string[]): (error: unknown) => void {
  return (error) => {
    if (!codes.includes(systemCode(error) ?? '')) throw error
  }
}
