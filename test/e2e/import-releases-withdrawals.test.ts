import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { green, importScene, listed } from './import-scene.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('what GitHub says no more, we say no more', () => {
  test('of a package', async () => {
    await using scene = await importScene()
    const { github, load, text } = scene
    const said = { description: 'D', homepage: 'https://example.com', topics: ['t'], license: 'MIT', hasIssues: true }
    const widget = github.addRepository({ fullName: 'acme/widget', ...said })
    widget.release({ tag: 'v1', assets: { a: 'a' } })
    const document = () => JSON.parse(text('.outtray/packages/widget/package.json')) as Record<string, unknown>
    await load()
    const fields = ['description', 'labels', 'licenses', 'websiteUrl', 'issueTrackerUrl']
    for (const field of fields) expect(document()).toHaveProperty(field)
    widget.edit({ description: null, homepage: null, topics: [], license: null, hasIssues: false })
    expect(await load()).toMatchObject(green)
    for (const field of fields) {
      expect(document()).not.toHaveProperty(field)
      expect(scene.record('widget', '1').package).not.toHaveProperty(field)
    }
    expect((await load()).outputs['unchanged-count']).toBe('1')
  })

  test('of replaced bytes: their checksum and signature go with them, when GitHub has them no more', async () => {
    await using scene = await importScene()
    const { github, load, files, record } = scene
    const assets = { 'a.bin': 'old', 'a.bin.sha256': `${sha256('old')}  a.bin\n`, 'b.bin': 'b', 'b.bin.sha256': sha256('b') }
    const nightly = github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'nightly', assets })
    const inputs = { rolling: 'nightly' }
    await load(inputs)
    nightly.asset('a.bin').replace('new')
    for (const name of ['a.bin.sha256', 'b.bin.sha256']) nightly.asset(name).remove()
    expect(await load(inputs)).toMatchObject(green)
    const folder = 'widget/nightly'
    expect(files()).toEqual([`${folder}/a.bin`, `${folder}/b.bin`, `${folder}/b.bin.sha256`])
    expect(record('widget', 'nightly').origin.assets.map(({ name }) => name)).toEqual(['a.bin', 'b.bin', 'b.bin.sha256'])
  })
})

describe('lists of checksums', () => {
  test('that speak of replaced bytes go with them, with their signatures, when GitHub has them no more; others stay', async () => {
    await using scene = await importScene()
    const { github, load, files, record, tree } = scene
    const assets = {
      'a.bin': 'old',
      'b.bin': 'b',
      'b.bin.sha256': sha256('b'),
      SHA256SUMS: `${sha256('old')}  a.bin\n${sha256('b')}  b.bin\n`,
      'SHA256SUMS.sha512': createHash('sha512')
        .update(`${sha256('old')}  a.bin\n${sha256('b')}  b.bin\n`)
        .digest('hex'),
      SHA1SUMS: `${createHash('sha1').update('b').digest('hex')}  b.bin\n`,
    }
    const nightly = github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'nightly', assets })
    const inputs = { rolling: 'nightly' }
    expect(await load(inputs)).toMatchObject(green)
    nightly.asset('a.bin').replace('new')
    for (const name of ['b.bin.sha256', 'SHA256SUMS', 'SHA256SUMS.sha512', 'SHA1SUMS']) nightly.asset(name).remove()
    expect(await load(inputs)).toMatchObject(green)
    const left = ['SHA1SUMS', 'a.bin', 'b.bin', 'b.bin.sha256']
    expect(files()).toEqual(left.map((name) => `widget/nightly/${name}`))
    const { origin, files: recorded } = record('widget', 'nightly')
    expect(origin.assets.map(({ name }) => name)).toEqual(left)
    expect(recorded.map(({ path }) => path)).toEqual(['widget/nightly/SHA1SUMS', 'widget/nightly/a.bin', 'widget/nightly/b.bin'])
    const before = tree()
    expect((await load(inputs)).outputs).toMatchObject({ 'imported-count': '0', 'unchanged-count': '1' })
    expect(tree()).toEqual(before)
  })
})

describe('a draft', () => {
  test('stands in no file that readers see, and is known by its staged record', async () => {
    await using scene = await importScene()
    const { github, load, tree, text, downloads } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    const draft = widget.release({ tag: 'v9-secret', draft: true, assets: { 'unannounced.bin': 'u' } })
    const inputs = { 'include-drafts': 'true' }
    await load(inputs)
    widget.release({ tag: 'v1', assets: { a: 'a' } })
    await load(inputs)
    const seen = Object.keys(tree()).filter((path) => !path.startsWith('.outtray/staged/'))
    expect(seen).toContain('.outtray/imports/github.com/acme/widget.json')
    expect(seen.filter((path) => /v9-secret|9-secret|unannounced/.test(`${path} ${text(path)}`))).toEqual([])
    downloads()
    expect((await load(inputs)).outputs).toMatchObject({ 'imported-count': '0', 'unchanged-count': '2' })
    draft.remove()
    const gone = await load(inputs)
    expect(listed(gone, 'unchanged').map(({ version, reason }) => [version, reason])).toEqual([
      ['1', undefined],
      ['9-secret', 'gone: GitHub has the release no more'],
    ])
    expect(downloads()).toEqual([])
  })

  test('without a digest that was uploaded again is fetched once more, and not in every run', async () => {
    await using scene = await importScene()
    const { github, load, tree, downloads } = scene
    const asset = { content: 'same', digest: null }
    const draft = github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1', draft: true, assets: { 'a.bin': asset } })
    const inputs = { 'include-drafts': 'true' }
    await load(inputs)
    draft.asset('a.bin').replace(asset)
    downloads()
    expect(await load(inputs)).toMatchObject(green)
    expect(downloads()).toEqual(['a.bin'])
    const before = tree()
    expect(await load(inputs)).toMatchObject({ ...green, outputs: { 'imported-count': '0', 'unchanged-count': '1' } })
    expect(downloads()).toEqual([])
    expect(tree()).toEqual(before)
  })
})
