import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../src/model/record-json.ts'
import { startKeyServer } from '../emulators/keyserver/keyserver.ts'
import { library } from '../unit/emulators/central-portal/scene.ts'
import { done, jsonOf, syncScene } from './sync-scene.ts'

const keyNotFound =
  'Invalid signature for file: lib-1.0.jar.asc - Could not find a public key by the key fingerprint. Please ensure it is uploaded to one of the PGP servers we support.'

const classifier = { 'org/acme/lib/1.0/lib-1.0-linux.jar': library()['org/acme/lib/1.0/lib-1.0-sources.jar'] ?? '' }

describe('what goes wrong', () => {
  test('a refusal of Central’s is told with cause and cure, and the deployment dropped', async () => {
    await using scene = await syncScene()
    scene.portal.inject({ do: 'fail', errors: { 'pkg:maven/org.acme/lib@1.0': ["Namespace 'org.acme' is not allowed"] } })
    const run = await scene.sync()
    expect(run).toMatchObject({ code: 1, outputs: { state: 'failed' } })
    expect(jsonOf(run.outputs.errors)).toMatchObject([{ kind: 'namespace', purl: 'pkg:maven/org.acme/lib@1.0' }])
    expect(run.summary).toContain('is not allowed')
    expect(scene.portal.deployments).toEqual([])
  })

  test('a FAILED deployment that was kept is dropped by the next run, and sent anew', async () => {
    await using scene = await syncScene()
    scene.portal.inject({ do: 'fail', errors: { common: ['Failed to process deployment: out of luck'] }, nth: 1 })
    expect(await scene.sync({ 'drop-failed': 'false' })).toMatchObject({ code: 1 })
    expect(scene.portal.deployments).toHaveLength(1)
    expect(await scene.sync({ 'wait-for': 'published' })).toMatchObject(done)
    expect(scene.portal.deployments).toHaveLength(1)
  })

  test('a key that Central does not find is tried once more, once it is served', async () => {
    await using scene = await syncScene()
    await using keys = await startKeyServer()
    scene.portal.inject({ do: 'fail', errors: { 'pkg:maven/org.acme/lib@1.0': [keyNotFound] }, nth: 1 })
    const run = await scene.sync({ keyservers: keys.url, 'publish-key': 'auto', 'wait-for': 'published' })
    expect(run).toMatchObject({ ...done, warnings: [] })
    expect(scene.count('/upload')).toBe(2)
  })

  test('a key that no server has is a warning with the cure', async () => {
    await using scene = await syncScene()
    await using keys = await startKeyServer()
    const run = await scene.sync({ keyservers: keys.url })
    expect(run.code).toBe(0)
    expect(run.warnings.join()).toMatch(/is missing at 127\.0\.0\.1/)
    expect(run.annotations.map(({ message }) => message).join()).toContain('publish-key: auto')
  })

  test.each([402, 403, 429])('a quota refusal (%s) is red at once, with the usage page', async (status) => {
    await using scene = await syncScene()
    const body = { error: { message: 'Your organization is over the monthly publishing limits' } }
    scene.portal.inject({ do: 'answer', path: '/upload$', status, body })
    const run = await scene.sync({}, { env: { RUNNER_TEMP: join(scene.workspace, 'temp') } })
    expect(run).toMatchObject({ code: 1, outputs: { state: 'rejected' } })
    const record = parseRecord(readFileSync(join(scene.workspace, run.outputs.record ?? ''), 'utf8'), 'record')
    expect(record.syncs).toMatchObject([{ state: 'failed', errors: [body.error.message] }])
    expect(run.annotations.map(({ message }) => message).join()).toContain('https://central.sonatype.com/publishing/usage')
    expect(scene.count('/upload')).toBe(1)
  })

  test('the Portal’s "already exists" is success when Central has the same bytes', async () => {
    await using scene = await syncScene()
    const message = "Component with package url: 'pkg:maven/org.acme/lib@1.0' already exists"
    scene.portal.inject({ do: 'fail', errors: { 'pkg:maven/org.acme/lib@1.0': [message] } })
    scene.portal.onWorkDone = ({ path }) => {
      if (path.endsWith('/upload')) scene.portal.seed(scene.publisher.complete(library()))
    }
    expect(await scene.sync()).toMatchObject({ ...done, outputs: { state: 'available' } })
  })

  test('a publish answer of 400 after all is no failure', async () => {
    await using scene = await syncScene()
    scene.portal.inject({ do: 'answer', method: 'POST', path: '/deployment/[^/]+$', status: 400, afterWork: true })
    expect(await scene.sync({ 'wait-for': 'published' })).toMatchObject({ ...done, outputs: { state: 'published' } })
  })

  test('on-timeout: fail makes a late publication red; a validation that is late is always red, and continued', async () => {
    await using scene = await syncScene({ publishingMs: 600_000 })
    const late = await scene.sync({ 'wait-for': 'published', 'timeout-minutes': '0.05', 'on-timeout': 'fail' })
    expect(late).toMatchObject({ code: 1, outputs: { state: 'publishing' } })
    await using slow = await syncScene({ validationMs: 600_000 })
    const run = await slow.sync({ 'timeout-minutes': '0.02' })
    expect(run.code).toBe(1)
    expect(run.annotations.map(({ message }) => message).join()).toContain('continued')
    await slow.portal.advance(600_000)
    expect(await slow.sync()).toMatchObject(done)
    expect(slow.count('/upload')).toBe(1)
  })
})

describe('what is on Central already', () => {
  test('a file that Central does not tell of is not taken for equal', async () => {
    await using scene = await syncScene()
    await scene.publish('1.0')
    await scene.sync({ 'wait-for': 'available' })
    scene.portal.inject({ do: 'answer', path: '\\.jar\\.sha1$', status: 429 })
    const run = await scene.sync({ from: 'repo', package: 'lib', version: '1.0' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'deferred' } })
    expect(jsonOf(run.outputs.deferred)).toMatchObject([{ coordinates: 'org.acme:lib:1.0' }])
    expect(run.outputs['last-synced']).toBeUndefined()
  })

  test('a file that Central lacks is an error, for nothing can be added', async () => {
    await using scene = await syncScene()
    await scene.sync({ 'wait-for': 'available' })
    scene.stage(classifier)
    const run = await scene.sync()
    expect(run.errors).toEqual([expect.stringContaining('org.acme:lib:1.0 is on Maven Central without lib-1.0-linux.jar')])
    expect(jsonOf(run.outputs.conflicts)).toHaveLength(1)
    expect(run.outputs.state).toBe('rejected')
  })

  test('a file that Central does not show yet is a warning while its deployment is being published', async () => {
    await using scene = await syncScene()
    await scene.sync({ 'wait-for': 'available' })
    scene.portal.inject({ do: 'answer', path: '-javadoc\\.jar\\.sha1$', status: 404 })
    const run = await scene.sync()
    expect(run).toMatchObject({ ...done, outputs: { state: 'publishing' } })
    expect(run.warnings).toEqual([expect.stringContaining('is on Maven Central without lib-1.0-javadoc.jar')])
  })
})
