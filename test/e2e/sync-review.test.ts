import { describe, expect, test } from 'vitest'
import { library } from '../unit/emulators/central-portal/scene.ts'
import { syncScene } from './sync-scene.ts'

const json = (text: string | undefined): unknown => JSON.parse(text ?? 'null')
const green = { code: 0, errors: [], leaked: [] }
const classifier = { 'org/acme/lib/1.0/lib-1.0-linux.jar': library()['org/acme/lib/1.0/lib-1.0-sources.jar'] ?? '' }

describe('what is on Central already', () => {
  test('a file that Central does not tell of is not taken for equal', async () => {
    await using scene = await syncScene()
    await scene.publish('1.0')
    await scene.sync({ 'wait-for': 'available' })
    scene.portal.inject({ do: 'answer', path: '\\.jar\\.sha1$', status: 429 })
    const run = await scene.sync({ from: 'repo', package: 'lib', version: '1.0' })
    expect(run).toMatchObject({ ...green, outputs: { state: 'deferred' } })
    expect(json(run.outputs.deferred)).toMatchObject([{ coordinates: 'org.acme:lib:1.0' }])
    expect(run.outputs['last-synced']).toBeUndefined()
  })

  test('a file that Central lacks is an error, for nothing can be added', async () => {
    await using scene = await syncScene()
    await scene.sync({ 'wait-for': 'available' })
    scene.stage(classifier)
    const run = await scene.sync()
    expect(run.errors).toEqual([expect.stringContaining('org.acme:lib:1.0 is on Maven Central without lib-1.0-linux.jar')])
    expect(json(run.outputs.conflicts)).toHaveLength(1)
    expect(run.outputs.state).toBe('rejected')
  })

  test('a file that Central does not show yet is a warning while its deployment is being published', async () => {
    await using scene = await syncScene()
    await scene.sync({ 'wait-for': 'available' })
    scene.portal.inject({ do: 'answer', path: '-javadoc\\.jar\\.sha1$', status: 404 })
    const run = await scene.sync()
    expect(run).toMatchObject({ ...green, outputs: { state: 'publishing' } })
    expect(run.warnings).toEqual([expect.stringContaining('is on Maven Central without lib-1.0-javadoc.jar')])
  })
})

describe('a run that ends badly says where things stand', () => {
  test('publish, when the deployment is gone', async () => {
    await using scene = await syncScene()
    const id = '28570f16-da32-4c14-bd2e-c1acc0782365'
    const run = await scene.sync({ mode: 'publish', 'deployment-id': id, from: '' })
    expect(run).toMatchObject({ code: 1, outputs: { 'deployment-id': id, state: 'rejected' } })
    expect(json(run.outputs.errors)).toMatchObject([{ kind: 'not-found' }])
    expect(run.summary).toContain('is gone')
  })

  test('drop, when it is published', async () => {
    await using scene = await syncScene()
    const { outputs } = await scene.sync({ 'wait-for': 'published' })
    const id = outputs['deployment-id'] ?? ''
    const run = await scene.sync({ mode: 'drop', 'deployment-id': id, from: '' })
    expect(run).toMatchObject({ code: 1, outputs: { 'deployment-id': id, state: 'published' } })
    expect(json(run.outputs.errors)).toMatchObject([{ kind: 'conflict' }])
  })
})

describe('without whole credentials', () => {
  test.each([{ 'private-key': '', passphrase: 'left behind' }, { password: '' }, { username: '' }])(
    'a dry run passes with %j',
    async (more) => {
      await using scene = await syncScene()
      const run = await scene.sync({ 'dry-run': 'true', ...more })
      expect(run).toMatchObject({ ...green, outputs: { state: 'planned' } })
      expect(run.notices.join()).toContain('and not used: nothing is sent')
    },
  )

  test('an environment without a token for it is no error', async () => {
    await using scene = await syncScene()
    expect(await scene.sync({ 'deployment-environment': 'maven-central' })).toMatchObject(green)
  })
})

describe('a resync', () => {
  test('plans no more than the budget has, and shows each share', async () => {
    await using scene = await syncScene()
    scene.stage(library({ version: '1.1' }))
    for (const version of ['1.0', '1.1']) await scene.publish(version)
    const run = await scene.sync({ from: 'repo', mode: 'resync', 'dry-run': 'true', 'max-releases-per-month': '1' })
    expect(run).toMatchObject({ ...green, outputs: { state: 'planned', files: '16' } })
    expect(json(run.outputs.missing)).toMatchObject([{ version: '1.0' }])
    expect(json(run.outputs.deferred)).toMatchObject([{ version: '1.1' }])
    expect(run.summary).toMatch(/lib 1\.0: 16 files .* release 1 of 1 this month/)
  })

  test('a deployment that waits for its approval counts within the run', async () => {
    await using scene = await syncScene()
    scene.stage(library({ version: '1.1' }))
    for (const version of ['1.0', '1.1']) await scene.publish(version)
    const run = await scene.sync({ from: 'repo', mode: 'resync', publish: 'false', 'max-releases-per-month': '1' })
    expect(run).toMatchObject({ ...green, outputs: { state: 'validated' } })
    expect(json(run.outputs.deferred)).toMatchObject([{ version: '1.1' }])
  })

  test('that the Portal defers links to the usage of the organization', async () => {
    await using scene = await syncScene()
    await scene.publish('1.0')
    scene.portal.inject({ do: 'answer', path: '/upload$', status: 402, body: 'Monthly publishing limit reached' })
    const run = await scene.sync({ from: 'repo', mode: 'resync' })
    expect(run).toMatchObject({ ...green, outputs: { state: 'deferred' } })
    for (const text of [run.log, run.summary]) expect(text).toContain('https://central.sonatype.com/publishing/usage')
  })
})
