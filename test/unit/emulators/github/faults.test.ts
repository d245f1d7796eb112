import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { type Fault, parseFaults } from '../../../emulators/github/faults.ts'
import { ask, askApi, bearer, startWidget } from './scene.ts'

/** Everything that comes over a connection for one GET, as it comes; `open` when nothing more came for a while. */
async function raw(url: string, patienceMs = 400): Promise<{ text: string; ended: 'closed' | 'reset' | 'open' }> {
  const { hostname, port, pathname, search } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}\r\nUser-Agent: raw\r\n\r\n`)
  let text = ''
  let ended: 'closed' | 'reset' | 'open' = 'closed'
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk
  })
  socket.on('error', () => {
    ended = 'reset'
  })
  socket.setTimeout(patienceMs, () => {
    ended = 'open'
    socket.destroy()
  })
  await new Promise((resolve) => socket.on('close', resolve))
  return { text, ended }
}

const bodyOf = (text: string) => text.slice(text.indexOf('\r\n\r\n') + 4)

describe('a download', () => {
  const cases: readonly [string, Fault, { body: string; ended: string; length?: string }][] = [
    ['is reset before an answer', { do: 'reset' }, { body: '', ended: 'reset' }],
    ['is reset in the middle', { do: 'reset', afterBytes: 4 }, { body: '0123', ended: 'reset', length: '10' }],
    ['is never answered', { do: 'stall' }, { body: '', ended: 'open' }],
    ['stalls', { do: 'stall', afterBytes: 6 }, { body: '012345', ended: 'open', length: '10' }],
    ['ends half way', { do: 'truncate' }, { body: '01234', ended: 'closed', length: '10' }],
    ['ends where a test says', { do: 'truncate', afterBytes: 0 }, { body: '', ended: 'closed', length: '10' }],
    ['promises more than it has', { do: 'lie', contentLength: 20 }, { body: '0123456789', ended: 'closed', length: '20' }],
    ['sends more than it promises', { do: 'lie', contentLength: 3 }, { body: '0123456789', ended: 'closed', length: '3' }],
    ['has one bit wrong', { do: 'flip', at: 9 }, { body: '0123456788', ended: 'open', length: '10' }],
  ]

  test.each(cases)('%s', async (_, fault, { body, ended, length }) => {
    await using scene = await startWidget()
    const address = await scene.signed()
    scene.github.faults.add({ ...fault, asset: 'a.bin', times: 1 })
    const got = await raw(address)
    expect([bodyOf(got.text), got.ended]).toEqual([body, ended])
    expect(/content-length: (\d+)/.exec(got.text)?.[1]).toBe(length)
    expect(await ask(address)).toMatchObject({ status: 200, text: '0123456789' })
    expect(scene.github.breakdowns).toEqual([])
  })

  test('sends more than there is, without saying how much', async () => {
    await using scene = await startWidget()
    scene.github.faults.add({ do: 'overflow', bytes: 200_000, host: 'storage' })
    const got = await ask(await scene.signed())
    expect(got.headers.get('content-length')).toBeNull()
    expect(got.text).toHaveLength(200_010)
    expect(got.text.startsWith('0123456789more')).toBe(true)
  })

  test('knows no Range', async () => {
    await using scene = await startWidget()
    scene.github.faults.add({ do: 'ignore-range' })
    expect(await ask(await scene.signed(), { range: 'bytes=5-' })).toMatchObject({ status: 200, text: '0123456789' })
    expect(scene.github.assetRequests[0]?.headers.range).toBe('bytes=5-')
  })

  test('is slow, or late', async () => {
    await using scene = await startWidget()
    const timed = async (fault: Fault) => {
      const address = await scene.signed()
      scene.github.faults.add({ ...fault, times: 1 })
      const started = performance.now()
      expect((await ask(address)).text).toBe('0123456789')
      return performance.now() - started
    }
    expect(await timed({ do: 'dribble', bytesPerSecond: 50 })).toBeGreaterThan(150)
    expect(await timed({ do: 'delay', ms: 150 })).toBeGreaterThan(140)
  })
})

describe('the API', () => {
  const path = '/repos/acme/widget/releases'

  test.each([
    [502, 'text/html'],
    [503, 'application/json'],
    [500, 'application/json'],
    [404, 'application/json'],
  ])('answers %i as GitHub does', async (status, type) => {
    await using scene = await startWidget({ faults: [{ do: 'answer', status, times: 1 }] })
    const got = await askApi(scene.github, path)
    expect([got.status, got.headers.get('content-type')]).toEqual([status, expect.stringContaining(type)])
    expect((await askApi(scene.github, path)).status).toBe(200)
  })

  test('answers what a test says: redirects, HTML, broken JSON', async () => {
    await using scene = await startWidget()
    const { faults } = scene.github
    const answer = (more: Partial<Extract<Fault, { do: 'answer' }>>) => faults.add({ do: 'answer', status: 200, times: 1, ...more })
    answer({ status: 302, headers: { Location: 'https://elsewhere.test/' } })
    expect((await askApi(scene.github, path)).headers.get('location')).toBe('https://elsewhere.test/')
    answer({ body: '[{"id":' })
    expect((await askApi(scene.github, path)).text).toBe('[{"id":')
    answer({ body: [{ id: 'x' }] })
    expect((await askApi(scene.github, path)).json()).toEqual([{ id: 'x' }])
  })

  test('overwrites fields of its JSON, one by one in lists; ETags follow', async () => {
    await using scene = await startWidget()
    const before = await askApi(scene.github, path)
    scene.github.faults.add({ do: 'merge', fields: { assets: null, tag_name: '../../etc' } })
    const after = await askApi(scene.github, path, { ...bearer(scene.github.token), 'if-none-match': before.headers.get('etag') ?? '' })
    expect(after.json()).toMatchObject([{ assets: null, tag_name: '../../etc', draft: false }])
    expect((await askApi(scene.github, '/repos/acme/widget')).json()).toMatchObject({ name: 'widget', assets: null })
  })

  test.each([
    [{ do: 'secondary-limit', retryAfterSeconds: 7 }, 403, '7', /secondary rate limit/],
    [{ do: 'secondary-limit', status: 429 }, 429, null, /secondary rate limit/],
    [{ do: 'primary-limit', resetSeconds: 9 }, 403, null, /API rate limit exceeded/],
  ] as const)('refuses on request: %j', async (fault, status, retryAfter, message) => {
    await using scene = await startWidget()
    scene.github.faults.add({ ...fault, times: 1 })
    const got = await askApi(scene.github, path)
    expect([got.status, got.headers.get('retry-after')]).toEqual([status, retryAfter])
    expect(got.json()).toMatchObject({ message: expect.stringMatching(message) })
    if (fault.do === 'primary-limit') {
      expect(got.headers.get('x-ratelimit-remaining')).toBe('0')
      expect(Number(got.headers.get('x-ratelimit-reset')) - Date.now() / 1000).toBeGreaterThan(7)
    }
    expect(scene.github.requests.at(-1)?.limited).toBe(true)
    expect((await askApi(scene.github, path)).status).toBe(200)
  })
})

describe('a fault', () => {
  test('strikes the requests that it names, from the n-th on, so many times', async () => {
    await using scene = await startWidget()
    const { github } = scene
    github.faults.add({ do: 'answer', status: 500, host: 'api', method: 'GET', path: '/releases$', nth: 2, times: 2 })
    const statuses: number[] = []
    for (let at = 0; at < 5; at++) {
      expect((await askApi(github, '/repos/acme/widget')).status).toBe(200)
      expect((await ask(scene.download)).status).toBe(302)
      statuses.push((await askApi(github, '/repos/acme/widget/releases')).status)
    }
    expect(statuses).toEqual([200, 500, 500, 200, 200])
  })

  test('with nth alone strikes once, with neither always, until the faults are cleared', async () => {
    await using scene = await startWidget({ faults: [{ do: 'answer', status: 500, nth: 2 }] })
    const statuses = async (count: number) => {
      const got: number[] = []
      for (let at = 0; at < count; at++) got.push((await askApi(scene.github, '/repos/acme/widget')).status)
      return got
    }
    expect(await statuses(3)).toEqual([200, 500, 200])
    scene.github.faults.add({ do: 'answer', status: 503 })
    expect(await statuses(2)).toEqual([503, 503])
    scene.github.faults.clear()
    expect(await statuses(2)).toEqual([200, 200])
  })

  test('as JSON is checked, and each mistake is named by its place', () => {
    expect(parseFaults('{"do":"flip"}')).toEqual([{ do: 'flip', at: 0 }])
    expect(parseFaults('[{"do":"reset"},{"do":"stall","afterBytes":1}]')).toHaveLength(2)
    expect(() => parseFaults('[{"do":"reset"},{"do":"delay"}]')).toThrow(/not a fault: 1\.ms/)
    expect(() => parseFaults('{"do":"explode"}')).toThrow(/not a fault/)
    expect(() => parseFaults('{"do":"reset","colour":1}')).toThrow(/not a fault/)
  })
})

test('a test can look at every request, and hold it, before it is answered', async () => {
  await using scene = await startWidget()
  const counts: number[] = []
  scene.github.onRequest = async ({ path }, count) => {
    counts.push(count)
    if (path.endsWith('/releases')) scene.release.edit({ body: 'changed while you waited' })
  }
  await askApi(scene.github, '/repos/acme/widget')
  expect((await askApi(scene.github, '/repos/acme/widget/releases')).json()).toMatchObject([{ body: 'changed while you waited' }])
  expect(counts).toEqual([1, 2])
})
