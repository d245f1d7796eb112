import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'

// Builds the example library with the tools of a JDK alone. Maven or Gradle would do the same; a release job only sees what lies in the output folder.

const run = promisify(execFile)
const home = import.meta.dirname
const group = 'io/github/outtray/example'
const developmentVersion = '0-SNAPSHOT'
/** The oldest JDK whose `jar` writes a fixed time into its entries. */
const oldestJdk = 17
const entryTime = '2026-01-01T00:00:00Z'

export interface LibraryBuild {
  /** The folder to write to, in Maven layout; created when missing. */
  readonly out: string
  readonly version: string
}

/**
 * Writes parent POM and BOM and, with a JDK 17 or newer, the module `hello`: jar, sources, javadoc, POM. The same JDK gives the same bytes each time.
 * @returns whether there was a JDK
 */
export async function buildLibrary({ out, version }: LibraryBuild): Promise<{ built: boolean }> {
  await writePom('parent', 'pom.xml', { out, version })
  await writePom('bom', 'bom/pom.xml', { out, version })
  const built = await hasJdk()
  if (built) {
    await writePom('hello', 'hello/pom.xml', { out, version })
    await buildJars({ out, version })
  }
  return { built }
}

async function writePom(artifact: string, source: string, { out, version }: LibraryBuild): Promise<void> {
  const pom = await readFile(join(home, source), 'utf8')
  const folder = versionFolder(artifact, { out, version })
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, `${artifact}-${version}.pom`),
    pom.replaceAll(`<version>${developmentVersion}</version>`, `<version>${version}</version>`),
  )
}

function versionFolder(artifact: string, { out, version }: LibraryBuild): string {
  return join(resolve(out), group, artifact, version)
}

async function buildJars(build: LibraryBuild): Promise<void> {
  const sources = join(home, 'hello/src/main/java')
  const work = await mkdtemp(join(tmpdir(), 'outtray-example-'))
  try {
    const java = (await filesBelow(sources)).map((file) => join(sources, file))
    const classes = join(work, 'classes')
    const documentation = join(work, 'javadoc')
    const manifest = join(work, 'manifest')
    await writeFile(manifest, `Automatic-Module-Name: io.github.outtray.example.hello\nImplementation-Version: ${build.version}\n`)
    await Promise.all([
      run(tool('javac'), ['--release', '11', '-d', classes, ...java]),
      run(tool('javadoc'), ['-quiet', '-notimestamp', '-encoding', 'UTF-8', '--release', '11', '-d', documentation, ...java]),
    ])
    const stem = join(versionFolder('hello', build), `hello-${build.version}`)
    await pack(`${stem}.jar`, classes, ['--manifest', manifest])
    await pack(`${stem}-sources.jar`, sources)
    await pack(`${stem}-javadoc.jar`, documentation)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function pack(jar: string, folder: string, options: readonly string[] = []): Promise<void> {
  // In a fixed order: a folder lists its files as the file system likes.
  const content = (await filesBelow(folder)).flatMap((file) => ['-C', folder, file])
  await run(tool('jar'), ['--create', '--file', jar, `--date=${entryTime}`, ...options, ...content])
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

async function hasJdk(): Promise<boolean> {
  try {
    // A version manager's or macOS's stand-in for a JDK that is not there fails here.
    const { stdout } = await run(tool('javac'), ['--version'])
    return Number(/^javac (\d+)/.exec(stdout)?.[1] ?? 0) >= oldestJdk
  } catch {
    return false
  }
}

function tool(name: string): string {
  const { JAVA_HOME } = process.env
  return JAVA_HOME ? join(JAVA_HOME, 'bin', name) : name
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'out' }, version: { type: 'string', default: '1.0.0' } } })
  const { built } = await buildLibrary(values)
  console.log(
    `Wrote version ${values.version} to ${values.out}${built ? '' : `: parent POM and BOM only, there is no JDK ${oldestJdk} or newer`}`,
  )
}
