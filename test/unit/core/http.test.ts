import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/core/clock.ts'
import { ActionError } from '../../../src/core/errors.ts'
import { HttpClient, type HttpClientOptions } from '../../../src/core/http.ts'
import { HttpError, unexpectedStatus } from '../../../src/core/http-error.ts'
import { noRetries } from '../../../src/core/retry-policy.ts'
import { type Handler, serve, textOf } from '../../support/loopback-server.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

const client = (options: Partial<HttpClientOptions> = {}) =>
  new HttpClient({ environment: {}, clock: new TestClock(), log: new TestLog(), ...options })

/** Runs a request against a server that behaves so, without retries, and gives what is thrown. */
async function failure(handler: Handler, options: Partial<HttpClientOptions> = {}): Promise<HttpError> {
  await using server = await serve(handler)
  await using http = client({ baseUrl: server.url, ...options })
  const error = await http.send({ method: 'GET', url: 'file?token=s3cret', retries: noRetries }).catch((thrown: unknown) => thrown)
  if (!(error instanceof HttpError)) throw new Error(`not an HttpError: ${String(error)}`)
  expect(error).toBeInstanceOf(ActionError)
  expect(error.message).not.toContain('s3cret')
  expect(error.message).toContain(`GET ${server.url}/file?token=…`)
  return error
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('a request', () => {
  test('introduces itself, and sends the headers of its client and its own', async () => {
    await using server = await serve((_, response) => response.end('hello'))
    await using http = client({ baseUrl: `${server.url}/api`, headers: { Authorization: 'Bearer x' } })
    const answer = await http.send({ method: 'GET', url: 'status', query: { id: 'a b&c' }, headers: { Accept: 'text/plain' } })
    expect(answer).toMatchObject({ status: 200, body: Buffer.from('hello') })
    const [seen] = server.requests
    expect(seen?.target).toBe('/api/status?id=a+b%26c')
    expect(seen?.headers).toMatchObject({ authorization: 'Bearer x', accept: 'text/plain', 'accept-encoding': 'identity' })
    expect(seen?.headers['user-agent']).toMatch(/^outtray\/\d+\.\d+\.\d+ \(\+https:\/\/github\.com\/outtray\/outtray\)$/)
  })

  test('to another server carries none of the client’s headers', async () => {
    await using home = await serve((_, response) => response.end())
    await using other = await serve((_, response) => response.end())
    await using http = client({ baseUrl: home.url, headers: { 'private-token': 'x' } })
    await http.send({ method: 'GET', url: other.url })
    expect(other.requests[0]?.headers).not.toHaveProperty('private-token')
  })

  test('streams a body of known length', async () => {
    const bytes = Buffer.alloc(3_000_000, 'outtray')
    await using server = await serve(async (request, response) => response.end(String((await textOf(request)) === bytes.toString())))
    await using http = client({ baseUrl: server.url })
    const body = { size: bytes.length, chunks: () => inPieces(bytes, 100_000) }
    expect((await http.send({ method: 'POST', url: '', body })).body.toString()).toBe('true')
    expect(server.requests[0]?.headers).toMatchObject({ 'content-length': '3000000' })
    expect(server.requests[0]?.headers).not.toHaveProperty('transfer-encoding')
  })

  test('without a body says so', async () => {
    await using server = await serve((_, response) => response.end())
    await using http = client({ baseUrl: server.url })
    await http.send({ method: 'POST', url: '' })
    expect(server.requests[0]?.headers).toMatchObject({ 'content-length': '0' })
  })

  test('never goes out unencrypted', async () => {
    await using http = client()
    await expect(http.send({ method: 'GET', url: 'http://host.test/' })).rejects.toThrow(/not encrypted/)
    expect(() => client({ baseUrl: 'http://host.test' })).toThrow(/not encrypted/)
  })

  test('whose body breaks at its source fails with that reason, once', async () => {
    await using server = await serve(async (request, response) => response.end(await textOf(request)))
    await using http = client({ baseUrl: server.url })
    const chunks = async function* () {
      yield Buffer.from('half')
      throw new ActionError('conflict', 'the file changed while it was sent')
    }
    const sent = http.send({ method: 'PUT', url: '', body: { size: 8, chunks }, repeatable: true })
    await expect(sent).rejects.toThrow(/^the file changed while it was sent$/)
    expect(server.requests.length).toBeLessThanOrEqual(1)
  })

  test('ends with the reason of its signal, also in the middle of an answer', async () => {
    await using server = await serve((_, response) => void response.writeHead(200).write('begin'))
    await using http = client({ baseUrl: server.url })
    const stop = new AbortController()
    await using stream = await http.open({ method: 'GET', url: '', signal: stop.signal })
    const reading = (async () => {
      for await (const chunk of stream.chunks) if (chunk.length > 0) stop.abort(new Error('cancelled'))
    })()
    await expect(reading).rejects.toThrow(/^cancelled$/)
    await expect(http.send({ method: 'GET', url: '', signal: stop.signal })).rejects.toThrow(/^cancelled$/)
  })
})

describe('an answer', () => {
  test('of any status is an answer', async () => {
    await using server = await serve((_, response) => response.writeHead(404, { 'Set-Cookie': ['a=1', 'b=2'] }).end('no'))
    await using http = client({ baseUrl: server.url })
    const answer = await http.send({ method: 'GET', url: '' })
    expect(answer).toMatchObject({ status: 404, headers: { 'set-cookie': 'a=1, b=2' } })
  })

  test('longer than allowed is an error', async () => {
    const error = await failure((_, response) => response.end(Buffer.alloc((1 << 20) + 1)))
    expect(error).toMatchObject({ code: 'rejected', progress: 'answered' })
    expect(error.message).toMatch(/more than 1048576 bytes/)
  })

  test('of endless length ends too', async () => {
    const error = await failure(async (_, response) => {
      while (!response.destroyed) if (!response.write(Buffer.alloc(65_536))) await delay(1)
    })
    expect(error.message).toMatch(/more than 1048576 bytes/)
  })

  test('that tells a failure is cut instead', async () => {
    await using server = await serve((_, response) => response.writeHead(500).end('x'.repeat(3 << 20)))
    await using http = client({ baseUrl: server.url })
    const answer = await http.send({ method: 'GET', url: '', retries: noRetries, maxBytes: 1000 })
    expect(answer.body).toHaveLength(1000)
  })

  test('that comes while the body is still being sent is heard', async () => {
    await using server = await serve((request, response) => {
      response.writeHead(413, { connection: 'close' }).end('<h1>413 Payload Too Large</h1>')
      request.resume()
    })
    await using http = client({ baseUrl: server.url })
    const bytes = Buffer.alloc(20_000_000)
    const body = { size: bytes.length, chunks: () => inPieces(bytes, 1 << 20) }
    expect((await http.send({ method: 'POST', url: '', body })).status).toBe(413)
  })

  test('can be left unread without harm', async () => {
    await using server = await serve((_, response) => response.end(Buffer.alloc(1 << 20)))
    await using http = client({ baseUrl: server.url })
    for (let time = 0; time < 3; time++) {
      await using stream = await http.open({ method: 'GET', url: '' })
      expect(stream.status).toBe(200)
    }
    expect(server.requests).toHaveLength(3)
  })
})

describe('a failure is told as it is', () => {
  test('nobody listens', async () => {
    const gone = await serve(() => undefined)
    await gone[Symbol.asyncDispose]()
    await using http = client({ baseUrl: gone.url })
    const error = await http.send({ method: 'POST', url: '', retries: noRetries }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'unavailable', progress: 'unsent' })
    expect(String(error)).toMatch(/could not connect \(ECONNREFUSED\)/)
  })

  test('the connection is cut before an answer', async () => {
    expect(await failure((request) => void request.socket.destroy())).toMatchObject({ code: 'unavailable', progress: 'unknown' })
    expect(await failure((request) => void request.socket.resetAndDestroy())).toMatchObject({ code: 'unavailable', progress: 'unknown' })
  })

  test('the answer is cut short', async () => {
    const byLength = await failure((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('only this')
      setTimeout(() => response.destroy(), 20)
    })
    expect(byLength).toMatchObject({ code: 'unavailable', progress: 'answered' })
    expect(byLength.message).toMatch(/broke off its answer/)
    const inChunks = await failure((_, response) => {
      response.writeHead(200).write('only this')
      setTimeout(() => response.destroy(), 20)
    })
    expect(inChunks.message).toMatch(/broke off its answer/)
  })

  test('no answer comes', async () => {
    const error = await failure(() => undefined, { limits: { headersMs: 100 } })
    expect(error).toMatchObject({ code: 'timeout', progress: 'unknown' })
    expect(error.message).toMatch(/no answer in time/)
  })

  test('no answer comes to a body, whose sending takes its own time', async () => {
    await using server = await serve((request) => void request.resume())
    await using http = client({ baseUrl: server.url, limits: { headersMs: 150 } })
    const chunks = async function* () {
      yield Buffer.from('a')
      await delay(300)
      yield Buffer.from('b')
    }
    const started = performance.now()
    const error = await http.send({ method: 'POST', url: '', body: { size: 2, chunks } }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'timeout', progress: 'unknown' })
    expect(performance.now() - started).toBeGreaterThan(400)
  })

  test('the answer stops coming', async () => {
    const error = await failure((_, response) => void response.writeHead(200).write('begin'), { limits: { idleMs: 200 } })
    expect(error).toMatchObject({ code: 'timeout' })
    expect(error.message).toMatch(/stalled/)
  })

  test('the answer dribbles', async () => {
    const dribble: Handler = async (_, response) => {
      for (response.writeHead(200); !response.destroyed; await delay(20)) response.write('.')
    }
    const error = await failure(dribble, { limits: { idleMs: 300, bytesPerSecond: 1000 } })
    expect(error.message).toMatch(/stalled: it moved less than 1000 bytes per second/)
  })

  test('a slow answer that keeps the pace is none', async () => {
    const slow: Handler = async (_, response) => {
      for (let piece = 0; piece < 15; piece++, await delay(100)) response.write(Buffer.alloc(1000))
      response.end()
    }
    await using server = await serve(slow)
    await using http = client({ baseUrl: server.url, limits: { idleMs: 1000, bytesPerSecond: 1000 } })
    expect((await http.send({ method: 'GET', url: '' })).body).toHaveLength(15_000)
  })

  test('the server stops taking the body', async () => {
    await using server = await serve((request) => void request.pause())
    await using http = client({ baseUrl: server.url, limits: { idleMs: 200, bytesPerSecond: 100_000_000 } })
    const bytes = Buffer.alloc(30_000_000)
    const body = { size: bytes.length, chunks: () => inPieces(bytes, 1 << 20) }
    const error = await http.send({ method: 'POST', url: '', body }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'timeout', progress: 'unknown' })
    expect(String(error)).toMatch(/stalled/)
  })

  test('our own slowness is no stall', async () => {
    await using server = await serve(async (request, response) => response.end(await textOf(request)))
    await using http = client({ baseUrl: server.url, limits: { idleMs: 300 } })
    const chunks = async function* () {
      for (const letter of 'abc') {
        await delay(400)
        yield Buffer.from(letter)
      }
    }
    expect((await http.send({ method: 'POST', url: '', body: { size: 3, chunks } })).body.toString()).toBe('abc')
  })

  test('a status becomes an error with the beginning of the answer, made visible', () => {
    const error = unexpectedStatus({
      method: 'GET',
      url: new URL('https://u:p@h.test/x'),
      status: 403,
      body: `a\u001b[31m ${'b'.repeat(600)}`,
    })
    expect(error).toMatchObject({ code: 'unauthorized', status: 403 })
    expect(error.message).toMatch(/^GET https:\/\/h\.test\/x answered 403: a\\u\{1b\}\[31m b+…$/)
    expect(error.message.length).toBeLessThan(560)
  })
})

