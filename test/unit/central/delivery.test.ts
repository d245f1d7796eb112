import { describe, expect, onTestFinished, test } from 'vitest'
import { deploymentName } from '../../../src/central/bundle-digest.ts'
import { type DeliveryGoal, DeliveryRun } from '../../../src/central/delivery.ts'
import { UnexpectedContent } from '../../../src/central/deployment-contents.ts'
import { Portal } from '../../../src/central/portal.ts'
import type { Parcel, Progress } from '../../../src/central/upload.ts'
import { ActionError } from '../../../src/core/errors.ts'
import { serve } from '../../support/loopback-server.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

const digest = '0123456789abcdef'
const name = deploymentName('org.acme:lib:1.0', { digest, rehearsal: false })
const rehearsed = deploymentName('org.acme:lib:1.0', { digest, rehearsal: true })
const purl = 'pkg:maven/org.acme/lib@1.0'
const goal: DeliveryGoal = { publish: true, until: 'published', waitMs: 600_000, dropFailed: true }
const usual: Parcel = {
  name,
  digest,
  wider: [],
  pathStarting: 'org/acme/lib/1.0/',
  known: [],
  purls: [purl],
  bundle: () => ({
    size: 3,
    chunks: async function* () {
      yield Buffer.from('zip')
    },
  }),
  maxAttempts: 3,
  rehearsal: false,
}

interface Held {
  readonly deploymentId: string
  readonly deploymentName: string
  deploymentState: string
}

type Strike = (
  call: string,
) => number | 'reset' | 'lose' | { readonly status: number; readonly headers: Record<string, string> } | undefined

/** A Portal in which every poll is one state further, with faults by `METHOD /path`. */
async function scene({
  held = [],
  strike = () => undefined,
  purls = () => [purl],
}: {
  held?: Held[]
  strike?: Strike
  purls?: () => string[]
} = {}) {
  const calls: string[] = []
  let made = 0
  const next: Record<string, string> = { PENDING: 'VALIDATING', VALIDATING: 'VALIDATED', PUBLISHING: 'PUBLISHED' }
  const server = await serve((request, response) => {
    const url = new URL(request.url ?? '/', 'http://portal')
    const path = url.pathname.replace('/api/v1/publisher', '')
    const call = `${request.method} ${path.replace(/id-\d+/, 'id')}`
    request.resume().on('end', () => {
      calls.push(call)
      const fault = strike(call)
      if (fault === 'reset') return request.socket.destroy()
      if (typeof fault === 'object') return response.writeHead(fault.status, fault.headers).end('{"message":"usage limit"}')
      if (typeof fault === 'number') return response.writeHead(fault).end('{"message":"no"}')
      const one = held.find(({ deploymentId }) => deploymentId === (url.searchParams.get('id') ?? path.split('/').at(-1)))
      const answer = (status: number, body: unknown = '') =>
        fault === 'lose' ? request.socket.destroy() : response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))
      if (path === '/upload') {
        const deploymentId = `id-${++made}`
        held.push({ deploymentId, deploymentName: url.searchParams.get('name') ?? '', deploymentState: 'PENDING' })
        return answer(201, deploymentId)
      }
      if (path === '/deployments/files') return answer(200, { deployments: held, pageCount: 1 })
      if (one === undefined) return answer(404)
      if (path === '/status') {
        const state = one.deploymentState
        one.deploymentState = next[state] ?? state
        return answer(200, {
          deploymentState: state,
          purls: purls(),
          errors: state === 'FAILED' ? { common: ['Project name is missing'] } : {},
        })
      }
      if (request.method === 'DELETE') {
        if (one.deploymentState !== 'VALIDATED' && one.deploymentState !== 'FAILED') return answer(400)
        held.splice(held.indexOf(one), 1)
        return answer(204)
      }
      if (one.deploymentState !== 'VALIDATED') return answer(400)
      one.deploymentState = 'PUBLISHING'
      return answer(204)
    })
  })
  const [clock, log, cancel] = [new TestClock(), new TestLog(), new AbortController()]
  const portal = new Portal({ url: server.url, token: { username: 'u', password: 'p' }, environment: {}, clock, log })
  onTestFinished(async () => {
    await portal[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
  })
  const notes: Progress[] = []
  const note = async (progress: Progress) => void notes.push(progress)
  const deliver = (parcel: Partial<Parcel> = {}, more: Partial<DeliveryGoal> = {}) =>
    new DeliveryRun({ ...goal, ...more }, { portal, clock, log, cancelled: cancel.signal, note }).deliver({ ...usual, ...parcel })
  const count = (call: string) => calls.filter((one) => one === call).length
  return { deliver, held, notes, calls, count, clock, cancel, log }
}

const holding = (deploymentState: string, deploymentName = name, deploymentId = 'id-77'): Held => ({
  deploymentId,
  deploymentName,
  deploymentState,
})

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
