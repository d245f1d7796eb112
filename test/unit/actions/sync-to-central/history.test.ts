import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { lastSynced, noteAllAvailable, SyncHistory } from '../../../../src/actions/sync-to-central/history.ts'
import { recordInFile } from '../../../../src/actions/sync-to-central/kept-record.ts'
import { parseRecord, serializeRecord } from '../../../../src/model/record-json.ts'
import { recordSchema, type Sync, type VersionRecord } from '../../../../src/model/version-record.ts'
import { openRepository } from '../../../../src/repositories/kinds.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { TestClock } from '../../../support/test-clock.ts'

const target = 'https://portal.example'
const facts = { files: 16, bytes: 1000 }
const started = '2026-11-21T12:00:00Z'

async function noted(
  steps: (history: SyncHistory, clock: TestClock) => Promise<void>,
  syncs: readonly Sync[] = [],
): Promise<readonly Sync[]> {
  await using folder = temporaryFolder()
  const file = join(folder.path, 'record.json')
  const record: VersionRecord = { schema: recordSchema, package: {}, version: {}, files: [], published: [], syncs }
  const clock = new TestClock()
  await steps(new SyncHistory([recordInFile({ file, shownAs: file }, record)], target, clock), clock)
  return parseRecord(readFileSync(file, 'utf8'), file).syncs
}

test('a deployment has one entry, from the upload to the end', async () => {
  const syncs = await noted(async (history, clock) => {
    await history.note({ state: 'uploading' }, { facts })
    await history.note({ state: 'pending', deployment: 'd' }, { facts })
    clock.pass(60_000)
    await history.note({ state: 'published', deployment: 'd' }, { facts })
  })
  expect(syncs).toEqual([{ target, deployment: 'd', state: 'published', started, finished: '2026-11-21T12:01:00Z', ...facts }])
})

test('what a killed run left is taken up, not repeated', async () => {
  const left = [{ target, state: 'uploading', started: '2026-11-20T12:00:00Z' }]
  const syncs = await noted((history) => history.note({ state: 'validated', deployment: 'd' }), left)
  expect(syncs).toEqual([{ target, deployment: 'd', state: 'validated', started: '2026-11-20T12:00:00Z' }])
})

test('a deployment keeps the facts of its own bundle when a run that would send less goes on with it', async () => {
  const sent = { target, deployment: 'd', state: 'publishing', started, ...facts }
  const syncs = await noted((history) => history.note({ state: 'published', deployment: 'd' }, { facts: { files: 4, bytes: 10 } }), [sent])
  expect(syncs).toMatchObject([facts])
})

test('a second deployment has an entry of its own, and the errors of the first stay with it', async () => {
  const syncs = await noted(async (history) => {
    await history.note({ state: 'failed', deployment: 'd', errors: ['no'] })
    await history.note({ state: 'uploading' })
    await history.note({ state: 'pending', deployment: 'e' })
  })
  expect(syncs).toMatchObject([
    { deployment: 'd', state: 'failed', errors: ['no'] },
    { deployment: 'e', state: 'pending' },
  ])
  expect(syncs[1]).not.toHaveProperty('errors')
})

test('what is seen on Central ends the deployment that brought it, at the time at which it was published', async () => {
  const sent = { target, deployment: 'd', state: 'published', started: '2026-11-20T12:00:00Z', finished: '2026-11-20T12:05:00Z' }
  const syncs = await noted((history) => history.noteAvailable(), [sent])
  expect(syncs).toEqual([{ ...sent, state: 'available' }])
  expect(lastSynced(syncs)).toBe('2026-11-20T12:05:00Z')
})

describe("a record of this job's own", () => {
  const record: VersionRecord = { schema: recordSchema, package: {}, version: {}, files: [], published: [], syncs: [] }

  test('has a name once it is written', async () => {
    await using folder = temporaryFolder()
    const history = new SyncHistory(
      [recordInFile({ file: join(folder.path, 'r.json'), shownAs: 'r.json' }, record)],
      target,
      new TestClock(),
    )
    expect(history.shownAs).toBeUndefined()
    await history.note({ state: 'uploading' })
    expect(history.shownAs).toBe('r.json')
  })

  test('that cannot be written is a foreseen failure, which says where and what to do', async () => {
    await using folder = temporaryFolder()
    writeFileSync(join(folder.path, 'temp'), 'no folder')
    const kept = recordInFile({ file: join(folder.path, 'temp/r.json'), shownAs: 'temp/r.json' }, record)
    await expect(new SyncHistory([kept], target, new TestClock()).note({ state: 'uploading' })).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringContaining('the record temp/r.json could not be written'),
      hint: expect.stringContaining('RUNNER_TEMP'),
    })
  })
})

