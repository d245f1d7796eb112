import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { wellKnownStandIns } from '../../harness/stand-ins.ts'
import { GitServer, git } from '../../support/git-server.ts'
import { snapshot, type TemporaryFolder, temporaryFolder, tree } from '../../support/temporary-folder.ts'

/** Calls a stand-in with a folder as the machine's workspace. */
async function call(folder: TemporaryFolder, action: string, inputs: Record<string, string>, repositories: Record<string, string> = {}) {
  const workspace = join(folder.path, 'work')
  for (const path of [workspace, join(folder.path, 'artifacts')]) mkdirSync(path, { recursive: true })
  const standIn = wellKnownStandIns({ repositories, artifacts: join(folder.path, 'artifacts'), pages: join(folder.path, 'pages') })[action]
  if (standIn === undefined) throw new Error(`nothing stands in for ${action}`)
  const github = { repository: 'acme/widget', workspace, token: 't', ref: 'refs/tags/v1' }
  return standIn({ inputs, workspace, github, log: () => {} })
}

const files = (folder: TemporaryFolder, path: string): string[] => Object.keys(snapshot(join(folder.path, path)))

describe('upload-artifact and download-artifact', () => {
  test.each([
    ['a folder', 'out', ['a.txt', 'sub/b.txt']],
    ['a folder with a slash', 'out/', ['a.txt', 'sub/b.txt']],
    ['a pattern', 'out/**/*.txt', ['a.txt', 'sub/b.txt']],
    ['one file', 'out/sub/b.txt', ['b.txt']],
    ['a pattern and an exclusion', 'out/**\n!out/sub/**', ['a.txt']],
    ['several folders', 'out\nmore', ['more/c.txt', 'out/a.txt', 'out/sub/b.txt']],
  ])('%s', async (_, path, expected) => {
    await using folder = temporaryFolder()
    tree(join(folder.path, 'work'), { 'out/a.txt': '', 'out/sub/b.txt': '', 'out/.hidden': '', 'more/c.txt': '' })
    await call(folder, 'actions/upload-artifact', { name: 'x', path })
    expect(files(folder, 'artifacts/x')).toEqual(expected)
    await call(folder, 'actions/download-artifact', { name: 'x', path: 'got' })
    expect(files(folder, 'work/got')).toEqual(expected)
  })

  test('hidden files only when asked for, a name only once, and nothing found can be an error', async () => {
    await using folder = temporaryFolder()
    tree(join(folder.path, 'work'), { 'out/.hidden': '', 'out/a': '' })
    await call(folder, 'actions/upload-artifact', { name: 'x', path: 'out', 'include-hidden-files': 'true' })
    expect(files(folder, 'artifacts/x')).toEqual(['.hidden', 'a'])
    await expect(call(folder, 'actions/upload-artifact', { name: 'x', path: 'out' })).rejects.toThrow("name 'x' already exists")
    await expect(call(folder, 'actions/upload-artifact', { name: 'y', path: 'none', 'if-no-files-found': 'error' })).rejects.toThrow(
      'No files',
    )
    await expect(call(folder, 'actions/download-artifact', { name: 'z' })).rejects.toThrow('not found for name: z')
  })

  test('several artifacts by pattern, apart or merged', async () => {
    await using folder = temporaryFolder()
    tree(join(folder.path, 'work'), { 'a/1': '', 'b/2': '' })
    for (const name of ['a', 'b']) await call(folder, 'actions/upload-artifact', { name: `part-${name}`, path: name })
    await call(folder, 'actions/download-artifact', { pattern: 'part-*', path: 'apart' })
    await call(folder, 'actions/download-artifact', { pattern: 'part-*', path: 'merged', 'merge-multiple': 'true' })
    expect([files(folder, 'work/apart'), files(folder, 'work/merged')]).toEqual([
      ['part-a/1', 'part-b/2'],
      ['1', '2'],
    ])
  })
})

describe('upload-pages-artifact and deploy-pages', () => {
  test('leave out hidden files unless asked, and .git always', async () => {
    await using folder = temporaryFolder()
    tree(join(folder.path, 'work/site'), { 'index.html': '', '.outtray/a': '', '.git/config': '' })
    await call(folder, 'actions/upload-pages-artifact', { path: 'site', 'include-hidden-files': 'true' })
    await call(folder, 'actions/upload-pages-artifact', { path: 'site', name: 'plain' })
    expect([files(folder, 'artifacts/github-pages'), files(folder, 'artifacts/plain')]).toEqual([
      ['.outtray/a', 'index.html'],
      ['index.html'],
    ])
    expect(await call(folder, 'actions/deploy-pages', {})).toEqual({ page_url: 'https://acme.github.io/widget/' })
    expect(files(folder, 'pages')).toEqual(['.outtray/a', 'index.html'])
  })
})

describe('checkout', () => {
  test('takes the tag of the run, detached and shallow, or another branch into a folder', async () => {
    await using folder = temporaryFolder()
    mkdirSync(join(folder.path, 'git'))
    const server = new GitServer(join(folder.path, 'git'))
    const bare = server.create('acme/widget', { file: 'x' }, ['v1'])
    const repositories = { 'acme/widget': bare }
    const outputs = await call(folder, 'actions/checkout', { 'persist-credentials': 'false' }, repositories)
    await call(folder, 'actions/checkout', { 'persist-credentials': 'false', ref: 'main', path: 'other' }, repositories)
    const work = join(folder.path, 'work')
    expect(outputs?.commit).toBe(git(bare, 'rev-parse', 'v1'))
    expect(git(work, 'rev-parse', '--is-shallow-repository', '--abbrev-ref', 'HEAD')).toBe('true\nHEAD')
    expect(git(join(work, 'other'), 'rev-parse', '--abbrev-ref', 'HEAD')).toBe('main')
  })

  test('refuses to keep credentials, and a repository that is not there', async () => {
    await using folder = temporaryFolder()
    await expect(call(folder, 'actions/checkout', { 'persist-credentials': 'false' })).rejects.toThrow("'acme/widget' is not known here")
    await expect(call(folder, 'actions/checkout', {}, { 'acme/widget': '/nowhere' })).rejects.toThrow('persist-credentials: false')
  })
})
