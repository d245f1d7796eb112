import { describe, expect, test } from 'vitest'
import { HttpError } from '../../../src/core/http-error.ts'
import { defaultRetries, isTransientStatus, retryAfterMs, withRetries } from '../../../src/core/retry-policy.ts'
import { TestClock } from '../../support/test-clock.ts'

type Outcome = number | Error | { readonly status: number; readonly headers: Record<string, string> }

/** Plays the outcomes in turn; gives what came out in the end, and how it waited. */
async function play(outcomes: Outcome[], { repeatable = true, clock = new TestClock(), policy = defaultRetries } = {}) {
  const left = [...outcomes]
  const attempt = async () => {
    const outcome = left.shift() ?? 200
    if (outcome instanceof Error) throw outcome
    return typeof outcome === 'number' ? { status: outcome, headers: {} } : outcome
  }
  const result = await withRetries(attempt, { policy, repeatable, clock, signal: undefined, onPause: () => undefined }).then(
    ({ status }) => status,
    (error: Error) => error.message,
  )
  return { result, tries: outcomes.length - left.length, sleeps: clock.sleeps }
}

const url = new URL('https://host.test/')
const lost = new HttpError('unavailable', 'had no answer', { method: 'GET', url, progress: 'unknown' })
const unsent = new HttpError('unavailable', 'could not connect', { method: 'GET', url, progress: 'unsent' })
const refused = new HttpError('rejected', 'found no trusted certificate', { method: 'GET', url, progress: 'unsent' })

describe('a request that may be repeated', () => {
  test.each([408, 429, 500, 502, 503, 504])('is tried again after status %i', async (status) => {
    expect(isTransientStatus(status)).toBe(true)
    expect(await play([status, 200])).toMatchObject({ result: 200, tries: 2 })
  })

  test.each([200, 201, 204, 301, 400, 401, 402, 403, 404, 409, 413, 501, 505])('is not after status %i', async (status) => {
    expect(await play([status, 200])).toMatchObject({ result: status, tries: 1 })
  })

  test('is tried again after a lost answer', async () => {
    expect(await play([lost, unsent, 200])).toMatchObject({ result: 200, tries: 3 })
  })

  test('is not after a failure that will come back', async () => {
    expect(await play([refused, 200])).toMatchObject({ result: refused.message, tries: 1 })
    expect(await play([new Error('a mistake of ours'), 200])).toMatchObject({ result: 'a mistake of ours', tries: 1 })
  })

  test('ends with the last answer when its tries are used up', async () => {
    expect(await play([503, 503, 503, 502, 200])).toMatchObject({ result: 502, tries: 4 })
    expect(await play([503, lost, lost, lost, 200])).toMatchObject({ result: lost.message, tries: 4 })
  })
})

describe('a request that may not be repeated', () => {
  test('is only tried again when it never left', async () => {
    expect(await play([unsent, 200], { repeatable: false })).toMatchObject({ result: 200, tries: 2 })
    expect(await play([lost, 200], { repeatable: false })).toMatchObject({ result: lost.message, tries: 1 })
    expect(await play([503, 200], { repeatable: false })).toMatchObject({ result: 503, tries: 1 })
  })
})

describe('pauses', () => {
  test('double, and up to a half is left out at random', async () => {
    const { sleeps } = await play([503, 503, 503, 200])
    expect(sleeps).toHaveLength(3)
    for (const [index, full] of [500, 1000, 2000].entries()) {
      expect(sleeps[index]).toBeGreaterThanOrEqual(full / 2)
      expect(sleeps[index]).toBeLessThanOrEqual(full)
    }
  })

  test('are as long as the server asks for', async () => {
    expect((await play([{ status: 429, headers: { 'retry-after': '7' } }, 200])).sleeps).toEqual([7000])
  })

  test('that would end after the deadline are not begun', async () => {
    expect(await play([{ status: 429, headers: { 'retry-after': '121' } }, 200])).toMatchObject({ result: 429, tries: 1, sleeps: [] })
  })

  test('end with the reason of the signal', async () => {
    const attempt = async () => ({ status: 503, headers: {} })
    const surroundings = { policy: defaultRetries, repeatable: true, clock: new TestClock(), onPause: () => undefined }
    await expect(withRetries(attempt, { ...surroundings, signal: AbortSignal.abort(new Error('cancelled')) })).rejects.toThrow('cancelled')
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-11-21T12:00:00Z')

  test.each([
    ['0', 0],
    ['120', 120_000],
    [' 5 ', 5000],
    ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', 0],
    ['99999999999', undefined],
  ])('%j means %s', (value, expected) => {
    const result = retryAfterMs({ 'retry-after': value }, now)
    // What Date.parse makes of `-5` and the like is a date long ago, or none: both never wait.
    if (value === '-5') expect(result ?? 0).toBe(0)
    else expect(result).toBe(expected)
  })

  test('as a date is read against the date of the answer, whatever our clock says', () => {
    const headers = { date: 'Sat, 21 Nov 2020 12:00:00 GMT', 'retry-after': 'Sat, 21 Nov 2020 12:01:00 GMT' }
    expect(retryAfterMs(headers, now)).toBe(60_000)
  })
})
