import { describe, expect, test } from 'vitest'
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
