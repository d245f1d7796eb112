import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PublicKeys } from '../../src/signing/public-keys.ts'
import { missingTools } from '../support/gnupg.ts'
import { verify } from '../support/received-assets.ts'
import { temporaryFolder, tree } from '../support/temporary-folder.ts'

const contents = { 'a.zip': 'content of a', 'b with blanks.zip': 'content of b', 'back\\slash': 'c' }

/** What a program prints about the files, run in their folder. */
async function printed(program: string, args: readonly string[], files: readonly string[] = Object.keys(contents)): Promise<string> {
  await using folder = temporaryFolder()
  tree(folder.path, contents)
  return execFileSync(program, [...args, ...files], { cwd: folder.path, encoding: 'utf8', env: { ...process.env, GNUPGHOME: folder.path } })
}

const cases: readonly (readonly [program: string, args: readonly string[], manifest: string])[] = [
  ['md5sum', [], 'MD5SUMS'],
  ['sha1sum', [], 'SHA1SUMS'],
  ['sha224sum', [], 'checksums.txt'],
  ['sha256sum', [], 'SHA256SUMS'],
  ['sha256sum', ['--binary'], 'SHA256SUMS'],
  ['sha256sum', ['--tag'], 'checksums-bsd'],
  ['sha384sum', [], 'checksums.txt'],
  ['sha512sum', [], 'SHA512SUMS'],
  ['b2sum', [], 'B2SUMS'],
  ['b2sum', [], 'checksums.txt'],
  ['b2sum', ['--tag'], 'checksums.txt'],
  ['shasum', ['-a', '256'], 'SHASUMS256.txt'],
  ['shasum', ['-a', '512', '-b'], 'checksums_sha512.txt'],
  ['shasum', ['-a', '512256', '--tag'], 'checksums.txt'],
  ['openssl', ['dgst', '-sha256'], 'checksums.txt'],
  ['openssl', ['dgst', '-sha512', '-r'], 'checksums.txt'],
  ['openssl', ['dgst', '-sha3-256'], 'checksums.txt'],
  ['cksum', ['-a', 'sm3'], 'checksums.txt'],
]

describe('what checksum programs print is verified', () => {
  it.each(cases)('%s %j in %s', async (program, args, manifest) => {
    if (missingTools(program).length > 0) return
    const files = { ...contents, [manifest]: await printed(program, args) }
    const { checksOf, problems, notices } = await verify(files)
    for (const name of Object.keys(contents)) expect(checksOf(name), name).toEqual([{ kind: 'checksum', state: 'verified', by: manifest }])
    expect({ problems, notices }).toEqual({ problems: [], notices: [] })
    const changed = await verify({ ...files, 'a.zip': 'other' })
    expect(changed.problems).toMatchObject([{ asset: 'a.zip' }])
  })

  it.each(['MD5', 'SHA1', 'SHA256', 'SHA512'])('gpg --print-md %s, of names short and long', async (algorithm) => {
    if (missingTools('gpg').length > 0) return
    const long = `${'long'.repeat(20)}.zip`
    await using folder = temporaryFolder()
    tree(folder.path, { 'a.zip': 'a', [long]: 'b' })
    const gpg = (name: string) =>
      execFileSync('gpg', ['--homedir', folder.path, '--no-permission-warning', '--print-md', algorithm, name], {
        cwd: folder.path,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    const { checksOf, problems } = await verify({ 'a.zip': 'a', [long]: 'b', 'checksums.txt': gpg('a.zip'), [`${long}.sha1`]: gpg(long) })
    expect(checksOf('a.zip')).toEqual([{ kind: 'checksum', state: 'verified', by: 'checksums.txt' }])
    expect(checksOf(long)).toEqual([{ kind: 'checksum', state: 'verified', by: `${long}.sha1` }])
    expect(problems).toEqual([])
  })

  it('gpg --print-mds', async () => {
    if (missingTools('gpg').length > 0) return
    await using folder = temporaryFolder()
    tree(folder.path, { 'a.zip': 'a' })
    const text = execFileSync('gpg', ['--homedir', folder.path, '--no-permission-warning', '--print-mds', 'a.zip'], {
      cwd: folder.path,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const { checksOf, problems } = await verify({ 'a.zip': 'a', 'checksums.txt': text })
    expect(checksOf('a.zip')).toEqual([{ kind: 'checksum', state: 'verified', by: 'checksums.txt' }])
    expect(problems).toEqual([])
  })
})

describe.skipIf(missingTools('sqop', 'gosop').length > 0)('signatures by other programs than gpg', () => {
  it.each(['sqop', 'gosop'])('%s: armored, binary, and over a text', async (sop) => {
    await using folder = temporaryFolder()
    const run = (args: readonly string[], input: string | Buffer = '') => execFileSync(sop, [...args], { cwd: folder.path, input })
    tree(folder.path, { 'secret.key': run(['generate-key', 'Acme <release@acme.test>']) })
    const certificate = run(['extract-cert'], readFileSync(join(folder.path, 'secret.key'))).toString()
    const publicKeys = await PublicKeys.read([certificate])
    const text = 'one\ntwo  \n- three\n'
    const signatures = {
      'a.asc': run(['sign', 'secret.key'], text),
      'a.sig': run(['sign', '--no-armor', 'secret.key'], text),
      'a.sign': run(['sign', '--as', 'text', 'secret.key'], text),
    }
    const good = await verify({ a: text, ...signatures }, { publicKeys })
    expect(good.checksOf('a').map(({ by, state }) => [by, state])).toEqual(Object.keys(signatures).map((name) => [name, 'verified']))
    const bad = await verify({ a: `${text}.`, ...signatures }, { publicKeys })
    expect(bad.problems).toHaveLength(3)
  })

  it('sqop: a text that carries its own signature', async () => {
    await using folder = temporaryFolder()
    const run = (args: readonly string[], input: string | Buffer = '') => execFileSync('sqop', [...args], { cwd: folder.path, input })
    const key = run(['generate-key', 'Acme <release@acme.test>'])
    tree(folder.path, { 'secret.key': key })
    const publicKeys = await PublicKeys.read([run(['extract-cert'], key).toString()])
    const manifest = `${'0'.repeat(64)}  other.zip\n`
    const frame = run(['inline-sign', '--as', 'clearsigned', 'secret.key'], manifest)
    const framed = await verify({ a: 'a', 'SHASUMS256.asc': frame }, { publicKeys })
    expect(framed.checksOf('SHASUMS256.asc')).toMatchObject([{ kind: 'openpgp', state: 'verified', by: 'SHASUMS256.asc' }])
  })
})
