import { matchesTokens, type Token } from '../core/wildcards.ts'
import { type Coordinates, coordinateParts } from './coordinates.ts'

/** Chooses coordinates: `group:artifact` or `group:artifact:version`, where `*` stands for any number of any characters. */
export interface CoordinatesPattern {
  /** As it was written. */
  readonly text: string
  matches(coordinates: Coordinates): boolean
}

/** Reads a pattern; undefined when the text is none. */
export function parseCoordinatesPattern(text: string): CoordinatesPattern | undefined {
  const parts = text.split(':')
  if (parts.length < 2 || parts.length > coordinateParts.length || !parts.every((part) => /^[A-Za-z0-9_.+*-]+$/.test(part)))
    return undefined
  const tokens = parts.map(tokensOf)
  return {
    text,
    matches: (coordinates) => tokens.every((part, index) => matchesTokens(part, coordinates[coordinateParts[index] ?? 'version'])),
  }
}

function tokensOf(part: string): readonly Token[] {
  return [...part].map((character) => (character === '*' ? { kind: 'any' } : { kind: 'character', character }))
}
