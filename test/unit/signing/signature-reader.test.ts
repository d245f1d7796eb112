import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { armoredBlocks, armorSignature } from '../../../src/signing/armor.ts'
import { mpi, readMpis } from '../../../src/signing/signature-packet.ts'
import { longestSignature, readSignature, readSignatures } from '../../../src/signing/signature-reader.ts'
import { openSigningKey } from '../../../src/signing/signing-key.ts'
import { GnuPG, missingTools } from '../../support/gnupg.ts'

describe('numbers and armor', () => {
  it('writes and reads multiprecision integers of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 64 }), (a, b) => {
        const numbers = readMpis(Buffer.concat([mpi(a), mpi(b)]), 64)
        expect(numbers?.map((number) => BigInt(`0x0${number.toString('hex')}`))).toEqual(
          [a, b].map((bytes) => BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)),
        )
      }),
    )
  })

  it('reads its own armor, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
        const armored = armorSignature(Buffer.from(bytes))
        const found = armoredBlocks(`some text\n${armored.replaceAll('\n', '\r\n')}more`)
        expect(found).toMatchObject([{ kind: 'SIGNATURE', intact: true }])
        expect(found[0]?.bytes?.equals(bytes)).toBe(true)
      }),
    )
  })

  it('takes armor without a checksum, and none with a checksum that is not that of its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), (bytes, place) => {
        const armored = armorSignature(Buffer.from(bytes))
        const without = armored.replace(/^=.{4}\n/m, '')
        expect(armoredBlocks(without)).toMatchObject([{ intact: true }])
        const start = armored.indexOf('\n=') + 2
        const at = start + (place % 4)
        const other = armored[at] === 'A' ? 'B' : 'A'
        const [damaged] = armoredBlocks(armored.slice(0, at) + other + armored.slice(at + 1))
        expect(damaged?.intact).toBe(false)
        expect(damaged?.bytes?.equals(bytes)).toBe(true)
      }),
    )
  })

  const whole = armorSignature(Buffer.from('content'))
  it.each([
    ['cut short', whole.slice(0, 60)],
    ['ended as something else', whole.replace('END PGP SIGNATURE', 'END PGP MESSAGE')],
    ['without the blank line', whole.replace('\n\n', '\n')],
    ['in the middle of a line', `> ${whole}`],
    ['with two checksums', whole.replace(/^(=.{4}\n)/m, '$1$1')],
    ['without its padding', whole.replace('==\n', '\n')],
    ['that is no base64', whole.replace('\n\n', '\n\n*')],
  ])('a block %s is damaged', (_, text) => {
    expect(text).not.toBe(whole)
    expect(armoredBlocks(text).map(({ intact }) => intact)).toEqual([false])
  })

  it('finds no signature in noise, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, armored) => {
        const noise = Buffer.from(bytes)
        const signature = readSignature(armored ? Buffer.from(armorSignature(noise)) : noise)
        expect(signature === undefined || typeof signature === 'object').toBe(true)
      }),
    )
  })

  it('does not look into files that are too long for a signature', () => {
    expect(readSignature(Buffer.alloc(longestSignature + 1, 0xc2))).toBeUndefined()
  })
})

describe.skipIf(missingTools('gpg').length > 0)('signatures that gpg made', () => {
  const gpg = new GnuPG()
  afterAll(() => gpg[Symbol.dispose]())
  const file = join(gpg.home, 'content')
  writeFileSync(file, 'content')

  async function existing(algorithm: string, args: readonly string[] = []) {
    const fingerprint = gpg.create({ userId: `${algorithm}${args.join('')}`, algorithm })
    const { signer } = await openSigningKey({ secret: gpg.secret(fingerprint), signedAt: Date.now(), today: new Date() })
    const signature = readSignature(Buffer.from(gpg.sign(file, { key: fingerprint, args })))
    return { fingerprint, signer, signature }
  }

  it.each([
    ['ed25519', 'SHA512'],
    ['ed25519', 'SHA256'],
    ['rsa2048', 'SHA256'],
    ['rsa2048', 'SHA384'],
    ['rsa2048', 'SHA224'],
    ['nistp256', 'SHA256'],
    ['nistp384', 'SHA384'],
  ])('%s with %s: read, and verified by the key that made it', async (algorithm, hash) => {
    const { fingerprint, signer, signature } = await existing(algorithm, ['--digest-algo', hash])
    expect(signature).toMatchObject({ fingerprint, keyId: fingerprint.slice(-16), checkable: { hash: hash.toLowerCase() } })
    const checkable = signature?.checkable
    if (checkable === undefined) throw new Error('not checkable')
    const digest = (content: Buffer | string) => createHash(checkable.hash).update(content).update(checkable.trailer).digest()
    expect(await signer.verify(checkable, digest(readFileSync(file)))).toBe(true)
    expect(await signer.verify(checkable, digest('other content'))).toBe(false)
  })

  it.each([
    ['made with SHA-1', ['--digest-algo', 'SHA1']],
    ['over text', ['--textmode']],
    ['that expires', ['--default-sig-expire', '1d']],
    ['with a critical notation', ['--set-notation', '!a@acme.test=b']],
  ])('one %s is named, and never kept', async (_, args) => {
    const { fingerprint, signature } = await existing('rsa2048', args)
    expect(signature?.fingerprint).toBe(fingerprint)
    expect(signature?.checkable).toBeUndefined()
  })

  it('several in one file are none that we understand', async () => {
    const [a, b] = ['a', 'b'].map((userId) => gpg.create({ userId }))
    const both = gpg.sign(file, { key: a ?? '', args: ['-u', b ?? ''] })
    expect(readSignature(Buffer.from(both))).toBeUndefined()
    const blocks = [a, b].map((key) => gpg.sign(file, { key: key ?? '' }))
    expect(readSignature(Buffer.from(blocks.join('')))).toBeUndefined()
    for (const text of [both, blocks.join('')]) {
      const { signatures } = readSignatures(Buffer.from(text))
      expect(new Set(signatures.map((signature) => signature?.fingerprint))).toEqual(new Set([a, b]))
    }
    const key = gpg.run(['--armor', '--export', b ?? '']).toString()
    expect(readSignatures(Buffer.from(blocks[0] + key)).signatures).toMatchObject([{ fingerprint: a }, undefined])
  })
})
