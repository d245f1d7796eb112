import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Diagnostics } from '../../../src/core/diagnostics.ts'
import { formatCoordinates } from '../../../src/maven/coordinates.ts'
import { type Pom, readPom } from '../../../src/maven/pom.ts'

function read(text: string): { pom: Pom | undefined; errors: string[] } {
  const diagnostics = new Diagnostics()
  const pom = readPom(Buffer.from(text), 'lib.pom', diagnostics)
  const errors = diagnostics.errors.map(({ message, location }) => `${location?.file}:${location?.line}:${location?.column} ${message}`)
  expect(pom === undefined).toBe(errors.length > 0)
  return { pom, errors }
}

function factsOf(text: string): Pom {
  const { pom, errors } = read(text)
  expect(errors).toEqual([])
  return pom as Pom
}

const property = (name: string) => `$\{${name}}`
const coordinates = '<groupId>org.acme</groupId><artifactId>lib</artifactId><version>1.0</version>'

describe('the facts of a POM', () => {
  test('are its coordinates, packaging and name, trimmed, with their places', () => {
    const pom = factsOf(`<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.acme</groupId>
  <artifactId> lib </artifactId>
  <version>
    1.0
  </version>
  <packaging>maven-plugin</packaging>
  <name>The Library</name>
  <dependencies><dependency><groupId>other</groupId><artifactId>other</artifactId><version>9</version></dependency></dependencies>
</project>`)
    expect(pom).toEqual({
      file: 'lib.pom',
      coordinates: { groupId: 'org.acme', artifactId: 'lib', version: '1.0' },
      locations: {
        groupId: { file: 'lib.pom', line: 4, column: 12 },
        artifactId: { file: 'lib.pom', line: 5, column: 16 },
        version: { file: 'lib.pom', line: 7, column: 5 },
      },
      packaging: 'maven-plugin',
      name: 'The Library',
    })
  })

  test('are jar and no name when it does not say', () => {
    const pom = factsOf(`<project>${coordinates}<packaging/></project>`)
    expect(pom.packaging).toBe('jar')
    expect(pom).not.toHaveProperty('name')
  })

  test('come from the parent where the POM has none, groupId and version only', () => {
    const pom = factsOf(
      '<project>\n<parent><groupId>org.acme</groupId><artifactId>parent</artifactId><version>2</version></parent>\n<artifactId>lib</artifactId></project>',
    )
    expect(formatCoordinates(pom.coordinates)).toBe('org.acme:lib:2')
    expect(pom.locations.version.line).toBe(2)
    expect(read('<project><parent><groupId>g</groupId><artifactId>a</artifactId><version>2</version></parent></project>').errors).toEqual([
      'lib.pom:1:1 the POM has no <artifactId>',
    ])
  })

  test('have their expressions replaced from the POM itself', () => {
    const pom = factsOf(`<project><parent><groupId>org.acme</groupId><artifactId>parent</artifactId><version>1</version></parent>
      <groupId>${property('project.parent.groupId')}.${property('pom.parent.artifactId')}</groupId><artifactId>lib_${property('scala')}</artifactId><version>${property('revision')}${property('suffix')}</version>
      <packaging>${property('kind')}</packaging><name>${property('artifactId')} ${property('version')}</name>
      <properties><scala>2.13</scala><revision>${property('major')}.0</revision><major>3</major><suffix/><kind>pom</kind></properties></project>`)
    expect(formatCoordinates(pom.coordinates)).toBe('org.acme.parent:lib_2.13:3.0')
    expect(pom.packaging).toBe('pom')
    expect(pom.name).toBe('lib_2.13 3.0')
  })

  test("use the model before a property of the same name when it is prefixed, after it when it isn't, as Maven does", () => {
    const pom = factsOf(
      `<project>${coordinates}<name>${property('project.version')} ${property('version')}</name><properties><version>p</version><project.version>q</project.version></properties></project>`,
    )
    expect(pom.name).toBe('1.0 p')
  })

  test('keep an expression in name and packaging that only a parent could replace', () => {
    const pom = factsOf(
      `<project>${coordinates}<name>Lib ${property('from.parent')}</name><packaging>${property('x')}</packaging></project>`,
    )
    expect([pom.name, pom.packaging]).toEqual([`Lib ${property('from.parent')}`, property('x')])
  })
})

