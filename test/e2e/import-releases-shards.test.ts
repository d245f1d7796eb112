import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ActionRun } from '../support/run-action.ts'
import { snapshot } from '../support/temporary-folder.ts'
import { green, importScene, listed, told, versionsIn } from './import-scene.ts'

function shardsOf(run: ActionRun): string[] {
  return (JSON.parse(run.outputs.matrix ?? 'null') as { include: { shard: string }[] }).include.map(({ shard }) => shard)
}

const inputs = { repositories: 'acme/*' }

describe('a plan', () => {
  test('divides by bytes, never splits a package, and writes nothing', async () => {
    await using scene = await importScene()
    const { github, load, tree, downloads } = scene
    for (const [name, size] of [
      ['big', 9000],
      ['mid', 5000],
      ['low', 3000],
      ['tiny', 100],
    ] as const) {
      const repository = github.addRepository({ fullName: `acme/${name}` })
      for (const tag of ['v1', 'v2']) repository.release({ tag, assets: { 'a.bin': Buffer.alloc(size, tag) } })
    }
    const plan = await load({ ...inputs, mode: 'plan', shards: '2' })
    expect(plan).toMatchObject(green)
    expect(shardsOf(plan)).toEqual(['1/2:acme/big@v1,v2', '2/2:acme/low@v1,v2;acme/mid@v1,v2;acme/tiny@v1,v2'])
    expect(plan.outputs['imported-count']).toBe('8')
    expect(plan.summary).toContain('Plan: 8 versions to import')
    expect(plan.summary).toContain('Matrix of 2 jobs')
    expect(tree()).toEqual({})
    expect(downloads()).toEqual([])
  })

  test('of nothing is an empty matrix', async () => {
    await using scene = await importScene()
    scene.github.addRepository({ fullName: 'acme/a' }).release({ tag: 'v1', assets: { 'a.bin': 'a' } })
    await scene.load(inputs)
    const plan = await scene.load({ ...inputs, mode: 'plan' })
    expect(plan).toMatchObject(green)
    expect(plan.outputs.matrix).toBe('{"include":[]}')
  })

  test('makes as many jobs as it is told, at most 256', async () => {
    await using scene = await importScene()
    for (const shards of ['0', '257']) {
      const run = await scene.load({ mode: 'plan', shards })
      expect(run.code).toBe(1)
      expect(told(run)).toContain("'shards' must be between 1 and 256")
    }
    const both = await scene.load({ mode: 'plan', shard: '1/1:acme/widget' })
    expect(told(both)).toContain("'shard' is for mode 'import'")
  })

  test('is green although something is wrong, which the job that gets it is red about', async () => {
    await using scene = await importScene()
    const { github, load } = scene
    const release = github.addRepository({ fullName: 'acme/a' }).release({ tag: 'v1', assets: { 'a.bin': 'good' } })
    github.addRepository({ fullName: 'acme/b' }).release({ tag: 'v1', assets: { 'b.bin': 'b' } })
    await load(inputs)
    release.asset('a.bin').replace('evil')
    const plan = await load({ ...inputs, mode: 'plan' })
    expect(plan).toMatchObject({ ...green, outputs: { 'alarms-count': '1' } })
    expect(plan.warnings.join()).toContain("'a.bin' changed after it was imported")
    expect(shardsOf(plan)).toEqual(['1/1:acme/a@v1'])
    const run = await load({ ...inputs, shard: '1/1:acme/a@v1' })
    expect(run.code).toBe(1)
    expect(run.outputs['alarms-count']).toBe('1')
  })
})

describe('what a plan cannot do', () => {
  test('read a repository: a job gets it, which is red about it', async () => {
    await using scene = await importScene()
    const { github, load } = scene
    for (const name of ['a', 'b']) github.addRepository({ fullName: `acme/${name}` }).release({ tag: 'v1', assets: { 'x.bin': name } })
    github.faults.add({ do: 'answer', host: 'api', path: '/repos/acme/a/releases', status: 451 })
    const plan = await load({ ...inputs, mode: 'plan', shards: '2' })
    expect(plan).toMatchObject({ ...green, outputs: { 'failed-count': '1' } })
    expect(
      shardsOf(plan)
        .map((shard) => shard.slice(4))
        .sort(),
    ).toEqual(['acme/a', 'acme/b@v1'])
    const job = shardsOf(plan).find((shard) => shard.endsWith(':acme/a'))
    const red = await load({ ...inputs, shard: job ?? '' })
    expect(red).toMatchObject({ code: 1, outputs: { 'failed-count': '1' } })
    github.faults.clear()
    expect(versionsIn(await load({ ...inputs, shard: job ?? '' }), 'imported')).toEqual(['a 1'])
  })

  test('list repositories: it fails, for no job could get them', async () => {
    await using scene = await importScene()
    scene.github.addRepository({ fullName: 'acme/a' }).release({ tag: 'v1', assets: { 'x.bin': 'x' } })
    const plan = await scene.load({ ...inputs, mode: 'plan', token: 'mistyped' })
    expect(plan.code).toBe(1)
    expect(told(plan)).toContain('acme/* could not be listed')
    expect(plan.outputs.matrix ?? '').toBe('')
  })

  test('take a path by which two jobs could write one file', async () => {
    await using scene = await importScene()
    for (const given of [{ mode: 'plan' }, { shard: '1/1:acme/a' }]) {
      const run = await scene.load({ ...inputs, ...given, path: '{package}-{version}/{name}' })
      expect(run.code).toBe(1)
      expect(told(run)).toContain("'path' has no folder {package}")
    }
    expect(scene.calls()).toBe(0)
  })
})

