import { createHash } from 'node:crypto'
import type { PrivateKey, SecretKeyPacket, SecretSubkeyPacket } from 'openpgp'
import { isoTime } from '../core/clock.ts'
import { ActionError } from '../core/errors.ts'
import { type ChosenKey, chooseKey, fingerprintOf, type KeyWish } from './key-choice.ts'
import { day, judgingConfig, type OpenPgp, restsOnSha1 } from './key-judgement.ts'
import { type KeyText, type KeyWarning, readKeyText, refuseKey } from './key-text.ts'
import { type KeyNumbers, nativeKey } from './native-key.ts'
import { NativeSigner } from './native-signer.ts'
import { OpenPgpSigner } from './openpgp-signer.ts'
import { signatureTemplate } from './signature-packet.ts'
import type { PortableSigner, Signer } from './signer.ts'

// Whole seconds since 1970 in four octets (RFC 9580, 3.5).
const lastTime = 0xffffffff

/** A secret and how to use it. */
export interface KeyRequest extends KeyWish {
  /** The armored secret key, or base64 of it. */
  readonly secret: string
  readonly passphrase?: string
  /** The time that signatures carry, in milliseconds since 1970, unless the key is younger: then the key's creation. */
  readonly signedAt: number
  /** The day by which the key is judged: the real one, also when `SOURCE_DATE_EPOCH` fixes what we write. */
  readonly today: Date
}

/** A key that was found fit, unlocked and tried. It lives in memory only. */
export interface SigningKey {
  readonly signer: Signer
  /** Of the key or subkey that signs: upper-case hexadecimal. */
  readonly fingerprint: string
  readonly primaryFingerprint: string
  readonly userIds: readonly string[]
  /** The armored public key, with all its subkeys. */
  readonly publicKey: string
  readonly warnings: readonly KeyWarning[]
}

const warningDays = 60

/** Reads, judges, unlocks and tries a key, so that everything that can be wrong with it is told before anything is written. */
export async function openSigningKey(request: KeyRequest): Promise<SigningKey> {
  const text = readKeyText(request.secret)
  // openpgp.js takes 35 ms to load: only runs that sign pay for it.
  const openpgp = await import('openpgp')
  const keys = await readKeys(openpgp, text)
  const chosen = await chooseKey(keys, request, { today: request.today, config: judgingConfig(openpgp) })
  const packet = await unlock(openpgp, chosen, request.passphrase)
  const signer = signerOf(openpgp, packet, request.signedAt)
  await trySigning(signer)
  return {
    signer,
    fingerprint: signer.portable.fingerprint,
    primaryFingerprint: fingerprintOf(chosen.key),
    userIds: chosen.key.getUserIDs(),
    publicKey: chosen.key.toPublic().armor(),
    warnings: [...text.warnings, ...ageWarnings(chosen, request.today)],
  }
}

async function readKeys(openpgp: OpenPgp, text: KeyText): Promise<PrivateKey[]> {
  try {
    if (text.binary !== undefined) return await openpgp.readPrivateKeys({ binaryKeys: text.binary })
    const keys = await Promise.all(text.armored.map((armoredKeys) => openpgp.readPrivateKeys({ armoredKeys })))
    return keys.flat()
  } catch {
    // The reader's own message may quote the text: it is not passed on.
    throw refuseKey(
      'the key is damaged or of a kind that cannot be read',
      'Export it again from the keyring that made it and store the secret again, whole.',
    )
  }
}

/** Unlocks the one key that signs; the others stay locked. */
async function unlock(
  openpgp: OpenPgp,
  { part }: ChosenKey,
  passphrase: string | undefined,
): Promise<SecretKeyPacket | SecretSubkeyPacket> {
  const packet = part.keyPacket
  if (!(packet instanceof openpgp.SecretKeyPacket || packet instanceof openpgp.SecretSubkeyPacket))
    throw new Error('a secret key without a secret packet')
  if (packet.isDecrypted()) return packet
  const name = `the key ${fingerprintOf(part)}`
  if (passphrase === undefined) throw refuseKey(`${name} is protected by a passphrase`, `Give it as input 'passphrase'.`)
  try {
    await packet.decrypt(passphrase)
    return packet
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Incorrect key passphrase')) {
      throw refuseKey(`the passphrase does not unlock ${name}`, `Correct input 'passphrase'. A damaged key looks the same.`)
    }
    throw refuseKey(
      `${name} is protected in a way that is unsafe or unknown`,
      'Set its passphrase anew with "gpg --change-passphrase", and export it again.',
    )
  }
}

function signerOf(openpgp: OpenPgp, packet: SecretKeyPacket | SecretSubkeyPacket, signedAt: number): Signer {
  const keyCreated = Math.floor(packet.created.getTime() / 1000)
  const created = Math.max(Math.floor(signedAt / 1000), keyCreated)
  if (created > lastTime) {
    throw new ActionError(
      'invalid-input',
      `no OpenPGP signature can be dated ${isoTime(signedAt)}: its time has 32 bits, and ends in 2106`,
      {
        hint: 'Correct the clock, or the variable SOURCE_DATE_EPOCH.',
      },
    )
  }
  const fingerprint = packet.getFingerprint().toUpperCase()
  const portable: PortableSigner = {
    fingerprint,
    keyCreated,
    template: signatureTemplate({ algorithm: packet.algorithm, fingerprint: Buffer.from(fingerprint, 'hex'), created }),
  }
  const native = nativeKeyOf(packet)
  if (native === undefined) return new OpenPgpSigner(portable, packet, openpgp)
  // node:crypto holds the secret number now: wipe openpgp.js's copy.
  packet.makeDummy()
  return new NativeSigner(portable, native)
}

function nativeKeyOf(packet: SecretKeyPacket | SecretSubkeyPacket): ReturnType<typeof nativeKey> {
  try {
    return nativeKey(packet.algorithm, numbersOf(packet.publicParams), numbersOf(packet.privateParams ?? {}))
  } catch {
    throw wrongSecret()
  }
}

function numbersOf(parameters: object): KeyNumbers {
  return Object.fromEntries(Object.entries(parameters).filter((entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array))
}

/** gpg signs with a secret number that does not belong to its public key; only verifying one's own signature finds that. */
async function trySigning(signer: Signer): Promise<void> {
  try {
    await signer.sign(createHash('sha512').update('a probe').update(signer.portable.template.trailer).digest())
  } catch {
    throw wrongSecret()
  }
}

function wrongSecret(): Error {
  return refuseKey(
    'the secret key does not belong to its public key: its own signature does not verify',
    'The key is damaged. Restore it from a backup.',
  )
}

function ageWarnings(chosen: ChosenKey, today: Date): KeyWarning[] {
  const name = `the key ${fingerprintOf(chosen.part)}`
  const warnings: KeyWarning[] = []
  const daysLeft = chosen.expires === undefined ? Infinity : (chosen.expires.getTime() - today.getTime()) / 86_400_000
  if (daysLeft <= warningDays && chosen.expires !== undefined) {
    warnings.push({
      message: `${name} expires on ${day(chosen.expires)}`,
      hint: 'Extend it with "gpg --quick-set-expire", and publish the public key again.',
    })
  }
  if (restsOnSha1(chosen)) {
    warnings.push({
      message: `${name} rests on self signatures by SHA-1: Sequoia refuses such keys, and so will others`,
      hint: 'Renew them with gpg 2.2 or later, for example with "gpg --quick-set-expire", and publish the public key again.',
    })
  }
  return warnings
}
