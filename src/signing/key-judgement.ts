// What makes a key fit to sign a release: openpgp.js verifies, this file decides and says why.
import type { Config, Key, PrivateKey, SignaturePacket, Subkey } from 'openpgp'
import { isoTime } from '../core/clock.ts'
import { publicKeyAlgorithms } from './signature-packet.ts'

export type OpenPgp = typeof import('openpgp')

/** Why a key must not or cannot sign, as the end of a sentence that begins with its name; and the cure. */
export interface Fault {
  readonly reason: string
  readonly cure: string
}

/** A key or subkey that may sign. */
export interface Fit {
  /** Undefined when it never expires. */
  readonly expires: Date | undefined
  /** The self signatures that make it valid, for judging their age. */
  readonly signatures: readonly SignaturePacket[]
}

const smallestRsa = 2048
const signingFlag = 0x02
const sha1 = 2
const newKey = 'Make a new key with "gpg --quick-gen-key", publish it, and use that.'
const extend = 'Extend it with "gpg --quick-set-expire", publish the public key again, and export the secret key again.'

/** openpgp.js judges by its own policy as well; ours is stricter where it matters and names what it refuses. */
export function judgingConfig(openpgp: OpenPgp): Config {
  return { ...openpgp.config, rejectPublicKeyAlgorithms: new Set(), minRSABits: 0, allowMissingKeyFlags: true }
}

/** Judges the certificate as a whole: whatever is wrong with the primary key is wrong with all its subkeys. */
export async function judgeCertificate(key: Key, today: Date, config: Config): Promise<Fault | Fit> {
  const { keyPacket } = key
  if (keyPacket.version !== 4) {
    return {
      reason: `is of version ${keyPacket.version}, which gpg 2.2 and Maven Central cannot check`,
      cure: `${newKey} It must be of version 4.`,
    }
  }
  const weakness = judgeAlgorithm(key) ?? judgeCreation(key, today)
  if (weakness !== undefined) return weakness
  if (!key.users.some((user) => user.userID !== null)) {
    return {
      reason: 'has no user ID, so that gpg 2.2 cannot import its public key',
      cure: 'Add one with "gpg --quick-add-uid", and export the key again.',
    }
  }
  if (await key.isRevoked(undefined, undefined, today, config)) return { reason: `is revoked${revocationReason(key)}`, cure: newKey }
  return judgeSelfSignature(key, today, config)
}

async function judgeSelfSignature(key: Key, today: Date, config: Config): Promise<Fault | Fit> {
  try {
    await key.verifyPrimaryKey(today, undefined, config)
    const { selfCertification } = await key.getPrimaryUser(today, undefined, config)
    return { expires: dateOf(await key.getExpirationTime(undefined, config)), signatures: [selfCertification] }
  } catch {
    const expires = dateOf(await key.getExpirationTime(undefined, config))
    if (expires !== undefined && expires <= today) return { reason: `expired on ${day(expires)}`, cure: extend }
    return { reason: 'has no valid self signature', cure: 'Export the key again from the keyring that made it.' }
  }
}

/** Judges whether the primary key itself may sign. */
export function judgePrimary(key: PrivateKey, certificate: Fit): Fault | Fit {
  const flags = certificate.signatures[0]?.keyFlags
  if (!maySign(flags))
    return { reason: 'may only certify', cure: 'Add a signing subkey with "gpg --quick-add-key", and export the key again.' }
  return judgeSecret(key) ?? certificate
}

/** Judges a subkey; undefined when it was never meant to sign. */
export async function judgeSubkey(
  subkey: Subkey,
  certificate: Fit,
  { key, today, config }: { key: Key; today: Date; config: Config },
): Promise<Fault | Fit | undefined> {
  if (!subkey.bindingSignatures.some((signature) => maySign(signature.keyFlags)) || !signingAlgorithms.has(subkey.keyPacket.algorithm))
    return undefined
  const weakness = judgeAlgorithm(subkey) ?? judgeCreation(subkey, today) ?? judgeSecret(subkey)
  if (weakness !== undefined) return weakness
  let binding: SignaturePacket
  try {
    binding = await subkey.verify(today, config)
  } catch (error) {
    const expires = dateOf(await subkey.getExpirationTime(today, config))
    if (error instanceof Error && error.message === 'Subkey is revoked')
      return { reason: `is revoked${revocationReason(subkey)}`, cure: newSubkey }
    if (expires !== undefined && expires <= today) return { reason: `expired on ${day(expires)}`, cure: extend }
    return { reason: 'is not validly bound to the primary key', cure: newSubkey }
  }
  if (!maySign(binding.keyFlags)) return undefined
  const bound = await key.getSigningKey(subkey.getKeyID(), today, undefined, config).catch(() => undefined)
  if (bound !== subkey || binding.embeddedSignature === null) return { reason: 'has not signed its primary key back', cure: newSubkey }
  const expires = earliest(certificate.expires, dateOf(await subkey.getExpirationTime(today, config)))
  return { expires, signatures: [...certificate.signatures, binding, binding.embeddedSignature] }
}

