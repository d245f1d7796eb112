import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ActionError } from '../../../src/core/errors.ts'
import { type ArrivingFile, type AssetDownloadOptions, AssetDownloads, type DownloadableAsset } from '../../../src/github/asset-download.ts'
import { AssetHosts } from '../../../src/github/asset-hosts.ts'
import { openRepository } from '../../../src/repositories/kinds.ts'
import { apiAt, json } from '../../support/github-answers.ts'
import { type Handler, type LoopbackServer, serve } from '../../support/loopback-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

const token = 'ghs_s3cret'
const digestsOf = (bytes: Buffer) =>
  Object.fromEntries(['md5', 'sha1', 'sha256', 'sha512'].map((name) => [name, createHash(name).update(bytes).digest('hex')]))
const sha256 = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** Serves a file by ranges. Each request takes the next of the faults; then all is well. */
function storage(bytes: Buffer, faults: (Fault | undefined)[] = [], { etag = '"one"' }: { etag?: string } = {}): Handler {
  return async (request, response) => {
    const fault = faults.shift()
    if (fault?.(request, response) === 'answered') return
    const since = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]
    const matches = (request.headers['if-range'] ?? etag) === etag
    const start = since === undefined || !matches ? 0 : Number(since)
    if (start >= bytes.length && bytes.length > 0 && start > 0) {
      return response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end()
    }
    const body = bytes.subarray(start)
    response.writeHead(start > 0 ? 206 : 200, {
      'content-length': body.length,
      etag,
      ...(start > 0 && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
    })
    return response.end(body)
  }
}

type Fault = (request: IncomingMessage, response: ServerResponse) => 'answered' | undefined

const answered =
  (act: (request: IncomingMessage, response: ServerResponse) => unknown): Fault =>
  (request, response) => {
    act(request, response)
    return 'answered'
  }
const reset = answered((request) => request.socket.destroy())
const status = (code: number, headers: Record<string, string> = {}) =>
  answered((_, response) => response.writeHead(code, headers).end('{}'))
/** Promises `length` bytes, sends these, and cuts the connection or holds it. */
const partly = (
  bytes: Buffer,
  { length, headers = {}, holds = false }: { length: number; headers?: Record<string, string>; holds?: boolean },
) =>
  answered((request, response) => {
    response.writeHead(headers['content-range'] === undefined ? 200 : 206, { 'content-length': length, etag: '"one"', ...headers })
    response.write(bytes, () => holds || setTimeout(() => request.socket.destroy(), 10))
  })

/** Sends what was asked for, up to there. */
const breakAt = (bytes: Buffer, end: number): Fault =>
  answered((request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const headers = {
      'content-length': bytes.length - start,
      etag: '"one"',
      'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}`,
    }
    response.writeHead(start > 0 ? 206 : 200, headers)
    response.write(bytes.subarray(start, Math.max(start, end)), () => setTimeout(() => request.socket.destroy(), 5))
  })

