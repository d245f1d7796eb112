import { onTestFinished } from 'vitest'
import { deploymentName } from '../../../src/central/bundle-digest.ts'
import { type DeliveryGoal, DeliveryRun } from '../../../src/central/delivery.ts'
import { Portal } from '../../../src/central/portal.ts'
import type { Parcel, Progress } from '../../../src/central/upload.ts'
import { serve } from '../../support/loopback-server.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

export const digest = '0123456789abcdef'
export const name = deploymentName('org.acme:lib:1.0', { digest, rehearsal: false })
export const rehearsed = deploymentName('org.acme:lib:1.0', { digest, rehearsal: true })
export const purl = 'pkg:maven/org.acme/lib@1.0'
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

export interface Held {
  readonly deploymentId: string
  readonly deploymentName: string
  deploymentState: string
}

type Strike = (
  call: string,
) => number | 'reset' | 'lose' | { readonly status: number; readonly headers: Record<string, string> } | undefined

/** A Portal in which every poll is one state further, with faults by `METHOD /path`. */
export async function scene({
  held = [],
  strike = () => undefined,
  purls = () => [purl],
  onNote = () => undefined,
}: {
  held?: Held[]
  strike?: Strike
  purls?: () => string[]
  onNote?: (progress: Progress) => void
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
  const note = async (progress: Progress) => {
    onNote(progress)
    notes.push(progress)
  }
  const deliver = (parcel: Partial<Parcel> = {}, more: Partial<DeliveryGoal> = {}) =>
    new DeliveryRun({ ...goal, ...more }, { portal, clock, log, cancelled: cancel.signal, note }).deliver({ ...usual, ...parcel })
  const count = (call: string) => calls.filter((one) => one === call).length
  return { deliver, held, notes, calls, count, clock, cancel, log }
}

export const holding = (deploymentState: string, deploymentName = name, deploymentId = 'id-77'): Held => ({
  deploymentId,
  deploymentName,
  deploymentState,
})
