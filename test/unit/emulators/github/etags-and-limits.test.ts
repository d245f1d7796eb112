import { describe, expect, test } from 'vitest'
import { ask, askApi, bearer, startWidget } from './scene.ts'

const path = '/repos/acme/widget/releases'

describe('ETags', () => {
  test('make an answer 304 for the same token only', async () => {
    await using scene = await startWidget()
    const { github } = scene
    const etag = (await askApi(github, path)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/)
    const again = await askApi(github, path, { ...bearer(github.token), 'if-none-match': etag })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    const job = bearer(github.addToken())
    expect((await askApi(github, path, { ...job, 'if-none-match': etag })).status).toBe(200)
    expect((await askApi(github, path, { 'if-none-match': etag })).status).toBe(200)
    const list = `"other", ${etag.replace('W/', '')}`
    expect((await askApi(github, path, { ...bearer(github.token), 'if-none-match': list })).status).toBe(304)
  })

  test('change with every download, whichever way it took, since the count of downloads is in the body', async () => {
    await using scene = await startWidget()
    const { github, asset } = scene
    const tagNow = async () => (await askApi(github, path)).headers.get('etag')
    const before = await tagNow()
    expect(await tagNow()).toBe(before)
    await scene.signed()
    const afterFirst = await tagNow()
    expect(afterFirst).not.toBe(before)
    await askApi(github, `/repos/acme/widget/releases/assets/${asset.id}`, { ...bearer(github.token), accept: 'application/octet-stream' })
    expect(await tagNow()).not.toBe(afterFirst)
    const [release] = (await askApi(github, path)).json<{ assets: { download_count: number; updated_at: string }[] }[]>()
    expect(release?.assets[0]).toMatchObject({ download_count: 2, updated_at: asset.updatedAt })
  })
})

describe('the primary limit', () => {
  test('counts by token, says so in every answer, and lifts with its window', async () => {
    await using scene = await startWidget({ perHour: 3 })
    const { github } = scene
    const left = async () => {
      const { status, headers } = await askApi(github, path)
      return [status, headers.get('x-ratelimit-remaining')]
    }
    expect([await left(), await left(), await left()]).toEqual([
      [200, '2'],
      [200, '1'],
      [200, '0'],
    ])
    const refused = await askApi(github, path)
    expect(refused.status).toBe(403)
    expect(refused.json()).toMatchObject({ message: 'API rate limit exceeded for user ID 1.' })
    expect(refused.headers.get('retry-after')).toBeNull()
    const reset = Number(refused.headers.get('x-ratelimit-reset')) * 1000
    expect(github.requests.at(-1)?.limited).toBe(true)
    expect((await askApi(github, path, bearer(github.addToken()))).status).toBe(200)
    expect(reset - Date.now()).toBeGreaterThan(3_590_000)
    github.advance(3_590_000)
    expect((await askApi(github, path)).status).toBe(403)
    github.advance(10_000)
    expect(await left()).toEqual([200, '2'])
  })

  test('is 5,000 an hour for a user, 1,000 for a job, 60 without a token', async () => {
    await using scene = await startWidget()
    const { github } = scene
    const limitOf = async (headers: Record<string, string>) => (await askApi(github, path, headers)).headers.get('x-ratelimit-limit')
    expect(await limitOf(bearer(github.token))).toBe('5000')
    expect(await limitOf(bearer(github.addToken()))).toBe('1000')
    expect(await limitOf(bearer(github.addToken({ perHour: 15_000 })))).toBe('15000')
    expect(await limitOf({})).toBe('60')
    for (let at = 1; at < 60; at++) await askApi(github, path, {})
    expect((await askApi(github, path, {})).json()).toMatchObject({
      message: expect.stringContaining('Authenticated requests get a higher'),
    })
  })

  test('leaves out 304, and the question about itself', async () => {
    await using scene = await startWidget({ perHour: 2 })
    const { github } = scene
    const etag = (await askApi(github, path)).headers.get('etag') ?? ''
    for (let at = 0; at < 5; at++) {
      expect((await askApi(github, path, { ...bearer(github.token), 'if-none-match': etag })).status).toBe(304)
      expect((await askApi(github, '/rate_limit')).json()).toMatchObject({ resources: { core: { limit: 2, remaining: 1 } } })
    }
    expect((await askApi(github, path)).status).toBe(200)
    expect((await askApi(github, path)).status).toBe(403)
  })
})

describe('the secondary limit', () => {
  test('strikes within a minute and says when to come back', async () => {
    await using scene = await startWidget({ perMinute: 4 })
    const { github } = scene
    for (let at = 0; at < 4; at++) expect((await askApi(github, path)).status).toBe(200)
    const refused = await askApi(github, path)
    expect(refused.status).toBe(403)
    expect(refused.json()).toMatchObject({ message: expect.stringMatching(/^You have exceeded a secondary rate limit/) })
    expect(Number(refused.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(50)
    expect(seconds).toBeLessThanOrEqual(60)
    github.advance(40_000)
    expect((await askApi(github, path)).status).toBe(403)
    github.advance(20_000)
    expect((await askApi(github, path)).status).toBe(200)
  })

  test('strikes more than a hundred requests at once', async () => {
    await using scene = await startWidget({ faults: [{ do: 'delay', ms: 300 }] })
    const { github } = scene
    const all = await Promise.all(Array.from({ length: 130 }, () => askApi(github, path)))
    const refused = all.filter(({ status }) => status === 403)
    expect(refused.length).toBe(30)
    expect(refused[0]?.text).toContain('secondary rate limit')
  })
})

test('downloads cost nothing of either limit', async () => {
  await using scene = await startWidget({ perHour: 1, perMinute: 1, anonymousPerHour: 1 })
  for (let at = 0; at < 5; at++) expect((await ask(await scene.signed())).status).toBe(200)
})
