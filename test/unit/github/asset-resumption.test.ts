import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answered, breakAt, digestsOf, type Fault, partly, ranges, reset, scene, status, storage } from '../../support/asset-scene.ts'
import type { Handler } from '../../support/loopback-server.ts'

const small = randomBytes(300_000)

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
  ])('%s', async (_, fault) => {
    await using place = await scene(storage(small, [fault]))
    const { outcome, bytes } = await place.receive(place.asset(small))
    expect(outcome).toMatchObject({ digests: digestsOf(small), received: 300_000 })
    expect(bytes.equals(small)).toBe(true)
    expect(place.clock.sleeps).toHaveLength(1)
    expect(place.log.lines.some((line) => line.startsWith('widget.tgz: '))).toBe(true)
  })

  test('too many requests, when the host says', async () => {
    const begun = partly(half, { length: small.length })
    await using place = await scene(storage(small, [begun, status(429, { 'retry-after': '20' }), status(503, { 'retry-after': '30' })]))
    const { outcome, bytes } = await place.receive(place.asset(small))
    expect(outcome).toMatchObject({ digests: digestsOf(small), received: 300_000 })
    expect(bytes.equals(small)).toBe(true)
    expect(place.waits()).toEqual([20_000, 30_000])
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
