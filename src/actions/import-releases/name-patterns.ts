import { GlobPattern } from '../../core/glob-pattern.ts'

/**
 * Patterns over names such as tags or assets, one per line: GitHub's globs (`*` within one part between slashes, `**` any number of parts, `?` one
 * character), where `!` excludes what earlier lines took. Lines that only exclude take everything else.
 */
export class NamePatterns {
  readonly #lines: readonly { readonly takes: boolean; readonly pattern: GlobPattern }[]
  readonly #otherwise: boolean

  constructor(lines: readonly string[], { withoutLines }: { readonly withoutLines: 'all' | 'none' }) {
    this.#lines = lines.map((line) => {
      const takes = !line.startsWith('!')
      return { takes, pattern: new GlobPattern(takes ? line : line.slice(1).trim(), { hidden: true }) }
    })
    const [first] = this.#lines
    this.#otherwise = first === undefined ? withoutLines === 'all' : !first.takes
  }

  takes(name: string): boolean {
    return this.#lines.findLast(({ pattern }) => pattern.matches(name))?.takes ?? this.#otherwise
  }
}