describe('trying again', () => {
  /** A server that gives each status once, then 200. */
  async function statuses(...all: number[]) {
    const left = [...all]
    return await serve((_, response) => response.writeHead(left.shift() ?? 200, { 'retry-after': '3' }).end())
  }

  test('happens for reading, after the pause that the server asks for', async () => {
    await using server = await statuses(503, 429)
    const clock = new TestClock()
    const log = new TestLog()
    await using http = client({ baseUrl: server.url, clock, log })
    expect((await http.send({ method: 'GET', url: '?key=s3cret' })).status).toBe(200)
    expect(clock.sleeps).toEqual([3000, 3000])
    expect(log.lines.join('\n')).toMatch(/trying again in 3\.0 s/)
    expect(log.lines.join('\n')).not.toContain('s3cret')
  })

  test('happens for writing only where the caller says that it is safe', async () => {
    await using careful = await statuses(503)
    await using http = client()
    expect((await http.send({ method: 'POST', url: careful.url })).status).toBe(503)
    expect(careful.requests).toHaveLength(1)
    await using safe = await statuses(503)
    expect((await http.send({ method: 'POST', url: safe.url, repeatable: true })).status).toBe(200)
    expect(safe.requests).toHaveLength(2)
  })

  test('sends a streamed body anew', async () => {
    const bodies: string[] = []
    await using server = await serve(async (request, response) => {
      bodies.push(await textOf(request))
      if (bodies.length === 1) request.socket.destroy()
      else response.end()
    })
    await using http = client({ baseUrl: server.url })
    const chunks = () => inPieces(Buffer.from('content'), 2)
    await http.send({ method: 'PUT', url: '', body: { size: 7, chunks }, repeatable: true })
    expect(bodies).toEqual(['content', 'content'])
  })

  test('gives a stream of the first good answer', async () => {
    await using server = await statuses(503, 503)
    await using http = client({ baseUrl: server.url })
    await using stream = await http.open({ method: 'GET', url: '' })
    expect(stream.status).toBe(200)
    expect(server.requests).toHaveLength(3)
  })

  test('never follows a lost answer to a write', async () => {
    await using server = await serve(async (request) => {
      await textOf(request)
      request.socket.destroy()
    })
    await using http = client({ baseUrl: server.url })
    await expect(http.send({ method: 'POST', url: '', body: 'x' })).rejects.toThrow(/had no answer/)
    expect(server.requests).toHaveLength(1)
  })

  test('is counted by time that passes, though the time that we write is fixed', async () => {
    const clock = systemClock('0')
    const before = clock.elapsed()
    await clock.sleep(5)
    expect(clock.now()).toBe(0)
    expect(clock.elapsed()).toBeGreaterThan(before)
    await expect(clock.sleep(60_000, AbortSignal.timeout(5))).rejects.toThrow(/timeout/)
  })
})
