import { describe, expect, test } from 'vitest'
import { EffectiveModels, maximumRelatedPoms } from '../../../src/maven/effective-model.ts'
import { aPom, bom, dependency, fact, managed, modelOf, Poms, pomText, use, version, versions } from './pom-scene.ts'

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
