import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { diagnosticOf, type Finding, judgeBundle } from '../../../src/central/preflight.ts'
import { rules } from '../../../src/central/rules/rules.ts'
import { deservingBundles } from '../emulators/central-portal/deserving-bundles.ts'
import { allFacts, folderOf, library, Publisher, pom, pomFacts, zip } from '../emulators/central-portal/scene.ts'
import { type Files, type LocalBundleOptions, viewOf } from './local-bundle.ts'

const base = folderOf()
const purelyText = zip({ 'README.md': 'text' })
const publisher = new Publisher()

afterAll(() => publisher[Symbol.dispose]())

const judge = async (files: Files, options: LocalBundleOptions = {}) => judgeBundle(await viewOf(files, options))
const told = (findings: readonly Finding[]) => findings.map(({ rule, message }) => `${rule}: ${message}`)
const idsOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule)
const use = (name: string) => `$\{${name}}`
const withPom = (facts: string, more: Files = {}) => ({ ...library({ facts }), ...more })
const parent = (artifact: string) =>
  `<parent><groupId>org.acme</groupId><artifactId>${artifact}</artifactId><version>1.0</version></parent>`
const dependency = (more = '') =>
  `<dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId>${more}</dependency></dependencies>`
const managed = (list: string) => `<dependencyManagement>${list}</dependencyManagement>`
const importing = (artifact: string) =>
  managed(
    `<dependencies><dependency><groupId>org.acme</groupId><artifactId>${artifact}</artifactId><version>1.0</version><type>pom</type><scope>import</scope></dependency></dependencies>`,
  )
const pomOf = (artifact: string, facts: string): Files => ({
  [`${folderOf({ artifact })}.pom`]: pom({ artifact, packaging: 'pom', facts }),
})

describe('the rules', () => {
  test('each have an id of their own, and words for everything', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { id, message, cause, fix, source } of rules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(message).not.toBe('')
      expect(cause).toMatch(/\.$/)
      expect(fix).toMatch(/\.$/)
      expect(source).toMatch(/^https:\/\//)
    }
  })

  test('are all on their page', () => {
    const page = readFileSync('docs/central-rules.md', 'utf8')
    for (const { id } of rules) expect(page).toContain(`| \`${id}\` |`)
  })
})

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

describe('the place of a finding', () => {
  const text = (facts: string) =>
    `<project>\n<modelVersion>4.0.0</modelVersion>\n<groupId>org.acme</groupId><artifactId>lib</artifactId><version>1.0</version>\n${facts}\n</project>`
  const placesOf = async (facts: string, options: LocalBundleOptions = {}) =>
    (await judge({ ...library(), [`${base}.pom`]: text(facts) }, options)).map(
      ({ rule, location }) => `${rule} ${location?.file}:${location?.line}:${location?.column}`,
    )
  const file = `staging/${base}.pom`

  test('is the element, or the beginning of the project where it is missing', async () => {
    expect(await placesOf(allFacts.replace('<name>Lib</name>', '<name/>'))).toEqual([`project-name ${file}:4:1`])
    expect(await placesOf(allFacts.replace('<name>Lib</name>', ''))).toEqual([`project-name ${file}:1:1`])
    expect(await placesOf(`${allFacts}\n${dependency()}`)).toEqual([`dependency-version ${file}:5:15`])
  })

  test('is the line of the parent for what stands in a parent outside of the bundle', async () => {
    const central = pomOf('parent', allFacts + dependency())
    expect(await placesOf(`<name>Lib</name>\n${parent('parent')}`, { central })).toEqual([
      `dependency-version ${file}:5:${'<parent><groupId>org.acme</groupId><artifactId>'.length + 1}`,
    ])
  })

  test('is the file for everything that is no POM', async () => {
    const [finding] = await judge({ ...library(), [`${base}.jar`]: '' })
    expect(finding).toMatchObject({
      rule: 'archive',
      file: `${base}.jar`,
      location: { file: `staging/${base}.jar` },
      coordinates: { artifactId: 'lib' },
    })
  })

  test('and the cause are those of the mistake in a POM that cannot be read', async () => {
    const findings = await judge({ ...library(), [`${base}.pom`]: `<?xml version="1.0"?>\n<!DOCTYPE project>\n${pom()}` })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      rule: 'pom-coordinates',
      cause: expect.stringMatching(/document type/),
      location: { file, line: 2, column: 1 },
    })
    expect(findings[0] && diagnosticOf(findings[0])).toEqual({
      severity: 'error',
      message: `org.acme:lib:1.0: Failed to get coordinates from pom file ${base}.pom. The POM cannot be read: a document type (<!DOCTYPE …>) is not allowed here.`,
      hint: 'Correct the POM.',
      location: { file, line: 2, column: 1 },
    })
  })
})