const newSubkey = 'Add a signing subkey with "gpg --quick-add-key", publish the public key again, and export the secret key again.'

/** True when a self signature was made with SHA-1, which Sequoia no longer accepts. */
export function restsOnSha1(fit: Fit): boolean {
  return fit.signatures.some((signature) => signature.hashAlgorithm === sha1)
}

export function isFault(verdict: Fault | Fit): verdict is Fault {
  return 'reason' in verdict
}

/** Algorithms that can sign at all (RFC 9580 section 9.1). */
const signingAlgorithms: ReadonlySet<number> = new Set(Object.values(publicKeyAlgorithms))
const names: Readonly<Record<number, string>> = {
  17: 'DSA',
  27: 'Ed25519 as algorithm 27 of RFC 9580',
  28: 'Ed448 as algorithm 28 of RFC 9580',
}
const curves: ReadonlySet<string> = new Set(['nistP256', 'nistP384', 'nistP521'])
const supported: ReadonlySet<number> = new Set([
  publicKeyAlgorithms.rsa,
  publicKeyAlgorithms.rsaSign,
  publicKeyAlgorithms.ecdsa,
  publicKeyAlgorithms.eddsaLegacy,
])

function judgeAlgorithm(part: Key | Subkey): Fault | undefined {
  const { algorithm } = part.keyPacket
  const { bits, curve } = part.getAlgorithmInfo()
  if (bits !== undefined && bits < smallestRsa && (algorithm === publicKeyAlgorithms.rsa || algorithm === publicKeyAlgorithms.rsaSign)) {
    return { reason: `is too weak: RSA of ${bits} bits`, cure: `${newKey} RSA takes at least ${smallestRsa} bits.` }
  }
  if (algorithm === publicKeyAlgorithms.ecdsa && !curves.has(curve ?? '')) {
    return {
      reason: `uses ECDSA on the curve ${curve}, which openpgp.js cannot verify`,
      cure: `${newKey} NIST P-256, P-384 and P-521 work.`,
    }
  }
  if (supported.has(algorithm)) return undefined
  const name = names[algorithm] ?? `public-key algorithm ${algorithm}`
  const why = algorithm === publicKeyAlgorithms.dsa ? 'no longer considered safe' : 'which gpg 2.2 and Maven Central cannot check'
  return { reason: `uses ${name}, ${why}`, cure: `${newKey} RSA, ECDSA and Ed25519 (algorithm 22, gpg's default) work.` }
}

function judgeCreation(part: Key | Subkey, today: Date): Fault | undefined {
  const created = part.getCreationTime()
  if (created <= today) return undefined
  return {
    reason: `is from the future: it was made at ${isoTime(created.getTime())}`,
    cure: `Set the clock of the machine that makes keys. ${newKey}`,
  }
}

function judgeSecret({ keyPacket }: PrivateKey | Subkey): Fault | undefined {
  if ('isMissingSecretKeyMaterial' in keyPacket && !keyPacket.isMissingSecretKeyMaterial()) return undefined
  const cure = 'Export the secret key or its signing subkey from the keyring that holds it: "gpg --armor --export-secret-subkeys".'
  return { reason: 'comes without its secret part (it was exported without it, or is on a smart card)', cure }
}

/** Keys without flags are old and may do whatever their algorithm can, as gpg reads them. */
function maySign(flags: Uint8Array | null | undefined): boolean {
  return flags === null || flags === undefined || ((flags[0] ?? 0) & signingFlag) !== 0
}

const revocationReasons: Readonly<Record<number, string>> = { 1: 'superseded', 2: 'its secret is no longer safe', 3: 'no longer used' }

function revocationReason(part: Key | Subkey): string {
  const reason = revocationReasons[part.revocationSignatures[0]?.reasonForRevocationFlag ?? 0]
  return reason === undefined ? '' : ` (${reason})`
}

function dateOf(time: Date | number | null): Date | undefined {
  return time instanceof Date ? time : undefined
}

function earliest(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a
}

export function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}
