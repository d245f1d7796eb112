import { afterAll, describe, expect, test } from 'vitest'
import { type Fault, parseFaults, quotaText } from '../../../emulators/central-portal/faults.ts'
import type { PortalEmulator } from '../../../emulators/central-portal/server.ts'
import { call, folderOf, library, Publisher, poll, upload, zip } from './scene.ts'

const publisher = new Publisher()
const bundle = zip(publisher.complete(library()))
const errors = { 'pkg:maven/org.acme/lib@1.0': ['Something is wrong'] }

afterAll(() => publisher[Symbol.dispose]())

function portalWith(...faults: readonly Fault[]): Promise<PortalEmulator> {
  return publisher.portal({ faults })
}

async function statusOf(portal: PortalEmulator, id = 'nobody', signal?: AbortSignal): Promise<Response> {
  return call(portal, 'POST', `/status?id=${id}`, signal === undefined ? {} : { signal })
}

/** Uploads the library and carries it to its rest. */
async function settled(portal: PortalEmulator): Promise<string> {
  const id = await (await upload(portal, bundle)).text()
  await portal.settle()
  return id
}

describe('an answer is replaced', () => {
  test('once, for a time, or from the n-th request on', async () => {
    await using portal = await portalWith({ do: 'answer', path: '/status$', status: 401, times: 1 })
    const statuses = async (count: number) => {
      const seen: number[] = []
      for (let index = 0; index < count; index++) seen.push((await statusOf(portal)).status)
      return seen
    }
    expect(await statuses(3)).toEqual([401, 404, 404])
    portal.inject(
      { do: 'answer', path: '/status$', status: 502, nth: 2 },
      { do: 'answer', path: '/status$', status: 503, nth: 4, times: 2 },
    )
    expect(await statuses(6)).toEqual([404, 502, 404, 503, 503, 404])
    portal.inject({ do: 'answer', path: '/status$', status: 500, forMs: 60_000 })
    expect(await statuses(2)).toEqual([500, 500])
    await portal.advance(60_000)
    expect(await statuses(1)).toEqual([404])
    portal.inject({ do: 'answer', method: 'GET', status: 500 })
    expect(await statuses(1), 'of another method').toEqual([404])
  })

  test('by what the Portal, or the nginx before it, says with that status', async () => {
    await using portal = await portalWith()
    const said = async (fault: Omit<Extract<Fault, { do: 'answer' }>, 'do'>) => {
      portal.clearFaults()
      portal.inject({ do: 'answer', ...fault })
      const answer = await statusOf(portal)
      return [answer.status, answer.headers.get('content-type'), await answer.text(), answer.headers.get('retry-after')]
    }
    expect(await said({ status: 401 })).toEqual([401, 'application/json', '{"error":{"message":"Invalid token"}}', null])
    expect(await said({ status: 502 })).toEqual([502, 'text/html', expect.stringContaining('<h1>502 Bad Gateway</h1>'), null])
    expect(await said({ status: 413 })).toEqual([413, 'text/html', expect.stringContaining('<h1>413 Payload Too Large</h1>'), null])
    expect(await said({ status: 429, headers: { 'Retry-After': '7' } })).toEqual([429, 'application/json', expect.any(String), '7'])
    expect(await said({ status: 200, body: '<p>Maintenance' })).toEqual([200, 'text/html', '<p>Maintenance', null])
    expect(await said({ status: 200, body: { any: [1] } })).toEqual([200, 'application/json', '{"any":[1]}', null])
  })

  test.for([402, 403, 429])('by a refusal over the quota with %i, and nothing is uploaded', async (status) => {
    await using portal = await portalWith({ do: 'answer', path: '/upload$', status, body: { error: { message: quotaText } } })
    const answer = await upload(portal, bundle)
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(/limit.*Publisher Pro/)])
    expect(portal.deployments).toEqual([])
  })

  test('after the work is done', async () => {
    await using portal = await portalWith({ do: 'answer', path: '/upload$', status: 504, afterWork: true })
    expect((await upload(portal, bundle)).status).toBe(504)
    expect(portal.deployments).toHaveLength(1)
  })

  test('on the side of Central too', async () => {
    await using portal = await portalWith({ do: 'answer', path: '^/maven2/', method: 'HEAD', status: 429, times: 1 })
    portal.seed({ [`${folderOf()}.pom`]: '<project/>' })
    const head = async () => (await fetch(`${portal.centralUrl}/${folderOf()}.pom`, { method: 'HEAD' })).status
    expect([await head(), await head()]).toEqual([429, 200])
  })
})

describe('a connection breaks', () => {
  test('before the request is read', async () => {
    await using portal = await portalWith({ do: 'reset', path: '/upload$' })
    await expect(upload(portal, bundle)).rejects.toThrow()
    expect(portal.deployments).toEqual([])
  })

  test('in the middle of an upload, even one that is shorter', async () => {
    await using portal = await portalWith({ do: 'close-upload', afterBytes: 1000, nth: 1 }, { do: 'close-upload', afterBytes: 1e9, nth: 2 })
    for (const _ of 'ab') await expect(upload(portal, bundle)).rejects.toThrow()
    expect(portal.deployments).toEqual([])
  })

  test('when the work is done and the answer is not yet sent', async () => {
    await using portal = await portalWith({ do: 'lose', path: '/upload$' })
    await expect(upload(portal, bundle)).rejects.toThrow()
    expect(portal.deployments).toHaveLength(1)
    expect(portal.requests[0]?.status).toBeUndefined()
  })

  test('within an answer', async () => {
    await using portal = await portalWith({ do: 'truncate', path: '/published$' })
    const answer = await call(portal, 'GET', '/published?namespace=a&name=b&version=1')
    expect(answer.headers.get('content-length')).toBe('19')
    await expect(answer.text()).rejects.toThrow()
  })
})

