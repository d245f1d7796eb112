import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { limit } from '../../../src/core/limit.ts'

test('no more than so many are under way, in order, and a failure makes room for the next', async () => {
  const limited = limit(2)
  const started: number[] = []
  let running = 0
  let most = 0
  const work = (index: number) => async () => {
    started.push(index)
    most = Math.max(most, ++running)
    await delay(5)
    running--
    if (index % 3 === 0) throw new Error(`${index}`)
    return index
  }
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map((index) => limited(work(index))))
  expect(results.map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'rejected',
  ])
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(most).toBe(2)
  expect(await limited(work(7))).toBe(7)
})
