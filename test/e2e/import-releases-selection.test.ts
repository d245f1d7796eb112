import { describe, expect, test } from 'vitest'
import type { GitHubEmulator } from '../emulators/github/server.ts'
import { green, importScene, listed, told, versionsIn } from './import-scene.ts'

/** Two repositories, a fork, an archived one and one of another owner. */
function fill(github: GitHubEmulator): void {
  const widget = github.addRepository({ fullName: 'acme/widget' })
  widget.release({ tag: 'v1.0.0', assets: { 'w.tgz': '1', 'w.tgz.txt': 't' } })
  widget.release({ tag: 'v1.1.0', assets: { 'w.tgz': '2' } })
  widget.release({ tag: 'v2.0.0-rc.1', prerelease: true, assets: { 'w.tgz': '3' } })
  widget.release({ tag: 'v2.0.0', draft: true, assets: { 'w.tgz': '4' } })
  github.addRepository({ fullName: 'acme/gadget' }).release({ tag: '0.1', assets: { 'g.bin': 'g' } })
  github.addRepository({ fullName: 'acme/fork', fork: true }).release({ tag: '0.2', assets: { 'f.bin': 'f' } })
  github.addRepository({ fullName: 'acme/old', archived: true }).release({ tag: '0.3', assets: { 'o.bin': 'o' } })
  github.addRepository({ fullName: 'ada/tool', ownerType: 'User' }).release({ tag: '0.4', assets: { 't.bin': 't' } })
}

describe('a selection', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ['owner/* leaves out forks and archived repositories', { repositories: 'acme/*' }, ['gadget 0.1', 'widget 1.0.0', 'widget 1.1.0']],
    ['forks on demand', { repositories: 'acme/*\n!acme/widget', 'include-forks': 'true' }, ['fork 0.2', 'gadget 0.1']],
    ['archived ones on demand', { repositories: 'acme/*\n!acme/widget', 'include-archived': 'true' }, ['gadget 0.1', 'old 0.3']],
    ['what is named in full is meant', { repositories: 'acme/fork\nacme/old' }, ['fork 0.2', 'old 0.3']],
    ['parts of names', { repositories: 'acme/*dget' }, ['gadget 0.1', 'widget 1.0.0', 'widget 1.1.0']],
    ['all of a user', { repositories: 'ada/*' }, ['tool 0.4']],
    ['one release by its tag', { repositories: 'acme/widget@v1.0.0' }, ['widget 1.0.0']],
    ['all but one release', { repositories: 'acme/widget\n!acme/widget@v1.0.*' }, ['widget 1.1.0']],
    ['the latest', { releases: 'latest' }, ['widget 1.1.0']],
    ['the latest two', { releases: 'latest:2', 'include-prereleases': 'true' }, ['widget 1.1.0', 'widget 2.0.0-rc.1']],
    ['a range of versions', { releases: '>=1.1' }, ['widget 1.1.0']],
    ['a pattern of tags', { releases: 'v1.0.*' }, ['widget 1.0.0']],
    ['since a day', { releases: 'since:2000-01-01' }, ['widget 1.0.0', 'widget 1.1.0']],
    ['prereleases on demand', { 'include-prereleases': 'true' }, ['widget 1.0.0', 'widget 1.1.0', 'widget 2.0.0-rc.1']],
  ]

  test.for(cases)('%s', async ([, inputs, expected]) => {
    await using scene = await importScene()
    fill(scene.github)
    const run = await scene.load(inputs)
    expect(run).toMatchObject(green)
    expect(versionsIn(run, 'imported')).toEqual(expected)
  })

  test('of assets goes by their names, and a wider one adds to what is here', async () => {
    await using scene = await importScene()
    fill(scene.github)
    const inputs = { repositories: 'acme/widget@v1.0.0' }
    expect(await scene.load({ ...inputs, assets: '*\n!*.txt' })).toMatchObject(green)
    expect(scene.files()).toEqual(['widget/1.0.0/w.tgz'])
    expect(await scene.load(inputs)).toMatchObject(green)
    expect(scene.files()).toEqual(['widget/1.0.0/w.tgz', 'widget/1.0.0/w.tgz.txt'])
    const narrower = await scene.load({ ...inputs, assets: '*.tgz' })
    expect(listed(narrower, 'unchanged')).toEqual([{ repository: 'acme/widget', package: 'widget', version: '1.0.0' }])
  })

  test('tells the tags that a range leaves out', async () => {
    await using scene = await importScene()
    const widget = scene.github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1.0.0' })
    widget.release({ tag: 'stable' })
    const run = await scene.load({ releases: '>=1' })
    expect(versionsIn(run, 'imported')).toEqual(['widget 1.0.0'])
    expect(run.log).toContain('stable')
  })
})

