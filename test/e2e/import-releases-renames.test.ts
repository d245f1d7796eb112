import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { green, importScene, told, versionsIn } from './import-scene.ts'

describe('a renamed repository', () => {
  test('whose case changed is known by its records alone, too, whatever else people put beside them', async () => {
    await using scene = await importScene()
    const { github, load, workspace, downloads } = scene
    const widget = github.addRepository({ fullName: 'acme/Widget' })
    widget.release({ tag: 'v1', assets: { a: 'a' } })
    await load({ repositories: 'acme/Widget' })
    rmSync(join(workspace, 'repo/.outtray/imports'), { recursive: true })
    mkdirSync(join(workspace, 'repo/.outtray/packages/100%'))
    writeFileSync(join(workspace, 'repo/.outtray/packages/100%/notes.json'), '{}')
    widget.rename('widget')
    downloads()
    const run = await load({ repositories: 'acme/*' })
    expect(run).toMatchObject(green)
    expect(versionsIn(run, 'unchanged')).toEqual(['Widget 1'])
    expect(downloads()).toEqual([])
  })

  test('that is selected by its old name is told with what keeps it the package that it is', async () => {
    await using scene = await importScene()
    const { github, load, files, downloads } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1', assets: { a: 'a' } })
    await load()
    widget.rename('widget2')
    downloads()
    const run = await load()
    expect(run.code).toBe(1)
    expect(told(run)).toContain('acme/widget has another name by now: acme/widget2')
    expect(told(run)).toContain("It stays the package 'widget' only in a step of its own with 'package: widget'.")
    expect(told(await load({ package: 'widget' }))).not.toContain('It stays')
    expect(await load({ repositories: 'acme/widget2', package: 'widget' })).toMatchObject(green)
    expect(downloads()).toEqual([])
    expect(files()).toEqual(['widget/1/a'])
  })
})
