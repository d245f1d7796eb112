import { describe, expect, test } from 'vitest'
import { type Handler, serve, textOf } from '../../support/loopback-server.ts'
import { answering, id, portalAt } from './portal-scene.ts'

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
