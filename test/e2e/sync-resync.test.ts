import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../src/model/record-json.ts'
import { library, pom } from '../unit/emulators/central-portal/scene.ts'
import { done, jsonOf, syncScene } from './sync-scene.ts'

describe('a repository', () => {
  test('is brought up to date: parents first, oldest first, within the budget, and remembered', { timeout: 120_000 }, async () => {
    await using scene = await syncScene({ immediate: true })
    scene.stage(library({ version: '1.1' }))
    for (const version of ['1.0', '1.1']) expect(await scene.publish(version)).toMatchObject({ code: 0 })
    const resync = { mode: 'resync', from: 'repo' }
    const planned = await scene.sync({ ...resync, 'dry-run': 'true', 'private-key': '', username: '', password: '' })
    expect(planned).toMatchObject({ ...done, outputs: { state: 'planned' } })
    expect(jsonOf(planned.outputs.missing)).toHaveLength(2)
    const first = await scene.sync({ ...resync, 'max-files-per-month': '20', 'wait-for': 'published' })
    expect(first).toMatchObject(done)
    expect(jsonOf(first.outputs.synced)).toMatchObject([{ package: 'lib', version: '1.0', coordinates: 'org.acme:lib:1.0' }])
    expect(jsonOf(first.outputs.deferred)).toMatchObject([{ version: '1.1' }])
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
    expect(jsonOf(run.outputs.conflicts)).toMatchObject([{ coordinates: 'org.acme:lib:1.0' }])
    expect(scene.count('/upload')).toBe(0)
  })

  test('a quota refusal defers this version and all after it, green', async () => {
    await using scene = await syncScene()
    scene.stage(library({ version: '1.1' }))
    for (const version of ['1.0', '1.1']) await scene.publish(version)
    scene.portal.inject({ do: 'answer', path: '/upload$', status: 402 })
    const run = await scene.sync({ mode: 'resync', from: 'repo' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'deferred' } })
    expect(jsonOf(run.outputs.deferred)).toHaveLength(2)
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
    expect(jsonOf(run.outputs.synced)).toMatchObject([{ coordinates: 'org.acme:parent:9.0' }, { coordinates: 'org.acme:lib:1.0' }])
  })

  test('of a version that is there in part, only the rest is brought', async () => {
    await using scene = await syncScene()
    scene.stage(library({ artifact: 'two' }))
    await scene.publish('1.0')
    scene.portal.seed(scene.publisher.complete(library()))
    const run = await scene.sync({ mode: 'resync', from: 'repo' })
    expect(run).toMatchObject(done)
    expect(jsonOf(run.outputs.purls)).toEqual(['pkg:maven/org.acme/two@1.0'])
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

  test('plans no more than the budget has, and shows each share', async () => {
    await using scene = await syncScene()
    scene.stage(library({ version: '1.1' }))
    for (const version of ['1.0', '1.1']) await scene.publish(version)
    const run = await scene.sync({ from: 'repo', mode: 'resync', 'dry-run': 'true', 'max-releases-per-month': '1' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'planned', files: '16' } })
    expect(jsonOf(run.outputs.missing)).toMatchObject([{ version: '1.0' }])
    expect(jsonOf(run.outputs.deferred)).toMatchObject([{ version: '1.1' }])
    expect(run.summary).toMatch(/lib 1\.0: 16 files .* release 1 of 1 this month/)
  })

  test('a deployment that waits for its approval counts within the run', async () => {
    await using scene = await syncScene()
    scene.stage(library({ version: '1.1' }))
    for (const version of ['1.0', '1.1']) await scene.publish(version)
    const run = await scene.sync({ from: 'repo', mode: 'resync', publish: 'false', 'max-releases-per-month': '1' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'validated' } })
    expect(jsonOf(run.outputs.deferred)).toMatchObject([{ version: '1.1' }])
  })

  test('that the Portal defers links to the usage of the organization', async () => {
    await using scene = await syncScene()
    await scene.publish('1.0')
    scene.portal.inject({ do: 'answer', path: '/upload$', status: 402, body: 'Monthly publishing limit reached' })
    const run = await scene.sync({ from: 'repo', mode: 'resync' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'deferred' } })
    for (const text of [run.log, run.summary]) expect(text).toContain('https://central.sonatype.com/publishing/usage')
  })

  test('versions that are only staged, hold no POM or are snapshots are not eligible, and each is said once', async () => {
    await using scene = await syncScene()
    for (const version of ['1.1', '1.2-SNAPSHOT', '1.3']) scene.stage(library({ version }))
    scene.stage({ 'notes/2.0/notes.txt': 'notes' })
    const publish = async (version: string, more = {}) =>
      expect(await scene.publish(version, { 'repository-type': 'generic', path: '{path}', ...more })).toMatchObject({ code: 0 })
    for (const version of ['1.0', '1.2-SNAPSHOT', '2.0']) await publish(version)
    for (const version of ['1.1', '1.3']) await publish(version, { publish: 'false' })
    const run = await scene.sync({ mode: 'resync', from: 'repo', versions: '[1.0,1.3)\n2.*', 'wait-for': 'published' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'published' } })
    expect(run.summary.split('### Not eligible')[1]?.match(/^\| lib .*$/gm)).toEqual([
      expect.stringContaining('lib 1.2-SNAPSHOT'),
      expect.stringMatching(/lib 2\.0 .*has no POM in Maven layout/),
      expect.stringMatching(/lib 1\.1 .*is only staged/),
    ])
  })

  test('a version that must wait still tells what differs of it', async () => {
    await using scene = await syncScene()
    scene.stage(library({ artifact: 'two' }))
    scene.stage(library({ version: '0.9' }))
    for (const version of ['0.9', '1.0']) await scene.publish(version)
    scene.portal.seed(scene.publisher.complete({ ...library(), 'org/acme/lib/1.0/lib-1.0.pom': `${pom()}<!-- other -->` }))
    const run = await scene.sync({ mode: 'resync', from: 'repo', 'max-releases-per-month': '1' })
    expect(run).toMatchObject({ ...done, outputs: { state: 'publishing' } })
    expect(jsonOf(run.outputs.deferred)).toMatchObject([{ coordinates: 'org.acme:two:1.0' }])
    expect(jsonOf(run.outputs.conflicts)).toMatchObject([{ coordinates: 'org.acme:lib:1.0' }])
  })
})
