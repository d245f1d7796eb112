/** Text in a descriptor that some script should have replaced: `${NAME}`, `@NAME@`, `__NAME__` and their kin. */
export interface Placeholder {
  /** As it is written, with its signs. */
  readonly text: string
  /** What stands between the signs. */
  readonly name: string
  /** UTF-16 units from the beginning of the value. */
  readonly offset: number
}

/**
 * The kinds that were seen in real descriptors, each with one group, the name. None of them is met by `$1` … `$9` of upload patterns, by `$` in a
 * regular expression, by addresses such as `me@example.org`, or by `C++`.
 */
const kinds = [
  /\$\{([^{}]*)\}/,
  /\$[A-Z]+\{([^{}]*)\}/,
  /\$([A-Za-z_]\w+)\$?/,
  /\{\{([^{}]*)\}\}/,
  /(?<!\\[pPx]|\$)\{([A-Za-z_][\w.-]*)\}/,
  /@([A-Za-z][\w.-]*)@/,
  /(?<![\w.])@([A-Z][A-Z0-9_]+)(?!\w)/,
  /__([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)__/,
  /(?<![A-Za-z0-9_])_([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)_(?![A-Za-z0-9_])/,
  /(?<!\?P?)<([A-Z][A-Z0-9_]*)>/,
  /###\s*(\w+)\s*###/,
  /#\[([A-Za-z_]\w*)\]/,
]
const anyKind = new RegExp(kinds.map((kind) => `(?:${kind.source})`).join('|'), 'g')

/** Longest value that is searched; a description may be longer, and then its beginning has to do. */
const searched = 10_000

/** All placeholders of a value, in order. */
export function placeholdersIn(value: string): Placeholder[] {
  return [...value.slice(0, searched).matchAll(anyKind)].map((match) => {
    const name = match.slice(1).find((group) => group !== undefined) ?? ''
    return { text: match[0], name: name.trim(), offset: match.index }
  })
}

/** True for a placeholder that is exactly the version: the one kind worth filling in, when the caller knows the version. */
export function isVersionPlaceholder(placeholder: Placeholder): boolean {
  return /^(?:project\.)?version$/i.test(placeholder.name)
}

/** Who may know the version before the descriptor has been read. */
export interface VersionSources {
  /** What the inputs give. */
  readonly known?: { readonly version?: string }
  /** What the run's tag says, by the descriptor's own pattern where it has one. */
  readonly versionOfTag?: (pattern: string | undefined) => string | undefined
}

/** The version that placeholders stand for: the input's, else what the descriptor itself names without one, else the tag's. */
export function versionToFill(
  { known, versionOfTag }: VersionSources,
  own: { readonly version?: string | undefined; readonly tagPattern?: string | undefined },
): string | undefined {
  const named = own.version !== undefined && own.version !== '' && placeholdersIn(own.version).length === 0 ? own.version : undefined
  return known?.version ?? named ?? versionOfTag?.(own.tagPattern)
}

/** The value with every placeholder of the version replaced, and the placeholders that are left. */
export function fillVersion(value: string, version: string | undefined): { text: string; left: Placeholder[] } {
  const found = placeholdersIn(value)
  if (version === undefined) return { text: value, left: found }
  let text = ''
  let end = 0
  for (const placeholder of found.filter(isVersionPlaceholder)) {
    text += value.slice(end, placeholder.offset) + version
    end = placeholder.offset + placeholder.text.length
  }
  return { text: text + value.slice(end), left: found.filter((placeholder) => !isVersionPlaceholder(placeholder)) }
}
