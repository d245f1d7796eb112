import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { green, importScene, listed, told, versionsIn } from './import-scene.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('what changed at GitHub after the import', () => {
  test('an asset that was added is added to its version', async () => {
    await using scene = await importScene()
    const { github, load, files, record, downloads } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    const release = widget.release({ tag: 'v1.0', publishedAt: '2020-01-01T00:00:00Z', assets: { 'a.bin': 'a' } })
    await load()
    downloads()
    release.addAsset('b.msi', 'late')
    const run = await load()
    expect(run).toMatchObject(green)
    expect(listed(run, 'imported')).toEqual([{ repository: 'acme/widget', package: 'widget', version: '1.0', reason: '1 asset added' }])
    expect(downloads()).toEqual(['b.msi'])
    expect(files()).toEqual(['widget/1.0/a.bin', 'widget/1.0/b.msi'])
    expect(record('widget', '1.0').origin.assets.map(({ name }) => name)).toEqual(['a.bin', 'b.msi'])
    expect(record('widget', '1.0').version.vcsCommit).toBe(widget.tags.get('v1.0'))
  })

  test('a checksum that was added beside its file travels with the file, and is recorded', async () => {
    await using scene = await importScene()
    const { github, load, files, record } = scene
    const release = github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1.0', assets: { 'a.bin': 'a' } })
    await load()
    release.addAsset('a.bin.sha256', `${sha256('a')}  a.bin\n`)
    expect(await load()).toMatchObject(green)
    expect(files()).toEqual(['widget/1.0/a.bin', 'widget/1.0/a.bin.sha256'])
    const [payload] = record('widget', '1.0').origin.assets
    expect(payload?.checks).toContainEqual({ kind: 'checksum', state: 'verified', by: 'a.bin.sha256' })
  })

  test('a checksum that was there before its file becomes the checksum of the file', async () => {
    await using scene = await importScene()
    const { github, load, files, record } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    const release = widget.release({ tag: 'v1.0', assets: { 'a.bin.sha256': `${sha256('a')}  a.bin\n` } })
    const nightly = widget.release({ tag: 'nightly', assets: { 'n.bin.sha256': `${sha256('old')}  n.bin\n` } })
    const inputs = { rolling: 'nightly' }
    await load(inputs)
    expect(record('widget', '1.0').files).toHaveLength(1)
    release.addAsset('a.bin', 'a')
    nightly.asset('n.bin.sha256').replace(`${sha256('new')}  n.bin\n`)
    nightly.addAsset('n.bin', 'new')
    expect(await load(inputs)).toMatchObject(green)
    expect(files()).toEqual(['widget/1.0/a.bin', 'widget/1.0/a.bin.sha256', 'widget/nightly/n.bin', 'widget/nightly/n.bin.sha256'])
    for (const [version, name] of [
      ['1.0', 'a.bin'],
      ['nightly', 'n.bin'],
    ] as const) {
      const { files: entries, origin } = record('widget', version)
      expect(entries.map(({ path }) => path)).toEqual([`widget/${version}/${name}`])
      expect(origin.assets[0]?.checks).toContainEqual({ kind: 'checksum', state: 'verified', by: `${name}.sha256` })
    }
    expect((await load(inputs)).outputs).toMatchObject({ 'imported-count': '0', 'unchanged-count': '2' })
  })

  test('other bytes under an old name are an alarm in every run, and nothing is replaced', async () => {
    await using scene = await importScene()
    const { github, load, tree, downloads } = scene
    const release = github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1.0', assets: { 'a.bin': 'good', 'b.bin': 'b' } })
    await load()
    const before = tree()
    downloads()
    release.asset('a.bin').replace('evil')
    for (const _ of [1, 2]) {
      const run = await load()
      expect(run).toMatchObject({ code: 1, leaked: [] })
      expect(JSON.parse(run.outputs.alarms ?? '')).toEqual([
        {
          repository: 'acme/widget',
          package: 'widget',
          version: '1.0',
          asset: 'a.bin',
          was: `sha256:${sha256('good')}`,
          is: `sha256:${sha256('evil')}`,
        },
      ])
      expect(run.outputs['alarms-count']).toBe('1')
      expect(told(run)).toContain("'a.bin' changed after it was imported")
      expect(run.summary).toContain('### Alarms')
      expect(tree()).toEqual(before)
      expect(downloads()).toEqual([])
    }
  })

  test('an alarm keeps no other release from being imported', async () => {
    await using scene = await importScene()
    const { github, load, files } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    const release = widget.release({ tag: 'v1.0', assets: { 'a.bin': 'good' } })
    await load()
    release.asset('a.bin').overwrite('evil')
    widget.release({ tag: 'v1.1', assets: { 'a.bin': 'new' } })
    const run = await load()
    expect(run.code).toBe(1)
    expect(versionsIn(run, 'imported')).toEqual(['widget 1.1'])
    expect(files()).toEqual(['widget/1.0/a.bin', 'widget/1.1/a.bin'])
  })

  test('an asset without a digest that was uploaded again is fetched and compared: the same bytes are no alarm', async () => {
    await using scene = await importScene()
    const { github, load, tree, downloads, text } = scene
    const release = github
      .addRepository({ fullName: 'acme/widget' })
      .release({ tag: 'v1.0', assets: { 'a.bin': { content: 'same', digest: null } } })
    await load()
    const before = tree()
    downloads()
    const again = release.asset('a.bin').replace({ content: 'same', digest: null })
    const run = await load()
    expect(run).toMatchObject(green)
    expect(versionsIn(run, 'unchanged')).toEqual(['widget 1.0'])
    expect(downloads()).toEqual(['a.bin'])
    const state = '.outtray/imports/github.com/acme/widget.json'
    expect({ ...tree(), [state]: '' }).toEqual({ ...before, [state]: '' })
    expect(text(state)).toContain(String(again.id))
    expect(await load()).toMatchObject(green)
    expect(downloads()).toEqual([])
  })

  test('and other bytes of the same size are an alarm', async () => {
    await using scene = await importScene()
    const { github, load, tree } = scene
    const release = github
      .addRepository({ fullName: 'acme/widget' })
      .release({ tag: 'v1.0', assets: { 'a.bin': { content: 'good', digest: null } } })
    await load()
    const before = tree()
    release.asset('a.bin').replace({ content: 'evil', digest: null })
    const run = await load()
    expect(run.code).toBe(1)
    expect(run.outputs['alarms-count']).toBe('1')
    expect(Object.keys(tree()).filter((path) => !path.includes('/incoming/'))).toEqual(Object.keys(before))
    expect(scene.text('widget/1.0/a.bin')).toBe('good')
  })

  test('assets of a rolling release are replaced, and their old digests stay in the record', async () => {
    await using scene = await importScene()
    const { github, load, text, record, tree } = scene
    const release = github.addRepository({ fullName: 'acme/widget' }).release({
      tag: 'nightly',
      prerelease: true,
      assets: { 'a.bin': 'monday', 'a.bin.sha256': `${sha256('monday')}\n`, 'b.bin': 'b' },
    })
    const inputs = { rolling: 'nightly', 'include-prereleases': 'true' }
    expect(await load(inputs)).toMatchObject(green)
    release.asset('a.bin').replace('tuesday')
    release.asset('a.bin.sha256').replace(`${sha256('tuesday')}\n`)
    const run = await load(inputs)
    expect(run).toMatchObject(green)
    expect(listed(run, 'imported')[0]?.reason).toBe('2 assets replaced')
    expect(text('widget/nightly/a.bin')).toBe('tuesday')
    expect(text('widget/nightly/a.bin.sha256')).toBe(`${sha256('tuesday')}\n`)
    const asset = record('widget', 'nightly').origin.assets[0]
    expect(asset).toMatchObject({ name: 'a.bin', sha256: sha256('tuesday'), earlier: [{ sha256: sha256('monday'), size: 6 }] })
    release.asset('a.bin').replace('wednesday')
    release.asset('a.bin.sha256').remove()
    expect(await load(inputs)).toMatchObject(green)
    expect(record('widget', 'nightly').origin.assets[0]?.earlier).toHaveLength(2)
    const before = tree()
    expect(await load(inputs)).toMatchObject({ ...green, outputs: { 'imported-count': '0' } })
    expect(tree()).toEqual(before)
  })

  test('what is gone stays, and is told: assets, releases, repositories', async () => {
    await using scene = await importScene()
    const { github, load, tree } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1.0', assets: { 'a.bin': 'a', 'b.bin': 'b' } })
    widget.release({ tag: 'v1.1', assets: { 'a.bin': 'a' } })
    github.addRepository({ fullName: 'acme/gadget' }).release({ tag: 'v5', assets: { 'g.bin': 'g' } })
    const inputs = { repositories: 'acme/*' }
    await load(inputs)
    const before = tree()
    widget.releaseOf('v1.0').asset('b.bin').remove()
    widget.releaseOf('v1.1').remove()
    github.removeRepository('acme/gadget')
    for (const repositories of ['acme/*', 'acme/widget\nacme/gadget']) {
      const run = await load({ repositories })
      expect(run).toMatchObject(green)
      const reasons = listed(run, 'unchanged').map(({ package: name, version, reason }) => `${name} ${version} ${reason}`)
      expect(reasons.sort()).toEqual([
        'gadget 5 gone: GitHub has the repository no more, or hides it from the token',
        "widget 1.0 gone: GitHub has no more 'b.bin'",
        'widget 1.1 gone: GitHub has the release no more',
      ])
      expect(tree()).toEqual(before)
    }
  })

  test('the last repository of an owner that is gone is told, and its pattern is not called misspelt', async () => {
    await using scene = await importScene()
    const { github, load } = scene
    github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1', assets: { 'a.bin': 'a' } })
    github.addRepository({ fullName: 'acme/fork', fork: true })
    const inputs = { repositories: 'acme/*' }
    await load(inputs)
    github.removeRepository('acme/widget')
    const run = await load(inputs)
    expect(run).toMatchObject(green)
    expect(listed(run, 'unchanged')).toMatchObject([{ version: '1', reason: expect.stringContaining('gone') }])
  })

  test('a release that was deleted and made again for its tag is the same version, while its assets are the same', async () => {
    await using scene = await importScene()
    const { github, load, files } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1.0', assets: { 'a.bin': 'a' } })
    await load()
    widget.releaseOf('v1.0').remove()
    const again = widget.release({
      tag: 'v1.0',
      body: 'Notes of v1.0',
      publishedAt: '2026-01-01T00:00:00Z',
      assets: { 'a.bin': 'a', 'b.bin': 'b' },
    })
    const run = await load()
    expect(run).toMatchObject(green)
    expect(files()).toEqual(['widget/1.0/a.bin', 'widget/1.0/b.bin'])
    expect(scene.record('widget', '1.0').origin.release).toBe(again.id)
    expect(await load()).toMatchObject({ ...green, outputs: { 'imported-count': '0', 'unchanged-count': '1' } })
  })

  test('edited notes and metadata change the record, and what is said no more is said no more', async () => {
    await using scene = await importScene()
    const { github, load, record, downloads, tree } = scene
    const release = github
      .addRepository({ fullName: 'acme/widget' })
      .release({ tag: 'v1.0', name: 'One', body: 'Old', prerelease: true, assets: { 'a.bin': 'a' } })
    const inputs = { 'include-prereleases': 'true' }
    await load(inputs)
    const commit = record('widget', '1.0').version.vcsCommit
    downloads()
    release.edit({ body: 'New', name: null, prerelease: false })
    const run = await load(inputs)
    expect(run).toMatchObject(green)
    expect(listed(run, 'imported')[0]?.reason).toBe('notes or metadata edited')
    const { version } = record('widget', '1.0')
    expect(version).toMatchObject({ releaseNotes: 'New', vcsCommit: commit })
    expect(version).not.toHaveProperty('description')
    expect(version).not.toHaveProperty('prerelease')
    expect(downloads()).toEqual([])
    const before = tree()
    expect(await load(inputs)).toMatchObject({ ...green, outputs: { 'imported-count': '0' } })
    expect(tree()).toEqual(before)
  })

  test('an edited description of the repository changes the package', async () => {
    await using scene = await importScene()
    const { github, load, text, tree } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1.0', assets: { 'a.bin': 'a' } })
    widget.release({ tag: 'v1.1', assets: { 'a.bin': 'b' } })
    await load()
    widget.edit({ description: 'Better', topics: [] })
    const run = await load()
    expect(run).toMatchObject(green)
    expect(listed(run, 'imported')).toEqual([
      { repository: 'acme/widget', package: 'widget', version: '1.1', reason: 'package metadata edited' },
    ])
    expect(JSON.parse(text('.outtray/packages/widget/package.json'))).toMatchObject({ description: 'Better' })
    const before = tree()
    expect(await load()).toMatchObject({ ...green, outputs: { 'imported-count': '0' } })
    expect(tree()).toEqual(before)
  })

  test('a renamed repository goes on under its new name, with nothing fetched twice', async () => {
    await using scene = await importScene()
    const { github, load, downloads } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1.0', assets: { 'a.bin': 'a' } })
    const inputs = { package: 'widget' }
    await load(inputs)
    downloads()
    widget.rename('widget2')
    const old = await load(inputs)
    expect(old.code).toBe(1)
    expect(told(old)).toContain('acme/widget has another name by now: acme/widget2')
    for (const repositories of ['acme/widget2', 'acme/*']) {
      const run = await load({ ...inputs, repositories })
      expect(run).toMatchObject(green)
      expect([...versionsIn(run, 'unchanged'), ...versionsIn(run, 'imported')]).toEqual(['widget 1.0'])
    }
    expect(downloads()).toEqual([])
  })
})

