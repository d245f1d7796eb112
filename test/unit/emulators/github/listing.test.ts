import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GitHubEmulator } from '../../../emulators/github/server.ts'
import { addMany } from '../../../emulators/github/stock.ts'
import { ask, askApi, bearer } from './scene.ts'

let github: GitHubEmulator

beforeAll(async () => {
  github = await GitHubEmulator.start({ anonymousPerHour: 0 })
  addMany(github, { repositories: 5, releases: 7, assets: 2, assetBytes: 10 })
})
afterAll(() => github[Symbol.asyncDispose]())

const linksOf = (headers: Headers) =>
  Object.fromEntries([...(headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url, relation]) => [relation, url]))

async function allPages(path: string): Promise<{ pages: number; items: { id: number; tag_name: string; name: string }[] }> {
  const items: { id: number; tag_name: string; name: string }[] = []
  let pages = 0
  for (let next: string | undefined = github.url + path; next !== undefined; pages++) {
    const { headers, json } = await ask(next, bearer(github.token))
    items.push(...json<typeof items>())
    next = linksOf(headers).next
  }
  return { pages, items }
}

describe('paging', () => {
  test.each([
    ['/repos/acme/r0001/releases?per_page=3', 3, 7],
    ['/orgs/acme/repos?per_page=2', 3, 5],
    ['/users/acme/repos?per_page=5', 1, 5],
    ['/user/repos?per_page=1', 5, 5],
    ['/repos/acme/r0001/tags?per_page=4', 2, 7],
  ])('%s: following Link gives everything once', async (path, pages, count) => {
    const all = await allPages(path)
    expect(all.pages).toBe(pages)
    expect(new Set(all.items.map(({ id, name }) => id ?? name)).size).toBe(count)
    expect(all.items).toHaveLength(count)
  })

  test('Link names what it can by number, so that it outlives a renaming', async () => {
    const repository = github.addRepository({ fullName: 'acme/moving' })
    for (let minor = 0; minor < 3; minor++) repository.release({ tag: `v${minor}` })
    const { headers } = await askApi(github, '/repos/acme/moving/releases?per_page=2')
    const { next = '', last } = linksOf(headers)
    expect(next).toBe(`${github.url}/repositories/${repository.id}/releases?per_page=2&page=2`)
    expect(last).toBe(next)
    repository.rename('moved')
    expect((await ask(next)).json<{ tag_name: string }[]>().map(({ tag_name }) => tag_name)).toEqual(['v0'])
    github.removeRepository('acme/moved')
  })

  test('has first and prev on later pages, and no Link where there is one page', async () => {
    const path = '/repos/acme/r0002/releases'
    expect(linksOf((await askApi(github, `${path}?per_page=3&page=2`)).headers)).toEqual({
      prev: expect.stringContaining('page=1'),
      next: expect.stringContaining('page=3'),
      last: expect.stringContaining('page=3'),
      first: expect.stringContaining('page=1'),
    })
    expect((await askApi(github, path)).headers.has('link')).toBe(false)
  })

  test('gives 30 by default, 100 at most, and takes nonsense for nothing said', async () => {
    const many = github.addRepository({ fullName: 'many/tags', ownerType: 'User' })
    for (let at = 0; at < 120; at++) many.tag(`t${at}`)
    const count = async (query: string) => (await askApi(github, `/repos/many/tags/tags?${query}`)).json<unknown[]>().length
    expect(await count('')).toBe(30)
    expect(await count('per_page=1000')).toBe(100)
    expect(await count('per_page=100&page=2')).toBe(20)
    expect(await count('per_page=0')).toBe(1)
    expect(await count('per_page=x&page=-1')).toBe(30)
    expect(await count('page=99')).toBe(0)
  })

  test.each([
    ['a token', () => bearer(github.token), 10_000],
    ['no token', () => ({}), 1000],
  ])('ends with 422 beyond what can be reached with %s', async (_, headers, limit) => {
    const page = limit / 100
    expect((await askApi(github, `/repos/acme/r0001/releases?per_page=100&page=${page}`, headers())).status).toBe(200)
    const beyond = await askApi(github, `/repos/acme/r0001/releases?per_page=100&page=${page + 1}`, headers())
    expect([beyond.status, beyond.json()]).toMatchObject([422, { message: `Only the first ${limit} results are available.` }])
  })
})

