import { describe, expect, test } from 'vitest'
import { allFacts, library, pom, pomFacts } from '../emulators/central-portal/scene.ts'
import { base, dependency, idsOf, importing, judge, managed, parent, pomOf, told, use, withPom } from './preflight-scene.ts'

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