describe('a mistake', () => {
  test('in coordinates is told at its place, all of them at once', () => {
    expect(
      read(`<project>
  <groupId>org acme</groupId>
  <artifactId/>
  <version>${property('revision')}</version>
</project>`).errors,
    ).toEqual([
      "lib.pom:2:12 <groupId> may hold only letters, digits, '_', '.' and '-': org acme",
      'lib.pom:3:3 <artifactId> is empty',
      `lib.pom:4:12 <version> holds ${property('revision')}, which this POM does not define`,
    ])
  })

  test('of an unresolved expression comes with the cure', () => {
    const diagnostics = new Diagnostics()
    readPom(
      Buffer.from(`<project><groupId>g</groupId><artifactId>a</artifactId><version>${property('revision')}</version></project>`),
      'a.pom',
      diagnostics,
    )
    expect(diagnostics.errors[0]?.hint).toMatch(/flatten/)
  })

  test.each([
    [
      '<project><artifactId>a</artifactId></project>',
      [
        'lib.pom:1:1 the POM has no <groupId>, neither its own nor in <parent>',
        'lib.pom:1:1 the POM has no <version>, neither its own nor in <parent>',
      ],
    ],
    [`<project>${coordinates}\n<version>2.0</version></project>`, ['lib.pom:2:10 <version> is there twice in <project>']],
    [
      '<project><groupId>g</groupId><artifactId>a</artifactId>\n<version>1<b/></version></project>',
      ['lib.pom:2:1 <version> holds elements, where text is expected'],
    ],
    ['<metadata/>', ['lib.pom:1:1 this is no POM: the outermost element is <metadata>, not <project>']],
    ['<!DOCTYPE project>\n<project/>', ['lib.pom:1:1 cannot read the POM: a document type (<!DOCTYPE …>) is not allowed here']],
    [`<project>${coordinates}</projet>`, [expect.stringMatching(/^lib\.pom:1:\d+ cannot read the POM: unexpected close tag$/)]],
  ])('%j is told', (text, errors) => {
    expect(read(text).errors).toEqual(errors)
  })

  test('shows no more than the beginning of a long value', () => {
    expect(
      read(`<project><groupId>${'x y'.repeat(1000)}</groupId><artifactId>a</artifactId><version>1</version></project>`).errors.join()
        .length,
    ).toBeLessThan(300)
  })
})

describe('for any input', () => {
  test('bytes give facts or errors with a place, never an exception', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void read(Buffer.from(bytes).toString('latin1'))))
  })

  test('projects of arbitrary elements give facts or errors with a place', () => {
    const name = fc.constantFrom('groupId', 'artifactId', 'version', 'parent', 'properties', 'packaging', 'name', 'a', 'b')
    const text = fc.constantFrom(
      '',
      'org.acme',
      '1.0',
      ' x ',
      property('a'),
      property('b'),
      property('version'),
      property('project.parent.version'),
      '${',
      '..',
    )
    const { element } = fc.letrec<{ element: string }>((tie) => ({
      element: fc
        .tuple(
          name,
          fc.oneof(
            { maxDepth: 3 },
            text,
            fc.array(tie('element'), { maxLength: 6 }).map((children) => children.join('\n')),
          ),
        )
        .map(([tag, content]) => `<${tag}>${content}</${tag}>`),
    }))
    fc.assert(
      fc.property(fc.array(element, { maxLength: 8 }), (children) => {
        const { pom, errors } = read(`<project>\n${children.join('\n')}</project>`)
        for (const error of errors) expect(error).toMatch(/^lib\.pom:\d+:\d+ \S/)
        if (pom !== undefined) expect(formatCoordinates(pom.coordinates)).toMatch(/^[\w.-]+:[\w.-]+:[\w.+-]+$/)
      }),
      { numRuns: 1_000 },
    )
  })

  test('valid coordinates come back as they were written', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}(\.[A-Za-z0-9_-]{1,20}){0,3}$/)
    fc.assert(
      fc.property(part, part, part, (groupId, artifactId, version) => {
        const pom = factsOf(
          `<project>\n<version>${version}</version><artifactId>${artifactId}</artifactId> <groupId>${groupId}</groupId></project>`,
        )
        expect(pom.coordinates).toEqual({ groupId, artifactId, version })
      }),
    )
  })
})

const corpus = join(import.meta.dirname, '../../../../shared/corpus/poms')

interface Truth {
  readonly coordinates: string
  readonly pomsUsed: readonly string[]
  readonly effective: { readonly packaging: string; readonly name: string | null }
}

test.skipIf(!existsSync(corpus))('real POMs say of themselves what Maven says of them (skipped where ../shared/corpus is missing)', () => {
  const truth: readonly Truth[] = JSON.parse(readFileSync(join(corpus, 'truth.json'), 'utf8'))
  expect(truth.length).toBeGreaterThanOrEqual(30)
  for (const { coordinates: expected, effective } of truth) {
    const [groupId = '', artifactId = '', version = ''] = expected.split(':')
    const file = join(corpus, groupId.replaceAll('.', '/'), artifactId, version, `${artifactId}-${version}.pom`)
    const diagnostics = new Diagnostics()
    const pom = readPom(readFileSync(file), file, diagnostics)
    expect(diagnostics.errors, expected).toEqual([])
    expect(pom?.coordinates, expected).toEqual({ groupId, artifactId, version })
    expect(pom?.packaging, expected).toBe(effective.packaging)
    if (!pom?.name?.includes('${')) expect(pom?.name ?? null, expected).toBe(effective.name)
  }
})
