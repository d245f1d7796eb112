import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ActionError } from '../../../src/core/errors.ts'
import { RateLimited } from '../../../src/github/api.ts'
import { answering, apiAt, json } from '../../support/github-answers.ts'
import { type Handler, serve } from '../../support/loopback-server.ts'

const token = 'ghs_s3cret'

/** What asking such a server throws. */
async function refusal(handler: Handler, options: { token?: string } = { token }): Promise<ActionError> {
  await using server = await serve(handler)
  await using client = apiAt(server.url, options)
  const error = await client.api.get('repos/acme/widget').catch((thrown: unknown) => thrown)
  if (!(error instanceof ActionError)) throw new Error(`no ActionError: ${String(error)}`)
  expect(`${error.message} ${error.hint}`).not.toContain(token)
  return error
}

describe('a request', () => {
  test('carries the token, the version of the API, its query and its validator', async () => {
    await using server = await serve(answering({ '/api/v3/repos/acme/widget?per_page=5': { id: 1 } }))
    await using client = apiAt(`${server.url}/api/v3`, { token })
    const answer = await client.api.get('repos/acme/widget', { query: { per_page: '5' }, etag: 'W/"x"' })
    expect(answer).toEqual({ status: 200, body: { id: 1 } })
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'if-none-match': 'W/"x"',
    })
    expect(client.api.calls).toBe(1)
  })

  test('without a token goes without', async () => {
    await using server = await serve(answering({ '/x': {} }))
    await using client = apiAt(server.url)
    await client.api.get('x')
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization')
    expect(client.api.authenticated).toBe(false)
  })

  test('follows a repository to its new name, and counts that', async () => {
    await using server = await serve(
      answering({
        '/old': (_: unknown, response: Parameters<Handler>[1]) => response.writeHead(301, { location: '/new' }).end(),
        '/new': { id: 2 },
      }),
    )
    await using client = apiAt(server.url, { token })
    expect((await client.api.get('old')).body).toEqual({ id: 2 })
    expect(client.api.calls).toBe(2)
  })

  test('never goes to another origin, by redirect or by address', async () => {
    await using elsewhere = await serve(answering({}))
    await using server = await serve((_, response) => response.writeHead(302, { location: `${elsewhere.url}/x` }).end())
    await using client = apiAt(`${server.url}/api`, { token })
    await expect(client.api.get('x')).rejects.toThrow(/a host that is not allowed/)
    await expect(client.api.get(`${elsewhere.url}/x`)).rejects.toThrow(/as its own address/)
    await expect(client.api.get('../outside')).rejects.toThrow(/as its own address/)
    expect(elsewhere.requests).toEqual([])
    expect(server.requests).toHaveLength(1)
  })

  test('is repeated after 5xx and resets, and each counts', async () => {
    let tries = 0
    await using server = await serve((request, response) => {
      tries++
      if (tries === 1) request.socket.destroy()
      else if (tries === 2) response.writeHead(502).end('<html>')
      else json(response, [])
    })
    await using client = apiAt(server.url, { token })
    expect((await client.api.get('x')).body).toEqual([])
    expect(client.api.calls).toBe(3)
    expect(client.log.lines.filter((line) => line.includes('trying again'))).toHaveLength(2)
  })

  test('is one of sixteen at most, of a thousand', async () => {
    let running = 0
    let most = 0
    const sixteen = Promise.withResolvers<void>()
    await using server = await serve(async (_, response) => {
      most = Math.max(most, ++running)
      if (running === 16) sixteen.resolve()
      await sixteen.promise
      // Whoever comes too many comes now.
      await delay(1)
      running--
      json(response, {})
    })
    await using client = apiAt(server.url, { token })
    await Promise.all(Array.from({ length: 1000 }, (_, index) => client.api.get(`repos/acme/r${index}`)))
    expect(most).toBe(16)
    expect(client.api.calls).toBe(1000)
  })

  test('ends with the reason of its signal, also while it waits for a limit', async () => {
    const stop = new AbortController()
    await using server = await serve((_, response) => {
      stop.abort(new Error('cancelled'))
      json(response, {}, { status: 429, headers: { 'retry-after': '5' } })
    })
    await using client = apiAt(server.url, { signal: stop.signal })
    await expect(client.api.get('x')).rejects.toThrow(/^cancelled$/)
  })
})

