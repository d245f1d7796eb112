import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../test/real/support/program.ts'

const group = 'io.github.outtray.example'

/** A consumer of the example library. */
export interface LibraryConsumer {
  /** An empty folder. */
  readonly folder: string
  /** The only Maven repository that there is. */
  readonly repositoryUrl: string
  readonly version: string
  /** Whether there is the jar `hello`, or only the POMs. */
  readonly withJar: boolean
}

/**
 * Has Maven, with an empty local repository and strict checksums, resolve the library's parent, its BOM and, as an extension of Maven itself, its jar:
 * all of that is Maven's core, which needs no plugin from anywhere.
 * @returns the names of the files that Maven fetched
 */
export async function resolveLibrary({ folder, repositoryUrl, version, withJar }: LibraryConsumer): Promise<string[]> {
  await mkdir(join(folder, '.mvn'), { recursive: true })
  const mirror = `<mirror><id>central-here</id><mirrorOf>*</mirrorOf><url>${repositoryUrl}</url></mirror>`
  await writeFile(join(folder, 'settings.xml'), `<settings><mirrors>${mirror}</mirrors></settings>`)
  const coordinates = (artifact: string) => `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`
  const bom = `<dependency>${coordinates('bom')}<type>pom</type><scope>import</scope></dependency>`
  const management = `<dependencyManagement><dependencies>${bom}</dependencies></dependencyManagement>`
  const parent = `<parent>${coordinates('parent')}<relativePath/></parent>`
  const project = `<modelVersion>4.0.0</modelVersion>${parent}<artifactId>consumer</artifactId><packaging>pom</packaging>${management}`
  await writeFile(join(folder, 'pom.xml'), `<project>${project}</project>`)
  const extensions = withJar ? `<extension>${coordinates('hello')}</extension>` : ''
  await writeFile(join(folder, '.mvn/extensions.xml'), `<extensions>${extensions}</extensions>`)

  const local = join(folder, 'local')
  const args = ['-B', '-C', '-s', 'settings.xml', `-Dmaven.repo.local=${local}`, 'validate']
  const { code, output } = await runProgram('mvn', args, { cwd: folder })
  if (code !== 0) throw new Error(`Maven cannot resolve the library:\n${output}`)
  const fetched = (await readdir(local, { recursive: true })).map((path) => path.split(/[/\\]/).at(-1) ?? '')
  return fetched.filter((name) => /\.(pom|jar)$/.test(name)).sort()
}
