import { describe, expect, test } from 'vitest'
import { GitHubSource, type SourceRepository } from '../../../src/github/source.ts'
import { type Answer, answering, apiAt, assetJson, json, releaseJson, repositoryJson } from '../../support/github-answers.ts'
import { type Handler, type LoopbackServer, serve } from '../../support/loopback-server.ts'

const token = 'ghs_s3cret'

async function sourceOf(answers: Readonly<Record<string, Answer>>, options: { token?: string } = { token }) {
  const server = await serve(answering(answers))
  const client = apiAt(server.url, options)
  return {
    source: new GitHubSource(client.api),
    server,
    targets: () => server.requests.map(({ target }) => target),
    async [Symbol.asyncDispose]() {
      await client[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

async function namesOf(repositories: AsyncIterable<SourceRepository>): Promise<string[]> {
  const names: string[] = []
  for await (const { fullName } of repositories) names.push(fullName)
  return names
}

const refused = (status: number, message: string) => (_: unknown, response: Parameters<Handler>[1]) =>
  json(response, { message }, { status })

describe('a repository', () => {
  test('is read with what the import needs, and no more', async () => {
    await using scene = await sourceOf({ '/repos/Acme/widget': repositoryJson('acme/widget', { stargazers_count: 3, description: null }) })
    expect(await scene.source.repository('Acme/widget')).toEqual({
      id: 1,
      owner: 'acme',
      name: 'widget',
      fullName: 'acme/widget',
      private: false,
      fork: false,
      archived: false,
      disabled: false,
      topics: ['tool'],
      license: 'MIT',
      htmlUrl: 'https://github.test/acme/widget',
      cloneUrl: 'https://github.test/acme/widget.git',
      hasIssues: true,
      defaultBranch: 'main',
    })
  })

  test.each([
    ['of a licence that GitHub does not know has none', { license: { spdx_id: 'NOASSERTION' } }, { license: undefined }],
    ['without a licence has none', { license: null }, { license: undefined }],
    ['that only an enterprise sees is private', { visibility: 'internal' }, { private: true }],
    ['of an old server without topics has none', { topics: undefined, visibility: undefined }, { topics: [], private: false }],
  ])('%s', async (_, given, expected) => {
    await using scene = await sourceOf({ '/repos/a/b': repositoryJson('a/b', given) })
    expect({ license: undefined, ...(await scene.source.repository('a/b')) }).toMatchObject(expected)
  })

  test('that is not there is undefined, and the error for it says what that may mean', async () => {
    await using known = await sourceOf({})
    expect(await known.source.repository('acme/widget')).toBeUndefined()
    expect(known.source.missing('acme/widget')).toMatchObject({
      code: 'not-found',
      message: expect.stringMatching(
        /^acme\/widget was not found at 127\.0\.0\.1:\d+: it does not exist, or it is private and the token may not read it$/,
      ),
    })
    await using anonymous = await sourceOf({}, {})
    expect(anonymous.source.missing('acme/widget').message).toMatch(/it is private and no token was given$/)
  })

  test('that is blocked is an error', async () => {
    await using scene = await sourceOf({ '/repos/a/b': refused(451, 'Repository access blocked') })
    await expect(scene.source.repository('a/b')).rejects.toThrow(/a\/b at .* is blocked for legal reasons/)
  })

  test.each(['a', 'a/b/c', '../x', 'a/..', './b', 'a/b?c', 'a/b#c', 'a%2fb/c', '/b', 'a/', 'a/b\nc', `a/${'b'.repeat(101)}`])(
    'cannot be named %j, and nothing is asked',
    async (name) => {
      await using scene = await sourceOf({})
      await expect(scene.source.repository(name)).rejects.toMatchObject({ code: 'invalid-input' })
      await expect(scene.source.releases(name)).rejects.toMatchObject({ code: 'invalid-input' })
      expect(scene.targets()).toEqual([])
    },
  )
})

describe('answers that are not as they should be', () => {
  test.each([
    ['a repository without id', { id: undefined }, /a\/b: GitHub's answer is not as it should be: id: /],
    ['a name that leads elsewhere', { name: '../x' }, /name: must be a name/],
    ['an owner that leads elsewhere', { owner: { login: '..' } }, /owner\.login: must be a name/],
    ['an address that is a script', { html_url: 'javascript:alert(1)' }, /html_url: must be a web address/],
    ['numbers beyond counting', { id: 1e300 }, /id: /],
    ['a value that gives orders', { private: '\n::error::x' }, /private: /],
  ])('%s', async (_, given, expected) => {
    await using scene = await sourceOf({ '/repos/a/b': repositoryJson('a/b', given) })
    const failing = scene.source.repository('a/b')
    await expect(failing).rejects.toMatchObject({ code: 'rejected' })
    await expect(failing).rejects.toThrow(expected)
    await expect(failing).rejects.not.toThrow(/\n/)
  })

  test.each([null, 'text', 5, {}, [null], [{ id: 1 }], [releaseJson('v1', { assets: [assetJson('a', { size: -1 })] })]])(
    'a listing of releases that is %j',
    async (body) => {
      await using scene = await sourceOf({
        '/repos/a/b/releases?per_page=100': (_: unknown, response: Parameters<Handler>[1]) => json(response, body),
      })
      await expect(scene.source.releases('a/b')).rejects.toThrow(/the releases of a\/b: GitHub's answer is not as it should be/)
    },
  )

  test('keys that would change every object change none', async () => {
    const body = JSON.stringify(repositoryJson('a/b')).replace('{', '{"__proto__":{"polluted":true},')
    await using scene = await sourceOf({ '/repos/a/b': (_: unknown, response: Parameters<Handler>[1]) => response.end(body) })
    expect(await scene.source.repository('a/b')).not.toHaveProperty('polluted')
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('the account of', () => {
  const hidden = repositoryJson('acme/hidden', { id: 2, private: true, visibility: 'private' })
  const widget = repositoryJson('acme/widget')

  test('an organization lists whatever the token shows, so that nothing private is passed over in silence', async () => {
    await using scene = await sourceOf({
      '/users/acme': { login: 'acme', type: 'Organization' },
      '/orgs/acme/repos?type=all&per_page=100': [widget, hidden],
    })
    expect(await namesOf(scene.source.account('acme', { includePrivate: false }))).toEqual(['acme/widget', 'acme/hidden'])
    expect(await namesOf(scene.source.account('acme', { includePrivate: true }))).toEqual(['acme/widget', 'acme/hidden'])
  })

  test('a user lists the public ones, and the private ones by a token that may', async () => {
    await using scene = await sourceOf({
      '/users/ada': { login: 'ada', type: 'User' },
      '/users/ada/repos?type=owner&per_page=100': [repositoryJson('ada/x')],
      '/user/repos?visibility=private&affiliation=owner%2Ccollaborator&per_page=100': [
        repositoryJson('ada/y', { id: 2, private: true }),
        repositoryJson('bob/z', { id: 3, private: true }),
      ],
    })
    expect(await namesOf(scene.source.account('ada', { includePrivate: false }))).toEqual(['ada/x'])
    expect(await namesOf(scene.source.account('ada', { includePrivate: true }))).toEqual(['ada/x', 'ada/y'])
  })

  test('a user lists what an app was given', async () => {
    await using scene = await sourceOf({
      '/users/ada': { login: 'ada', type: 'User' },
      '/users/ada/repos?type=owner&per_page=100': [repositoryJson('ada/x')],
      '/user/repos?visibility=private&affiliation=owner%2Ccollaborator&per_page=100': refused(
        403,
        'Resource not accessible by integration',
      ),
      '/installation/repositories?per_page=100': {
        total_count: 2,
        repositories: [repositoryJson('ada/x'), repositoryJson('ada/y', { id: 2, private: true })],
      },
    })
    expect(await namesOf(scene.source.account('ada', { includePrivate: true }))).toEqual(['ada/x', 'ada/y'])
  })

  test('a user, by a token that may list nothing private, is refused', async () => {
    await using scene = await sourceOf({ '/users/ada': { login: 'ada', type: 'User' }, '/users/ada/repos?type=owner&per_page=100': [] })
    await expect(namesOf(scene.source.account('ada', { includePrivate: true }))).rejects.toThrow(
      /may not list the private repositories of ada/,
    )
  })

  test('anybody, for private ones without a token, is refused before anything is asked', async () => {
    await using scene = await sourceOf({}, {})
    await expect(namesOf(scene.source.account('acme', { includePrivate: true }))).rejects.toMatchObject({ code: 'unauthorized' })
    expect(scene.targets()).toEqual([])
  })

  test('one with more repositories than the server lists is refused: some would be missing in silence', async () => {
    let server: LoopbackServer | undefined
    const page: Handler = (_, response) => json(response, [widget], { headers: { link: `<${server?.url}/late>; rel="next"` } })
    await using scene = await sourceOf({
      '/users/acme': { login: 'acme', type: 'Organization' },
      '/orgs/acme/repos?type=all&per_page=100': page,
      '/late': refused(422, 'Only the first 10000 results are available'),
    })
    server = scene.server
    const listing = namesOf(scene.source.account('acme', { includePrivate: false }))
    await expect(listing).rejects.toThrow(/does not list all repositories of this account/)
  })

  test('nobody is not found', async () => {
    await using scene = await sourceOf({})
    await expect(namesOf(scene.source.account('nobody', { includePrivate: false }))).rejects.toThrow(
      /there is no user or organization nobody/,
    )
  })
})

describe('releases', () => {
  const first = '/repos/acme/widget/releases?per_page=100'
  const second = `${first}&page=2`

  /** Two pages with validators, as they are at this moment. */
  function listing(state: { pages: unknown[][] }): (server: () => LoopbackServer) => Record<string, Answer> {
    return (server) => {
      const page =
        (index: number): Handler =>
        (request, response) => {
          const body = state.pages[index] ?? []
          const etag = `W/"${Buffer.from(JSON.stringify(body)).toString('base64url').slice(-40)}"`
          const next = index + 1 < state.pages.length ? { link: `<${server().url}${second}>; rel="next"` } : {}
          if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
          else json(response, body, { headers: { etag, ...next } })
        }
      return { [first]: page(0), [second]: page(1) }
    }
  }

  async function scene(state: { pages: unknown[][] }) {
    let server: LoopbackServer | undefined
    const answers = listing(state)(() => server as LoopbackServer)
    const made = await sourceOf(answers)
    server = made.server
    return made
  }

  test('are read with their assets; the token’s address is ours to make', async () => {
    const asset = assetJson('a ##[error]b', { digest: null })
    await using made = await scene({ pages: [[releaseJson('v1', { assets: [asset], published_at: null, draft: true, body: null })]] })
    const { releases, truncated, unchanged } = await made.source.releases('acme/widget')
    expect({ truncated, unchanged }).toEqual({ truncated: false, unchanged: false })
    expect(releases).toEqual([
      {
        id: 10,
        tag: 'v1',
        name: 'v1',
        draft: true,
        prerelease: false,
        createdAt: '2026-01-01T00:00:00Z',
        htmlUrl: 'https://github.test/acme/widget/releases/tag/v1',
        assets: [
          {
            id: 100,
            name: 'a ##[error]b',
            size: 5,
            state: 'uploaded',
            updatedAt: '2026-01-01T00:00:00Z',
            apiUrl: `${made.server.url}/repos/acme/widget/releases/assets/100`,
            downloadUrl: 'https://github.test/acme/widget/releases/download/v1/a%20%23%23%5Berror%5Db',
            contentType: 'application/gzip',
          },
        ],
      },
    ])
  })

  test.each([
    [`SHA256:${'A'.repeat(64)}`, `sha256:${'a'.repeat(64)}`],
    [`sha512:${'a'.repeat(128)}`, undefined],
    ['sha256:short', undefined],
  ])('have the digest %s as %s', async (digest, expected) => {
    await using made = await scene({ pages: [[releaseJson('v1', { assets: [assetJson('a', { digest })] })]] })
    expect((await made.source.releases('acme/widget')).releases[0]?.assets[0]?.digest).toBe(expected)
  })

  test('of which nothing changed cost one request a page, and no content', async () => {
    await using made = await scene({ pages: [[releaseJson('v2')], [releaseJson('v1', { id: 9 })]] })
    const before = await made.source.releases('acme/widget')
    expect(before.releases.map(({ tag }) => tag)).toEqual(['v2', 'v1'])
    expect(before.etags).toHaveLength(2)
    const after = await made.source.releases('acme/widget', { etags: before.etags })
    expect(after).toEqual({ releases: [], etags: before.etags, unchanged: true, truncated: false })
    expect(made.targets()).toEqual([first, second, first, second])
  })

  test('are all read again when any page changed', async () => {
    const state = { pages: [[releaseJson('v2')], [releaseJson('v1', { id: 9 })]] }
    await using made = await scene(state)
    const { etags } = await made.source.releases('acme/widget')
    state.pages[1] = [releaseJson('v1', { id: 9, body: 'edited' })]
    const after = await made.source.releases('acme/widget', { etags })
    expect(after.releases.map(({ body }) => body)).toEqual(['Notes', 'edited'])
    expect(after.unchanged).toBe(false)
  })

  test('cost no more than without validators when those are of no use', async () => {
    await using made = await scene({ pages: [[releaseJson('v2')], [releaseJson('v1', { id: 9 })]] })
    await made.source.releases('acme/widget', { etags: ['W/"another token"', 'W/"of another token"'] })
    expect(made.targets()).toEqual([first, second])
  })

  test('have no validators while a page could look the same although the list goes on', async () => {
    const full = Array.from({ length: 100 }, (_, index) => releaseJson(`v${index}`, { id: index + 1 }))
    await using made = await scene({ pages: [full] })
    expect(await made.source.releases('acme/widget')).toMatchObject({ etags: [] })
  })

  test('that moved to the next page meanwhile are there once', async () => {
    await using made = await scene({ pages: [[releaseJson('v2', { id: 2 }), releaseJson('v1')], [releaseJson('v1')]] })
    expect((await made.source.releases('acme/widget')).releases.map(({ tag }) => tag)).toEqual(['v2', 'v1'])
  })

  test('beyond what the server lists are missing, and that is said', async () => {
    let server: LoopbackServer | undefined
    const page: Handler = (_, response) =>
      json(response, [releaseJson('v2')], { headers: { etag: '"a"', link: `<${server?.url}${second}>; rel="next"` } })
    await using made = await sourceOf({ [first]: page, [second]: refused(422, 'Only the first 10000 results are available') })
    server = made.server
    expect(await made.source.releases('acme/widget')).toMatchObject({ truncated: true, etags: [], releases: [{ tag: 'v2' }] })
  })

  test('with so many assets that a page is too long are read in smaller pages', async () => {
    const long: Handler = (_, response) => response.end(Buffer.alloc((24 << 20) + 1, ' '))
    await using made = await sourceOf({ [first]: long, '/repos/acme/widget/releases?per_page=10': [releaseJson('v1')] })
    expect(await made.source.releases('acme/widget')).toMatchObject({ releases: [{ tag: 'v1' }], etags: [] })
  })

  test('of a repository that is gone are an error', async () => {
    await using made = await sourceOf({})
    await expect(made.source.releases('acme/widget')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('tags', () => {
  const sha = 'a'.repeat(40)

  test('are read by the page, and no further than wanted', async () => {
    let server: LoopbackServer | undefined
    const page: Handler = (_, response) =>
      json(response, [{ name: 'v2', commit: { sha } }], { headers: { link: `<${server?.url}/more>; rel="next"` } })
    await using made = await sourceOf({ '/repos/a/b/tags?per_page=100': page, '/more': [{ name: 'v1', commit: { sha: 'b'.repeat(40) } }] })
    server = made.server
    expect([...(await made.source.tags('a/b', new Set(['v2'])))]).toEqual([['v2', sha]])
    expect([...(await made.source.tags('a/b')).keys()]).toEqual(['v2', 'v1'])
    expect(made.targets()).toHaveLength(3)
  })

  test('whose commits are none are refused', async () => {
    await using made = await sourceOf({ '/repos/a/b/tags?per_page=100': [{ name: 'v1', commit: { sha: '$(id)' } }] })
    await expect(made.source.tags('a/b')).rejects.toThrow(/commit\.sha/)
  })
})

describe('a README', () => {
  test('is its text', async () => {
    const content = Buffer.from('# Ünï\n')
      .toString('base64')
      .replace(/(.{4})/g, '$1\n')
    await using made = await sourceOf({ '/repos/a/b/readme': { encoding: 'base64', content } })
    expect(await made.source.readme('a/b')).toBe('# Ünï\n')
  })

  test('that is missing, or too large for the answer, is none', async () => {
    await using made = await sourceOf({ '/repos/a/b/readme': { encoding: 'none', content: '' } })
    expect(await made.source.readme('a/b')).toBeUndefined()
    expect(await made.source.readme('a/c')).toBeUndefined()
  })
})
