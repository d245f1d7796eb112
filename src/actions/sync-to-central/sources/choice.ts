import type { Diagnostics } from '../../../core/diagnostics.ts'
import type { Coordinates } from '../../../maven/coordinates.ts'
import { type CoordinatesPattern, parseCoordinatesPattern } from '../../../maven/coordinates-pattern.ts'

/** Chooses coordinates by the inputs `include` (all without one) and `exclude`. */
export class Choice {
  readonly #include: readonly CoordinatesPattern[]
  readonly #exclude: readonly CoordinatesPattern[]

  /** A line that is no pattern is an error that names its input. */
  constructor(lines: { readonly include: readonly string[]; readonly exclude: readonly string[] }, diagnostics: Diagnostics) {
    this.#include = patterns('include', lines.include, diagnostics)
    this.#exclude = patterns('exclude', lines.exclude, diagnostics)
  }

  takes(coordinates: Coordinates): boolean {
    const matching = (pattern: CoordinatesPattern) => pattern.matches(coordinates)
    return (this.#include.length === 0 || this.#include.some(matching)) && !this.#exclude.some(matching)
  }

  /** Warns of every pattern that matches nothing that is there: it is most likely misspelt. */
  warnOfUnmatched(all: readonly Coordinates[], diagnostics: Diagnostics): void {
    for (const [input, list] of [
      ['include', this.#include],
      ['exclude', this.#exclude],
    ] as const) {
      for (const pattern of list) {
        if (!all.some((coordinates) => pattern.matches(coordinates)))
          diagnostics.warning(`'${pattern.text}' in the input '${input}' matches nothing`)
      }
    }
  }
}

function patterns(input: string, lines: readonly string[], diagnostics: Diagnostics): readonly CoordinatesPattern[] {
  return lines.flatMap((line) => {
    const pattern = parseCoordinatesPattern(line)
    if (pattern === undefined) {
      diagnostics.error(`input '${input}' takes coordinates, got '${line}'`, {
        hint: "Write group:artifact or group:artifact:version, with '*' for any characters.",
      })
    }
    return pattern ?? []
  })
}
