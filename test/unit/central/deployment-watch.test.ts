import { describe, expect, test } from 'vitest'
import { type WatchRequest, watchDeployment } from '../../../src/central/deployment-watch.ts'
import { Portal } from '../../../src/central/portal.ts'
import { serve } from '../../support/loopback-server.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

type Step = string | number | { readonly status: number; readonly headers: Record<string, string> } | 'reset'
const id = '28570f16-da32-4c14-bd2e-c1acc0782365'

/** Watches a Portal that gives these answers in turn, the last one for ever: names are states, numbers are statuses. */
async function watch(steps: readonly Step[], more: Partial<WatchRequest> = {}) {
  let asked = 0
  await using server = await serve((request, response) => {
    request.resume()
    const step = steps[Math.min(asked++, steps.length - 1)]
    if (step === 'reset') return request.socket.destroy()
    if (typeof step === 'number') return response.writeHead(step).end('<html><h1>sorry</h1></html>')
    if (typeof step === 'object') return response.writeHead(step.status, step.headers).end()
    const noisy = step === 'PENDING' || step?.startsWith('PUBLISH')
    const errors = noisy
      ? { common: ['Deployment components info not found'] }
      : step === 'FAILED'
        ? { common: ['Project name is missing'] }
        : {}
    return response.end(JSON.stringify({ deploymentId: id, deploymentState: step, purls: [], errors, new: 1 }))
  })
  const clock = new TestClock()
  await using portal = new Portal({
    url: server.url,
    token: { username: 'u', password: 'p' },
    environment: {},
    clock,
    log: new TestLog(),
  })
  const states: string[] = []
  const onState: WatchRequest['onState'] = ({ spelledState }) => void states.push(spelledState)
  const request: WatchRequest = { portal, id, until: 'published', deadline: 3_600_000, clock, tokenProven: true, onState, ...more }
  const end = await watchDeployment(request)
  return { end, states, asked, sleeps: clock.sleeps, elapsed: clock.elapsed() }
}

describe('a deployment is waited for', () => {
  test('through all its states', async () => {
    const { end, states, sleeps } = await watch(['PENDING', 'PENDING', 'VALIDATING', 'VALIDATED', 'PUBLISHING', 'PUBLISHED'])
    expect(end).toMatchObject({ kind: 'reached', status: { state: 'PUBLISHED' } })
    expect(states).toEqual(['PENDING', 'VALIDATING', 'VALIDATED', 'PUBLISHING', 'PUBLISHED'])
    expect(sleeps).toEqual([1000, 1500, 2250, 3375, 5062.5])
  })

  test.each(['VALIDATED', 'PUBLISHING', 'PUBLISHED'])('until it is valid, which %s is', async (state) => {
    const { end, sleeps } = await watch([state], { until: 'validated' })
    expect(end).toMatchObject({ kind: 'reached', status: { state } })
    expect(sleeps).toEqual([])
  })

  test('past states that are new to us', async () => {
    const { end, states } = await watch(['PENDING', 'SCANNING', 'APPROVING', 'PUBLISHED'])
    expect(end.kind).toBe('reached')
    expect(states).toEqual(['PENDING', 'SCANNING', 'APPROVING', 'PUBLISHED'])
  })

  test('until it fails, with what the Portal says', async () => {
    const { end } = await watch(['VALIDATING', 'FAILED'])
    expect(end).toMatchObject({ kind: 'failed', status: { errors: [{ kind: 'pom-name' }] } })
  })

  test('at growing intervals of up to 20 s, and 60 s while it is published', async () => {
    const { sleeps: validating } = await watch(['VALIDATING'], { deadline: 300_000 })
    expect(validating.slice(0, 8)).toEqual([1000, 1500, 2250, 3375, 5062.5, 7593.75, 11_390.625, 17_085.9375])
    expect(Math.max(...validating)).toBe(20_000)
    const { sleeps: publishing } = await watch(['PUBLISHING'], { deadline: 900_000 })
    expect(Math.max(...publishing)).toBe(60_000)
  })
})

