import type { EffectiveModel, UnresolvedPom } from '../../maven/effective-model.ts'
import type { BundleView } from '../bundle-view.ts'
import { type Breach, inPom, type Rule, readComponents } from './rule.ts'

const words = { parent: 'the parent', bom: 'the BOM' } as const

function* unresolved(view: BundleView, isBreach: (pom: UnresolvedPom, model: EffectiveModel) => boolean): Generator<Breach> {
  for (const read of readComponents(view)) {
    for (const pom of read.model.unresolved) {
      if (!isBreach(pom, read.model)) continue
      const { kind, coordinates, detail = '', location } = pom
      yield { ...inPom(read, location), values: { kind: words[kind], coordinates, detail } }
    }
  }
}

/** What lies beyond the limit matters only where it is a parent, or a version is still wanted. */
function matters({ kind }: UnresolvedPom, { dependencies }: EffectiveModel): boolean {
  return kind === 'parent' || dependencies.some(({ version }) => version === undefined)
}

const source = 'https://central.sonatype.org/publish/requirements/'

/** The Portal tells it by what it lacks then. */
function missing(kind: UnresolvedPom['kind'], portal: string): Rule {
  return {
    id: `${kind}-missing`,
    severity: 'error',
    message: `${portal}: ‹kind› ‹coordinates› is neither in the bundle nor on Central`,
    cause: 'Central validates a bundle alone; what a POM builds on must be in it or be published already.',
    fix: 'Add it to the bundle, publish it first, or publish a POM that does not need it (flatten-maven-plugin, mode ossrh).',
    source,
    check: (view) => unresolved(view, (pom) => pom.kind === kind && pom.reason === 'missing'),
  }
}

/** Central builds the effective POM of each deployment from the bundle and from what is published: parents and BOMs must be there. */
export const parentRules: readonly Rule[] = [
  missing('parent', 'Dependency version information is missing'),
  missing('bom', 'Dependency management dependency version information is missing'),
  {
    id: 'parent-invalid',
    severity: 'error',
    message: '‹kind› ‹coordinates› ‹detail›',
    cause: 'Neither Central nor Maven can build the effective POM with it.',
    fix: 'Correct the reference, or the POM that it leads to; an unresolved version wants the flatten-maven-plugin.',
    source,
    check: (view) => unresolved(view, ({ reason }) => reason === 'invalid'),
  },
  {
    id: 'parent-unchecked',
    severity: 'warning',
    message: '‹kind› ‹coordinates› was not checked',
    cause: 'It could not be fetched: the repository did not answer, or asked to come again later.',
    fix: 'Run again, or look whether it is on Central; the Portal will check it in any case.',
    source,
    check: (view) => unresolved(view, ({ reason }) => reason === 'unknown'),
  },
  {
    id: 'parents-too-many',
    severity: 'warning',
    message: '‹kind› ‹coordinates› was not checked: at most 50 parents and BOMs are read for one POM',
    cause: 'BOMs that import BOMs in great number could keep the check busy for ever.',
    fix: 'Nothing, if the dependencies have their versions; else import fewer BOMs.',
    source,
    check: (view) => unresolved(view, (pom, model) => pom.reason === 'too-many' && matters(pom, model)),
  },
]
