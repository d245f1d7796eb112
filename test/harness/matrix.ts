import { isDeepStrictEqual } from 'node:util'

/** One combination of a matrix: what the `matrix` context holds in one job. */
export type Combination = Readonly<Record<string, unknown>>

/** `strategy.matrix` after its expressions are evaluated. */
export interface MatrixDefinition {
  readonly [dimension: string]: unknown
  readonly include?: readonly Combination[]
  readonly exclude?: readonly Combination[]
}

/** Combinations of one run, at most. */
const combinationLimit = 256

/**
 * All combinations in GitHub's order: the product of the dimensions, without those that an `exclude` matches in part or whole; then each `include`
 * extends every original combination whose own values it does not contradict, or, extending none, is a combination of its own.
 */
export function expandMatrix(matrix: MatrixDefinition): Combination[] {
  if (typeof matrix !== 'object' || Array.isArray(matrix)) throw new Error(`a matrix is a mapping, not ${JSON.stringify(matrix)}`)
  const { include = [], exclude = [], ...dimensions } = matrix
  // GitHub fails the job, in these words: a plan that may come out empty needs an `if` before the matrix.
  if (Object.keys(dimensions).length === 0 && include.length === 0) throw new Error('Matrix must define at least one vector')
  let product: Record<string, unknown>[] = Object.keys(dimensions).length === 0 ? [] : [{}]
  for (const [name, values] of Object.entries(dimensions)) {
    if (!Array.isArray(values) || values.length === 0) throw new Error(`Matrix vector '${name}' does not contain any values`)
    product = product.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value })))
  }
  const originals = product.filter((combination) => !exclude.some((pattern) => agrees(combination, pattern, Object.keys(pattern))))
  const extended: Record<string, unknown>[] = originals.map((combination) => ({ ...combination }))
  const added: Combination[] = []
  for (const entry of include) {
    const fitting = extended.filter((_, at) => agrees(originals[at] ?? {}, entry, sharedKeys(originals[at] ?? {}, entry)))
    for (const combination of fitting) Object.assign(combination, entry)
    if (fitting.length === 0) added.push(entry)
  }
  const all = [...extended, ...added]
  if (all.length > combinationLimit) throw new Error(`a matrix has at most ${combinationLimit} jobs, this one has ${all.length}`)
  return all
}

function agrees(combination: Combination, pattern: Combination, keys: readonly string[]): boolean {
  return keys.every((key) => isDeepStrictEqual(combination[key], pattern[key]))
}

function sharedKeys(combination: Combination, entry: Combination): string[] {
  return Object.keys(entry).filter((key) => key in combination)
}