describe('no verdict is', () => {
  test('a 404 within five minutes', async () => {
    expect((await watch([404, 404, 404, 404, 'PENDING', 'PUBLISHED'])).end.kind).toBe('reached')
    const { end, elapsed } = await watch([404])
    expect(end).toEqual({ kind: 'gone', last: undefined })
    expect(elapsed).toBeGreaterThanOrEqual(300_000)
    expect(elapsed).toBeLessThan(330_000)
  })

  test('a 404 of a deployment that was seen, for as long', async () => {
    expect((await watch(['VALIDATED', 404, 404, 'PUBLISHED'])).end.kind).toBe('reached')
    expect((await watch(['VALIDATED', 404], { missingToleratedMs: 5000 })).end).toMatchObject({
      kind: 'gone',
      last: { state: 'VALIDATED' },
    })
  })

  test('a 401 up to three times in a row', async () => {
    expect((await watch(['PENDING', 401, 401, 401, 'VALIDATING', 401, 401, 401, 'PUBLISHED'])).end.kind).toBe('reached')
    const { end, asked } = await watch(['PENDING', 401])
    expect(end).toMatchObject({ kind: 'refused', failure: { kind: 'unauthorized' }, last: { state: 'PENDING' } })
    expect(asked).toBe(5)
  })

  test('a 401 to the first question, unless nothing has proven the token', async () => {
    expect((await watch([401, 'PUBLISHED'])).end.kind).toBe('reached')
    expect(await watch([401, 'PUBLISHED'], { tokenProven: false })).toMatchObject({ end: { kind: 'refused' }, asked: 1 })
    expect((await watch([404, 401, 'PUBLISHED'], { tokenProven: false })).end.kind).toBe('reached')
  })

  test('a 5xx, a page of a web server, or a cut connection, until the deadline', async () => {
    expect((await watch([502, 'reset', 503, 504, 500, 200, 'reset', 'PUBLISHED'])).end.kind).toBe('reached')
    const { end, elapsed } = await watch(['VALIDATING', 502], { deadline: 100_000 })
    expect(end).toMatchObject({ kind: 'timeout', last: { state: 'VALIDATING' }, failure: { status: 502 } })
    expect(elapsed).toBe(100_000)
  })

  test('a 429, which is waited out as it asks, else ever longer', async () => {
    const asking = { status: 429, headers: { 'retry-after': '7' } }
    expect((await watch([asking, asking, 'PUBLISHED'])).sleeps).toEqual([7000, 7000])
    const hasty = { status: 429, headers: { 'retry-after': '0' } }
    expect((await watch([hasty, hasty, hasty, 'PUBLISHED'])).sleeps).toEqual([1000, 1500, 2250])
    expect((await watch([429, 429, 429, 'VALIDATING', 429, 'PUBLISHED'])).sleeps).toEqual([60_000, 120_000, 240_000, 1000, 60_000])
  })
})

describe('the deadline', () => {
  test('comes with the last state, and is used to the end', async () => {
    const { end, elapsed, asked } = await watch(['PUBLISHING'], { deadline: 18_000 })
    expect(end).toMatchObject({ kind: 'timeout', last: { state: 'PUBLISHING' }, failure: undefined })
    expect(elapsed).toBe(18_000)
    expect(asked).toBe(7)
  })

  test('that is over lets one question pass', async () => {
    expect(await watch(['PUBLISHED'], { deadline: 0 })).toMatchObject({ end: { kind: 'reached' }, asked: 1 })
    expect(await watch(['PUBLISHING'], { deadline: 0 })).toMatchObject({ end: { kind: 'timeout' }, asked: 1, sleeps: [] })
  })

  test('before the Portal wants to be asked again ends the waiting at once', async () => {
    const { end, asked, elapsed } = await watch(['VALIDATED', 429], { deadline: 30_000 })
    expect(end).toMatchObject({ kind: 'timeout', last: { state: 'VALIDATED' }, failure: { kind: 'throttled' } })
    expect(asked).toBe(2)
    expect(elapsed).toBe(1000)
  })
})

test('a cancelled run stops waiting, with its reason', async () => {
  const stop = new AbortController()
  const onState = () => stop.abort(new Error('cancelled'))
  await expect(watch(['VALIDATING'], { signal: stop.signal, onState })).rejects.toThrow(/^cancelled$/)
  await expect(watch(['VALIDATING'], { signal: stop.signal })).rejects.toThrow(/^cancelled$/)
})
