import { describe, expect, test } from 'vitest'
import { endingInTime } from '../../../../src/actions/sync-to-central/cancellation.ts'

const reason = new Error('cancelled')
const never = new Promise<never>(() => {})

describe('work that is cancelled', () => {
  test('may end by itself within its grace', async () => {
    const cancelled = AbortSignal.abort(reason)
    const orderly = new Promise<string>((resolve) => setTimeout(resolve, 20, 'told'))
    expect(await endingInTime(orderly, cancelled, 10_000)).toBe('told')
  })

  test('is not waited for after it', async () => {
    const cancelling = new AbortController()
    const started = performance.now()
    setTimeout(() => cancelling.abort(reason), 20)
    await expect(endingInTime(never, cancelling.signal, 50)).rejects.toBe(reason)
    expect(performance.now() - started).toBeGreaterThanOrEqual(65)
  })

  test('keeps its own failure', async () => {
    const failure = new Error('its own')
    await expect(endingInTime(Promise.reject(failure), AbortSignal.abort(reason), 0)).rejects.toBe(failure)
  })
})

test('what is not cancelled takes its time', async () => {
  const { signal } = new AbortController()
  expect(await endingInTime(new Promise((resolve) => setTimeout(resolve, 30, 1)), signal, 0)).toBe(1)
})
