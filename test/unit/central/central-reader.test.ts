import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { CentralReader } from '../../../src/central/central-reader.ts'
import { type Handler, serve } from '../../support/loopback-server.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

const sha1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'
const reader = (url: string, clock = new TestClock()) => new CentralReader({ url, environment: {}, clock, log: new TestLog() })

/** A repository of these files. */
const repository =
  (files: Readonly<Record<string, string>>): Handler =>
  ({ url = '' }, response) => {
    const body = files[decodeURIComponent(url)]
    return response.writeHead(body === undefined ? 404 : 200).end(body)
  }

describe('the SHA-1 of a file', () => {
  test('is read from its sidecar, in every spelling', async () => {
    const files = {
      '/maven2/a.pom.sha1': sha1,
      '/maven2/b.pom.sha1': `${sha1.toUpperCase()}  b.pom\n`,
      '/maven2/org/c+1.pom.sha1': `\n${sha1}\n`,
    }
    await using server = await serve(repository(files))
    await using central = reader(`${server.url}/maven2/`)
    expect(await central.sha1Of('a.pom')).toBe(sha1)
    expect(await central.sha1Of('b.pom')).toBe(sha1)
    expect(await central.sha1Of('org/c+1.pom')).toBe(sha1)
    expect(await central.sha1Of('d.pom')).toBe('missing')
    expect(server.requests.map(({ target }) => target)).toEqual([
      '/maven2/a.pom.sha1',
      '/maven2/b.pom.sha1',
      '/maven2/org/c%2B1.pom.sha1',
      '/maven2/d.pom.sha1',
    ])
    expect(server.requests[0]?.headers['user-agent']).toMatch(/^outtray\//)
  })

  test.each(['', 'not a digest', `${sha1}ab`, '<html>sign in</html>', 'x'.repeat(100_000)])(
    'is unknown when the sidecar is %j',
    async (body) => {
      await using server = await serve((_, response) => response.end(body))
      await using central = reader(server.url)
      expect(await central.sha1Of('a.pom')).toBe('unknown')
    },
  )

  test.each([301, 401, 403, 500, 503])('is unknown after status %i', async (status) => {
    await using server = await serve((_, response) => response.writeHead(status).end())
    await using central = reader(server.url)
    expect(await central.sha1Of('a.pom')).toBe('unknown')
    expect(server.requests.length).toBeLessThanOrEqual(2)
  })

  test('is unknown when nobody answers', async () => {
    const server = await serve(() => undefined)
    await server[Symbol.asyncDispose]()
    await using central = reader(server.url)
    expect(await central.sha1Of('a.pom')).toBe('unknown')
  })

  test('is asked for once more after one cut connection', async () => {
    let first = true
    await using server = await serve((request, response) => {
      if (first) request.socket.destroy()
      else response.end(sha1)
      first = false
    })
    await using central = reader(server.url)
    expect(await central.sha1Of('a.pom')).toBe(sha1)
  })
})

describe('too many requests', () => {
  test('silence it for as long as the repository asks', async () => {
    let busy = true
    await using server = await serve((_, response) => response.writeHead(busy ? 429 : 200, { 'retry-after': '30' }).end(sha1))
    const clock = new TestClock()
    await using central = reader(server.url, clock)
    expect(await central.sha1Of('a.pom')).toBe('unknown')
    expect(await central.sha1Of('b.pom')).toBe('unknown')
    expect(await central.has('c.pom')).toBe('unknown')
    expect(server.requests).toHaveLength(1)
    busy = false
    clock.pass(30_000)
    expect(await central.sha1Of('a.pom')).toBe(sha1)
  })

  test('silence it for a minute otherwise', async () => {
    await using server = await serve((_, response) => response.writeHead(429).end())
    const clock = new TestClock()
    await using central = reader(server.url, clock)
    await central.sha1Of('a.pom')
    clock.pass(59_000)
    await central.sha1Of('a.pom')
    expect(server.requests).toHaveLength(1)
    clock.pass(1000)
    await central.sha1Of('a.pom')
    expect(server.requests).toHaveLength(2)
  })

  test('are not made: four at once at most', async () => {
    let open = 0
    let most = 0
    await using server = await serve(async (_, response) => {
      most = Math.max(most, ++open)
      await delay(20)
      open--
      response.end(sha1)
    })
    await using central = reader(server.url)
    const answers = await Promise.all(Array.from({ length: 20 }, (__, index) => central.sha1Of(`${index}.pom`)))
    expect(new Set(answers)).toEqual(new Set([sha1]))
    expect(most).toBe(4)
  })
})

describe('a file', () => {
  test('is read once a run, however often it is asked for', async () => {
    await using server = await serve(repository({ '/org/parent.pom': '<project/>' }))
    await using central = reader(server.url)
    const answers = await Promise.all([central.read('org/parent.pom'), central.read('org/parent.pom')])
    expect([...answers, await central.read('org/parent.pom')]).toEqual(Array(3).fill({ text: '<project/>' }))
    expect(await central.read('org/none.pom')).toBe('missing')
    expect(await central.read('org/none.pom')).toBe('missing')
    expect(server.requests).toHaveLength(2)
  })

  test('of more than 1 MiB is not read', async () => {
    await using server = await serve(repository({ '/fits.pom': 'x'.repeat(1 << 20), '/large.pom': 'x'.repeat((1 << 20) + 1) }))
    await using central = reader(server.url)
    expect(await central.read('large.pom')).toBe('unknown')
    expect(await central.read('fits.pom')).toMatchObject({ text: expect.stringMatching(/^x+$/) })
  })

  test('is looked for anew each time, by its head alone', async () => {
    const files: Record<string, string> = {}
    await using server = await serve(repository(files))
    await using central = reader(server.url)
    expect(await central.has('a.pom')).toBe(false)
    files['/a.pom'] = 'there'
    expect(await central.has('a.pom')).toBe(true)
    expect(server.requests.map(({ method }) => method)).toEqual(['HEAD', 'HEAD'])
  })
})
