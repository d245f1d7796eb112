import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GitHubEmulator } from '../emulators/github/server.ts'
import { runAction } from '../support/run-action.ts'
import { green, type ImportScene, importScene, listed, told, versionsIn } from './import-scene.ts'

/** Publishes a file as version `1`, or another one, of the package `widget`, without any GitHub. */
async function publish({ workspace }: ImportScene, inputs: Readonly<Record<string, string>> = {}) {
  mkdirSync(join(workspace, 'out'), { recursive: true })
  writeFileSync(join(workspace, 'out', 'own.bin'), 'own')
  const given = { repository: 'repo', files: 'out/*', package: 'widget', version: '1', ...inputs }
  expect(await runAction('publish-version', given, { workspace })).toMatchObject({ code: 0 })
}

describe('what is here and belongs to somebody else is not mixed with what is imported', () => {
  test('a package that was published, not imported', async () => {
    await using scene = await importScene()
    await publish(scene)
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v2', assets: { a: 'a' } })
    const before = scene.tree()
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(told(run)).toContain("package 'widget' is here already, and was not imported; acme/widget would be the same package")
    expect(told(run)).toContain("'{owner}-{name}'")
    expect(scene.downloads()).toEqual([])
    expect(scene.tree()).toEqual(before)
    expect(await scene.load({ package: '{owner}-{name}' })).toMatchObject(green)
  })

  test('a package of which something is only staged', async () => {
    await using scene = await importScene()
    await publish(scene, { publish: 'false' })
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v2', assets: { a: 'a' } })
    const before = scene.tree()
    expect(told(await scene.load())).toContain("package 'widget' is here already, and was not imported")
    expect(scene.tree()).toEqual(before)
  })

  test('a version that was published into an imported package: it fails, the others are imported', async () => {
    await using scene = await importScene()
    const widget = scene.github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1', assets: { a: 'a' } })
    await scene.load()
    await publish(scene, { version: '2' })
    const before = scene.record('widget', '2')
    widget.release({ tag: 'v2', assets: { b: 'b' } })
    widget.release({ tag: 'v3', assets: { c: 'c' } })
    scene.downloads()
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(listed(run, 'failed')).toEqual([
      { repository: 'acme/widget', package: 'widget', version: '2', reason: "version '2' is here already, and was not imported" },
    ])
    expect(versionsIn(run, 'imported')).toEqual(['widget 3'])
    expect(scene.downloads()).toEqual(['c'])
    expect(scene.record('widget', '2')).toEqual(before)
  })

  test('a package of another repository, for one that had another package before', async () => {
    await using scene = await importScene()
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1', assets: { a: 'ours' } })
    scene.github.addRepository({ fullName: 'other/widget' }).release({ tag: 'v2', assets: { a: 'theirs' } })
    await scene.load()
    expect(await scene.load({ repositories: 'other/widget', package: '{owner}-{name}' })).toMatchObject(green)
    const before = scene.tree()
    const run = await scene.load({ repositories: 'other/widget' })
    expect(run.code).toBe(1)
    expect(told(run)).toContain("package 'widget' is here already, from github.com/acme/widget; other/widget would be the same package")
    expect(scene.tree()).toEqual(before)
  })

  test('the repository of the same name at another GitHub', async () => {
    await using scene = await importScene()
    await using other = await GitHubEmulator.start()
    scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1', assets: { a: 'ours' } })
    const elsewhere = other.addRepository({ fullName: 'acme/widget' })
    elsewhere.release({ tag: 'v1', assets: { a: 'theirs' } })
    elsewhere.release({ tag: 'v2', assets: { a: 'theirs' } })
    await scene.load()
    const before = scene.tree()
    const inputs = { 'github-api-url': other.url, 'source-token': other.token }
    const run = await scene.load(inputs)
    expect(run.code).toBe(1)
    expect(run.outputs['alarms-count']).toBe('0')
    expect(told(run)).toContain("package 'widget' is here already, from github.com/acme/widget; acme/widget would be the same package")
    expect(scene.tree()).toEqual(before)
    expect(await scene.load({ ...inputs, package: 'their-{name}' })).toMatchObject(green)
  })

  test('another repository that took a name which was given up, until the user says that it is meant', async () => {
    await using scene = await importScene()
    const { github, load, tree, workspace } = scene
    github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1', assets: { a: 'a' } })
    await load()
    github.removeRepository('acme/widget')
    github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v2', assets: { b: 'b' } })
    const before = tree()
    const run = await load()
    expect(run.code).toBe(1)
    expect(told(run)).toContain('acme/widget is another repository by now')
    expect(tree()).toEqual(before)
    const state = '.outtray/imports/github.com/acme/widget.json'
    expect(told(run)).toContain(`delete 'repo/${state}'`)
    rmSync(join(workspace, 'repo', state))
    const meant = await load()
    expect(meant).toMatchObject(green)
    expect(versionsIn(meant, 'imported')).toEqual(['widget 2'])
  })

  test('of a package whose state was lost the records tell that it is the same', async () => {
    await using scene = await importScene()
    const widget = scene.github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1', assets: { a: 'a' } })
    widget.release({ tag: 'v2', assets: { a: 'a' } })
    await scene.load({ releases: 'v1' })
    rmSync(join(scene.workspace, 'repo/.outtray/imports'), { recursive: true })
    const run = await scene.load({ releases: 'v2' })
    expect(run).toMatchObject(green)
    expect(versionsIn(run, 'imported')).toEqual(['widget 2'])
  })
})
