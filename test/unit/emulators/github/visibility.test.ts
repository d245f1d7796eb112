import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GitHubEmulator } from '../../../emulators/github/server.ts'
import { ask, askApi, bearer } from './scene.ts'

let github: GitHubEmulator
let reader: string
let job: string

beforeAll(async () => {
  github = await GitHubEmulator.start()
  github.addRepository({ fullName: 'acme/open' }).release({ tag: 'v1', assets: { a: 'a' } })
  github.repository('acme/open').release({ tag: 'v2', draft: true, assets: { d: 'draft' } })
  github.addRepository({ fullName: 'acme/closed', private: true }).release({ tag: 'v1', assets: { s: 'secret' } })
  github.addRepository({ fullName: 'acme/copy', fork: true })
  github.addRepository({ fullName: 'ada/diary', private: true, ownerType: 'User' })
  github.addRepository({ fullName: 'ada/tool' })
  reader = github.addToken({ reads: ['acme/closed'], login: 'ada', writes: ['ada/diary'] })
  job = github.addToken({ writes: ['acme/open'] })
})
afterAll(() => github[Symbol.asyncDispose]())

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).sort()

async function listed(path: string, token?: string): Promise<string[]> {
  const got = await askApi(github, path, token === undefined ? {} : bearer(token))
  expect(got.status).toBe(200)
  return names(got.json())
}

describe('private repositories', () => {
  test('are not there for whoever may not read them', async () => {
    for (const path of ['', '/releases', '/tags', '/readme']) {
      expect((await askApi(github, `/repos/acme/closed${path}`, {})).status).toBe(404)
      expect((await askApi(github, `/repos/acme/closed${path}`, bearer(job))).status).toBe(404)
      expect((await askApi(github, `/repos/acme/closed${path}`, bearer(reader))).status).toBe(200)
    }
  })

  test('are in the listing of an organization for those who may read them', async () => {
    expect(await listed('/orgs/acme/repos')).toEqual(['copy', 'open'])
    expect(await listed('/orgs/acme/repos', reader)).toEqual(['closed', 'copy', 'open'])
    expect(await listed('/orgs/acme/repos?type=private', reader)).toEqual(['closed'])
    expect(await listed('/orgs/acme/repos?type=sources', reader)).toEqual(['closed', 'open'])
    expect(await listed('/orgs/acme/repos?type=forks', reader)).toEqual(['copy'])
  })

  test('of a user are in nobody’s listing but the one of `/user/repos`', async () => {
    expect(await listed('/users/ada/repos', reader)).toEqual(['tool'])
    expect(await listed('/users/ada/repos', github.token)).toEqual(['tool'])
    expect(await listed('/user/repos?affiliation=owner', reader)).toEqual(['diary', 'tool'])
    expect(await listed('/user/repos?visibility=private', reader)).toEqual(['closed', 'diary'])
  })

  test('have no public downloads: the API redirects to a signed address', async () => {
    const asset = github.repository('acme/closed').releaseOf('v1').asset('s')
    expect((await ask(`${github.serverUrl}/acme/closed/releases/download/v1/s`, bearer(reader))).status).toBe(404)
    const path = `/repos/acme/closed/releases/assets/${asset.id}`
    const redirected = await askApi(github, path, { ...bearer(reader), accept: 'application/octet-stream' })
    expect(redirected.status).toBe(302)
    expect((await ask(redirected.headers.get('location') ?? '')).text).toBe('secret')
    const archive = await askApi(github, '/repos/acme/closed/tarball/v1', bearer(reader))
    const address = new URL(archive.headers.get('location') ?? '')
    expect((await ask(address.href)).status).toBe(200)
    expect((await ask(address.origin + address.pathname)).status).toBe(404)
  })
})

