import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bearerOf, deploymentsPage, Portal } from '../../../src/central/portal.ts'
import { type Handler, type LoopbackServer, serve, textOf } from '../../support/loopback-server.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

const token = { username: 'u5er', password: 'p4ss\n' }
const id = '28570f16-da32-4c14-bd2e-c1acc0782365'

const portalAt = ({ url }: { url: string }, log = new TestLog()) => new Portal({ url, token, environment: {}, clock: new TestClock(), log })

/** A Portal that gives one answer to everything. */
async function answering(status: number, body = '', headers: Record<string, string> = {}): Promise<LoopbackServer> {
  return await serve((request, response) => {
    request.resume()
    request.on('end', () => response.writeHead(status, headers).end(body))
  })
}

const bundleOf = (bytes: Buffer) => ({
  size: bytes.length,
  async *chunks() {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
  },
})
const upload = { name: 'org.acme:lib:1.0 3f9a', fileName: 'bundle.zip', bundle: bundleOf(Buffer.from('PK')) }

describe('an upload', () => {
  test('is one form with one file, of known length, under the name and to be published later', async () => {
    const bytes = Buffer.alloc(1_000_000, 'bundle')
    let form = Buffer.alloc(0)
    await using server = await serve(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part)
      form = Buffer.concat(parts)
      response.writeHead(201, { 'content-type': 'text/plain' }).end(`${id}\n`)
    })
    await using portal = portalAt(server)
    expect(await portal.upload({ ...upload, bundle: bundleOf(bytes) })).toEqual({ ok: true, value: id })

    const [seen] = server.requests
    const url = new URL(seen?.target ?? '', server.url)
    expect(url.pathname).toBe('/api/v1/publisher/upload')
    expect(Object.fromEntries(url.searchParams)).toEqual({ name: upload.name, publishingType: 'USER_MANAGED' })
    expect(seen?.headers.authorization).toBe(`Bearer ${Buffer.from('u5er:p4ss').toString('base64')}`)
    expect(Number(seen?.headers['content-length'])).toBe(form.length)
    // undici's own reader of forms is the judge.
    const read = await new Response(form, { headers: { 'content-type': seen?.headers['content-type'] ?? '' } }).formData()
    expect([...read.keys()]).toEqual(['bundle'])
    const file = read.get('bundle')
    if (!(file instanceof File)) throw new Error('no file')
    expect(file).toMatchObject({ name: 'bundle.zip', type: 'application/octet-stream', size: bytes.length })
    const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
    expect(digest(new Uint8Array(await file.arrayBuffer()))).toBe(digest(bytes))
  })

  test.each([
    [200, `"${id}"`, id],
    [201, ` ${id} `, id],
    [201, 'an-id-of-another-shape_7', 'an-id-of-another-shape_7'],
  ])('answered %i with %j has an id', async (status, body, expected) => {
    await using server = await answering(status, body)
    await using portal = portalAt(server)
    expect(await portal.upload(upload)).toEqual({ ok: true, value: expected })
  })

  test.each([
    [401, '{"error":{"message":"Invalid token"}}', 'unauthorized', false],
    [400, '{"httpStatus":400,"errorCode":10401,"message":"Wrong authorization data","explanation":null}', 'unauthorized', false],
    [403, '', 'forbidden', false],
    [403, '{"message":"Publishing is capped: monthly usage limit exceeded"}', 'quota', false],
    [402, 'Payment required: Publisher Pro', 'quota', false],
    [429, '{"message":"Your organization is over its quota"}', 'quota', false],
    [429, 'Too many requests, rate limit hit', 'throttled', false],
    [413, '<html><head><title>413 Payload Too Large</title></head><body><h1>no</h1></body></html>', 'too-large', false],
    [400, 'Upload failed: File size exceeds the limit of 2147483648 bytes.', 'too-large', false],
    [400, 'Failed to process request: no', 'refused', false],
    [500, '', 'unavailable', true],
    [502, '<html>\r\n<head><title>502 Bad Gateway</title></head></html>', 'unavailable', true],
    [503, 'x', 'unavailable', true],
    [200, '<html><h1>Log in to the hotel</h1></html>', 'unavailable', true],
  ] as const)('answered %i %j failed as %s, and is not repeated', async (status, body, kind, maybeDone) => {
    await using server = await answering(status, body)
    await using portal = portalAt(server)
    expect(await portal.upload(upload)).toMatchObject({ ok: false, failure: { kind, status, maybeDone } })
    expect(server.requests).toHaveLength(1)
  })

  test('whose answer is lost may have succeeded', async () => {
    await using server = await serve(async (request) => {
      await textOf(request)
      request.socket.destroy()
    })
    await using portal = portalAt(server)
    expect(await portal.upload(upload)).toMatchObject({ ok: false, failure: { kind: 'unavailable', status: undefined, maybeDone: true } })
    expect(server.requests).toHaveLength(1)
  })

  test('that nobody received cannot have', async () => {
    const server = await serve(() => undefined)
    await server[Symbol.asyncDispose]()
    await using portal = portalAt(server)
    expect(await portal.upload(upload)).toMatchObject({ ok: false, failure: { kind: 'unavailable', maybeDone: false } })
  })

  test('ends with the reason of its signal', async () => {
    await using server = await serve(() => undefined)
    await using portal = portalAt(server)
    await expect(portal.upload({ ...upload, signal: AbortSignal.timeout(30) })).rejects.toThrow(/timeout/)
  })
})

