import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKey } from 'openpgp'
import { beforeAll, describe, expect, test } from 'vitest'
import { wellKnownStandIns } from '../harness/stand-ins.ts'
import { runWorkflow, type WorkflowReport } from '../harness/workflow.ts'
import { GitServer, git } from '../support/git-server.ts'
import { project, projectFile } from '../support/run-action.ts'
import { snapshot, type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { expectGreen } from './workflow-story.ts'

const repository = 'acme/widget'
const passphrase = 'open sesame, please'
let secrets: Record<string, string>

beforeAll(async () => {
  const { privateKey } = await generateKey({
    type: 'ecc',
    curve: 'ed25519Legacy',
    userIDs: [{ name: 'Acme', email: 'release@acme.test' }],
    passphrase,
    format: 'armored',
  })
  secrets = { SIGNING_KEY: privateKey, SIGNING_PASSPHRASE: passphrase }
})

/** A project on a GitHub of our own, whose build writes two files that tell their version. */
class World implements AsyncDisposable {
  readonly #folder: TemporaryFolder = temporaryFolder('examples')
  readonly server = new GitServer(join(this.#folder.path, 'git'))
  readonly pages = join(this.#folder.path, 'pages')
  readonly downloads = join(this.#folder.path, 'downloads')
  readonly bare: string
  #runs = 0

  constructor() {
    mkdirSync(this.server.root)
    const build = '#!/bin/sh\nset -e\nmkdir release\necho "widget $1" > release/widget.txt\nprintf "zip of $1" > release/widget.zip\n'
    this.bare = this.server.create(repository, { 'build.sh': build, 'README.md': 'A widget.\n' }, ['v1.0.0', 'v1.1.0'])
  }

  /** Runs an example for a tag. `artifacts` of an earlier run are not seen. */
  async push(example: string, tag: string): Promise<WorkflowReport> {
    const folder = join(this.#folder.path, `run-${this.#runs++}`)
    const artifacts = join(folder, 'artifacts')
    mkdirSync(artifacts, { recursive: true })
    return runWorkflow({
      workflow: projectFile(`examples/${example}`),
      folder,
      root: project,
      environments: { release: secrets },
      vars: { DOWNLOADS: this.downloads },
      standIns: wellKnownStandIns({ repositories: { [repository]: this.bare }, artifacts, pages: this.pages }),
      run: { repository, ref: `refs/tags/${tag}`, event: { repository: { name: 'widget' } }, serverUrl: this.server.url },
    })
  }

  branch(): string {
    return this.server.checkout(this.bare, 'gh-pages', join(this.#folder.path, `branch-${this.#runs++}`))
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#folder[Symbol.asyncDispose]()
  }
}

/** What says when it was made, and so differs between two runs: signatures and records. */
const ownTimes = (path: string): boolean => path.endsWith('.asc') || path.startsWith('.outtray/')

const withoutMetadata = { except: (path: string) => path.startsWith('.git/') || path.startsWith('.outtray/') }

describe('release-to-directory.yml', () => {
  const example = 'release-to-directory.yml'

  test('two releases stand side by side, and a re-run changes nothing', async () => {
    await using world = new World()
    for (const tag of ['v1.0.0', 'v1.1.0']) expectGreen(await world.push(example, tag))
    const before = snapshot(world.downloads, withoutMetadata)
    const versions = ['1.0.0', '1.1.0'].flatMap((version) => ['widget.txt', 'widget.zip'].map((name) => `widget/${version}/${name}`))
    expect(Object.keys(before)).toEqual(versions.flatMap((path) => [path, `${path}.asc`]))
    expectGreen(await world.push(example, 'v1.0.0'))
    expect(snapshot(world.downloads, withoutMetadata)).toEqual(before)
  })
})

describe('release-to-gh-pages.yml', () => {
  const example = 'release-to-gh-pages.yml'

  test('the first release makes the branch, the second adds to it, a re-run changes nothing', async () => {
    await using world = new World()
    expectGreen(await world.push(example, 'v1.0.0'))
    const first = world.branch()
    expect(Object.keys(snapshot(first, withoutMetadata))).toEqual([
      '.nojekyll',
      'widget/1.0.0/widget.txt',
      'widget/1.0.0/widget.txt.asc',
      'widget/1.0.0/widget.zip',
      'widget/1.0.0/widget.zip.asc',
    ])
    const record = JSON.parse(readFileSync(join(first, '.outtray/packages/widget/versions/1.0.0.json'), 'utf8'))
    expect(record.files.map((file: { path: string }) => file.path)).toEqual(['widget/1.0.0/widget.txt', 'widget/1.0.0/widget.zip'])

    expectGreen(await world.push(example, 'v1.1.0'))
    const second = world.branch()
    expect(readFileSync(join(second, 'widget/1.0.0/widget.txt'), 'utf8')).toBe('widget 1.0.0\n')
    expect(readFileSync(join(second, 'widget/1.1.0/widget.txt'), 'utf8')).toBe('widget 1.1.0\n')
    expect(git(second, 'log', '--format=%s')).toBe('Publish widget 1.1.0\nPublish widget 1.0.0')

    const again = await world.push(example, 'v1.1.0')
    expectGreen(again)
    expect(again.jobs.at(-1)?.steps.at(-2)?.outputs).toMatchObject({ 'uploaded-count': '0', 'unchanged-count': '2', published: 'true' })
    expect(snapshot(world.branch(), withoutMetadata)).toEqual(snapshot(second, withoutMetadata))
  })

  test('somebody else pushes in between: the release lands on top of theirs', async () => {
    await using world = new World()
    expectGreen(await world.push(example, 'v1.0.0'))
    world.server.raceNextPush(world.bare, 'gh-pages', { 'other/2.0.0/other.txt': 'theirs\n' })
    const report = await world.push(example, 'v1.1.0')
    expectGreen(report)
    expect(report.jobs.at(-1)?.steps.at(-1)?.log).toContain('The branch has moved (attempt 1)')
    const branch = world.branch()
    expect(readFileSync(join(branch, 'other/2.0.0/other.txt'), 'utf8')).toBe('theirs\n')
    expect(readFileSync(join(branch, 'widget/1.1.0/widget.txt'), 'utf8')).toBe('widget 1.1.0\n')
    expect(git(branch, 'log', '--format=%s')).toBe('Publish widget 1.1.0\nSomebody else\nPublish widget 1.0.0')
  })

  test('a published file that has other bytes now is refused, and the branch stays as it is', async () => {
    await using world = new World()
    expectGreen(await world.push(example, 'v1.0.0'))
    const before = git(world.bare, 'rev-parse', 'gh-pages')
    const work = `${world.bare}.work`
    git(work, 'checkout', '--quiet', 'v1.0.0')
    git(work, 'mv', 'build.sh', 'old.sh')
    writeFileSync(join(work, 'build.sh'), '#!/bin/sh\nmkdir release && echo other > release/widget.txt\n', { mode: 0o755 })
    git(work, 'add', '--all')
    git(work, 'commit', '--quiet', '--message', 'Moved')
    git(work, 'push', '--quiet', '--force', 'origin', 'HEAD:refs/tags/v1.0.0')
    const report = await world.push(example, 'v1.0.0')
    expect(report.conclusion).toBe('failure')
    const messages = report.jobs.flatMap((job) => job.steps.flatMap((step) => step.annotations.map((annotation) => annotation.message)))
    expect(messages.join('\n')).toContain('widget/1.0.0/widget.txt')
    expect(git(world.bare, 'rev-parse', 'gh-pages')).toBe(before)
  })
})

describe('release-to-pages-artifact.yml', () => {
  const example = 'release-to-pages-artifact.yml'

  test('the site holds files, signatures, checksums and the record; a re-run gives the same files', async () => {
    await using world = new World()
    const report = await world.push(example, 'v1.0.0')
    expectGreen(report)
    const shown = Object.keys(snapshot(world.pages))
    for (const name of ['widget.txt', 'widget.zip']) {
      for (const suffix of ['', '.asc', '.sha256']) expect(shown).toContain(`widget/1.0.0/${name}${suffix}`)
    }
    expect(shown).toContain('.outtray/packages/widget/versions/1.0.0.json')
    const publish = report.jobs.find((job) => job.id === 'publish')?.steps.find((step) => step.name === 'Publish')
    expect(JSON.parse(publish?.outputs.urls ?? '[]')).toEqual([
      'https://acme.github.io/widget/widget/1.0.0/widget.txt',
      'https://acme.github.io/widget/widget/1.0.0/widget.zip',
    ])
    const first = snapshot(world.pages, { except: ownTimes })
    expectGreen(await world.push(example, 'v1.0.0'))
    expect(snapshot(world.pages, { except: ownTimes })).toEqual(first)
  })

  test('the key leaves the machine in no form, and the site has no copy of the public key that nobody asked for', async () => {
    await using world = new World()
    const report = await world.push(example, 'v1.0.0')
    expectGreen(report)
    expect(report.leaked).toEqual([])
    expect(existsSync(join(world.pages, 'public-key.asc'))).toBe(false)
  })
})
