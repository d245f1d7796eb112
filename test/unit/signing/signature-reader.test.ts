import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { armorSignature, unarmor } from '../../../src/signing/armor.ts'
import { mpi, readMpis } from '../../../src/signing/signature-packet.ts'
import { longestSignature, readSignature } from '../../../src/signing/signature-reader.ts'
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
        expect(unarmor(`some text\n${armored.replaceAll('\n', '\r\n')}more`, 'SIGNATURE')?.equals(bytes)).toBe(true)
      }),
    )
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
  })
})
