import { describe, expect, test } from 'vitest'
import { RateLimited, RateLimits } from '../../../src/github/rate-limits.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

const minute = 60_000

function limits(waitMs = 10 * minute) {
  const clock = new TestClock()
  const log = new TestLog()
  return { clock, log, limits: new RateLimits({ clock, log, waitMs }) }
}

const spent = (reset: number, date?: number) => ({
  'x-ratelimit-limit': '1000',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': String(reset / 1000),
  ...(date !== undefined && { date: new Date(date).toUTCString() }),
})

describe('an answer', () => {
  test('of every day closes nothing', async () => {
    const { clock, limits: gate } = limits()
    expect(gate.learn({ status: 200, headers: { 'x-ratelimit-remaining': '1' }, text: '' }, 1)).toBe(false)
    expect(gate.learn({ status: 403, headers: { 'x-ratelimit-remaining': '7' }, text: 'Resource not accessible by integration' }, 1)).toBe(
      false,
    )
    await gate.pass()
    expect(clock.sleeps).toEqual([])
  })

  test('that was the last of its window is good, and the next request waits for the reset', async () => {
    const { clock, log, limits: gate } = limits()
    expect(gate.learn({ status: 200, headers: spent(clock.now() + 5 * minute), text: '' }, 1)).toBe(false)
    await gate.pass()
    expect(clock.sleeps).toEqual([5 * minute])
    expect(log.lines).toEqual(['GitHub: the rate limit of 1000 requests is used up: waiting for 5 minutes'])
  })

  test('names the reset by the server’s clock, whatever ours says', async () => {
    const { clock, limits: gate } = limits()
    const there = clock.now() - 3 * 3_600_000
    expect(gate.learn({ status: 403, headers: spent(there + minute, there), text: '' }, 1)).toBe(true)
    await gate.pass()
    expect(clock.sleeps).toEqual([minute])
  })

  test.each([
    ['long past', -1e12, 1000],
    ['after more than an hour', 1e12, 60 * minute],
  ])('with a reset %s waits a second at least and an hour at most', async (_, distance, pause) => {
    const { clock, limits: gate } = limits(61 * minute)
    gate.learn({ status: 429, headers: spent(clock.now() + distance), text: '' }, 1)
    await gate.pass()
    expect(clock.sleeps).toEqual([pause])
  })

  test.each([403, 429, 503])('%i with Retry-After asks for that pause', async (status) => {
    const { clock, limits: gate } = limits()
    expect(gate.learn({ status, headers: { 'retry-after': '17' }, text: '' }, 1)).toBe(true)
    await gate.pass()
    expect(clock.sleeps).toEqual([17_000])
  })

  test('that only says so asks for a minute, and for two the next time', async () => {
    const { clock, limits: gate } = limits()
    const answer = { status: 403, headers: {}, text: '{"message":"You have exceeded a secondary rate limit."}' }
    expect(gate.learn(answer, 1)).toBe(true)
    await gate.pass()
    expect(gate.learn(answer, 2)).toBe(true)
    await gate.pass()
    expect(clock.sleeps).toEqual([minute, 2 * minute])
  })
})

describe('waiting', () => {
  test('of many at once counts once', async () => {
    const log = new TestLog()
    const clock = new TestClock()
    let sleeping = 0
    const ringing = Promise.withResolvers<void>()
    const sleep = async (): Promise<void> => {
      sleeping++
      await ringing.promise
    }
    const together = { sleep, now: () => clock.now(), elapsed: () => clock.elapsed() }
    const gate = new RateLimits({ clock: together, log, waitMs: minute })
    gate.learn({ status: 429, headers: { 'retry-after': '60' }, text: '' }, 1)
    const passing = Promise.all(Array.from({ length: 16 }, () => gate.pass()))
    expect(sleeping).toBe(16)
    clock.pass(minute)
    ringing.resolve()
    await passing
    expect(log.lines).toHaveLength(1)
  })

  test('ends before it begins when there is no time left for it, and goes on once the limit is over', async () => {
    const { clock, limits: gate } = limits(minute)
    gate.learn({ status: 429, headers: { 'retry-after': '40' }, text: '' }, 1)
    await gate.pass()
    gate.learn({ status: 429, headers: { 'retry-after': '30' }, text: '' }, 1)
    const refusal = await gate.pass().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(RateLimited)
    expect(refusal).toMatchObject({ code: 'unavailable', hint: expect.stringMatching(/rate-limit-wait-minutes/) })
    expect(String(refusal)).toMatch(/takes no requests for another 30 s: the secondary rate limit is reached$/)
    expect(clock.sleeps).toEqual([40_000])
    clock.pass(30_000)
    await gate.pass()
  })

  test('for two servers has one budget, and each of them a gate of its own', async () => {
    const { clock, limits: gate } = limits(minute)
    const other = gate.ofAnotherServer()
    other.learn({ status: 429, headers: { 'retry-after': '40' }, text: '' }, 1)
    await gate.pass()
    expect(clock.sleeps).toEqual([])
    await other.pass()
    gate.learn({ status: 429, headers: { 'retry-after': '30' }, text: '' }, 1)
    await expect(gate.pass()).rejects.toBeInstanceOf(RateLimited)
    await other.pass()
    expect(clock.sleeps).toEqual([40_000])
  })

  test('costs nothing when nobody waits', async () => {
    const { clock, limits: gate } = limits(minute)
    for (let window = 0; window < 5; window++) {
      gate.learn({ status: 200, headers: spent(clock.now() + 50_000), text: '' }, 1)
      clock.pass(50_000)
      await gate.pass()
    }
    expect(clock.sleeps).toEqual([])
  })
})
