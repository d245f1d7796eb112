import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { request } from 'undici'
import { afterAll, describe, expect, test } from 'vitest'
import { HttpClient } from '../../../src/core/http.ts'
import { openDispatchers } from '../../../src/core/http-dispatcher.ts'
import { transportError } from '../../../src/core/http-error.ts'
import { noRetries } from '../../../src/core/retry-policy.ts'
import { throwAwayAuthority } from '../../support/certificates.ts'
import { connectProxy } from '../../support/connect-proxy.ts'
import { missingTools } from '../../support/gnupg.ts'
import { serve } from '../../support/loopback-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

const surroundings = (environment: Record<string, string>) => ({ environment, clock: new TestClock(), log: new TestLog() })

describe('a proxy', () => {
  test.each(['http_proxy', 'HTTP_PROXY'])('is taken from %s, and gets its credentials, which are shown nowhere', async (name) => {
    await using server = await serve((_, response) => response.end('through'))
    await using proxy = await connectProxy({ password: 'pr0xy/s3cret' })
    const at = `http://user:${encodeURIComponent('pr0xy/s3cret')}@127.0.0.1:${proxy.port}`
    const around = surroundings({ [name]: at })
    await using http = new HttpClient({ ...around, baseUrl: server.url })
    expect((await http.send({ method: 'GET', url: '' })).body.toString()).toBe('through')
    expect(proxy.tunnels).toHaveLength(1)
    expect(proxy.tunnels[0]?.target).toBe(`127.0.0.1:${server.port}`)
    expect(server.requests[0]?.headers).not.toHaveProperty('proxy-authorization')
    expect(around.log.lines.join()).not.toMatch(/s3cret/)
  })

  test('that refuses is named as the reason, without its password', async () => {
    await using proxy = await connectProxy({ password: 'right' })
    await using http = new HttpClient(
      surroundings({ https_proxy: `127.0.0.1:${proxy.port}`, http_proxy: `http://user:wr0ng@127.0.0.1:${proxy.port}` }),
    )
    for (const url of ['https://host.test/', 'http://127.0.0.1:9/']) {
      const error = await http.send({ method: 'POST', url, retries: noRetries }).catch((thrown: Error) => thrown)
      expect(error).toMatchObject({ code: 'unavailable', progress: 'unsent' })
      expect(String(error)).toMatch(/the proxy refused/)
      expect(`${String(error)} ${String(Reflect.get(error, 'cause'))}`).not.toMatch(/wr0ng/)
    }
  })

  test('is passed by for hosts in NO_PROXY', async () => {
    await using server = await serve((_, response) => response.end('direct'))
    await using proxy = await connectProxy()
    const environment = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: 'host.test,127.0.0.1' }
    await using http = new HttpClient({ ...surroundings(environment), baseUrl: server.url })
    expect((await http.send({ method: 'GET', url: '' })).body.toString()).toBe('direct')
    expect(proxy.tunnels).toEqual([])
  })

  test('of the process is not used when the environment names none', async () => {
    await using server = await serve((_, response) => response.end('direct'))
    process.env.HTTP_PROXY = 'http://127.0.0.1:9'
    try {
      await using http = new HttpClient({ ...surroundings({}), baseUrl: server.url })
      expect((await http.send({ method: 'GET', url: '' })).status).toBe(200)
    } finally {
      delete process.env.HTTP_PROXY
    }
  })

  test.each(['ftp://u:s3cret@proxy.test', 'http://u:s3cret@', 'socks5://u:s3cret@proxy.test'])('at %s is refused unseen', (address) => {
    expect(() => new HttpClient(surroundings({ HTTPS_PROXY: address }))).toThrow(/HTTPS_PROXY is no address of an http or https proxy/)
    expect(() => new HttpClient(surroundings({ HTTPS_PROXY: address }))).not.toThrow(/s3cret/)
  })
})

test('a connection to where a server has sent us never leads into a private network', async () => {
  await using server = await serve((_, response) => response.end())
  await using dispatchers = openDispatchers({}, { connectMs: 1000 })
  const url = new URL(`http://localhost:${server.port}/`)
  const error = await request(url, { dispatcher: dispatchers.publicOnly }).catch((thrown: unknown) => thrown)
  expect(transportError(error, { method: 'GET', url, answered: false })).toMatchObject({ code: 'rejected', progress: 'unsent' })
  expect((await request(url, { dispatcher: dispatchers.ordinary })).statusCode).toBe(200)
  expect(server.requests).toHaveLength(1)
})

describe.skipIf(missingTools('openssl').length > 0)('TLS', () => {
  const folder = temporaryFolder('tls')
  afterAll(() => folder[Symbol.asyncDispose]())
  const authority = missingTools('openssl').length > 0 ? undefined : throwAwayAuthority(folder.path)

  /** Asks in a process of its own, because Node reads NODE_EXTRA_CA_CERTS when it starts. */
  function ask(url: string, environment: Record<string, string>): Promise<string> {
    const program = `
      const { HttpClient } = await import(${JSON.stringify(pathToFileURL('src/core/http.ts').href)})
      const { systemClock } = await import(${JSON.stringify(pathToFileURL('src/core/clock.ts').href)})
      const log = { debug() {}, info(line) { console.log(line) }, group: (title, body) => body() }
      await using http = new HttpClient({ environment: process.env, clock: systemClock(undefined), log, headers: { authorization: 'x' } })
      try {
        console.log((await http.send({ method: 'GET', url: process.env.URL_TO_ASK })).body.toString())
      } catch (error) {
        console.log(error.code, error.message)
      }`
    const { PATH = '' } = process.env
    return new Promise((resolve, reject) => {
      const env = { PATH, ...environment, URL_TO_ASK: url }
      execFile(process.execPath, ['--input-type=module', '-e', program], { env }, (error, stdout) => {
        if (error === null) resolve(stdout.trim())
        else reject(error)
      })
    })
  }

  test('trusts the authorities of NODE_EXTRA_CA_CERTS, and no others', async () => {
    if (authority === undefined) throw new Error('no openssl')
    await using server = await serve((_, response) => response.end('encrypted'), { tls: authority.server })
    expect(await ask(server.url, { NODE_EXTRA_CA_CERTS: authority.caFile })).toBe('encrypted')
    expect(await ask(server.url, {})).toMatch(/^rejected GET https:\/\/127\.0\.0\.1:\d+\/ found no trusted certificate \(\w+\)/)
    expect(server.requests).toHaveLength(1)
  })

  test('goes through a proxy, by a name that only the proxy knows', async () => {
    if (authority === undefined) throw new Error('no openssl')
    await using server = await serve((_, response) => response.end('encrypted'), { tls: authority.server })
    await using proxy = await connectProxy({ hosts: { localhost: server.port } })
    const environment = { NODE_EXTRA_CA_CERTS: authority.caFile, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }
    expect(await ask('https://localhost/', environment)).toBe('encrypted')
    expect(proxy.tunnels.map(({ target }) => target)).toEqual(['localhost:443'])
  })

  test('is never left by a redirect', async () => {
    if (authority === undefined) throw new Error('no openssl')
    await using plain = await serve((_, response) => response.end('plain'))
    await using server = await serve((_, response) => response.writeHead(302, { location: plain.url }).end(), { tls: authority.server })
    expect(await ask(server.url, { NODE_EXTRA_CA_CERTS: authority.caFile })).toMatch(/^rejected .* was redirected from https to http:/)
    expect(plain.requests).toEqual([])
  })
})
