import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { missingTools } from '../../../support/gnupg.ts'
import { readZips } from '../../../support/python-zip.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { ask, askApi, bearer, startWidget } from './scene.ts'

describe('an asset', () => {
  test('is found on the server, lies in storage, and each is an origin of its own', async () => {
    await using scene = await startWidget()
    const { github } = scene
    const redirected = await ask(scene.download)
    expect([redirected.status, redirected.text]).toEqual([302, ''])
    const address = new URL(redirected.headers.get('location') ?? '')
    expect(new Set([github.url, github.serverUrl, github.storageUrl, github.codeloadUrl, address.origin]).size).toBe(4)
    const got = await ask(address.href)
    expect([got.status, got.text]).toEqual([200, '0123456789'])
    expect(got.headers.get('content-disposition')).toBe('attachment; filename=a.bin')
    expect(got.headers.get('accept-ranges')).toBe('bytes')
    expect(github.assetRequests).toMatchObject([{ host: 'storage', asset: 'a.bin', status: 200, sent: 10 }])
    expect((await fetch(`${github.serverUrl}/acme/widget/releases/latest/download/b.txt`)).status).toBe(200)
    expect((await ask(`${github.serverUrl}/acme/widget/releases/download/v1.0.0/none`)).status).toBe(404)
  })

  test.each([
    ['bytes=3-', 206, '3456789', 'bytes 3-9/10'],
    ['bytes=3-5', 206, '345', 'bytes 3-5/10'],
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=-4', 206, '6789', 'bytes 6-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['bytes=-', 200, '0123456789', null],
    ['lines=1-', 200, '0123456789', null],
  ])('asked for %s gives %i %s', async (range, status, text, contentRange) => {
    await using scene = await startWidget()
    const got = await ask(await scene.signed(), { range })
    expect([got.status, got.text, got.headers.get('content-range')]).toEqual([status, text, contentRange])
  })

  test('asked for what lies beyond its end says 416 and how long it is', async () => {
    await using scene = await startWidget()
    for (const range of ['bytes=10-', 'bytes=99-', 'bytes=5-4', 'bytes=-0']) {
      const got = await ask(await scene.signed(), { range })
      expect([got.status, got.headers.get('content-range')]).toEqual([416, 'bytes */10'])
    }
  })

  test('sends the rest only of what the client has begun with (If-Range)', async () => {
    await using scene = await startWidget()
    const { headers } = await ask(await scene.signed())
    for (const validator of [headers.get('etag') ?? '', headers.get('last-modified') ?? '']) {
      const got = await ask(await scene.signed(), { range: 'bytes=8-', 'if-range': validator })
      expect([got.status, got.text]).toEqual([206, '89'])
    }
    scene.asset.overwrite('abcdefghij')
    const changed = await ask(await scene.signed(), { range: 'bytes=8-', 'if-range': headers.get('etag') ?? '' })
    expect([changed.status, changed.text]).toEqual([200, 'abcdefghij'])
  })

  test('has no body for HEAD, on any host', async () => {
    await using scene = await startWidget()
    const { github } = scene
    const head = (url: string) => fetch(url, { method: 'HEAD', redirect: 'manual' })
    const got = await head(await scene.signed())
    expect([got.status, got.headers.get('content-length'), await got.text()]).toEqual([200, '10', ''])
    expect((await head(scene.download)).status).toBe(302)
    expect((await head(`${github.url}/repos/acme/widget/releases`)).status).toBe(200)
    expect((await fetch(await scene.signed(), { method: 'PUT', body: 'x' })).status).toBe(405)
  })

  test('that is not uploaded yet, or was removed meanwhile, is not there', async () => {
    await using scene = await startWidget()
    const address = await scene.signed()
    scene.asset.state = 'open'
    expect((await ask(scene.download)).status).toBe(404)
    const path = `/repos/acme/widget/releases/assets/${scene.asset.id}`
    expect((await askApi(scene.github, path)).json()).toMatchObject({ state: 'open' })
    expect((await askApi(scene.github, path, { ...bearer(scene.github.token), accept: 'application/octet-stream' })).status).toBe(404)
    scene.asset.remove()
    expect((await ask(address)).status).toBe(404)
  })
})

describe('signed addresses', () => {
  test('are good for some time only, and only as they are', async () => {
    await using scene = await startWidget()
    const address = await scene.signed()
    expect((await ask(address.replace(/\/(\d+)\?/, (_, id) => `/${Number(id) + 1}?`))).status).toBe(403)
    expect((await ask(address.replace(/&sig=.*/, ''))).status).toBe(403)
    expect((await ask(address)).status).toBe(200)
    scene.github.advance(301_000)
    expect((await ask(address)).status).toBe(403)
    expect((await ask(await scene.signed())).status).toBe(200)
  })

  test('are refused together with credentials, which are not for storage', async () => {
    await using scene = await startWidget()
    const got = await ask(await scene.signed(), bearer(scene.github.token))
    expect([got.status, got.text]).toEqual([400, expect.stringContaining('Only one auth mechanism allowed')])
    expect(scene.github.assetRequests[0]?.headers.authorization).toBe('Bearer')
  })
})

