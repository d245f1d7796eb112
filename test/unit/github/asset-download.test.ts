import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { AssetDownloadOptions, DownloadableAsset } from '../../../src/github/asset-download.ts'
import { AssetHosts } from '../../../src/github/asset-hosts.ts'
import { RateLimited } from '../../../src/github/rate-limits.ts'
import { digestsOf, partly, scene, storage, token } from '../../support/asset-scene.ts'
import { json } from '../../support/github-answers.ts'
import { type Handler, serve } from '../../support/loopback-server.ts'

const small = randomBytes(300_000)

describe('an asset', () => {
  test('comes with all its digests, without any token', async () => {
    await using place = await scene(storage(small))
    const { outcome, bytes } = await place.receive(place.asset(small))
    expect(outcome).toEqual({ digests: digestsOf(small), size: 300_000, received: 300_000 })
    expect(bytes.equals(small)).toBe(true)
    expect(place.server.requests).toHaveLength(1)
    expect(place.server.requests[0]?.headers).toMatchObject({ accept: 'application/octet-stream', 'accept-encoding': 'identity' })
    expect(place.server.requests[0]?.headers).not.toHaveProperty('authorization')
    expect(place.calls()).toBe(0)
  })

  test('of twenty megabytes, hashed by others, comes with the same digests', async () => {
    const large = randomBytes(20_000_000)
    await using place = await scene(storage(large))
    const { outcome, bytes } = await place.receive(place.asset(large))
    expect(outcome).toEqual({ digests: digestsOf(large), size: large.length, received: large.length })
    expect(bytes.equals(large)).toBe(true)
  })

  test('without a digest is taken by its size', async () => {
    await using place = await scene(storage(small))
    const { digest, ...asset } = place.asset(small)
    expect((await place.receive(asset)).outcome).toMatchObject({ digests: digestsOf(small) })
  })

  test('of no bytes needs no request', async () => {
    await using place = await scene(storage(small))
    const none = Buffer.alloc(0)
    expect((await place.receive(place.asset(none))).outcome).toEqual({ digests: digestsOf(none), size: 0, received: 0 })
    expect(place.server.requests).toEqual([])
  })

  test('of unknown length comes as far as the answer goes', async () => {
    await using place = await scene((_, response) => {
      response.write(small)
      response.end()
    })
    const { digest, size, ...archive } = place.asset(small)
    expect((await place.receive(archive, Buffer.from('left by an earlier run'))).outcome).toMatchObject({
      digests: digestsOf(small),
      size: 300_000,
    })
  })

  test('that is hidden comes through the API, and the token goes no further', async () => {
    await using store = await serve(storage(small, [partly(small.subarray(0, 100_000), { length: small.length })]))
    await using place = await scene((_, response) => response.writeHead(302, { location: `${store.url}/signed?key=s3cret` }).end())
    const { outcome } = await place.receive(place.hidden(small))
    expect(outcome).toMatchObject({ digests: digestsOf(small) })
    expect(place.server.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${token}`, accept: 'application/octet-stream' })
    expect(store.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined])
    expect(store.requests.map(({ headers }) => [headers.range, headers['if-range']])).toEqual([
      [undefined, undefined],
      ['bytes=100000-', '"one"'],
    ])
    expect(place.calls()).toBe(2)
    expect(place.log.lines.join()).not.toContain('s3cret')
  })
})

describe('a server that shows nothing without a session', () => {
  const hiding: Handler = (request, response) => {
    if (request.url?.startsWith('/repos/') === true) response.end(small)
    else if (request.url === '/login') response.end('<html>Sign in</html>')
    else response.writeHead(302, { location: '/login' }).end()
  }

  test('gives the asset through its API', async () => {
    await using place = await scene(hiding)
    expect((await place.receive(place.asset(small))).outcome).toMatchObject({ digests: digestsOf(small), received: 300_000 })
    expect(place.server.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined, `Bearer ${token}`])
  })
})

describe('a download fails, and says why, when', () => {
  const failing = async (handler: Handler, more: Partial<DownloadableAsset> = {}, options: Partial<AssetDownloadOptions> = {}) => {
    await using place = await scene(handler, options)
    const { outcome, bytes, longest } = await place.receive(place.asset(small, more))
    if (!(outcome instanceof Error)) throw new Error('it did not fail')
    expect(`${outcome.message}${outcome.hint}`).not.toContain(token)
    return { error: outcome, bytes, longest, requests: place.server.requests.length, clock: place.clock }
  }

  test('the bytes are not those of the digest; nothing is kept', async () => {
    const { error, bytes, requests } = await failing(storage(randomBytes(300_000)))
    expect(error).toMatchObject({ code: 'rejected', hint: expect.stringMatching(/Nothing of it was kept/) })
    expect(error.message).toMatch(
      /^widget\.tgz is not what GitHub says it is: its SHA-256 is [0-9a-f]{64}, and the digest that GitHub lists is sha256:/,
    )
    expect(bytes).toHaveLength(0)
    expect(requests).toBe(1)
  })

  test('more bytes come than there should be; none of them is written', async () => {
    const endless: Handler = async (_, response) => {
      while (!response.destroyed) if (!response.write(small.subarray(0, 70_001))) await delay(1)
    }
    const { error, bytes, longest } = await failing(endless)
    expect(error.message).toMatch(/it has more than 300000 bytes$/)
    expect(longest).toBeLessThanOrEqual(300_000)
    expect(bytes).toHaveLength(0)
  })

  test('an archive of unknown length goes on beyond what is allowed', async () => {
    await using place = await scene(storage(small), { maxBytes: 200_000 })
    const { size, digest, ...archive } = place.asset(small)
    const { outcome, bytes } = await place.receive(archive)
    expect(outcome).toMatchObject({ code: 'rejected', message: expect.stringMatching(/more than the 200000 bytes that are allowed$/) })
    expect(bytes).toHaveLength(0)
  })

  test('it is too large to begin with; nothing is asked', async () => {
    const { error, requests } = await failing(storage(small), {}, { maxBytes: 1000 })
    expect(error.message).toBe('widget.tgz has 300000 bytes, more than the 1000 that are allowed')
    expect(requests).toBe(0)
  })

  test('another length is offered and no digest could prove the bytes', async () => {
    const { error } = await failing(storage(small.subarray(1)), { digest: undefined as unknown as string })
    expect(error.message).toMatch(/299999 bytes are offered where 300000 are missing$/)
  })

  test('it is always cut short; what came is kept', async () => {
    const half = small.subarray(0, 150_000)
    const { error, bytes, requests } = await failing((request, response) => {
      if (request.headers.range === undefined) response.writeHead(200, { 'content-length': 150_000, etag: '"a"' }).end(half)
      else request.socket.destroy()
    })
    expect(error).toMatchObject({ code: 'unavailable' })
    expect(bytes.equals(half)).toBe(true)
    expect(requests).toBe(4)
  })

  test.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [400, 'rejected'],
  ])('the server says %i', async (code, expected) => {
    const { error, requests } = await failing((_, response) => response.writeHead(code).end())
    expect(error).toMatchObject({
      code: expected,
      message: expect.stringMatching(new RegExp(`^widget\\.tgz did not come: GET .* answered ${code}$`)),
    })
    expect(requests).toBe(1)
  })

  test('the server stays down', async () => {
    const { error, requests } = await failing((_, response) => response.writeHead(503).end())
    expect(error).toMatchObject({ code: 'unavailable' })
    expect(requests).toBe(4)
  })

  test.each([
    ['a compressed answer', { 'content-encoding': 'gzip' }, 200, /in the encoding gzip/],
    ['a part that nobody asked for', { 'content-range': 'bytes 0-4/5' }, 206, /answered 206 to a question for the whole/],
  ])('the server gives %s', async (_, headers, code, expected) => {
    const { error } = await failing((_request, response) => response.writeHead(code, headers).end('12345'))
    expect(error).toMatchObject({ code: 'rejected' })
    expect(error.message).toMatch(expected)
  })

  test('its name gives orders, and the message gives none', async () => {
    const { error } = await failing(storage(randomBytes(300_000)), { name: 'a\n::error::b' })
    expect(error.message).toMatch(/^a\\n::error::b is not/)
  })

  test('the API wants a rest that is longer than the run', async () => {
    await using place = await scene((_, response) =>
      json(response, { message: 'slow down' }, { status: 429, headers: { 'retry-after': '5000' } }),
    )
    const { outcome } = await place.receive(place.hidden(small))
    expect(outcome).toMatchObject({ code: 'unavailable', message: expect.stringMatching(/takes no requests for another 84 minutes/) })
    expect(place.server.requests).toHaveLength(1)
  })

  test.each([429, 403, 503])('the host of the assets wants a rest that is longer than the run: %i', async (status) => {
    await using place = await scene((_, response) => response.writeHead(status, { 'retry-after': '5000' }).end())
    const { outcome } = await place.receive(place.asset(small))
    expect(outcome).toBeInstanceOf(RateLimited)
    expect(place.server.requests).toHaveLength(1)
  })

  test('the run is cancelled', async () => {
    const stop = new AbortController()
    const handler: Handler = (_, response) => {
      response.writeHead(200, { 'content-length': small.length }).write(small.subarray(0, 1000))
      setTimeout(() => stop.abort(new Error('cancelled')), 20)
    }
    const { error } = await failing(handler, {}, { signal: stop.signal })
    expect(error.message).toBe('cancelled')
  })
})

describe('no bytes are taken from', () => {
  test('a host that is not allowed, named or redirected to', async () => {
    await using place = await scene((_, response) => response.writeHead(302, { location: 'https://evil.test/x' }).end())
    const redirected = await place.receive(place.asset(small))
    expect(redirected.outcome).toMatchObject({
      code: 'rejected',
      message: expect.stringMatching(/evil\.test\/x is where a redirect leads, to a host/),
    })
    const named = await place.receive(place.asset(small, { publicUrl: 'https://evil.test/x' }))
    expect(named.outcome).toMatchObject({ message: expect.stringMatching(/evil\.test\/x names a host that is not allowed/) })
    const hidden = await place.receive(place.hidden(small))
    expect(hidden.outcome).toMatchObject({ message: expect.stringMatching(/to a host that is not allowed/) })
    const api = await place.receive({ ...place.hidden(small), apiUrl: 'https://evil.test/takes-the-token' })
    expect(api.outcome).toMatchObject({ message: expect.stringMatching(/as its own address/) })
  })

  test('http, when the API speaks https', async () => {
    await using plain = await serve(storage(small))
    const hosts = new AssetHosts({ apiUrl: 'https://127.0.0.1:1', assetHosts: [] })
    await using place = await scene(storage(small), { hosts })
    expect((await place.receive(place.asset(small, { publicUrl: plain.url }))).outcome).toMatchObject({ code: 'rejected' })
    expect(plain.requests).toEqual([])
  })
})

test('a large asset takes no more memory than a small one', async () => {
  const block = randomBytes(1 << 20)
  const size = 256 * block.length
  const expected = createHash('sha256')
  for (let at = 0; at < size; at += block.length) expected.update(block)
  await using place = await scene(async (_, response) => {
    response.writeHead(200, { 'content-length': size })
    for (let at = 0; at < size; at += block.length) if (!response.write(block)) await once(response, 'drain')
    response.end()
  })
  const before = process.memoryUsage.rss()
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss() - before)
  }, 5)
  const digest = `sha256:${expected.digest('hex')}`
  const { outcome } = await place.receive({ name: 'large', size, digest, publicUrl: place.server.url, apiUrl: place.server.url })
  clearInterval(watch)
  expect(outcome).toMatchObject({ size })
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThan(160 << 20)
})
