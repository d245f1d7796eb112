import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildLibrary } from '../../examples/library/build.ts'
import { missingTools } from '../support/gnupg.ts'
import { runAction } from '../support/run-action.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { IvyClient, ivyJar } from './support/ivy.ts'
import { MavenClient, missingMavenPackages } from './support/maven.ts'
import { type ServedFolder, serveByNginx } from './support/nginx.ts'

const group = 'io.github.outtray.example'
const module = 'io/github/outtray/example/hello'

const missing = [...missingTools('nginx', 'java', 'javac', 'mvn'), ...(existsSync(ivyJar) ? [] : ['ivy']), ...missingMavenPackages()]
if (missing.length > 0 && process.env.CI) throw new Error(`CI lacks ${missing.join(', ')}`)
const skipped = missing.length === 0 ? '' : ` (skipped: ${missing.join(', ')} missing)`

describe.skipIf(missing.length > 0)(`a Maven repository in a folder, served by nginx${skipped}`, { timeout: 180_000 }, () => {
  const folder = temporaryFolder('maven-repository')
  const repository = join(folder.path, 'repository')
  let served: ServedFolder

  beforeAll(async () => {
    await Promise.all(['1.10.0', '1.9.0'].map((version) => buildLibrary({ out: join(folder.path, version), version })))
    // The newer one first: the order of publishing must not show.
    for (const version of ['1.10.0', '1.9.0']) {
      const run = await runAction(
        'publish-version',
        { repository: 'repository', 'repository-type': 'maven', package: 'example-library', files: `${version}/**` },
        { workspace: folder.path },
      )
      expect(run.code, run.log).toBe(0)
      expect(run.outputs.version).toBe(version)
    }
    served = await serveByNginx(repository)
  }, 180_000)

  afterAll(async () => {
    await served?.[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  })

  /** An empty folder of its own for one client. */
  function corner(name: string): string {
    const path = join(folder.path, name)
    mkdirSync(path)
    return path
  }

  function flip(file: string, offset: number): void {
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset)
    writeFileSync(file, bytes)
  }

  /** A dependency on the module, as a POM writes it. */
  function hello(version: string): string {
    return `<dependency><groupId>${group}</groupId><artifactId>hello</artifactId><version>${version}</version></dependency>`
  }

  const published = (version: string) => readFileSync(join(folder.path, version, module, version, `hello-${version}.jar`))
  const found = (path: string) => Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name))]))

  test('names its versions in the order of Maven', () => {
    const metadata = readFileSync(join(repository, module, 'maven-metadata.xml'), 'utf8')
    expect([...metadata.matchAll(/<version>(.*)<\/version>/g)].map((match) => match[1])).toEqual(['1.9.0', '1.10.0'])
    expect(metadata).toMatch(/<latest>1\.10\.0<\/latest>\s*<release>1\.10\.0<\/release>/)
  })

  test('gives Maven a version by its BOM, with its parent, verified', async () => {
    const maven = new MavenClient(corner('maven-bom'), served.url)
    const bom = `<dependency><groupId>${group}</groupId><artifactId>bom</artifactId><version>1.9.0</version><type>pom</type><scope>import</scope></dependency>`
    const dependencies = `<dependency><groupId>${group}</groupId><artifactId>hello</artifactId></dependency>`
    const into = join(folder.path, 'maven-bom/found')
    const { code, output } = await maven.copyDependencies({ dependencies, management: bom, into })
    expect(code, output).toBe(0)
    expect(output).not.toMatch(/WARN.*checksum/i)
    expect(found(into)).toEqual({ 'hello-1.9.0.jar': published('1.9.0') })
  })

  test('gives Maven the highest version of a range', async () => {
    const maven = new MavenClient(corner('maven-range'), served.url)
    const into = join(folder.path, 'maven-range/found')
    const { code, output } = await maven.copyDependencies({ dependencies: hello('[1.0,2.0)'), into })
    expect(code, output).toBe(0)
    expect(found(into)).toEqual({ 'hello-1.10.0.jar': published('1.10.0') })
  })

  test.each([
    ['latest.integration', '1.10.0'],
    ['[1.0,1.10.0[', '1.9.0'],
    ['1.9.0', '1.9.0'],
  ])('gives Ivy, for %s, version %s, verified', async (revision, version) => {
    const ivy = new IvyClient(corner(`ivy-${revision.replace(/\W/g, '_')}`), served.url)
    const into = join(folder.path, `ivy-found-${revision.replace(/\W/g, '_')}`)
    const { code, output } = await ivy.retrieve({ group, artifact: 'hello', revision, into })
    expect(code, output).toBe(0)
    expect(found(into)[`hello-${version}.jar`]).toEqual(published(version))
  })

  describe('with one bit of a jar and of the metadata flipped', () => {
    let damaged: ServedFolder

    beforeAll(async () => {
      const copy = join(folder.path, 'damaged')
      cpSync(repository, copy, { recursive: true })
      flip(join(copy, module, '1.9.0/hello-1.9.0.jar'), 500)
      // A digit of the time: the file stays well-formed.
      const metadata = join(copy, module, 'maven-metadata.xml')
      flip(metadata, readFileSync(metadata, 'utf8').indexOf('</lastUpdated>') - 1)
      damaged = await serveByNginx(copy)
    })
    afterAll(() => damaged?.[Symbol.asyncDispose]())

    test('fails in Maven: the jar, and the range that needs the metadata; another version does not', async () => {
      const maven = new MavenClient(corner('maven-damaged'), damaged.url)
      const into = join(folder.path, 'maven-damaged/found')
      const jar = await maven.copyDependencies({ dependencies: hello('1.9.0'), into })
      expect(jar.code).not.toBe(0)
      expect(jar.output).toMatch(/Checksum validation failed/)
      const range = await maven.copyDependencies({ dependencies: hello('[1.0,2.0)'), into })
      expect(range.code).not.toBe(0)
      expect(range.output).toMatch(/No versions available/)
      const other = await maven.copyDependencies({ dependencies: hello('1.10.0'), into })
      expect(other.code, other.output).toBe(0)
    })

    test('fails in Ivy', async () => {
      const ivy = new IvyClient(corner('ivy-damaged'), damaged.url)
      const { code, output } = await ivy.retrieve({
        group,
        artifact: 'hello',
        revision: '1.9.0',
        into: join(folder.path, 'ivy-damaged/found'),
      })
      expect(code).not.toBe(0)
      expect(output).toMatch(/invalid sha1|md5/)
    })
  })
})
