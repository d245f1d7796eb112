import { lstatSync, realpathSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { ActionError, messageOf, systemCode } from './errors.ts'

/** What a name in a folder is, links unresolved. `special` is what can be named but never published: a device, a socket, a pipe. */
export type EntryKind = 'file' | 'folder' | 'link' | 'special'

/** A name in a folder. */
export interface Entry {
  readonly name: string
  readonly kind: EntryKind
}

/** Something below the root of a walk that is no folder. */
export interface WalkedEntry extends Entry {
  /** Relative to the root, with `/`. */
  readonly path: string
  readonly kind: Exclude<EntryKind, 'folder'>
}

/** What a path turns out to be when its links are followed, as long as they stay below a root. */
export type Resolved =
  | { readonly kind: 'file' | 'folder' | 'special' /** Absolute, without links. */; readonly real: string }
  | { readonly kind: 'outside' | 'missing' }

/** Most names that one walk looks at: a workspace has thousands, a mistaken pattern over a whole disk has millions. */
export const walkLimit = 1_000_000

/** The order of everything that we list: by UTF-16 code unit, the same on every machine and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The names in a folder in code unit order, links not followed; a folder that cannot be read is an `ActionError`. */
export async function listFolder(absolute: string): Promise<Entry[]> {
  try {
    const entries = await readdir(absolute, { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) })).sort((a, b) => byCodeUnit(a.name, b.name))
  } catch (error) {
    const code = systemCode(error) === 'ENOENT' ? 'not-found' : 'unavailable'
    throw new ActionError(code, `The folder ${absolute} cannot be read: ${messageOf(error)}`, { cause: error })
  }
}

/** Decides where a walk goes and takes what it meets. `State` is what is known of a folder, such as how far a pattern has matched. */
export interface Visitor<State> {
  /** The state inside a folder, or undefined to leave the folder out. */
  enter(name: string, state: State): State | undefined
  /** Called for everything that is no folder, with the state of the folder that holds it. */
  visit(entry: WalkedEntry, state: State): void
}

/** Walks the folder `from` (relative to `root`, '' = the root itself) in code unit order. Links are visited, never followed. */
export async function walkWith<State>(start: { root: string; from: string; state: State }, visitor: Visitor<State>): Promise<void> {
  const open: { path: string; state: State }[] = [{ path: start.from, state: start.state }]
  let seen = 0
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const below: typeof open = []
    const entries = await listFolder(join(start.root, folder.path))
    seen += entries.length
    if (seen > walkLimit) {
      throw new ActionError('invalid-input', `There are more than ${walkLimit} files below ${start.from || 'the workspace root'}`, {
        hint: 'Name a deeper folder before the first wildcard.',
      })
    }
    for (const { name, kind } of entries) {
      const path = folder.path === '' ? name : `${folder.path}/${name}`
      if (kind !== 'folder') {
        visitor.visit({ path, name, kind }, folder.state)
        continue
      }
      const state = visitor.enter(name, folder.state)
      if (state !== undefined) below.push({ path, state })
    }
    open.push(...below.reverse())
  }
}

/** Everything below the folder `from` that is no folder, sorted by path, hidden names included; links are listed, not followed. */
export async function walk(root: string, from = ''): Promise<WalkedEntry[]> {
  const found: WalkedEntry[] = []
  await walkWith({ root, from, state: true }, { enter: () => true, visit: (entry) => found.push(entry) })
  return found.sort((a, b) => byCodeUnit(a.path, b.path))
}

/** True when `absolute` is `root` or below it, by name alone: links are not looked at. */
export function isInside(root: string, absolute: string): boolean {
  const path = relative(root, absolute)
  return path === '' || (path !== '..' && !path.startsWith('../') && !isAbsolute(path))
}

/**
 * Follows the links of a path. `root` is a real path; whatever ends elsewhere is `outside`, a link to nothing is `missing`. Synchronous: two calls
 * of some microseconds, which as promises would be most of the time that ten thousand literal names take.
 */
export function resolveInside(root: string, absolute: string): Resolved {
  try {
    const real = realpathSync.native(absolute)
    if (!isInside(root, real)) return { kind: 'outside' }
    const kind = kindOf(lstatSync(real))
    return kind === 'link' ? { kind: 'missing' } : { kind, real }
  } catch (error) {
    if (missingCodes.has(systemCode(error) ?? '')) return { kind: 'missing' }
    throw new ActionError('unavailable', `${absolute} cannot be read: ${messageOf(error)}`, { cause: error })
  }
}

/** `ERR_INVALID_ARG_VALUE` is a NUL character in the name, `ELOOP` a circle of links: no file has either. */
const missingCodes: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'])

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): EntryKind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'special'
}
