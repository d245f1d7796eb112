import type { EffectiveDependency, EffectiveFact, EffectiveModel } from '../../maven/effective-model.ts'
import type { BundleView } from '../bundle-view.ts'
import { definesFor, isReplaced, whatIsLeft } from './expressions.ts'
import { type Breach, inPom, type Rule, readComponents } from './rule.ts'

/** A dependency without a usable version, and why: nobody gives one, only profiles do, or who might give one could not be read. */
interface Versionless {
  readonly dependency: EffectiveDependency
  readonly why: 'nobody' | 'profile' | 'unchecked'
  readonly profiles: string
  readonly cause?: string
}

function* versionless(model: EffectiveModel, dependencies: readonly EffectiveDependency[]): Generator<Versionless> {
  for (const dependency of dependencies) {
    const { version, key } = dependency
    if (version !== undefined && version.value !== '' && isReplaced(version)) continue
    const helpful = model.profiles.filter((profile) => profile.managed.has(key) || (version !== undefined && definesFor(profile, version)))
    const profiles = helpful.map(({ id }) => `'${id}'`).join(', ')
    if (profiles !== '') yield { dependency, why: 'profile', profiles }
    else if (model.unresolved.length > 0 && version?.value !== '') yield { dependency, why: 'unchecked', profiles }
    else yield { dependency, why: 'nobody', profiles, cause: causeOf(version) }
  }
}

function causeOf(version: EffectiveFact | undefined): string {
  if (version === undefined || version.value === '')
    return 'Neither the POM nor the dependency management of a parent or BOM gives it a version.'
  return `Its version ${whatIsLeft(version)}.`
}

function* breaches(view: BundleView, list: 'dependencies' | 'managed', why: Versionless['why']): Generator<Breach> {
  for (const read of readComponents(view)) {
    for (const found of versionless(read.model, read.model[list])) {
      if (found.why !== why) continue
      const { groupId, artifactId, version, location } = found.dependency
      const values = { dependency: `${groupId}:${artifactId}`, profiles: found.profiles }
      yield { ...inPom(read, version?.location ?? location), values, ...(found.cause !== undefined && { cause: found.cause }) }
    }
  }
}

function* bothLists(view: BundleView, why: Versionless['why']): Generator<Breach> {
  yield* breaches(view, 'dependencies', why)
  yield* breaches(view, 'managed', why)
}

const requirements = 'https://central.sonatype.org/publish/requirements/#required-pom-metadata'

/** Every dependency has a version that readers of the POM can work out (Portal messages 18 and 19). */
export const dependencyRules: readonly Rule[] = [
  {
    id: 'dependency-version',
    severity: 'error',
    message: 'Dependency version information is missing for dependency: ‹dependency›',
    cause: 'Neither the POM nor the dependency management of a parent or BOM gives it a version.',
    fix: 'Write <version> into the dependency, or into <dependencyManagement>.',
    source: requirements,
    check: (view) => breaches(view, 'dependencies', 'nobody'),
  },
  {
    id: 'managed-version',
    severity: 'error',
    message: 'Dependency management dependency version information is missing',
    cause: 'An entry of the dependency management has no version.',
    fix: 'Write <version> into the entry of <dependencyManagement>.',
    source: requirements,
    check: (view) => breaches(view, 'managed', 'nobody'),
  },
  {
    id: 'version-by-profile',
    severity: 'warning',
    message: 'only the profile ‹profiles› gives ‹dependency› a version',
    cause: 'Profiles are not applied here: whether one is active depends on who reads the POM.',
    fix: 'Write the version into the POM itself, outside of profiles.',
    source: 'https://maven.apache.org/guides/introduction/introduction-to-profiles.html#profile-pitfalls',
    check: (view) => bothLists(view, 'profile'),
  },
  {
    id: 'version-unchecked',
    severity: 'warning',
    message: 'the version of ‹dependency› was not checked',
    cause: 'A parent or BOM that may give it could not be read.',
    fix: 'See what is said about the parent or BOM.',
    source: requirements,
    check: (view) => bothLists(view, 'unchecked'),
  },
]
