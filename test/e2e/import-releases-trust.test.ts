import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as openpgp from 'openpgp'
import { generateKey } from 'openpgp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SigstoreInstance, startSigstore } from '../support/sigstore-instance.ts'
import { tree } from '../support/temporary-folder.ts'
import { green, type ImportScene, importScene, listed, told, versionsIn } from './import-scene.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function checksOf(scene: ImportScene, asset: string): readonly Readonly<Record<string, string>>[] {
  return scene.record('widget', '1.0').origin.assets.find(({ name }) => name === asset)?.checks ?? []
}

/** A GitHub with one release of these assets. */
async function sceneOf(assets: Readonly<Record<string, string | Uint8Array>>): Promise<ImportScene> {
  const scene = await importScene()
  scene.github.addRepository({ fullName: 'acme/widget' }).release({ tag: 'v1.0', assets })
  return scene
}

describe('an asset', () => {
  test('whose bytes are not its digest fails its release, and no other', async () => {
    await using scene = await importScene()
    const widget = scene.github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1.0', assets: { 'good.bin': 'good', 'bad.bin': { content: 'evil', digest: `sha256:${sha256('good')}` } } })
    widget.release({ tag: 'v1.1', assets: { 'good.bin': 'good' } })
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(told(run)).toContain('bad.bin')
    expect(listed(run, 'failed')).toMatchObject([{ repository: 'acme/widget', package: 'widget', version: '1.0' }])
    expect(run.outputs['failed-count']).toBe('1')
    expect(listed(run, 'failed')[0]?.reason).toContain('bad.bin')
    // What was fetched in vain was fetched.
    expect(run.outputs.bytes).toBe('12')
    expect(run.summary).toContain('### Failed')
    expect(scene.files()).toEqual(['widget/1.1/good.bin'])
  })

  test('without a digest is recorded as unverified, or refused before it is fetched', async () => {
    await using scene = await importScene()
    const widget = scene.github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1.0', assets: { 'old.bin': { content: 'old', digest: null } } })
    const refused = await scene.load({ 'require-digest': 'true' })
    expect(refused.code).toBe(1)
    expect(told(refused)).toContain("GitHub gives no digest for 'old.bin'")
    expect(scene.downloads()).toEqual([])
    expect(await scene.load()).toMatchObject(green)
    expect(checksOf(scene, 'old.bin')).toEqual([{ kind: 'github-digest', state: 'unverified' }])
  })

  test('that is not what a checksum file says fails its release', async () => {
    await using scene = await sceneOf({ 'a.bin': 'a', 'b.bin': 'b', SHA256SUMS: `${sha256('a')}  a.bin\n${sha256('x')}  b.bin\n` })
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(told(run)).toContain('SHA256SUMS')
    expect(told(run)).toContain('b.bin')
    expect(scene.files()).toEqual([])
  })

  test('whose beginning an earlier run left is fetched anew when a checksum disproves it, and GitHub has no digest', async () => {
    const good = Buffer.alloc(3000, 'g')
    await using scene = await sceneOf({})
    const release = scene.github.repository('acme/widget').releaseOf('v1.0')
    const { id } = release.addAsset('a.bin', { content: good, digest: null })
    release.addAsset('SHA256SUMS', `${createHash('sha256').update(good).digest('hex')}  a.bin\n`)
    release.addAsset('b.bin', 'b')
    scene.github.faults.add({ do: 'answer', asset: 'b.bin', status: 404 })
    expect((await scene.load()).code).toBe(1)
    const left = Object.keys(scene.tree()).filter((path) => path.includes(`/incoming/`) && path.includes(`/${id}~`))
    for (const path of left) writeFileSync(join(scene.workspace, 'repo', path), Buffer.alloc(2000, 'x'))
    scene.github.faults.clear()
    const run = await scene.load()
    expect(told(run)).toContain('SHA256SUMS')
    expect(run).toMatchObject({ code: 1 })
    expect(await scene.load()).toMatchObject({ ...green, outputs: { 'imported-count': '1' } })
    expect(scene.text('widget/1.0/a.bin')).toBe(good.toString())
  })

  test('that checksum files name is recorded as verified by them, with the role of each', async () => {
    await using scene = await sceneOf({
      'a.bin': 'a',
      'a.bin.sha256': `${sha256('a')}\n`,
      'b.bin': 'b',
      'checksums.txt': `${sha256('a')}  a.bin\n${sha256('b')}  b.bin\n`,
    })
    expect(await scene.load()).toMatchObject(green)
    expect(checksOf(scene, 'a.bin')).toEqual([
      { kind: 'github-digest', state: 'verified' },
      { kind: 'checksum', state: 'verified', by: 'a.bin.sha256' },
      { kind: 'checksum', state: 'verified', by: 'checksums.txt' },
    ])
    const roles = scene.record('widget', '1.0').origin.assets.map(({ name, role }) => [name, role])
    expect(roles).toEqual([
      ['a.bin', undefined],
      ['a.bin.sha256', 'checksum'],
      ['b.bin', undefined],
      ['checksums.txt', 'checksum-manifest'],
    ])
    // A sidecar travels with its file; a manifest is a file of its own.
    expect(scene.record('widget', '1.0').files.map(({ path }) => path)).toEqual([
      'widget/1.0/a.bin',
      'widget/1.0/b.bin',
      'widget/1.0/checksums.txt',
    ])
    expect(scene.text('widget/1.0/a.bin.sha256')).toBe(`${sha256('a')}\n`)
    expect(readdirSync(join(scene.workspace, 'repo/.outtray'))).not.toContain('incoming')
  })
})

