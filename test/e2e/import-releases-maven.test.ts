import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { pom } from '../unit/emulators/central-portal/scene.ts'
import { green, importScene, listed, told } from './import-scene.ts'

const inputs = { 'repository-type': 'maven', repositories: 'acme/lib' }
const library = { 'lib-1.0.pom': pom(), 'lib-1.0.jar': 'classes', 'lib-1.0-sources.jar': 'sources' }

describe('an import into a Maven repository', () => {
  test('puts files where their POM says, with the metadata that builds ask for', async () => {
    await using scene = await importScene()
    const { github, load, files, text, record } = scene
    const sum = createHash('sha256').update('classes').digest('hex')
    github
      .addRepository({ fullName: 'acme/lib' })
      .release({ tag: 'v1.0', assets: { ...library, 'lib-1.0.jar.sha256': `${sum}  lib-1.0.jar\n` } })
    expect(await load(inputs)).toMatchObject(green)
    const stem = 'org/acme/lib/1.0/lib-1.0'
    expect(files().filter((path) => !/\.(md5|sha1)$/.test(path))).toEqual([
      `${stem}-sources.jar`,
      `${stem}.jar`,
      `${stem}.jar.sha256`,
      `${stem}.pom`,
      'org/acme/lib/maven-metadata.xml',
    ])
    expect(text(`${stem}.jar.sha256`)).toBe(sum)
    expect(text('org/acme/lib/maven-metadata.xml')).toContain('<version>1.0</version>')
    expect(record('lib', '1.0').origin.assets.map(({ path }) => path)).toContain(`${stem}.pom`)
    const before = scene.tree()
    expect(await load(inputs)).toMatchObject({ ...green, outputs: { 'imported-count': '0', 'unchanged-count': '1' } })
    expect(scene.tree()).toEqual(before)
  })

  test('takes a jar that is added later to the POM that is there', async () => {
    await using scene = await importScene()
    const sum = createHash('sha256').update('classes').digest('hex')
    const assets = { ...library, 'lib-1.0.jar.sha256': `${sum}  lib-1.0.jar\n` }
    const release = scene.github.addRepository({ fullName: 'acme/lib' }).release({ tag: 'v1.0', assets })
    await scene.load(inputs)
    const sidecar = () => scene.record('lib', '1.0').origin.assets.find(({ name }) => name.endsWith('.sha256'))
    const before = sidecar()
    release.addAsset('lib-1.0-javadoc.jar', 'docs')
    expect(await scene.load(inputs)).toMatchObject(green)
    expect(scene.files()).toContain('org/acme/lib/1.0/lib-1.0-javadoc.jar')
    expect(sidecar()).toEqual(before)
  })

  test('checks files by what has no place there, records it, and keeps none of it', async () => {
    await using scene = await importScene()
    const { github, load, files, record, downloads } = scene
    const sums = (assets: Readonly<Record<string, string>>) =>
      Object.entries(assets).map(([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`)
    const assets = { ...library, SHA256SUMS: sums(library).join(''), 'sbom.cdx.json': '{"bomFormat":"CycloneDX","specVersion":"1.5"}' }
    const release = github.addRepository({ fullName: 'acme/lib' }).release({ tag: 'v1.0', assets })
    expect(await load(inputs)).toMatchObject(green)
    expect(files().filter((path) => /SUMS|sbom/.test(path))).toEqual([])
    const checksOf = (name: string) => record('lib', '1.0').origin.assets.find((asset) => asset.name === name)?.checks
    expect(checksOf('lib-1.0.jar')).toContainEqual({ kind: 'checksum', state: 'verified', by: 'SHA256SUMS' })
    const unkept = () => record('lib', '1.0').origin.assets.filter(({ path }) => path === undefined)
    expect(unkept()).toMatchObject([
      { name: 'SHA256SUMS', role: 'checksum-manifest' },
      { name: 'sbom.cdx.json', role: 'sbom' },
    ])
    const [before, recorded] = [scene.tree(), unkept()]
    downloads()
    expect(await load(inputs)).toMatchObject({ ...green, outputs: { 'imported-count': '0', 'unchanged-count': '1' } })
    expect(scene.tree()).toEqual(before)
    release.edit({ body: 'Notes' })
    expect(await load(inputs)).toMatchObject(green)
    expect(downloads()).toEqual([])
    expect(unkept()).toEqual(recorded)
    release.asset('SHA256SUMS').replace(sums({ ...library, 'lib-1.0-javadoc.jar': 'docs' }).join(''))
    release.addAsset('lib-1.0-javadoc.jar', 'docs')
    expect(await load(inputs)).toMatchObject({ code: 1, outputs: { 'alarms-count': '1' } })
    expect(await load({ ...inputs, rolling: 'v1.0' })).toMatchObject(green)
    expect(checksOf('lib-1.0-javadoc.jar')).toContainEqual({ kind: 'checksum', state: 'verified', by: 'SHA256SUMS' })
    release.addAsset('lib-1.0-tests.jar', 'tests')
    const added = await load(inputs)
    expect(added).toMatchObject(green)
    expect(listed(added, 'imported')[0]?.reason).toBe('1 asset added')
    expect(checksOf('lib-1.0.jar')).toContainEqual({ kind: 'checksum', state: 'verified', by: 'SHA256SUMS' })
    expect(files().filter((path) => /SUMS|sbom/.test(path))).toEqual([])
  })

  test('fails a release whose manifest says other bytes, although the manifest has no place', async () => {
    await using scene = await importScene()
    const assets = { ...library, SHA256SUMS: `${'0'.repeat(64)}  lib-1.0.jar\n` }
    scene.github.addRepository({ fullName: 'acme/lib' }).release({ tag: 'v1.0', assets })
    expect(await scene.load(inputs)).toMatchObject({ code: 1, outputs: { 'failed-count': '1' } })
    expect(scene.files()).toEqual([])
  })

  test('fails a release with files that people come for and that have no place, until they are left out', async () => {
    await using scene = await importScene()
    const assets = { ...library, 'bundle.zip': 'zip', LICENSE: 'text' }
    scene.github.addRepository({ fullName: 'acme/lib' }).release({ tag: 'v1.0', assets })
    const run = await scene.load(inputs)
    expect(told(run)).toContain("'bundle.zip', 'LICENSE' belong to no POM among the assets")
    expect(told(run)).toContain("'!bundle.zip' and '!LICENSE' in 'assets'")
    expect(scene.files()).toEqual([])
    expect(await scene.load({ ...inputs, assets: '!LICENSE\n!bundle.zip' })).toMatchObject(green)
  })

  test('refuses a release without a POM, says why before anything is fetched, and takes the others', async () => {
    await using scene = await importScene()
    const lib = scene.github.addRepository({ fullName: 'acme/lib' })
    lib.release({ tag: 'v0.9', assets: { 'lib-0.9.jar': 'old' } })
    lib.release({ tag: 'v1.0', assets: library })
    const run = await scene.load(inputs)
    expect(run.code).toBe(1)
    expect(listed(run, 'failed')).toEqual([
      {
        repository: 'acme/lib',
        package: 'lib',
        version: '0.9',
        reason: 'none of its assets is a POM, by which a Maven repository knows where files go',
      },
    ])
    expect(scene.downloads()).not.toContain('lib-0.9.jar')
    expect(scene.files()).toContain('org/acme/lib/1.0/lib-1.0.jar')
  })

  test('refuses a POM that says another version than the tag, a snapshot, and a path that is not its place', async () => {
    await using scene = await importScene()
    const lib = scene.github.addRepository({ fullName: 'acme/lib' })
    lib.release({ tag: 'v2.0', assets: library })
    const other = await scene.load(inputs)
    expect(told(other)).toContain('the POM says version 1.0, but the tag gives 2.0')
    lib.releaseOf('v2.0').remove()
    const snapshot = pom({ version: '1.0-SNAPSHOT' })
    lib.release({ tag: 'v1.0-SNAPSHOT', assets: { 'lib-1.0-SNAPSHOT.pom': snapshot } })
    expect(told(await scene.load(inputs))).toContain("'1.0-SNAPSHOT' is a snapshot")
    lib.releaseOf('v1.0-SNAPSHOT').remove()
    lib.release({ tag: 'v1.0', assets: library })
    expect(told(await scene.load({ ...inputs, path: '{package}/{name}' }))).toContain('in a Maven repository its place is')
    expect(scene.files()).toEqual([])
    expect(await scene.load({ ...inputs, path: 'org/acme/{package}/{version}/{name}' })).toMatchObject(green)
  })
})
