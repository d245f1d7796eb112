import type { Location } from '../../core/diagnostics.ts'
import { dependencyKey } from './inheritance.ts'
import type { EffectiveFact, Interpolation } from './interpolation.ts'
import type { RawItem } from './raw-model.ts'

/** A dependency, or an entry of the dependency management, after inheritance and interpolation. */
export interface EffectiveDependency {
  readonly groupId: string
  readonly artifactId: string
  /** `groupId:artifactId:type[:classifier]`: what management finds it by. */
  readonly key: string
  /** `import` makes an entry of the management a BOM. */
  readonly scope: string
  readonly type: string
  /** Absent or empty when nobody gives one. */
  readonly version?: EffectiveFact
  readonly location: Location
}

/** One entry with its expressions replaced. */
export function effectiveDependency({ facts, location }: RawItem, interpolation: Interpolation): EffectiveDependency {
  const settled = new Map(Array.from(facts, ([name, fact]) => [name, interpolation.fact(fact)]))
  const text = (name: string) => settled.get(name)?.value ?? ''
  const version = settled.get('version')
  return {
    groupId: text('groupId'),
    artifactId: text('artifactId'),
    key: dependencyKey(new Map(Array.from(settled, ([name, { value }]) => [name, { text: value }]))),
    scope: text('scope'),
    type: settled.get('type')?.value ?? 'jar',
    location,
    ...(version && { version }),
  }
}

/** Whether an entry of the management stands for another POM's management. */
export function isImport({ type, scope }: EffectiveDependency): boolean {
  return type === 'pom' && scope === 'import'
}

/** Gives dependencies the managed versions that they leave open. An empty version is one that is given, and Maven refuses it. */
export function manage(
  dependencies: readonly EffectiveDependency[],
  managed: readonly EffectiveDependency[],
): readonly EffectiveDependency[] {
  const versions = new Map<string, EffectiveFact>()
  for (const { key, version } of managed) if (version !== undefined && !versions.has(key)) versions.set(key, version)
  return dependencies.map((dependency) => {
    const version = dependency.version ?? versions.get(dependency.key)
    return version === undefined ? dependency : { ...dependency, version }
  })
}

/** The POM's own management, then that of its BOMs in their order; the first that names a dependency wins. */
export function mergeManagement(
  own: readonly EffectiveDependency[],
  imported: readonly EffectiveDependency[],
): readonly EffectiveDependency[] {
  const merged = new Map(own.map((entry) => [entry.key, entry]))
  for (const entry of imported) if (!merged.has(entry.key)) merged.set(entry.key, entry)
  return [...merged.values()]
}
