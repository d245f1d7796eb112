import { lstatSync } from 'node:fs'
import { isAbsolute, join, posix, relative } from 'node:path'
import type { Diagnostics } from './diagnostics.ts'
import { GlobPattern, hasWildcard, literalPath } from './glob-pattern.ts'
import {
  type Catch,
  type Found,
  type GlobMatch,
  isObstacle,
  type LocatedPattern,
  placeOf,
  type Search,
  searchFile,
  searchFolder,
  tell,
} from './glob-search.ts'
import { nearest } from './nearest.ts'
import { isInside, listFolder, resolveInside } from './walk.ts'

export type { GlobMatch, LocatedPattern } from './glob-search.ts'

export interface FindRequest {
  /** Absolute real path. */
  readonly workspace: string
  readonly patterns: readonly LocatedPattern[]
  /** What a pattern that matches nothing is: an error, or a warning. */
  readonly failOnUnmatched: boolean
  /** Says which files may be taken at all, such as no signatures by wildcards. */
  readonly accept?: (path: string, literal: boolean) => boolean
}

/**
 * The files that GitHub's globs choose, sorted by path, each once. Patterns apply in order: `!` takes away what earlier ones chose, a later one
 * may bring it back; `#` begins a comment. Wildcards never match hidden names; a pattern without a wildcard names a file, or a folder with
 * everything in it. Links are followed while they stay in the workspace. Patterns that leave the workspace, matched links out of it, and matched
 * devices, sockets and pipes are errors that name them.
 */
export async function findFiles(request: FindRequest, diagnostics: Diagnostics): Promise<GlobMatch[]> {
  const found = new Map<string, Found>()
  for (const source of request.patterns) {
    const reading = read(source, request.workspace, diagnostics)
    if (reading === undefined) continue
    if (reading.excludes) {
      exclude(found, reading.path)
      continue
    }
    const caught = await search({ workspace: request.workspace, source, accept: request.accept }, reading.path)
    for (const one of caught.found) if (!found.has(one.path)) found.set(one.path, one)
    if (caught.found.length > 0) continue
    const { message, hint } = await unmatched(request.workspace, reading, caught)
    if (request.failOnUnmatched) diagnostics.error(message, { hint, ...placeOf(source) })
    else diagnostics.warning(message, { hint, ...placeOf(source) })
  }
  return tell(found.values(), diagnostics)
}

/** What a pattern says once its `!`, `./`, `..` and absolute beginning are resolved. */
interface Reading {
  readonly text: string
  readonly excludes: boolean
  /** Relative to the workspace, in normal form; '' is the workspace itself. */
  readonly path: string
}

function read(source: LocatedPattern, workspace: string, diagnostics: Diagnostics): Reading | undefined {
  let text = source.text.trim()
  let excludes = false
  if (text.startsWith('#')) return undefined
  for (; text.startsWith('!'); text = text.slice(1).trim()) excludes = !excludes
  if (text === '') return undefined
  const absolute = isAbsolute(text) ? fromWorkspace(posix.normalize(text), workspace) : posix.resolve(workspace, text)
  const path = relative(workspace, absolute)
  if (!isInside(workspace, absolute) || hasParentAfterWildcard(text)) {
    diagnostics.error(`The pattern ${text} leaves the workspace`, {
      hint: `Only files below ${workspace} can be taken: copy the others there first. \`..\` may stand before the first wildcard only.`,
      ...placeOf(source),
    })
    return undefined
  }
  const wholeFolder = text.endsWith('/') && hasWildcard(path)
  return { text, excludes, path: wholeFolder ? `${path}/**` : path }
}

/** An absolute pattern whose leading folders reach the workspace through links, spelt without them. */
function fromWorkspace(pattern: string, workspace: string): string {
  if (isInside(workspace, pattern)) return pattern
  const { fixed } = new GlobPattern(pattern.slice(1))
  const folder = resolveInside('/', `/${fixed.join('/')}`)
  return 'real' in folder ? posix.join(folder.real, ...pattern.split('/').slice(fixed.length + 1)) : pattern
}

function hasParentAfterWildcard(text: string): boolean {
  const names = text.split('/')
  const wildcard = names.findIndex(hasWildcard)
  return wildcard >= 0 && names.slice(wildcard).includes('..')
}