describe('order', () => {
  test('of releases: the newest commit first, whenever they were published', async () => {
    const repository = github.addRepository({ fullName: 'acme/ordered' })
    repository.release({ tag: 'old-but-late', createdAt: '2020-01-01T00:00:00Z', publishedAt: '2026-01-01T00:00:00Z' })
    repository.release({ tag: 'new', createdAt: '2025-01-01T00:00:00Z' })
    repository.release({ tag: 'newer-rc', createdAt: '2025-06-01T00:00:00Z', prerelease: true })
    const { items } = await allPages('/repos/acme/ordered/releases')
    expect(items.map(({ tag_name }) => tag_name)).toEqual(['newer-rc', 'new', 'old-but-late'])
    expect((await askApi(github, '/repos/acme/ordered/releases/latest')).json()).toMatchObject({ tag_name: 'new' })
    github.removeRepository('acme/ordered')
  })

  test('of repositories: as asked for', async () => {
    const order = async (query: string) => (await allPages(`/orgs/acme/repos?${query}`)).items.map(({ name }) => name.slice(-1))
    expect(await order('')).toEqual(['5', '4', '3', '2', '1'])
    expect(await order('sort=full_name')).toEqual(['1', '2', '3', '4', '5'])
    expect(await order('sort=full_name&direction=desc')).toEqual(['5', '4', '3', '2', '1'])
    github.repository('acme/r0003').edit({ description: 'new' })
    expect((await order('sort=updated'))[0]).toBe('3')
  })
})

describe('names', () => {
  test('of repositories and owners are found in any case', async () => {
    expect((await askApi(github, '/repos/ACME/R0001')).json()).toMatchObject({ full_name: 'acme/r0001' })
    expect((await askApi(github, '/orgs/Acme')).json()).toMatchObject({ login: 'acme' })
  })

  test('of tags may hold slashes and anything else', async () => {
    const repository = github.addRepository({ fullName: 'acme/tags' })
    for (const tag of ['@scope/pkg@1.0', 'releases/v1', 'späße #1?', '../up']) {
      repository.release({ tag, assets: { 'a b&c.txt': tag } })
      const encoded = encodeURIComponent(tag)
      const got = await askApi(github, `/repos/acme/tags/releases/tags/${encoded}`)
      expect(got.json()).toMatchObject({ tag_name: tag })
      const [asset] = got.json<{ assets: { browser_download_url: string }[] }>().assets
      const response = await fetch(asset?.browser_download_url ?? '')
      expect(await response.text()).toBe(tag)
      expect((await fetch(`${github.serverUrl}/acme/tags/archive/refs/tags/${encoded}.zip`)).status).toBe(200)
    }
  })

  test('of former times redirect, in the API by number and on the server by name', async () => {
    const repository = github.addRepository({ fullName: 'acme/before' })
    repository.release({ tag: 'v1', assets: { a: 'still here' } })
    repository.rename('after')
    const moved = await askApi(github, '/repos/acme/before/releases/latest')
    expect(moved.status).toBe(301)
    expect(moved.headers.get('location')).toBe(`${github.url}/repositories/${repository.id}/releases/latest`)
    expect((await ask(moved.headers.get('location') ?? '')).json()).toMatchObject({ tag_name: 'v1' })
    expect(await (await fetch(`${github.serverUrl}/acme/before/releases/download/v1/a`)).text()).toBe('still here')
  })

  test('that are there already, or are none, are the mistake of a test', () => {
    expect(() => github.addRepository({ fullName: 'Acme/R0001' })).toThrow(/already/)
    for (const fullName of ['acme', 'acme/', '/widget', 'a/b/c'])
      expect(() => github.addRepository({ fullName })).toThrow(/not owner\/name/)
    expect(() => github.repository('acme/nowhere')).toThrow(/no repository/)
    expect(() => github.removeRepository('acme/nowhere')).toThrow(/no repository/)
    expect(() => github.repository('acme/r0001').releaseOf('v9')).toThrow(/no release/)
    expect(() => github.repository('acme/r0001').releaseOf('v1.0.0').asset('x')).toThrow(/no asset/)
  })
})

test('what is removed, and what nobody here knows, is not found', async () => {
  github.addRepository({ fullName: 'acme/brief' })
  github.removeRepository('acme/brief')
  const paths = ['/repos/acme/brief', '/repos/acme', '/orgs/many', '/orgs/acme/teams', '/users/nobody', '/nothing', '/repositories/1', '/']
  const below = ['/nothing', '/readme/x', '/releases/1', '/releases/1/assets', '/releases/assets/1', '/releases/assets', '/tarball/none']
  for (const path of [...paths, ...below.map((rest) => `/repos/acme/r0001${rest}`)]) {
    expect([path, (await askApi(github, path)).status]).toEqual([path, 404])
  }
  const web = [
    '/acme',
    '/acme/r0001',
    '/acme/r0001/releases/download/v1.0.0/none',
    '/acme/r0001/releases/download/v9/asset-0.bin',
    '/acme/r0001/archive/v9.zip',
  ]
  for (const path of web) expect([path, (await ask(github.serverUrl + path)).status]).toEqual([path, 404])
  expect((await fetch(`${github.url}/repos/acme/r0001/releases`, { method: 'POST', body: '{}' })).status).toBe(404)
  expect(github.breakdowns).toEqual([])
})
