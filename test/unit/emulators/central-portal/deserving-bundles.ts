import { allFacts, type Files, folderOf, type LibraryPlan, library, type Publisher, pom, pomFacts, zip } from './scene.ts'

/** A bundle that the Portal refuses, with all that it says then. */
export interface DeservingBundle {
  readonly title: string
  /** The plain files, to be signed and summed. */
  readonly files: Files
  /** What is overwritten after that; undefined removes. */
  readonly after?: (publisher: Publisher) => Record<string, string | undefined>
  readonly errors: Readonly<Record<string, readonly string[]>>
}

const base = folderOf()
const purl = 'pkg:maven/org.acme/lib@1.0'
const stray = 'Bundle has content that does NOT have a .pom file'
const unreadable = 'Failed to get coordinates from pom file'
const unfit = 'Failed to associate file with coordinates org/acme/lib/1.0'
const manifests = 'Failed to process deployment: Error on building manifests'
const managedVersionless = 'Dependency management dependency version information is missing'

function without(...endings: string[]): Files {
  return Object.fromEntries(Object.entries(library()).filter(([path]) => !endings.some((ending) => path === base + ending)))
}

function onlyPom(plan: LibraryPlan): Files {
  return { [`${folderOf(plan)}.pom`]: pom(plan) }
}

function versionless(...artifacts: string[]): string {
  const all = artifacts.map((artifact) => `<dependency><groupId>g</groupId><artifactId>${artifact}</artifactId></dependency>`)
  return `<dependencies>${all.join('')}</dependencies>`
}

function withFacts(facts: string): Files {
  return library({ facts: allFacts + facts })
}

const absentBom = `<dependencyManagement>${versionless('bom').replace('</dependency>', '<version>1</version><type>pom</type><scope>import</scope></dependency>')}</dependencyManagement>`

function parentOf(version: string): string {
  return `<parent><groupId>org.acme</groupId><artifactId>nowhere</artifactId><version>${version}</version></parent>`
}

const signatures: readonly DeservingBundle[] = [
  {
    title: '6: an unsigned file',
    files: library(),
    after: () => ({ [`${base}.pom.asc`]: undefined }),
    errors: { [purl]: ['Missing signature for file: lib-1.0.pom'] },
  },
  {
    title: '6: a Gradle module file that nobody signed',
    files: { ...library(), [`${base}.module`]: '{}' },
    after: () => ({ [`${base}.module.asc`]: undefined }),
    errors: { [purl]: ['Missing signature for file: lib-1.0.module'] },
  },
  {
    title: '8: a file that changed after it was signed',
    files: library(),
    after: (publisher) => ({ [`${base}.jar.asc`]: publisher.sign('something else') }),
    errors: {
      [purl]: ['Invalid signature for file: lib-1.0.jar.asc - Failed to verify the PGP signature. Please contact support for assistance.'],
    },
  },
  {
    title: '9: a signature file that holds none',
    files: library(),
    after: () => ({ [`${base}.jar.asc`]: 'signed, honestly' }),
    errors: { [purl]: ['Invalid signature for file: lib-1.0.jar'] },
  },
]

const checksums: readonly DeservingBundle[] = [
  {
    title: '10: no checksums',
    files: library(),
    after: () => ({ [`${base}.jar.md5`]: undefined, [`${base}.pom.sha1`]: undefined }),
    errors: { [purl]: ['Missing md5 checksum for file: lib-1.0.jar', 'Missing sha1 checksum for file: lib-1.0.pom'] },
  },
  ...['md5', 'sha1', 'sha256', 'sha512'].map((algorithm) => ({
    title: `11: a wrong ${algorithm}`,
    files: library(),
    after: () => ({ [`${base}.jar.${algorithm}`]: '00' }),
    errors: { [purl]: [`Invalid '${algorithm}' checksum for file: lib-1.0.jar`] },
  })),
]

