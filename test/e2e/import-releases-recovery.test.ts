import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { green, importScene, listed, told, versionsIn } from './import-scene.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a target that lost something', () => {
  test('gets a version again whose record was removed', async () => {
    await using scene = await importScene()
    const { github, load, workspace, files } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    for (const tag of ['v1.0', 'v1.1']) widget.release({ tag, assets: { 'a.bin': tag } })
    await load()
    rmSync(join(workspace, 'repo/.outtray/packages/widget/versions/1.0.json'))
    rmSync(join(workspace, 'repo/widget/1.0'), { recursive: true })
    expect(versionsIn(await load(), 'imported')).toEqual(['widget 1.0'])
    expect(files()).toEqual(['widget/1.0/a.bin', 'widget/1.1/a.bin'])
  })

  test('without any record compares by what is there, fetches what it lacks, and says that alarms were off', async () => {
    await using scene = await importScene()
    const { github, load, workspace, downloads, files, record } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    const assets = { 'a.bin': 'a', 'a.bin.sha256': sha256('a'), 'b.bin': 'b', 'old.bin': { content: 'old', digest: null } }
    widget.release({ tag: 'v1.0', assets })
    widget.release({ tag: 'v1.1', assets: { 'a.bin': 'a2' } })
    await load()
    const before = files()
    const recorded = record('widget', '1.0').files
    downloads()
    rmSync(join(workspace, 'repo/.outtray'), { recursive: true })
    rmSync(join(workspace, 'repo/widget/1.0/b.bin'))
    const run = await load()
    expect(run).toMatchObject(green)
    // Without a digest nobody knows what a file should be.
    expect(downloads()).toEqual(['b.bin', 'old.bin'])
    expect(run.notices.join()).toContain('3 files were there without a record')
    expect(files()).toEqual(before)
    expect(record('widget', '1.0').files).toEqual(recorded)
    expect(await load()).toMatchObject({ ...green, outputs: { 'unchanged-count': '2' } })

    rmSync(join(workspace, 'repo/.outtray'), { recursive: true })
    widget.releaseOf('v1.1').asset('a.bin').replace('a3')
    const other = await load()
    expect(other.code).toBe(1)
    expect(told(other)).toContain("'widget/1.1/a.bin' is published with other bytes")
    expect(told(other)).toContain('move it away')
  })

  test('gets files again that are recorded, and not there with their bytes, when something is added to their version', async () => {
    await using scene = await importScene()
    const { github, load, workspace, downloads, files, record, text } = scene
    const assets = {
      'a.bin': 'a',
      'a.bin.sha256': sha256('a'),
      'b.bin': 'b',
      'old.bin': { content: 'old', digest: null },
      SHA256SUMS: `${sha256('b')}  b.bin`,
    }
    const release = github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1.0', assets })
    await load()
    const [before, recorded] = [files(), record('widget', '1.0').files]
    downloads()
    for (const lost of ['a.bin.sha256', 'old.bin', 'SHA256SUMS']) rmSync(join(workspace, 'repo/widget/1.0', lost))
    writeFileSync(join(workspace, 'repo/widget/1.0/b.bin'), 'x')
    release.addAsset('new.bin', 'new')
    const run = await load()
    expect(run).toMatchObject(green)
    expect(listed(run, 'imported')[0]?.reason).toBe('1 asset added, 4 assets restored')
    expect(downloads()).toEqual(['SHA256SUMS', 'a.bin.sha256', 'b.bin', 'new.bin', 'old.bin'])
    expect(files()).toEqual([...before, 'widget/1.0/new.bin'].sort())
    expect(text('widget/1.0/b.bin')).toBe('b')
    expect(record('widget', '1.0').files.filter(({ path }) => !path.endsWith('new.bin'))).toEqual(recorded)
  })

  test('and where GitHub does not have them as they were, their release fails with the reason and the cure, and no other one', async () => {
    await using scene = await importScene()
    const { github, load, workspace, files } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    const release = widget.release({ tag: 'v1.0', assets: { 'a.bin': 'a', 'gone.txt': 'gone' } })
    github.addRepository({ fullName: 'acme/gadget' })
    const inputs = { repositories: 'acme/*' }
    await load(inputs)
    rmSync(join(workspace, 'repo/widget/1.0/gone.txt'))
    release.asset('gone.txt').remove()
    release.addAsset('new.bin', 'new')
    widget.release({ tag: 'v1.1', assets: { 'a.bin': 'a2' } })
    github.repository('acme/gadget').release({ tag: 'v1', assets: { 'g.bin': 'g' } })
    const run = await load(inputs)
    expect(run.code).toBe(1)
    expect(versionsIn(run, 'imported')).toEqual(['gadget 1', 'widget 1.1'])
    expect(told(run)).toContain("'widget/1.0/gone.txt' is recorded, and not there with its bytes")
    const record = 'repo/.outtray/packages/widget/versions/1.0.json'
    expect(told(run)).toContain(`remove '${record}'`)
    rmSync(join(workspace, record))
    expect(await load(inputs)).toMatchObject(green)
    expect(files()).toEqual(['gadget/1/g.bin', 'widget/1.0/a.bin', 'widget/1.0/new.bin', 'widget/1.1/a.bin'])
  })

  test('gets its state again from the records, without a download', async () => {
    await using scene = await importScene()
    const { github, load, workspace, downloads, tree, text } = scene
    const widget = github.addRepository({ fullName: 'acme/widget' })
    for (const tag of ['v1.0', 'v1.1']) widget.release({ tag, assets: { 'a.bin': tag, 'a.bin.sha256': sha256(tag) } })
    await load()
    const file = '.outtray/imports/github.com/acme/widget.json'
    // Downloads are counted in what the validators are made of.
    const facts = () => ({ ...tree(), [file]: JSON.parse(text(file), (key, value) => (key === 'etags' ? [] : value)) })
    const before = facts()
    downloads()
    rmSync(join(workspace, 'repo/.outtray/imports'), { recursive: true })
    expect(await load()).toMatchObject({ ...green, outputs: { 'imported-count': '0', 'unchanged-count': '2' } })
    expect(downloads()).toEqual([])
    expect(facts()).toEqual(before)
  })
})