describe('OpenPGP signatures', () => {
  let key: { privateKey: string; publicKey: string }
  let signature: string

  beforeAll(async () => {
    key = await generateKey({
      type: 'ecc',
      curve: 'ed25519Legacy',
      userIDs: [{ name: 'Acme', email: 'release@acme.test' }],
      format: 'armored',
    })
    const signingKeys = await openpgp.readPrivateKey({ armoredKey: key.privateKey })
    const message = await openpgp.createMessage({ binary: Buffer.from('a') })
    signature = (await openpgp.sign({ message, signingKeys, detached: true, format: 'armored' })) as string
  })

  test('are verified against the keys that are given, as text or as a file', async () => {
    await using scene = await sceneOf({ 'a.bin': 'a', 'a.bin.asc': signature })
    tree(scene.workspace, { 'keys.asc': key.publicKey })
    expect(await scene.load({ 'public-keys': 'keys.asc' })).toMatchObject(green)
    const check = checksOf(scene, 'a.bin').find(({ kind }) => kind === 'openpgp')
    expect(check).toMatchObject({ state: 'verified', by: 'a.bin.asc' })
    const [file] = scene.record('widget', '1.0').files
    expect(file?.signature).toMatchObject({ path: 'widget/1.0/a.bin.asc', fingerprint: check?.key })
    expect(scene.text('widget/1.0/a.bin.asc')).toBe(signature)
  })

  test('over other bytes fail their release', async () => {
    await using scene = await sceneOf({ 'a.bin': 'other', 'a.bin.asc': signature })
    const run = await scene.load({ 'public-keys': key.publicKey })
    expect(run.code).toBe(1)
    expect(told(run)).toContain('a.bin.asc')
    expect(scene.files()).toEqual([])
  })

  test('by a key that nobody gave are recorded as such', async () => {
    await using scene = await sceneOf({ 'a.bin': 'a', 'a.bin.asc': signature })
    const other = await generateKey({ type: 'ecc', curve: 'ed25519Legacy', userIDs: [{ name: 'Other' }], format: 'armored' })
    const run = await scene.load({ 'public-keys': other.publicKey })
    expect(run).toMatchObject(green)
    expect(checksOf(scene, 'a.bin')).toContainEqual(expect.objectContaining({ kind: 'openpgp', state: 'unknown-key' }))
    await using without = await sceneOf({ 'a.bin': 'a', 'a.bin.asc': signature })
    expect(await without.load()).toMatchObject(green)
    expect(checksOf(without, 'a.bin')).toContainEqual(expect.objectContaining({ kind: 'openpgp', state: 'present' }))
  })

  test('keys that cannot be read are told before anything is asked', async () => {
    await using scene = await sceneOf({ 'a.bin': 'a' })
    const run = await scene.load({ 'public-keys': 'nowhere.asc' })
    expect(run.code).toBe(1)
    expect(told(run)).toContain("'nowhere.asc' in the input 'public-keys' cannot be read")
    expect(scene.github.traffic).toEqual([])
  })
})

