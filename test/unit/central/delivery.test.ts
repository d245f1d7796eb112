import { describe, expect, test } from 'vitest'
import { ActionError } from '../../../src/core/errors.ts'
import { digest, holding, name, purl, rehearsed, scene } from './delivery-scene.ts'

test('a bundle is uploaded, validated, published, and every step noted before and after it', async () => {
  const { deliver, notes } = await scene()
  expect(await deliver()).toMatchObject({ deployment: 'id-1', state: 'published', purls: [purl], late: false })
  expect(notes.map(({ state }) => state)).toEqual([
    'uploading',
    'pending',
    'pending',
    'validating',
    'validated',
    'publishing',
    'publishing',
    'published',
  ])
})

describe('a deployment of the same files', () => {
  test.each(['PENDING', 'VALIDATING', 'VALIDATED', 'PUBLISHING', 'PUBLISHED'])(
    'that is %s is adopted, whatever its words',
    async (state) => {
      const { deliver, count } = await scene({ held: [holding(state, `other words ${digest}`)] })
      expect(await deliver()).toMatchObject({ deployment: 'id-77', state: 'published' })
      expect(count('POST /upload')).toBe(0)
    },
  )

  test('in a state that is new to us is noted, and waited for', async () => {
    const { deliver, notes, count } = await scene({ held: [holding('SCANNING')] })
    await expect(deliver()).rejects.toThrow('deployment id-77 was not validated in time: it is SCANNING')
    expect(notes).toEqual([{ state: 'pending', deployment: 'id-77' }])
    expect(count('POST /upload')).toBe(0)
  })

  test('that is FAILED is dropped, and sent anew', async () => {
    const { deliver, held } = await scene({ held: [holding('FAILED')] })
    expect(await deliver()).toMatchObject({ deployment: 'id-1', state: 'published' })
    expect(held).toHaveLength(1)
  })

  test('counts as far as it is: the published one of several', async () => {
    const { deliver } = await scene({ held: [holding('VALIDATED'), holding('PUBLISHED', name, 'id-78')] })
    expect(await deliver()).toMatchObject({ deployment: 'id-78' })
  })

  test.each([
    ['of other files', 'org.acme:lib:1.0 fedcba9876543210'],
    ['without a digest', 'org.acme:lib:1.0'],
    ['of a rehearsal', rehearsed],
  ])('is not one %s', async (_, other) => {
    const { deliver } = await scene({ held: [holding('VALIDATED', other)] })
    expect(await deliver({ known: ['id-77'] })).toMatchObject({ deployment: 'id-1' })
  })

  test('may hold more, but only when that is being published', async () => {
    const wider = 'fedcba9876543210'
    const published = await scene({ held: [holding('PUBLISHING', `all ${wider}`)] })
    expect(await published.deliver({ wider: [wider] })).toMatchObject({ deployment: 'id-77' })
    const waiting = await scene({ held: [holding('VALIDATED', `all ${wider}`)] })
    expect(await waiting.deliver({ wider: [wider] })).toMatchObject({ deployment: 'id-1' })
  })
})

test('a rehearsal adopts nothing, publishes nothing, and drops what it sent', async () => {
  const { deliver, held } = await scene({ held: [holding('VALIDATED')] })
  expect(await deliver({ rehearsal: true, name: rehearsed })).toMatchObject({ deployment: 'id-1', state: 'dropped' })
  expect(held).toEqual([holding('VALIDATED')])
})

test('a cancelled run takes its deployment back', async () => {
  const world = await scene({
    strike: (call) => {
      if (call === 'POST /status') world.cancel.abort(new ActionError('timeout', 'cancelled'))
      return undefined
    },
  })
  await expect(world.deliver()).rejects.toThrow('cancelled')
  expect(world.held).toEqual([])
  expect(world.notes.at(-1)).toEqual({ state: 'dropped', deployment: 'id-1' })
})

test('a record that cannot be written ends the run with its reason, and nothing is published', async () => {
  const world = await scene({
    onNote: ({ state }) => {
      if (state === 'validating') throw new ActionError('conflict', 'the record is gone')
    },
  })
  await expect(world.deliver()).rejects.toThrow('the record is gone')
  expect(world.count('POST /deployment/id')).toBe(0)
})

test('what the Portal says of a failed deployment is told before it is dropped', async () => {
  const told: boolean[] = []
  const world = await scene({
    strike: (call) => {
      if (call === 'DELETE /deployment/id') told.push(world.log.lines.some((line) => line.includes('Project name is missing')))
      for (const one of world.held) one.deploymentState = 'FAILED'
      return undefined
    },
  })
  expect(await world.deliver()).toMatchObject({ state: 'failed' })
  expect(told).toEqual([true])
})

test('a run that is cancelled after it asked to publish takes nothing back', async () => {
  const world = await scene({
    strike: (call) => {
      if (call !== 'POST /deployment/id') return undefined
      world.cancel.abort(new ActionError('timeout', 'cancelled'))
      return 503
    },
  })
  await expect(world.deliver()).rejects.toThrow('cancelled')
  expect(world.count('DELETE /deployment/id')).toBe(0)
  expect(world.held).toHaveLength(1)
})
