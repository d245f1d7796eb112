import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as openpgp from 'openpgp'
import { GitHubEmulator } from '../test/emulators/github/server.ts'
import { addFolder } from '../test/emulators/github/stock.ts'
import { demoPackages } from './demo-files.ts'
import type { DemoKey, WorkflowRun } from './demo-world.ts'

const workflow = `
name: Import releases
jobs:
  import:
    steps:
      - uses: outtray/outtray/actions/import-releases@v1
        with:
          repository: \${{ vars.DOWNLOADS }}
          repositories: outtray/outtray
          public-keys: \${{ vars.PUBLIC_KEY }}
`

/** A GitHub on this machine with releases of this project, until the end of its scope. */
export class DemoGitHub implements AsyncDisposable {
  readonly #github: GitHubEmulator
  readonly #key: DemoKey

  private constructor(github: GitHubEmulator, key: DemoKey) {
    this.#github = github
    this.#key = key
  }

  /** Builds and releases some versions; their checksums are signed by the key. */
  static async start(key: DemoKey, { folder, versions }: { folder: string; versions: readonly string[] }): Promise<DemoGitHub> {
    const [wares] = demoPackages
    if (wares === undefined) throw new Error('there is nothing to release')
    for (const version of versions) {
      const release = join(folder, 'outtray', wares.name, `v${version}`)
      await mkdir(release, { recursive: true })
      await wares.build(release, version)
      const sums = await readFile(join(release, 'SHA256SUMS'))
      await writeFile(join(release, 'SHA256SUMS.asc'), await signature(sums, key))
    }
    const github = await GitHubEmulator.start()
    addFolder(github, folder)
    return new DemoGitHub(github, key)
  }

  /** What the run of a workflow needs to know of it. */
  run(downloads: string): WorkflowRun {
    const { url: apiUrl, serverUrl, token } = this.#github
    return { workflow, secrets: {}, vars: { DOWNLOADS: downloads, PUBLIC_KEY: this.#key.publicKey }, github: { apiUrl, serverUrl, token } }
  }

  /** Puts other bytes into the place of an asset that is released. */
  tamper(): void {
    const [release] = this.#github.repository('outtray/outtray').releases
    release?.asset('LICENSE').replace('Not the licence.\n')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#github[Symbol.asyncDispose]()
  }
}

/** Says how the assets of an imported version were verified, by its record. */
export async function verifiedAssets(downloads: string, version: string): Promise<string> {
  const record: ImportRecord = JSON.parse(await readFile(join(downloads, `.outtray/packages/outtray/versions/${version}.json`), 'utf8'))
  const { assets } = record.origin
  const by = (kind: string) => assets.filter(({ checks }) => checks.some((check) => check.kind === kind && check.state === 'verified'))
  const names = by('openpgp').map(({ name }) => name)
  const parts = [
    `${by('github-digest').length} by GitHub's digest`,
    `${by('checksum').length} by SHA256SUMS`,
    `${names.join(', ')} by its signature`,
  ]
  return `${assets.length} assets, verified: ${parts.join(', ')}`
}

interface ImportRecord {
  readonly origin: {
    readonly assets: readonly { readonly name: string; readonly checks: readonly { readonly kind: string; readonly state: string }[] }[]
  }
}

async function signature(content: Uint8Array, { secrets }: DemoKey): Promise<string> {
  const locked = await openpgp.readPrivateKey({ armoredKey: secrets.SIGNING_KEY ?? '' })
  const signingKeys = await openpgp.decryptKey({ privateKey: locked, passphrase: secrets.SIGNING_PASSPHRASE ?? '' })
  return await openpgp.sign({ message: await openpgp.createMessage({ binary: content }), signingKeys, detached: true })
}
