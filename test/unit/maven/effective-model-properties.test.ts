import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EffectiveModels, PomError } from '../../../src/maven/effective-model.ts'
import { aPom, bom, dependency, managed, modelOf, Poms, pomText, use, version, versions } from './pom-scene.ts'

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
