import { describe, expect, test } from 'vitest'
import { Diagnostics } from '../../../src/core/diagnostics.ts'
import { ActionError } from '../../../src/core/errors.ts'

describe('work that may fail', () => {
  const foreseen = new ActionError('invalid-input', 'it is wrong', { hint: 'Mend it.' })
  const told = [{ severity: 'error', message: 'it is wrong', hint: 'Mend it.' }]

  test('gives what it gives, and nothing is told', async () => {
    const diagnostics = new Diagnostics()
    expect(diagnostics.attempt(() => 1)).toBe(1)
    expect(await diagnostics.attemptLater(async () => 2)).toBe(2)
    expect(diagnostics.all).toEqual([])
  })

  test('a foreseen failure becomes one more mistake', async () => {
    const diagnostics = new Diagnostics()
    const fail = () => {
      throw foreseen
    }
    expect(diagnostics.attempt(fail)).toBeUndefined()
    expect(await diagnostics.attemptLater(async () => fail())).toBeUndefined()
    expect(diagnostics.all).toEqual([...told, ...told])
  })

  test('an unforeseen failure goes on', async () => {
    const diagnostics = new Diagnostics()
    const fail = () => {
      throw new TypeError('a mistake of ours')
    }
    expect(() => diagnostics.attempt(fail)).toThrow(TypeError)
    await expect(diagnostics.attemptLater(async () => fail())).rejects.toThrow(TypeError)
    expect(diagnostics.all).toEqual([])
  })
})
