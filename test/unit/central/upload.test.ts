import { describe, expect, test } from 'vitest'
import { ActionError } from '../../../src/core/errors.ts'
import { type Held, scene } from './delivery-scene.ts'

describe('an upload', () => {
  test('whose answer is lost is looked up, not sent twice', async () => {
    let lost = 0
    const { deliver, count } = await scene({ strike: (call) => (call === 'POST /upload' && lost++ === 0 ? 'lose' : undefined) })
    expect(await deliver()).toMatchObject({ deployment: 'id-1', state: 'published' })
    expect(count('POST /upload')).toBe(1)
  })

  test('that never arrives is tried three times, ten and thirty seconds apart, and noted as failed', async () => {
    const { deliver, count, notes, clock } = await scene({ strike: (call) => (call === 'POST /upload' ? 503 : undefined) })
    await expect(deliver()).rejects.toMatchObject({ code: 'unavailable' })
    expect(count('POST /upload')).toBe(3)
    expect(clock.sleeps.filter((pause) => pause >= 10_000)).toEqual([10_000, 30_000])
    expect(notes.at(-1)).toMatchObject({ state: 'failed' })
  })

  test('is not repeated before the list of deployments was answered', async () => {
    let uploads = 0
    let lists = 0
    const { deliver, count } = await scene({
      strike: (call) => {
        if (call === 'POST /upload' && uploads++ === 0) return 'lose'
        return call === 'POST /deployments/files' && uploads > 0 && lists++ < 12 ? 503 : undefined
      },
    })
    expect(await deliver()).toMatchObject({ deployment: 'id-1', state: 'published' })
    expect(count('POST /upload')).toBe(1)
  })

  test('whose fate the Portal never tells is left to the next run', async () => {
    let uploads = 0
    const { deliver, count, notes } = await scene({
      strike: (call) => {
        if (call === 'POST /upload') return uploads++ === 0 ? 'lose' : undefined
        return call === 'POST /deployments/files' && uploads > 0 ? 403 : undefined
      },
    })
    await expect(deliver()).rejects.toThrow('does not tell what arrived')
    expect(count('POST /upload')).toBe(1)
    expect(notes.at(-1)).toMatchObject({ state: 'uploading' })
  })

  test('that shows in the list late is looked for again before the next one', async () => {
    const hidden: Held[] = []
    let uploads = 0
    const world = await scene({
      strike: (call) => {
        if (call === 'POST /upload') return uploads++ === 0 ? 'lose' : undefined
        if (world.clock.sleeps.includes(10_000)) world.held.push(...hidden.splice(0))
        else hidden.push(...world.held.splice(0))
        return undefined
      },
    })
    expect(await world.deliver()).toMatchObject({ deployment: 'id-1', state: 'published' })
    expect(world.count('POST /upload')).toBe(1)
  })

  test('that a cancelled run sees late is taken back all the same', async () => {
    const hidden: Held[] = []
    const world = await scene({
      strike: (call) => {
        if (call === 'POST /upload') {
          setImmediate(() => world.cancel.abort(new ActionError('timeout', 'cancelled')))
          return 'lose'
        }
        if (world.clock.sleeps.includes(500)) world.held.push(...hidden.splice(0))
        else hidden.push(...world.held.splice(0))
        return undefined
      },
    })
    await expect(world.deliver()).rejects.toThrow('cancelled')
    expect(world.notes.at(-1)).toEqual({ state: 'dropped', deployment: 'id-1' })
    expect(world.held).toEqual([])
  })

  test('that has arrived and failed at once is judged, not repeated', async () => {
    const world = await scene({
      strike: (call) => {
        for (const one of world?.held ?? []) one.deploymentState = 'FAILED'
        return call === 'POST /upload' ? 'lose' : undefined
      },
    })
    expect(await world.deliver()).toMatchObject({ deployment: 'id-1', state: 'failed', messages: [{ kind: 'pom-name' }] })
    expect(world.count('POST /upload')).toBe(1)
  })

  test('that the Portal asks to delay waits a minute and ever longer, until the deadline', async () => {
    const asking = { status: 429, headers: { 'retry-after': '1' } }
    const { deliver, clock, log } = await scene({
      strike: (call) => (call === 'POST /upload' ? { ...asking, headers: { ...asking.headers } } : undefined),
    })
    await expect(deliver()).rejects.toMatchObject({ kind: 'quota' })
    expect(clock.sleeps).toEqual([])
    expect(log.lines.join()).not.toContain('attempt')
    const plain = await scene({ strike: (call) => (call === 'POST /upload' ? 429 : undefined) })
    await expect(plain.deliver()).rejects.toMatchObject({ kind: 'throttled' })
    expect(plain.clock.sleeps).toEqual([60_000, 120_000, 240_000])
    expect(plain.log.lines.join()).not.toContain('attempt')
  })

  test.each([404, 503])('waits for a list that answers %s a while', async (status) => {
    let lists = 0
    const { deliver } = await scene({ strike: (call) => (call === 'POST /deployments/files' && lists++ < 7 ? status : undefined) })
    expect(await deliver()).toMatchObject({ state: 'published' })
    const down = await scene({ strike: (call) => (call === 'POST /deployments/files' ? status : undefined) })
    const refused = await down.deliver().catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ActionError)
    expect(refused).not.toMatchObject({ hint: expect.stringContaining('deployment-id') })
    expect(down.count('POST /upload')).toBe(0)
  })

  test.each([401, 403, 413, 402])('that is refused with %s is not repeated', async (status) => {
    const { deliver, count } = await scene({ strike: (call) => (call === 'POST /upload' ? status : undefined) })
    await expect(deliver()).rejects.toThrow(ActionError)
    expect(count('POST /upload')).toBe(1)
  })
})