describe('the token', () => {
  test('goes to the Portal only, and is shown nowhere', async () => {
    await using elsewhere = await answering(200, '{"published":true}')
    await using server = await serve((_, response) => response.writeHead(302, { location: elsewhere.url }).end())
    const log = new TestLog()
    await using portal = portalAt(server, log)
    await portal.published({ groupId: 'org.acme', artifactId: 'lib', version: '1.0' })
    expect(server.requests[0]?.headers).toHaveProperty('authorization')
    expect(elsewhere.requests[0]?.headers).not.toHaveProperty('authorization')
    expect(log.lines.join()).not.toContain(bearerOf(token))
  })

  test('never goes out unencrypted', () => {
    expect(() => portalAt({ url: 'http://central.sonatype.com' })).toThrow(/not encrypted/)
  })
})

describe('the status', () => {
  const statusOf = async (status: number, body: string) => {
    await using server = await answering(status, body)
    await using portal = portalAt(server)
    const answer = await portal.status(id)
    expect(server.requests).toMatchObject([
      { method: 'POST', target: `/api/v1/publisher/status?id=${id}`, headers: { 'content-length': '0' } },
    ])
    return answer
  }

  test('is read with what is new, absent or null', async () => {
    const full = {
      deploymentId: id,
      deploymentName: 'my bundle',
      deploymentState: 'VALIDATED',
      purls: ['pkg:maven/org.acme/lib@1.0'],
      errors: {},
      warnings: ['a warning'],
      cherryBomUrl: null,
      somethingNew: { deep: [1] },
    }
    expect(await statusOf(200, JSON.stringify(full))).toMatchObject({
      ok: true,
      value: { id, name: 'my bundle', state: 'VALIDATED', purls: ['pkg:maven/org.acme/lib@1.0'], errors: [], warnings: ['a warning'] },
    })
    expect(await statusOf(200, '{"deploymentState":"PENDING","errors":null,"purls":null}')).toMatchObject({
      ok: true,
      value: { state: 'PENDING', purls: [], errors: [], warnings: [] },
    })
  })

  test('of a state that we do not know is progress', async () => {
    expect(await statusOf(200, '{"deploymentState":"SCANNING"}')).toMatchObject({
      ok: true,
      value: { state: 'UNKNOWN', spelledState: 'SCANNING' },
    })
  })

  test.each(['PENDING', 'PUBLISHING', 'PUBLISHED'])('is without the noise that comes in %s', async (deploymentState) => {
    const noise = { deploymentState, purls: [], errors: { common: ['Deployment components info not found'] } }
    expect(await statusOf(200, JSON.stringify(noise))).toMatchObject({ ok: true, value: { state: deploymentState, errors: [] } })
  })

  test('has its errors understood, by component and file', async () => {
    const purl = 'pkg:maven/org.acme/lib@1.0'
    const failed = {
      deploymentState: 'FAILED',
      errors: { [purl]: ['Missing signature for file: lib-1.0.pom', 'Project URL is not defined'], common: 'new' },
    }
    const answer = await statusOf(200, JSON.stringify(failed))
    expect(answer).toMatchObject({
      ok: true,
      value: {
        errors: [
          { kind: 'unsigned', file: 'lib-1.0.pom', purl },
          { kind: 'pom-url', purl },
          { kind: 'unknown', text: 'new' },
        ],
      },
    })
  })

  test('of any shape does no harm', async () => {
    for (const errors of ['"text"', '["text"]', '{"common":{"deep":["text"]}}', '{"common":[null,1,"text"]}']) {
      expect(await statusOf(200, `{"deploymentState":"FAILED","errors":${errors}}`)).toMatchObject({
        value: { errors: [{ text: 'text' }] },
      })
    }
    const deep = `{"deploymentState":"FAILED","errors":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect(await statusOf(200, deep)).toMatchObject({ ok: true, value: { state: 'FAILED', errors: [] } })
  })

  test.each([
    [404, 'Deployment with provided id not found', 'missing'],
    [401, '', 'unauthorized'],
    [502, '<html><h1>502 Bad Gateway</h1></html>', 'unavailable'],
    [200, '<html><h1>Maintenance</h1></html>', 'unavailable'],
    [200, '', 'unavailable'],
    [200, '[]', 'unavailable'],
  ])('answered %i %j is no verdict', async (status, body, kind) => {
    expect(await statusOf(status, body)).toMatchObject({ ok: false, failure: { kind } })
  })

  test('keeps what the Portal asks for', async () => {
    await using server = await answering(429, '', { 'retry-after': '17' })
    await using portal = portalAt(server)
    expect(await portal.status(id)).toMatchObject({ failure: { kind: 'throttled', retryAfterMs: 17_000 } })
  })
})

describe('publish and drop', () => {
  test('are one call each, whose path keeps a strange id inside', async () => {
    await using server = await answering(204)
    await using portal = portalAt(server)
    expect(await portal.publish(id)).toEqual({ ok: true, value: true })
    expect(await portal.drop('a/../b')).toEqual({ ok: true, value: true })
    expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
      `POST /api/v1/publisher/deployment/${id}`,
      'DELETE /api/v1/publisher/deployment/a%2F..%2Fb',
    ])
    expect(server.requests[0]?.headers).toMatchObject({ 'content-length': '0' })
  })

  test.each([400, 500, 503])('answered %i are not repeated', async (status) => {
    await using server = await answering(status, '{"message":"Deployment is in state PUBLISHING"}')
    await using portal = portalAt(server)
    expect(await portal.publish(id)).toMatchObject({ ok: false, failure: { status, text: 'Deployment is in state PUBLISHING' } })
    expect(await portal.drop(id)).toMatchObject({ ok: false })
    expect(server.requests).toHaveLength(2)
  })
})

describe('what reads', () => {
  test('is asked again when the Portal is busy', async () => {
    const statuses = [503, 429]
    await using server = await serve((_, response) => response.writeHead(statuses.shift() ?? 200).end('{"published":true,"new":1}'))
    await using portal = portalAt(server)
    expect(await portal.published({ groupId: 'org.acme', artifactId: 'lib', version: '1.0+b' })).toEqual({ ok: true, value: true })
    expect(server.requests).toHaveLength(3)
    expect(server.requests[0]?.target).toBe('/api/v1/publisher/published?namespace=org.acme&name=lib&version=1.0%2Bb')
  })
})

describe('the list of deployments', () => {
  interface Query {
    readonly page: number
    readonly sortField: string
    readonly pathStarting?: string
    readonly deploymentIds?: string[]
  }

  /** A Portal with so many deployments, three to a page. */
  async function listing(count: number, sortField = 'createdTimestamp') {
    const queries: Query[] = []
    const handler: Handler = async (request, response) => {
      const query: Query = JSON.parse(await textOf(request))
      queries.push(query)
      if (query.sortField !== sortField) return response.writeHead(400).end('{"message":"unknown field"}')
      const all = Array.from({ length: count }, (_, index) => ({
        deploymentId: `id-${index}`,
        deploymentName: `name ${index}`,
        deploymentState: 'VALIDATED',
        createTimestamp: 1_679_067_205_978,
        deploymentFiles: [{ relativePath: `org/acme/lib/${index}/lib.pom`, fileSize: 1 }],
      }))
      const deployments = [...all.slice(query.page * 3, query.page * 3 + 3), null, { noId: true }]
      return response.end(JSON.stringify({ deployments, page: query.page, pageCount: Math.ceil(count / 3), somethingNew: 1 }))
    }
    return { server: await serve(handler), queries }
  }

  test('is read page by page', async () => {
    const { server, queries } = await listing(7)
    await using _ = server
    await using portal = portalAt(server)
    const answer = await portal.deployments({ pathStarting: 'org/acme/', ids: ['a'] })
    if (!answer.ok) throw new Error('no list')
    expect(answer.value.map((deployment) => deployment.id)).toEqual(Array.from({ length: 7 }, (__, index) => `id-${index}`))
    expect(answer.value[0]).toEqual({
      id: 'id-0',
      name: 'name 0',
      state: 'VALIDATED',
      created: 1_679_067_205_978,
      purls: [],
      files: ['org/acme/lib/0/lib.pom'],
    })
    expect(queries.map(({ page }) => page)).toEqual([0, 1, 2])
    expect(queries[0]).toMatchObject({ sortDirection: 'desc', pathStarting: 'org/acme/', deploymentIds: ['a'] })
  })

  test('ends where the one is found', async () => {
    const { server, queries } = await listing(100)
    await using _ = server
    await using portal = portalAt(server)
    await portal.deployments({ until: ({ name }) => name === 'name 4' })
    expect(queries).toHaveLength(2)
  })

  test('ends at fifty pages', async () => {
    const { server, queries } = await listing(1000)
    await using _ = server
    await using portal = portalAt(server)
    expect(await portal.deployments()).toMatchObject({ ok: true })
    expect(queries).toHaveLength(50)
  })

  test('is sorted by whichever name of the field the Portal takes', async () => {
    const { server, queries } = await listing(4, 'createTimestamp')
    await using _ = server
    await using portal = portalAt(server)
    expect(await portal.deployments()).toMatchObject({ ok: true })
    expect(queries.map(({ sortField }) => sortField)).toEqual(['createdTimestamp', 'createTimestamp', 'createTimestamp'])
  })

  test('that the Portal refuses is a failure', async () => {
    await using server = await answering(400, '{"message":"sortField is required"}')
    await using portal = portalAt(server)
    expect(await portal.deployments()).toMatchObject({ ok: false, failure: { kind: 'refused', text: 'sortField is required' } })
  })
})

describe('a file of a deployment', () => {
  test('comes as a stream', async () => {
    await using server = await answering(200, 'content')
    await using portal = portalAt(server)
    const answer = await portal.download(id, 'org/acme/lib/1.0+b/lib 1.pom')
    if (!answer.ok) throw new Error('no file')
    await using stream = answer.value
    const parts: Uint8Array[] = []
    for await (const chunk of stream.chunks) parts.push(chunk)
    expect(Buffer.concat(parts).toString()).toBe('content')
    expect(server.requests[0]?.target).toBe(`/api/v1/publisher/deployment/${id}/download/org/acme/lib/1.0%2Bb/lib%201.pom`)
  })

  test('that is not there is a failure', async () => {
    await using server = await answering(404, '{"message":"not found"}')
    await using portal = portalAt(server)
    expect(await portal.download(id, 'a')).toMatchObject({ ok: false, failure: { kind: 'missing', text: 'not found' } })
  })
})

test('the page of deployments is beside the API', () => {
  expect(deploymentsPage('https://central.sonatype.com')).toBe('https://central.sonatype.com/publishing/deployments')
})
