import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKey } from 'openpgp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SignInputs } from '../../../../src/actions/sign-artifacts/rules.ts'
import { signArtifacts } from '../../../../src/actions/sign-artifacts/run.ts'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'
import { ActionError } from '../../../../src/core/errors.ts'
import { parseRecord } from '../../../../src/model/record-json.ts'
import { readSignature } from '../../../../src/signing/signature-reader.ts'
import { snapshot, temporaryFolder, tree } from '../../../support/temporary-folder.ts'

const inputs: SignInputs = {
  files: ['out/**'],
  privateKey: undefined,
  passphrase: undefined,
  signingKey: undefined,
  expectedFingerprint: undefined,
  checksums: [],
  checksumsFile: undefined,
  outputDirectory: undefined,
  replaceSignatures: false,
  allowUntrustedTrigger: false,
  failOnUnmatched: true,
  dryRun: false,
  summary: true,
}
const github = { repository: 'acme/widget', ref: 'refs/tags/v1', sha: 'c0ffee', workflow: 'release', runId: '42', runAttempt: '2' }
const files = { 'out/a.jar': 'a', 'out/b.tar.gz': 'bb', 'out/deep/c.txt': '' }

let ours = ''
let theirs = ''
let fingerprint = ''
beforeAll(async () => {
  const make = () => generateKey({ type: 'ecc', curve: 'ed25519Legacy', userIDs: [{ name: 'Acme' }], format: 'object' })
  const [one, other] = await Promise.all([make(), make()])
  ours = one.privateKey.armor()
  theirs = other.privateKey.armor()
  fingerprint = one.privateKey.getFingerprint().toUpperCase()
})

async function sign(workspace: string, changes: Partial<SignInputs> = {}, now = Date.now()) {
  const diagnostics = new Diagnostics()
  const lines: string[] = []
  const log = { debug: () => {}, info: (line: string) => void lines.push(line), group: <T>(_: string, body: () => Promise<T>) => body() }
  const clock = { now: () => now, elapsed: () => 0, sleep: async () => {} }
  const result = await signArtifacts({ ...inputs, privateKey: ours, ...changes }, { workspace, clock, log, diagnostics, github })
  return { ...result, summary: result.summary.toString(), diagnostics, lines }
}

async function mistakes(workspace: string, changes: Partial<SignInputs> = {}): Promise<string[]> {
  const error = await sign(workspace, changes).catch((thrown: unknown) => thrown)
  if (!(error instanceof ActionError)) throw new Error('the run should have failed', { cause: error })
  return error.diagnostics.length > 0 ? error.diagnostics.map(({ message }) => message) : [error.message]
}

