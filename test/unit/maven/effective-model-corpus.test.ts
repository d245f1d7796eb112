import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Coordinates, formatCoordinates } from '../../../src/maven/coordinates.ts'
import { EffectiveModels } from '../../../src/maven/effective-model.ts'
import { fact } from './pom-scene.ts'

const corpus = join(import.meta.dirname, '../../../../shared/corpus/poms')

interface Truth {
  readonly coordinates: string
  readonly pomsUsed: readonly string[]
  readonly parents: readonly string[]
  readonly activeProfiles: readonly string[]
  readonly effective: {
    readonly [fact in 'name' | 'description' | 'url']: string | null
  } & {
    readonly packaging: string
    readonly licenses: readonly { readonly name: string | null; readonly url: string | null }[]
    readonly developers: readonly { readonly id: string | null; readonly name: string | null }[]
    readonly scm: { readonly [fact in 'url' | 'connection' | 'developerConnection']: string | null } | null
    readonly relocation: unknown
    readonly dependencyCount: number
    readonly managedDependencyCount: number
    readonly dependencies: readonly { readonly groupId: string; readonly artifactId: string; readonly version: string | null }[]
    readonly dependenciesWithoutVersion: readonly string[]
    readonly managedDependenciesWithoutVersion: readonly string[]
  }
}

describe.skipIf(!existsSync(corpus))('real POMs say what Maven says of them (skipped where ../shared/corpus is missing)', () => {
  const truth: readonly Truth[] = existsSync(corpus) ? JSON.parse(readFileSync(join(corpus, 'truth.json'), 'utf8')) : []
  const fileOf = ({ groupId, artifactId, version }: Coordinates) =>
    join(corpus, groupId.replaceAll('.', '/'), artifactId, version, `${artifactId}-${version}.pom`)
  const asked = new Set<string>()
  const models = new EffectiveModels({
    async read(coordinates) {
      const key = formatCoordinates(coordinates)
      asked.add(key)
      const file = fileOf(coordinates)
      if (existsSync(file)) return { bytes: readFileSync(file), file }
      return key === 'org.junit:junit-bom:5.10.2' ? { bytes: junitBom(), file } : 'missing'
    },
  })
  /** Two of the thirty import a version that the corpus does not hold. It manages what the version before it does. */
  const junitBom = () => {
    const before = readFileSync(fileOf({ groupId: 'org.junit', artifactId: 'junit-bom', version: '5.10.0' }), 'utf8')
    return Buffer.from(before.replaceAll('>5.10.0<', '>5.10.2<').replaceAll('>1.10.0<', '>1.10.2<'))
  }

  test('all thirty are there', () => {
    expect(truth.length).toBeGreaterThanOrEqual(30)
  })

  test.each(truth)('$coordinates', async ({ coordinates, pomsUsed, parents, activeProfiles, effective }) => {
    const [groupId = '', artifactId = '', version = ''] = coordinates.split(':')
    const file = fileOf({ groupId, artifactId, version })
    const model = await models.of({ bytes: readFileSync(file), file })
    const value = (path: string) => fact(model, path) ?? null
    expect(model.coordinates && formatCoordinates(model.coordinates)).toBe(coordinates)
    expect(model.packaging).toBe(effective.packaging)
    expect(model.parents).toEqual(parents)
    expect(model.unresolved).toEqual([])
    for (const name of ['name', 'description', 'url'] as const) expect(value(name), name).toBe(effective[name])
    for (const name of ['url', 'connection', 'developerConnection'] as const)
      expect(value(`scm.${name}`), name).toBe(effective.scm?.[name] ?? null)
    const pairs = (items: typeof model.licenses, names: readonly [string, string]) =>
      items.map((item) => names.map((name) => item.get(name)?.value ?? null))
    expect(pairs(model.licenses, ['name', 'url'])).toEqual(effective.licenses.map(({ name, url }) => [name, url]))
    expect(pairs(model.developers, ['id', 'name'])).toEqual(effective.developers.map(({ id, name }) => [id, name]))
    expect(model.relocated).toBe(effective.relocation !== null)
    expect(model.dependencies).toHaveLength(effective.dependencyCount)
    expect(model.managed).toHaveLength(effective.managedDependencyCount)
    const versionless = (list: typeof model.managed) =>
      list.filter(({ version }) => !version?.value).map(({ groupId, artifactId }) => `${groupId}:${artifactId}`)
    expect(versionless(model.dependencies)).toEqual(effective.dependenciesWithoutVersion)
    expect(versionless(model.managed)).toEqual(effective.managedDependenciesWithoutVersion)
    expect(
      model.dependencies.slice(0, 60).map(({ groupId, artifactId, version }) => ({ groupId, artifactId, version: version?.value ?? null })),
    ).toEqual(effective.dependencies.map(({ groupId, artifactId, version }) => ({ groupId, artifactId, version })))
    // What Maven switched on, we name: the profiles of this POM and of its parents.
    const ids = new Set(model.profiles.map(({ id }) => id))
    expect(activeProfiles.map((profile) => profile.split('#')[1]).filter((id) => !ids.has(id ?? ''))).toEqual([])
    for (const pom of pomsUsed) if (pom !== coordinates) expect(asked).toContain(pom)
  })
})
