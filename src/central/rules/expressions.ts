import type { EffectiveFact, EffectiveModel, UnappliedProfile } from '../../maven/effective-model.ts'
import type { BundleView } from '../bundle-view.ts'
import { type Breach, inPom, type Rule, readComponents } from './rule.ts'

/** Whether nothing of a fact is left to be worked out. */
export function isReplaced({ unresolved, problem }: EffectiveFact): boolean {
  return unresolved.length === 0 && problem === undefined
}

/** Whether a profile defines a property that a fact wants. */
export function definesFor({ properties }: UnappliedProfile, { unresolved }: EffectiveFact): boolean {
  return unresolved.some((name) => properties.has(name))
}

/** What is left of a fact, as the end of a sentence that names the element. */
export function whatIsLeft({ unresolved, problem }: EffectiveFact): string {
  const names = unresolved.map((name) => `\${${name}}`).join(', ')
  return problem ?? `holds ${names}, which neither the POM nor a parent that could be read defines`
}

/** What people and the Portal read of a POM; dependencies and coordinates have rules of their own. */
const shown = ['packaging', 'name', 'description', 'url', 'scm.url', 'scm.connection', 'scm.developerConnection']

function* shownFacts({ facts, licenses, developers }: EffectiveModel): Generator<[path: string, fact: EffectiveFact]> {
  for (const path of shown) {
    const fact = facts.get(path)
    if (fact !== undefined) yield [path, fact]
  }
  for (const item of [...licenses, ...developers]) yield* item
}

function* leftovers(view: BundleView, by: 'profile' | 'nobody'): Generator<Breach> {
  for (const read of readComponents(view)) {
    for (const [path, fact] of shownFacts(read.model)) {
      if (isReplaced(fact)) continue
      const profiles = read.model.profiles.filter((profile) => definesFor(profile, fact)).map(({ id }) => `'${id}'`)
      if (profiles.length > 0 !== (by === 'profile')) continue
      const element = path.slice(path.lastIndexOf('.') + 1)
      yield { ...inPom(read, fact.location), values: { element, what: whatIsLeft(fact), profiles: profiles.join(', ') } }
    }
  }
}

/** Expressions that stay as they stand are no breach of the Portal's rules, but seldom what was meant. */
export const expressionRules: readonly Rule[] = [
  {
    id: 'unresolved-expression',
    severity: 'warning',
    message: '<‹element›> ‹what›',
    cause: 'Properties of the environment, of settings and of the system are unknown to whoever reads the POM later.',
    fix: 'Write the value into the POM, or define the property there.',
    source: 'https://maven.apache.org/pom.html#Properties',
    check: (view) => leftovers(view, 'nobody'),
  },
  {
    id: 'expression-by-profile',
    severity: 'warning',
    message: 'only the profile ‹profiles› gives <‹element›> its value',
    cause: 'Profiles are not applied here: whether one is active depends on who reads the POM.',
    fix: 'Write the value into the POM itself, outside of profiles.',
    source: 'https://maven.apache.org/guides/introduction/introduction-to-profiles.html#profile-pitfalls',
    check: (view) => leftovers(view, 'profile'),
  },
]