describe('a line that matches nothing', () => {
  test.for([
    ['acme/nothing', 'acme/nothing was not found'],
    ['nobody/*', 'there is no user or organization nobody'],
    ['acme/z*', "'acme/z*' in the input 'repositories' matches no repository"],
    ['acme/widget@v9', "'acme/widget@v9' in the input 'repositories' matches no release"],
  ] as const)('fails the run before anything is written: %s', async ([line, message]) => {
    await using scene = await importScene()
    fill(scene.github)
    const run = await scene.load({ repositories: `acme/gadget\n${line}` })
    expect(run.code).toBe(1)
    expect(told(run)).toContain(message)
    expect(run.errors).toHaveLength(1)
    expect(scene.tree()).toEqual({})
    const lenient = await scene.load({ repositories: `acme/gadget\n${line}`, 'fail-on-unmatched': 'false' })
    expect(lenient).toMatchObject(green)
    expect(lenient.warnings.join()).toContain(message)
    expect(scene.files()).toEqual(['gadget/0.1/g.bin'])
  })
})

describe('a pattern that takes nothing at all', () => {
  test.for([
    ['releases', '>=9', "input 'releases' matches no release: '>=9'", 'A range judges what the tag says'],
    ['releases', '>=2.0.0-0', "input 'releases' matches no release", 'include-prereleases'],
    ['releases', 'v7*', "input 'releases' matches no release", 'a pattern judges the whole tag'],
    ['assets', '*.exe', "input 'assets' takes none of 3 assets", '`*.zip`'],
  ] as const)('fails the run before anything is written: %s %s', async ([input, text, message, hint]) => {
    await using scene = await importScene()
    fill(scene.github)
    const run = await scene.load({ [input]: text })
    expect(run.code).toBe(1)
    expect(told(run)).toContain(message)
    expect(told(run)).toContain(hint)
    expect(scene.tree()).toEqual({})
    const lenient = await scene.load({ [input]: text, 'fail-on-unmatched': 'false' })
    expect(lenient.code).toBe(0)
    expect(lenient.warnings.join()).toContain(message)
  })
})

describe('a private repository', () => {
  test('is refused without the word, named in full or not, and imported with it', async () => {
    await using scene = await importScene()
    const { github, load, tree, files } = scene
    github.addRepository({ fullName: 'acme/secret', private: true }).release({ tag: 'v1', assets: { 's.bin': 's' } })
    const named = await load({ repositories: 'acme/secret' })
    expect(named.code).toBe(1)
    expect(told(named)).toContain('acme/secret is private')
    const listing = await load({ repositories: 'acme/*' })
    expect(listing.code).toBe(1)
    expect(told(listing)).toContain('acme/* selects 1 private repository')
    // The log of a public repository is public.
    expect(listing.log + listing.summary).not.toContain('secret')
    expect(tree()).toEqual({})
    expect(await load({ repositories: 'acme/*', 'include-private': 'true' })).toMatchObject(green)
    expect(files()).toEqual(['secret/1/s.bin'])
    const authorized = github.traffic.filter(({ host, headers }) => host !== 'api' && headers.authorization !== undefined)
    expect(authorized).toEqual([])
  })

  test('that the token may not read is refused like one that does not exist, and says what may be missing', async () => {
    await using scene = await importScene()
    const { github, load } = scene
    github.addRepository({ fullName: 'acme/secret', private: true })
    for (const token of [github.addToken(), '']) {
      const run = await load({ repositories: 'acme/secret', token })
      expect(run.code).toBe(1)
      expect(told(run)).toMatch(/it is private and (the token may not read it|no token was given)/)
    }
  })

  test('cannot be asked for without any token', async () => {
    await using scene = await importScene()
    const run = await scene.load({ token: '', 'include-private': 'true' })
    expect(run.code).toBe(1)
    expect(told(run)).toContain("'include-private' is true, but there is no 'token'")
  })
})