describe('an API that sends assets itself', () => {
  test('sends them with Range, and counts them as downloads', async () => {
    await using scene = await startWidget({ assetAnswer: 'stream' })
    const { github, asset } = scene
    const octet = { ...bearer(github.token), accept: 'application/octet-stream' }
    const path = `/repos/acme/widget/releases/assets/${asset.id}`
    expect(await askApi(github, path, octet)).toMatchObject({ status: 200, text: '0123456789' })
    expect(await askApi(github, path, { ...octet, range: 'bytes=7-' })).toMatchObject({ status: 206, text: '789' })
    github.faults.add({ do: 'ignore-range', host: 'api' })
    expect(await askApi(github, path, { ...octet, range: 'bytes=7-' })).toMatchObject({ status: 200, text: '0123456789' })
    expect(github.assetRequests.map(({ host, asset: name, sent }) => [host, name, sent])).toEqual([
      ['api', 'a.bin', 10],
      ['api', 'a.bin', 3],
      ['api', 'a.bin', 10],
    ])
  })
})

describe('an Enterprise Server', () => {
  test('has its API below the server, and says so in every address', async () => {
    await using scene = await startWidget({ enterprise: true })
    const { github } = scene
    expect(github.url).toBe(`${github.serverUrl}/api/v3`)
    const got = await askApi(github, '/repos/acme/widget/releases?per_page=1')
    const [release] = got.json<{ url: string; assets: { url: string; browser_download_url: string }[] }[]>()
    expect(release?.url.startsWith(`${github.url}/repos/`)).toBe(true)
    expect((await ask(release?.url ?? '', bearer(github.token))).status).toBe(200)
    expect(await (await fetch(release?.assets[0]?.browser_download_url ?? '')).text()).toBe('0123456789')
    expect(github.requests.map(({ path }) => path)).toEqual([
      '/api/v3/repos/acme/widget/releases',
      expect.stringMatching(/^\/api\/v3\/repos\/acme\/widget\/releases\/\d+$/),
    ])
  })
})

describe('archives of the source', () => {
  const source = { 'README.md': '# Widget\n', 'src/späße.txt': 'ha', empty: '' }
  const missing = missingTools('tar', 'python3')
  if (missing.length > 0 && process.env.CI) throw new Error(`CI lacks ${missing.join(', ')}`)

  test.skipIf(missing.length > 0)('are what tar and Python’s zipfile read, always the same bytes, of unknown length', async () => {
    await using scene = await startWidget()
    await using folder = temporaryFolder('archives')
    scene.repository.edit({ source })
    const { github } = scene
    const download = async (url: string, headers = {}) => {
      const response = await fetch(url, { headers })
      expect(response.headers.get('content-length')).toBeNull()
      return Buffer.from(await response.arrayBuffer())
    }
    const commit = scene.repository.tags.get('v1.0.0')?.slice(0, 7)
    for (const [tgz, zip, root] of [
      [`${github.url}/repos/acme/widget/tarball/v1.0.0`, `${github.url}/repos/acme/widget/zipball/v1.0.0`, `acme-widget-${commit}`],
      [
        `${github.serverUrl}/acme/widget/archive/refs/tags/v1.0.0.tar.gz`,
        `${github.serverUrl}/acme/widget/archive/v1.0.0.zip`,
        'widget-1.0.0',
      ],
    ] as const) {
      const tar = await download(tgz)
      expect(tar.equals(await download(tgz))).toBe(true)
      const file = join(folder.path, `${root}.tar.gz`)
      writeFileSync(file, tar)
      execFileSync('tar', ['-xzf', file, '-C', folder.path])
      const read = (path: string) => execFileSync('cat', [join(folder.path, root, path)], { encoding: 'utf8' })
      expect(Object.keys(source).map((path) => [path, read(path)])).toEqual(Object.entries(source))
      const [entries = []] = readZips(folder.path, [await download(zip)])
      expect(entries.map(({ name, size }) => [name, size])).toEqual([
        [`${root}/README.md`, 9],
        [`${root}/empty`, 0],
        [`${root}/src/späße.txt`, 2],
      ])
    }
    expect(github.assetRequests.every(({ host, asset }) => host === 'codeload' && asset?.includes('widget'))).toBe(true)
  })
})
