import { describe, expect, test } from 'vitest'
import { UnexpectedContent } from '../../../src/central/deployment-contents.ts'
import { ActionError } from '../../../src/core/errors.ts'
import { holding, purl, scene } from './delivery-scene.ts'

describe('publishing', () => {
  test('whose answer is an error is judged by the state', async () => {
    const { deliver, count } = await scene({ strike: (call) => (call === 'POST /deployment/id' ? 'lose' : undefined) })
    expect(await deliver()).toMatchObject({ state: 'published' })
    expect(count('POST /deployment/id')).toBe(1)
  })

  test('is tried again while it is refused for no reason', async () => {
    let refused = 0
    const { deliver } = await scene({ strike: (call) => (call === 'POST /deployment/id' && refused++ < 2 ? 502 : undefined) })
    expect(await deliver()).toMatchObject({ state: 'published' })
  })

  test('that was refused leaves the deployment noted as validated until it is tried again', async () => {
    const world = await scene({
      strike: (call) => (call === 'POST /deployment/id' ? 503 : undefined),
      onNote: ({ errors }) => {
        if (errors !== undefined) world.cancel.abort(new ActionError('timeout', 'cancelled'))
      },
    })
    await expect(world.deliver()).rejects.toThrow('cancelled')
    expect(world.notes.at(-1)).toMatchObject({ state: 'validated', errors: ['no'] })
  })

  test('is judged by no state but one that the Portal tells', async () => {
    let published = 0
    let polls = 0
    const { deliver, count, notes } = await scene({
      strike: (call) => {
        if (call === 'POST /deployment/id') return published++ === 0 ? 'lose' : undefined
        return call === 'POST /status' && published > 0 && polls++ < 6 ? 502 : undefined
      },
    })
    expect(await deliver({}, { until: 'validated' })).toMatchObject({ state: 'publishing' })
    expect(count('POST /deployment/id')).toBe(1)
    expect(notes.at(-1)).toEqual({ state: 'publishing', deployment: 'id-1' })
  })

  test('is tried until the deadline while the Portal has trouble, and twice while it does not know the token', async () => {
    let asked = 0
    const troubled = await scene({ strike: (call) => (call === 'POST /deployment/id' && asked++ < 12 ? 503 : undefined) })
    expect(await troubled.deliver({}, { waitMs: 3_600_000 })).toMatchObject({ state: 'published' })
    const unknown = await scene({ strike: (call) => (call === 'POST /deployment/id' ? 401 : undefined) })
    await expect(unknown.deliver()).rejects.toMatchObject({ kind: 'unauthorized' })
    expect(unknown.count('POST /deployment/id')).toBe(2)
    expect(unknown.notes.at(-1)).toMatchObject({ state: 'validated' })
  })

  test.each([403, 404, 429])('that was accepted ends green, even when the state is answered with %s', async (status) => {
    let published = false
    const { deliver } = await scene({
      strike: (call) => {
        if (call === 'POST /deployment/id') published = true
        return call === 'POST /status' && published ? { status, headers: {} } : undefined
      },
    })
    expect(await deliver()).toMatchObject({ state: 'publishing', late: true })
  })

  test('waits for the list of contents, which may come after the state', async () => {
    let polls = 0
    const late = await scene({ purls: () => (++polls < 5 ? [] : [purl]) })
    expect(await late.deliver()).toMatchObject({ state: 'published', purls: [purl] })
    const never = await scene({ purls: () => [] })
    const error = await never.deliver().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UnexpectedContent)
    expect(error).toMatchObject({ purls: [] })
  })

  test('never happens to a deployment that holds something else', async () => {
    const { deliver, count } = await scene({ purls: () => ['pkg:maven/org.acme/other@1.0'] })
    await expect(deliver()).rejects.toThrow('holds pkg:maven/org.acme/other@1.0')
    expect(count('POST /deployment/id')).toBe(0)
  })

  test('that is not asked for leaves the deployment validated', async () => {
    const { deliver, held } = await scene()
    expect(await deliver({}, { publish: false })).toMatchObject({ state: 'validated' })
    expect(held[0]?.deploymentState).toBe('VALIDATED')
  })

  test('may take longer than we wait: that is late, and no failure', async () => {
    const { deliver } = await scene({ held: [holding('PUBLISHING')], strike: (call) => (call === 'POST /status' ? 503 : undefined) })
    expect(await deliver()).toMatchObject({ state: 'publishing', late: true })
  })
})