describe('an answer', () => {
  test('without change has no body', async () => {
    await using server = await serve((_, response) => response.writeHead(304, { etag: '"a"' }).end())
    await using client = apiAt(server.url)
    expect(await client.api.get('x', { etag: '"a"' })).toEqual({ status: 304, etag: '"a"', body: undefined })
  })

  test.each([404, 409, 410, 422, 451])('%i is about the thing', async (status) => {
    await using server = await serve((_, response) => response.writeHead(status).end('<html>'))
    await using client = apiAt(server.url)
    expect(await client.api.get('x')).toEqual({ status, body: undefined })
  })

  test('that is no JSON is refused, with the likely reason', async () => {
    const error = await refusal((_, response) => response.end('<html>Sign in</html>'))
    expect(error).toMatchObject({ code: 'rejected', hint: expect.stringMatching(/github-api-url/) })
  })
})

describe('a refusal tells whose fault it is:', () => {
  test('a bad token', async () => {
    const error = await refusal((_, response) => json(response, { message: 'Bad credentials' }, { status: 401 }))
    expect(error).toMatchObject({ code: 'unauthorized', hint: expect.stringMatching(/expired, was revoked/) })
    expect(error.message).toMatch(/does not accept the token \(GET .* answered 401: Bad credentials\)$/)
  })

  test('no token where one is wanted', async () => {
    const error = await refusal((_, response) => json(response, { message: 'Requires authentication' }, { status: 401 }), {})
    expect(error.message).toMatch(/wants a token/)
  })

  test('a token that may not read', async () => {
    const headers = { 'x-accepted-github-permissions': 'contents=read' }
    const error = await refusal((_, response) => json(response, { message: 'Resource not accessible' }, { status: 403, headers }))
    expect(error).toMatchObject({ code: 'unauthorized', hint: 'It needs one of these permissions: contents=read.' })
    expect(error.message).toMatch(/^the token may not read this/)
  })

  test('single sign-on, without the secret address for it', async () => {
    const headers = { 'x-github-sso': 'required; url=https://github.test/orgs/acme/sso?authorization_request=AAAA' }
    const error = await refusal((_, response) => json(response, { message: 'Resource protected' }, { status: 403, headers }))
    expect(error.message).toMatch(/single sign-on/)
    expect(`${error.message}${error.hint}`).not.toContain('AAAA')
  })

  test('in words that do not repeat the token, in whatever spelling the server does', async () => {
    const echo = `bad Bearer ${token} ${Buffer.from(`Bearer ${token}`).toString('base64')}`
    const error = await refusal((_, response) =>
      json(response, { message: echo }, { status: 403, headers: { 'x-accepted-github-permissions': `contents=${token}` } }),
    )
    expect(error.message).toContain('bad Bearer *** ')
    expect(error.hint).toContain('contents=***')
    await using server = await serve((_, response) => json(response, { message: echo }))
    await using client = apiAt(server.url, { token })
    expect(JSON.stringify((await client.api.get('x')).body)).toContain('bad Bearer *** ')
  })

  test('an asset that is gone, asked for by its bytes', async () => {
    await using server = await serve(answering({}))
    await using client = apiAt(server.url, { token })
    const opening = client.api.open(`${server.url}/asset`, { headers: {}, allowsHost: () => false })
    await expect(opening).rejects.toMatchObject({ code: 'not-found', message: expect.stringMatching(/answered 404: Not Found$/) })
  })

  test('a server that is down', async () => {
    const error = await refusal((_, response) => response.writeHead(503).end('{"message":"down\\u001b[31m"}'))
    expect(error).toMatchObject({ code: 'unavailable' })
    expect(error.message).toMatch(/answered 503: down\\u\{1b\}\[31m$/)
  })
})

describe('a limit', () => {
  test('of whichever kind is waited out by all requests together', async () => {
    let refused = false
    await using server = await serve((_, response) => {
      if (refused) return json(response, {})
      refused = true
      json(response, { message: 'You have exceeded a secondary rate limit' }, { status: 403, headers: { 'retry-after': '30' } })
    })
    await using client = apiAt(server.url, { token })
    await Promise.all([client.api.get('a'), client.api.get('b')])
    expect(client.clock.sleeps).toEqual([30_000])
    expect(client.api.calls).toBe(3)
  })

  test('is waited out for bytes, too', async () => {
    let refused = false
    await using server = await serve((_, response) => {
      if (refused) return response.end('bytes')
      refused = true
      return json(response, { message: 'You have exceeded a secondary rate limit' }, { status: 403 })
    })
    await using client = apiAt(server.url, { token })
    await using stream = await client.api.open(`${server.url}/asset`, { headers: {}, allowsHost: () => false })
    expect(stream.status).toBe(200)
    expect(client.clock.sleeps).toEqual([60_000])
    expect(client.api.calls).toBe(2)
  })

  test('leaves time for other troubles', async () => {
    const troubles = [
      { status: 429, headers: { 'retry-after': '500' } },
      { status: 502, headers: {} },
    ]
    await using server = await serve((_, response) => {
      const trouble = troubles.shift()
      json(response, {}, trouble)
    })
    await using client = apiAt(server.url, { token })
    expect((await client.api.get('x')).status).toBe(200)
    expect(client.clock.sleeps[0]).toBe(500_000)
    expect(client.clock.sleeps).toHaveLength(2)
  })

  test('that lasts too long ends the requests at once', async () => {
    await using server = await serve((_, response) => {
      const headers = {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-limit': '60',
        'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3000),
      }
      json(response, { message: 'API rate limit exceeded' }, { status: 403, headers })
    })
    await using client = apiAt(server.url, { token })
    await expect(client.api.get('a')).rejects.toThrow(RateLimited)
    await expect(client.api.get('b')).rejects.toThrow(/rate limit of 60 requests is used up/)
    expect(client.clock.sleeps).toEqual([])
    expect(server.requests).toHaveLength(1)
  })
})

describe('the pages of a listing', () => {
  const pages = async (handler: (url: string) => Handler) => {
    let inner: Handler = () => undefined
    await using server = await serve((request, response) => inner(request, response))
    inner = handler(server.url)
    await using client = apiAt(server.url, { token })
    const found: unknown[] = []
    for await (const page of client.api.pages('list', { query: { per_page: '2' } })) found.push(page)
    return found
  }
  const link = (address: string) => ({ headers: { link: `<${address}>; rel="next", <https://x.test/9>; rel="last"` } })

  test('follow its links', async () => {
    const found = await pages((url) =>
      answering({
        '/list?per_page=2': (_: unknown, response: Parameters<Handler>[1]) => json(response, [1], link(`${url}/list?per_page=2&page=2`)),
        '/list?per_page=2&page=2': [2],
      }),
    )
    expect(found).toEqual([
      { body: [1], truncated: false },
      { body: [2], truncated: false },
    ])
  })

  test('end where the server refuses a late one', async () => {
    const found = await pages((url) =>
      answering({
        '/list?per_page=2': (_: unknown, response: Parameters<Handler>[1]) => json(response, [1], link(`${url}/late`)),
        '/late': (_: unknown, response: Parameters<Handler>[1]) => json(response, { message: 'Only the first 10000' }, { status: 422 }),
      }),
    )
    expect(found).toEqual([
      { body: [1], truncated: false },
      { body: [], truncated: true },
    ])
  })

  test('are not to be had of another origin', async () => {
    await expect(pages(() => (_, response) => json(response, [], link('https://evil.test/2')))).rejects.toThrow(/evil\.test/)
  })

  test('do not go round in a circle', async () => {
    await expect(pages((url) => (_, response) => json(response, [], link(`${url}/again`)))).rejects.toThrow(/circle/)
  })

  test('have an end', async () => {
    let page = 0
    await expect(pages((url) => (_, response) => json(response, [], link(`${url}/list?page=${page++}`)))).rejects.toThrow(
      /more than 1000 pages/,
    )
  })

  test('of nothing are an error', async () => {
    await expect(pages(() => answering({}))).rejects.toThrow(/^list at 127\.0\.0\.1:\d+ was not found$/)
    const blocked: Handler = (_, response) => response.writeHead(451).end()
    await expect(pages(() => blocked)).rejects.toThrow(/blocked for legal reasons/)
    const refused: Handler = (_, response) => response.writeHead(422).end()
    await expect(pages(() => refused)).rejects.toThrow(/answered 422/)
  })
})
