import { type Coordinates, coordinateParts, coordinateProblem, formatCoordinates } from '../coordinates.ts'
import { addresses, type InheritedModel, inherit } from './inheritance.ts'
import { type EffectiveFact, Interpolation } from './interpolation.ts'
import { type EffectiveDependency, effectiveDependency, isImport, manage, mergeManagement } from './management.ts'
import type { EffectiveItem, EffectiveModel, UnresolvedPom } from './model.ts'
import type { Bom, PomLibrary } from './pom-library.ts'
import { profilesOf } from './profiles.ts'
import { PomError, type RawItem, type RawModel } from './raw-model.ts'

/** How many parents and BOMs are read for one POM. */
export const maximumRelatedPoms = 50

interface Lineage {
  readonly models: readonly [RawModel, ...RawModel[]]
  readonly parents: readonly string[]
}

/** The work on one effective model, with what it has read so far. */
export class ModelBuild {
  readonly #library: PomLibrary
  readonly #poms = new Set<string>()
  readonly #unresolved: UnresolvedPom[] = []

  constructor(library: PomLibrary) {
    this.#library = library
  }

  async build(pom: RawModel): Promise<EffectiveModel> {
    const { models, parents } = await this.#lineage(pom, [])
    const [brokenLineage] = this.#unresolved
    const model = inherit(models)
    const interpolation = new Interpolation(model)
    const facts = new Map(Array.from(model.facts, ([path, fact]) => [path, interpolation.fact(fact)]))
    for (const path of addresses) {
      const fact = facts.get(path)
      if (fact !== undefined) facts.set(path, { ...fact, value: withoutUpwardSteps(fact.value) })
    }
    const coordinates = coordinatesOf(facts)
    const trail = coordinates === undefined ? [] : [formatCoordinates(coordinates)]
    const { managed } = await this.#management(model, interpolation, trail)
    return {
      file: pom.file,
      location: pom.location,
      facts,
      ...(coordinates && { coordinates }),
      packaging: facts.get('packaging')?.value || 'jar',
      relocated: Array.from(model.facts.keys()).some((path) => /^distributionManagement\.relocation(\.|$)/.test(path)),
      licenses: items(model.licenses, interpolation),
      developers: items(model.developers, interpolation),
      dependencies: manage(
        model.dependencies.map((dependency) => effectiveDependency(dependency, interpolation)),
        managed,
      ),
      managed,
      parents,
      ...(brokenLineage && { brokenLineage }),
      unresolved: this.#unresolved,
      profiles: profilesOf(models),
      ...(pom.repositories && { repositories: pom.repositories }),
    }
  }

