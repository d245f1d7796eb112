import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../src/model/record-json.ts'
import { startKeyServer } from '../emulators/keyserver/keyserver.ts'
import { serve } from '../support/loopback-server.ts'
import { library, pom } from '../unit/emulators/central-portal/scene.ts'
import { syncScene } from './sync-scene.ts'

const json = (text: string | undefined): unknown => JSON.parse(text ?? 'null')
const done = { code: 0, errors: [], leaked: [] }
const keyNotFound =
  'Invalid signature for file: lib-1.0.jar.asc - Could not find a public key by the key fingerprint. Please ensure it is uploaded to one of the PGP servers we support.'

describe('one version', () => {
  test('is brought to Central, and every output says how', async () => {
    await using scene = await syncScene()
    const run = await scene.sync({ 'wait-for': 'available', name: 'My release' }, { env: { RUNNER_TEMP: join(scene.workspace, 'temp') } })
    expect(run).toMatchObject(done)
    const [deployment] = scene.portal.published
    expect(deployment?.plan.name).toMatch(/^My release [0-9a-f]{16}$/)
    const coordinates = 'org.acme:lib:1.0'
    expect(run.outputs).toMatchObject({
      'deployment-id': deployment?.plan.id,
      state: 'available',
      files: '16',
      errors: '[]',
      warnings: '[]',
      missing: '[]',
      deferred: '[]',
      conflicts: '[]',
      'deployment-url': `${scene.portal.portalUrl}/publishing/deployments`,
    })
    expect(run.outputs['last-synced']).toMatch(/^20\d\d-.*Z$/)
    expect(json(run.outputs.purls)).toEqual(['pkg:maven/org.acme/lib@1.0'])
    expect(json(run.outputs.synced)).toEqual([{ version: '1.0', coordinates, reason: 'is available' }])
    expect(json(run.outputs['central-urls'])).toEqual([`${scene.portal.centralUrl}/org/acme/lib/1.0/`])
    expect(run.log).toMatch(/16 files \(2 % of the monthly 1000\)/)
    expect(run.summary).toContain('16 files')
    const record = parseRecord(readFileSync(join(scene.workspace, run.outputs.record ?? ''), 'utf8'), 'record')
    expect(record.syncs).toEqual([
      expect.objectContaining({ target: scene.portal.portalUrl, deployment: deployment?.plan.id, state: 'available', files: 16 }),
    ])
    expect(scene.portal.breakdowns).toEqual([])
  })

  test('is taken from the environment’s token when no inputs give one', async () => {
    await using scene = await syncScene()
    const [CENTRAL_USERNAME = '', CENTRAL_PASSWORD = ''] = ['tokenuser', 'tokenp4ssword']
    expect(await scene.sync({ username: '', password: '' }, { env: { CENTRAL_USERNAME, CENTRAL_PASSWORD } })).toMatchObject(done)
  })

  test('half a token is a mistake, whatever the environment has', async () => {
    await using scene = await syncScene()
    const run = await scene.sync({ password: '' }, { env: { CENTRAL_USERNAME: 'a', CENTRAL_PASSWORD: 'bbbbbbbb' } })
    expect(run.errors.join()).toMatch(/input 'username' is given without input 'password'/)
    expect(scene.portal.requests).toEqual([])
  })

  test('a second run has nothing to do; one that finds it at the Portal only goes on with it', async () => {
    await using scene = await syncScene({ propagationMs: 600_000 })
    expect((await scene.sync()).outputs.state).toBe('publishing')
    const again = await scene.sync({ 'wait-for': 'published', name: 'other words' })
    expect(again).toMatchObject({ ...done, outputs: { state: 'published' } })
    await scene.portal.advance(600_000)
    expect(await scene.sync()).toMatchObject({ ...done, outputs: { state: 'available' } })
    expect(scene.count('/upload')).toBe(1)
  })

  test('dry run: the plan without a key, a token, or a request to the Portal', async () => {
    await using scene = await syncScene()
    const run = await scene.sync({ 'dry-run': 'true', username: '', password: '', 'private-key': '' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'planned', files: '16', purls: '["pkg:maven/org.acme/lib@1.0"]' } })
    expect(run.notices.join()).toContain('not signed yet')
    expect(run.outputs.record).toBeUndefined()
    expect(scene.portal.requests.every(({ path }) => path.startsWith('/maven2/'))).toBe(true)
  })

  test('dry run at the Portal: validated, dropped, and no record of it', async () => {
    await using scene = await syncScene()
    const waiting = await scene.sync({ publish: 'false' })
    const run = await scene.sync({ 'dry-run': 'portal' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'dropped' } })
    expect(scene.portal.deployments.map(({ plan }) => plan.id)).toEqual([waiting.outputs['deployment-id']])
  })

  test('placeholders stand in for documentation', async () => {
    const { 'org/acme/lib/1.0/lib-1.0-sources.jar': _, 'org/acme/lib/1.0/lib-1.0-javadoc.jar': __, ...files } = library()
    await using scene = await syncScene({}, files)
    expect((await scene.sync()).errors).toHaveLength(2)
    expect(await scene.sync({ 'placeholder-javadoc': 'true', 'placeholder-sources': 'true' })).toMatchObject({
      ...done,
      outputs: { files: '16' },
    })
  })

  test('include and exclude choose; what stays behind is said', async () => {
    await using scene = await syncScene()
    scene.stage(library({ artifact: 'other' }))
    const run = await scene.sync({ exclude: 'org.acme:oth*' })
    expect(json(run.outputs.purls)).toEqual(['pkg:maven/org.acme/lib@1.0'])
    expect(run.log).toContain('left out: org.acme:other:1.0')
  })

  test('staged signatures are kept with the key that made them, and refused without', async () => {
    await using scene = await syncScene()
    scene.stage(scene.publisher.complete(library()))
    const refused = await scene.sync({ 'private-key': '' })
    expect(refused.errors.join()).toContain('Invalid signature for file: lib-1.0.jar.asc')
    const publicKeys = scene.publisher.gnupg.run(['--armor', '--export', scene.publisher.key]).toString()
    expect(await scene.sync({ 'private-key': '', 'public-keys': publicKeys })).toMatchObject({ ...done, outputs: { files: '16' } })
  })

  test('a damaged checksum stops everything', async () => {
    await using scene = await syncScene()
    scene.stage({ 'org/acme/lib/1.0/lib-1.0.jar.sha1': '0'.repeat(40) })
    const run = await scene.sync()
    expect(run.errors.join()).toContain("Invalid 'sha1' checksum for file: lib-1.0.jar")
    expect(json(run.outputs.errors)).toMatchObject([{ kind: 'checksum-invalid', file: 'org/acme/lib/1.0/lib-1.0.jar' }])
    expect(run.outputs.state).toBe('rejected')
    expect(scene.count('/upload')).toBe(0)
  })

  test('a snapshot is not eligible', async () => {
    await using scene = await syncScene({}, library({ version: '1.0-SNAPSHOT' }))
    const run = await scene.sync()
    expect(run).toMatchObject({ code: 1, outputs: { state: 'ineligible' } })
    expect(run.errors.join()).toContain('is a snapshot')
  })

  test('a bundle over the limit is refused with the lists that would fit', async () => {
    await using scene = await syncScene()
    scene.stage({ 'org/acme/lib/1.0/lib-1.0-data.bin': Buffer.alloc(700_000, 'x') })
    scene.stage({ ...library({ artifact: 'two' }), 'org/acme/two/1.0/two-1.0-data.bin': Buffer.alloc(700_000, 'x') })
    const run = await scene.sync({ 'max-bundle-megabytes': '1' })
    expect(run.annotations.map(({ message }) => message).join()).toMatch(/include: org.acme:lib:1.0; 2. include: org.acme:two:1.0/)
  })

  test('is recorded as a GitHub deployment, whose failure is nothing', async () => {
    await using scene = await syncScene()
    const seen: string[] = []
    await using github = await serve((request, response) => {
      seen.push(`${request.method} ${request.url}`)
      request.resume().on('end', () => response.writeHead(201).end('{"id":7}'))
    })
    const more = { 'deployment-environment': 'maven-central', token: 'ghs_something' }
    const run = await scene.sync({ ...more, 'wait-for': 'published' }, { env: { GITHUB_API_URL: github.url } })
    expect(run).toMatchObject(done)
    expect(seen.map((line) => line.replace(/^POST .*\/deployments/, ''))).toEqual(['', '/7/statuses', '/7/statuses'])
    expect(await scene.sync(more, { env: { GITHUB_API_URL: 'http://127.0.0.1:9' } })).toMatchObject(done)
  })
})

