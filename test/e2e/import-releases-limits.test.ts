import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { throwAwayAuthority } from '../support/certificates.ts'
import { connectProxy } from '../support/connect-proxy.ts'
import { missingTools } from '../support/gnupg.ts'
import { serve } from '../support/loopback-server.ts'
import { green, type ImportScene, importScene, listed, told, versionsIn } from './import-scene.ts'

/** A repository with releases v1 to v5, the first one the oldest, each with an asset of a thousand bytes. */
async function fiveReleases(): Promise<ImportScene> {
  const scene = await importScene()
  const widget = scene.github.addRepository({ fullName: 'acme/widget' })
  for (let i = 1; i <= 5; i++) widget.release({ tag: `v${i}`, assets: { 'a.bin': Buffer.alloc(1000, `${i}`) } })
  return scene
}

describe('a limit', () => {
  test('of releases takes the oldest first, leaves the rest pending, and goes on in the next run', async () => {
    await using scene = await fiveReleases()
    const run = await scene.load({ 'max-releases': '2' })
    expect(run).toMatchObject(green)
    expect(versionsIn(run, 'imported')).toEqual(['widget 1', 'widget 2'])
    expect(versionsIn(run, 'pending')).toEqual(['widget 3', 'widget 4', 'widget 5'])
    expect(listed(run, 'pending')[0]?.reason).toBe('over max-releases, 2 in one run')
    expect(run.warnings.join()).toContain('3 releases are pending')
    expect(run.summary).toContain('### Pending')
    expect(versionsIn(await scene.load({ 'max-releases': '2' }), 'imported')).toEqual(['widget 3', 'widget 4'])
    expect((await scene.load({ 'max-releases': '2' })).outputs).toMatchObject({ 'imported-count': '1', 'pending-count': '0' })
  })

  test('of bytes counts what is fetched', async () => {
    await using scene = await fiveReleases()
    const run = await scene.load({ 'max-total-gigabytes': '0.000003' })
    expect(run).toMatchObject({ ...green, outputs: { bytes: '3000', 'imported-count': '3', 'pending-count': '2' } })
    expect(listed(run, 'pending')[0]?.reason).toContain('over max-total-gigabytes')
  })

  test('of the size of an asset fails its release before anything of it is fetched', async () => {
    await using scene = await fiveReleases()
    scene.github.repository('acme/widget').release({ tag: 'v6', assets: { 'small.bin': 's', 'large.bin': Buffer.alloc(1_000_001) } })
    const run = await scene.load({ 'max-asset-megabytes': '1' })
    expect(run.code).toBe(1)
    expect(listed(run, 'failed')).toMatchObject([{ version: '6' }])
    expect(told(run)).toContain("'large.bin' has 1.000001 MB, more than max-asset-megabytes allows")
    expect(run.outputs['imported-count']).toBe('5')
    expect(scene.downloads()).not.toContain('small.bin')
  })

  test('of 0 is none', async () => {
    await using scene = await fiveReleases()
    const run = await scene.load({ 'max-releases': '0', 'max-asset-megabytes': '0', 'max-total-gigabytes': '0' })
    expect(run).toMatchObject({ ...green, outputs: { 'imported-count': '5' } })
  })
})

describe('a rate limit', () => {
  test('that ends in time is waited for', async () => {
    await using scene = await fiveReleases()
    scene.github.faults.add({ do: 'secondary-limit', host: 'api', path: '/releases', times: 1, retryAfterSeconds: 1 })
    const run = await scene.load()
    expect(run).toMatchObject({ ...green, outputs: { 'imported-count': '5' } })
    expect(run.log).toContain('waiting for 1 s')
  })

  test('that does not leaves pending what could not be read, green with a warning, and keeps the rest', async () => {
    await using scene = await importScene()
    const { github, load, files } = scene
    for (const name of ['a', 'b', 'c']) github.addRepository({ fullName: `acme/${name}` }).release({ tag: 'v1', assets: { 'a.bin': name } })
    github.faults.add({ do: 'primary-limit', host: 'api', path: '/releases', nth: 3, times: 99, resetSeconds: 3000 })
    const run = await load({ repositories: 'acme/a\nacme/b\nacme/c', 'rate-limit-wait-minutes': '0.1' })
    expect(run).toMatchObject(green)
    const waiting = listed(run, 'pending')
    expect(waiting.length).toBeGreaterThan(0)
    expect(waiting[0]?.reason).toContain('GitHub takes no requests for another')
    expect(run.warnings.join()).toContain('pending')
    github.faults.clear()
    expect(await load({ repositories: 'acme/a\nacme/b\nacme/c' })).toMatchObject(green)
    expect(files()).toEqual(['a/1/a.bin', 'b/1/a.bin', 'c/1/a.bin'])
  })

  test('met when a release is about to be imported leaves it pending', async () => {
    await using scene = await fiveReleases()
    scene.github.faults.add({ do: 'primary-limit', host: 'api', path: '/tags', resetSeconds: 3000 })
    const run = await scene.load({ 'rate-limit-wait-minutes': '0' })
    expect(run).toMatchObject({ ...green, outputs: { 'pending-count': '5', 'imported-count': '0' } })
    expect(scene.files()).toEqual([])
  })
})

