import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { green, importScene, listed, versionsIn } from './import-scene.ts'

describe('an import', () => {
  test('brings releases as versions of a package, with what GitHub says of both', async () => {
    await using scene = await importScene()
    const { github, load, files, record, text } = scene
    const widget = github.addRepository({ fullName: 'acme/widget', topics: ['tool', 'cli'], homepage: 'https://widget.example' })
    widget.release({
      tag: 'v1.0.0',
      name: 'The first',
      body: 'Hello\n',
      publishedAt: '2026-02-03T04:05:06Z',
      assets: { 'widget.tgz': 'one', 'a b.txt': 'two' },
    })
    const run = await load()
    expect(run).toMatchObject(green)
    expect(files()).toEqual(['widget/1.0.0/a b.txt', 'widget/1.0.0/widget.tgz'])
    const { package: owner, version, origin } = record('widget', '1.0.0')
    expect(owner).toMatchObject({
      name: 'widget',
      description: 'About widget',
      labels: ['tool', 'cli'],
      licenses: ['Apache-2.0'],
      websiteUrl: 'https://widget.example',
      githubRepository: 'acme/widget',
    })
    expect(owner.vcsUrl).toContain('acme/widget.git')
    expect(owner.issueTrackerUrl).toContain('acme/widget/issues')
    expect(version).toEqual({
      name: '1.0.0',
      description: 'The first',
      released: '2026-02-03T04:05:06Z',
      vcsTag: 'v1.0.0',
      vcsCommit: widget.tags.get('v1.0.0'),
      releaseNotes: 'Hello\n',
    })
    expect(origin).toMatchObject({ host: 'github.com', repository: 'acme/widget', release: widget.releaseOf('v1.0.0').id })
    expect(origin.assets.map(({ name, checks }) => [name, checks])).toEqual([
      ['a b.txt', [{ kind: 'github-digest', state: 'verified' }]],
      ['widget.tgz', [{ kind: 'github-digest', state: 'verified' }]],
    ])
    expect(text('.outtray/packages/widget/README.md')).toContain('# widget')
    expect(JSON.parse(text('.outtray/packages/widget/package.json'))).toMatchObject({ description: 'About widget' })
    expect(JSON.parse(text('.outtray/repository.json'))).toMatchObject({ type: 'generic' })
    expect(run.outputs).toMatchObject({
      imported: '[{"repository":"acme/widget","package":"widget","version":"1.0.0"}]',
      'imported-count': '1',
      unchanged: '[]',
      'unchanged-count': '0',
      failed: '[]',
      'failed-count': '0',
      pending: '[]',
      'pending-count': '0',
      alarms: '[]',
      'alarms-count': '0',
      bytes: '6',
      'api-calls': String(github.requests.length),
      records: '["repo/.outtray/packages/widget/versions/1.0.0.json"]',
    })
    expect(run.outputs.matrix).toBeUndefined()
    expect(run.log).toContain('1 repository compared, 1 release to import')
    expect(run.log).toContain('imported: widget 1.0.0, from acme/widget v1.0.0')
    expect(run.summary).toContain('1 version imported')
    expect(run.summary).toContain('| acme/widget | widget | 1.0.0 |')
  })

  test('with nothing new makes two calls, no download and no write, whatever token it comes with', async () => {
    await using scene = await importScene()
    const { github, load, tree, calls, downloads } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    for (const tag of ['v1.0.0', 'v1.1.0', 'v1.2.0']) widget.release({ tag, assets: { 'widget.tgz': tag, 'widget.tgz.sha256': '' } })
    widget.releaseOf('v1.2.0').asset('widget.tgz.sha256').remove()
    expect((await load({ assets: '*.tgz' })).code).toBe(0)
    const before = tree()
    calls()
    downloads()
    const token = github.addToken()
    const run = await load({ assets: '*.tgz', token })
    expect(run).toMatchObject(green)
    expect(tree()).toEqual(before)
    expect(downloads()).toEqual([])
    expect(calls()).toBe(2)
    expect(run.outputs).toMatchObject({ 'imported-count': '0', 'unchanged-count': '3', 'api-calls': '2', bytes: '0', records: '[]' })
    expect(versionsIn(run, 'unchanged')).toEqual(['widget 1.0.0', 'widget 1.1.0', 'widget 1.2.0'])
  })

  test('with nothing new makes one call per repository of an owner, and those of the listing', async () => {
    await using scene = await importScene()
    const { github, load, calls, tree } = scene
    for (let i = 0; i < 5; i++) github.addRepository({ fullName: `acme/r${i}` }).release({ tag: '1.0', assets: { 'a.bin': `${i}` } })
    expect((await load({ repositories: 'acme/*' })).code).toBe(0)
    const before = tree()
    calls()
    expect(await load({ repositories: 'acme/*' })).toMatchObject(green)
    expect(calls()).toBe(5 + 2)
    expect(tree()).toEqual(before)
  })

  test('sends the validators that it knows, and reads nothing that did not change', async () => {
    await using scene = await importScene()
    const { github, load } = scene
    github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1', assets: {} })
    await load()
    const run = await load()
    expect(github.requests.at(-1)).toMatchObject({ status: 304 })
    expect(versionsIn(run, 'unchanged')).toEqual(['widget 1'])
  })

  test('names packages, versions and paths as it is told', async () => {
    await using scene = await importScene()
    const { github, load, files, record } = scene
    const tauri = github.addRepository({ fullName: 'acme/tauri' })
    tauri.release({ tag: 'cli-v1.0.0', assets: { 'cli.zip': 'z' } })
    const inputs = { repositories: 'acme/tauri', package: '{owner}-{name}', version: 'r{version}', 'tag-pattern': 'cli-v{version}' }
    expect((await load({ ...inputs, path: 'files/{package}/{version}-{name}' })).code).toBe(0)
    expect(files()).toEqual(['files/acme-tauri/r1.0.0-cli.zip'])
    expect(record('acme-tauri', 'r1.0.0').version).toMatchObject({ vcsTag: 'cli-v1.0.0' })
  })

  test('takes the repository that the workflow runs in when none is named', async () => {
    await using scene = await importScene()
    const { github, load, files } = scene
    github.addRepository({ fullName: 'acme/gadget' }).release({ tag: 'v1', assets: { 'g.bin': 'g' } })
    expect(await load({ repositories: '' }, { repository: 'acme/gadget' })).toMatchObject(green)
    expect(files()).toEqual(['gadget/1/g.bin'])
  })

  test('fetches archives of the source, and records that nobody vouches for them', async () => {
    await using scene = await importScene()
    const { github, load, files, record, downloads, tree } = scene
    github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1.0', assets: { 'widget.tgz': 'w' } })
    expect(await load({ 'source-archives': 'both' })).toMatchObject(green)
    expect(files()).toEqual(['widget/1.0/widget-1.0-source.tar.gz', 'widget/1.0/widget-1.0-source.zip', 'widget/1.0/widget.tgz'])
    const archive = record('widget', '1.0').origin.assets.find(({ name }) => name.endsWith('.tar.gz'))
    expect(archive).toMatchObject({ id: 0, role: 'source-archive', checks: [{ kind: 'github-digest', state: 'unverified' }] })
    const before = tree()
    downloads()
    expect(await load({ 'source-archives': 'both' })).toMatchObject(green)
    expect(downloads()).toEqual([])
    expect(tree()).toEqual(before)
  })

  test('adds the archives of the source to versions that are there', async () => {
    await using scene = await importScene()
    const { github, load, files } = scene
    github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1.0', assets: { 'widget.tgz': 'w' } })
    await load()
    const run = await load({ 'source-archives': 'tar', assets: '*.tgz' })
    expect(run).toMatchObject(green)
    expect(listed(run, 'imported')).toEqual([{ repository: 'acme/widget', package: 'widget', version: '1.0', reason: '1 asset added' }])
    expect(files()).toEqual(['widget/1.0/widget-1.0-source.tar.gz', 'widget/1.0/widget.tgz'])
  })

  test('records a release without assets as a version without files', async () => {
    await using scene = await importScene()
    const { github, load, record, tree } = scene
    github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1.0', body: 'Only words\n' })
    expect(await load()).toMatchObject(green)
    expect(record('widget', '1.0')).toMatchObject({ version: { releaseNotes: 'Only words\n' }, files: [] })
    const before = tree()
    expect(await load()).toMatchObject({ ...green, outputs: { 'imported-count': '0', 'unchanged-count': '1' } })
    expect(tree()).toEqual(before)
  })

  test('of a GitHub Enterprise Server sends it the source token, and never the own one', async () => {
    await using scene = await importScene({ enterprise: true })
    const { github, load, files } = scene
    github.addRepository({ fullName: 'acme/widget', private: true }).release({ tag: 'v1', assets: { 'w.bin': 'w' } })
    const run = await load(
      { token: 'ghs_ownowner12345', 'source-token': github.token, 'github-api-url': github.url, 'include-private': 'true' },
      { apiUrl: 'https://api.github.com', secrets: ['ghs_ownowner12345', github.token] },
    )
    expect(run).toMatchObject(green)
    expect(files()).toEqual(['widget/1/w.bin'])
    expect(github.traffic.filter(({ headers }) => String(headers.authorization).includes('ghs_ownowner12345'))).toEqual([])
    expect(existsSync(join(scene.workspace, 'repo/.outtray/imports', new URL(github.serverUrl).host.replace(':', '%3A')))).toBe(true)
  })

  test('writes no summary when it is told so', async () => {
    await using scene = await importScene()
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1' })
    expect(await scene.load({ summary: 'false' })).toMatchObject({ ...green, summary: '' })
  })

  test('into a folder that holds other things leaves them alone', async () => {
    await using scene = await importScene()
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1', assets: { 'w.bin': 'w' } })
    mkdirSync(join(scene.workspace, 'repo/widget'), { recursive: true })
    writeFileSync(join(scene.workspace, 'repo/widget/index.html'), 'mine')
    expect(await scene.load()).toMatchObject(green)
    expect(scene.files()).toEqual(['widget/1/w.bin', 'widget/index.html'])
    expect(scene.text('widget/index.html')).toBe('mine')
  })
})

