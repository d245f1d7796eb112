import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bearerOf, deploymentsPage, Portal } from '../../../src/central/portal.ts'
import { serve, textOf } from '../../support/loopback-server.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'
import { answering, bundleOf, id, portalAt, token, upload } from './portal-scene.ts'

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

  describe('is taken out of answers that repeat it', () => {
    const secret = { username: 'tokenUser', password: 'tok3n/pa55word' }
    const words = `no: Bearer ${bearerOf(secret)} is tokenUser:tok3n/pa55word`
    const escaped = JSON.stringify({ message: words }).replaceAll('/', '\\/')
    const statusOf = (more: object) => JSON.stringify({ deploymentState: 'FAILED', purls: [], ...more })

    test.each([
      [403, words],
      [401, escaped],
      [402, JSON.stringify({ message: 'no', details: `over quota: ${words}` })],
      [502, `<html><title>${words}</title></html>`],
      [400, `${'x'.repeat(480)} ${words}`],
      [200, `<p>${words}</p>`],
      [200, statusOf({ errors: { common: [words] } })],
      [200, statusOf({ warnings: [words], errors: null })],
      [200, statusOf({ errors: { common: [words] } }).replaceAll('/', '\\/')],
      [200, statusOf({ deploymentState: words })],
      [201, bearerOf(secret)],
    ])('%i %s', async (status, body) => {
      await using server = await answering(status, body)
      await using portal = new Portal({ url: server.url, token: secret, environment: {}, clock: new TestClock(), log: new TestLog() })
      const told = JSON.stringify([await portal.status(id), await portal.publish(id), await portal.upload(upload)])
      expect(told).toContain('***')
      for (const part of [bearerOf(secret).slice(0, 8), 'tok3n', 'pa55word', 'tokenUser']) expect(told).not.toContain(part)
    })
  })

  test('never goes out unencrypted', () => {
    expect(() => portalAt({ url: 'http://central.sonatype.com' })).toThrow(/not encrypted/)
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

test('the page of deployments is beside the API', () => {
  expect(deploymentsPage('https://central.sonatype.com')).toBe('https://central.sonatype.com/publishing/deployments')
})
