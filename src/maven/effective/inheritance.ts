import type { RawFact, RawItem, RawModel } from './raw-model.ts'

/** A POM with what it inherits from its parents, no expression replaced yet. */
export type InheritedModel = Pick<
  RawModel,
  'facts' | 'appendsPath' | 'properties' | 'licenses' | 'developers' | 'dependencies' | 'managed' | 'modules'
>

/**
 * What a POM says together with its parents, as Maven assembles it
 * (https://maven.apache.org/ref/3.9.9/maven-model-builder/#inheritance-assembly).
 * @param lineage the POM, its parent, the parent's parent, …
 */
export function inherit(lineage: readonly [RawModel, ...RawModel[]]): InheritedModel {
  const [child, ...parents] = lineage.map(completed)
  const [first, ...rest] = [...parents.toReversed(), child ?? lineage[0]]
  return rest.reduce<InheritedModel>(inheritFrom, first ?? lineage[0])
}

/** A POM without groupId or version has those that it says its parent has; of a dependency that it names twice the last word counts. */
function completed(model: RawModel): RawModel {
  const facts = new Map(model.facts)
  for (const part of ['groupId', 'version']) {
    const fact = facts.get(part) ?? facts.get(`parent.${part}`)
    if (fact !== undefined) facts.set(part, fact)
  }
  return { ...model, facts, dependencies: [...byKey(model.dependencies).values()] }
}

/** Taken from the parent where the child has none; everything else (name, packaging, relocation, …) is a POM's own. */
const inherited = /^(description|inceptionYear|(organization|issueManagement|ciManagement)\..*)$/

/** Facts that come together: a child that has one of a section inherits none of it. */
const wholeSections = new Set(['organization', 'issueManagement', 'ciManagement'])

/** Addresses that lead to the child when its path is appended. */
export const addresses = ['url', 'scm.url', 'scm.connection', 'scm.developerConnection'] as const

function inheritFrom(parent: InheritedModel, child: RawModel): InheritedModel {
  const facts = new Map(child.facts)
  const sections = new Set(Array.from(child.facts.keys(), sectionOf))
  for (const [path, fact] of parent.facts) {
    if (facts.has(path) || !inherited.test(path)) continue
    if (wholeSections.has(sectionOf(path)) && sections.has(sectionOf(path))) continue
    facts.set(path, fact)
  }
  const tag = parent.facts.get('scm.tag')
  if (tag !== undefined && !facts.has('scm.tag')) facts.set('scm.tag', tag)
  const folder = childFolder(parent, child)
  for (const path of addresses) {
    const fact = parent.facts.get(path)
    if (fact === undefined || facts.has(path)) continue
    facts.set(path, parent.appendsPath.get(path) === false ? fact : { ...fact, text: folder.reduce(appendPath, fact.text) })
  }
  return {
    facts,
    appendsPath: new Map([...parent.appendsPath, ...child.appendsPath]),
    properties: new Map([...parent.properties, ...child.properties]),
    licenses: child.licenses.length > 0 ? child.licenses : parent.licenses,
    developers: child.developers.length > 0 ? child.developers : parent.developers,
    dependencies: mergeByKey(child.dependencies, parent.dependencies),
    managed: mergeByKey(child.managed, parent.managed),
    modules: child.modules,
  }
}

function sectionOf(path: string): string {
  return path.split('.', 1)[0] ?? path
}

/** The child's folder below its parent's: the path by which the parent lists it as a module, then its artifactId, or what it says itself. */
function childFolder(parent: InheritedModel, child: RawModel): readonly string[] {
  const name = child.properties.get('project.directory')?.text ?? child.facts.get('artifactId')?.text ?? ''
  const module = parent.modules
    .map((path) => path.replaceAll('\\', '/').replace(/\/$/, ''))
    .find((path) => path.includes('/') && path.slice(path.lastIndexOf('/') + 1) === name)
  return [module?.slice(0, module.lastIndexOf('/')) ?? '', name]
}

function appendPath(address: string, path: string): string {
  if (address === '' || path === '') return address
  const slash = address.endsWith('/')
  return `${slash ? address.slice(0, -1) : address}${path.startsWith('/') ? '' : '/'}${path}${slash && !path.endsWith('/') ? '/' : ''}`
}

/** The child's entries, then those of the parent's that it does not declare anew; of two in the child the last counts, as in Maven. */
function mergeByKey(child: readonly RawItem[], parent: readonly RawItem[]): readonly RawItem[] {
  if (parent.length === 0) return child
  const merged = byKey(child)
  for (const item of parent) {
    const key = dependencyKey(item.facts)
    if (!merged.has(key)) merged.set(key, item)
  }
  return [...merged.values()]
}

function byKey(items: readonly RawItem[]): Map<string, RawItem> {
  return new Map(items.map((item) => [dependencyKey(item.facts), item]))
}

/** What Maven knows a dependency by: `groupId:artifactId:type[:classifier]`, expressions and all. */
export function dependencyKey(facts: ReadonlyMap<string, Pick<RawFact, 'text'>>): string {
  const text = (name: string) => facts.get(name)?.text ?? ''
  const classifier = facts.get('classifier')
  // An empty classifier is one: Maven's `Dependency.getManagementKey` asks for null only.
  return `${text('groupId')}:${text('artifactId')}:${facts.get('type')?.text ?? 'jar'}${classifier === undefined ? '' : `:${classifier.text}`}`
}
