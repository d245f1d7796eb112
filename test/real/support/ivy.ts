import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ProgramResult, runProgram } from './program.ts'

/** Where Debian keeps Ivy. */
export const ivyJar = '/usr/share/java/ivy.jar'

/** Ivy with an empty cache and one Maven repository to resolve from, whose checksums it verifies. */
export class IvyClient {
  readonly #folder: string

  /** @param folder an empty folder for settings and cache */
  constructor(folder: string, repositoryUrl: string) {
    this.#folder = folder
    writeFileSync(
      join(folder, 'ivysettings.xml'),
      `<ivysettings>
  <settings defaultResolver="ours"/>
  <caches defaultCacheDir="${join(folder, 'cache')}"/>
  <resolvers><ibiblio name="ours" m2compatible="true" root="${repositoryUrl}/" checksums="sha1,md5"/></resolvers>
</ivysettings>
`,
    )
  }

  /** Resolves one module, by a version, a range or `latest.integration`, and copies its default artifacts into `into`. */
  async retrieve({
    group,
    artifact,
    revision,
    into,
  }: {
    group: string
    artifact: string
    revision: string
    into: string
  }): Promise<ProgramResult> {
    const dependency = ['-settings', 'ivysettings.xml', '-dependency', group, artifact, revision, '-confs', 'default']
    const args = [`-Duser.home=${this.#folder}`, '-jar', ivyJar, ...dependency, '-retrieve', join(into, '[artifact]-[revision].[ext]')]
    return await runProgram('java', args, { cwd: this.#folder })
  }
}