describe('signing', () => {
  it('writes signatures, key and record; the record tells everything, with paths from its own folder', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    const { outputs } = await sign(workspace, { checksums: ['md5', 'sha512'] })
    const record = parseRecord(readFileSync(join(workspace, 'outtray-record.json'), 'utf8'), 'record')
    const digest = (name: string) => createHash(name).update('a').digest('hex')
    expect(record.files.map(({ path }) => path)).toEqual(['out/a.jar', 'out/b.tar.gz', 'out/deep/c.txt'])
    expect(record.files[0]).toEqual({
      path: 'out/a.jar',
      size: 1,
      md5: digest('md5'),
      sha1: digest('sha1'),
      sha256: digest('sha256'),
      sha512: digest('sha512'),
      signature: {
        path: 'out/a.jar.asc',
        fingerprint,
        sha256: createHash('sha256')
          .update(readFileSync(join(workspace, 'out/a.jar.asc')))
          .digest('hex'),
      },
      checksums: ['md5', 'sha512'],
    })
    expect(record).toMatchObject({ package: {}, version: {}, published: [], syncs: [] })
    expect(record.run).toEqual({
      repository: 'acme/widget',
      workflow: 'release',
      ref: 'refs/tags/v1',
      commit: 'c0ffee',
      id: '42',
      attempt: 2,
    })
    expect(outputs).toMatchObject({
      fingerprint,
      'public-key': 'public-key.asc',
      record: 'outtray-record.json',
      'record-sha256': createHash('sha256')
        .update(readFileSync(join(workspace, 'outtray-record.json')))
        .digest('hex'),
      'signed-count': '3',
      'skipped-count': '0',
    })
    expect(JSON.parse(outputs.signatures ?? '')[2]).toEqual({ file: 'out/deep/c.txt', signature: 'out/deep/c.txt.asc' })
    expect(readFileSync(join(workspace, 'out/deep/c.txt.md5'), 'utf8')).toBe(`${createHash('md5').digest('hex')}\n`)
    for (const signature of ['out/a.jar.asc', 'outtray-record.json.asc']) {
      expect(readSignature(readFileSync(join(workspace, signature)))).toMatchObject({ fingerprint, checkable: { hash: 'sha512' } })
      expect(statSync(join(workspace, signature)).mode & 0o777).toBe(0o666 & ~process.umask())
    }
  })

  it('gives the same tree again, untouched, in a second run; a lost signature alone is made anew', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    const wishes: Partial<SignInputs> = { checksums: ['sha256'], checksumsFile: 'out/SHA256SUMS' }
    await sign(workspace, wishes)
    const before = snapshot(workspace)
    const times = Object.keys(before).map((path) => statSync(join(workspace, path)).mtimeMs)
    const again = await sign(workspace, wishes, Date.now() + 5000)
    expect(again.outputs).toMatchObject({ 'signed-count': '0', 'skipped-count': '3' })
    expect(snapshot(workspace)).toEqual(before)
    expect(Object.keys(before).map((path) => statSync(join(workspace, path)).mtimeMs)).toEqual(times)
  })

  it('puts everything below output-directory, also outside the workspace, and finds it there again', async () => {
    await using folder = temporaryFolder()
    await using elsewhere = temporaryFolder('elsewhere')
    const workspace = tree(folder.path, files)
    const { outputs } = await sign(workspace, { files: ['**'], outputDirectory: 'signed', checksums: ['sha1'] })
    expect(outputs).toMatchObject({ record: 'signed/outtray-record.json', 'public-key': 'signed/public-key.asc', 'signed-count': '3' })
    expect(existsSync(join(workspace, 'signed/out/deep/c.txt.asc'))).toBe(true)
    const record = parseRecord(readFileSync(join(workspace, 'signed/outtray-record.json'), 'utf8'), 'record')
    expect(record.files[0]).toMatchObject({ path: '../out/a.jar', signature: { path: 'out/a.jar.asc' } })
    expect(record.files[0]?.checksums).toEqual(['sha1'])

    const again = await sign(workspace, { files: ['**'], outputDirectory: 'signed', checksums: ['sha1'] })
    expect(again.outputs).toMatchObject({ 'signed-count': '0', 'skipped-count': '3' })

    const outside = await sign(workspace, { outputDirectory: elsewhere.path })
    expect(outside.outputs.record).toBe(join(realpathSync(elsewhere.path), 'outtray-record.json'))
  })

  it('writes one signed checksums file with paths from its own folder', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    const { outputs } = await sign(workspace, { checksumsFile: 'sums/SHA256SUMS' })
    const lines = readFileSync(join(workspace, 'sums/SHA256SUMS'), 'utf8').split('\n')
    expect(lines[0]).toBe(`${createHash('sha256').update('a').digest('hex')}  ../out/a.jar`)
    expect(outputs['checksums-file']).toBe('sums/SHA256SUMS')
    expect(
      Buffer.from(outputs.subjects ?? '', 'base64')
        .toString()
        .split('\n')[0],
    ).toBe(`${createHash('sha256').update('a').digest('hex')}  out/a.jar`)
    expect(existsSync(join(workspace, 'sums/SHA256SUMS.asc'))).toBe(true)
  })

  it('works without a key: checksums and an unsigned record', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    const { outputs } = await sign(workspace, { privateKey: undefined, checksums: ['sha256'] })
    expect(outputs).toMatchObject({ signatures: '[]', 'signed-count': '0', 'skipped-count': '0' })
    expect(outputs.fingerprint).toBeUndefined()
    expect(Object.keys(snapshot(workspace)).filter((path) => path.endsWith('.asc'))).toEqual([])
  })

  it('takes the later of clock and key creation as the time of a signature', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    await sign(workspace, {}, 1_000_000_000_000)
    const created = readSignature(readFileSync(join(workspace, 'out/a.jar.asc')))?.created ?? 0
    expect(created).toBeGreaterThan(1_700_000_000)
    const later = (created + 100_000) * 1000
    writeFileSync(join(workspace, 'out/a.jar'), 'changed')
    await sign(workspace, {}, later)
    expect(readSignature(readFileSync(join(workspace, 'out/a.jar.asc')))?.created).toBe(later / 1000)
  })
})

