import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Coordinates, formatCoordinates } from '../../../src/maven/coordinates.ts'
import { type EffectiveModel, EffectiveModels, maximumRelatedPoms, PomError } from '../../../src/maven/effective-model.ts'
import type { PomSource } from '../../../src/maven/pom-source.ts'

const use = (name: string) => `$\{${name}}`

/** Elements of a POM `g:<artifact>:1`, with a parent `g:<parent>:1`. */
function pomText(artifact: string, body: string, parent?: string, attributes = ''): string {
  const parentElement =
    parent === undefined ? '' : `<parent><groupId>g</groupId><artifactId>${parent}</artifactId><version>1</version></parent>\n`
  return `<project${attributes}>\n<modelVersion>4.0.0</modelVersion>\n${parentElement}<groupId>g</groupId><artifactId>${artifact}</artifactId><version>1</version>\n${body}\n</project>`
}

const dependency = (artifact: string, more = '') =>
  `<dependency><groupId>d</groupId><artifactId>${artifact}</artifactId>${more}</dependency>`
const version = (text: string) => `<version>${text}</version>`
const managed = (...entries: string[]) => `<dependencyManagement><dependencies>${entries.join('')}</dependencies></dependencyManagement>`
const bom = (artifact: string) =>
  `<dependency><groupId>g</groupId><artifactId>${artifact}</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency>`
const aPom = '<packaging>pom</packaging>'

/** A source that holds `g:<artifact>:1` for each key; counts what is asked. */
class Poms implements PomSource {
  readonly asked: string[] = []
  readonly #poms: Readonly<Record<string, string | 'unknown'>>

  constructor(poms: Readonly<Record<string, string | 'unknown'>>) {
    this.#poms = poms
  }

  async read(coordinates: Coordinates) {
    this.asked.push(formatCoordinates(coordinates))
    const text = this.#poms[coordinates.artifactId]
    if (text === undefined || coordinates.groupId !== 'g' || coordinates.version !== '1') return 'missing'
    return text === 'unknown' ? 'unknown' : { bytes: Buffer.from(text), file: `${coordinates.artifactId}.pom` }
  }
}

function modelOf(text: string, others: Readonly<Record<string, string>> = {}): Promise<EffectiveModel> {
  return new EffectiveModels(new Poms(others)).of({ bytes: Buffer.from(text), file: 'own.pom' })
}

const fact = (model: EffectiveModel, path: string) => model.facts.get(path)?.value
const versions = (model: EffectiveModel) => model.dependencies.map(({ artifactId, version }) => `${artifactId}=${version?.value}`)