describe('a renamed repository', () => {
  test('goes on where only the case of its name changed', async () => {
    await using scene = await importScene()
    const { github, load, files, downloads, tree } = scene
    const tool = github.addRepository({ fullName: 'acme/Tool' })
    tool.release({ tag: 'v1', assets: { x: 'x' } })
    const inputs = { repositories: 'ACME/*' }
    await load(inputs)
    downloads()
    tool.rename('tool')
    tool.release({ tag: 'v2', assets: { x: 'x2' } })
    const run = await load(inputs)
    expect(run).toMatchObject(green)
    expect([versionsIn(run, 'unchanged'), versionsIn(run, 'imported')]).toEqual([['Tool 1'], ['Tool 2']])
    expect(downloads()).toEqual(['x'])
    expect(files()).toEqual(['Tool/1/x', 'Tool/2/x'])
    expect(Object.keys(tree()).filter((path) => path.startsWith('.outtray/imports/'))).toEqual([
      '.outtray/imports/github.com/acme/Tool.json',
    ])
    expect((await load(inputs)).outputs).toMatchObject({ 'imported-count': '0', 'unchanged-count': '2' })
  })

  test('is another package where packages have the names of repositories, and that is told', async () => {
    await using scene = await importScene()
    const { github, load, files } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1', assets: { a: 'a' } })
    await load({ repositories: 'acme/*' })
    widget.rename('gadget')
    const run = await load({ repositories: 'acme/*' })
    expect(run).toMatchObject(green)
    expect(run.log).toContain(
      "acme/widget is acme/gadget by now: its releases are imported as package 'gadget', and package 'widget' stays as it is",
    )
    expect(files()).toEqual(['gadget/1/a', 'widget/1/a'])
    const kept = await load({ repositories: 'acme/*', package: 'widget' })
    expect(kept).toMatchObject(green)
    expect(kept.log).not.toContain('by now')
  })
})