describe('Sigstore bundles', () => {
  const identity = { subject: 'https://github.com/acme/widget/.github/workflows/release.yml@refs/tags/v1.0', issuer: 'https://issuer.test' }
  let sigstore: SigstoreInstance
  let bundle: string

  beforeAll(async () => {
    sigstore = await startSigstore()
    bundle = JSON.stringify(await sigstore.signFile('a', identity))
  })

  afterAll(async () => {
    await sigstore[Symbol.asyncDispose]()
  })

  async function load(assets: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) {
    const scene = await sceneOf(assets)
    mkdirSync(scene.workspace, { recursive: true })
    writeFileSync(join(scene.workspace, 'trusted_root.json'), JSON.stringify(sigstore.trustedRoot))
    return { scene, run: await scene.load(inputs) }
  }

  const trust = { 'certificate-issuer': identity.issuer, 'trusted-root': 'trusted_root.json' }

  test('count as verified against the identity and issuer that are given', async () => {
    const certificate = 'https://github.com/acme/widget/.github/workflows/*'
    const { scene, run } = await load({ 'a.bin': 'a', 'a.bin.sigstore.json': bundle }, { ...trust, 'certificate-identity': certificate })
    await using _ = scene
    expect(run).toMatchObject(green)
    expect(checksOf(scene, 'a.bin')).toContainEqual({
      kind: 'sigstore',
      state: 'verified',
      by: 'a.bin.sigstore.json',
      key: identity.subject,
    })
  })

  test('without an identity are present, no more', async () => {
    const { scene, run } = await load({ 'a.bin': 'a', 'a.bin.sigstore.json': bundle }, {})
    await using _ = scene
    expect(run).toMatchObject(green)
    expect(checksOf(scene, 'a.bin')).toContainEqual(expect.objectContaining({ kind: 'sigstore', state: 'present' }))
  })

  test('over other bytes fail their release', async () => {
    const { scene, run } = await load(
      { 'a.bin': 'other', 'a.bin.sigstore.json': bundle },
      { ...trust, 'certificate-identity': identity.subject },
    )
    await using _ = scene
    expect(run.code).toBe(1)
    expect(told(run)).toContain('a.bin.sigstore.json')
    expect(scene.files()).toEqual([])
  })

  test('a trusted root that is none is told before anything is asked', async () => {
    await using scene = await sceneOf({ 'a.bin': 'a' })
    const run = await scene.load({ ...trust, 'certificate-identity': 'me' })
    expect(run.code).toBe(1)
    expect(told(run)).toContain("in the input 'trusted-root' is no trusted root")
    expect(scene.github.traffic).toEqual([])
  })
})