describe('what a POM inherits', () => {
  test('is not its name nor packaging, but its description, addresses, licenses and developers', async () => {
    const parent = pomText(
      'parent',
      `${aPom}<name>Parent</name><description>D</description><url>https://acme.test/</url><licenses><license><name>MIT</name></license></licenses>
       <developers><developer><name>Ada</name></developer></developers><scm><url>https://acme.test/scm</url><connection>c</connection><tag>t</tag></scm>`,
    )
    const model = await modelOf(pomText('lib', '', 'parent'), { parent })
    expect(fact(model, 'name')).toBeUndefined()
    expect(model.packaging).toBe('jar')
    expect(fact(model, 'description')).toBe('D')
    expect(fact(model, 'url')).toBe('https://acme.test/lib/')
    expect(fact(model, 'scm.url')).toBe('https://acme.test/scm/lib')
    expect(fact(model, 'scm.connection')).toBe('c/lib')
    expect(fact(model, 'scm.tag')).toBe('t')
    expect(model.licenses.map((license) => license.get('name')?.value)).toEqual(['MIT'])
    expect(model.developers).toHaveLength(1)
    expect(model.parents).toEqual(['g:parent:1'])
    expect(model.facts.get('description')?.location).toEqual({ file: 'parent.pom', line: 4, column: expect.any(Number) })
  })

  test('is replaced by its own lists as a whole, and by its own addresses one by one', async () => {
    const parent = pomText(
      'parent',
      `${aPom}<licenses><license><name>A</name></license><license><name>B</name></license></licenses><scm><url>u</url><connection>c</connection></scm>`,
    )
    const model = await modelOf(
      pomText('lib', '<licenses><license><name>C</name></license></licenses><scm><url>own</url></scm>', 'parent'),
      { parent },
    )
    expect(model.licenses.map((license) => license.get('name')?.value)).toEqual(['C'])
    expect([fact(model, 'scm.url'), fact(model, 'scm.connection')]).toEqual(['own', 'c/lib'])
  })

  test('keeps its address where the parent forbids to append the path, for grandchildren too', async () => {
    const top = pomText(
      'top',
      `${aPom}<url>https://acme.test</url><scm child.scm.url.inherit.append.path="false"><url>u</url></scm>`,
      undefined,
      ' child.project.url.inherit.append.path="false"',
    )
    const middle = pomText('middle', aPom, 'top')
    const model = await modelOf(pomText('lib', '', 'middle'), { top, middle })
    expect([fact(model, 'url'), fact(model, 'scm.url')]).toEqual(['https://acme.test', 'u'])
  })

  test('gets the path at which the parent lists the module, and steps upward are taken', async () => {
    const parent = pomText(
      'parent',
      `${aPom}<url>https://acme.test/parent</url><modules><module>sub/lib</module><module>../other</module></modules>`,
    )
    expect(fact(await modelOf(pomText('lib', '', 'parent'), { parent }), 'url')).toBe('https://acme.test/parent/sub/lib')
    expect(fact(await modelOf(pomText('other', '', 'parent'), { parent }), 'url')).toBe('https://acme.test/other')
  })

  test('is no relocation', async () => {
    const relocation = '<distributionManagement><relocation><artifactId>new</artifactId></relocation></distributionManagement>'
    expect((await modelOf(pomText('lib', relocation))).relocated).toBe(true)
    expect((await modelOf(pomText('lib', '', 'parent'), { parent: pomText('parent', aPom + relocation) })).relocated).toBe(false)
  })
})

describe('expressions', () => {
  test('are replaced in the child, from its own and its parents properties and from the model', async () => {
    const parent = pomText(
      'parent',
      `${aPom}<properties><x>px</x><y>py</y></properties><description>${use('project.artifactId')} ${use('x')} ${use('y')}</description>`,
    )
    const model = await modelOf(
      pomText('lib', `<properties><x>own</x></properties><name>${use('project.parent.artifactId')} ${use('pom.version')}</name>`, 'parent'),
      { parent },
    )
    expect([fact(model, 'description'), fact(model, 'name')]).toEqual(['lib own py', 'parent 1'])
  })

  test('may give the version: a revision that the parent defines', async () => {
    const text = pomText('lib', '', 'parent').replace(
      '<artifactId>lib</artifactId><version>1',
      `<artifactId>lib</artifactId><version>${use('revision')}`,
    )
    const model = await modelOf(text, { parent: pomText('parent', `${aPom}<properties><revision>7.1</revision></properties>`) })
    expect(model.coordinates).toEqual({ groupId: 'g', artifactId: 'lib', version: '7.1' })
  })

  test('of the environment, of settings and of the system stay as they stand, and are told', async () => {
    const model = await modelOf(
      pomText(
        'lib',
        `<name>${use('env.HOME')} ${use('settings.x')} ${use('java.version')} ${use('a')}</name><properties><a>1</a></properties>`,
      ),
    )
    expect(model.facts.get('name')).toMatchObject({
      value: `${use('env.HOME')} ${use('settings.x')} ${use('java.version')} 1`,
      unresolved: ['env.HOME', 'settings.x', 'java.version'],
    })
  })

  test('that stand for themselves are told, whoever defines them', async () => {
    const model = await modelOf(pomText('lib', `<name>${use('a')}</name><properties><a>${use('b')}</a></properties>`, 'parent'), {
      parent: pomText('parent', `${aPom}<properties><b>${use('a')}</b></properties>`),
    })
    expect(model.facts.get('name')?.problem).toMatch(/stands for itself/)
  })
})

