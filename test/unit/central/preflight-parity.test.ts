import { afterAll, describe, expect, test } from 'vitest'
import { deservingBundles } from '../emulators/central-portal/deserving-bundles.ts'
import { allFacts, folderOf, library, Publisher, pom, zip } from '../emulators/central-portal/scene.ts'
import type { Files, LocalBundleOptions } from './local-bundle.ts'
import { base, dependency, idsOf, importing, judge, managed, parent, pomOf, purelyText, told, use, withPom } from './preflight-scene.ts'

const publisher = new Publisher()

afterAll(() => publisher[Symbol.dispose]())

/** Of what the Portal refuses: these are its own affair, and these never get into a bundle. */
const notLocal = /^(1|2|9|10):/
const leftOut =
  /^(20: (metadata and locks|nothing at all|a file at the root)|22: (a consumer POM|a file of another name|a path that leaves))/

describe('what the Portal refuses is found before, in the same words', () => {
  const cases = deservingBundles.filter(({ title }) => !notLocal.test(title) && !leftOut.test(title) && !title.includes('executable'))

  test('there are many such bundles', () => {
    expect(cases.length).toBeGreaterThan(25)
  })

  test.each(cases)('$title', async ({ files, after, errors }) => {
    const staged = publisher.complete(files)
    for (const [path, content] of Object.entries(after?.(publisher) ?? {})) {
      if (content === undefined) delete staged[path]
      else staged[path] = content
    }
    const verifies = (content: Buffer, signature: string) => publisher.sign(content) === signature
    const findings = await judge(staged, { verifies, unsigned: 'missing' })
    const found = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)
    // The Portal gathers dependencies in one message; we tell each at its place.
    const words = (message: string) => message.replace(/^(Dependency (management dependency )?version information is missing).*/, '$1')
    expect(found.map(words)).toEqual(expect.arrayContaining(Object.values(errors).flat().map(words)))
  })

  test('an executable jar is a warning of ours', async () => {
    const jar = Buffer.concat([Buffer.from('#!/bin/sh\nexec java -jar "$0"\n'), zip({ 'A.class': 'x' })])
    expect((await judge({ ...library(), [`${base}.jar`]: jar })).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['executable-jar', 'warning'],
    ])
  })
})

describe('a valid shape has no finding', () => {
  const parentPom = pomOf('parent', allFacts)
  const aar = { [`${base}.pom`]: pom({ packaging: 'aar' }), [`${base}.aar`]: purelyText }
  const shapes: readonly (readonly [title: string, files: Files, options?: LocalBundleOptions])[] = [
    ['a library', library()],
    ['a library that is signed and summed already', publisher.complete(library())],
    ['a parent alone', parentPom],
    ['a child whose facts come from a parent in the bundle', withPom(`<name>Lib</name>${parent('parent')}`, parentPom)],
    [
      'a child whose facts and versions come from a parent at Central',
      withPom(`<name>Lib</name>${parent('parent')}${dependency()}`),
      { central: pomOf('parent', allFacts + managed(dependency('<version>1</version>'))) },
    ],
    [
      'versions from a BOM in the bundle',
      withPom(`${allFacts}${importing('bom')}${dependency()}`, pomOf('bom', allFacts + managed(dependency('<version>1</version>')))),
    ],
    [
      'properties',
      {
        ...library(),
        [`${base}.pom`]: pom({
          version: use('revision'),
          facts: `${allFacts.replace('Lib', use('project.artifactId'))}<properties><revision>1.0</revision></properties>${dependency(`<version>${use('project.version')}</version>`)}`,
        }),
      },
    ],
    [
      'a relocation',
      {
        [`${base}.pom`]: pom({
          facts: '<distributionManagement><relocation><groupId>org.other</groupId></relocation></distributionManagement>',
        }),
      },
    ],
    [
      'classifiers, a module file, a distribution, an SBOM',
      {
        ...library(),
        [`${base}-tests.jar`]: purelyText,
        [`${base}-bin.zip`]: purelyText,
        [`${base}-bin.tar.gz`]: 'x',
        [`${base}.module`]: '{}',
        [`${base}-cyclonedx.json`]: '{}',
      },
    ],
    [
      'Sigstore bundles, which nobody signs',
      { ...publisher.complete(library()), [`${base}.jar.sigstore.json`]: '{}' },
      { unsigned: 'missing' },
    ],
    ['an Android library', aar],
    [
      'a Kotlin Multiplatform library',
      {
        [`${base}.pom`]: pom(),
        [`${base}.module`]: '{}',
        [`${base}-kotlin-tooling-metadata.json`]: '{}',
        ...library({ artifact: 'lib-jvm' }),
        [`${folderOf({ artifact: 'lib-linuxx64' })}.pom`]: pom({ artifact: 'lib-linuxx64', packaging: 'klib' }),
        [`${folderOf({ artifact: 'lib-linuxx64' })}.klib`]: purelyText,
      },
    ],
    ['a zip', { [`${base}.pom`]: pom({ packaging: 'zip' }), [`${base}.zip`]: purelyText }],
    [
      'a packaging pom that has a jar with classes all the same',
      { [`${base}.pom`]: pom({ packaging: 'pom' }), [`${base}.jar`]: zip({ 'A.class': 'x' }) },
    ],
  ]
  test.each(shapes.map(([title, files, options = {}]) => ({ title, files, options })))('$title', async ({ files, options }) => {
    expect(told(await judge(files, options))).toEqual([])
  })
})

test('staged checksums may be upper case and name their file', async () => {
  const files = publisher.complete(library())
  const md5 = `${base}.jar.md5`
  expect(idsOf(await judge({ ...files, [md5]: `${String(files[md5]).toUpperCase()}  lib-1.0.jar\n` }))).toEqual([])
  expect(idsOf(await judge({ ...files, [md5]: '' }))).toEqual(['checksum-invalid'])
})