describe('what wildcards pass over', () => {
  it('hidden files, signatures, sidecars of a file that is there, and the documents; a literal name takes them', async () => {
    await using folder = temporaryFolder()
    const byProducts = {
      'out/a.jar.asc': 'x',
      'out/a.jar.sigstore.json': 'x',
      'out/a.jar.sha256': 'x',
      'out/.hidden': 'x',
      'out/.git/config': 'x',
      'outtray-record.json': '{}',
    }
    const workspace = tree(folder.path, { ...files, 'out/alone.md5': 'x', ...byProducts })
    const wildcards = await sign(workspace, { files: ['**'], dryRun: true, replaceSignatures: true })
    expect(JSON.parse(wildcards.outputs.signatures ?? '').map(({ file }: { file: string }) => file)).toEqual([
      'out/a.jar',
      'out/alone.md5',
      'out/b.tar.gz',
      'out/deep/c.txt',
    ])
    const literal = await sign(workspace, { files: ['out/a.jar.sha256', 'out/.hidden', 'out/a.jar.sigstore.json'], dryRun: true })
    expect(literal.outputs['signed-count']).toBe('3')
  })
})

describe('what is refused before anything is written', () => {
  const untouched = async (workspace: string, changes: Partial<SignInputs>) => {
    const before = snapshot(workspace)
    const messages = await mistakes(workspace, changes)
    expect(snapshot(workspace)).toEqual(before)
    return messages
  }

  it('a signature by another key, by name, unless replacing is allowed', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    await sign(workspace, { files: ['out/a.jar'], privateKey: theirs })
    expect(await untouched(workspace, { files: ['out/a.jar'] })).toEqual([
      expect.stringMatching(/'out\/a\.jar\.asc' is a signature by another key/),
      expect.stringMatching(/'outtray-record\.json\.asc'/),
    ])
    const replaced = await sign(workspace, { files: ['out/a.jar'], replaceSignatures: true })
    expect(replaced.outputs['signed-count']).toBe('1')
    expect(readSignature(readFileSync(join(workspace, 'out/a.jar.asc')))?.fingerprint).toBe(fingerprint)
  })

  it('something unreadable, a link or a folder in the place of a signature', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...files, 'out/a.jar.asc': 'no signature' })
    symlinkSync('a.jar', join(workspace, 'out/b.tar.gz.asc'))
    mkdirSync(join(workspace, 'out/deep/c.txt.asc'))
    expect(await untouched(workspace, { files: ['out/**'] })).toEqual([
      expect.stringMatching(/c\.txt\.asc' cannot be written: there is a folder/),
      expect.stringMatching(/a\.jar\.asc' is there and holds no signature/),
      expect.stringMatching(/b\.tar\.gz\.asc' is there and holds no signature/),
    ])
  })

  it('every mistake in one run: inputs, patterns, targets and the key', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    const messages = await untouched(workspace, {
      files: ['out/a.jar', 'nothing/*.jar'],
      privateKey: 'no key',
      signingKey: 'nobody',
      checksumsFile: 'out/a.jar',
      outputDirectory: 'out/b.tar.gz',
    })
    expect(messages).toEqual([
      expect.stringMatching(/'signing-key' must be a fingerprint/),
      expect.stringMatching(/nothing\/\*\.jar/),
      expect.stringMatching(/'out\/b\.tar\.gz' is to be a folder, and there is a file/),
      expect.stringMatching(/'out\/a\.jar' is to be signed, and this run would write it/),
      expect.stringMatching(/no OpenPGP key/),
    ])
  })

  it('two documents in one place, and a folder that leads out of the workspace', async () => {
    await using folder = temporaryFolder()
    await using elsewhere = temporaryFolder('elsewhere')
    const workspace = tree(folder.path, files)
    symlinkSync(elsewhere.path, join(workspace, 'away'))
    expect(await untouched(workspace, { checksumsFile: 'outtray-record.json' })).toContainEqual(
      expect.stringMatching(/would be written twice/),
    )
    expect(await untouched(workspace, { outputDirectory: 'away/signed' })).toContainEqual(
      expect.stringMatching(/away' is reached by a link out of the workspace/),
    )
    expect(snapshot(elsewhere.path)).toEqual({})
  })

  it('a fingerprint that is not the expected one; primary and signing key both will do', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    expect(await untouched(workspace, { expectedFingerprint: 'A'.repeat(40) })).toEqual([expect.stringMatching(/fingerprint/)])
    await expect(sign(workspace, { expectedFingerprint: fingerprint, dryRun: true })).resolves.toBeDefined()
  })
})

describe('a dry run', () => {
  it('sets the same outputs, prints the plan and writes nothing', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, files)
    const before = snapshot(workspace)
    const wishes: Partial<SignInputs> = { checksums: ['sha256'], checksumsFile: 'SUMS' }
    const plan = await sign(workspace, { ...wishes, dryRun: true })
    expect(snapshot(workspace)).toEqual(before)
    const done = await sign(workspace, wishes)
    expect(plan.outputs).toEqual(done.outputs)
    expect(plan.summary).toMatch(/dry run/)
    expect(plan.summary).toMatch(/would be signed/)
    expect(done.summary).toContain(fingerprint)
  })
})
