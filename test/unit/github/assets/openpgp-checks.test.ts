import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PublicKeys } from '../../../../src/signing/public-keys.ts'
import { GnuPG, missingTools } from '../../../support/gnupg.ts'
import { verify } from '../../../support/received-assets.ts'

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')

describe.skipIf(missingTools('gpg').length > 0)('OpenPGP signatures among the assets', () => {
  const gpg = new GnuPG()
  afterAll(() => gpg[Symbol.dispose]())
  const known = gpg.create({ userId: 'known' })
  const stranger = gpg.create({ userId: 'stranger' })
  const exported = (key: string) => gpg.run(['--armor', '--export', key]).toString()

  function sign(content: string | Buffer, args: readonly string[], key = known): Buffer {
    return gpg.run(['--passphrase', '', '-u', `${key}!`, ...args, '--output', '-'], content)
  }

  const keysOf = async (...keys: string[]) => ({ publicKeys: await PublicKeys.read(keys.map(exported)) })
  const found = (state: string, by: string, key = known) => [{ kind: 'openpgp', state, by, key }]

  it.each([
    ['armored', 'asc', ['--armor', '--detach-sign']],
    ['binary', 'sig', ['--detach-sign']],
    ['binary, as others name it', 'gpg', ['--detach-sign']],
    ['armored, named as binary ones are', 'sign', ['--armor', '--detach-sign']],
    ['over a text', 'asc', ['--armor', '--textmode', '--detach-sign']],
    ['by SHA-256', 'asc', ['--armor', '--digest-algo', 'SHA256', '--detach-sign']],
    ['by SHA-384', 'asc', ['--armor', '--digest-algo', 'SHA384', '--detach-sign']],
    ['that expires', 'asc', ['--armor', '--default-sig-expire', '1d', '--detach-sign']],
  ])('a detached one, %s: verified by its key, a problem over other bytes', async (_, ending, args) => {
    const name = `a.txt.${ending}`
    const signature = sign('line\nline with blanks  \n', args)
    const good = await verify({ 'a.txt': 'line\nline with blanks  \n', [name]: signature }, await keysOf(known))
    expect(good.checksOf('a.txt')).toEqual(found('verified', name))
    expect(good.roleOf(name)).toBe('signature')
    expect(good).toMatchObject({ problems: [], notices: [] })
    const bad = await verify({ 'a.txt': 'other', [name]: signature }, await keysOf(known, stranger))
    expect(bad.checksOf('a.txt')).toEqual([])
    expect(bad.problems).toMatchObject([{ asset: 'a.txt', message: expect.stringContaining(known) }])
  })

  it('one over a text holds whatever its lines end in', async () => {
    const signature = sign('one\ntwo\n', ['--armor', '--textmode', '--detach-sign'])
    const { checksOf } = await verify({ 'a.txt': 'one\r\ntwo\r\n', 'a.txt.asc': signature }, await keysOf(known))
    expect(checksOf('a.txt')).toEqual(found('verified', 'a.txt.asc'))
  })

  it('one by a key that was not named is told with its key, right or wrong', async () => {
    const signature = sign('a', ['--armor', '--detach-sign'], stranger)
    for (const content of ['a', 'b']) {
      const { checksOf, problems, notices } = await verify({ 'a.txt': content, 'a.txt.asc': signature }, await keysOf(known))
      expect(checksOf('a.txt')).toEqual(found('unknown-key', 'a.txt.asc', stranger))
      expect(problems).toEqual([])
      expect(notices).toEqual([expect.stringMatching(new RegExp(`${stranger}.*'a.txt.asc'`))])
    }
  })

  it('without any key they are present, and nobody is bothered', async () => {
    const { checksOf, notices } = await verify({ 'a.txt': 'b', 'a.txt.asc': sign('a', ['--armor', '--detach-sign']) })
    expect(checksOf('a.txt')).toEqual(found('present', 'a.txt.asc'))
    expect(notices).toEqual([])
  })

  it('several in one file are each told', async () => {
    const both = sign('a', ['--armor', '-u', stranger, '--detach-sign'])
    const { checksOf } = await verify({ 'a.txt': 'a', 'a.txt.asc': both }, await keysOf(known))
    expect(checksOf('a.txt')).toHaveLength(2)
    expect(checksOf('a.txt')).toEqual(
      expect.arrayContaining([...found('verified', 'a.txt.asc'), ...found('unknown-key', 'a.txt.asc', stranger)]),
    )
  })

  it('a signed manifest vouches for what it lists', async () => {
    const manifest = `${sha256('a')}  a.zip\n`
    const { checksOf } = await verify(
      { 'a.zip': 'a', SHA256SUMS: manifest, 'SHA256SUMS.sig': sign(manifest, ['--detach-sign']) },
      await keysOf(known),
    )
    expect(checksOf('a.zip')).toEqual([{ kind: 'checksum', state: 'verified', by: 'SHA256SUMS' }])
    expect(checksOf('SHA256SUMS')).toEqual(found('verified', 'SHA256SUMS.sig'))
  })

  describe('a text that carries its own signature', () => {
    const manifest = `- a dash, and blanks at the end \t \n\n${sha256('a')}  a.zip\n`
    const clear = sign(manifest, ['--clear-sign'])

    it.each([
      ['beside the same without one', 'SHASUMS256.txt.asc', { 'SHASUMS256.txt': manifest }],
      ['alone', 'SHASUMS256.asc', {}],
      ['with the ends of lines of Windows', 'SHASUMS256.asc', {}],
    ])('%s is a manifest, and is verified', async (title, name, others) => {
      const content = title.includes('Windows') ? clear.toString().replaceAll('\n', '\r\n') : clear
      const { checksOf, roleOf, problems } = await verify({ 'a.zip': 'a', ...others, [name]: content }, await keysOf(known))
      expect(roleOf(name)).toBe('checksum-manifest')
      expect(checksOf(name)).toEqual(found('verified', name))
      expect(checksOf('a.zip')).toContainEqual({ kind: 'checksum', state: 'verified', by: name })
      expect(problems).toEqual([])
    })

    it('is a problem when it was changed', async () => {
      const changed = clear.toString().replace('a dash', 'A dash')
      const { problems } = await verify({ 'a.zip': 'a', 'SHASUMS256.asc': changed }, await keysOf(known))
      expect(problems).toMatchObject([{ asset: 'SHASUMS256.asc' }])
    })

    it('still says what the bytes must be when its key is unknown', async () => {
      const { checksOf, problems } = await verify({ 'a.zip': 'b', 'SHASUMS256.asc': clear }, await keysOf(stranger))
      expect(checksOf('SHASUMS256.asc')).toEqual(found('unknown-key', 'SHASUMS256.asc'))
      expect(problems).toMatchObject([{ asset: 'a.zip' }])
    })

    it.each([
      ['a header that hides text', (text: string) => text.replace(/^Hash: .*\n/m, `$&Comment: ${sha256('b')}  a.zip\n`)],
      ['a dash that is not escaped', (text: string) => text.replace('- - a dash', '-a dash')],
      ['no signature', (text: string) => text.slice(0, text.indexOf('-----BEGIN PGP SIGNATURE'))],
      ['two frames', (text: string) => text + text],
    ])('with %s it is nothing', async (_, damage) => {
      const text = damage(clear.toString())
      expect(text).not.toBe(clear.toString())
      const { checks, roleOf, notices } = await verify({ 'a.zip': 'a', 'SHASUMS256.asc': text }, await keysOf(known))
      expect(roleOf('SHASUMS256.asc')).toBe('other')
      expect(checks.get('a.zip')).toEqual([{ kind: 'github-digest', state: 'unverified' }])
      expect(notices).toEqual([expect.stringContaining('clear-signed')])
    })
  })

  describe('does not count, and says why, when', () => {
    const unusable = async (content: Buffer, keys: PublicKeys, now?: number) => {
      const { checksOf, problems, notices } = await verify(
        { 'a.txt': 'a', 'a.txt.asc': content },
        { publicKeys: keys, ...(now !== undefined && { now }) },
      )
      expect(problems).toEqual([])
      expect(checksOf('a.txt')).toMatchObject([{ kind: 'openpgp', state: 'unverified' }])
      return notices.join()
    }

    it('it was made with SHA-1, or has expired', async () => {
      const keys = (await keysOf(known)).publicKeys
      const rsa = gpg.create({ userId: 'sha1', algorithm: 'rsa2048' })
      const weak = sign('a', ['--armor', '--digest-algo', 'SHA1', '--detach-sign'], rsa)
      expect(await unusable(weak, (await keysOf(rsa)).publicKeys)).toContain('SHA-1')
      const brief = sign('a', ['--armor', '--default-sig-expire', '1d', '--detach-sign'])
      expect(await unusable(brief, keys, Date.now() + 2 * 86_400_000)).toContain('expired')
    })

    it('its hash is too weak for its key', async () => {
      const weak = sign('a', ['--armor', '--digest-algo', 'SHA224', '--detach-sign'])
      expect(await unusable(weak, (await keysOf(known)).publicKeys)).toContain('too weak')
    })

    it('its armor is damaged', async () => {
      const armored = sign('a', ['--armor', '--detach-sign']).toString()
      const damaged = armored.replace(/^=(....)$/m, (_, sum: string) => `=${sum === 'AAAA' ? 'BBBB' : 'AAAA'}`)
      expect(await unusable(Buffer.from(damaged), (await keysOf(known)).publicKeys)).toContain('armor')
    })

    it('its key was revoked, or had expired', async () => {
      const revoked = gpg.create({ userId: 'revoked' })
      const signature = sign('a', ['--armor', '--detach-sign'], revoked)
      // gpg makes it with the key, and keeps it from being imported by accident.
      const certificate = readFileSync(join(gpg.home, 'openpgp-revocs.d', `${revoked}.rev`), 'utf8').replace(':-----BEGIN', '-----BEGIN')
      gpg.import(certificate)
      expect(await unusable(signature, (await keysOf(revoked)).publicKeys)).toMatch(/revoked/i)
      const brief = gpg.create({ userId: 'brief', at: '20200101T000000', expires: '2020-02-01' })
      const late = sign('a', ['--faked-system-time', '20200115T000000!', '--armor', '--detach-sign'], brief)
      const { checksOf } = await verify({ 'a.txt': 'a', 'a.txt.asc': late }, await keysOf(brief))
      expect(checksOf('a.txt')).toEqual(found('verified', 'a.txt.asc', brief))
    })
  })

  it('a key that was renewed after it signed still verifies', async () => {
    const renewed = gpg.create({ userId: 'renewed', at: '20200101T000000', expires: '2y' })
    const signature = sign('a', ['--faked-system-time', '20200601T000000!', '--armor', '--detach-sign'], renewed)
    gpg.run(['--faked-system-time', '20210101T000000!', '--quick-set-expire', renewed, '1y'])
    const minimal = gpg.run(['--armor', '--export-options', 'export-minimal', '--export', renewed]).toString()
    const { checksOf } = await verify({ 'a.txt': 'a', 'a.txt.asc': signature }, { publicKeys: await PublicKeys.read([minimal]) })
    expect(checksOf('a.txt')).toEqual(found('verified', 'a.txt.asc', renewed))
  })

  it('a subkey counts as its key does, and is the one that is named', async () => {
    const primary = gpg.create({ userId: 'primary', usage: 'cert' })
    const subkey = gpg.addSubkey(primary)
    const { checksOf } = await verify({ 'a.txt': 'a', 'a.txt.sig': sign('a', ['--detach-sign'], subkey) }, await keysOf(primary))
    expect(checksOf('a.txt')).toEqual(found('verified', 'a.txt.sig', subkey))
  })

  it('a key among the assets is a key, armored or not, and is never trusted', async () => {
    const binary = gpg.run(['--export', known])
    const files = {
      'a.txt': 'a',
      'a.txt.asc': sign('a', ['--armor', '--detach-sign']),
      'release-key.asc': exported(known),
      'release.gpg': binary,
    }
    const { checksOf, roleOf } = await verify(files, await keysOf(stranger))
    expect([roleOf('release-key.asc'), roleOf('release.gpg')]).toEqual(['key', 'key'])
    expect(checksOf('a.txt')).toEqual(found('unknown-key', 'a.txt.asc'))
  })

  it('one of no asset is told', async () => {
    const { roleOf, notices } = await verify({ 'a.txt': 'a', 'gone.txt.asc': sign('a', ['--armor', '--detach-sign']) }, await keysOf(known))
    expect(roleOf('gone.txt.asc')).toBe('signature')
    expect(notices).toEqual([expect.stringContaining('no asset')])
  })

  it('of many in one file over a large asset the asset is read once', async () => {
    const [signature] = [sign('a', ['--detach-sign'])]
    const { assets, checksOf } = await verify(
      { 'a.txt': 'a', 'a.txt.sig': Buffer.concat(Array.from({ length: 100 }, () => signature)) },
      await keysOf(known),
    )
    expect(checksOf('a.txt')).toEqual(found('verified', 'a.txt.sig'))
    expect(assets[0]?.reads).toBe(1)
  })
})
