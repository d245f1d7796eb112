import { describe, expect, test } from 'vitest'
import { green, importScene, listed, told, versionsIn } from './import-scene.ts'

describe('nothing is written, and every reason is told, when', () => {
  test('two tags would be one version', async () => {
    await using scene = await importScene()
    const widget = scene.github.addRepository({ fullName: 'acme/widget' })
    for (const tag of ['v1.0', '1.0', 'v2', '2']) widget.release({ tag, assets: { 'a.bin': 'a' } })
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(run.errors).toHaveLength(2)
    expect(told(run)).toContain('would be one version, 1.0')
    expect(scene.tree()).toEqual({})
    expect(run.outputs['imported-count']).toBe('0')
    expect(run.summary).toContain('The import ended early')
  })

  test('two repositories would be one package', async () => {
    await using scene = await importScene()
    for (const fullName of ['acme/tool', 'ada/Tool'])
      scene.github.addRepository({ fullName }).release({ tag: 'v1', assets: { 'a.bin': 'a' } })
    const run = await scene.load({ repositories: 'acme/tool\nada/Tool' })
    expect(run.code).toBe(1)
    expect(told(run)).toContain('acme/tool and ada/Tool would be one package')
    expect(scene.tree()).toEqual({})
    const apart = await scene.load({ repositories: 'acme/tool\nada/Tool', package: '{owner}-{name}' })
    expect(apart).toMatchObject(green)
  })

  test('a package is here that came from another repository', async () => {
    await using scene = await importScene()
    for (const fullName of ['acme/tool', 'ada/tool'])
      scene.github.addRepository({ fullName }).release({ tag: 'v1', assets: { 'a.bin': 'a' } })
    await scene.load({ repositories: 'acme/tool' })
    const before = scene.tree()
    const run = await scene.load({ repositories: 'ada/tool' })
    expect(run.code).toBe(1)
    expect(told(run)).toContain("package 'tool' is here already, from github.com/acme/tool; ada/tool would be")
    expect(scene.tree()).toEqual(before)
  })

  test('inputs are wrong: all of them in one run, and nobody is asked', async () => {
    await using scene = await importScene()
    const run = await scene.load({
      repositories: 'acme\nacme/widget/x\nhttps://github.com/acme/widget\n*/widget\nacme/widget@\nacme/widget@>=1',
      releases: 'latest:many',
      package: '{nome}',
      version: '{v}',
      path: '{file}',
      'asset-hosts': 'https://files.example.com/',
      'certificate-identity': 'me',
      'require-digest': 'true',
      'source-archives': 'tar',
      shard: 'everything',
      'github-api-url': 'http://github.example.com/api/v3',
    })
    expect(run.code).toBe(1)
    for (const part of [
      "'acme'",
      'acme/widget/x',
      'is an address',
      'has a pattern for an owner',
      'has no tag behind @',
      'has a range of versions where a tag pattern belongs',
      'latest:many',
      '{nome}',
      '{v}',
      '{file}',
      "'asset-hosts' takes names of hosts",
      "'certificate-identity' is given without 'certificate-issuer'",
      "'require-digest' is true, and GitHub gives no digest for 'source-archives'",
      "'shard' is no shard of a plan",
      'is not encrypted',
    ]) {
      expect(run.log).toContain(part)
    }
    expect(scene.github.traffic).toEqual([])
    expect(run.outputs).toMatchObject({ 'imported-count': '0', 'api-calls': '0' })
  })

  test('the lines only exclude, or the tag pattern says no version', async () => {
    await using scene = await importScene()
    expect(told(await scene.load({ repositories: '!acme/widget' }))).toContain("'repositories' only excludes")
    expect(told(await scene.load({ 'tag-pattern': 'v*' }))).toContain("'tag-pattern' must have {version} once")
    expect(scene.github.traffic).toEqual([])
  })

  test('the repository is of another type, or of none that there is', async () => {
    await using scene = await importScene()
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1', assets: { 'a.bin': 'a' } })
    await scene.load()
    const run = await scene.load({ 'repository-type': 'maven' })
    expect(run.code).toBe(1)
    expect(told(run)).toContain("'repository-type' is 'maven', but the repository is of type 'generic'")
    expect(told(await scene.load({ repository: 'ftp://example.com' }))).toContain("scheme 'ftp:'")
    expect(told(await scene.load({ repository: '' }))).toContain("input 'repository' is required")
  })

  test('an outsider could decide what is imported with the token', async () => {
    await using scene = await importScene()
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1' })
    const refused = await scene.load({}, { eventName: 'pull_request_target' })
    expect(refused.code).toBe(1)
    expect(told(refused)).toContain("input 'token' is given, but pull_request_target")
    const allowed = await scene.load({ 'allow-untrusted-trigger': 'true' }, { eventName: 'pull_request_target' })
    expect(allowed).toMatchObject(green)
    expect(await scene.load({ token: '' }, { eventName: 'pull_request_target' })).toMatchObject(green)
  })

  test('the token is bad', async () => {
    await using scene = await importScene()
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1' })
    const run = await scene.load({ token: 'ghs_expired12345' })
    expect(run).toMatchObject({ code: 1, leaked: [] })
    expect(told(run)).toContain('does not accept the token')
    expect(run.outputs['failed-count']).toBe('1')
    expect(scene.tree()).toEqual({})
  })
})

describe('a release', () => {
  test('whose version is that of another one that is still there fails, and that one stays', async () => {
    await using scene = await importScene()
    const widget = scene.github.addRepository({ fullName: 'acme/widget' })
    for (const tag of ['v1.0', '1.0']) widget.release({ tag, assets: { 'a.bin': tag } })
    await scene.load({ repositories: 'acme/widget@v1.0' })
    const before = scene.tree()
    const run = await scene.load({ repositories: 'acme/widget@1.0' })
    expect(run.code).toBe(1)
    expect(listed(run, 'failed')).toMatchObject([{ version: '1.0' }])
    expect(told(run)).toContain("its version was imported from the release 'v1.0', which is still there")
    expect(scene.tree()).toEqual(before)
  })

  test('whose names no system could hold fails, and keeps no other from being imported', async () => {
    await using scene = await importScene()
    const widget = scene.github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: `v${'1'.repeat(220)}`, assets: { 'a.bin': 'a' } })
    widget.release({ tag: 'v2', assets: { 'a.bin': 'a', 'a.bin.asc': Buffer.alloc((1 << 20) + 1) } })
    widget.release({ tag: 'v3', assets: { 'a.bin': 'a' } })
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(told(run)).toContain('the version name takes 220 bytes in a file name')
    expect(told(run)).toContain("'a.bin.asc' has 1048577 bytes, which is too long for what its name says")
    expect(versionsIn(run, 'imported')).toEqual(['widget 3'])
  })
})

describe('a token', () => {
  test('for another GitHub that is not read is told to be of no use', async () => {
    await using scene = await importScene()
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1' })
    const run = await scene.load({ 'source-token': 'ghp_otherother1234' })
    expect(run).toMatchObject(green)
    expect(run.warnings.join()).toContain("'source-token' is not used")
    expect(scene.github.traffic.some(({ headers }) => String(headers.authorization).includes('otherother'))).toBe(false)
  })

  test('of the run is not sent to a GitHub that is not its own', async () => {
    await using scene = await importScene()
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1', assets: { 'a.bin': 'a' } })
    const run = await scene.load({ 'github-api-url': scene.github.url }, { apiUrl: 'https://api.github.com' })
    expect(run).toMatchObject(green)
    expect(scene.github.traffic.filter(({ headers }) => headers.authorization !== undefined)).toEqual([])
  })
})