async function scene(handler: Handler, options: Partial<AssetDownloadOptions> = {}) {
  const server = await serve(handler)
  const folder = temporaryFolder()
  const repository = openRepository('repo', { workspace: folder.path, patience: 5000, onWait() {} })
  const client = apiAt(server.url, { token })
  const clock = new TestClock()
  const log = new TestLog()
  const hosts = new AssetHosts({ apiUrl: server.url, assetHosts: [] })
  const downloads = new AssetDownloads({ environment: {}, clock, log, api: client.api, hosts, maxBytes: 1 << 30, ...options })
  return {
    server,
    clock,
    log,
    calls: () => client.api.calls,
    /** The same, as a hidden one. */
    hidden: (bytes: Buffer): DownloadableAsset => ({
      name: 'widget.tgz',
      size: bytes.length,
      digest: sha256(bytes),
      apiUrl: `${server.url}/repos/acme/widget/releases/assets/1`,
    }),
    asset: (bytes: Buffer, more: Partial<DownloadableAsset> = {}): DownloadableAsset => ({
      name: 'widget.tgz',
      size: bytes.length,
      digest: sha256(bytes),
      publicUrl: `${server.url}/widget.tgz`,
      apiUrl: `${server.url}/repos/acme/widget/releases/assets/1`,
      ...more,
    }),
    /** Receives into the same arrival each time, which starts with these bytes the first time. */
    async receive(asset: DownloadableAsset, before: Buffer = Buffer.alloc(0)) {
      await using arrival = await repository.arrival('github.com/acme/widget/1')
      if (before.length > 0) await arrival.append(before)
      let longest = arrival.size
      const watched: ArrivingFile = {
        localPath: arrival.localPath,
        get size() {
          return arrival.size
        },
        async append(chunk) {
          await arrival.append(chunk)
          longest = Math.max(longest, arrival.size)
        },
        restart: () => arrival.restart(),
      }
      const outcome = await downloads.receive(asset, watched).catch((error: ActionError) => error)
      return { outcome, longest, bytes: arrival.size > 1 << 26 ? Buffer.alloc(0) : readFileSync(arrival.localPath) }
    },
    async [Symbol.asyncDispose]() {
      await downloads[Symbol.asyncDispose]()
      await client[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

const ranges = (server: LoopbackServer) => server.requests.map(({ headers }) => headers.range)
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

describe('what an earlier run left', () => {
  test('is not asked for again', async () => {
    await using place = await scene(storage(small))
    const { outcome, bytes } = await place.receive(place.asset(small), small.subarray(0, 200_000))
    expect(outcome).toEqual({ digests: digestsOf(small), size: 300_000, received: 100_000 })
    expect(bytes.equals(small)).toBe(true)
    expect(ranges(place.server)).toEqual(['bytes=200000-'])
  })

  test('of a large asset neither', async () => {
    const large = randomBytes(20_000_000)
    await using place = await scene(storage(large))
    const { outcome } = await place.receive(place.asset(large), large.subarray(0, 19_999_999))
    expect(outcome).toEqual({ digests: digestsOf(large), size: large.length, received: 1 })
  })

  test('needs no request at all when it is whole', async () => {
    await using place = await scene(storage(small))
    expect((await place.receive(place.asset(small), small)).outcome).toMatchObject({ digests: digestsOf(small), received: 0 })
    expect(place.server.requests).toEqual([])
  })

  test.each([
    ['in part', randomBytes(200_000), ['bytes=200000-', undefined], 400_000],
    ['as a whole', randomBytes(300_000), [undefined], 300_000],
    ['and too long', randomBytes(300_001), [undefined], 300_000],
  ])('%s, but of something else, is dropped', async (_, before, asked, received) => {
    await using place = await scene(storage(small))
    const { outcome, bytes } = await place.receive(place.asset(small), before)
    expect(outcome).toEqual({ digests: digestsOf(small), size: 300_000, received })
    expect(bytes.equals(small)).toBe(true)
    expect(ranges(place.server)).toEqual(asked)
  })

  test('is dropped where the server knows no ranges', async () => {
    await using place = await scene((_, response) => response.end(small))
    const { outcome, bytes } = await place.receive(place.asset(small), small.subarray(0, 200_000))
    expect(outcome).toMatchObject({ digests: digestsOf(small), received: 300_000 })
    expect(bytes.equals(small)).toBe(true)
  })

  test.each([
    ['refuses the range', status(416, { 'content-range': 'bytes */300000' })],
    ['answers with another range', partly(small, { length: small.length, headers: { 'content-range': 'bytes 0-299999/300000' } })],
    ['answers with no range that can be read', partly(small, { length: small.length, headers: { 'content-range': 'items 200000-1' } })],
  ])('is dropped where the server %s', async (_, fault) => {
    await using place = await scene(storage(small, [fault]))
    const { outcome, bytes } = await place.receive(place.asset(small), small.subarray(0, 200_000))
    expect(outcome).toMatchObject({ digests: digestsOf(small), received: 300_000 })
    expect(bytes.equals(small)).toBe(true)
    expect(ranges(place.server)).toEqual(['bytes=200000-', undefined])
  })
})

describe('a transfer goes on after', () => {
  const half = small.subarray(0, 150_000)

  test.each<[string, Fault]>([
    ['a reset', reset],
    ['an answer that breaks off', partly(half, { length: small.length })],
    [
      'an answer that ends early, and says so',
      answered((_, response) => response.writeHead(200, { 'content-length': half.length, etag: '"one"' }).end(half)),
    ],
    ['an answer that promises more than there is', partly(half, { length: small.length * 2 })],
    ['503', status(503)],
    ['500', status(500)],
    ['too many requests', status(429, { 'retry-after': '2' })],
  ])('%s', async (_, fault) => {
    await using place = await scene(storage(small, [fault]))
    const { outcome, bytes } = await place.receive(place.asset(small))
    expect(outcome).toMatchObject({ digests: digestsOf(small), received: 300_000 })
    expect(bytes.equals(small)).toBe(true)
    expect(place.clock.sleeps).toHaveLength(1)
    expect(place.log.lines.some((line) => line.startsWith('widget.tgz: '))).toBe(true)
  })

  test('an answer that breaks off when all is there: it is over', async () => {
    const cut = answered((request, response) => response.writeHead(200).write(small, () => setTimeout(() => request.socket.destroy(), 20)))
    await using place = await scene(storage(small, [cut]))
    expect((await place.receive(place.asset(small))).outcome).toMatchObject({ digests: digestsOf(small), received: 300_000 })
    expect(place.server.requests).toHaveLength(1)
  })

  test('all is there, without waiting for what was promised besides', async () => {
    await using place = await scene(storage(small, [partly(small, { length: 600_000, holds: true })]))
    expect((await place.receive(place.asset(small))).outcome).toMatchObject({ digests: digestsOf(small), received: 300_000 })
    expect(place.server.requests).toHaveLength(1)
  })

  test('a break of an archive, from its beginning: it is packed anew', async () => {
    await using place = await scene(storage(small, [partly(half, { length: small.length })]))
    const { size, digest, ...archive } = place.asset(small)
    expect((await place.receive(archive)).outcome).toMatchObject({ digests: digestsOf(small), received: 450_000 })
    expect(ranges(place.server)).toEqual([undefined, undefined])
  })

  test('a break, without a condition that a weak validator cannot carry', async () => {
    await using place = await scene(storage(small, [partly(half, { length: small.length, headers: { etag: 'W/"one"' } })]))
    expect((await place.receive(place.asset(small))).outcome).toMatchObject({ digests: digestsOf(small), received: 300_000 })
    expect(ranges(place.server)).toEqual([undefined, 'bytes=150000-'])
    expect(place.server.requests[1]?.headers).not.toHaveProperty('if-range')
  })

  test('a stall', async () => {
    await using place = await scene(storage(small, [partly(half, { length: small.length, holds: true })]), {
      limits: { idleMs: 100, bytesPerSecond: 1e9 },
    })
    expect((await place.receive(place.asset(small))).outcome).toMatchObject({ digests: digestsOf(small), received: 300_000 })
    expect(ranges(place.server)).toEqual([undefined, 'bytes=150000-'])
  })

  test('a change of the file meanwhile, from its beginning', async () => {
    const other = randomBytes(300_000)
    await using place = await scene(
      storage(small, [partly(other.subarray(0, 150_000), { length: 300_000, headers: { etag: '"another"' } })]),
    )
    const { outcome } = await place.receive(place.asset(small))
    expect(outcome).toMatchObject({ digests: digestsOf(small), received: 450_000 })
    expect(place.server.requests[1]?.headers['if-range']).toBe('"another"')
  })

  test('as many breaks as it takes, while each brings it further', async () => {
    const large = randomBytes(12_000_000)
    const cutting: Handler = (request, response) => {
      const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
      const headers = { 'content-length': large.length - start, 'content-range': `bytes ${start}-${large.length - 1}/${large.length}` }
      response.writeHead(start === 0 ? 200 : 206, headers)
      if (large.length - start <= 1_200_000) return response.end(large.subarray(start))
      response.write(large.subarray(start, start + 1_200_000), () => setTimeout(() => request.socket.destroy(), 20))
      return undefined
    }
    await using place = await scene(cutting)
    expect((await place.receive(place.asset(large))).outcome).toMatchObject({ digests: digestsOf(large) })
    expect(place.server.requests.length).toBeGreaterThan(8)
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

test('whatever breaks, and wherever: what comes is the asset, and nothing else', async () => {
  const asset = randomBytes(3000)
  const other = randomBytes(3000)
  const position = fc.integer({ min: 0, max: 3000 })
  const breaking = fc.oneof(
    fc.constant(reset),
    fc.constant(status(503)),
    fc.tuple(position, fc.boolean()).map(([length, hidden]) => breakAt(hidden ? other : asset, length)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(breaking, { maxLength: 3 }), position, fc.boolean(), async (faults, before, wasOther) => {
      await using place = await scene(storage(asset, [...faults]))
      const { outcome, bytes, longest } = await place.receive(place.asset(asset), (wasOther ? other : asset).subarray(0, before))
      expect(longest).toBeLessThanOrEqual(3000)
      if (outcome instanceof Error) {
        // Bytes of two files under one validator: told, and dropped.
        expect(outcome.message).toMatch(/is not what GitHub says/)
        expect(bytes).toHaveLength(0)
      } else {
        expect(outcome.digests).toEqual(digestsOf(asset))
        expect(bytes.equals(asset)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
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
