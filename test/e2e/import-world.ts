import { cpSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { synthetic } from '../emulators/github/content.ts'
import { GitHubEmulator } from '../emulators/github/server.ts'
import { type ActionRun, type ActionRunOptions, runAction } from '../support/run-action.ts'
import { snapshot, type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

/** The time at which everything is published: trees of two runs can be equal. */
const clock = { SOURCE_DATE_EPOCH: '1790000000' }

type Inputs = Readonly<Record<string, string>>

/** A GitHub with everything that an import meets, before and after a round of changes upstream, and places to import it to. */
export class ImportWorld implements AsyncDisposable {
  readonly github: GitHubEmulator
  readonly #folder: TemporaryFolder = temporaryFolder('import')
  #places = 0

  private constructor(github: GitHubEmulator) {
    this.github = github
  }

  static async open(): Promise<ImportWorld> {
    const world = new ImportWorld(await GitHubEmulator.start({ perMinute: 0, perHour: 0 }))
    world.#fill()
    return world
  }

  /** The first state: releases with checksums and without, assets without digests, one that rolls, a draft. Every asset has a name of its own. */
  #fill(): void {
    const { github } = this
    const widget = github.addRepository({ fullName: 'acme/widget' })
    for (const minor of [0, 1]) {
      const content = synthetic(300_000 + minor, minor)
      const name = `widget-1.${minor}.tgz`
      widget.release({
        tag: `v1.${minor}.0`,
        assets: {
          [name]: content,
          [`widget-1.${minor}.txt`]: `text ${minor}`,
          [`widget-1.${minor}_SHA256SUMS`]: `${content.sha256}  ${name}\n`,
        },
      })
    }
    widget.release({ tag: 'nightly', assets: { 'widget-nightly.tgz': synthetic(200_000, 10) } })
    const gadget = github.addRepository({ fullName: 'acme/gadget' })
    gadget.release({
      tag: '0.1',
      assets: { 'gadget-0.1.bin': { content: synthetic(500_000, 20), digest: null }, 'gadget-0.1.zip': synthetic(70_000, 21) },
    })
    gadget.release({ tag: '0.2', draft: true, assets: { 'gadget-0.2.bin': synthetic(150_000, 22) } })
    github.addRepository({ fullName: 'acme/bare' }).release({ tag: 'v1', assets: {} })
  }

  /** What happens upstream between two imports. */
  change(): void {
    const [widget, gadget] = [this.github.repository('acme/widget'), this.github.repository('acme/gadget')]
    widget.releaseOf('v1.1.0').addAsset('widget-1.1.deb', synthetic(250_000, 30))
    widget.releaseOf('v1.0.0').edit({ body: 'Notes, edited.' })
    widget.releaseOf('nightly').asset('widget-nightly.tgz').replace(synthetic(210_000, 31))
    widget.release({ tag: 'v1.2.0', assets: { 'widget-1.2.tgz': synthetic(3_500_000, 32), 'widget-1.2.zip': synthetic(90_000, 33) } })
    gadget.releaseOf('0.2').publish()
    this.github
      .addRepository({ fullName: 'acme/newcomer' })
      .release({ tag: 'v1', assets: { 'newcomer.bin': { content: synthetic(120_000, 34), digest: null } } })
  }

  /** A fresh workspace; with `from` its repository begins as that of another one. */
  place(from?: string): string {
    const workspace = path.join(this.#folder.path, String(this.#places++))
    if (from !== undefined) cpSync(path.join(from, 'repo'), path.join(workspace, 'repo'), { recursive: true })
    return workspace
  }

  async run(workspace: string, inputs: Inputs = {}, options: ActionRunOptions = {}): Promise<ActionRun> {
    const { github } = this
    return await runAction(
      'import-releases',
      { repository: 'repo', repositories: 'acme/*', rolling: 'nightly', 'include-drafts': 'true', token: github.token, ...inputs },
      {
        workspace,
        apiUrl: github.url,
        serverUrl: github.serverUrl,
        secrets: [github.token],
        ...options,
        env: { ...clock, ...options.env },
      },
    )
  }

  /** Everything in the repository of a workspace. Validators are left out: at GitHub, too, each download changes them. */
  treeOf(workspace: string): Record<string, unknown> {
    const repository = path.join(workspace, 'repo')
    if (!existsSync(repository)) return {}
    const isState = (file: string) => file.startsWith('.outtray/imports/') && file.endsWith('.json')
    return Object.fromEntries(
      Object.entries(snapshot(repository)).map(([file, sha256]) => {
        if (!isState(file)) return [file, sha256]
        const { etags: _, ...state } = JSON.parse(readFileSync(path.join(repository, file), 'utf8')) as Record<string, unknown>
        return [file, state]
      }),
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.github[Symbol.asyncDispose]()
    await this.#folder[Symbol.asyncDispose]()
  }
}