describe('an answer takes long', () => {
  test('for ever, without the work or with it', async () => {
    await using portal = await portalWith(
      { do: 'stall', path: '/upload$', nth: 1 },
      { do: 'stall', path: '/upload$', nth: 2, afterBytes: 100 },
      { do: 'hang', path: '/upload$', nth: 3 },
    )
    const started = async (signal: AbortSignal) => {
      const form = new FormData()
      form.set('bundle', new Blob([new Uint8Array(bundle)]), 'a.zip')
      await expect(call(portal, 'POST', '/upload', { body: form, signal })).rejects.toThrow(/aborted/)
    }
    for (const _ of 'ab') await started(AbortSignal.timeout(300))
    expect(portal.deployments, 'nothing was done').toEqual([])
    const patience = new AbortController()
    portal.onWorkDone = () => void setTimeout(() => patience.abort(), 100)
    await started(patience.signal)
    expect(portal.deployments, 'the work was done').toHaveLength(1)
  })

  test('as long as it is told to, or byte by byte', async () => {
    await using portal = await portalWith(
      { do: 'delay', path: '/status$', ms: 120 },
      { do: 'dribble', path: '/published$', bytesPerSecond: 100 },
    )
    const took = async (work: Promise<Response>) => {
      const start = performance.now()
      await (await work).text()
      return performance.now() - start
    }
    expect(await took(statusOf(portal))).toBeGreaterThan(110)
    expect(await took(call(portal, 'GET', '/published?namespace=a&name=b&version=1')), '19 bytes').toBeGreaterThan(150)
  })
})

describe('a deployment', () => {
  test('fails with the errors that are given', async () => {
    await using portal = await portalWith({ do: 'fail', errors, nth: 1 })
    expect(await poll(portal, await settled(portal))).toMatchObject({ deploymentState: 'FAILED', errors })
    expect(await poll(portal, await settled(portal)), 'the next one').toMatchObject({ deploymentState: 'VALIDATED' })
  })

  test('fails while it is published, and nothing is public', async () => {
    await using portal = await portalWith({ do: 'fail-publishing', errors })
    const id = await settled(portal)
    await call(portal, 'POST', `/deployment/${id}`)
    expect((await poll(portal, id)).deploymentState).toBe('PUBLISHING')
    expect(await poll(portal, id)).toMatchObject({ deploymentState: 'FAILED', errors })
    expect((await fetch(`${portal.centralUrl}/${folderOf()}.pom`)).status).toBe(404)
  })

  test.for(['PENDING', 'VALIDATING', 'PUBLISHING'] as const)('is stuck in %s', async (state) => {
    await using portal = await portalWith({ do: 'stick', state })
    const id = await settled(portal)
    await call(portal, 'POST', `/deployment/${id}`)
    for (let index = 0; index < 4; index++) await poll(portal, id)
    expect((await poll(portal, id)).deploymentState).toBe(state)
  })

  test('jumps over states', async () => {
    await using portal = await portalWith({ do: 'skip', states: ['VALIDATING', 'VALIDATED'] })
    const id = await (await upload(portal, bundle, '?publishingType=AUTOMATIC')).text()
    expect([(await poll(portal, id)).deploymentState, (await poll(portal, id)).deploymentState]).toEqual(['PENDING', 'PUBLISHING'])
  })

  test('is told with unknown states and fields, warnings, and errors that are null', async () => {
    const fields = { deploymentState: 'SCANNING', colour: { of: 'the sky' }, warnings: ['Careful'], errors: null, purls: null }
    await using portal = await portalWith({ do: 'merge', fields, nth: 2 })
    const id = await settled(portal)
    expect((await poll(portal, id)).deploymentState).toBe('VALIDATED')
    expect(await poll(portal, id)).toMatchObject({ ...fields, deploymentId: id })
    expect((await poll(portal, id)).errors).toEqual({})
  })
})

describe('hooks', () => {
  test('see each request when it arrives and when its work is done', async () => {
    await using portal = await portalWith()
    const seen: string[] = []
    portal.onRequest = ({ path }, count) => void seen.push(`${count} ${path.split('/').at(-1)} ${portal.deployments.length}`)
    portal.onWorkDone = ({ path, status }) => void seen.push(`done ${path.split('/').at(-1)} ${portal.deployments.length} ${status}`)
    await upload(portal, bundle)
    await statusOf(portal)
    expect(seen).toEqual(['1 upload 0', 'done upload 1 undefined', '2 status 1', 'done status 1 undefined'])
  })
})

describe('faults as JSON', () => {
  test('are read, one or many', () => {
    expect(parseFaults('{"do":"reset","path":"/upload$","nth":2}')).toEqual([{ do: 'reset', path: '/upload$', nth: 2 }])
    expect(parseFaults('[{"do":"lose"},{"do":"stick","state":"PENDING"}]')).toHaveLength(2)
  })

  test.for([
    '{"do":"explode"}',
    '{"do":"answer"}',
    '{"do":"reset","nht":2}',
    '{"do":"stick","state":"LOST"}',
    '{"do":"reset","nth":0}',
    '7',
  ])('are refused when they say nothing: %s', (json) => {
    expect(() => parseFaults(json)).toThrow(/not a fault/)
  })
})