describe('a listing that has not changed', () => {
  // Assets without bytes are not downloaded: then the download count changes nothing.
  const empty = { 'a.bin': '' }

  test('says the same once more: what is gone', async () => {
    await using scene = await importScene()
    const { github, load } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    const release = widget.release({ tag: 'v1.0', assets: { ...empty, 'b.bin': '' } })
    widget.release({ tag: 'v1.1', assets: empty })
    await load()
    widget.releaseOf('v1.1').remove()
    release.asset('b.bin').remove()
    widget.release({ tag: 'v1.2', assets: empty })
    await load()
    for (const _ of [1, 2]) {
      const reasons = Object.fromEntries(listed(await load(), 'unchanged').map(({ version, reason }) => [version, reason]))
      expect(reasons).toEqual({
        '1.0': "gone: GitHub has no more 'b.bin'",
        '1.1': 'gone: GitHub has the release no more',
        '1.2': undefined,
      })
    }
  })

  test('hides nothing from a whole run that a shard or a limit left out', async () => {
    await using scene = await importScene()
    const { github, load } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    for (const tag of ['v1', 'v2', 'v3']) widget.release({ tag, assets: empty })
    expect(versionsIn(await load({ shard: '1/1:acme/widget@v1' }), 'imported')).toEqual(['widget 1'])
    expect(versionsIn(await load({ 'max-releases': '1' }), 'imported')).toEqual(['widget 2'])
    expect(versionsIn(await load(), 'imported')).toEqual(['widget 3'])
    expect(versionsIn(await load(), 'unchanged')).toEqual(['widget 1', 'widget 2', 'widget 3'])
    expect(github.requests.at(-1)).toMatchObject({ status: 304 })
  })
})
