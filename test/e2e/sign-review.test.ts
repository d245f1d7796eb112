import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { GnuPG, missingTools } from '../support/gnupg.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'
import { snapshot, temporaryFolder, tree } from '../support/temporary-folder.ts'

describe.skipIf(missingTools('gpg').length > 0)('the bundled sign-artifacts, in places that others have used', () => {
  const gpg = new GnuPG()
  afterAll(() => gpg[Symbol.dispose]())
  const fingerprint = gpg.create({ userId: 'Ours <release@acme.test>' })
  const foreign = gpg.create({ userId: 'Theirs <release@other.test>' })
  const secret = gpg.secret(fingerprint)
  const sign = (inputs: Record<string, string>, options: ActionRunOptions) =>
    runAction('sign-artifacts', { files: 'out/*', 'private-key': secret, ...inputs }, options)
  const files = { 'out/a.jar': 'a', 'out/b.jar': 'b' }
  const isGood = (workspace: string, path: string) => gpg.verify(join(workspace, `${path}.asc`), join(workspace, path))

  it('replaces its own signature when the armor is damaged or absent, and keeps it without a checksum', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...files, 'out/c.jar': 'c' })
    const armored = (path: string) => gpg.sign(join(workspace, path), { key: fingerprint })
    writeFileSync(join(workspace, 'out/a.jar.asc'), armored('out/a.jar').replace(/^=.{4}$/m, '=AAAA'))
    writeFileSync(join(workspace, 'out/b.jar.asc'), armored('out/b.jar').replace(/^=.{4}\n/m, ''))
    gpg.run(['-u', fingerprint, '--output', join(workspace, 'out/c.jar.asc'), '--detach-sign', join(workspace, 'out/c.jar')])
    expect(isGood(workspace, 'out/a.jar').good).toBe(false)
    const run = await sign({}, { workspace })
    expect(run.errors).toEqual([])
    expect(run.outputs).toMatchObject({ 'signed-count': '2', 'skipped-count': '1' })
    for (const path of ['out/a.jar', 'out/b.jar', 'out/c.jar']) expect(isGood(workspace, path), path).toMatchObject({ good: true })
    expect(readFileSync(join(workspace, 'out/c.jar.asc'), 'latin1')).toMatch(/^-----BEGIN PGP SIGNATURE-----/)
  })

  it('never loses a foreign signature that stands with its own, whichever comes first', async () => {
    for (const order of [
      [fingerprint, foreign],
      [foreign, fingerprint],
    ]) {
      await using folder = temporaryFolder()
      const workspace = tree(folder.path, files)
      const blocks = order.map((key) => gpg.sign(join(workspace, 'out/a.jar'), { key }))
      writeFileSync(join(workspace, 'out/a.jar.asc'), blocks.join(''))
      const before = snapshot(workspace)
      const refused = await sign({}, { workspace })
      expect(refused.errors).toEqual([expect.stringContaining(`one by ${foreign}`)])
      expect(refused.errors[0]).toContain('out/a.jar.asc')
      expect(snapshot(workspace)).toEqual(before)
      expect((await sign({ 'replace-signatures': 'true' }, { workspace })).outputs).toMatchObject({ 'signed-count': '2' })
      expect(isGood(workspace, 'out/a.jar')).toMatchObject({ good: true, signer: fingerprint })
    }
  })

  it('takes no document of an earlier run as a file to sign, when the output folder is another one now', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    await sign({ files: '**', 'output-directory': 'signed' }, { workspace })
    const run = await sign({ files: '**' }, { workspace })
    expect(run.errors).toEqual([])
    expect(JSON.parse(run.outputs.signatures ?? '').map(({ file }: { file: string }) => file)).toEqual(['out/a.jar', 'out/b.jar'])
  })

  it.each([
    ['file', { files: '**' }, { [`out/${'n'.repeat(252)}`]: 'long' }, 'no name that long'],
    ['file with an output folder', { files: '**', 'output-directory': 'new' }, { [`out/${'n'.repeat(252)}`]: 'long' }, 'no name that long'],
    [
      'file for its checksum',
      { 'private-key': '', checksums: 'sha256\nsha512' },
      { [`out/${'ä'.repeat(125)}`]: 'long' },
      'no name that long',
    ],
    [
      'output folder',
      { 'output-directory': `new/${'n'.repeat(256)}/deep` },
      { 'out/deep/c.jar': 'c' },
      'the file system takes no name or path as long as',
    ],
    [
      'path of the output folder',
      { 'output-directory': Array(50).fill('n'.repeat(100)).join('/') },
      {},
      'the file system takes no name or path as long as',
    ],
  ])('tells a too long name of a %s once, and writes nothing', async (_, inputs, more, message) => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...files, ...more })
    const before = snapshot(workspace)
    const run = await sign({ files: 'out/**', ...inputs }, { workspace })
    expect(run.code).toBe(1)
    expect(run.errors).toEqual([expect.stringContaining(message)])
    expect(snapshot(workspace)).toEqual(before)
  })

  it.each([
    ['a fingerprint that is none', { 'expected-fingerprint': '12' }, "'expected-fingerprint' must be a whole fingerprint"],
    ['a key id that is none', { 'signing-key': 'nobody' }, "'signing-key' must be"],
    ['a checksums file that is to be signed', { files: 'out/a.jar', 'checksums-file': 'out/a.jar' }, "'out/a.jar' is to be signed"],
    ['a checksums file in the place of the record', { 'checksums-file': 'outtray-record.json' }, 'would be written twice'],
    ['a checksums file in the place of the key', { 'checksums-file': 'public-key.asc' }, 'would be written twice'],
    ['a checksums file outside', { 'checksums-file': '../SUMS' }, "'checksums-file' must be a path in the workspace"],
    ['an unknown algorithm without a key', { 'private-key': '', checksums: 'crc32' }, "'checksums' takes"],
    ['an output folder behind a link', { 'output-directory': 'away' }, "'away' is reached by a link out of the workspace"],
  ])('tells %s once', async (_, inputs, message) => {
    await using folder = temporaryFolder()
    await using elsewhere = temporaryFolder('elsewhere')
    const workspace = tree(join(folder.path, 'workspace'), { ...files, 'out/deep/c.jar': 'c' })
    tree(elsewhere.path, { 'out/deep/there': '' })
    symlinkSync(elsewhere.path, join(workspace, 'away'))
    const before = snapshot(folder.path)
    const run = await sign({ files: 'out/**', ...inputs }, { workspace })
    expect(run.errors).toEqual([expect.stringContaining(message)])
    expect(snapshot(folder.path)).toEqual(before)
  })

  it('tells a folder in the place of a signature once', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    mkdirSync(join(workspace, 'out/a.jar.asc'))
    const run = await sign({}, { workspace })
    expect(run.errors).toEqual([expect.stringContaining("'out/a.jar.asc' cannot be written: there is a folder of that name")])
  })

  it('warns of a key, a checksum or a list of checksums that is none of its own, and of nothing else', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, {
      ...files,
      'public-key.asc': gpg.run(['--armor', '--export', foreign]),
      'out/a.jar.sha256': 'see the web page\n',
      'out/b.jar.sha256': `${'0'.repeat(64)}  b.jar\n`,
      SUMS: 'my notes\n',
    })
    const inputs = { checksums: 'sha256', 'checksums-file': 'SUMS' }
    const before = snapshot(workspace)
    const plan = await sign({ ...inputs, 'dry-run': 'true' }, { workspace })
    expect(snapshot(workspace)).toEqual(before)
    const run = await sign(inputs, { workspace })
    expect(run.code).toBe(0)
    expect(run.warnings).toEqual([
      expect.stringContaining("'out/a.jar.sha256' holds no sha256 checksum"),
      expect.stringContaining("'SUMS' holds something else than SHA-256 checksums"),
      expect.stringMatching(new RegExp(`'public-key.asc' holds another key, ${foreign},.* public key of ${fingerprint}`)),
    ])
    expect(plan.warnings).toEqual(run.warnings)
    writeFileSync(join(workspace, 'out/a.jar'), 'changed')
    expect((await sign(inputs, { workspace })).warnings).toEqual([])
  })

  it("passes by links to folders outside that no pattern matches, such as Bazel's", async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { 'dist/tool.zip': 'zip' })
    symlinkSync('/usr', join(workspace, 'bazel-bin'))
    const run = await sign({ files: '**/*.zip' }, { workspace })
    expect(run.errors).toEqual([])
    expect(JSON.parse(run.outputs.signatures ?? '')).toEqual([{ file: 'dist/tool.zip', signature: 'dist/tool.zip.asc' }])
    expect((await sign({ files: 'bazel-*' }, { workspace })).errors).toEqual([
      expect.stringContaining('bazel-bin is a link out of the workspace'),
    ])
    expect(readdirSync(workspace).filter((name) => name.startsWith('.outtray-'))).toEqual([])
  })
})