describe('versions of dependencies', () => {
  test('come from the management by group, artifact, type and classifier', async () => {
    const model = await modelOf(
      pomText(
        'lib',
        `<dependencies>${dependency('a')}${dependency('a', '<classifier>k</classifier>')}${dependency('a', '<type>zip</type>')}${dependency('b', version('9'))}${dependency('c', version(''))}</dependencies>
         ${managed(dependency('a', version('1')), dependency('a', `${version('2')}<classifier>k</classifier>`), dependency('b', version('3')), dependency('c', version('4')))}`,
      ),
    )
    expect(versions(model)).toEqual(['a=1', 'a=2', 'a=undefined', 'b=9', 'c='])
  })

  test('come from the own management, then from the first BOM that names them, with its own properties', async () => {
    const first = pomText(
      'first',
      `${aPom}<properties><v>first</v></properties>${managed(dependency('x', version(use('v'))), dependency('y', version('first')), dependency('z', version('first')))}`,
    )
    const second = pomText(
      'second',
      `${aPom}${managed(dependency('y', version('second')), dependency('w', version('second')), bom('first'))}`,
    )
    const model = await modelOf(
      pomText(
        'lib',
        `<properties><v>wrong</v></properties>${managed(bom('second'), bom('first'), dependency('z', version('own')))}
        <dependencies>${['x', 'y', 'z', 'w'].map((name) => dependency(name)).join('')}</dependencies>`,
      ),
      { first, second },
    )
    expect(versions(model)).toEqual(['x=first', 'y=second', 'z=own', 'w=second'])
    expect(model.unresolved).toEqual([])
  })

  test('come from parents, whose dependencies are inherited too unless the child declares them anew', async () => {
    const parent = pomText(
      'parent',
      `${aPom}<dependencies>${dependency('a', version('1'))}${dependency('b')}</dependencies>${managed(dependency('b', version('5')), dependency('c', version('6')))}`,
    )
    const model = await modelOf(
      pomText('lib', `<dependencies>${dependency('c')}${dependency('a', version('2'))}</dependencies>`, 'parent'),
      { parent },
    )
    expect(versions(model)).toEqual(['c=6', 'a=2', 'b=5'])
  })
})

test('of two entries for one dependency the last counts, and an empty classifier is one, as in Maven', async () => {
  const twice = `<dependencies>${dependency('a', version('1'))}${dependency('a', version('2'))}${dependency('b', '<classifier/>')}</dependencies>`
  expect(versions(await modelOf(pomText('lib', `${twice}${managed(dependency('b', version('3')))}`)))).toEqual(['a=2', 'b=undefined'])
})

describe('a profile', () => {
  test('is never applied, and told with what it would give', async () => {
    const profile = `<profiles><profile><id>jdk</id><activation><jdk>[1,)</jdk></activation><properties><x>1</x></properties>${managed(dependency('a', version('1')))}</profile></profiles>`
    const model = await modelOf(pomText('lib', `<dependencies>${dependency('a')}</dependencies><name>${use('x')}</name>`, 'parent'), {
      parent: pomText('parent', aPom + profile),
    })
    expect(versions(model)).toEqual(['a=undefined'])
    expect(fact(model, 'name')).toBe(use('x'))
    expect(model.profiles).toEqual([
      {
        id: 'jdk',
        file: 'parent.pom',
        location: expect.objectContaining({ file: 'parent.pom' }),
        properties: new Set(['x']),
        managed: new Set(['d:a:jar']),
      },
    ])
  })
})