describe('drafts', () => {
  const tags = async (token?: string) => {
    const got = await askApi(github, '/repos/acme/open/releases', token === undefined ? {} : bearer(token))
    return got.json<{ tag_name: string }[]>().map(({ tag_name }) => tag_name)
  }

  test('are listed, first of all, for those who may write', async () => {
    expect(await tags()).toEqual(['v1'])
    expect(await tags(reader)).toEqual(['v1'])
    expect(await tags(job)).toEqual(['v2', 'v1'])
  })

  test('have no tag, no time of publication and no public download', async () => {
    const draft = github.repository('acme/open').releaseOf('v2')
    const got = await askApi(github, `/repos/acme/open/releases/${draft.id}`, bearer(job))
    const [asset] = got.json<{ assets: { browser_download_url: string; url: string }[] }>().assets
    expect(got.json()).toMatchObject({ draft: true, published_at: null, tarball_url: null })
    expect(asset?.browser_download_url).toMatch(/\/releases\/download\/untagged-[0-9a-f]{20}\/d$/)
    expect((await ask(asset?.browser_download_url ?? '')).status).toBe(404)
    expect((await ask(asset?.url ?? '', { ...bearer(reader), accept: 'application/octet-stream' })).status).toBe(404)
    expect((await ask(asset?.url ?? '', { ...bearer(job), accept: 'application/octet-stream' })).status).toBe(302)
    expect((await askApi(github, '/repos/acme/open/releases/tags/v2')).status).toBe(404)
    expect((await askApi(github, '/repos/acme/open/tags')).json<{ name: string }[]>().map(({ name }) => name)).toEqual(['v1'])
  })
})

describe('tokens', () => {
  test('are taken in every scheme that GitHub takes', async () => {
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
    for (const authorization of [`Bearer ${reader}`, `token ${reader}`, basic(`x-access-token:${reader}`), basic(`${reader}:`)]) {
      expect((await askApi(github, '/repos/acme/closed', { authorization })).status).toBe(200)
    }
  })

  test('that are wrong are refused, for what is public too', async () => {
    const revoked = github.addToken()
    github.revokeToken(revoked)
    for (const authorization of ['Bearer nonsense', `Bearer ${revoked}`, 'Digest x', 'Bearer']) {
      const got = await askApi(github, '/repos/acme/open', { authorization })
      expect([got.status, got.json()]).toMatchObject([401, { message: 'Bad credentials' }])
    }
  })

  test('of a job list what they were made for, and speak for no user', async () => {
    const listed = (await askApi(github, '/installation/repositories', bearer(job))).json<{ repositories: { name: string }[] }>()
    expect(listed).toMatchObject({ total_count: 1, repositories: [{ name: 'open' }] })
    expect((await askApi(github, '/installation/repositories', bearer(reader))).status).toBe(403)
    expect((await askApi(github, '/installation/repositories', {})).status).toBe(401)
    expect((await askApi(github, '/user/repos', {})).status).toBe(401)
    expect((await askApi(github, '/user/repos', bearer(job))).json()).toMatchObject({ message: 'Resource not accessible by integration' })
  })

  test('are never seen in the notes about requests', () => {
    const notes = JSON.stringify(github.traffic)
    for (const token of [github.token, reader, job]) expect(notes).not.toContain(token)
    expect(notes).not.toContain('sig=')
    expect(github.traffic.some(({ headers }) => headers.authorization === 'Bearer')).toBe(true)
  })
})

test('a client must say who it is, and may ask only for versions of the API that there are', async () => {
  const { get } = await import('node:http')
  const status = await new Promise((resolve, reject) => {
    get(`${github.url}/repos/acme/open`, ({ statusCode }) => resolve(statusCode)).on('error', reject)
  })
  expect(status).toBe(403)
  expect((await askApi(github, '/repos/acme/open', { 'x-github-api-version': '2022-11-28' })).status).toBe(200)
  expect((await askApi(github, '/repos/acme/open', { 'x-github-api-version': '2021-01-01' })).status).toBe(400)
})
