import { readFileSync, readlinkSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { systemCode } from '../../core/errors.ts'

/** How often the file of an owner is touched, in milliseconds. */
export const heartbeat = 5_000
// An owner on another machine, whom we cannot look up, counts as dead when its heartbeat is this old.
const staleAfter = 60_000

/** A new name under which this process holds something: unique, and telling others whether the holder still lives. Its parts are joined by `~`. */
export function newOwner(): string {
  return `${ownHost()}~${process.pid}~${startTime(process.pid) ?? ''}~${randomPart()}`
}

/** Whether an owner lives: by its process where we can look that up, else by the time of the file that it touches. */
export async function isAlive(file: string, owner: string): Promise<boolean> {
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

export function randomPart(): string {
  return Math.random().toString(36).slice(2, 10)
}
