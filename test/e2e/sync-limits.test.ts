import type { ChildProcess } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { library } from '../unit/emulators/central-portal/scene.ts'
import { done, jsonOf, type SyncScene, syncScene } from './sync-scene.ts'

/** A repository with two versions of 16 files and a little more than 0.7 MB each. */
async function twoLargeVersions(): Promise<SyncScene> {
  const scene = await syncScene()
  for (const version of ['1.0', '1.1']) {
    scene.stage({ ...library({ version }), [`org/acme/lib/${version}/lib-${version}-data.bin`]: Buffer.alloc(700_000, version) })
    expect(await scene.publish(version)).toMatchObject({ code: 0 })
  }
  return scene
}

describe('the months’ limits', () => {
  test.each([{ 'max-megabytes-per-month': '1' }, { 'max-files-per-month': '30' }, { 'max-releases-per-month': '1' }])(
    '%j defers what does not fit, and is green',
    async (limit) => {
      await using scene = await twoLargeVersions()
      const run = await scene.sync({ mode: 'resync', from: 'repo', 'wait-for': 'published', ...limit })
      expect(run).toMatchObject({ ...done, outputs: { state: 'published' } })
      expect(jsonOf(run.outputs.synced)).toMatchObject([{ version: '1.0' }])
      expect(jsonOf(run.outputs.deferred)).toMatchObject([
        {
          package: 'lib',
          version: '1.1',
          coordinates: 'org.acme:lib:1.1',
          reason: expect.stringContaining("does not fit into this month's budget"),
        },
      ])
      expect(run.summary).toContain('### Deferred')
      expect(scene.count('/upload')).toBe(1)
    },
  )

  test('count what an earlier run has sent, in bytes as Central stores them', async () => {
    await using scene = await twoLargeVersions()
    const sync = { from: 'repo', package: 'lib', version: '1.0', 'wait-for': 'published' }
    expect(await scene.sync({ ...sync, 'max-megabytes-per-month': '1' })).toMatchObject(done)
    const run = await scene.sync({ mode: 'resync', from: 'repo', 'max-megabytes-per-month': '1' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'deferred' } })
    expect(jsonOf(run.outputs.deferred)).toMatchObject([
      { version: '1.1', reason: expect.stringMatching(/used are 0\.70 of 1 MB, and it has 0\.70$/) },
    ])
    expect(scene.count('/upload')).toBe(1)
  })

  test('do not stop what is counted already: a deployment that is being published is gone on with', async () => {
    await using scene = await twoLargeVersions()
    const sync = { from: 'repo', package: 'lib', version: '1.0' }
    scene.portal.inject({ do: 'hang', method: 'POST', path: '/deployment/[^/]+$', times: 1 })
    let child: ChildProcess | undefined
    scene.portal.onRequest = ({ method, path }) => {
      if (method === 'POST' && /\/deployment\/[^/]+$/.test(path)) child?.kill('SIGKILL')
    }
    await scene.sync(sync, { onStart: (started) => (child = started) })
    scene.portal.onRequest = undefined
    expect(scene.portal.published).toEqual([])
    const run = await scene.sync({ mode: 'resync', from: 'repo', 'wait-for': 'published', 'max-releases-per-month': '1' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'published' } })
    expect(jsonOf(run.outputs.synced)).toMatchObject([{ version: '1.0' }])
    expect(jsonOf(run.outputs.deferred)).toMatchObject([{ version: '1.1', reason: expect.stringContaining('1 of 1 releases') }])
    expect(scene.count('/upload')).toBe(1)
  })

  test('are no limits of sync, which only shows its share', async () => {
    await using scene = await syncScene()
    const run = await scene.sync({ 'max-files-per-month': '4', 'max-megabytes-per-month': '0', 'wait-for': 'published' })
    expect(run).toMatchObject(done)
    expect(run.log).toMatch(/16 files \(400 % of the monthly 4\), 0\.00 MB \(over the limit of 0 MB\)/)
  })
})

describe('max-attempts', () => {
  test('1 uploads once', async () => {
    await using scene = await syncScene()
    scene.portal.inject({ do: 'answer', path: '/upload$', status: 503 })
    const run = await scene.sync({ 'max-attempts': '1' })
    expect(run).toMatchObject({ code: 1, outputs: { state: 'rejected' } })
    expect(scene.count('/upload')).toBe(1)
  })

  test('2 uploads again, ten seconds later', { timeout: 40_000 }, async () => {
    await using scene = await syncScene()
    scene.portal.inject({ do: 'answer', path: '/upload$', status: 503, nth: 1 })
    const run = await scene.sync({ 'max-attempts': '2' })
    expect(run).toMatchObject(done)
    expect(run.log).toContain('trying again in 10 s, attempt 2 of 2')
    const [first, second] = scene.portal.requests.filter(({ path }) => path.endsWith('/upload'))
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(10_000)
  })

  test('0 is a mistake', async () => {
    await using scene = await syncScene()
    const run = await scene.sync({ 'max-attempts': '0' })
    expect(run.errors).toEqual(["input 'max-attempts' must be at least 1"])
    expect(scene.portal.requests).toEqual([])
  })
})
