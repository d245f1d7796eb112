import { visible } from './sanitize.ts'

/** A piece of a line. Plain strings are escaped, so that text from outside cannot become markup. */
export type Inline = string | { readonly code: string } | { readonly link: string; readonly href: string }

const longestText = 300
// GitHub drops a summary over 1 MiB whole (docs, "Job summaries"): stay well below it.
const longestDocument = 900 * 1024

/** A job summary in the making, in GitHub's Markdown. */
export class Markdown {
  readonly #lines: string[] = []

  heading(text: string, level = 2): this {
    this.#lines.push(`${'#'.repeat(level)} ${inline(text)}`, '')
    return this
  }

  paragraph(...parts: readonly Inline[]): this {
    this.#lines.push(parts.map(inline).join(''), '')
    return this
  }

  /** A table that shows at most `limit` rows and counts the rest. */
  table(header: readonly string[], rows: readonly (readonly Inline[])[], limit = 100): this {
    const line = (cells: readonly Inline[]) => `| ${cells.map((cell) => inline(cell).replaceAll('|', '\\|')).join(' | ')} |`
    this.#lines.push(line(header), `|${' --- |'.repeat(header.length)}`, ...rows.slice(0, limit).map(line), '')
    if (rows.length > limit) this.paragraph(`… and ${rows.length - limit} more.`)
    return this
  }

  /** The document; over 900 KiB it is cut at a line and says so. */
  toString(): string {
    const text = `${this.#lines.join('\n')}\n`
    if (Buffer.byteLength(text) <= longestDocument) return text
    const cut = Buffer.from(text).subarray(0, longestDocument).toString()
    return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\n… cut here: GitHub takes no longer summary.\n`
  }
}

function inline(part: Inline): string {
  if (typeof part === 'string') return escaped(part)
  if ('code' in part) return codeSpan(shorten(part.code))
  return `[${escaped(part.link)}](${encodeURI(part.href).replaceAll('(', '%28').replaceAll(')', '%29')})`
}

function escaped(text: string): string {
  return shorten(text).replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
}

/** A fence longer than any run of backticks inside keeps the text literal (CommonMark 6.1). */
function codeSpan(text: string): string {
  const longestRun = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length))
  const fence = '`'.repeat(longestRun + 1)
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return text === '' ? '' : `${fence}${padding}${text}${padding}${fence}`
}

function shorten(text: string): string {
  const shown = visible(text)
  return shown.length > longestText ? `${shown.slice(0, longestText)}…` : shown
}