describe('shards', () => {
  test('import what one job would, file by file, and no two of them write the same', async () => {
    await using scene = await importScene()
    const { github, load, workspace, tree } = scene
    for (let i = 0; i < 7; i++) {
      const repository = github.addRepository({ fullName: `acme/r${i}` })
      for (const tag of ['v1', 'v2']) repository.release({ tag, assets: { 'a.bin': Buffer.alloc(100 * (i + 1), tag), 'b.txt': `${i}` } })
    }
    const time = { env: { SOURCE_DATE_EPOCH: '1767225600' } }
    expect(await load(inputs, time)).toMatchObject(green)
    // What is said of validators differs, for downloads are counted in the body.
    const comparable = (files: Record<string, string>) =>
      Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('.outtray/imports/')))
    const whole = comparable(tree())
    const plan = await load({ ...inputs, mode: 'plan', shards: '3', repository: 'elsewhere' })
    const merged: Record<string, string> = {}
    for (const shard of shardsOf(plan)) {
      const repository = mkdtempSync(join(workspace, 'job-'))
      const run = await load({ ...inputs, shard, repository, 'fail-on-unmatched': 'true' }, time)
      expect(run).toMatchObject(green)
      const written = comparable(snapshot(repository))
      expect(Object.keys(written).filter((path) => path in merged)).toEqual([])
      Object.assign(merged, written)
    }
    const target = (files: Record<string, string>) => Object.keys(files).sort()
    expect(target(merged)).toEqual(target(whole))
    const visible = (files: Record<string, string>) =>
      Object.entries(files)
        .filter(([path]) => !path.startsWith('.outtray'))
        .sort()
    expect(visible(merged)).toEqual(visible(whole))
  })

  test('list their own repositories only', async () => {
    await using scene = await importScene()
    const { github, load, calls } = scene
    for (let i = 0; i < 4; i++) github.addRepository({ fullName: `acme/r${i}` }).release({ tag: 'v1', assets: { 'a.bin': `${i}` } })
    calls()
    const run = await load({ ...inputs, shard: '2/4:acme/r1@v1' })
    expect(run).toMatchObject(green)
    expect(versionsIn(run, 'imported')).toEqual(['r1 1'])
    expect(github.requests.every(({ path }) => path.includes('/repos/acme/r1') || path.includes('/repositories/'))).toBe(true)
    expect(calls()).toBe(4)
    expect(scene.tree()).not.toHaveProperty(['.outtray/repository.json'])
  })

  test('import no release that the shard does not name, and lose none that is here', async () => {
    await using scene = await importScene()
    const { github, load, text } = scene
    const repository = github.addRepository({ fullName: 'acme/a' })
    for (const tag of ['v1', 'v2', 'v3']) repository.release({ tag, assets: { 'a.bin': tag } })
    await load({ repositories: 'acme/a@v1' })
    const run = await load({ repositories: 'acme/a', shard: '1/1:acme/a@v2' })
    expect(listed(run, 'imported')).toEqual([{ repository: 'acme/a', package: 'a', version: '2' }])
    const state = JSON.parse(text('.outtray/imports/github.com/acme/a.json'))
    expect(state.releases.map(({ tag }: { tag: string }) => tag)).toEqual(['v1', 'v2'])
  })

  test('refuse what the inputs do not select', async () => {
    await using scene = await importScene()
    for (const fullName of ['acme/a', 'ada/b']) scene.github.addRepository({ fullName }).release({ tag: 'v1', assets: { 'a.bin': 'a' } })
    for (const shard of ['1/1:ada/b@v1', '1/1:acme/a@v1;ada/b@v1']) {
      const run = await scene.load({ ...inputs, shard })
      expect(run.code).toBe(1)
      expect(told(run)).toContain("'shard' names what 'repositories' does not select: 'ada/b'")
    }
    const excluded = await scene.load({ repositories: 'acme/*\n!acme/a@v1', shard: '1/1:acme/a@v1' })
    expect(told(excluded)).toContain("does not select: 'acme/a@v1'")
    expect(scene.tree()).toEqual({})
  })
})
