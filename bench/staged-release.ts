import { mkdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { layoutZip } from '../src/central/stored-zip.ts'
import { type DataSet, oneFile, SeededData, type SizeRange } from './data.ts'

const groupId = 'test.outtray.bench'
const version = '1.0.0'

/** Modules as `mvn deploy` leaves them in a staging directory: POM, jar, sources and javadoc each, without signatures and checksums. */
export interface StagedRelease extends DataSet {
  readonly modules: number
  /** One for each module. */
  readonly purls: readonly string[]
}

const jars = { '': 'test/outtray/bench/Part.class', '-sources': 'test/outtray/bench/Part.java', '-javadoc': 'index.html' }

/** So many modules; the sizes are those of what is in each jar. */
export async function stagedRelease(folder: string, request: SizeRange & { readonly modules: number }): Promise<StagedRelease> {
  const data = new SeededData(`staged ${request.modules}`)
  const files: string[] = []
  let bytes = 0
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
    files.push(file)
    bytes += content.length
  }
  const modules = Array.from({ length: request.modules }, (_, index) => `module-${String(index).padStart(4, '0')}`)
  for (const module of modules) {
    write(mavenPath(module, version, '.pom'), pomOf(module, version))
    for (const [classifier, entry] of Object.entries(jars)) {
      write(mavenPath(module, version, `${classifier}.jar`), await jarOf(entry, data.bytes(data.size(request))))
    }
  }
  return { folder, files, bytes, modules: modules.length, purls: modules.map((module) => `pkg:maven/${groupId}/${module}@${version}`) }
}

/** One module with a file of so many MiB beside its jars. */
export async function stagedGiant(folder: string, mebibytes: number): Promise<StagedRelease> {
  const release = await stagedRelease(folder, { modules: 1, smallest: 5_000, largest: 5_000 })
  const aside = `${folder}.large`
  const { files, bytes } = oneFile(aside, mebibytes)
  const giant = mavenPath('module-0000', version, '-model.bin')
  for (const file of files) renameSync(join(aside, file), join(folder, giant))
  rmdirSync(aside)
  return { ...release, files: [...release.files, giant], bytes: release.bytes + bytes }
}

/** Where a file of a module lies in a Maven repository. */
export function mavenPath(module: string, version: string, ending: string): string {
  return `${groupId.replaceAll('.', '/')}/${module}/${version}/${module}-${version}${ending}`
}

/** All that Maven Central wants to read in a POM. */
export function pomOf(module: string, version: string, packaging = 'jar'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>${groupId}</groupId>
  <artifactId>${module}</artifactId>
  <version>${version}</version>
  <packaging>${packaging}</packaging>
  <name>${module}</name>
  <description>One of many modules</description>
  <url>https://outtray.test/</url>
  <licenses>
    <license>
      <name>Apache-2.0</name>
      <url>https://www.apache.org/licenses/LICENSE-2.0.txt</url>
    </license>
  </licenses>
  <developers>
    <developer>
      <name>Bench</name>
      <email>bench@outtray.test</email>
    </developer>
  </developers>
  <scm>
    <connection>scm:git:https://outtray.test/bench.git</connection>
    <url>https://outtray.test/bench</url>
  </scm>
</project>
`
}

async function jarOf(entry: string, content: Uint8Array): Promise<Buffer> {
  const manifest = { name: 'META-INF/MANIFEST.MF', bytes: Buffer.from('Manifest-Version: 1.0\r\n\r\n') }
  const chunks: Uint8Array[] = []
  for await (const chunk of layoutZip([manifest, { name: entry, bytes: content }]).chunks()) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