describe('a dry run', () => {
  test('lists what there is and what is here, fetches no asset and writes nothing', async () => {
    await using scene = await importScene()
    const { github, load, tree, downloads } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1.0', assets: { 'w.bin': 'w' } })
    await load()
    widget.release({ tag: 'v1.1', assets: { 'w.bin': 'x' } })
    widget.releaseOf('v1.0').addAsset('more.bin', 'm')
    const before = tree()
    downloads()
    const run = await load({ 'dry-run': 'true' })
    expect(run).toMatchObject(green)
    expect(listed(run, 'imported')).toEqual([
      { repository: 'acme/widget', package: 'widget', version: '1.0', reason: '1 asset added' },
      { repository: 'acme/widget', package: 'widget', version: '1.1' },
    ])
    expect(run.summary).toContain('Dry run: 2 versions to import')
    expect(downloads()).toEqual([])
    expect(tree()).toEqual(before)
    expect(await load()).toMatchObject(green)
    expect(listed(await load({ 'dry-run': 'true' }), 'imported')).toEqual([])
  })

  test('makes no folder where there is none', async () => {
    await using scene = await importScene()
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1.0' })
    expect(await scene.load({ 'dry-run': 'true' })).toMatchObject(green)
    expect(existsSync(join(scene.workspace, 'repo'))).toBe(false)
  })
})