const poms: readonly DeservingBundle[] = [
  ...Object.entries(pomFacts).map(([message, element]) => ({
    title: `12–17: ${message}`,
    files: library({ facts: allFacts.replace(element, '') }),
    errors: { [purl]: [message] },
  })),
  {
    title: '12: a name of blanks',
    files: library({ facts: allFacts.replace('<name>Lib', '<name> ') }),
    errors: { [purl]: ['Project name is missing'] },
  },
  {
    title: '18: a dependency without version',
    files: withFacts(versionless('a')),
    errors: { [purl]: ['Dependency version information is missing for dependency: g:a'] },
  },
  {
    title: '18: a dependency whose version is a property that nobody sets',
    files: withFacts(versionless('a').replace('</dependency>', `<version>\${nobody}</version></dependency>`)),
    errors: { [purl]: ['Dependency version information is missing for dependency: g:a'] },
  },
  {
    title: '18: many of them',
    files: withFacts(versionless('a', 'b', 'c', 'd')),
    errors: { [purl]: ['Dependency version information is missing for: g:a, g:b, g:c, ...'] },
  },
  {
    title: '18: a parent that is nowhere, with all facts repeated',
    files: withFacts(parentOf('1')),
    errors: { [purl]: ['Dependency version information is missing'] },
  },
  {
    title: '19: a managed dependency without version',
    files: withFacts(`<dependencyManagement>${versionless('a')}</dependencyManagement>`),
    errors: { [purl]: [managedVersionless] },
  },
  { title: '19: a BOM that is nowhere', files: withFacts(absentBom), errors: { [purl]: [managedVersionless] } },
  {
    title: '21: a POM of other coordinates than its path',
    files: { ...library(), [`${base}.pom`]: pom({ group: 'org.acme.other' }) },
    errors: { [purl]: [`${unreadable} ${base}.pom`] },
  },
  {
    title: '21: a POM with a document type',
    files: { ...library(), [`${base}.pom`]: `<!DOCTYPE project [<!ENTITY a "b">]>${pom()}` },
    errors: { [purl]: [`${unreadable} ${base}.pom`] },
  },
  {
    title: '21: a POM below a leading folder',
    files: Object.fromEntries(Object.entries(library()).map(([path, content]) => [`org/acme/${path}`, content])),
    errors: { 'pkg:maven/org.acme.org.acme/lib@1.0': [`${unreadable} org/acme/${base}.pom`] },
  },
  {
    title: '21: a version that only an absent parent knows',
    files: { ...library(), [`${base}.pom`]: pom({ facts: allFacts + parentOf(`\${revision}`) }).replace('<version>1.0</version>', '') },
    errors: { [purl]: [`${unreadable} ${base}.pom`] },
  },
]

const layouts: readonly DeservingBundle[] = [
  {
    title: '20: metadata and locks beside the versions',
    files: { ...library(), 'org/acme/lib/maven-metadata-local.xml': '<metadata/>', 'org/acme/lib/.locks/x.lock': '' },
    errors: { common: [`${stray}: org/acme/lib, org/acme/lib/.locks`] },
  },
  { title: '20: a jar without POM', files: without('.pom'), errors: { common: [`${stray}: org/acme/lib`] } },
  { title: '20: nothing at all', files: {}, errors: { common: [stray] } },
  { title: '20: a file at the root', files: { 'README.md': 'read me' }, errors: { common: [stray] } },
  {
    title: '22: a consumer POM of Maven 4',
    files: { ...library(), [`${base}-consumer.pom`]: pom() },
    errors: { [purl]: [`${unfit}/lib-1.0-consumer.pom`] },
  },
  {
    title: '22: a file of another name',
    files: { ...library(), 'org/acme/lib/1.0/_remote.repositories': 'x' },
    errors: { [purl]: [`${unfit}/_remote.repositories`] },
  },
  {
    title: '22: a path that leaves the repository',
    files: library(),
    after: () => ({ '../../evil': 'x' }),
    errors: { common: ['Failed to associate file with coordinates ../../evil'] },
  },
  {
    title: '23: a signature and checksums without their file',
    files: { ...library(), [`${base}.module`]: '{}' },
    after: () => ({ [`${base}.module`]: undefined }),
    errors: { common: [`${manifests}: File with path '${base}.module' is missing`] },
  },
]

const archives: readonly DeservingBundle[] = (
  [
    ['an empty jar', ''],
    ['a jar that is a page', '<html>'],
    ['an executable jar, with a script before its zip', Buffer.concat([Buffer.from('#!/bin/sh\nexec java -jar "$0"\n'), zip({ a: 'b' })])],
  ] as const
).map(([title, content]) => ({
  title: `24: ${title}`,
  files: { ...library(), [`${base}.jar`]: content },
  errors: { common: [`${manifests}: Unable to parse archive Details: No Archiver found for the stream signature`] },
}))

/**
 * Bundles by the number of the message that they earn. The Portal they are for allows the namespace `org.acme` and has
 * `org.acme:old:1.0` already.
 */
export const deservingBundles: readonly DeservingBundle[] = [
  {
    title: '1: what is at Central already',
    files: library({ artifact: 'old' }),
    errors: { 'pkg:maven/org.acme/old@1.0': ["Component with package url: 'pkg:maven/org.acme/old@1.0' already exists"] },
  },
  {
    title: '1: a BOM that is at Central already',
    files: onlyPom({ artifact: 'old', packaging: 'pom' }),
    errors: { 'pkg:maven/org.acme/old@1.0?type=pom': ["Component with package url: 'pkg:maven/org.acme/old@1.0?type=pom' already exists"] },
  },
  {
    title: "2: somebody else's namespace, though it begins alike",
    files: library({ group: 'org.acmeother' }),
    errors: { 'pkg:maven/org.acmeother/lib@1.0': ["Namespace 'org.acmeother' is not allowed"] },
  },
  {
    title: '3: a snapshot',
    files: library({ version: '1.0-SNAPSHOT' }),
    errors: { 'pkg:maven/org.acme/lib@1.0-SNAPSHOT': ['version cannot be a SNAPSHOT'] },
  },
  {
    title: '4: classes without javadoc',
    files: without('-javadoc.jar'),
    errors: { [purl]: ['Javadocs must be provided but not found in entries'] },
  },
  {
    title: '5: classes without sources',
    files: without('-sources.jar'),
    errors: { [purl]: ['Sources must be provided but not found in entries'] },
  },
  ...signatures,
  ...checksums,
  ...poms,
  ...layouts,
  ...archives,
]
