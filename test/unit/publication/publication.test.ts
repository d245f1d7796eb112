import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { packageReadme, publishedRecord } from '../../../src/model/repository-layout.ts'
import type { VersionRecord } from '../../../src/model/version-record.ts'
import { publishVersion } from '../../../src/publication/publication.ts'
import { snapshot, temporaryFolder, tree } from '../../support/temporary-folder.ts'
import { TestClock } from '../../support/test-clock.ts'
import { receiveAll, receiveRelease, repositoryIn, request } from './receiving.ts'

const context = { clock: new TestClock(), github: {} }
const inRepository = (workspace: string, file: string) => path.join(workspace, 'repo', file)
const read = (workspace: string, file: string) => readFileSync(inRepository(workspace, file), 'utf8')
const recordOf = (workspace: string, version: string) => JSON.parse(read(workspace, publishedRecord('widget', version))) as VersionRecord

test('what arrived is published by renames only, and its record says where it came from', async () => {
  await using workspace = temporaryFolder()
  const repository = repositoryIn(workspace.path)
  expect(await receiveRelease(repository, { tag: '1.0', assets: { 'widget.zip': 'widget' } })).toBe(6)
  expect(Object.keys(snapshot(path.join(workspace.path, 'repo')))).toEqual([
    '.outtray/packages/widget/README.md',
    '.outtray/packages/widget/package.json',
    '.outtray/packages/widget/versions/1.0.json',
    '.outtray/repository.json',
    'widget/1.0/widget.zip',
  ])
  expect(recordOf(workspace.path, '1.0').origin).toMatchObject({ repository: 'acme/widget', assets: [{ path: 'widget/1.0/widget.zip' }] })
})

test('the same release again receives nothing and writes nothing', async () => {
  await using workspace = temporaryFolder()
  const release = { tag: '1.0', assets: { 'widget.zip': 'widget' } }
  await receiveRelease(repositoryIn(workspace.path), release)
  const before = snapshot(path.join(workspace.path, 'repo'))
  const record = statSync(inRepository(workspace.path, publishedRecord('widget', '1.0')))
  expect(await receiveRelease(repositoryIn(workspace.path), release)).toBe(0)
  expect(snapshot(path.join(workspace.path, 'repo'))).toEqual(before)
  expect(statSync(inRepository(workspace.path, publishedRecord('widget', '1.0'))).ino).toBe(record.ino)
})

test('assets that are added years later are added: an import knows no update window', async () => {
  await using workspace = temporaryFolder()
  await receiveRelease(repositoryIn(workspace.path), { tag: '1.0', assets: { 'widget.zip': 'widget' } })
  const later = { tag: '1.0', assets: { 'widget.zip': 'widget', 'widget.txt': 'about it' }, now: Date.parse('2040-01-01T00:00:00Z') }
  expect(await receiveRelease(repositoryIn(workspace.path), later)).toBe(8)
  const { files, published } = recordOf(workspace.path, '1.0')
  expect(files.map((each) => each.path)).toEqual(['widget/1.0/widget.txt', 'widget/1.0/widget.zip'])
  expect(published.map(({ time }) => time)).toEqual(['2026-09-21T14:13:20Z', '2040-01-01T00:00:00Z'])
})

test('metadata that changed upstream changes the record and the package, and no file', async () => {
  await using workspace = temporaryFolder()
  const release = { tag: '1.0', assets: { 'widget.zip': 'widget' } }
  await receiveRelease(repositoryIn(workspace.path), release)
  const file = statSync(inRepository(workspace.path, 'widget/1.0/widget.zip'))
  const metadata = { name: '1.0', releaseNotes: 'Mended.', prerelease: false }
  const documents = [{ path: packageReadme('widget'), content: '# Other\n' }]
  await receiveRelease(repositoryIn(workspace.path), { ...release, changes: { metadata, documents } })
  expect(recordOf(workspace.path, '1.0')).toMatchObject({ version: metadata, published: [{ target: 'repo' }] })
  expect(read(workspace.path, packageReadme('widget'))).toBe('# Other\n')
  expect(statSync(inRepository(workspace.path, 'widget/1.0/widget.zip'))).toEqual(file)
})