describe('many versions that are on Central', () => {
  async function repositoryOf(records: Readonly<Record<string, readonly Sync[]>>) {
    const folder = temporaryFolder()
    const repository = openRepository('repo', { workspace: folder.path, patience: 1000, onWait: () => {} })
    const versions = Object.entries(records).map(([document, syncs]) => {
      const record: VersionRecord = { schema: recordSchema, package: {}, version: {}, files: [], published: [], syncs }
      return { document, record, content: serializeRecord(record) }
    })
    const documents = versions.map(({ document, content }) => ({ path: document, content }))
    await repository.exclusively(() => repository.apply({ uploads: [], moves: [], documents, removals: [] }))
    const syncsOf = (document: string) => parseRecord(readFileSync(join(folder.path, 'repo', document), 'utf8'), document).syncs
    return { repository, versions, syncsOf, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() }
  }
  const moment = { target, now: started }
  const sent = { target, deployment: 'd', state: 'publishing', started: '2026-11-20T12:00:00Z' }

  test('are noted in one change, each with the deployment that brought it here', async () => {
    const elsewhere = { ...sent, target: 'https://other.example', deployment: 'x' }
    await using scene = await repositoryOf({ 'a.json': [], 'b.json': [sent], 'c.json': [elsewhere] })
    const { repository, versions, syncsOf } = scene
    const change = vi.spyOn(repository, 'apply')
    await noteAllAvailable(repository, versions, moment)
    const seen = { target, state: 'available', started, finished: started }
    expect(syncsOf('a.json')).toEqual([seen])
    expect(syncsOf('b.json')).toEqual([{ ...sent, state: 'available', finished: started }])
    expect(syncsOf('c.json')).toEqual([elsewhere, seen])
    expect(change).toHaveBeenCalledTimes(1)
  })

  test('are left alone where a record has seen it', async () => {
    const seen = { ...sent, state: 'available', finished: '2026-11-20T12:00:00Z' }
    await using scene = await repositoryOf({ 'a.json': [seen] })
    await noteAllAvailable(scene.repository, scene.versions, moment)
    expect(scene.syncsOf('a.json')).toEqual([seen])
  })

  test('stay as they were, all of them, when one is gone', async () => {
    await using scene = await repositoryOf({ 'a.json': [], 'b.json': [] })
    const [first] = scene.versions
    const gone = { document: 'gone.json', record: first?.record ?? expect.fail() }
    await expect(noteAllAvailable(scene.repository, [...scene.versions, gone], moment)).rejects.toThrow('is gone')
    expect(scene.syncsOf('a.json')).toEqual([])
  })
})

test.each(['publishing', 'published', 'available'])(
  'what is available stays so, since the same day, when it is found %s again',
  async (state) => {
    const seen = { target, deployment: 'd', state: 'available', started: '2026-11-20T12:00:00Z', finished: '2026-11-20T12:05:00Z' }
    expect(await noted((history) => history.note({ state, deployment: 'd' }, { ended: true }), [seen])).toEqual([seen])
  },
)

test('what was to be published, and was not, is validated again', async () => {
  const asked = { target, deployment: 'd', state: 'publishing', started }
  const syncs = await noted((history) => history.note({ state: 'validated', deployment: 'd', errors: ['no'] }), [asked])
  expect(syncs).toEqual([{ ...asked, state: 'validated', errors: ['no'] }])
})

test('deployments of other Portals are none of ours', async () => {
  const elsewhere = { target: 'https://other.example', deployment: 'x', state: 'validated', started }
  const known: string[] = []
  await noted(
    async (history) => {
      known.push(...history.known)
      await history.note({ state: 'uploading' })
    },
    [elsewhere, { ...elsewhere, target, deployment: 'a' }, { ...elsewhere, target, deployment: 'b' }],
  )
  expect(known).toEqual(['b', 'a'])
})

test('only what went to Central counts as synced', () => {
  expect(lastSynced([{ target, deployment: 'd', state: 'failed', started }])).toBeUndefined()
  expect(lastSynced([{ target, deployment: 'd', state: 'publishing', started }])).toBe(started)
})
