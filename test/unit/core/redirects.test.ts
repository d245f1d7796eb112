import { describe, expect, test } from 'vitest'
import { HttpClient, type HttpMethod } from '../../../src/core/http.ts'
import { nextHop } from '../../../src/core/redirects.ts'
import { noRetries } from '../../../src/core/retry-policy.ts'
import { type Handler, serve, textOf } from '../../support/loopback-server.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

const redirect =
  (status: number, location: string): Handler =>
  (request, response) => {
    request.resume()
    response.writeHead(status, { location }).end()
  }

const secrets = { authorization: 'Bearer x', cookie: 'a=b', 'private-token': 'x', 'x-jfrog-art-api': 'x', 'x-anything': 'x' }
const harmless = { accept: 'text/plain', range: 'bytes=0-9', 'if-range': '"a"' }

function client(baseUrl: string): HttpClient {
  return new HttpClient({ environment: {}, clock: new TestClock(), log: new TestLog(), baseUrl, headers: { 'x-client': 'x' } })
}

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('by %i to another port takes along nothing but harmless headers', async (status) => {
    await using target = await serve((_, response) => response.end('there'))
    await using server = await serve(redirect(status, `${target.url}/file`))
    await using http = client(server.url)
    const answer = await http.send({ method: 'GET', url: '', headers: { ...secrets, ...harmless } })
    expect(answer.body.toString()).toBe('there')
    expect(answer.url.href).toBe(`${target.url}/file`)
    expect(server.requests[0]?.headers).toMatchObject({ ...secrets, ...harmless, 'x-client': 'x' })
    const { host, connection, ...received } = target.requests[0]?.headers ?? {}
    expect(host).toBe(`127.0.0.1:${target.port}`)
    expect(connection).toBe('keep-alive')
    expect(received).toEqual({ ...harmless, 'accept-encoding': 'identity', 'user-agent': expect.stringMatching(/^outtray\//) })
  })

  test('to another host takes along nothing either, and what is lost stays lost on the way back', async () => {
    await using server = await serve((request, response) => {
      const { port } = request.socket.address() as { port: number }
      const next = { '/': `http://localhost:${port}/away`, '/away': `http://127.0.0.1:${port}/back` }[request.url ?? '']
      if (next === undefined) response.end('home')
      else response.writeHead(302, { location: next }).end()
    })
    await using http = client(server.url)
    expect((await http.send({ method: 'GET', url: '', headers: secrets })).body.toString()).toBe('home')
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer x', undefined, undefined])
  })

  test('on the same server keeps all headers', async () => {
    await using server = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: 'new' }).end()
      else response.end('new')
    })
    await using http = client(server.url)
    await http.send({ method: 'HEAD', url: 'old', headers: secrets })
    expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(['HEAD /old', 'HEAD /new'])
    expect(server.requests[1]?.headers).toMatchObject({ ...secrets, 'x-client': 'x' })
  })

  test('is followed five times, not six', async () => {
    await using server = await serve((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left === 0) response.end('done')
      else response.writeHead(302, { location: `/${left - 1}` }).end()
    })
    await using http = client(server.url)
    expect((await http.send({ method: 'GET', url: '5' })).body.toString()).toBe('done')
    await expect(http.send({ method: 'GET', url: '6' })).rejects.toThrow(/redirected more than 5 times/)
  })

  test('leads only where the caller allows, and the first address is asked about too', async () => {
    await using away = await serve((_, response) => response.end())
    await using server = await serve(redirect(302, `${away.url}/file?key=s3cret`))
    await using http = client(server.url)
    const asked: string[] = []
    const home = (url: URL) => asked.push(url.origin) > 0 && url.origin === server.url
    const refused = await http.send({ method: 'GET', url: '', allowsHost: home }).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      code: 'rejected',
      message: expect.stringMatching(/\/file\?key=… is where a redirect leads, to a host that is not allowed/),
    })
    expect(asked).toEqual([server.url, away.url])
    await expect(http.send({ method: 'GET', url: away.url, allowsHost: home })).rejects.toThrow(/names a host that is not allowed/)
    expect(away.requests).toEqual([])
    expect(server.requests).toHaveLength(1)
  })

  test.each(['POST', 'PUT', 'DELETE'] as const)(
    'of a %s is followed by 307 and 308 on the same server only',
    async (method: HttpMethod) => {
      await using other = await serve((_, response) => response.end())
      await using server = await serve(async (request, response) => {
        const [, status = '', away] = request.url?.split('/') ?? []
        if (status === 'end') return void response.end(await textOf(request))
        await textOf(request)
        response.writeHead(Number(status), { location: away === undefined ? '/end' : other.url }).end()
      })
      await using http = client(server.url)
      const send = (url: string) => http.send({ method, url, body: 'content', retries: noRetries })
      for (const status of [307, 308]) {
        expect((await send(`${status}`)).body.toString()).toBe('content')
        await expect(send(`${status}/away`)).rejects.toThrow(/only reading follows redirects/)
      }
      for (const status of [301, 302, 303]) await expect(send(`${status}`)).rejects.toThrow(/only reading follows redirects/)
      expect(other.requests).toEqual([])
    },
  )

  test.each([
    ['http://host.test/', /not encrypted/],
    ['ftp://127.0.0.1/', /not encrypted/],
    ['file:///etc/passwd', /not encrypted/],
    ['http://u:s3cret@127.0.0.1/', /with credentials/],
    ['http://[/', /no address/],
  ])('to %s is refused', async (location, message) => {
    await using server = await serve(redirect(302, location))
    await using http = client(server.url)
    const error = await http.send({ method: 'GET', url: '' }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'rejected', status: 302 })
    expect(String(error)).toMatch(message)
    expect(String(error)).not.toContain('s3cret')
    expect(server.requests).toHaveLength(1)
  })

  test('without a location is an answer like others, and so is 304', async () => {
    await using server = await serve((request, response) => response.writeHead(Number(request.url?.slice(1))).end())
    await using http = client(server.url)
    expect((await http.send({ method: 'GET', url: '302' })).status).toBe(302)
    expect((await http.send({ method: 'GET', url: '304' })).status).toBe(304)
  })
})

describe('a redirect from a public host', () => {
  const hop = { method: 'GET', url: new URL('https://8.8.8.8/file'), headers: {}, publicOnly: false }
  const to = (location: string) => nextHop(hop, { status: 302, location })

  test.each([
    'https://127.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
  ])('to %s is refused', async (location) => {
    await expect(to(location)).rejects.toThrow(/into a private network/)
  })

  test('never goes back to plain http', async () => {
    await expect(to('http://127.0.0.1/')).rejects.toThrow(/from https to http/)
  })

  test('to a name is bound to public addresses, and stays so', async () => {
    const next = await to('https://host.test/')
    expect(next).toMatchObject({ publicOnly: true })
    expect(await nextHop({ ...hop, url: new URL('https://127.0.0.1/') }, { status: 302, location: 'https://host.test/' })).toMatchObject({
      publicOnly: false,
    })
  })
})
