import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GitHubEmulator } from '../emulators/github/server.ts'
import { wellKnownStandIns } from '../harness/stand-ins.ts'
import { runWorkflow, type WorkflowReport } from '../harness/workflow.ts'
import { GitServer, git } from '../support/git-server.ts'
import { project, projectFile } from '../support/run-action.ts'
import { snapshot, type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { expectGreen, story } from './workflow-story.ts'

const repository = 'acme/downloads'

/** A repository for downloads, on a GitHub of our own whose other repositories have releases. */
class World implements AsyncDisposable {
  readonly #folder: TemporaryFolder = temporaryFolder('import-examples')
  readonly #server = new GitServer(join(this.#folder.path, 'git'))
  readonly github: GitHubEmulator
  readonly bare: string
  #runs = 0

  private constructor(github: GitHubEmulator) {
    this.github = github
    mkdirSync(this.#server.root)
    this.bare = this.#server.create(repository, { 'README.md': 'Downloads.\n' }, [])
    github.addRepository({ fullName: repository })
  }

  static async create(): Promise<World> {
    return new World(await GitHubEmulator.start())
  }

  async run(example: string): Promise<WorkflowReport> {
    const folder = join(this.#folder.path, `run-${this.#runs++}`)
    const artifacts = join(folder, 'artifacts')
    mkdirSync(artifacts, { recursive: true })
    return runWorkflow({
      workflow: projectFile(`examples/${example}`),
      folder,
      root: project,
      standIns: wellKnownStandIns({ repositories: { [repository]: this.bare }, artifacts, pages: join(folder, 'pages') }),
      run: {
        repository,
        event: { repository: { name: 'downloads' } },
        serverUrl: this.#server.url,
        apiUrl: this.github.url,
        token: this.github.addToken(),
      },
    })
  }

  /** What is on the branch, without git's and our own. */
  visible(): string[] {
    const folder = this.checkout()
    return Object.keys(snapshot(folder, { except: (path) => path === '.git' || path === '.outtray' }))
  }

  checkout(): string {
    return this.#server.checkout(this.bare, 'gh-pages', join(this.#folder.path, `branch-${this.#runs++}`))
  }

  log(): string[] {
    return git(this.bare, 'log', '--format=%s', 'gh-pages').split('\n')
  }

  race(files: Record<string, string>): void {
    this.#server.raceNextPush(this.bare, 'gh-pages', files)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.github[Symbol.asyncDispose]()
    await this.#folder[Symbol.asyncDispose]()
    if (this.github.breakdowns.length > 0) throw new Error(this.github.breakdowns.join('\n'))
  }
}

describe('import-releases.yml', () => {
  const example = 'import-releases.yml'

  test('brings to the branch what is new, night by night, and a night with nothing new makes no commit', async () => {
    await using world = await World.create()
    const { github } = world
    const widget = github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1.0', assets: { 'widget.tgz': 'one' } })
    expectGreen(await world.run(example))
    expect(world.visible()).toEqual(['.nojekyll', 'widget/1.0/widget.tgz'])
    expect(existsSync(join(world.checkout(), '.outtray/packages/widget/versions/1.0.json'))).toBe(true)
    const nothing = await world.run(example)
    expectGreen(nothing)
    expect(story(nothing)).toContain('Nothing new to push.')
    expect(world.log()).toEqual(['Import releases'])
    widget.release({ tag: 'v1.1', assets: { 'widget.tgz': 'two' } })
    github.addRepository({ fullName: 'acme/gadget' }).release({ tag: 'nightly', assets: { 'g.bin': 'monday' } })
    expectGreen(await world.run(example))
    github.repository('acme/gadget').releaseOf('nightly').asset('g.bin').replace('tuesday')
    expectGreen(await world.run(example))
    expect(readFileSync(join(world.checkout(), 'gadget/nightly/g.bin'), 'utf8')).toBe('tuesday')
    expect(world.log()).toHaveLength(3)
  })

  test('saves what was imported when something else failed, on top of what somebody else pushed', async () => {
    await using world = await World.create()
    const { github } = world
    const widget = github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1.0', assets: { 'widget.tgz': 'one' } })
    expectGreen(await world.run(example))
    widget.releaseOf('v1.0').asset('widget.tgz').replace('swapped')
    widget.release({ tag: 'v1.1', assets: { 'widget.tgz': 'two' } })
    world.race({ 'other.txt': 'theirs\n' })
    const report = await world.run(example)
    expect(report.conclusion).toBe('failure')
    expect(story(report)).toContain("'widget.tgz' changed after it was imported")
    expect(world.visible()).toEqual(['.nojekyll', 'other.txt', 'widget/1.0/widget.tgz', 'widget/1.1/widget.tgz'])
    expect(readFileSync(join(world.checkout(), 'widget/1.0/widget.tgz'), 'utf8')).toBe('one')
  })
})

describe('import-shards.yml', () => {
  const example = 'import-shards.yml'

  test('imports in as many jobs as there are packages, puts it all together, and has nothing to do the second time', async () => {
    await using world = await World.create()
    const { github } = world
    for (let i = 0; i < 4; i++) {
      const made = github.addRepository({ fullName: `acme/r${i}` })
      for (const tag of ['v1', 'v2']) made.release({ tag, assets: { 'a.bin': `${i} ${tag}` } })
    }
    const report = await world.run(example)
    expectGreen(report)
    expect(report.jobs.map(({ id }) => id)).toEqual(['plan', 'import', 'import', 'import', 'import', 'push'])
    const paths = [0, 1, 2, 3].flatMap((i) => [`r${i}/1/a.bin`, `r${i}/2/a.bin`])
    expect(world.visible()).toEqual(['.nojekyll', ...paths])
    const again = await world.run(example)
    expectGreen(again)
    expect(again.jobs.map(({ id }) => id)).toEqual(['plan'])
    // What one job imports afterwards finds everything there.
    const nightly = await world.run('import-releases.yml')
    expectGreen(nightly)
    expect(story(nightly)).toContain('Nothing new to push.')
  })

  test('keeps what the other jobs imported when one is red', async () => {
    await using world = await World.create()
    const { github } = world
    github.addRepository({ fullName: 'acme/good' }).release({ tag: 'v1', assets: { 'a.bin': 'good' } })
    github
      .addRepository({ fullName: 'acme/bad' })
      .release({ tag: 'v1', assets: { 'a.bin': { content: 'evil', digest: `sha256:${'0'.repeat(64)}` } } })
    const report = await world.run(example)
    expect(report.conclusion).toBe('failure')
    expect(report.jobs.at(-1)).toMatchObject({ id: 'push', conclusion: 'success' })
    expect(world.visible()).toEqual(['.nojekyll', 'good/1/a.bin'])
  })
})
