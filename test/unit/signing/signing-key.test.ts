import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ActionError } from '../../../src/core/errors.ts'
import { openSigningKey } from '../../../src/signing/signing-key.ts'
import { GnuPG, missingTools } from '../../support/gnupg.ts'
import { type Animal, badKeys, doubtfulKeys, goodKeys, sequoiaKeys, sequoiaRsaKey } from './key-zoo.ts'

const noGpg = missingTools('gpg').length > 0
const noSqop = missingTools('sqop').length > 0
const noSq = missingTools('sq').length > 0
const open = ({ secret, passphrase }: Animal, more = {}) =>
  openSigningKey({ secret, ...(passphrase !== undefined && { passphrase }), signedAt: Date.now(), today: new Date(), ...more })

const makers = noGpg ? undefined : new GnuPG()
const verifiers = noGpg ? undefined : new GnuPG()
afterAll(() => {
  makers?.[Symbol.dispose]()
  verifiers?.[Symbol.dispose]()
})

/** Signs with the key and lets gpg judge, by the public key that we export. */
async function gpgVerdict(animal: Animal) {
  const key = await open(animal)
  const { signer } = key
  const armored = await signer.sign(createHash('sha512').update('content').update(signer.portable.template.trailer).digest())
  if (verifiers === undefined) throw new Error('no gpg')
  verifiers.import(key.publicKey)
  const file = join(verifiers.home, 'content')
  writeFileSync(file, 'content')
  writeFileSync(`${file}.asc`, armored)
  return { key, verdict: verifiers.verify(`${file}.asc`, file) }
}

describe.skipIf(noGpg)('keys that sign', async () => {
  const animals = makers === undefined ? [] : await goodKeys(makers)
  it.each(animals)('$name signs, and gpg agrees', async (animal) => {
    const { key, verdict } = await gpgVerdict(animal)
    expect(key.warnings).toEqual([])
    expect(key.fingerprint).toBe(animal.signer)
    expect(verdict).toEqual({ good: true, signer: animal.signer, hash: '10' })
  })
})

describe.skipIf(noGpg || noSqop)('keys made by Sequoia', () => {
  it.each(noSqop ? [] : sequoiaKeys())('$name: the signing subkey signs, and gpg agrees', async (animal) => {
    const { key, verdict } = await gpgVerdict(animal)
    expect(key.warnings).toEqual([])
    expect(key.fingerprint).not.toBe(key.primaryFingerprint)
    expect(verdict).toEqual({ good: true, signer: key.fingerprint, hash: '10' })
  })

  it.skipIf(noSq)('sequoia-rsa: the signing subkey signs, and gpg agrees', async () => {
    const { key, verdict } = await gpgVerdict(sequoiaRsaKey())
    expect(key.fingerprint).not.toBe(key.primaryFingerprint)
    expect(verdict.good).toBe(true)
  })
})

describe.skipIf(noGpg)('keys that sign with a warning', async () => {
  const animals = makers === undefined ? [] : await doubtfulKeys(makers)
  it.each(animals)('$name', async (animal) => {
    const key = await open(animal)
    expect(key.warnings.map((warning) => warning.message)).toEqual([expect.stringMatching(animal.warning)])
    expect(key.warnings[0]?.hint).toMatch(/\w+/)
    if (animal.signer !== undefined) expect(key.fingerprint).toBe(animal.signer)
  })
})

describe.skipIf(noGpg)('keys that are refused', async () => {
  const animals = makers === undefined ? [] : await badKeys(makers)
  it.each(animals)('$name is refused with reason and cure', async (animal) => {
    const error = await open(animal).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ActionError)
    if (!(error instanceof ActionError)) return
    expect(error.message).toMatch(animal.refusal)
    expect(error.hint).toMatch(/\w+ \w+/)
    expect(error.cause).toBeUndefined()
  })
})