test('all problems of all components are told at once, each time in the same order', async () => {
  const files = {
    ...library({ facts: '' }),
    ...library({ artifact: 'also', facts: allFacts.replace(pomFacts['SCM URL is not defined'], '') }),
    [`${base}-javadoc.jar`]: 'no jar',
  }
  const expected = ['scm-url', 'project-name', 'project-description', 'project-url', 'license', 'scm-url', 'developers', 'archive']
  expect(idsOf(await judge(files))).toEqual(expected)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(Object.entries(files), { minLength: Object.keys(files).length }), async (entries) => {
      expect(idsOf(await judge(Object.fromEntries(entries)))).toEqual(expected)
    }),
    { numRuns: 20 },
  )
})

describe('parents and BOMs', () => {
  const facts = `<name>Lib</name>${parent('nowhere')}`

  test('that are nowhere are errors, and what they might say is not told too', async () => {
    expect(told(await judge(withPom(facts)))).toEqual([
      'parent-missing: Dependency version information is missing: the parent org.acme:nowhere:1.0 is neither in the bundle nor on Central',
    ])
    expect(told(await judge(withPom(`${allFacts}${importing('nowhere')}`)))).toEqual([
      'bom-missing: Dependency management dependency version information is missing: the BOM org.acme:nowhere:1.0 is neither in the bundle nor on Central',
    ])
  })

  test('that nobody can ask for are warnings, with the versions that they may give', async () => {
    const findings = await judge(withPom(`${allFacts}${importing('nowhere')}${dependency()}`), { central: 'unknown' })
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['parent-unchecked warning', 'version-unchecked warning'])
    expect(idsOf(await judge(withPom(`${facts}`), { central: 'unknown' }))).toEqual(['parent-unchecked'])
  })

  test('of others do not hide what a POM itself lacks', async () => {
    const central = pomOf('bom', parent('nowhere'))
    expect(
      idsOf(await judge(withPom(`${allFacts.replace(pomFacts['Project URL is not defined'], '')}${importing('bom')}`), { central })),
    ).toEqual(['parent-missing', 'project-url'])
  })

  test('that nobody can ask for may know the version of the POM: nothing is wrong with its coordinates then', async () => {
    const files = { ...library(), [`${base}.pom`]: pom({ version: use('revision'), facts: `<name>Lib</name>${parent('nowhere')}` }) }
    expect(idsOf(await judge(files, { central: 'unknown' }))).toEqual(['parent-unchecked'])
    expect(idsOf(await judge(files))).toEqual(['pom-coordinates', 'parent-missing'])
  })

  test('that can never be found are errors with the reason', async () => {
    const [finding] = await judge(withPom(facts.replace('<version>1.0', `<version>${use('revision')}`)))
    expect(finding?.message).toBe(`the parent org.acme:nowhere:${use('revision')} has a version that cannot be worked out`)
  })

  test('beyond the limit matter only where a version is wanted', async () => {
    const boms = Array.from({ length: 55 }, (_, i) => `bom${i}`)
    const central = Object.assign({}, ...boms.map((artifact) => pomOf(artifact, '')))
    const imports = managed(
      `<dependencies>${boms.map((artifact) => /<dependency>.*<\/dependency>/.exec(importing(artifact))?.[0]).join('')}</dependencies>`,
    )
    expect(idsOf(await judge(withPom(`${allFacts}${imports}${dependency('<version>1</version>')}`), { central }))).toEqual([])
    const findings = idsOf(await judge(withPom(`${allFacts}${imports}${dependency()}`), { central }))
    expect(findings).toEqual([...Array.from({ length: 5 }, () => 'parents-too-many'), 'version-unchecked'])
  })
})

