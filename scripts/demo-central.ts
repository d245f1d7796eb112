import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PortalEmulator, startPortal } from '../test/emulators/central-portal/server.ts'
import { resolveLibrary } from './demo-maven.ts'
import type { DemoKey, WorkflowRun } from './demo-world.ts'

/** The root action alone: sign, publish into a Maven repository, sync. In a release of yours the last three lines are not there. */
const workflow = `
name: Release to Maven Central
jobs:
  release:
    environment: release
    steps:
      - uses: actions/checkout@v7
        with: { persist-credentials: false }
      - run: ./build.sh
      - uses: outtray/outtray@v1
        with:
          repository: \${{ vars.MAVEN_REPOSITORY }}
          repository-type: maven
          package: library
          files: release/**
          private-key: \${{ secrets.SIGNING_KEY }}
          passphrase: \${{ secrets.SIGNING_PASSPHRASE }}
          sync-to-central: true
          wait-for: available
          username: \${{ secrets.CENTRAL_USERNAME }}
          password: \${{ secrets.CENTRAL_PASSWORD }}
          portal-url: \${{ vars.CENTRAL_PORTAL }}
          central-url: \${{ vars.CENTRAL_REPOSITORY }}
          keyservers: ''
`

const token = { CENTRAL_USERNAME: 'demouser', CENTRAL_PASSWORD: 'demo-p4ssword' }

/** A Maven Central on this machine, until the end of its scope. */
export class DemoCentral implements AsyncDisposable {
  readonly #portal: PortalEmulator
  readonly #folder: string
  readonly #repository: string

  private constructor(portal: PortalEmulator, folder: string, repository: string) {
    this.#portal = portal
    this.#folder = folder
    this.#repository = repository
  }

  /** @param place `folder` for its own files, `repository` for the Maven repository to publish into */
  static async start(key: DemoKey, { folder, repository }: { folder: string; repository: string }): Promise<DemoCentral> {
    await mkdir(folder)
    const keyring = join(folder, 'keyring.asc')
    await writeFile(keyring, key.publicKey)
    return new DemoCentral(await startPortal({ token: Object.values(token).join(':'), keyring, immediate: true }), folder, repository)
  }

  /** What the run of a workflow needs to know of it. */
  get run(): WorkflowRun {
    const { portalUrl, centralUrl } = this.#portal
    return {
      workflow,
      secrets: token,
      vars: { MAVEN_REPOSITORY: this.#repository, CENTRAL_PORTAL: portalUrl, CENTRAL_REPOSITORY: centralUrl },
    }
  }

  /** How many bundles it was sent. */
  get uploads(): number {
    return this.#portal.requests.filter(({ path }) => path.endsWith('/upload')).length
  }

  /** Has Maven resolve the library from here; gives the names of the files that it fetched. */
  async resolve(version: string): Promise<string[]> {
    const modules = await readdir(join(this.#repository, 'io/github/outtray/example'))
    const folder = join(this.#folder, 'consumer')
    return resolveLibrary({ folder, repositoryUrl: this.#portal.centralUrl, version, withJar: modules.includes('hello') })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#portal[Symbol.asyncDispose]()
  }
}
