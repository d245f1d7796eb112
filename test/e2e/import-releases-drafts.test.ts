import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { green, importScene, listed, versionsIn } from './import-scene.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('an asset that is still being uploaded', () => {
  test('leaves its release pending, green, until it is there', async () => {
    await using scene = await importScene()
    const { github, load, files } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    const release = widget.release({ tag: 'v1.1', assets: { 'a.bin': 'a', 'b.bin': { content: 'b', state: 'starter' } } })
    widget.release({ tag: 'v1.0', assets: { 'a.bin': 'a' } })
    const run = await load()
    expect(run).toMatchObject(green)
    expect(listed(run, 'pending')).toEqual([
      { repository: 'acme/widget', package: 'widget', version: '1.1', reason: "asset 'b.bin' is still being uploaded" },
    ])
    expect(run.outputs['pending-count']).toBe('1')
    expect(run.warnings.join()).toContain('1 release is pending, such as acme/widget, widget 1.1')
    expect(files()).toEqual(['widget/1.0/a.bin'])
    release.asset('b.bin').state = 'uploaded'
    expect(versionsIn(await load(), 'imported')).toEqual(['widget 1.1'])
  })
})

describe('a draft', () => {
  test('is imported staged when asked for, follows its changes, and is published by the run that finds it released', async () => {
    await using scene = await importScene()
    const { github, load, files, record, downloads, text } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    const draft = widget.release({ tag: 'v2.0', draft: true, assets: { 'a.bin': 'a', 'b.bin': 'b' } })
    expect(listed(await load(), 'imported')).toEqual([])
    const inputs = { 'include-drafts': 'true' }
    const staged = await load(inputs)
    expect(staged).toMatchObject(green)
    expect(listed(staged, 'imported')).toEqual([
      { repository: 'acme/widget', package: 'widget', version: '2.0', reason: 'staged: it is a draft' },
    ])
    expect(files()).toEqual([])
    expect(text('.outtray/staged/widget/2.0/files/widget/2.0/a.bin')).toBe('a')
    downloads()
    draft.asset('a.bin').replace('a2')
    draft.addAsset('c.bin', 'c')
    expect(await load(inputs)).toMatchObject(green)
    expect(downloads()).toEqual(['a.bin', 'c.bin'])
    expect(files()).toEqual([])
    expect((await load(inputs)).outputs['unchanged-count']).toBe('1')
    draft.publish()
    const released = await load()
    expect(released).toMatchObject(green)
    expect(listed(released, 'imported')[0]?.reason).toContain('released')
    expect(downloads()).toEqual([])
    expect(files()).toEqual(['widget/2.0/a.bin', 'widget/2.0/b.bin', 'widget/2.0/c.bin'])
    expect(text('widget/2.0/a.bin')).toBe('a2')
    expect(record('widget', '2.0').version).toMatchObject({ released: draft.publishedAt, vcsCommit: widget.tags.get('v2.0') })
    expect(record('widget', '2.0').origin.assets[0]).not.toHaveProperty('earlier')
    expect(Object.keys(scene.tree()).filter((path) => path.startsWith('.outtray/staged/'))).toEqual([])
    expect((await load()).outputs).toMatchObject({ 'imported-count': '0', 'unchanged-count': '1' })
  })
})

describe('a draft beside a published release of its tag', () => {
  test('is pending, and everything else is imported', async () => {
    await using scene = await importScene()
    const { github, load, files } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1', assets: { a: 'released' } })
    widget.release({ tag: 'v1', draft: true, assets: { a: 'draft' } })
    widget.release({ tag: 'v2', draft: true, assets: { a: 'a' } })
    const run = await load({ 'include-drafts': 'true' })
    expect(run).toMatchObject(green)
    expect(versionsIn(run, 'imported')).toEqual(['widget 1', 'widget 2'])
    const reason = "the draft 'v1' has the version of a release that is published"
    expect(listed(run, 'pending')).toEqual([{ repository: 'acme/widget', package: 'widget', version: '1', reason }])
    expect(scene.text('widget/1/a')).toBe('released')
    expect(files()).toEqual(['widget/1/a'])
  })
})

describe('an asset that is removed from a draft', () => {
  const inputs = { 'include-drafts': 'true' }
  const checksum = `${sha256('leaked')}  leaked.bin\n`
  const assets = { 'a.bin': 'a', 'a.bin.sha256': sha256('a'), 'leaked.bin': 'leaked', 'leaked.bin.sha256': checksum, 'z.bin': 'z' }

  test.each(['before the release', 'with it'])('is removed from what is staged, and never published: %s', async (when) => {
    await using scene = await importScene()
    const { github, load, files, tree, record } = scene
    const draft = github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1', draft: true, assets })
    await load(inputs)
    for (const name of ['leaked.bin', 'a.bin.sha256']) draft.asset(name).remove()
    if (when === 'before the release') {
      expect(listed(await load(inputs), 'imported')).toMatchObject([{ reason: '1 asset restored, 2 assets removed' }])
      expect(Object.keys(tree()).filter((path) => path.includes('/files/') && /leaked\.bin$|a\.bin\.sha256$/.test(path))).toEqual([])
      expect((await load(inputs)).outputs['unchanged-count']).toBe('1')
    }
    draft.publish()
    expect(await load(inputs)).toMatchObject(green)
    expect(files()).toEqual(['widget/1/a.bin', 'widget/1/leaked.bin.sha256', 'widget/1/z.bin'])
    expect(record('widget', '1').origin.assets.map(({ name }) => name)).toEqual(['a.bin', 'leaked.bin.sha256', 'z.bin'])
    expect(Object.keys(tree()).filter((path) => path.includes('/staged/'))).toEqual([])
    expect(await load(inputs)).toMatchObject({ ...green, outputs: { 'unchanged-count': '1', bytes: '0' } })
  })
})