describe('a parent or BOM that cannot be used is told where it is asked for', () => {
  const unresolved = async (text: string, others: Readonly<Record<string, string>> = {}) =>
    (await modelOf(text, others)).unresolved.map(({ kind, coordinates, reason, detail }) =>
      [kind, coordinates, reason, detail].filter(Boolean).join(' '),
    )

  test('when it is missing, or nobody knows', async () => {
    expect(await unresolved(pomText('lib', managed(bom('b')), 'p'), { b: 'unknown' })).toEqual([
      'parent g:p:1 missing',
      'bom g:b:1 unknown',
    ])
    const [first] = (await modelOf(pomText('lib', '', 'p'))).unresolved
    expect(first?.location).toEqual({ file: 'own.pom', line: 3, column: expect.any(Number) })
  })

  test('when its coordinates are none: expressions, ranges, steps out of the repository', async () => {
    const parent = (text: string) =>
      pomText('lib', '', 'p').replace('<artifactId>p</artifactId><version>1', `<artifactId>p</artifactId><version>${text}`)
    expect(await unresolved(parent(use('revision')))).toEqual([
      `parent g:p:${use('revision')} invalid has a version that cannot be worked out`,
    ])
    expect(await unresolved(parent('[1,2)'))).toEqual([
      expect.stringMatching(/^parent g:p:\[1,2\) invalid has a version that may hold only/),
    ])
    for (const step of ['..', '.', '../../x', 'a/b', '']) {
      const poms = new Poms({})
      const model = await new EffectiveModels(poms).of({ bytes: Buffer.from(parent(step)), file: 'own.pom' })
      expect(
        model.unresolved.map(({ reason }) => reason),
        step,
      ).toEqual(['invalid'])
      expect(poms.asked).toEqual([])
    }
  })

  test('when it cannot be read, is no parent, or leads back', async () => {
    expect(await unresolved(pomText('lib', '', 'p'), { p: '<!DOCTYPE project><project/>' })).toEqual([
      expect.stringMatching(/^parent g:p:1 invalid cannot be read \(line 1, column 1\): a document type/),
    ])
    expect(await unresolved(pomText('lib', '', 'p'), { p: pomText('p', '') })).toEqual([expect.stringMatching(/packaging jar/)])
    expect(await unresolved(pomText('lib', '', 'lib'))).toEqual(['parent g:lib:1 invalid leads back to where it is asked for'])
    const circle = { p: pomText('p', aPom, 'q'), q: pomText('q', aPom, 'p') }
    expect(await unresolved(pomText('lib', '', 'p'), circle)).toEqual(['parent g:p:1 invalid leads back to where it is asked for'])
    const boms = { a: pomText('a', aPom + managed(bom('b'))), b: pomText('b', aPom + managed(bom('a'))) }
    expect(await unresolved(pomText('lib', managed(bom('a'))), boms)).toEqual(['bom g:a:1 invalid leads back to where it is asked for'])
    expect(await unresolved(pomText('lib', '', 'p'), { p: pomText('p', aPom + managed(bom('b'))), b: pomText('b', aPom, 'p') })).toEqual([
      'bom g:b:1 invalid leads back to where it is asked for',
    ])
  })

  test('when it is the fifty-first', async () => {
    const chain = (length: number) =>
      Object.fromEntries(Array.from({ length }, (_, i) => [`p${i}`, pomText(`p${i}`, aPom, i + 1 < length ? `p${i + 1}` : undefined)]))
    expect(await unresolved(pomText('lib', '', 'p0'), chain(maximumRelatedPoms))).toEqual([])
    expect(await unresolved(pomText('lib', '', 'p0'), chain(maximumRelatedPoms + 1))).toEqual(['parent g:p50:1 too-many'])
    const boms = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`b${i}`, pomText(`b${i}`, aPom)]))
    expect(await unresolved(pomText('lib', managed(...Object.keys(boms).map(bom))), boms)).toHaveLength(10)
  })
})

describe('many POMs', () => {
  const shared = {
    parent: pomText('parent', aPom + managed(bom('outer'))),
    outer: pomText('outer', aPom + managed(bom('inner'))),
    inner: pomText('inner', aPom + managed(dependency('a', version('1')))),
  }

  test('that share parents and BOMs read each of them once, and say the same as each alone', async () => {
    const poms = new Poms(shared)
    const models = new EffectiveModels(poms)
    for (let i = 0; i < 20; i++) {
      const model = await models.of({
        bytes: Buffer.from(pomText(`lib${i}`, `<dependencies>${dependency('a')}</dependencies>`, 'parent')),
        file: 'own.pom',
      })
      expect(versions(model)).toEqual(['a=1'])
    }
    expect(poms.asked.sort()).toEqual(['g:inner:1', 'g:outer:1', 'g:parent:1'])
  })

  test('tell the cycle of a BOM that another used well', async () => {
    const models = new EffectiveModels(new Poms({ a: pomText('a', aPom + managed(bom('b'))), b: pomText('b', aPom) }))
    const of = (artifact: string) => models.of({ bytes: Buffer.from(pomText(artifact, managed(bom('a')))), file: 'own.pom' })
    expect((await of('lib')).unresolved).toEqual([])
    expect((await of('b')).unresolved.map(({ reason }) => reason)).toEqual(['invalid'])
  })
})

