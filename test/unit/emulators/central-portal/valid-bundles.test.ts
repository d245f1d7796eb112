import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PortalEmulator } from '../../../emulators/central-portal/server.ts'
import { allFacts, type Files, folderOf, judged, library, Publisher, pom, zip } from './scene.ts'

const publisher = new Publisher()
let portal: PortalEmulator

const parentPlan = { artifact: 'parent', packaging: 'pom', facts: allFacts.replace('<name>Lib</name>', '<name>Parent</name>') }
const dependency = (scope: string) => `<dependency><groupId>g</groupId><artifactId>a</artifactId>${scope}</dependency>`
const managed = (inner: string) => `<dependencyManagement><dependencies>${inner}</dependencies></dependencyManagement>`
const importing = (artifact: string) =>
  managed(
    `<dependency><groupId>org.acme</groupId><artifactId>${artifact}</artifactId><version>1.0</version><type>pom</type><scope>import</scope></dependency>`,
  )
const parentElement = (artifact: string) =>
  `<parent><groupId>org.acme</groupId><artifactId>${artifact}</artifactId><version>1.0</version></parent>`

beforeAll(async () => {
  portal = await publisher.portal({ namespaces: ['org.acme', 'org.other'] })
  const onCentral = { ...parentPlan, artifact: 'published-parent', facts: parentPlan.facts + managed(dependency('<version>1</version>')) }
  const bom = { ...parentPlan, artifact: 'published-bom', facts: managed(dependency('<version>1</version>')) }
  portal.seed({ [`${folderOf(onCentral)}.pom`]: pom(onCentral), [`${folderOf(bom)}.pom`]: pom(bom) })
})

afterAll(async () => {
  expect(portal.breakdowns).toEqual([])
  await portal[Symbol.asyncDispose]()
  publisher[Symbol.dispose]()
})

const base = folderOf()
const archive = zip({ 'README.md': 'text' })

const shapes: readonly (readonly [title: string, files: Files, purls: readonly string[]])[] = [
  ['a library with sources and javadoc', library(), ['pkg:maven/org.acme/lib@1.0']],
  ['a parent alone', { [`${folderOf(parentPlan)}.pom`]: pom(parentPlan) }, ['pkg:maven/org.acme/parent@1.0?type=pom']],
  [
    'a child that has all but its name from a parent in the bundle',
    {
      ...library({ facts: `<name>Lib</name>${parentElement('parent')}` }),
      [`${folderOf(parentPlan)}.pom`]: pom(parentPlan),
    },
    ['pkg:maven/org.acme/lib@1.0', 'pkg:maven/org.acme/parent@1.0?type=pom'],
  ],
  [
    'a child whose facts and versions come from a parent at Central',
    library({ facts: `<name>Lib</name>${parentElement('published-parent')}<dependencies>${dependency('')}</dependencies>` }),
    ['pkg:maven/org.acme/lib@1.0'],
  ],
  [
    'versions from a BOM at Central',
    library({ facts: `${allFacts}${importing('published-bom')}<dependencies>${dependency('')}</dependencies>` }),
    ['pkg:maven/org.acme/lib@1.0'],
  ],
  [
    'properties, in its own version too',
    {
      ...library(),
      [`${base}.pom`]: pom({
        version: `\${revision}`,
        facts: `${allFacts.replace('Lib', `\${project.artifactId}`)}<properties><revision>\${major}.0</revision><major>1</major></properties><dependencies>${dependency(`<version>\${project.version}</version>`)}</dependencies>`,
      }),
    },
    ['pkg:maven/org.acme/lib@1.0'],
  ],
  [
    'a relocation, which needs nothing else',
    {
      [`${base}.pom`]: pom({
        facts: '<distributionManagement><relocation><groupId>org.other</groupId></relocation></distributionManagement>',
      }),
    },
    ['pkg:maven/org.acme/lib@1.0'],
  ],
  [
    'classifiers, a module file, a distribution, an SBOM',
    {
      ...library(),
      [`${base}-tests.jar`]: archive,
      [`${base}-bin.zip`]: archive,
      [`${base}.module`]: '{"formatVersion":"1.1"}',
      [`${base}-cyclonedx.json`]: '{}',
    },
    ['pkg:maven/org.acme/lib@1.0'],
  ],
  ['a jar without classes and without javadoc', { [`${base}.pom`]: pom(), [`${base}.jar`]: archive }, ['pkg:maven/org.acme/lib@1.0']],
  [
    'an Android library without javadoc',
    { [`${base}.pom`]: pom({ packaging: 'aar' }), [`${base}.aar`]: archive, [`${base}-sources.jar`]: archive },
    ['pkg:maven/org.acme/lib@1.0?type=aar'],
  ],
  [
    'a Kotlin Multiplatform library',
    {
      [`${base}.pom`]: pom(),
      [`${base}.module`]: '{}',
      [`${base}-kotlin-tooling-metadata.json`]: '{}',
      [`${base}-sources.jar`]: archive,
      ...library({ artifact: 'lib-jvm' }),
      [`${folderOf({ artifact: 'lib-linuxx64' })}.pom`]: pom({ artifact: 'lib-linuxx64', packaging: 'klib' }),
      [`${folderOf({ artifact: 'lib-linuxx64' })}.klib`]: archive,
    },
    ['pkg:maven/org.acme/lib@1.0', 'pkg:maven/org.acme/lib-jvm@1.0', 'pkg:maven/org.acme/lib-linuxx64@1.0?type=klib'],
  ],
  ['a zip', { [`${base}.pom`]: pom({ packaging: 'zip' }), [`${base}.zip`]: archive }, ['pkg:maven/org.acme/lib@1.0?type=zip']],
]

describe('a bundle of a valid shape is validated', () => {
  test.concurrent.for(shapes)('%s', async ([, files, purls]) => {
    const status = await judged(portal, publisher.complete(files))
    expect(status).toMatchObject({ deploymentState: 'VALIDATED', errors: {}, warnings: [] })
    expect(status.purls.toSorted()).toEqual([...purls].toSorted())
  })

  test('checksums that nobody asks for are right or absent, and checksums of signatures do no harm', async () => {
    const files = publisher.complete(library())
    const signature = files[`${base}.jar.asc`] ?? ''
    files[`${base}.jar.sha256`] = `${createHash('sha256')
      .update(files[`${base}.jar`] ?? '')
      .digest('hex')}\n`
    files[`${base}.jar.asc.md5`] = createHash('md5').update(signature).digest('hex')
    expect(await judged(portal, files)).toMatchObject({ deploymentState: 'VALIDATED' })
  })

  test('signed with an expired key, as Central lets pass', async () => {
    const expired = publisher.gnupg.create({ userId: 'Old <old@acme.test>', at: '20200101T000000', expires: '1y' })
    const files = publisher.complete(library())
    writeFileSync(`${publisher.gnupg.home}/pom`, files[`${base}.pom`] ?? '')
    files[`${base}.pom.asc`] = publisher.gnupg.sign(`${publisher.gnupg.home}/pom`, {
      key: expired,
      args: ['--faked-system-time', '20200601T000000!'],
    })
    writeFileSync(`${publisher.gnupg.home}/all.asc`, publisher.gnupg.run(['--armor', '--export']))
    await using other = await publisher.portal({ keyring: `${publisher.gnupg.home}/all.asc` })
    expect(await judged(other, files)).toMatchObject({ deploymentState: 'VALIDATED' })
  })
})
