/**
 * Patterns over names such as tags or assets, one per line: GitHub's globs (`*` within one part between slashes, `**` any number of parts, `?` one
 * character), where `!` excludes what earlier lines took. Lines that only exclude take everything else.
 */
export declare class NamePatterns {
  constructor(lines: readonly string[], options: { readonly withoutLines: 'all' | 'none' })
  takes(name: string): boolean
}
