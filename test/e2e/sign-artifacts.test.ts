import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { GnuPG, missingTools } from '../support/gnupg.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'
import { snapshot, temporaryFolder, tree } from '../support/temporary-folder.ts'

const passphrase = 'correct horse %battery staple'
const files = { 'out/a.jar': 'a'.repeat(70_000), 'out/b.tar.gz': Buffer.alloc(5_000_000, 'b'), 'out/deep/c.txt': '' }
const fixedClock = { SOURCE_DATE_EPOCH: '1700000000' }

describe.skipIf(missingTools('gpg', 'sha256sum').length > 0)('the bundled sign-artifacts', () => {
  const gpg = new GnuPG()
  afterAll(() => gpg[Symbol.dispose]())
  const fingerprint = gpg.create({ algorithm: 'rsa3072', passphrase })
  const secret = gpg.secret(fingerprint, { passphrase })
  const secrets = [secret.split('\n')[5] ?? '', passphrase]
  const sign = (inputs: Record<string, string>, options: ActionRunOptions) =>
    runAction('sign-artifacts', { files: 'out/**', 'private-key': secret, passphrase, ...inputs }, { secrets, ...options })

  it('signs in workers and in its own thread what gpg verifies; sha256sum checks the sums; nothing leaks', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    // A sparse file is large enough for workers and for the split by digests.
    execFileSync('truncate', ['-s', '60M', join(workspace, 'out/large.bin')])
    const run = await sign({ checksums: 'sha512', 'checksums-file': 'out/SHA256SUMS' }, { workspace })
    expect(run.errors).toEqual([])
    expect(run.code).toBe(0)
    expect(run.leaked).toEqual([])
    for (const path of ['out/a.jar', 'out/large.bin', 'out/deep/c.txt', 'out/SHA256SUMS', 'outtray-record.json']) {
      const file = join(workspace, path)
      expect(gpg.verify(`${file}.asc`, file), path).toEqual({ good: true, signer: fingerprint, hash: '10' })
    }
    expect(execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: join(workspace, 'out') }).toString()).toContain(
      'deep/c.txt: OK',
    )
    expect(execFileSync('sha512sum', ['out/large.bin'], { cwd: workspace }).toString()).toContain(
      readFileSync(join(workspace, 'out/large.bin.sha512'), 'utf8').trim(),
    )
    expect(run.outputs).toMatchObject({ fingerprint, 'signed-count': '4', 'skipped-count': '0', record: 'outtray-record.json' })
    expect(run.summary).toContain(fingerprint)
    expect(run.summary).toContain('out/large.bin')
  })

  it('refuses a wrong passphrase with one plain error, and a fork', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    const before = snapshot(workspace)
    const wrong = await sign({ passphrase: 'another passphrase' }, { workspace, secrets: [...secrets, 'another passphrase'] })
    expect(wrong.code).not.toBe(0)
    expect(wrong.errors).toEqual([expect.stringMatching(/passphrase does not unlock/)])
    expect(wrong.log).not.toMatch(/^\s+at /m)
    expect(wrong.leaked).toEqual([])
    const fork = await sign({}, { workspace, eventName: 'pull_request_target' })
    expect(fork.errors).toEqual([expect.stringMatching(/pull_request_target/)])
    expect(snapshot(workspace)).toEqual(before)
  })

  it('killed at any moment and run again gives the tree of an undisturbed run', async () => {
    await using undisturbed = temporaryFolder()
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`out/${index}.bin`, `content ${index}`]))
    const inputs = { checksums: 'md5\nsha1', 'checksums-file': 'SUMS', 'output-directory': 'signed' }
    const expected = await sign(inputs, { workspace: tree(undisturbed.path, many), env: fixedClock })
    expect(expected.code).toBe(0)
    for (const killAfterMs of [expected.ms * 0.5, expected.ms * 0.8, expected.ms * 0.9, expected.ms * 0.95]) {
      await using folder = temporaryFolder()
      const workspace = tree(folder.path, many)
      await sign(inputs, { workspace, env: fixedClock, killAfterMs })
      const again = await sign(inputs, { workspace, env: fixedClock })
      expect(again.code).toBe(0)
      expect(snapshot(workspace)).toEqual(snapshot(undisturbed.path))
    }
  })

  it('takes up what a run left that was killed between writing and renaming', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { 'out/a.jar': 'a' })
    const left = `.outtray-${createHash('sha256').update('a.jar.asc').digest('hex').slice(0, 16)}`
    writeFileSync(join(workspace, 'out', left), 'half a signa')
    const run = await sign({}, { workspace })
    expect(run.code).toBe(0)
    expect(existsSync(join(workspace, 'out', left))).toBe(false)
    expect(gpg.verify(join(workspace, 'out/a.jar.asc'), join(workspace, 'out/a.jar')).good).toBe(true)
  })

  it('keeps a signature that gpg made, and makes a lost one anew', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    const byGpg = gpg.sign(join(workspace, 'out/a.jar'), {
      key: fingerprint,
      args: ['--passphrase', passphrase, '--digest-algo', 'SHA256'],
    })
    writeFileSync(join(workspace, 'out/a.jar.asc'), byGpg)
    const first = await sign({}, { workspace })
    expect(first.outputs).toMatchObject({ 'signed-count': '2', 'skipped-count': '1' })
    expect(readFileSync(join(workspace, 'out/a.jar.asc'), 'utf8')).toBe(byGpg)
    rmSync(join(workspace, 'out/b.tar.gz.asc'))
    const second = await sign({}, { workspace })
    expect(second.outputs).toMatchObject({ 'signed-count': '1', 'skipped-count': '2' })
  })

  it('does all checks in a dry run and writes nothing', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    const before = snapshot(workspace)
    const run = await sign({ 'dry-run': 'true', checksums: 'sha256' }, { workspace })
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({ fingerprint, 'signed-count': '3', 'public-key': 'public-key.asc' })
    expect(snapshot(workspace)).toEqual(before)
  })
})