test('a cancelled run takes its deployment back', async () => {
  await using scene = await syncScene({ validationMs: 2_000 })
  let told = false
  const run = await scene.sync(
    {},
    {
      onLog: (_, child) => {
        if (told || scene.count('/status') === 0) return
        told = true
        child.kill('SIGINT')
      },
    },
  )
  expect(run.errors).toEqual(['the run was cancelled'])
  expect(scene.portal.deployments).toEqual([])
})

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

describe('what goes wrong', () => {
  test('a refusal of Central’s is told with cause and cure, and the deployment dropped', async () => {
    await using scene = await syncScene()
    scene.portal.inject({ do: 'fail', errors: { 'pkg:maven/org.acme/lib@1.0': ["Namespace 'org.acme' is not allowed"] } })
    const run = await scene.sync()
    expect(run).toMatchObject({ code: 1, outputs: { state: 'failed' } })
    expect(json(run.outputs.errors)).toMatchObject([{ kind: 'namespace', purl: 'pkg:maven/org.acme/lib@1.0' }])
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
    const run = await scene.sync()
    expect(run).toMatchObject({ code: 1, outputs: { state: 'rejected' } })
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

describe('a repository', () => {
  test('is brought up to date: parents first, oldest first, within the budget, and remembered', { timeout: 120_000 }, async () => {
    await using scene = await syncScene({ immediate: true })
    scene.stage(library({ version: '1.1' }))
    for (const version of ['1.0', '1.1']) expect(await scene.publish(version)).toMatchObject({ code: 0 })
    const resync = { mode: 'resync', from: 'repo' }
    const planned = await scene.sync({ ...resync, 'dry-run': 'true', 'private-key': '', username: '', password: '' })
    expect(planned).toMatchObject({ ...done, outputs: { state: 'planned' } })
    expect(json(planned.outputs.missing)).toHaveLength(2)
    const first = await scene.sync({ ...resync, 'max-files-per-month': '20', 'wait-for': 'published' })
    expect(first).toMatchObject(done)
    expect(json(first.outputs.synced)).toMatchObject([{ package: 'lib', version: '1.0', coordinates: 'org.acme:lib:1.0' }])
    expect(json(first.outputs.deferred)).toMatchObject([{ version: '1.1' }])
    expect(await scene.sync({ ...resync, versions: '[1.1,)' })).toMatchObject({ ...done, outputs: { state: 'publishing' } })
    await scene.portal.settle()
    expect(await scene.sync(resync)).toMatchObject({ ...done, outputs: { state: 'available' } })
    const before = scene.portal.requests.length
    expect(await scene.sync(resync)).toMatchObject(done)
    expect(scene.portal.requests.length).toBe(before)
    const status = await scene.sync({ mode: 'status', from: 'repo', package: 'lib', version: '1.0', username: '', password: '' })
    expect(status).toMatchObject({ ...done, outputs: { state: 'available' } })
  })

  test('what differs on Central is a reported row, and never touched', async () => {
    await using scene = await syncScene()
    await scene.publish('1.0')
    scene.portal.seed(scene.publisher.complete({ ...library(), 'org/acme/lib/1.0/lib-1.0.pom': `${pom()}<!-- other -->` }))
    const run = await scene.sync({ mode: 'resync', from: 'repo' })
    expect(run).toMatchObject(done)
    expect(json(run.outputs.conflicts)).toMatchObject([{ coordinates: 'org.acme:lib:1.0' }])
    expect(scene.count('/upload')).toBe(0)
  })

  test('a quota refusal defers this version and all after it, green', async () => {
    await using scene = await syncScene()
    scene.stage(library({ version: '1.1' }))
    for (const version of ['1.0', '1.1']) await scene.publish(version)
    scene.portal.inject({ do: 'answer', path: '/upload$', status: 402 })
    const run = await scene.sync({ mode: 'resync', from: 'repo' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'deferred' } })
    expect(json(run.outputs.deferred)).toHaveLength(2)
    expect(scene.count('/upload')).toBe(1)
  })

  test('a parent is brought before its child, whatever the order of their versions', async () => {
    await using scene = await syncScene({ immediate: true })
    const parent = { artifact: 'parent', version: '9.0', packaging: 'pom' }
    const inherited = '<name>Lib</name><parent><groupId>org.acme</groupId><artifactId>parent</artifactId><version>9.0</version></parent>'
    scene.stage({ 'org/acme/parent/9.0/parent-9.0.pom': pom(parent), 'org/acme/lib/1.0/lib-1.0.pom': pom({ facts: inherited }) })
    for (const version of ['1.0', '9.0']) await scene.publish(version)
    const run = await scene.sync({ mode: 'resync', from: 'repo', 'wait-for': 'published' })
    expect(run).toMatchObject(done)
    expect(json(run.outputs.synced)).toMatchObject([{ coordinates: 'org.acme:parent:9.0' }, { coordinates: 'org.acme:lib:1.0' }])
  })

  test('of a version that is there in part, only the rest is brought', async () => {
    await using scene = await syncScene()
    scene.stage(library({ artifact: 'two' }))
    await scene.publish('1.0')
    scene.portal.seed(scene.publisher.complete(library()))
    const run = await scene.sync({ mode: 'resync', from: 'repo' })
    expect(run).toMatchObject(done)
    expect(json(run.outputs.purls)).toEqual(['pkg:maven/org.acme/two@1.0'])
  })

  test('a Central that does not answer is asked by the next run', async () => {
    await using scene = await syncScene()
    await scene.publish('1.0')
    scene.portal.inject({ do: 'answer', path: '^/maven2/', status: 429 })
    const run = await scene.sync({ mode: 'resync', from: 'repo' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'deferred' } })
    expect(scene.count('/upload')).toBe(0)
  })

  test('a sync from it is noted in its record', async () => {
    await using scene = await syncScene()
    await scene.publish('1.0')
    const run = await scene.sync({ from: 'repo', package: 'lib', version: '1.0', 'wait-for': 'published' })
    expect(run).toMatchObject(done)
    const file = join(scene.workspace, run.outputs.record ?? '')
    expect(parseRecord(readFileSync(file, 'utf8'), file).syncs).toMatchObject([{ state: 'published', files: 16 }])
  })
})
