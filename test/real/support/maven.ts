import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ProgramResult, runProgram } from './program.ts'

/** Where Debian keeps Maven's plugins; it has no checksums. */
const debianRepository = '/usr/share/maven-repo'
const dependencyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin'

/** Debian packages that Maven's dependency plugin needs and that are not installed here. */
export function missingMavenPackages(): string[] {
  const missing: string[] = []
  if (dependencyPluginVersion() === undefined) missing.push('libmaven-dependency-plugin-java')
  // A dependency of the plugin's container, which Debian's package does not bring along.
  if (!existsSync(join(debianRepository, 'junit/junit/4.x'))) missing.push('junit4')
  return missing
}

function dependencyPluginVersion(): string | undefined {
  const folder = join(debianRepository, 'org/apache/maven/plugins/maven-dependency-plugin')
  const versions = existsSync(folder) ? readdirSync(folder) : []
  return versions.filter((version) => /^\d+(\.\d+){2}$/.test(version)).at(-1)
}

/** Maven with an empty local repository, one repository to resolve from, and the checksum policy `fail`; it reaches nothing else. */
export class MavenClient {
  readonly #folder: string

  /** @param folder an empty folder for settings, local repository and projects */
  constructor(folder: string, repositoryUrl: string) {
    this.#folder = folder
    writeFileSync(join(folder, 'settings.xml'), settings(repositoryUrl))
  }

  /** Resolves the dependencies of a project and copies them, under the names that they have in a repository, into `into`. */
  async copyDependencies({
    dependencies,
    management = '',
    into,
  }: {
    dependencies: string
    management?: string
    into: string
  }): Promise<ProgramResult> {
    const project = join(this.#folder, 'consumer')
    mkdirSync(project, { recursive: true })
    writeFileSync(
      join(project, 'pom.xml'),
      `<project><modelVersion>4.0.0</modelVersion><groupId>test</groupId><artifactId>consumer</artifactId><version>1</version><packaging>pom</packaging>
<dependencyManagement><dependencies>${management}</dependencies></dependencyManagement>
<dependencies>${dependencies}</dependencies></project>`,
    )
    const goal = `${dependencyPlugin}:${dependencyPluginVersion()}:copy-dependencies`
    const args = [
      '-B',
      '-ntp',
      '-s',
      '../settings.xml',
      `-Dmaven.repo.local=${join(this.#folder, 'local')}`,
      goal,
      `-DoutputDirectory=${into}`,
    ]
    return await runProgram('mvn', args, { cwd: project, env: { MAVEN_OPTS: `-Duser.home=${this.#folder}` } })
  }
}

function settings(repositoryUrl: string): string {
  const repository = (id: string, url: string, checksums: string) =>
    `<id>${id}</id><url>${url}</url><releases><checksumPolicy>${checksums}</checksumPolicy></releases><snapshots><enabled>false</enabled></snapshots>`
  // Named central, so that it takes the place of the one that Maven knows by itself.
  const debian = repository('central', `file://${debianRepository}`, 'ignore')
  return `<settings>
  <profiles><profile><id>test</id>
    <repositories><repository>${repository('ours', repositoryUrl, 'fail')}</repository><repository>${debian}</repository></repositories>
    <pluginRepositories><pluginRepository>${debian}</pluginRepository></pluginRepositories>
  </profile></profiles>
  <activeProfiles><activeProfile>test</activeProfile></activeProfiles>
</settings>
`
}
