/** One thing that a wildcard pattern asks of a name: this character, one of these, any one, one or none, or any number of any. */
export type Token =
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] }
  | { readonly kind: 'one' }
  | { readonly kind: 'optional' }
  | { readonly kind: 'any' }

/**
 * True when the tokens match the whole of `name`, by code points. All possible positions in the pattern are followed at once, so the time is
 * at most the length of the name times the number of tokens, whatever the pattern: there is nothing to backtrack over.
 */
export function matchesTokens(tokens: readonly Token[], name: string): boolean {
  let positions = reachable(tokens, [0])
  for (const character of name) {
    const next: number[] = []
    for (const position of positions) {
      const token = tokens[position]
      if (token === undefined || !accepts(token, character)) continue
      next.push(token.kind === 'any' ? position : position + 1)
    }
    if (next.length === 0) return false
    positions = reachable(tokens, next)
  }
  return positions.includes(tokens.length)
}

/** Adds the positions that are reached without a character. `starts` ascend, and so does the result, each position once. */
function reachable(tokens: readonly Token[], starts: readonly number[]): number[] {
  const positions: number[] = []
  let last = -1
  for (const start of starts) {
    if (start <= last) continue
    last = start
    positions.push(last)
    while (tokens[last]?.kind === 'any' || tokens[last]?.kind === 'optional') positions.push(++last)
  }
  return positions
}

function accepts(token: Token, character: string): boolean {
  switch (token.kind) {
    case 'character':
      return token.character === character
    case 'class':
      return token.ranges.some(([from, to]) => from <= character && character <= to) !== token.negated
    default:
      return true
  }
}
