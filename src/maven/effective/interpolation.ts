import type { Location } from '../../core/diagnostics.ts'
import { expressionsIn, PomExpressionError, PomExpressions } from '../pom-expressions.ts'
import type { InheritedModel } from './inheritance.ts'
import type { RawFact } from './raw-model.ts'

/** A fact after inheritance, with its expressions replaced, and the place where it is written: in the POM, or in a parent or BOM. */
export interface EffectiveFact {
  readonly value: string
  readonly location: Location
  /** Names of the expressions that nothing defines; they stand in the value as they were written. */
  readonly unresolved: readonly string[]
  /** Why expressions were not replaced at all (a cycle, too deep, too long), as the end of a sentence that names the element. */
  readonly problem?: string
}

/** Replaces the expressions of one model. Those of the environment, of settings and of the system are nobody's here: they stay. */
export class Interpolation {
  readonly #expressions: PomExpressions

  constructor(model: InheritedModel) {
    this.#expressions = new PomExpressions(knownValues(model), { unknown: 'keep' })
  }

  fact({ text, location }: RawFact): EffectiveFact {
    if (!text.includes('${')) return { value: text, location, unresolved: [] }
    try {
      const value = this.#expressions.resolve(text)
      return { value, location, unresolved: expressionsIn(value) }
    } catch (error) {
      if (!(error instanceof PomExpressionError)) throw error
      return { value: text, location, unresolved: expressionsIn(text), problem: error.message }
    }
  }
}

/** In Maven's order of precedence, the weakest first: the model without prefix, properties, the model by its prefix. */
function knownValues({ facts, properties }: InheritedModel): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  for (const [path, { text }] of facts) known.set(path, text)
  for (const [name, { text }] of properties) known.set(name, text)
  for (const prefix of ['pom.', 'project.']) for (const [path, { text }] of facts) known.set(`${prefix}${path}`, text)
  return known
}
