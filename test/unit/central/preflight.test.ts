import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnosticOf } from '../../../src/central/preflight.ts'
import { rules } from '../../../src/central/rules/rules.ts'
import { allFacts, folderOf, library, pom, pomFacts } from '../emulators/central-portal/scene.ts'
import type { LocalBundleOptions } from './local-bundle.ts'
import { base, dependency, idsOf, judge, parent, pomOf, purelyText, told, withPom } from './preflight-scene.ts'

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
