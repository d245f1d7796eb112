import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../src/model/record-json.ts'
import { type SyncScene, syncScene } from './sync-scene.ts'

const preload = `--require=${path.resolve('test/support/kill-at-write.cjs')}`
const inputs = { from: 'repo', package: 'lib', version: '1.0', 'wait-for': 'published' }
// Every step of a sync writes the same way: the ordinary run shows one write in seventeen, the whole campaign each of them.
const stride = process.env.OUTTRAY_CAMPAIGN === 'whole' ? 0 : 16
const nextRun = { env: { GITHUB_RUN_ID: '4243' } }

/** What a killed run leaves behind must not matter to the next one. */
async function expectOnePublished(scene: SyncScene, at: string): Promise<void> {
  expect(await scene.sync(inputs, nextRun), at).toMatchObject({ code: 0, errors: [] })
  expect(scene.portal.published, at).toHaveLength(1)
  expect(scene.portal.deployments, at).toHaveLength(1)
  const file = path.join(scene.workspace, 'repo/.outtray/packages/lib/versions/1.0.json')
  const { syncs } = parseRecord(readFileSync(file, 'utf8'), file)
  const id = scene.portal.published[0]?.plan.id
  const last = syncs.at(-1)
  // Killed behind the last poll, the record learns from Central itself that all is there.
  expect(['published', 'available'], at).toContain(last?.state)
  expect(last?.deployment, at).toBe(id)
  expect(
    syncs.filter(({ deployment }) => deployment === id),
    at,
  ).toHaveLength(1)
}

/** Starts the Portal so that a deployment can be met in each of its states by the killer. */
async function prepared(): Promise<SyncScene> {
  const scene = await syncScene()
  expect(await scene.publish('1.0')).toMatchObject({ code: 0 })
  return scene
}

describe('killed and run again: exactly one deployment is published, and the record is true', () => {
  test.each(['onRequest', 'onWorkDone'] as const)('at every request, %s', { timeout: 1_800_000 }, async (moment) => {
    for (let at = 1; ; at++) {
      expect(at).toBeLessThan(60)
      await using scene = await prepared()
      let child: ChildProcess | undefined
      let seen = 0
      scene.portal[moment] = () => {
        seen++
        if (seen === at) child?.kill('SIGKILL')
      }
      const onStart = (started: ChildProcess) => {
        child = started
      }
      const run = await scene.sync(inputs, { onStart })
      scene.portal[moment] = undefined
      if (run.code === 0) {
        expect(at).toBeGreaterThan(6)
        return
      }
      await expectOnePublished(scene, `killed at request ${at}`)
    }
  })

  test('at every write into the repository', { timeout: 1_800_000 }, async () => {
    for (let at = 1; ; at++) {
      expect(at).toBeLessThan(400)
      await using scene = await prepared()
      const env = { NODE_OPTIONS: preload, KILL_AT: String(at), KILL_UNDER: `${path.sep}repo` }
      const run = await scene.sync(inputs, { env })
      if (run.code === 0) {
        expect(at).toBeGreaterThan(10)
        return
      }
      await expectOnePublished(scene, `killed before write ${at}`)
      at += stride
    }
  })
})