  /** The POM and its parents, as far as they can be read; where that ends too early is told. */
  async #lineage(pom: RawModel, trail: readonly string[]): Promise<Lineage> {
    const models: [RawModel, ...RawModel[]] = [pom]
    const parents: string[] = []
    for (let child = pom; ; ) {
      const asked = parentOf(child)
      if (asked === undefined) return { models, parents }
      const key = formatCoordinates(asked)
      const request = {
        kind: 'parent',
        coordinates: key,
        location: child.facts.get('parent.artifactId')?.location ?? child.location,
      } as const
      const cycle = [...trail, ...parents].includes(key) || isItself(asked, child)
      const parent = await this.#read(asked, request, cycle)
      if (parent === undefined) return { models, parents }
      const packaging = parent.facts.get('packaging')?.text || 'jar'
      if (packaging !== 'pom')
        this.#unresolved.push({ ...request, reason: 'invalid', detail: `has the packaging ${packaging}; that of a parent must be pom` })
      models.push(parent)
      parents.push(key)
      child = parent
    }
  }

  /** The management of a model with that of its BOMs, and all POMs that those took. */
  async #management(model: InheritedModel, interpolation: Interpolation, trail: readonly string[]): Promise<Bom> {
    const entries = model.managed.map((entry) => effectiveDependency(entry, interpolation))
    const imports = entries.filter((entry) => isImport(entry) && entry.version?.value)
    if (imports.length === 0) return { managed: entries, poms: new Set() }
    const boms: Bom[] = []
    for (const entry of imports) boms.push(await this.#import(entry, trail))
    const own = entries.filter((entry) => !imports.includes(entry))
    return {
      managed: mergeManagement(
        own,
        boms.flatMap(({ managed }) => managed),
      ),
      poms: new Set(boms.flatMap(({ poms }) => [...poms])),
    }
  }

  async #import({ groupId, artifactId, version, location }: EffectiveDependency, trail: readonly string[]): Promise<Bom> {
    const asked = { groupId, artifactId, version: version?.value ?? '' }
    const key = formatCoordinates(asked)
    const known = this.#library.boms.get(key)
    if (known !== undefined && !trail.some((pom) => known.poms.has(pom)) && this.#admits(known.poms)) return known
    const problems = this.#unresolved.length
    const bom = await this.#read(asked, { kind: 'bom', coordinates: key, location }, trail.includes(key))
    if (bom === undefined) return { managed: [], poms: new Set() }
    const { models, parents } = await this.#lineage(bom, [key])
    const model = inherit(models)
    const { managed, poms } = await this.#management(model, new Interpolation(model), [...trail, key])
    const whole = { managed, poms: new Set([key, ...parents, ...poms]) }
    if (this.#unresolved.length === problems) this.#library.boms.set(key, whole)
    return whole
  }

  /** Counts POMs in if the limit allows all of them. */
  #admits(poms: ReadonlySet<string>): boolean {
    const all = new Set([...this.#poms, ...poms])
    if (all.size > maximumRelatedPoms) return false
    for (const pom of poms) this.#poms.add(pom)
    return true
  }

  async #read(asked: Coordinates, request: Omit<UnresolvedPom, 'reason'>, cycle: boolean): Promise<RawModel | undefined> {
    const fail = (reason: UnresolvedPom['reason'], detail?: string) => {
      this.#unresolved.push({ ...request, reason, ...(detail !== undefined && { detail }) })
      return undefined
    }
    for (const part of coordinateParts) {
      const problem = coordinateProblem(part, asked[part])
      if (problem === undefined) continue
      return fail('invalid', asked[part].includes('${') ? `has a ${part} that cannot be worked out` : `has a ${part} that ${problem}`)
    }
    if (cycle) return fail('invalid', 'leads back to where it is asked for')
    const key = formatCoordinates(asked)
    if (!this.#poms.has(key) && this.#poms.size === maximumRelatedPoms) return fail('too-many')
    this.#poms.add(key)
    const found = await this.#library.related(asked)
    if (typeof found === 'string') return fail(found)
    if (!(found instanceof PomError)) return found
    const { line, column } = found.location
    return fail('invalid', `cannot be read (line ${line}, column ${column}): ${found.message}`)
  }
}

/** As it is written: Maven looks for a parent before it knows any property. */
function parentOf({ facts }: RawModel): Coordinates | undefined {
  if (!Array.from(facts.keys()).some((path) => path.startsWith('parent.'))) return undefined
  const text = (part: string) => facts.get(`parent.${part}`)?.text ?? ''
  return { groupId: text('groupId'), artifactId: text('artifactId'), version: text('version') }
}

function isItself(parent: Coordinates, { facts }: RawModel): boolean {
  const groupId = facts.get('groupId')?.text ?? parent.groupId
  return groupId === parent.groupId && facts.get('artifactId')?.text === parent.artifactId
}

/** No address is as long as this, in UTF-16 units; the work on one grows with the square of its length. */
const longestAddress = 2048

/** `https://acme.org/parent/../lib` → `https://acme.org/lib`, as Maven does it: a module beside its parent inherits such an address. */
function withoutUpwardSteps(address: string): string {
  let result = address
  for (let step = result.indexOf('/../'); step !== -1 && result.length <= longestAddress; step = result.indexOf('/../')) {
    let last = step - 1
    while (last >= 0 && result[last] === '/') last--
    const above = last < 0 ? -1 : result.lastIndexOf('/', last)
    result = above === -1 ? result.slice(step + (step === 0 ? 3 : 4)) : result.slice(0, above) + result.slice(step + 3)
  }
  return result
}

function coordinatesOf(facts: ReadonlyMap<string, EffectiveFact>): Coordinates | undefined {
  const value = (part: string) => facts.get(part)?.value ?? ''
  const coordinates = { groupId: value('groupId'), artifactId: value('artifactId'), version: value('version') }
  return coordinateParts.some((part) => coordinateProblem(part, coordinates[part]) !== undefined) ? undefined : coordinates
}

function items(list: readonly RawItem[], interpolation: Interpolation): readonly EffectiveItem[] {
  return list.map(({ facts }) => new Map(Array.from(facts, ([name, fact]) => [name, interpolation.fact(fact)])))
}
