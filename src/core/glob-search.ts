import { join, posix } from 'node:path'
import type { Diagnostics, Location } from './diagnostics.ts'
import type { GlobPattern, GlobState } from './glob-pattern.ts'
import { byCodeUnit, isInside, resolveInside, type WalkedEntry, walkWith } from './walk.ts'

/** A pattern and where it was written, if that was a file. */
export interface LocatedPattern {
  readonly text: string
  readonly location?: Location
}

/** A file that a pattern chose. */
export interface GlobMatch {
  /** Absolute and without links, so that it can be opened without following any. */
  readonly absolute: string
  /** Relative to the workspace, with `/`, as the pattern reached it. */
  readonly path: string
  /** Relative to the fixed leading folder of the pattern that matched, file name included. */
  readonly rest: string
  readonly pattern: string
  /** True when the pattern named this very file, without a wildcard. */
  readonly literal: boolean
}

/** Something that matched and cannot be used. It is told only if no later pattern excludes it. */
export interface Obstacle {
  readonly path: string
  readonly source: LocatedPattern
  readonly message: string
  readonly hint: string
  /** True for what stands in the place of a folder. */
  readonly folder: boolean
}

export type Found = GlobMatch | Obstacle

export interface Search {
  /** Absolute real path. */
  readonly workspace: string
  readonly source: LocatedPattern
  readonly accept?: ((path: string, literal: boolean) => boolean) | undefined
}

/** What a search met: matches and obstacles, the files that matched but that `accept` left out, and links that it did not follow. */
export interface Catch {
  readonly found: Found[]
  readonly left: string[]
  /** Links out of the workspace that did not match themselves: what stands behind them is no concern of a wildcard. */
  readonly unfollowed: string[]
}

/** A folder to search: `from` is its path, `state` how much of the pattern the path has used up. */
interface Place {
  readonly real: string
  readonly path: string
  readonly state: GlobState
  /** Folders that links on the way led to, so that a circle ends. */
  readonly links: readonly string[]
}

/** Deepest nesting of links to folders: more is a maze that multiplies files rather than a layout. */
const linkDepth = 3

/** Searches the folder `from` (relative to the workspace, '' = itself); `state` is the pattern's, for that folder. */
export async function searchFolder(search: Search, start: { pattern: GlobPattern; state: GlobState; from: string }): Promise<Catch> {
  const { pattern, state, from } = start
  const result: Catch = { found: [], left: [], unfollowed: [] }
  const base = resolveInside(search.workspace, join(search.workspace, from))
  if (base.kind === 'outside') result.found.push(linkOut(search, from))
  if (base.kind !== 'folder') return result
  const open: Place[] = [{ real: base.real, path: from, state, links: [] }]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const met of await meet(place, pattern)) {
      const linked = met.entry.kind === 'link' ? resolveInside(search.workspace, join(place.real, met.entry.path)) : undefined
      const path = posix.join(place.path, met.entry.path)
      if (linked?.kind !== 'folder') {
        if (linked?.kind === 'outside' && !met.matched) result.unfollowed.push(path)
        if (met.matched)
          take(search, result, { entry: { ...met.entry, path }, absolute: join(place.real, met.entry.path), from, literal: false })
        continue
      }
      const circle = isInside(linked.real, join(place.real, met.entry.path)) || place.links.includes(linked.real)
      const links = [...place.links, linked.real]
      if (!circle && links.length <= linkDepth) open.push({ real: linked.real, path, state: met.below, links })
    }
  }
  return result
}

/** Takes the one file that a literal pattern names. */
export function searchFile(search: Search, path: string): Catch {
  const result: Catch = { found: [], left: [], unfollowed: [] }
  const absolute = join(search.workspace, path)
  const target = resolveInside(search.workspace, absolute)
  const entry = { path, name: posix.basename(path), kind: target.kind === 'special' ? target.kind : ('link' as const) }
  take(search, result, { entry, absolute, from: posix.dirname(path), literal: true })
  return result
}

/** All files below a folder that `accept` takes, hidden ones included, sorted by path; obstacles among them are errors. */
export async function filesBelow(
  search: Search,
  start: { pattern: GlobPattern; from: string },
  diagnostics: Diagnostics,
): Promise<GlobMatch[]> {
  const { found } = await searchFolder(search, { ...start, state: start.pattern.start() })
  return tell(found, diagnostics)
}

/** Sorts what was found, tells the obstacles as errors, and gives the rest. */
export function tell(found: Iterable<Found>, diagnostics: Diagnostics): GlobMatch[] {
  const matches: GlobMatch[] = []
  for (const one of [...found].sort((a, b) => byCodeUnit(a.path, b.path))) {
    if (isObstacle(one)) diagnostics.error(one.message, { hint: one.hint, ...placeOf(one.source) })
    else matches.push(one)
  }
  return matches
}

export function isObstacle(found: Found): found is Obstacle {
  return 'message' in found
}

/** The location of a pattern as a diagnostic's details want it. */
export function placeOf(source: LocatedPattern): { location?: Location } {
  return source.location === undefined ? {} : { location: source.location }
}

interface Met {
  readonly entry: WalkedEntry
  readonly matched: boolean
  /** The pattern's state should this be a link to a folder. */
  readonly below: GlobState
}

async function meet(place: Place, pattern: GlobPattern): Promise<Met[]> {
  const met: Met[] = []
  const start = { root: place.real, from: '', state: place.state }
  await walkWith(start, {
    enter(name, state) {
      const below = pattern.enter(name, state)
      return below.length > 0 ? below : undefined
    },
    visit(entry, state) {
      const below = pattern.enter(entry.name, state)
      const matched = pattern.isComplete(below)
      if (matched || (entry.kind === 'link' && below.length > 0)) met.push({ entry, matched, below })
    },
  })
  return met
}

interface Candidate extends Pick<Met, 'entry'> {
  /** Without links in its folders; the entry itself may be one. */
  readonly absolute: string
  readonly from: string
  readonly literal: boolean
}

/** Takes a file or a link to one; whatever else matched is an obstacle. */
function take(search: Search, result: Catch, candidate: Candidate): void {
  const { entry, absolute, from, literal } = candidate
  const { path } = entry
  if (search.accept?.(path, literal) === false) {
    result.left.push(path)
    return
  }
  const obstacle = (message: string, hint: string) => result.found.push({ path, source: search.source, message, hint, folder: false })
  const target =
    entry.kind === 'link' || undecoded.test(path) ? resolveInside(search.workspace, absolute) : { kind: entry.kind, real: absolute }
  if (target.kind === 'special') {
    obstacle(`${path} is no file but a device, a socket or a pipe`, `Exclude it with \`!${path}\`.`)
  } else if (target.kind === 'file') {
    const rest = from === '' || from === '.' ? path : path.slice(from.length + 1)
    result.found.push({ absolute: target.real, path, rest, pattern: search.source.text, literal })
  } else if (target.kind === 'outside') {
    result.found.push(linkOut(search, path))
  } else if (entry.kind === 'link') {
    obstacle(`${path} is a link to nothing`, `Remove it, or exclude it with \`!${path}\`.`)
  } else {
    obstacle(`${path} cannot be opened: its name is not valid UTF-8`, 'Rename it, or exclude it with a wildcard.')
  }
}

/** What stands for bytes that are no UTF-8 in a name that the system listed. */
const undecoded = /\uFFFD/

function linkOut(search: Search, path: string): Obstacle {
  const hint = `Copy what is needed into the workspace, or exclude it with \`!${path}\`.`
  return { path, source: search.source, message: `${path} is a link out of the workspace`, hint, folder: true }
}