/** An exclusion takes hidden names as well: what it says must not be published. */
function exclude(found: Map<string, Found>, path: string): void {
  if (!/[*?]/.test(path) && found.delete(path)) return
  const pattern = new GlobPattern(path, { hidden: true })
  const literal = hasWildcard(path) ? undefined : literalPath(path)
  for (const [key, one] of found) {
    const named = literal !== undefined && (literal === '' || key === literal || key.startsWith(`${literal}/`))
    if (named || pattern.matches(key) || (isObstacle(one) && one.folder && pattern.matchesAllBelow(key))) found.delete(key)
  }
}

async function search(what: Search, path: string): Promise<Catch> {
  const named = literalTarget(path, what.workspace)
  if (named === undefined) {
    const pattern = new GlobPattern(path)
    return searchFolder(what, { pattern, state: pattern.start(pattern.fixed.length), from: pattern.fixed.join('/') })
  }
  const target = resolveInside(what.workspace, join(what.workspace, named))
  if (target.kind !== 'folder') return searchFile(what, named)
  const everything = new GlobPattern('**')
  return searchFolder(what, { pattern: everything, state: everything.start(), from: named })
}

/**
 * The path that the pattern names, if that is there: the pattern has no wildcard, or a file has exactly that name (`a[1].jar`; `*` and `?`
 * match themselves anyway).
 */
function literalTarget(path: string, workspace: string): string | undefined {
  if (path === '') return path
  if (!/[*?]/.test(path) && isThere(workspace, path)) return path
  const literal = literalPath(path)
  return !hasWildcard(path) && literal !== path && isThere(workspace, literal) ? literal : undefined
}

/** True when there is such a name, be it a link to nothing or to somewhere else. */
function isThere(workspace: string, path: string): boolean {
  try {
    return lstatSync(join(workspace, path), { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

async function unmatched(workspace: string, reading: Reading, { left, unfollowed }: Catch): Promise<{ message: string; hint: string }> {
  if (left.length > 0) {
    const names = left.slice(0, 3).join(', ')
    return {
      message: `No file matches ${reading.text} that a wildcard may take`,
      hint: `Left out: ${names}. A literal name takes such a file.`,
    }
  }
  const { path } = reading
  const folders = hasWildcard(path) ? new GlobPattern(path).fixed : literalPath(path).split('/').slice(0, -1)
  const { where, like } = await lookAround(workspace, folders, posix.basename(path))
  const skipped =
    unfollowed.length === 0 ? [] : [`Wildcards do not follow links out of the workspace: ${unfollowed.slice(0, 3).join(', ')}.`]
  return { message: `No file matches ${reading.text}: ${where}`, hint: [like, ...skipped, ...misreadings(reading.text)].join(' ') }
}

/** What people expect of globs and GitHub's do not do. */
function misreadings(text: string): string[] {
  const hints: string[] = []
  if (text.includes('\\')) hints.push('Folders are separated by `/`; a backslash takes the next character literally.')
  if (/\{[^{}]*,[^{}]*\}|[@+?*!]\(/.test(text)) hints.push('Braces and parentheses are no wildcards: write one pattern per line.')
  return hints
}

/** Where a pattern with these leading folders looked, and what is there with a similar name, as two parts of a message. */
export async function lookAround(workspace: string, folders: readonly string[], name: string): Promise<{ where: string; like: string }> {
  let depth = 0
  let real = workspace
  for (; depth < folders.length; depth++) {
    const next = resolveInside(workspace, join(workspace, ...folders.slice(0, depth + 1)))
    if (next.kind !== 'folder') break
    real = next.real
  }
  const missing = folders[depth]
  const folder = depth === 0 ? 'the workspace root' : folders.slice(0, depth).join('/')
  const wanted = missing === undefined ? 'file' : 'folder'
  const there = (await listFolder(real)).filter((entry) => entry.kind === wanted && !entry.name.startsWith('.')).map((entry) => entry.name)
  const similar = nearest(missing ?? name, there)
  const names = similar.length > 0 ? similar : there.slice(0, 3)
  return {
    where: missing === undefined ? `looked in ${folder}` : `${folder} has no folder ${missing}`,
    like: names.length > 0 ? `Nearest there: ${names.join(', ')}.` : `There is no ${wanted} there: has the step that makes it run?`,
  }
}