describe('names from outside', () => {
  test('stay inside the repository, and give the runner no orders', async () => {
    await using scene = await importScene()
    const widget = scene.github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: 'v1', assets: { '..': 'x', 'fine.txt': 'ok' } })
    widget.release({ tag: '../../v2', assets: { 'x.txt': 'x' } })
    widget.release({ tag: 'v3', body: '##[error]notes', assets: { 'a ##[error]b': 'x', '::error::c': 'y' } })
    widget.release({ tag: 'v4', assets: { 'CON.txt': 'x' } })
    widget.release({ tag: 'v5', assets: { 'y.txt': 'y' } })
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(run.log).not.toContain('##[error]')
    expect(run.annotations.filter(({ message }) => message === 'c')).toEqual([])
    expect(versionsIn(run, 'imported')).toEqual(['widget 5'])
    expect(scene.files()).toEqual(['widget/5/y.txt'])
    expect(readdirSync(scene.workspace)).toEqual(['repo'])
    expect(told(run)).toContain("'CON.txt' is a reserved name on Windows")
    expect(told(run)).toContain("Leave the asset out with '!name' in 'assets'")
    // It is known before anything is fetched, and so to a run that fetches nothing.
    expect(scene.downloads()).toEqual(['y.txt'])
    expect(await scene.load({ 'dry-run': 'true' })).toMatchObject({ code: 1, outputs: { 'failed-count': '4' } })
  })

  test('make nobody look at what is not the target', async () => {
    await using scene = await importScene()
    mkdirSync(join(scene.workspace, 'priv'))
    writeFileSync(join(scene.workspace, 'priv/a'), 'secret')
    const widget = scene.github.addRepository({ fullName: 'acme/widget' })
    widget.release({ tag: '../../priv', assets: { a: 'secret' } })
    widget.release({ tag: 'v2', assets: { 'a\0b': 'x' } })
    widget.release({ tag: 'v3', assets: { [`${'long/'.repeat(200)}x`]: 'x' } })
    widget.release({ tag: 'v4', assets: { b: 'b' } })
    const run = await scene.load({ path: '{version}/{name}' })
    expect(run).toMatchObject({ code: 1, outputs: { 'failed-count': '3' } })
    expect(told(run)).toContain('and could leave the repository')
    expect(told(run)).toContain('it is longer than 900 bytes')
    expect(run.log).not.toContain('there without a record')
    expect(versionsIn(run, 'imported')).toEqual(['widget 4'])
    expect(scene.downloads()).toEqual(['b'])
  })

  test('that are those of the archives of the source fail their release', async () => {
    await using scene = await sceneOf({ 'widget-1.0-source.tar.gz': "the publisher's" })
    for (const _ of [1, 2]) {
      const run = await scene.load({ 'source-archives': 'tar' })
      expect(run).toMatchObject({ code: 1, outputs: { 'alarms-count': '0' } })
      expect(told(run)).toContain("two of its assets are named 'widget-1.0-source.tar.gz', or one is named as an archive of the source")
    }
    expect(scene.downloads()).toEqual([])
    expect(await scene.load({ 'source-archives': 'zip' })).toMatchObject(green)
  })

  test('that would be one file on some systems fail their release', async () => {
    await using scene = await sceneOf({ 'README.md': 'a', 'readme.md': 'b' })
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(told(run)).toContain('cannot both be published')
    expect(scene.files()).toEqual([])
  })
})

describe('hosts', () => {
  test('that nobody named get no request', async () => {
    await using scene = await sceneOf({ 'a.bin': 'a' })
    scene.github.faults.add({ do: 'merge', host: 'api', path: '/releases', fields: { assets: [assetElsewhere] } })
    const run = await scene.load()
    expect(run.code).toBe(1)
    expect(told(run)).toContain('files.elsewhere.example')
    expect(scene.files()).toEqual([])
  })
})

const assetElsewhere = {
  id: 7,
  name: 'a.bin',
  size: 1,
  state: 'uploaded',
  digest: null,
  updated_at: '2026-01-01T00:00:00Z',
  url: 'https://files.elsewhere.example/7',
  browser_download_url: 'https://files.elsewhere.example/a.bin',
  content_type: 'application/octet-stream',
}
