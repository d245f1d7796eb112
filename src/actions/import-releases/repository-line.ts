import type { Diagnostics } from '../../core/diagnostics.ts'
import { GlobPattern, hasWildcard } from '../../core/glob-pattern.ts'

/** One line of the input `repositories`. */
export interface RepositoryLine {
  /** As it was written. */
  readonly text: string
  readonly excludes: boolean
  readonly owner: string
  /** A name, or a pattern over names. */
  readonly name: string
  /** The name is no pattern. */
  readonly inFull: boolean
  /** A pattern over tags; absent when the line is about all releases. */
  readonly tag: string | undefined
  readonly matches: (fullName: string) => boolean
  readonly matchesTag: (tag: string) => boolean
}

/** What GitHub allows in the names of accounts (with the `_` of managed users) and of repositories. */
const ownerGrammar = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/
const nameGrammar = /^[A-Za-z0-9._-]{1,100}$/
const patternGrammar = /^[A-Za-z0-9._*?[\]!-]{1,200}$/

/** Whether a text is `owner/name` as GitHub spells names. */
export function isFullName(text: string): boolean {
  const [owner = '', name = '', ...more] = text.split('/')
  return more.length === 0 && ownerGrammar.test(owner) && isName(name)
}

function isName(text: string): boolean {
  return nameGrammar.test(text) && text !== '.' && text !== '..'
}

/** Reads `owner/name@tag`, where name and tag may be patterns, `@tag` may be missing, and `!` in front excludes. Mistakes are told. */
export function parseRepositoryLine(text: string, diagnostics: Diagnostics): RepositoryLine | undefined {
  const excludes = text.startsWith('!')
  const body = excludes ? text.slice(1).trim() : text
  const at = body.indexOf('@')
  const path = at < 0 ? body : body.slice(0, at)
  const tag = at < 0 ? undefined : body.slice(at + 1)
  const problem = pathMistake(path) ?? (tag === undefined ? undefined : tagMistake(tag))
  if (problem !== undefined) {
    diagnostics.error(`input 'repositories' has a line that ${problem.message}, got '${text}'`, { hint: problem.hint })
    return undefined
  }
  const [owner = '', name = ''] = path.split('/')
  const names = new GlobPattern(path.toLowerCase(), { hidden: true })
  const tags = tag === undefined ? undefined : new GlobPattern(tag, { hidden: true })
  return {
    text,
    excludes,
    owner,
    name,
    inFull: !hasWildcard(name),
    tag,
    matches: (fullName) => names.matches(fullName.toLowerCase()),
    matchesTag: (each) => tags?.matches(each) ?? true,
  }
}

interface Mistake {
  readonly message: string
  readonly hint: string
}

function pathMistake(path: string): Mistake | undefined {
  const [owner = '', name = '', ...more] = path.split('/')
  if (/^https?:/.test(path)) {
    return { message: 'is an address', hint: 'Write owner/name. Another GitHub is named by github-api-url.' }
  }
  if (hasWildcard(owner)) {
    return {
      message: 'has a pattern for an owner',
      hint: 'Only names of repositories can be patterns: name each owner in a line of its own.',
    }
  }
  if (more.length > 0 || !ownerGrammar.test(owner) || !(isName(name) || (hasWildcard(name) && patternGrammar.test(name)))) {
    return {
      message: 'is not owner/name',
      hint: 'Write owner/name, or owner/* for all of an owner, each with @ and a pattern over tags if need be.',
    }
  }
  return undefined
}

/** What git forbids in a tag cannot be meant (git-check-ref-format), and a range would silently match nothing. */
export function tagMistake(tag: string): Mistake | undefined {
  if (tag === '') return { message: 'has no tag behind @', hint: 'Leave the @ out to select all releases.' }
  if (/^[<>=^~]/.test(tag)) {
    return { message: 'has a range of versions where a tag pattern belongs', hint: "Ranges go into the input 'releases'." }
  }
  const forbidden = /[\s:~^\u0000-\u001f\u007f]/.exec(tag.replaceAll('[^', '['))
  if (forbidden === null) return undefined
  return {
    message: `has '${forbidden[0]}' in a tag pattern, which no tag holds`,
    hint: 'Write one pattern per line, such as v1.* or release-?.',
  }
}
