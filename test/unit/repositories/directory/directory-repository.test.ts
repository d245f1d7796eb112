import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { commit, recover, transactionFolder } from '../../../../src/repositories/directory/journal.ts'
import { DryRunRepository } from '../../../../src/repositories/dry-run.ts'
import { openRepository } from '../../../../src/repositories/kinds.ts'
import type { Change } from '../../../../src/repositories/repository.ts'
import { snapshot, temporaryFolder, tree } from '../../../support/temporary-folder.ts'

const nothing: Change = { uploads: [], moves: [], documents: [], removals: [] }
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function scene(workspace: string) {
  const repository = openRepository('repo', { workspace, patience: 1000, onWait: () => {} })
  const upload = (at: string, text: string) => {
    const from = path.join(tree(workspace, { [`in/${sha256(at)}`]: text }), `in/${sha256(at)}`)
    return { path: at, from, size: Buffer.byteLength(text), sha256: sha256(text) }
  }
  const apply = (change: Partial<Change>) => repository.exclusively(() => repository.apply({ ...nothing, ...change }))
  return { repository, upload, apply, root: path.join(workspace, 'repo') }
}

test('files, documents, moves and removals come about together, and nothing else is left', async () => {
  await using workspace = temporaryFolder()
  const { upload, apply, root } = scene(workspace.path)
  await apply({
    uploads: [upload('a/1/x', 'X'), upload('.outtray/staged/a/2/files/a/2/y', 'Y')],
    documents: [{ path: 'a/1/x.asc', content: 'S' }],
  })
  expect(statSync(path.join(root, '.outtray/staged')).mode & 0o777).toBe(0o700)
  await apply({ moves: [{ from: '.outtray/staged/a/2/files/a/2/y', to: 'a/2/y' }], removals: ['a/1/x.asc'] })
  expect(snapshot(root)).toEqual({ '.outtray/staged': 'folder', 'a/1/x': sha256('X'), 'a/2/y': sha256('Y') })
  expect(statSync(path.join(root, 'a/2/y')).mode & 0o444).toBe(0o444)
})

test('a source that is not what it was is refused, and nothing of the change is seen', async () => {
  await using workspace = temporaryFolder()
  const { upload, apply, root } = scene(workspace.path)
  const good = upload('v/good', 'good')
  const bad = { ...upload('v/bad', 'bad!'), sha256: sha256('what it was') }
  await expect(apply({ uploads: [good, bad] })).rejects.toThrow()
  expect(existsSync(path.join(root, 'v'))).toBe(false)
  await apply({ uploads: [good] })
  expect(readFileSync(path.join(root, 'v/good'), 'utf8')).toBe('good')
})

test('links inside the repository are never followed', async () => {
  await using workspace = temporaryFolder()
  const { repository, upload, apply, root } = scene(workspace.path)
  mkdirSync(path.join(workspace.path, 'outside'))
  mkdirSync(root)
  symlinkSync('../outside', path.join(root, 'link'))
  await expect(apply({ uploads: [upload('link/x', 'x')] })).rejects.toMatchObject({ code: 'conflict' })
  expect([...(await repository.inspect(['link/x', 'link', 'none/x'])).entries()]).toEqual([
    ['link/x', { kind: 'obstacle', reason: "'link' is a symbolic link" }],
    ['link', { kind: 'obstacle', reason: "'link' is a symbolic link" }],
  ])
  expect(snapshot(path.join(workspace.path, 'outside'))).toEqual({})
})

test('no path leads out of the repository, whatever is asked', async () => {
  await using workspace = temporaryFolder()
  const { repository, upload, apply, root } = scene(workspace.path)
  tree(workspace.path, { 'priv/a': 'secret', 'repo/x': 'x' })
  const before = snapshot(workspace.path)
  const inside = upload('x', 'y')
  for (const out of ['../priv/a', 'w/../../priv/a', path.join(workspace.path, 'priv/a'), './x', 'w//x', 'a\0b']) {
    for (const asked of [
      () => repository.read(out),
      () => repository.list(out),
      () => repository.inspect([out]),
      () => repository.localFile(out),
      () => apply({ uploads: [{ ...inside, path: out }] }),
      () => apply({ moves: [{ from: 'x', to: out }] }),
      () => apply({ moves: [{ from: out, to: 'y' }] }),
      () => apply({ documents: [{ path: out, content: '' }] }),
      () => apply({ removals: [out] }),
    ]) {
      await expect(asked(), `${out} ${asked}`).rejects.toMatchObject({ code: 'rejected' })
    }
  }
  expect(snapshot(root)).toEqual({ x: sha256('x') })
  expect(snapshot(workspace.path)).toMatchObject(before)
})

test('a metadata folder that is a link is refused before the lock is taken', async () => {
  await using workspace = temporaryFolder()
  const { apply, root } = scene(workspace.path)
  mkdirSync(path.join(workspace.path, 'outside'))
  mkdirSync(root)
  symlinkSync('../outside', path.join(root, '.outtray'))
  await expect(apply({ documents: [{ path: 'x', content: 'x' }] })).rejects.toMatchObject({ code: 'conflict' })
  expect(snapshot(path.join(workspace.path, 'outside'))).toEqual({})
})

