import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../src/model/record-json.ts'
import { serve } from '../support/loopback-server.ts'
import { library } from '../unit/emulators/central-portal/scene.ts'
import { done, jsonOf, syncScene } from './sync-scene.ts'

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
    expect(jsonOf(run.outputs.purls)).toEqual(['pkg:maven/org.acme/lib@1.0'])
    expect(jsonOf(run.outputs.synced)).toEqual([{ version: '1.0', coordinates, reason: 'is available' }])
    expect(jsonOf(run.outputs['central-urls'])).toEqual([`${scene.portal.centralUrl}/org/acme/lib/1.0/`])
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
    expect(jsonOf(run.outputs.purls)).toEqual(['pkg:maven/org.acme/lib@1.0'])
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
    expect(jsonOf(run.outputs.errors)).toMatchObject([{ kind: 'checksum-invalid', file: 'org/acme/lib/1.0/lib-1.0.jar' }])
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

describe('without whole credentials', () => {
  test.each([{ 'private-key': '', passphrase: 'left behind' }, { password: '' }, { username: '' }])(
    'a dry run passes with %j',
    async (more) => {
      await using scene = await syncScene()
      const run = await scene.sync({ 'dry-run': 'true', ...more })
      expect(run).toMatchObject({ ...done, outputs: { state: 'planned' } })
      expect(run.notices.join()).toContain('and not used: nothing is sent')
    },
  )

  test('an environment without a token for it is no error', async () => {
    await using scene = await syncScene()
    expect(await scene.sync({ 'deployment-environment': 'maven-central' })).toMatchObject(done)
  })
})
