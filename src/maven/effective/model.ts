import type { Location } from '../../core/diagnostics.ts'
import type { Coordinates } from '../coordinates.ts'
import type { EffectiveFact } from './interpolation.ts'
import type { EffectiveDependency } from './management.ts'
import type { UnappliedProfile } from './profiles.ts'

/** A parent or BOM that could not be used. */
export interface UnresolvedPom {
  readonly kind: 'parent' | 'bom'
  /** As the POM spells it, expressions replaced as far as they can be. */
  readonly coordinates: string
  /** `invalid`: it can never be found (no proper coordinates, a cycle) or is no POM that can be used; `too-many`: the limit was reached. */
  readonly reason: 'missing' | 'unknown' | 'invalid' | 'too-many'
  /** What is wrong with it, as the end of a sentence that names it; for `invalid` only. */
  readonly detail?: string
  /** Where it is asked for, be it in a parent or a BOM. */
  readonly location: Location
}

/** One entry of a list of licenses or developers, by the names of its children. */
export type EffectiveItem = ReadonlyMap<string, EffectiveFact>

/** What a POM says after inheritance, interpolation and BOM imports. Profiles are not applied. */
export interface EffectiveModel {
  readonly file: string
  /** Where the POM's project begins: the place of whatever is missing. */
  readonly location: Location
  /** By path below the project: `groupId`, `name`, `scm.url`, `distributionManagement.relocation.artifactId`, … */
  readonly facts: ReadonlyMap<string, EffectiveFact>
  /** Absent when a part of them is missing, cannot be worked out or is none. */
  readonly coordinates?: Coordinates
  /** `jar` when the POM does not say. */
  readonly packaging: string
  /** Whether the POM only says where the project has gone. */
  readonly relocated: boolean
  readonly licenses: readonly EffectiveItem[]
  readonly developers: readonly EffectiveItem[]
  /** With managed versions filled in. */
  readonly dependencies: readonly EffectiveDependency[]
  /** Own, inherited and imported; the imports themselves are not among them. */
  readonly managed: readonly EffectiveDependency[]
  /** Those that were read, nearest first, as `groupId:artifactId:version`. */
  readonly parents: readonly string[]
  /** What is wrong with one of its own parents: behind it there may be more to inherit. */
  readonly brokenLineage?: UnresolvedPom
  /** All that could not be used: its parents, its BOMs, and theirs. */
  readonly unresolved: readonly UnresolvedPom[]
  /** Every profile of the POM and its parents. */
  readonly profiles: readonly UnappliedProfile[]
  /** Where the POM itself asks for artifacts of other repositories than Central, if it does. */
  readonly repositories?: Location
}
