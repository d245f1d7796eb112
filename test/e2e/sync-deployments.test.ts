import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../src/model/record-json.ts'
import { done, jsonOf, syncScene } from './sync-scene.ts'

describe('deployments that wait', () => {
  test('publish and drop go by the deployment’s state', async () => {
    await using scene = await syncScene()
    const id = (await scene.sync({ publish: 'false' })).outputs['deployment-id'] ?? ''
    expect(await scene.sync({ mode: 'status', from: '', 'deployment-id': id })).toMatchObject({ ...done, outputs: { state: 'validated' } })
    const publish = { mode: 'publish', 'deployment-id': id, 'private-key': '' }
    expect(await scene.sync(publish)).toMatchObject({ ...done, outputs: { state: 'publishing' } })
    expect(await scene.sync(publish)).toMatchObject(done)
    expect(await scene.sync({ ...publish, mode: 'drop' })).toMatchObject({ code: 1 })
  })

  test('dropping what is gone is fine, publishing it is not', async () => {
    await using scene = await syncScene()
    const gone = { 'deployment-id': '28570f16-da32-4c14-bd2e-c1acc0782365', 'private-key': '' }
    expect(await scene.sync({ mode: 'drop', ...gone })).toMatchObject({ ...done, outputs: { state: 'dropped' } })
    const run = await scene.sync({ mode: 'publish', ...gone })
    expect(run.errors.join()).toContain('is gone')
  })
})

test('the record is told what becomes of a deployment, and keeps the day on which it was published', async () => {
  await using scene = await syncScene()
  await scene.publish('1.0')
  const version = { from: 'repo', package: 'lib', version: '1.0' }
  const id = (await scene.sync({ ...version, publish: 'false' })).outputs['deployment-id'] ?? ''
  const status = async () => (await scene.sync({ ...version, mode: 'status' })).outputs
  expect(await status()).toMatchObject({ state: 'validated', 'deployment-id': id })
  const later = { ...version, 'deployment-id': id, 'private-key': '' }
  expect(await scene.sync({ ...later, mode: 'publish', 'wait-for': 'available' })).toMatchObject({
    ...done,
    outputs: { state: 'available' },
  })
  const { 'last-synced': published } = await status()
  const again = await scene.sync({ ...later, mode: 'publish', 'wait-for': 'published' })
  expect(again).toMatchObject({ ...done, outputs: { state: 'published', 'last-synced': published } })
  expect(await scene.sync({ ...later, mode: 'drop' })).toMatchObject({ code: 1, outputs: { state: 'published' } })
  expect(await status()).toMatchObject({ state: 'available', 'last-synced': published })
})

test('a record that travels alone is told in a copy, which names the same files', async () => {
  await using scene = await syncScene()
  const env = { RUNNER_TEMP: join(scene.workspace, 'temp') }
  const first = await scene.sync({ publish: 'false' }, { env })
  const id = first.outputs['deployment-id'] ?? ''
  const later = { mode: 'publish', from: first.outputs.record ?? '', 'deployment-id': id, 'private-key': '', 'wait-for': 'published' }
  const run = await scene.sync(later, { env: { RUNNER_TEMP: join(scene.workspace, 'other') } })
  expect(run).toMatchObject({ ...done, outputs: { state: 'published', record: `other/outtray-sync-${id}.json` } })
  const [before, after] = [first, run].map(({ outputs: { record = '' } }) => {
    const { files, syncs } = parseRecord(readFileSync(join(scene.workspace, record), 'utf8'), record)
    return { files: files.map(({ path }) => join(record, '..', path)), syncs }
  })
  expect(after?.files).toEqual(before?.files)
  expect(before?.syncs).toMatchObject([{ deployment: id, state: 'validated' }])
  expect(after?.syncs).toMatchObject([{ deployment: id, state: 'published', files: 16 }])
})

describe('a run that ends badly says where things stand', () => {
  test('publish, when the deployment is gone', async () => {
    await using scene = await syncScene()
    const id = '28570f16-da32-4c14-bd2e-c1acc0782365'
    const run = await scene.sync({ mode: 'publish', 'deployment-id': id, from: '' })
    expect(run).toMatchObject({ code: 1, outputs: { 'deployment-id': id, state: 'rejected' } })
    expect(jsonOf(run.outputs.errors)).toMatchObject([{ kind: 'not-found' }])
    expect(run.summary).toContain('is gone')
  })

  test('drop, when it is published', async () => {
    await using scene = await syncScene()
    const { outputs } = await scene.sync({ 'wait-for': 'published' })
    const id = outputs['deployment-id'] ?? ''
    const run = await scene.sync({ mode: 'drop', 'deployment-id': id, from: '' })
    expect(run).toMatchObject({ code: 1, outputs: { 'deployment-id': id, state: 'published' } })
    expect(jsonOf(run.outputs.errors)).toMatchObject([{ kind: 'conflict' }])
  })
})
