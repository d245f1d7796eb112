import { matchesTokens, type Token } from './wildcards.ts'

/** How far a pattern has matched a folder: positions in its segments, ascending. No position at all means that nothing below can match. */
export type GlobState = readonly number[]

type Segment =
  | { readonly kind: 'folders' }
  | { readonly kind: 'name'; readonly tokens: readonly Token[]; readonly hidden: boolean; readonly literal: string | undefined }

/**
 * One of GitHub's globs over a relative path: `*` stays within one folder, `**` is any number of folders including none, `?` is exactly one
 * character, `[a-z]` and `[!a-z]` are one of a set, a backslash takes the next character as it is. No braces and no extended globs, as in
 * GitHub's toolkit. Followed name by name, so that a walk enters only folders in which something can match, in time proportional to the
 * pattern for each name.
 */
export class GlobPattern {
  readonly #segments: readonly Segment[]
  readonly #anyHidden: boolean

  /** `path` holds no `.` and no `..`. With `hidden: true` wildcards match names that begin with a dot as well. */
  constructor(path: string, options: { hidden?: boolean } = {}) {
    this.#anyHidden = options.hidden ?? false
    this.#segments = path.split('/').map(parseSegment)
  }

  /** The leading segments without a wildcard, as plain names; the last segment is never among them. */
  get fixed(): string[] {
    const names: string[] = []
    for (const segment of this.#segments.slice(0, -1)) {
      if (segment.kind !== 'name' || segment.literal === undefined) break
      names.push(segment.literal)
    }
    return names
  }

  /** The state inside the folder that the first `skip` segments name. */
  start(skip = 0): GlobState {
    return this.#close([skip])
  }

  /** The state inside the folder `name`. */
  enter(name: string, state: GlobState): GlobState {
    const next: number[] = []
    for (const position of state) {
      const segment = this.#segments[position]
      if (segment === undefined || !this.#accepts(segment, name)) continue
      next.push(segment.kind === 'folders' ? position : position + 1)
    }
    return this.#close(next)
  }

  /** True when the state is that of a file which matches the whole pattern. */
  isComplete(state: GlobState): boolean {
    return state.at(-1) === this.#segments.length
  }

  /** True when the pattern matches the path. */
  matches(path: string): boolean {
    return this.isComplete(this.#after(path))
  }

  /** True when the pattern matches every path below the folder `path`. */
  matchesAllBelow(path: string): boolean {
    const last = this.#segments.length - 1
    return this.#segments[last]?.kind === 'folders' && this.#after(path).includes(last)
  }

  #after(path: string): GlobState {
    return path.split('/').reduce((state, name) => this.enter(name, state), this.start())
  }

  #accepts(segment: Segment, name: string): boolean {
    if (name.startsWith('.') && !this.#anyHidden && (segment.kind === 'folders' || !segment.hidden)) return false
    if (segment.kind === 'folders') return true
    return segment.literal === undefined ? matchesTokens(segment.tokens, name) : segment.literal === name
  }

  /** `**` may stand for no folder at all. */
  #close(positions: readonly number[]): GlobState {
    const closed: number[] = []
    for (const start of positions) {
      let position = start
      while (position > (closed.at(-1) ?? -1)) {
        closed.push(position)
        if (this.#segments[position]?.kind !== 'folders') break
        position++
      }
    }
    return closed
  }
}

/** True when the text holds a character that a glob reads as a wildcard. */
export function hasWildcard(text: string): boolean {
  return text.split('/').some((segment) => {
    const parsed = parseSegment(segment)
    return parsed.kind === 'folders' || parsed.literal === undefined
  })
}

/** The text with its backslashes resolved: the path that a pattern without wildcards names. */
export function literalPath(text: string): string {
  return text.replaceAll(/\\([^/])/gu, '$1')
}

function parseSegment(text: string): Segment {
  if (text === '**') return { kind: 'folders' }
  const tokens = parseName(text)
  const characters = tokens.flatMap((token) => (token.kind === 'character' ? [token.character] : []))
  const literal = characters.length === tokens.length ? characters.join('') : undefined
  return { kind: 'name', tokens, literal, hidden: characters[0] === '.' && tokens[0]?.kind === 'character' }
}

function parseName(text: string): Token[] {
  const characters = [...text]
  const tokens: Token[] = []
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] ?? ''
    if (character === '*') {
      if (tokens.at(-1)?.kind !== 'any') tokens.push({ kind: 'any' })
    } else if (character === '?') {
      tokens.push({ kind: 'one' })
    } else if (character === '\\' && index + 1 < characters.length) {
      tokens.push({ kind: 'character', character: characters[++index] ?? '' })
    } else {
      const set = character === '[' ? parseClass(characters, index) : undefined
      tokens.push(set?.token ?? { kind: 'character', character })
      index = set?.end ?? index
    }
  }
  return tokens
}

/** Reads `[…]` at `start`; without a closing bracket the opening one is an ordinary character. `]` in the first place belongs to the set. */
function parseClass(characters: readonly string[], start: number): { token: Token; end: number } | undefined {
  const negated = characters[start + 1] === '!' || characters[start + 1] === '^'
  const first = start + (negated ? 2 : 1)
  const end = characters.indexOf(']', first + 1)
  if (end < 0) return undefined
  const ranges: [string, string][] = []
  for (let index = first; index < end; index++) {
    const from = characters[index] ?? ''
    if (characters[index + 1] === '-' && index + 2 < end) {
      ranges.push([from, characters[index + 2] ?? ''])
      index += 2
    } else {
      ranges.push([from, from])
    }
  }
  return { token: { kind: 'class', negated, ranges }, end }
}
