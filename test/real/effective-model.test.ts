import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EffectiveFact, type EffectiveModel, EffectiveModels } from '../../src/maven/effective-model.ts'
import { missingTools } from '../support/gnupg.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Where Debian keeps Maven's own libraries. */
const mavenLibraries = '/usr/share/maven/lib'

const missing = [...missingTools('java'), ...(existsSync(mavenLibraries) ? [] : ['maven'])]
if (missing.length > 0 && process.env.CI) throw new Error(`CI lacks ${missing.join(', ')}`)
const skipped = missing.length === 0 ? '' : ` (skipped: ${missing.join(', ')} missing)`

const count = 150
const names = Array.from({ length: count }, (_, i) => `a${i}`)
const use = (name: string) => `$\{${name}}`

/** A POM `g:a<number>:1` that may build on those before it, in any way that Maven takes. */
function anyPom(number: number): fc.Arbitrary<string> {
  const element = (name: string, content: fc.Arbitrary<string>) => content.map((text) => `<${name}>${text}</${name}>`)
  const maybe = (arbitrary: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), arbitrary)
  const all = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''))
  const expressions = [
    'p',
    'q',
    'project.artifactId',
    'project.parent.artifactId',
    'pom.version',
    'artifactId',
    'project.groupId',
    'parent.version',
    'project.organization.name',
    'nowhere',
  ]
  const text = fc.constantFrom(...expressions.map(use), 'text', 'https://acme.test/', `a/${use('p')}/${use('q')}`, '')
  const fact = (name: string) => maybe(element(name, text))
  const before = number === 0 ? undefined : fc.constantFrom(...names.slice(0, number))
  const earlier = (tag: string, more: string) =>
    before === undefined
      ? fc.constant('')
      : before.map((name) => `<${tag}><groupId>g</groupId><artifactId>${name}</artifactId><version>1</version>${more}</${tag}>`)
  const dependency = (version: fc.Arbitrary<string>) =>
    all(
      fc.constantFrom(
        '<groupId>d</groupId><artifactId>x</artifactId>',
        '<groupId>d</groupId><artifactId>y</artifactId>',
        `<groupId>d</groupId><artifactId>${use('q')}</artifactId>`,
      ),
      version,
      fc.constantFrom('', '<type>zip</type>', '<classifier>k</classifier>', '<classifier/>'),
    ).map((content) => `<dependency>${content}</dependency>`)
  const versions = fc.constantFrom(
    '<version>1</version>',
    '<version>2</version>',
    `<version>${use('p')}</version>`,
    `<version>${use('project.version')}</version>`,
  )
  const list = (entry: fc.Arbitrary<string>) =>
    fc.array(entry, { maxLength: 5 }).map((entries) => `<dependencies>${entries.join('')}</dependencies>`)
  const managed = list(
    fc.oneof(
      { arbitrary: dependency(versions), weight: 5 },
      { arbitrary: earlier('dependency', '<type>pom</type><scope>import</scope>'), weight: 1 },
    ),
  )
  const append = (name: string) =>
    fc.constantFrom('', ` child.${name}.inherit.append.path="false"`, ` child.${name}.inherit.append.path="true"`)
  const scm = all(
    fc.constant('<scm'),
    append('scm.url'),
    append('scm.connection'),
    fc.constant('>'),
    fact('url'),
    fact('connection'),
    fact('developerConnection'),
    fc.constant('</scm>'),
  )
  const modules = fc.array(all(fc.constantFrom('', 'sub/', '../', '../../x/'), fc.constantFrom(...names), fc.constantFrom('', '/')), {
    maxLength: 20,
  })
  return all(
    fc.constant('<project'),
    append('project.url'),
    fc.constant('><modelVersion>4.0.0</modelVersion>'),
    maybe(earlier('parent', '')),
    fc.constant(`<groupId>g</groupId><artifactId>a${number}</artifactId><version>1</version><packaging>pom</packaging>`),
    fact('name'),
    fact('description'),
    fact('url'),
    maybe(scm),
    maybe(element('organization', fc.constantFrom('<name>o</name>', '<url>u</url>', ''))),
    maybe(
      element(
        'properties',
        fc.constantFrom(
          '<p>1</p>',
          `<q>x</q><p>${use('q')}1</p>`,
          '<project.directory>folder</project.directory>',
          '<version>v</version><q>z</q>',
        ),
      ),
    ),
    maybe(
      element('licenses', fc.constantFrom('', `<license><name>${use('p')}</name></license>`, '<license><url>u</url></license><license/>')),
    ),
    maybe(element('developers', fc.constantFrom('', '<developer><name>n</name></developer>'))),
    maybe(
      element(
        'modules',
        modules.map((paths) => paths.map((path) => `<module>${path}</module>`).join('')),
      ),
    ),
    maybe(list(dependency(fc.oneof({ arbitrary: versions, weight: 9 }, { arbitrary: fc.constant(''), weight: 1 })))),
    maybe(element('dependencyManagement', managed)),
    fc.constant('</project>'),
  )
}

/** A model as the Java program prints it. */
function describeModel(model: EffectiveModel): string {
  const text = (fact: EffectiveFact | undefined) => fact?.value ?? '-'
  const fact = (path: string) => text(model.facts.get(path))
  return [
    `${fact('groupId')}:${fact('artifactId')}:${model.packaging}:${fact('version')}`,
    ...['name', 'description', 'url', 'scm.url', 'scm.connection', 'scm.developerConnection'].map(fact),
    ...model.licenses.map((license) => `license ${text(license.get('name'))} ${text(license.get('url'))}`),
    ...model.developers.map((developer) => `developer ${text(developer.get('name'))}`),
    ...model.dependencies.map(({ key, version }) => `${key}=${text(version)}`),
    ...model.managed.map(({ key, version }) => `managed ${key}=${text(version)}`),
  ].join('\t')
}

describe.skipIf(missing.length > 0)(`effective POMs${skipped}`, () => {
  test.each([1, 2, 3])('of POMs that build on one another in random ways are what Maven makes of them, set %i', async (seed) => {
    await using folder = temporaryFolder('effective-poms')
    const [poms = []] = fc.sample(fc.tuple(...names.map((_, number) => anyPom(number))), { seed, numRuns: 1 })
    for (const [number, pom] of poms.entries()) writeFileSync(join(folder.path, `a${number}.pom`), pom)
    const program = join(import.meta.dirname, 'support/EffectivePoms.java')
    const printed = execFileSync('java', ['-cp', `${mavenLibraries}/*`, program, folder.path], {
      input: names.join('\n'),
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const expected = printed.toString().trimEnd().split('\n')

    const read = (artifactId: string) => ({ bytes: readFileSync(join(folder.path, `${artifactId}.pom`)), file: `${artifactId}.pom` })
    const models = new EffectiveModels({ read: async ({ artifactId }) => read(artifactId) })
    const got: string[] = []
    for (const name of names) got.push(describeModel(await models.of(read(name))))
    // Maven gives no model where anything has no version, be it in a BOM's BOM; those that it gives are compared.
    const compared = expected.flatMap((line, i) => (line === 'error' ? [] : [i]))
    expect(compared.length).toBeGreaterThan(count / 3)
    expect(compared.map((i) => got[i])).toEqual(compared.map((i) => expected[i]))
  })
})
