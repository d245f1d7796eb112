import type { Diagnostics } from '../../core/diagnostics.ts'
import { matchesTokens, type Token } from '../../core/wildcards.ts'
import { compareVersions } from '../../maven/version-order.ts'

/** Chooses versions by the input `versions`: patterns such as `1.*` or `1.?`, or Maven ranges such as `[1.0,2.0)`; all without one. */
export class VersionChoice {
  readonly #choices: readonly { readonly line: string; readonly test: (version: string) => boolean }[]

  /** A line that is neither is an error. */
  constructor(lines: readonly string[], diagnostics: Diagnostics) {
    this.#choices = lines.flatMap((line) => {
      const test = /^[[(]/.test(line) ? range(line) : pattern(line)
      if (test === undefined) {
        diagnostics.error(`input 'versions' takes patterns or Maven ranges, got '${line}'`, {
          hint: 'Write 1.* or 1.? or [1.0,2.0) or (,1.5], one a line.',
        })
      }
      return test === undefined ? [] : { line, test }
    })
  }

  takes(version: string): boolean {
    return this.#choices.length === 0 || this.#choices.some(({ test }) => test(version))
  }

  /** Warns of every line that takes none of the versions that are there: it is most likely misspelt. */
  warnOfUnmatched(versions: readonly string[], diagnostics: Diagnostics): void {
    for (const { line, test } of this.#choices) {
      if (!versions.some(test)) diagnostics.warning(`'${line}' in the input 'versions' matches no published version`)
    }
  }
}

function pattern(text: string): (version: string) => boolean {
  const wildcards: Readonly<Record<string, Token>> = { '*': { kind: 'any' }, '?': { kind: 'one' } }
  const tokens = [...text].map((character): Token => wildcards[character] ?? { kind: 'character', character })
  return (version) => matchesTokens(tokens, version)
}

/** A range as Maven writes it (https://maven.apache.org/pom.html#dependency-version-requirement-specification): several are a union. */
function range(text: string): ((version: string) => boolean) | undefined {
  const compact = text.replace(/\s+/g, '')
  if (!/^(?:[[(][^[\](),]*(?:,[^[\](),]*)?[\])])(?:,[[(][^[\](),]*(?:,[^[\](),]*)?[\])])*$/.test(compact)) return undefined
  const parts = compact.match(/[[(][^[\]()]*[\])]/g) ?? []
  const tests = parts.map(interval)
  return tests.includes(undefined) ? undefined : (version) => tests.some((test) => test?.(version))
}

function interval(text: string): ((version: string) => boolean) | undefined {
  const inner = text.slice(1, -1)
  const [openLow, openHigh] = [text.startsWith('('), text.endsWith(')')]
  if (!inner.includes(',')) return inner === '' || openLow || openHigh ? undefined : (version) => compareVersions(version, inner) === 0
  const [low = '', high = ''] = inner.split(',')
  if (low !== '' && high !== '' && compareVersions(low, high) > 0) return undefined
  const above = (order: number) => (openLow ? order > 0 : order >= 0)
  const below = (order: number) => (openHigh ? order < 0 : order <= 0)
  return (version) => (low === '' || above(compareVersions(version, low))) && (high === '' || below(compareVersions(version, high)))
}