describe('a profile', () => {
  const profile = (content: string) => `<profiles><profile><id>release</id>${content}</profile></profiles>`

  test('that alone gives a fact is named in a warning', async () => {
    const properties = profile('<properties><title>Lib</title></properties>')
    expect(told(await judge(withPom(`${allFacts.replace('Lib', use('title'))}${properties}`)))).toEqual([
      "expression-by-profile: only the profile 'release' gives <name> its value",
    ])
    expect(told(await judge(withPom(`${allFacts}${dependency()}${profile(managed(dependency('<version>1</version>')))}`)))).toEqual([
      "version-by-profile: only the profile 'release' gives g:a a version",
    ])
    expect(
      told(
        await judge(withPom(`${allFacts}${dependency(`<version>${use('v')}</version>`)}${profile('<properties><v>1</v></properties>')}`)),
      ),
    ).toEqual(["version-by-profile: only the profile 'release' gives g:a a version"])
  })

  test('that gives what the POM gives too is nothing to tell', async () => {
    expect(
      await judge(
        withPom(
          `${allFacts}<properties><v>1</v></properties>${dependency(`<version>${use('v')}</version>`)}${profile('<properties><v>2</v></properties>')}`,
        ),
      ),
    ).toEqual([])
  })
})

test('an expression that nobody replaces is a warning at its element', async () => {
  expect(told(await judge(withPom(allFacts.replace('A library', use('env.TITLE')))))).toEqual([
    `unresolved-expression: <description> holds ${use('env.TITLE')}, which neither the POM nor a parent that could be read defines`,
  ])
})

test('a POM without the version of its format, and one that asks for other repositories', async () => {
  const findings = await judge({
    ...library(),
    [`${base}.pom`]: pom({ facts: `${allFacts}<repositories><repository><id>x</id></repository></repositories>` }).replace(
      /<modelVersion>.*<\/modelVersion>/,
      '',
    ),
  })
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['model-version error', 'repositories notice'])
})

test('a license without name and url is none, an entry with one of them is one', async () => {
  const license = (content: string) => allFacts.replace(/<license>.*<\/license>/, `<license>${content}</license>`)
  expect(idsOf(await judge(withPom(license('<distribution>repo</distribution>'))))).toEqual(['license'])
  expect(idsOf(await judge(withPom(license('<name>MIT</name>'))))).toEqual([])
})

test('a jar without class files lacks documentation by a warning only', async () => {
  const findings = await judge({ [`${base}.pom`]: pom(), [`${base}.jar`]: purelyText, [`${base}-sources.jar`]: purelyText })
  expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual(['warning: lib-1.0.jar has no -javadoc.jar beside it'])
})

test('a file whose name does not fit its folder is an error, so that it is not missed when it is too late', async () => {
  const findings = await judge({ ...library(), 'org/acme/lib/1.0/lib-1.1-tests.jar': purelyText })
  expect(told(findings)).toEqual(['misfit: Failed to associate file with coordinates org/acme/lib/1.0/lib-1.1-tests.jar'])
})

test('what a dry run would sign is one notice', async () => {
  expect(told(await judge(library(), { unsigned: 'later' }))).toEqual(['signature-later: 4 files are not signed yet'])
})

test('staged checksums may be upper case and name their file', async () => {
  const files = publisher.complete(library())
  const md5 = `${base}.jar.md5`
  expect(idsOf(await judge({ ...files, [md5]: `${String(files[md5]).toUpperCase()}  lib-1.0.jar\n` }))).toEqual([])
  expect(idsOf(await judge({ ...files, [md5]: '' }))).toEqual(['checksum-invalid'])
})

describe('a bundle that is too large', () => {
  const files = {
    ...pomOf('parent', allFacts),
    ...library({ artifact: 'a' }),
    ...library({ artifact: 'b' }),
    [`${folderOf({ artifact: 'a' })}-x.bin`]: 'x'.repeat(40_000),
    [`${folderOf({ artifact: 'b' })}-x.bin`]: 'x'.repeat(40_000),
  }

  test('is refused with the lists that would fit, parents first', async () => {
    const [finding] = await judge(files, { maximumBytes: 70_000 })
    expect(finding?.rule).toBe('bundle-size')
    expect(finding?.fix).toContain('1. include: org.acme:parent:1.0 org.acme:a:1.0; 2. include: org.acme:b:1.0')
  })

  test('by one version alone cannot be divided', async () => {
    const [finding] = await judge(files, { maximumBytes: 30_000 })
    expect(finding?.fix).toMatch(/^One version alone is too large/)
  })
})
