import type { RE2JS } from 're2js'
import type { Diagnostics } from '../../core/diagnostics.ts'
import type { LocatedText } from '../descriptor.ts'

/** The patterns of one entry of Travis's `files[]`. */
export interface TravisPatterns {
  readonly include: LocatedText
  readonly exclude?: LocatedText
  readonly upload?: LocatedText
}

/** What `includePattern` says before its first group: a folder to walk, no pattern. Without a group it names one file. */
export interface TravisStart {
  /** Relative to the workspace or absolute, '' for the workspace itself, without a final `/`. */
  readonly folder: string
  /** The name of the one file. */
  readonly file?: string
}

const url = /^[a-z][a-z0-9+.-]*:\/\//i

/**
 * The patterns of one entry as Travis's deploy tool read them (dpl, `lib/dpl/providers/bintray.rb`): the expression is looked for in the whole path,
 * which begins with the folder, and is not anchored at its end. On RE2, so that no expression takes more than linear time.
 */
export class TravisPattern {
  readonly start: TravisStart
  readonly #prefix: string
  readonly #include: RE2JS | undefined
  readonly #exclude: RE2JS | undefined
  readonly #upload: string | undefined

  private constructor(parts: {
    start: TravisStart
    prefix: string
    include: RE2JS | undefined
    exclude: RE2JS | undefined
    upload: string | undefined
  }) {
    this.start = parts.start
    this.#prefix = parts.prefix
    this.#include = parts.include
    this.#exclude = parts.exclude
    this.#upload = parts.upload
  }

  /** Tells everything that is wrong with the patterns; undefined then. */
  static async compile(patterns: TravisPatterns, diagnostics: Diagnostics): Promise<TravisPattern | undefined> {
    const before = diagnostics.errors.length
    const { folder: written, expression } = splitInclude(patterns.include.text)
    checkFolder(patterns.include, written, expression, diagnostics)
    const { RE2JS } = await import('re2js')
    const compile = (text: string, at: LocatedText) => {
      try {
        return RE2JS.compile(text)
      } catch (error) {
        diagnostics.error(`${at.text} is no regular expression: ${String(error instanceof Error ? error.message : error)}`, {
          location: at.location,
          hint: hintFor(at.text),
        })
        return undefined
      }
    }
    const include = expression === '' ? undefined : compile(RE2JS.quote(written) + expression, patterns.include)
    const exclude = patterns.exclude === undefined ? undefined : compile(patterns.exclude.text, patterns.exclude)
    const upload = patterns.upload === undefined ? undefined : checkUpload(patterns.upload, include?.groupCount() ?? 0, diagnostics)
    if (diagnostics.errors.length > before) return undefined
    return new TravisPattern({ ...startOf(written, expression), include, exclude, upload })
  }

  /** Where a file goes, given its path relative to the folder; undefined when the entry does not take it. */
  uploadPath(path: string): string | undefined {
    const subject = this.#prefix + path
    if (this.#exclude?.test(subject)) return undefined
    if (this.#include === undefined) return path === this.start.file ? (this.#upload ?? path) : undefined
    const groups = this.#include.exec(subject)
    if (groups === null) return undefined
    const target = this.#upload?.replaceAll(/\$([1-9])/g, (_, number: string) => String(groups[Number(number)] ?? '')) ?? path
    return target.replace(/^\/+/, '')
  }
}

/** Splits at the first parenthesis that is no escaped one; backslashes before it only escape, since it is no expression there. */
function splitInclude(text: string): { folder: string; expression: string } {
  const open = /^(?:\\.|[^\\(])*/su.exec(text)?.[0].length ?? 0
  return { folder: text.slice(0, open).replaceAll(/\\(.)/gsu, '$1'), expression: text.slice(open) }
}

/** The folder to walk, and the text that every path found in it begins with: `./out/` of `./out/(.*)`. */
function startOf(written: string, expression: string): { start: TravisStart; prefix: string } {
  const path = written.replace(/^(?:\.\/+)+/, '').replace(/^\.$/, '')
  if (expression === '') {
    const slash = path.lastIndexOf('/') + 1
    return {
      start: { folder: withoutSlash(path.slice(0, slash)), file: path.slice(slash) },
      prefix: written.slice(0, written.lastIndexOf('/') + 1),
    }
  }
  return { start: { folder: withoutSlash(path) }, prefix: written === '' || written.endsWith('/') ? written : `${written}/` }
}

function withoutSlash(folder: string): string {
  return folder.replace(/(.)\/+$/, '$1')
}

function checkFolder(include: LocatedText, folder: string, expression: string, diagnostics: Diagnostics): void {
  const { location } = include
  if (/[*?|[\]{}]|\.\+|[)]/.test(folder)) {
    const noGroup = `${include.text} has no group, so it names one file, and no file has such a name`
    const message = expression === '' ? noGroup : `${folder} stands before the first group, so it is a folder and no pattern`
    diagnostics.error(message, {
      location,
      hint: looksLikeGlob(include.text) ? globHint(include.text) : 'Open the first group before the first wildcard: folder/(.*\\.deb).',
    })
  } else if (expression === '' && (folder === '' || folder.endsWith('/'))) {
    diagnostics.error(`${include.text} names a folder`, { location, hint: `For all its files write ${folder}(.*).` })
  }
}

/** The upload path without leading slashes, which mean nothing. */
function checkUpload(upload: LocatedText, groups: number, diagnostics: Diagnostics): string {
  const { text, location } = upload
  const path = text.replace(/^\/+/, '')
  if (url.test(text))
    diagnostics.error(`The upload path ${text} is an address`, { location, hint: 'Write the path below the repository only.' })
  else if (path === '' || path.endsWith('/') || path.includes('*'))
    diagnostics.error(`The upload path ${text} names no file`, { location, hint: 'Name the file, such as folder/$1.' })
  const missing = [...new Set([...text.matchAll(/\$([1-9])/g)].map((match) => match[1] ?? ''))].filter((number) => Number(number) > groups)
  if (missing.length > 0) {
    const names = missing.map((number) => `$${number}`).join(', ')
    diagnostics.error(
      `The upload path ${text} wants ${names}, but includePattern has ${groups === 0 ? 'no group' : `${groups} group${groups === 1 ? '' : 's'}`}`,
      {
        location,
        hint: 'Put what is to be kept into parentheses.',
      },
    )
  }
  return path
}

function hintFor(text: string): string {
  if (/\(\?(?:[=!]|<[=!])|\\[1-9]/.test(text)) return 'Look-around and back-references are not possible here.'
  return looksLikeGlob(text) ? globHint(text) : 'See https://github.com/google/re2/wiki/Syntax.'
}

/** A glob in the place of an expression (`out/*.jar`, `(*.jar)`) is the commonest mistake. */
function looksLikeGlob(text: string): boolean {
  return /(?:^|[/(])\*/.test(text)
}

function globHint(text: string): string {
  const slash = text.lastIndexOf('/') + 1
  const name = text.slice(slash).replaceAll(/[()]/g, '')
  const expression = name.replaceAll(/\\?\./g, '\\.').replaceAll('*', '.*')
  return `That is a glob. A regular expression is wanted, with the variable part in parentheses: ${text.slice(0, slash)}(${expression})`
}