test('bytes that changed are refused, and replaced where they may change', async () => {
  await using workspace = temporaryFolder()
  const nightly = (text: string) => ({ tag: 'nightly', assets: { 'widget.zip': text } })
  await receiveRelease(repositoryIn(workspace.path), nightly('monday'))
  await expect(receiveRelease(repositoryIn(workspace.path), nightly('tuesday'))).rejects.toMatchObject({ code: 'conflict' })
  expect(read(workspace.path, 'widget/nightly/widget.zip')).toBe('monday')
  const replaces = new Set(['widget/nightly/widget.zip'])
  // What was received for the refused attempt is still there.
  expect(await receiveRelease(repositoryIn(workspace.path), { ...nightly('tuesday'), changes: { replaces } })).toBe(0)
  expect(read(workspace.path, 'widget/nightly/widget.zip')).toBe('tuesday')
  expect(recordOf(workspace.path, 'nightly').published).toHaveLength(2)
})

test('a draft is staged with nothing to be seen of it, and published by the run that finds it released', async () => {
  await using workspace = temporaryFolder()
  const release = { tag: '1.0', assets: { 'widget.zip': 'widget' } }
  await receiveRelease(repositoryIn(workspace.path), release, false)
  expect(Object.keys(snapshot(path.join(workspace.path, 'repo')))).toEqual([
    '.outtray/repository.json',
    '.outtray/staged/widget/1.0/files/widget/1.0/widget.zip',
    '.outtray/staged/widget/1.0/record.json',
  ])
  expect(await receiveRelease(repositoryIn(workspace.path), release)).toBe(0)
  expect(read(workspace.path, 'widget/1.0/widget.zip')).toBe('widget')
  expect(recordOf(workspace.path, '1.0').origin?.assets).toHaveLength(1)
})

test('a release without assets is a version without files', async () => {
  await using workspace = temporaryFolder()
  await receiveRelease(repositoryIn(workspace.path), { tag: '1.0', assets: {} })
  expect(recordOf(workspace.path, '1.0')).toMatchObject({ files: [], published: [{ target: 'repo' }] })
})

test('only one of several jobs writes the document of the repository', async () => {
  await using workspace = temporaryFolder()
  const wanted = { package: { name: 'widget' }, metadata: { name: '1.0' }, files: [], signer: undefined }
  const origin = { url: 'https://github.com/acme/widget', host: 'github.com', repository: 'acme/widget', release: 1, assets: [] }
  const repository = repositoryIn(workspace.path)
  await publishVersion(repository, { ...wanted, origin }, { ...request, writesRepositoryDocument: false }, context)
  expect(Object.keys(snapshot(path.join(workspace.path, 'repo')))).not.toContain('.outtray/repository.json')
})

// Every version is written the same way: the ordinary run shows one write in seven, the whole campaign each of them.
const stride = process.env.OUTTRAY_CAMPAIGN === 'whole' ? 1 : 7

test('killed before a write and run again, an import receives nothing twice and leaves the same tree', { timeout: 300_000 }, async () => {
  await using folder = temporaryFolder()
  const space = (label: string) => path.join(tree(folder.path, { [`${label}/received`]: '' }), label)
  const receivedIn = (workspace: string) => path.join(workspace, 'received')
  const sum = (workspace: string) =>
    readFileSync(receivedIn(workspace), 'utf8')
      .split('\n')
      .reduce((total, piece) => total + Number(piece), 0)
  const calm = space('calm')
  await receiveAll(calm, receivedIn(calm))
  const wanted = snapshot(path.join(calm, 'repo'))

  for (let at = 1; ; at += stride) {
    const workspace = space(`at-${at}`)
    const KILL_UNDER = path.join(`at-${at}`, 'repo')
    const env = {
      ...process.env,
      KILL_AT: String(at),
      KILL_UNDER,
      NODE_OPTIONS: `--require=${path.resolve('test/support/kill-at-write.cjs')}`,
    }
    const child = spawn(process.execPath, ['test/unit/publication/receiving.ts', workspace], { stdio: 'inherit', env })
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code === 0) {
      expect(at).toBeGreaterThan(60)
      break
    }
    await receiveAll(workspace, receivedIn(workspace))
    expect(snapshot(path.join(workspace, 'repo')), `after a kill before write ${at}`).toEqual(wanted)
    expect(sum(workspace), `bytes received, with a kill before write ${at}`).toBe(sum(calm))
  }
})
