import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Octokit } from '@octokit/rest'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { GitHubEmulator } from '../emulators/github/server.ts'
import { missingTools } from '../support/gnupg.ts'
import { type ActionRun, runAction } from '../support/run-action.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { JudgedGitHub } from './support/judged-github.ts'
import { type ProgramResult, runProgram } from './support/program.ts'

const missing = missingTools('gh')
if (missing.length > 0 && process.env.CI) throw new Error(`CI lacks ${missing.join(', ')}`)
const skipped = missing.length === 0 ? '' : ' (skipped: gh missing)'

describe('the emulated GitHub', { timeout: 180_000 }, () => {
  const folder = temporaryFolder('gh')
  let scene: JudgedGitHub
  let github: GitHubEmulator
  let named: GitHubEmulator

  beforeAll(async () => {
    scene = await JudgedGitHub.start()
    github = scene.github
    named = scene.named
  }, 180_000)
  afterAll(async () => {
    await scene?.[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  })
  beforeEach(() => scene.judge.forwardTo(github.boundUrl))
  afterEach(() => {
    expect([...github.breakdowns, ...named.breakdowns]).toEqual([])
    scene.violations()
    github.faults.clear()
  })

  /** What Prism says of a status that GitHub answers, but describes only in prose. */
  function undescribed(request: string, status: number, described = '200,404'): string {
    return `${request} → ${status}: response: Unable to match the returned status code with those defined in the document: ${described}`
  }

  function get(
    path: string,
    { token = github.token, ...headers }: { token?: string | undefined; [name: string]: string | undefined } = {},
  ) {
    const given = Object.entries({ ...headers, ...(token !== '' && { authorization: `Bearer ${token}` }) })
    return fetch(scene.judge.url + path, {
      redirect: 'manual',
      headers: given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])),
    })
  }

  describe('as GitHub describes its API', () => {
    const widget = '/repos/acme/widget'

    test.each([
      ['/users/acme', 200],
      ['/users/ada', 200],
      ['/users/nobody', 404],
      ['/users/ada/repos?per_page=100&type=owner', 200],
      ['/users/acme/repos', 200],
      ['/orgs/acme', 200],
      ['/orgs/ada', 404],
      ['/orgs/acme/repos?per_page=2&type=all', 200],
      ['/orgs/acme/repos?type=forks&sort=full_name', 200],
      ['/user', 200],
      ['/user/repos?affiliation=owner&visibility=private', 200],
      ['/user/repos?affiliation=owner&type=all', 422],
      [widget, 200],
      ['/repos/acme/secret', 200],
      ['/repos/acme/bare', 200],
      ['/repos/acme/odd', 200],
      ['/repos/acme/none', 404],
      [`${widget}/topics`, 200],
      [`${widget}/tags?per_page=100`, 200],
      [`${widget}/readme`, 200],
      ['/repos/acme/bare/readme', 404],
      [`${widget}/releases?per_page=2&page=2`, 200],
      [`${widget}/releases/latest`, 200],
      ['/repos/acme/bare/releases/latest', 404],
      [`${widget}/releases/tags/v1.1.0`, 200],
      [`${widget}/releases/tags/pkg%2Fv2.0.0-rc.1`, 200],
      [`${widget}/releases/tags/v3.0.0`, 404],
      [`${widget}/tarball/v1.0.0`, 302],
      [`${widget}/zipball/v1.0.0`, 302],
      ['/rate_limit', 200],
    ])('%s answers %i', async (path, status) => {
      expect((await get(path)).status).toBe(status)
      expect(scene.judge.judgements).toEqual([{ request: `GET ${path}`, status, violations: [] }])
    })

    test('a release and its assets, by their own addresses', async () => {
      const release = github.repository('acme/widget').releaseOf('v1.1.0')
      const path = `${widget}/releases/${release.id}`
      const asset = `${widget}/releases/assets/${release.asset('widget.tgz').id}`
      expect((await get(path)).status).toBe(200)
      expect((await get(`${path}/assets?per_page=1`)).status).toBe(200)
      expect((await get(asset)).status).toBe(200)
      const redirected = await get(asset, { accept: 'application/octet-stream' })
      expect(redirected.status).toBe(302)
      expect(await (await fetch(redirected.headers.get('location') ?? '')).text()).toBe('bytes of 1')
      expect((await get(`${widget}/releases/assets/1`)).status).toBe(404)
      expect(scene.violations()).toEqual([])
    })

    test('a renamed repository', async () => {
      github.addRepository({ fullName: 'acme/former' }).rename('latter')
      const { status } = await get('/repos/acme/former')
      expect(status).toBe(301)
      expect(scene.violations()).toEqual([])
    })

    test('without a token, and with one that may do nothing', async () => {
      expect((await get('/user', { token: '' })).status).toBe(401)
      expect((await get('/user', { token: github.addToken() })).status).toBe(403)
      const job = github.addToken({ reads: ['acme/secret'], writes: ['acme/widget'] })
      expect(await (await get('/installation/repositories', { token: job })).json()).toMatchObject({ total_count: 2 })
      expect((await get('/installation/repositories')).status).toBe(403)
      expect((await get('/repos/acme/secret', { token: '' })).status).toBe(404)
      expect((await get(`${widget}/releases`, { token: '' })).status).toBe(200)
      expect(scene.violations()).toEqual([])
    })

    test('what GitHub describes in prose only is noticed, and nothing else', async () => {
      const listing = `${widget}/releases`
      const known = await get(listing)
      expect((await get(listing, { 'if-none-match': known.headers.get('etag') ?? '' })).status).toBe(304)
      expect((await get(listing, { token: 'ghp_wrong' })).status).toBe(401)
      expect((await get(`${listing}?page=101&per_page=100`)).status).toBe(422)
      github.faults.add({ do: 'secondary-limit', times: 1 })
      expect((await get(listing)).status).toBe(403)
      github.faults.add({ do: 'primary-limit', resetSeconds: 1, status: 429, times: 1 })
      expect((await get(listing)).status).toBe(429)
      github.faults.add({ do: 'answer', status: 503, times: 1 })
      expect((await get(listing)).status).toBe(503)
      expect(scene.violations()).toEqual([
        undescribed(`GET ${listing}`, 304),
        undescribed(`GET ${listing}`, 401),
        undescribed(`GET ${listing}?page=101&per_page=100`, 422),
        undescribed(`GET ${listing}`, 403),
        undescribed(`GET ${listing}`, 429),
        undescribed(`GET ${listing}`, 503),
      ])
    })

    test('a wrong answer and a wrong request would be noticed', async () => {
      github.faults.add({ do: 'merge', path: '/releases$', fields: { id: 'one', assets: [5] }, times: 1 })
      await get(`${widget}/releases?per_page=1`)
      const found = scene.violations().join('\n')
      expect(found).toMatch(/response\.body\.0\.id: .*integer/)
      expect(found).toMatch(/response\.body\.0\.assets\.0/)
      await get(`${widget}/releases?per_page=many`)
      expect(scene.violations()).toEqual([expect.stringMatching(/request\.query\.per_page: .*integer/)])
    })
  })

  describe('for Octokit', () => {
    const acme = { owner: 'acme', repo: 'widget' }
    const client = (auth?: string) =>
      new Octokit({ baseUrl: scene.judge.url, ...(auth !== undefined && { auth }), log: { debug() {}, info() {}, warn() {}, error() {} } })

    test('pages through repositories and releases', async () => {
      const octokit = client(github.token)
      const repositories = await octokit.paginate(octokit.rest.repos.listForOrg, { org: 'acme', per_page: 2 })
      expect(repositories.map(({ name }) => name)).toEqual(expect.arrayContaining(['widget', 'secret', 'bare', 'odd']))
      const releases = await octokit.paginate(octokit.rest.repos.listReleases, { ...acme, per_page: 1 })
      expect(releases.map(({ tag_name }) => tag_name)).toEqual(['v3.0.0', 'pkg/v2.0.0-rc.1', 'v1.2.0', 'v1.1.0', 'v1.0.0'])
      expect(scene.judge.judgements.filter(({ request }) => request.includes('/releases?'))).toHaveLength(5)
      expect(scene.violations()).toEqual([])
    })

    test('sees no drafts and no private repositories without a token', async () => {
      const octokit = client()
      const releases = await octokit.paginate(octokit.rest.repos.listReleases, acme)
      expect(releases.map(({ draft }) => draft)).toEqual([false, false, false, false])
      await expect(octokit.rest.repos.get({ owner: 'acme', repo: 'secret' })).rejects.toMatchObject({ status: 404 })
      expect(scene.violations()).toEqual([])
    })

    test('is told 304 for an ETag of its own token, not of another', async () => {
      const { headers } = await client(github.token).rest.repos.get(acme)
      const again = (token: string) => client(token).rest.repos.get({ ...acme, headers: { 'if-none-match': headers.etag } })
      await expect(again(github.token)).rejects.toMatchObject({ status: 304 })
      await expect(again(github.addToken())).resolves.toMatchObject({ status: 200 })
      expect(scene.violations()).toEqual([undescribed('GET /repos/acme/widget', 304, '200,301,403,404')])
    })

    test('downloads an asset of a private repository, whole and from the middle, without showing storage its token', async () => {
      const asset = github.repository('acme/secret').releaseOf('v1').asset('secret.bin')
      const request = { owner: 'acme', repo: 'secret', asset_id: asset.id }
      const octet = { accept: 'application/octet-stream' }
      const octokit = client(github.token)
      const whole = await octokit.rest.repos.getReleaseAsset({ ...request, headers: octet })
      const rest = await octokit.rest.repos.getReleaseAsset({ ...request, headers: { ...octet, range: 'bytes=4-' } })
      expect([whole, rest].map(({ data }) => Buffer.from(data as unknown as ArrayBuffer).toString())).toEqual(['for few', 'few'])
      expect(github.assetRequests.slice(-2).map(({ status, headers }) => [status, headers.authorization])).toEqual([
        [200, undefined],
        [206, undefined],
      ])
      expect(asset.downloadCount).toBe(2)
      expect(scene.violations()).toEqual([])
    })

    test('understands what GitHub refuses', async () => {
      github.faults.add({ do: 'secondary-limit', retryAfterSeconds: 30, times: 1 })
      const refused: unknown = await client(github.token)
        .rest.repos.get(acme)
        .catch((error: unknown) => error)
      expect(refused).toMatchObject({ status: 403, message: expect.stringContaining('secondary rate limit') })
      expect(refused).toMatchObject({ response: { headers: { 'retry-after': '30' } } })
      expect(scene.violations()).toEqual([])
    })
  })

  describe('for import-releases', () => {
    const inputs = {
      repository: 'repo',
      repositories: 'acme/*\nada/*',
      'include-private': 'true',
      'include-drafts': 'true',
      'include-prereleases': 'true',
      'include-forks': 'true',
      'source-archives': 'both',
    }

    function load(more: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
      const { token, serverUrl } = github
      const apiUrl = scene.judge.url
      return runAction('import-releases', { ...inputs, ...more, token }, { workspace: folder.path, apiUrl, serverUrl, secrets: [token] })
    }

    test('every request of a plan, of an import, and of one that finds nothing new, is one that GitHub describes', async () => {
      const plan = await load({ mode: 'plan', shards: '2' })
      expect(plan, plan.log).toMatchObject({ code: 0, errors: [], leaked: [] })
      const first = await load()
      expect(first, first.log).toMatchObject({ code: 0, errors: [], leaked: [] })
      expect(first.outputs['imported-count']).toBe('7')
      // GitHub itself writes `/tarball/refs/tags/…` in the list of tags; Prism takes the slashes for those of another path.
      const archives = ['tarball', 'zipball'].map(
        (kind) => `GET /repos/acme/secret/${kind}/refs/tags/v1 → 302: request: Selected route not found`,
      )
      expect(scene.violations().sort()).toEqual(archives)
      const again = await load()
      expect(again, again.log).toMatchObject({ code: 0, errors: [] })
      expect(scene.judge.judgements.length).toBeGreaterThan(0)
      expect(again.outputs).toMatchObject({ 'imported-count': '0', 'unchanged-count': '7', bytes: '0' })
      const unchanged = scene.judge.judgements.filter(({ status }) => status === 304).map(({ request }) => request)
      expect(scene.violations()).toEqual(unchanged.map((request) => undescribed(request, 304)))
    })
  })

  describe.skipIf(missing.length > 0)(`for gh${skipped}`, () => {
    function gh(...args: readonly string[]): Promise<ProgramResult> {
      scene.judge.forwardTo(named.boundUrl)
      const proxy = { http_proxy: scene.judge.url }
      const env = { GH_HOST: 'github.localhost', GH_TOKEN: named.token, GH_NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1', ...proxy }
      return runProgram('gh', args, { cwd: folder.path, env })
    }

    test('gh api pages through releases', async () => {
      const { code, output } = await gh('api', '--paginate', 'repos/acme/widget/releases?per_page=2', '--jq', '.[].tag_name')
      expect(output.trim().split('\n')).toEqual(['v3.0.0', 'pkg/v2.0.0-rc.1', 'v1.2.0', 'v1.1.0', 'v1.0.0'])
      expect(code).toBe(0)
      expect(scene.violations()).toEqual([])
    })

    test.each([
      ['a release', ['v1.1.0', '-R', 'acme/widget'], { 'widget.tgz': 'bytes of 1', 'notes.txt': 'n' }],
      ['the latest one, by pattern', ['-R', 'acme/widget', '-p', '*.tgz'], { 'widget.tgz': 'bytes of 2' }],
      ['a private one', ['v1', '-R', 'acme/secret'], { 'secret.bin': 'for few' }],
    ])('gh release download: %s', async (name, args, files) => {
      const to = name.replaceAll(/\W/g, '-')
      const { code, output } = await gh('release', 'download', ...args, '-D', to)
      expect(code, output).toBe(0)
      const got = readdirSync(join(folder.path, to)).map((file) => [file, readFileSync(join(folder.path, to, file), 'utf8')])
      expect(Object.fromEntries(got)).toEqual(files)
      expect(named.assetRequests.every(({ headers }) => headers.authorization === undefined)).toBe(true)
      expect(scene.violations()).toEqual([])
    })

    test('gh release download: an archive of the source that tar can read', async () => {
      const { code, output } = await gh('release', 'download', 'v1.0.0', '-R', 'acme/widget', '--archive=tar.gz', '-D', 'archive')
      expect(code, output).toBe(0)
      const [name = ''] = readdirSync(join(folder.path, 'archive'))
      const listed = await runProgram('tar', ['-tzf', `archive/${name}`], { cwd: folder.path })
      expect(
        listed.output
          .trim()
          .split('\n')
          .map((path) => path.replace(/^[^/]+\//, '')),
      ).toEqual(['LICENSE', 'src/main.txt'])
      expect(scene.violations()).toEqual([])
    })

    test('gh says what GitHub says', async () => {
      const { code, output } = await gh('api', 'repos/acme/none')
      expect(code).toBe(1)
      expect(output).toContain('Not Found (HTTP 404)')
      expect(scene.violations()).toEqual([])
    })
  })
})