describe('a repository that cannot be read', () => {
  test('fails, and keeps no other from being imported', async () => {
    await using scene = await importScene()
    const { github, load, files } = scene
    for (const name of ['a', 'b']) github.addRepository({ fullName: `acme/${name}` }).release({ tag: 'v1', assets: { 'a.bin': name } })
    // Debugging proxies repeat what they were sent.
    const message = `Resource not accessible: Bearer ${github.token} ${Buffer.from(`Bearer ${github.token}`).toString('base64')}`
    github.faults.add({ do: 'answer', host: 'api', path: '/acme/a/releases', status: 403, body: { message } })
    const run = await load({ repositories: 'acme/*' })
    expect(run).toMatchObject({ code: 1, leaked: [] })
    expect(listed(run, 'failed')).toMatchObject([{ repository: 'acme/a', package: 'a' }])
    expect(told(run)).toContain('the token may not read this')
    expect(files()).toEqual(['b/1/a.bin'])
  })

  test('whose answers are no answers of GitHub fails with what is wrong', async () => {
    await using scene = await fiveReleases()
    scene.github.faults.add({ do: 'answer', host: 'api', path: '/releases', status: 200, body: [{ id: 'x' }] })
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(run.outputs['failed-count']).toBe('1')
    expect(run.log).not.toContain('Unexpected failure')
  })

  test('beyond the pages that GitHub gives is told, and what it does not list is not gone', async () => {
    await using scene = await importScene({ listingLimit: 100 })
    const widget = scene.github.addRepository({ fullName: 'acme/widget' })
    for (let i = 0; i < 101; i++) widget.release({ tag: `v${i}` })
    const run = await scene.load({ releases: 'v100' })
    expect(run).toMatchObject(green)
    expect(run.warnings.join()).toContain('GitHub lists its newest 100 releases')
    expect(versionsIn(run, 'imported')).toEqual(['widget 100'])
  })
})

describe('downloads', () => {
  test('that the server limits are waited for within the same minutes; then their release is pending', async () => {
    await using scene = await fiveReleases()
    const { github, load } = scene
    github.faults.add({ do: 'answer', host: 'server', nth: 2, status: 429, headers: { 'retry-after': '2' } })
    github.faults.add({ do: 'answer', host: 'server', nth: 4, status: 503, headers: { 'retry-after': '600' } })
    const run = await load({ 'rate-limit-wait-minutes': '0.1' })
    expect(run).toMatchObject({ ...green, outputs: { 'failed-count': '0' } })
    expect(run.ms).toBeGreaterThan(2000)
    expect(Number(run.outputs['imported-count']) + Number(run.outputs['pending-count'])).toBe(5)
    expect(listed(run, 'pending')[0]?.reason).toContain('it is busy, and asks for a pause')
    expect(await load()).toMatchObject({ ...green, outputs: { 'pending-count': '0' } })
  })

  test('ride out resets, truncation and servers that are busy', async () => {
    await using scene = await fiveReleases()
    const { github } = scene
    github.faults.add({ do: 'reset', host: 'storage', nth: 1, afterBytes: 500 })
    github.faults.add({ do: 'truncate', host: 'storage', nth: 2 })
    github.faults.add({ do: 'answer', host: 'storage', nth: 3, status: 503 })
    const run = await scene.load()
    expect(run).toMatchObject({ ...green, outputs: { 'imported-count': '5' } })
  })

  test('of a cancelled run are continued by the next one, from where they ended', async () => {
    await using scene = await importScene()
    const { github, load, files } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1', assets: { 'done.bin': 'done' } })
    widget.release({ tag: 'v2', assets: { 'half.bin': Buffer.alloc(200_000, 'h') } })
    github.faults.add({ do: 'stall', asset: 'half.bin', afterBytes: 150_000 })
    let cancelled = false
    const run = await load(
      {},
      {
        onStart: (child) => {
          github.onRequest = async ({ asset }) => {
            if (asset !== 'half.bin' || cancelled) return
            cancelled = true
            setTimeout(() => child.kill('SIGINT'), 1000)
          }
        },
      },
    )
    expect(run).toMatchObject({ code: 1, leaked: [] })
    expect(told(run)).toContain('the run was cancelled')
    expect(versionsIn(run, 'imported')).toEqual(['widget 1'])
    expect(listed(run, 'pending')).toEqual([
      { repository: 'acme/widget', package: 'widget', version: '2', reason: 'the run ended before it was imported' },
    ])
    expect(run.summary).toContain('The import ended early')
    expect(files()).toEqual(['widget/1/done.bin'])
    github.faults.clear()
    scene.downloads()
    const again = await load()
    expect(again).toMatchObject({ ...green, outputs: { bytes: '50000', 'imported-count': '1' } })
    expect(scene.downloads()).toEqual(['half.bin'])
    expect(github.assetRequests.at(-1)?.headers.range).toBe('bytes=150000-')
  })

  const missing = missingTools('openssl')

  test.skipIf(missing.length > 0)('may come from a host that is named', async () => {
    await using scene = await importScene()
    const { caFile, server: tls } = throwAwayAuthority(scene.workspace, ['files.example.com'])
    await using files = await serve((_, response) => response.end('far away'), { tls })
    await using proxy = await connectProxy({ hosts: { 'files.example.com': files.port } })
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1', assets: { 'a.bin': 'far away' } })
    const url = 'https://files.example.com/a.bin'
    const [asset] = scene.github.repository('acme/widget').releaseOf('v1').assets
    const fields = { id: asset?.id, name: 'a.bin', size: 8, state: 'uploaded', digest: asset?.digest, updated_at: asset?.updatedAt }
    const elsewhere = { ...fields, url: `${scene.github.url}/x`, browser_download_url: url, content_type: 'text/plain' }
    scene.github.faults.add({ do: 'merge', host: 'api', path: '/releases', fields: { assets: [elsewhere] } })
    const machine = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NODE_EXTRA_CA_CERTS: caFile }
    expect((await scene.load({}, { machine })).code).toBe(1)
    expect(files.requests).toEqual([])
    expect(await scene.load({ 'asset-hosts': 'files.example.com' }, { machine })).toMatchObject(green)
    expect(scene.text('widget/1/a.bin')).toBe('far away')
    expect(files.requests.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })
})