test('a change that was written down is completed by the next publisher, wherever it stopped', async () => {
  await using workspace = temporaryFolder()
  const { apply, root } = scene(workspace.path)
  tree(root, {
    [`${transactionFolder}/tree/new/a`]: 'A',
    [`${transactionFolder}/tree/new/b`]: 'B',
    [`${transactionFolder}/tree/old/c`]: 'C',
    'old/c': 'old',
    'old/d': 'D',
  })
  const steps = [
    { rename: `${transactionFolder}/tree/new`, to: 'new' },
    { rename: `${transactionFolder}/tree/old/c`, to: 'old/c' },
    { remove: 'old/d' },
  ]
  writeFileSync(path.join(root, `${transactionFolder}/journal.json`), JSON.stringify(steps))
  // As if it had been killed after the first step.
  tree(root, { 'new/a': 'A', 'new/b': 'B' })
  const { rmSync } = await import('node:fs')
  rmSync(path.join(root, `${transactionFolder}/tree/new`), { recursive: true })
  await apply({})
  expect(snapshot(root)).toEqual({ 'new/a': sha256('A'), 'new/b': sha256('B'), 'old/c': sha256('C') })
})

test('recovering completes what was written down, and touches nothing where nothing was', async () => {
  await using workspace = temporaryFolder()
  const { repository, root } = scene(workspace.path)
  await repository.recover()
  expect(existsSync(root)).toBe(false)
  const journal = JSON.stringify([{ rename: `${transactionFolder}/new-0`, to: 'a' }])
  tree(root, { [`${transactionFolder}/new-0`]: 'A', [`${transactionFolder}/journal.json`]: journal })
  await new DryRunRepository(repository).recover()
  expect(existsSync(path.join(root, 'a'))).toBe(false)
  await repository.recover()
  expect(snapshot(root)).toEqual({ a: sha256('A') })
})

test('recovering breaks the lock of a publisher who died when all was done', async () => {
  await using workspace = temporaryFolder()
  const { repository, root } = scene(workspace.path)
  tree(root, { a: 'A', '.outtray/lock/another-host~1~1~dead': '' })
  utimesSync(path.join(root, '.outtray/lock/another-host~1~1~dead'), 1, 1)
  await repository.recover()
  expect(snapshot(root)).toEqual({ a: sha256('A') })
})

test('a change that was not written down yet is cleared away', async () => {
  await using workspace = temporaryFolder()
  const { apply, root } = scene(workspace.path)
  tree(root, { [`${transactionFolder}/tree/new/a`]: 'A', [`${transactionFolder}/journal.json.new`]: '[' })
  await apply({})
  expect(existsSync(path.join(root, '.outtray'))).toBe(false)
})

test('a folder that somebody else made meanwhile is filled file by file', async () => {
  await using workspace = temporaryFolder()
  const root = tree(workspace.path, { [`${transactionFolder}/tree/new/deep/a`]: 'A', 'new/deep/b': 'B' })
  await commit(root, [{ rename: `${transactionFolder}/tree/new`, to: 'new' }])
  expect(snapshot(root)).toEqual({ 'new/deep/a': sha256('A'), 'new/deep/b': sha256('B'), '.outtray': 'folder' })
})

test('completing twice is the same as completing once', async () => {
  await using workspace = temporaryFolder()
  const root = tree(workspace.path, { [`${transactionFolder}/tree/a`]: 'A' })
  const journal = JSON.stringify([{ rename: `${transactionFolder}/tree/a`, to: 'a' }])
  writeFileSync(path.join(root, `${transactionFolder}/journal.json`), journal)
  await recover(root)
  tree(root, { [`${transactionFolder}/journal.json`]: journal })
  await recover(root)
  expect(snapshot(root)).toEqual({ a: sha256('A'), '.outtray': 'folder' })
})

test('a dry run reads and does nothing', async () => {
  await using workspace = temporaryFolder()
  const { repository, upload } = scene(workspace.path)
  const dry = new DryRunRepository(repository)
  await dry.exclusively(() => dry.apply({ ...nothing, uploads: [upload('a', 'A')] }))
  expect(existsSync(path.join(workspace.path, 'repo'))).toBe(false)
})

test.each([
  ['repo', 'repo'],
  ['./deep/repo', 'deep/repo'],
  ['file:deep/repo', 'deep/repo'],
  ['/elsewhere/repo', '/elsewhere/repo'],
  ['file:///elsewhere/re%20po', '/elsewhere/re po'],
  ['../beside', path.resolve('/w/beside')],
])('the repository %j is shown as %j', (target, shown) => {
  expect(openRepository(target, { workspace: '/w/space', patience: 0, onWait: () => {} }).locate('')).toBe(shown)
})

test('a scheme for which there is no kind of repository is named', () => {
  expect(() => openRepository('s3://bucket/prefix', { workspace: '/w', patience: 0, onWait: () => {} })).toThrow(/'s3:'/)
})
