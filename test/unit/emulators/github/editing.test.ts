import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GitHubEmulator } from '../../../emulators/github/server.ts'
import { addFolder, addMany } from '../../../emulators/github/stock.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { askApi, startWidget } from './scene.ts'

interface ShownAsset {
  id: number
  name: string
  size: number
  digest: string | null
  updated_at: string
  state: string
}

interface ShownRelease {
  id: number
  body: string
  updated_at: string
  draft: boolean
  published_at: string | null
  assets: ShownAsset[]
}

async function shown(github: GitHubEmulator): Promise<readonly ShownRelease[]> {
  return (await askApi(github, '/repos/acme/widget/releases')).json()
}

describe('assets', () => {
  test('tell the SHA-256 of their bytes, nothing, or what a test makes them say', async () => {
    await using scene = await startWidget()
    scene.release.addAsset('old', { content: 'o', digest: null })
    scene.release.addAsset('lying', { content: 'l', digest: 'sha256:00', size: 77, state: 'starter', contentType: 'text/plain' })
    expect((await shown(scene.github))[0]?.assets).toMatchObject([
      { name: 'a.bin', size: 10, digest: 'sha256:84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882', state: 'uploaded' },
      { name: 'b.txt' },
      { name: 'old', digest: null, size: 1 },
      { name: 'lying', digest: 'sha256:00', size: 77, state: 'starter', content_type: 'text/plain' },
    ])
  })

  test('uploaded again get another id, put in place keep theirs; both change digest and time', async () => {
    await using scene = await startWidget()
    const [before] = (await shown(scene.github))[0]?.assets ?? []
    const clobbered = scene.asset.replace('other bytes')
    const again = (await shown(scene.github))[0]?.assets.find(({ name }) => name === 'a.bin')
    expect(again).toMatchObject({ id: clobbered.id, size: 11 })
    expect(again?.id).not.toBe(before?.id)
    expect(again?.digest).not.toBe(before?.digest)
    clobbered.overwrite('bytes in place')
    const inPlace = (await shown(scene.github))[0]?.assets.find(({ name }) => name === 'a.bin')
    expect(inPlace).toMatchObject({ id: clobbered.id, size: 14 })
    expect(Date.parse(inPlace?.updated_at ?? '')).toBeGreaterThan(Date.parse(again?.updated_at ?? ''))
    clobbered.remove()
    expect((await shown(scene.github))[0]?.assets.map(({ name }) => name)).toEqual(['b.txt'])
  })
})

describe('releases', () => {
  test('that are edited keep their assets and change their time', async () => {
    await using scene = await startWidget()
    const [before] = await shown(scene.github)
    scene.release.edit({ body: 'Better notes', prerelease: true, tag: 'v1.0.1' })
    const [after] = await shown(scene.github)
    expect(after).toMatchObject({ id: before?.id, body: 'Better notes', prerelease: true, tag_name: 'v1.0.1' })
    expect(after?.assets.map(({ id, digest }) => [id, digest])).toEqual(before?.assets.map(({ id, digest }) => [id, digest]))
    expect(after?.updated_at).not.toBe(before?.updated_at)
    expect((await askApi(scene.github, '/repos/acme/widget/tags')).json<{ name: string }[]>().map(({ name }) => name)).toEqual([
      'v1.0.1',
      'v1.0.0',
    ])
  })

  test('that were drafts get a time and a tag when they are published', async () => {
    await using scene = await startWidget()
    const draft = scene.repository.release({ tag: 'v2', draft: true, assets: { a: 'a' } })
    expect(scene.repository.tags.has('v2')).toBe(false)
    draft.publish('2026-05-06T07:08:09Z')
    expect((await shown(scene.github)).find(({ id }) => id === draft.id)).toMatchObject({
      draft: false,
      published_at: '2026-05-06T07:08:09Z',
    })
    expect((await fetch(`${scene.github.serverUrl}/acme/widget/releases/download/v2/a`)).status).toBe(200)
    expect(scene.repository.tags.has('v2')).toBe(true)
  })

  test('that are removed leave their tag', async () => {
    await using scene = await startWidget()
    scene.release.remove()
    expect(await shown(scene.github)).toEqual([])
    expect(scene.repository.tags.has('v1.0.0')).toBe(true)
    expect((await fetch(scene.download)).status).toBe(404)
  })
})

test('repositories show what was edited, and have a README as GitHub shows one, or none', async () => {
  await using scene = await startWidget()
  scene.repository.edit({ description: null, license: 'MIT', topics: ['a', 'b'], hasIssues: false, readme: `# ${'long '.repeat(40)}` })
  expect((await askApi(scene.github, '/repos/acme/widget')).json()).toMatchObject({
    description: null,
    license: { key: 'mit', spdx_id: 'MIT', name: 'MIT License' },
    topics: ['a', 'b'],
    has_issues: false,
    visibility: 'public',
    organization: { login: 'acme' },
  })
  const readme = (await askApi(scene.github, '/repos/acme/widget/readme')).json<{ content: string; encoding: string }>()
  expect(readme).toMatchObject({ encoding: 'base64', content: expect.stringMatching(/^[^\n]{60}\n/) })
  expect(Buffer.from(readme.content, 'base64').toString()).toBe(`# ${'long '.repeat(40)}`)
  const raw = { accept: 'application/vnd.github.raw+json' }
  expect((await askApi(scene.github, '/repos/acme/widget/readme', raw)).text).toBe(`# ${'long '.repeat(40)}`)
  scene.repository.edit({ readme: null })
  expect((await askApi(scene.github, '/repos/acme/widget/readme')).status).toBe(404)
})

test('two emulators that are given the same say the same', async () => {
  const said = async () => {
    await using scene = await startWidget()
    scene.release.edit({ body: 'x' })
    const got = await askApi(scene.github, '/repos/acme/widget/releases')
    return got.text.replaceAll(scene.github.url, 'API').replaceAll(scene.github.serverUrl, 'SERVER')
  }
  expect(await said()).toBe(await said())
})

test('a folder is served as owners, repositories, tags and files', async () => {
  await using folder = temporaryFolder('served')
  for (const [path, text] of Object.entries({
    'demo/tool/v1.10.0/a.txt': 'ten',
    'demo/tool/v1.9.0/a.txt': 'nine',
    'demo/tool/v1.9.0/deep/b.txt': 'not an asset',
  })) {
    mkdirSync(join(folder.path, path, '..'), { recursive: true })
    writeFileSync(join(folder.path, path), text)
  }
  await using github = await GitHubEmulator.start()
  addFolder(github, folder.path)
  const releases = (await askApi(github, '/repos/demo/tool/releases')).json<{ tag_name: string; assets: { name: string }[] }[]>()
  expect(releases.map(({ tag_name, assets }) => [tag_name, assets.map(({ name }) => name)])).toEqual([
    ['v1.10.0', ['a.txt']],
    ['v1.9.0', ['a.txt']],
  ])
  expect(await (await fetch(`${github.serverUrl}/demo/tool/releases/latest/download/a.txt`)).text()).toBe('ten')
})

test('a thousand repositories with ten releases each are made in a moment, and all their assets differ', async () => {
  await using github = await GitHubEmulator.start()
  const started = performance.now()
  addMany(github, { repositories: 1000, releases: 10, assets: 1, assetBytes: 100 })
  expect(performance.now() - started).toBeLessThan(5000)
  const digests = github.repositories.flatMap(({ releases }) => releases.flatMap(({ assets }) => assets.map(({ digest }) => digest)))
  expect(new Set(digests).size).toBe(10_000)
})