describe('a POM that cannot be read', () => {
  test.each([
    ['<metadata/>', '1:1 this is no POM: the outermost element is <metadata>, not <project>'],
    ['<project>\n<name>a</name><name>b</name></project>', '2:15 <name> is there twice in <project>'],
    ['<project>\n<description>a <b>c</b></description></project>', '2:1 <description> holds elements, where text is expected'],
    ['<!DOCTYPE project [<!ENTITY a "aaaa">]>\n<project/>', '1:1 a document type (<!DOCTYPE …>) is not allowed here'],
  ])('%j is refused at its place', async (text, message) => {
    const error = await modelOf(text).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(PomError)
    const { location, message: got } = error as PomError
    expect(`${location.line}:${location.column} ${got}`).toBe(message)
  })
})

describe('for any input', () => {
  const bounded = async (text: string, others: Readonly<Record<string, string>> = {}) => {
    try {
      await modelOf(text, others)
    } catch (error) {
      expect(error).toBeInstanceOf(PomError)
    }
  }

  test('bytes give a model or a PomError', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array(), (bytes) => bounded(Buffer.from(bytes).toString('latin1'))))
  })

  test('POMs that ask for one another in any way give models', async () => {
    const text = fc.constantFrom(
      '',
      'p0',
      'p1',
      'p2',
      '1',
      'x',
      use('a'),
      use('b'),
      use('project.version'),
      use('project.parent.artifactId'),
      use('version'),
      '${',
      '../..',
    )
    const element = fc.letrec<{ node: string }>((tie) => ({
      node: fc
        .tuple(
          fc.constantFrom(
            'groupId',
            'artifactId',
            'version',
            'parent',
            'properties',
            'a',
            'b',
            'scm',
            'url',
            'dependencyManagement',
            'dependencies',
            'dependency',
            'type',
            'scope',
            'profiles',
            'profile',
            'modules',
            'module',
            'licenses',
            'license',
          ),
          fc.oneof(
            { maxDepth: 4 },
            text,
            fc.uniqueArray(tie('node'), { maxLength: 4, selector: (node) => node.split('>')[0] }).map((nodes) => nodes.join('\n')),
          ),
        )
        .map(([name, content]) => `<${name}>${content}</${name}>`),
    })).node
    const structure = fc.record({
      artifact: fc.constantFrom('p0', 'p1', 'p2'),
      parent: fc.option(fc.constantFrom('p0', 'p1', 'p2'), { nil: undefined }),
      boms: fc.array(fc.constantFrom('p0', 'p1', 'p2'), { maxLength: 3 }),
      more: fc.array(element, { maxLength: 4 }),
    })
    const pom = structure.map(({ artifact, parent, boms, more }) =>
      pomText(artifact, `${aPom}${managed(...boms.map(bom))}${more.join('\n')}`, parent),
    )
    await fc.assert(
      fc.asyncProperty(pom, pom, pom, (p0, p1, p2) => bounded(p0, { p0, p1, p2 })),
      { numRuns: 500 },
    )
  })

  test('what is made to take for ever does not', async () => {
    const started = performance.now()
    const laughs = Array.from({ length: 31 }, (_, i) => `<p${i}>${use(`p${i + 1}`).repeat(20)}</p${i}>`).join('')
    await bounded(pomText('lib', `<properties>${laughs}<p31>lol</p31></properties><name>${use('p0')}</name>`))
    // Each version would become 60 KiB, in a POM of half a megabyte.
    const long = Array.from({ length: 5_000 }, (_, i) => dependency(`a${i}`, version(`${i}${use('long')}`))).join('')
    const model = await modelOf(
      pomText('lib', `<properties><long>${'x'.repeat(60_000)}</long></properties><dependencies>${long}</dependencies>`),
    )
    expect(model.dependencies.filter(({ version }) => version?.problem !== undefined).length).toBeGreaterThan(4_000)
    await bounded(`${'<project>'.repeat(60_000)}`)
    await bounded(pomText('lib', `<url>https://a/${'../'.repeat(300_000)}</url>`))
    // Each BOM imports every later one twice over: 2^40 ways through them.
    const boms = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `b${i}`,
        pomText(`b${i}`, aPom + managed(...Array.from({ length: 39 - i }, (_, j) => bom(`b${i + j + 1}`)))),
      ]),
    )
    await bounded(pomText('lib', managed(bom('b0'))), boms)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

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
