import type { ChildProcess } from 'node:child_process'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ActionRunOptions } from '../support/run-action.ts'
import { library } from '../unit/emulators/central-portal/scene.ts'
import { jsonOf, type SyncScene, syncScene } from './sync-scene.ts'

/** Cancels a run as GitHub's runner would, once it says something, or shortly after the work of a request is done; tells how long it lived on. */
function cancelling(scene: SyncScene, when: { readonly log: string } | { readonly request: RegExp }) {
  let child: ChildProcess | undefined
  let cancelled: number | undefined
  const cancel = () => {
    if (cancelled !== undefined) return
    cancelled = performance.now()
    child?.kill('SIGINT')
    setTimeout(() => child?.kill('SIGKILL'), 10_000).unref()
  }
  scene.portal.onWorkDone = ({ path }) => {
    if ('request' in when && when.request.test(path)) setTimeout(cancel, 200)
  }
  const options: ActionRunOptions = {
    onStart: (started) => {
      child = started
    },
    onLog: (log) => {
      if ('log' in when && log.includes(when.log)) cancel()
    },
  }
  return { options, lived: () => performance.now() - (cancelled ?? Number.NaN) }
}

const red = { code: 1, errors: ['the run was cancelled'], leaked: [] }

describe('a cancelled run', () => {
  test('takes its deployment back, and says so', async () => {
    await using scene = await syncScene({ validationMs: 2_000 })
    const { options } = cancelling(scene, { request: /\/status$/ })
    const run = await scene.sync({}, options)
    expect(run).toMatchObject({ ...red, outputs: { state: 'dropped' } })
    expect(run.outputs['deployment-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(jsonOf(run.outputs.missing)).toMatchObject([{ coordinates: 'org.acme:lib:1.0' }])
    expect(run.summary).toContain('the run was cancelled')
    expect(scene.portal.deployments).toEqual([])
  })

  test('only stops waiting once it has asked to publish', async () => {
    await using scene = await syncScene({ publishingMs: 600_000 })
    const { options, lived } = cancelling(scene, { log: 'is PUBLISHING' })
    const run = await scene.sync({ 'wait-for': 'published' }, options)
    expect(run).toMatchObject({ ...red, outputs: { state: 'publishing' } })
    expect(lived()).toBeLessThan(2_000)
    expect(scene.portal.deployments).toHaveLength(1)
  })

  test('whose deployment is published already says that it is', async () => {
    await using scene = await syncScene({ propagationMs: 600_000 })
    const { options } = cancelling(scene, { log: 'is PUBLISHED' })
    const run = await scene.sync({ 'wait-for': 'available' }, options)
    expect(run).toMatchObject({ ...red, outputs: { state: 'published', missing: '[]' } })
    expect(jsonOf(run.outputs.synced)).toMatchObject([{ coordinates: 'org.acme:lib:1.0' }])
    expect(run.outputs['last-synced']).toBeDefined()
  })

  test.each([
    ['the upload', '/upload$', 'dropped'],
    ['the list of deployments', '/deployments/files$', 'rejected'],
    ['the state', '/status$', 'dropped'],
    ['the publish request', '/deployment/[^/]+$', 'publishing'],
    ['the state and the withdrawal', '/status$|/deployment/[^/]+$', 'pending'],
  ])('tells outputs and summary before it is killed, also when the Portal is silent about %s', async (_, path, state) => {
    await using scene = await syncScene()
    scene.portal.inject({ do: 'hang', path })
    const { options } = cancelling(scene, { request: new RegExp(path) })
    const run = await scene.sync({}, options)
    expect(run).toMatchObject({ ...red, outputs: { state } })
    expect(run.summary).toContain('the run was cancelled')
  })

  test('that waits for a Maven Central that is silent ends at once', async () => {
    await using scene = await syncScene()
    scene.portal.inject({ do: 'hang', path: '^/maven2/' })
    const { options, lived } = cancelling(scene, { request: /\.pom\.sha1$/ })
    const run = await scene.sync({}, options)
    expect(run).toMatchObject({ ...red, outputs: { state: 'rejected' } })
    expect(run.summary).toContain('the run was cancelled')
    expect(lived()).toBeLessThan(2_000)
  })

  test('that hashes large files ends at once', async () => {
    await using scene = await syncScene()
    const file = join(scene.workspace, 'staging/org/acme/lib/1.0/lib-1.0-large.bin')
    writeFileSync(file, '')
    truncateSync(file, 3 * 2 ** 30)
    const { options, lived } = cancelling(scene, { request: /\.pom\.sha1$/ })
    const run = await scene.sync({}, options)
    expect(run).toMatchObject({ ...red, outputs: { state: 'rejected' } })
    expect(run.summary).toContain('the run was cancelled')
    expect(lived()).toBeLessThan(2_000)
  })

  test('that drops a deployment stops waiting for it', async () => {
    await using scene = await syncScene()
    scene.portal.inject({ do: 'stick', state: 'VALIDATING' })
    const { outputs } = await scene.sync({ 'timeout-minutes': '0.01' })
    const id = outputs['deployment-id'] ?? ''
    const { options, lived } = cancelling(scene, { request: /\/status$/ })
    const run = await scene.sync({ mode: 'drop', 'deployment-id': id, 'private-key': '', from: '' }, options)
    expect(run).toMatchObject({ ...red, outputs: { 'deployment-id': id, state: 'validating' } })
    expect(run.summary).toContain('the run was cancelled')
    expect(lived()).toBeLessThan(2_000)
  })

  test('of a resync tells what it has brought, and what is left', { timeout: 60_000 }, async () => {
    await using scene = await syncScene({ immediate: true })
    for (const version of ['1.1', '1.2']) scene.stage(library({ version }))
    for (const version of ['1.0', '1.1', '1.2']) await scene.publish(version)
    scene.portal.inject({ do: 'stick', state: 'VALIDATING', nth: 2 })
    const { options } = cancelling(scene, { log: 'is VALIDATING' })
    const run = await scene.sync({ mode: 'resync', from: 'repo', 'wait-for': 'published' }, options)
    expect(run).toMatchObject(red)
    expect(jsonOf(run.outputs.synced)).toMatchObject([{ version: '1.0' }])
    expect(jsonOf(run.outputs.missing)).toMatchObject([{ version: '1.1' }])
    expect(jsonOf(run.outputs.deferred)).toMatchObject([{ version: '1.2', reason: 'the run was cancelled' }])
    expect(run.summary).toContain('the run was cancelled')
  })
})
