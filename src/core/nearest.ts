/** The candidates most like `name`, best first, none that has less than about half of it in common: for "did you mean". */
export function nearest(name: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = simplify(name)
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, distance: distance(wanted, simplify(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.ceil(Math.max(name.length, candidate.length) * 0.45)))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** `vcsUrl`, `vcs-url` and `vcs_url` are one word to whoever mistypes them. Longer names are cut: the table is quadratic. */
function simplify(name: string): string {
  return name.slice(0, 120).toLowerCase().replaceAll(/[-_ ]/g, '')
}

/** Levenshtein's distance: the fewest single characters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
