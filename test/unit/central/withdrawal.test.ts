import { expect, test } from 'vitest'
import type { DeploymentState } from '../../../src/central/deployment-status.ts'
import { readStatus } from '../../../src/central/deployment-status.ts'
import type { Patience } from '../../../src/central/portal.ts'
import type { Answer, PortalFailure } from '../../../src/central/portal-error.ts'
import { withdraw } from '../../../src/central/withdrawal.ts'
import { TestClock } from '../../support/test-clock.ts'

const failure = (status: number, retryAfterMs?: number): { ok: false; failure: PortalFailure } => ({
  ok: false,
  failure: {
    kind: status === 404 ? 'missing' : status === 429 ? 'throttled' : status === 400 ? 'refused' : 'unavailable',
    status,
    text: '',
    retryAfterMs,
    maybeDone: false,
  },
})

/** A Portal that tells these states in turn, the last one for ever, and answers drops the same way. */
function portalOf(states: readonly (DeploymentState | number)[], drops: readonly Answer<true>[]) {
  let [asked, dropped] = [0, 0]
  return {
    get drops() {
      return dropped
    },
    async status() {
      const state = states[Math.min(asked++, states.length - 1)] ?? 404
      const value = typeof state === 'number' ? undefined : readStatus({ deploymentState: state })
      return value === undefined ? failure(Number(state)) : ({ ok: true, value } as const)
    },
    async drop() {
      return drops[Math.min(dropped++, drops.length - 1)] ?? failure(404)
    },
  }
}

const id = 'id-1'

test('nothing is dropped while it is validated, and that is asked ever more slowly', async () => {
  const clock = new TestClock()
  const portal = portalOf(['VALIDATING', 'VALIDATING', 'VALIDATING', 'VALIDATED'], [{ ok: true, value: true }])
  expect(await withdraw({ portal, id, clock, deadline: 60_000 })).toBe('dropped')
  expect(portal.drops).toBe(1)
  expect(clock.sleeps).toEqual([1000, 1500, 2250])
})

test('a state that is not told is no reason not to try', async () => {
  const portal = portalOf([503], [{ ok: true, value: true }])
  expect(await withdraw({ portal, id, clock: new TestClock(), deadline: 60_000 })).toBe('dropped')
})

test('a Portal that asks to wait is left alone', async () => {
  const clock = new TestClock()
  const portal = portalOf(['VALIDATED'], [failure(429, 30_000), { ok: true, value: true }])
  expect(await withdraw({ portal, id, clock, deadline: 60_000 })).toBe('dropped')
  expect(clock.sleeps).toEqual([30_000])
  const refusing = portalOf(['VALIDATED'], [failure(429, 30_000)])
  expect(await withdraw({ portal: refusing, id, clock: new TestClock(), deadline: 9_000 })).toBe('refused')
  expect(refusing.drops).toBe(1)
})

test('no answer is waited for much longer than until the deadline', async () => {
  const clock = new TestClock()
  const patience: (number | undefined)[] = []
  const portal = {
    async status(_: string, { headersMs }: Patience = {}) {
      patience.push(headersMs)
      clock.pass(headersMs ?? 0)
      return failure(503)
    },
    async drop(_: string, { headersMs }: Patience = {}) {
      patience.push(headersMs)
      clock.pass(headersMs ?? 0)
      return failure(503)
    },
  }
  expect(await withdraw({ portal, id, clock, deadline: 7_000, hurried: true })).toBe('refused')
  expect(patience).toEqual([2_000, 2_000, 2_000, 500])
  expect(clock.elapsed()).toBe(7_000)
})

test('a new deployment that the Portal does not know yet is not gone, unless a withdrawal without an answer took it', async () => {
  const request = { id, clock: new TestClock(), deadline: 7_000, fresh: true }
  const late = portalOf([404, 404, 'VALIDATED'], [failure(404), failure(404), { ok: true, value: true }])
  expect(await withdraw({ ...request, portal: late })).toBe('dropped')
  expect(late.drops).toBe(3)
  expect(await withdraw({ ...request, portal: portalOf([404], [failure(404)]) })).toBe('refused')
  const { failure: lost } = failure(503)
  const took = portalOf(['VALIDATED', 404], [{ ok: false, failure: { ...lost, maybeDone: true } }, failure(404)])
  expect(await withdraw({ ...request, clock: new TestClock(), portal: took })).toBe('dropped')
})

test('a run that is cancelled waits no longer, and asks nothing more', async () => {
  const portal = portalOf(['VALIDATING'], [])
  const stop = AbortSignal.abort(new Error('cancelled'))
  await expect(withdraw({ portal, id, clock: new TestClock(), deadline: 60_000, signal: stop })).rejects.toThrow('cancelled')
})

test('what is being published, or gone, is left as it is', async () => {
  const published = portalOf(['PUBLISHING'], [])
  expect(await withdraw({ portal: published, id, clock: new TestClock(), deadline: 9_000 })).toBe('published')
  expect(published.drops).toBe(0)
  expect(await withdraw({ portal: portalOf([404], [failure(404)]), id, clock: new TestClock(), deadline: 9_000 })).toBe('dropped')
})