describe('a state that is damaged', () => {
  test('fails its repository, says what to do, and keeps no other from being imported', async () => {
    await using scene = await importScene()
    const { github, load, workspace } = scene
    for (const name of ['a', 'b', 'gone'])
      github.addRepository({ fullName: `acme/${name}` }).release({ tag: 'v1', assets: { 'a.bin': name } })
    await load({ repositories: 'acme/*' })
    for (const name of ['a', 'gone']) writeFileSync(join(workspace, `repo/.outtray/imports/github.com/acme/${name}.json`), '{}')
    github.removeRepository('acme/gone')
    github.repository('acme/b').release({ tag: 'v2', assets: { 'a.bin': 'b2' } })
    const run = await load({ repositories: 'acme/*' })
    expect(run.code).toBe(1)
    expect(listed(run, 'failed').map(({ repository }) => repository)).toEqual(['acme/a', 'acme/gone'])
    expect(told(run)).toContain('is no state of an import')
    expect(versionsIn(run, 'imported')).toEqual(['b 2'])
    expect(run.log).not.toContain('Unexpected failure')
  })
})

describe('a target', () => {
  test('that cannot be used ends the run with what is wrong, outputs and summary', async () => {
    await using scene = await fiveReleases()
    writeFileSync(join(scene.workspace, 'repo'), 'no folder')
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(told(run)).toContain("the repository 'repo' cannot be used")
    expect(run.log).not.toContain('Unexpected failure')
    expect(run.outputs).toMatchObject({ 'imported-count': '0' })
    expect(run.summary).toContain('The import ended early')
  })

  test('in which nothing can arrive ends the run once, not release by release', async () => {
    await using scene = await fiveReleases()
    mkdirSync(join(scene.workspace, 'repo/.outtray'), { recursive: true })
    writeFileSync(join(scene.workspace, 'repo/.outtray/incoming'), 'no folder')
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(run.errors).toHaveLength(1)
    expect(told(run)).toContain("'.outtray/incoming' in the repository is no folder")
    expect(run.outputs).toMatchObject({ 'imported-count': '0', 'failed-count': '0' })
  })

  test('that holds another file where an asset belongs keeps it, and the release fails', async () => {
    await using scene = await fiveReleases()
    mkdirSync(join(scene.workspace, 'repo/widget/3'), { recursive: true })
    writeFileSync(join(scene.workspace, 'repo/widget/3/a.bin'), 'mine')
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(versionsIn(run, 'failed')).toEqual(['widget 3'])
    expect(told(run)).toContain("'widget/3/a.bin' is published with other bytes")
    expect(scene.text('widget/3/a.bin')).toBe('mine')
    expect(versionsIn(run, 'imported')).toEqual(['widget 1', 'widget 2', 'widget 4', 'widget 5'])
  })
})
