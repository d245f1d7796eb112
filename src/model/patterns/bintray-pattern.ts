import { matchesTokens, type Token } from '../../core/wildcards.ts'

type Segment = { readonly kind: 'folders' } | { readonly kind: 'name'; readonly tokens: readonly Token[]; readonly text: string }

/**
 * A pattern of Artifactory's descriptor over a path, as the documentation reads it (Artifactory User Guide, "Push to Bintray"; the server of old let
 * `*` cross folders, took `?` for exactly one character, and `*.*` for names with a dot): `*` is any number of characters within one folder's name,
 * `**` at least one folder, `?` one character or none, and a file name of `*.*` any file. Everything else stands for itself. Hidden names are
 * matched only where the pattern has the dot. Time is proportional to the length of the path times that of the pattern.
 */
export class BintrayPattern {
  readonly #segments: readonly Segment[]

  /** A well-formed pattern, see `bintrayPatternProblem`. */
  constructor(text: string) {
    const names = text.split('/')
    this.#segments = names.map((name, index) =>
      index === names.length - 1 && name === '*.*' ? parseSegment('*') : parseSegment(name, index < names.length - 1),
    )
  }

  /** The leading folders without a wildcard, joined by `/`; '' when there is none. */
  get fixedFolder(): string {
    return this.#fixed().join('/')
  }

  /** A glob for the walk below the fixed folder: it enters every folder in which something can match, and perhaps more. */
  get walkGlob(): string {
    const below = this.#segments.slice(this.#fixed().length)
    return below.map((segment) => (segment.kind === 'folders' ? '**' : segment.text.startsWith('.') ? '.*' : '*')).join('/')
  }

  matches(path: string): boolean {
    let positions = [0]
    for (const name of path.split('/')) {
      const next = new Set<number>()
      for (const position of positions) {
        const segment = this.#segments[position]
        if (segment === undefined || !accepts(segment, name)) continue
        if (segment.kind === 'folders') next.add(position)
        next.add(position + 1)
      }
      positions = [...next]
    }
    return positions.includes(this.#segments.length)
  }

  #fixed(): string[] {
    const names: string[] = []
    for (const segment of this.#segments.slice(0, -1)) {
      if (segment.kind === 'folders' || /[*?]/.test(segment.text)) break
      names.push(segment.text)
    }
    return names
  }
}

/** Why a pattern is none, in the words of Artifactory's server where it had some; undefined for a good one. */
export function bintrayPatternProblem(text: string): string | undefined {
  const names = text.split('/')
  const name = names.at(-1) ?? ''
  if (name === '' || name === '.' || name === '**')
    return 'Paths in the descriptor must point to a file or use a valid wildcard that denotes several files (i.e. /*.*)'
  if (names.includes('')) return 'the path has an empty folder name'
  if (names.includes('..') || names.includes('.')) return 'the path holds `.` or `..`'
  return undefined
}

function parseSegment(text: string, folder = false): Segment {
  if (folder && text === '**') return { kind: 'folders' }
  const tokens = [...text].map((character): Token => {
    if (character === '*') return { kind: 'any' }
    return character === '?' ? { kind: 'optional' } : { kind: 'character', character }
  })
  return { kind: 'name', tokens, text }
}

function accepts(segment: Segment, name: string): boolean {
  if (segment.kind === 'folders') return !name.startsWith('.')
  if (name.startsWith('.') && !segment.text.startsWith('.')) return false
  return matchesTokens(segment.tokens, name)
}
