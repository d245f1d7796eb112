import { type CoordinatePart, coordinateParts, formatCoordinates, isSnapshot } from '../../maven/coordinates.ts'
import type { EffectiveFact } from '../../maven/effective-model.ts'
import { artifactFolder } from '../../maven/layout.ts'
import { definesFor, isReplaced, whatIsLeft } from './expressions.ts'
import { type Breach, inPom, type ReadComponent, type Rule, readComponents } from './rule.ts'

/** What keeps the POM from saying the coordinates of its folder. */
function disagreement(read: ReadComponent): Breach | undefined {
  const { model, component } = read
  for (const part of coordinateParts) {
    const fact = model.facts.get(part)
    const cause = problemWith(part, fact, read)
    if (cause !== undefined) return { ...inPom(read, fact?.location), cause }
  }
  if (model.coordinates !== undefined || coordinateParts.some((part) => model.facts.get(part)?.unresolved.length !== 0)) return undefined
  return { ...inPom(read), cause: `Maven does not take ${formatCoordinates(component.coordinates)} for coordinates.` }
}

function problemWith(part: CoordinatePart, fact: EffectiveFact | undefined, { component, model }: ReadComponent): string | undefined {
  if (fact === undefined || fact.value === '')
    return `The POM has no <${part}>${part === 'artifactId' ? '' : ', neither its own nor in <parent>'}.`
  if (!isReplaced(fact)) {
    if (model.brokenLineage?.reason === 'unknown') return undefined
    const profiles = model.profiles.filter((profile) => definesFor(profile, fact)).map(({ id }) => `'${id}'`)
    return `<${part}> ${whatIsLeft(fact)}${profiles.length === 0 ? '' : `; only the profile ${profiles.join(', ')} does`}.`
  }
  const expected = component.coordinates[part]
  return fact.value === expected ? undefined : `The POM says ${part} ${fact.value}, its folder says ${expected}.`
}

/** The POM, the folder and the names of the files say the same coordinates, those of a release (Portal messages 3, 20, 21 and 22). */
export const coordinateRules: readonly Rule[] = [
  {
    id: 'snapshot',
    severity: 'error',
    message: 'version cannot be a SNAPSHOT',
    cause: 'A snapshot changes under its version, and what is on Central never changes.',
    fix: 'Build with a release version and sync that.',
    source: 'https://central.sonatype.org/publish/requirements/#correct-coordinates',
    *check(view) {
      const read = new Map(Array.from(readComponents(view), (one) => [one.component, one]))
      for (const component of view.components) {
        if (!isSnapshot(component.coordinates.version)) continue
        const one = read.get(component)
        const [first] = component.files
        yield one === undefined ? { component, ...(first && { file: first.path }) } : inPom(one, one.model.facts.get('version')?.location)
      }
    },
  },
  {
    id: 'pom-missing',
    severity: 'error',
    message: 'Bundle has content that does NOT have a .pom file: ‹folder›',
    cause: 'Files lie in the folder of a version that has no POM there.',
    fix: 'Add the POM, or leave the files out with "exclude".',
    source: 'https://central.sonatype.org/publish/publish-portal-upload/',
    *check({ components }) {
      for (const component of components) {
        const [first] = component.files
        if (component.pom !== undefined || first === undefined) continue
        yield { component, file: first.path, values: { folder: artifactFolder(component.coordinates) } }
      }
    },
  },
  {
    id: 'pom-coordinates',
    severity: 'error',
    message: 'Failed to get coordinates from pom file ‹file›',
    cause: 'The POM cannot be read, or its coordinates cannot be worked out or are not those of its folder.',
    fix: 'Write groupId, artifactId and version into the POM as the folder has them; Maven does that with the flatten-maven-plugin.',
    source: 'https://central.sonatype.org/publish/requirements/#correct-coordinates',
    *check(view) {
      for (const component of view.components) {
        const { pom } = component
        if (pom === undefined || 'model' in pom) continue
        const { path } = pom.file
        const cause = `The POM cannot be read: ${pom.error.message}.`
        yield { component, file: path, values: { file: path }, cause, fix: 'Correct the POM.', location: pom.error.location }
      }
      for (const read of readComponents(view)) {
        const breach = disagreement(read)
        if (breach !== undefined) yield { ...breach, values: { file: read.file } }
      }
    },
  },
  {
    id: 'misfit',
    severity: 'error',
    message: 'Failed to associate file with coordinates ‹file›',
    cause: 'The name of a file does not begin with artifactId-version of its folder.',
    fix: 'Name it so, or leave it out with "exclude".',
    source: 'https://central.sonatype.org/publish/publish-portal-upload/',
    *check({ components }) {
      for (const component of components) {
        for (const { path } of component.misfits) {
          const cause = `The name does not begin with ${component.coordinates.artifactId}-${component.coordinates.version}, as those of ${formatCoordinates(component.coordinates)} do.`
          yield { component, file: path, values: { file: path }, cause }
        }
      }
    },
  },
]
