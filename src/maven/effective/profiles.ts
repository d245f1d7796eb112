import type { Location } from '../../core/diagnostics.ts'
import { dependencyKey } from './inheritance.ts'
import type { RawModel } from './raw-model.ts'

/** A profile of a POM or of one of its parents: none is applied, for who reads the POM later has other profiles active than its publisher. */
export interface UnappliedProfile {
  readonly id: string
  /** The file of the POM that declares it. */
  readonly file: string
  readonly location: Location
  /** Names of the properties that it would define. */
  readonly properties: ReadonlySet<string>
  /** Keys of the dependencies to which it would give a version. */
  readonly managed: ReadonlySet<string>
}

/** The profiles of a lineage, the POM's own first. */
export function profilesOf(lineage: readonly RawModel[]): readonly UnappliedProfile[] {
  return lineage.flatMap(({ file, profiles }) =>
    profiles.map(({ id, location, properties, managed }) => ({
      id,
      file,
      location,
      properties: new Set(properties.keys()),
      managed: new Set(managed.filter(({ facts }) => facts.has('version')).map(({ facts }) => dependencyKey(facts))),
    })),
  )
}
