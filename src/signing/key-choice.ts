import type { Config, PrivateKey, Subkey } from 'openpgp'
import { type Fault, type Fit, isFault, judgeCertificate, judgePrimary, judgeSubkey } from './key-judgement.ts'
import { refuseKey } from './key-text.ts'

/** Which key of a secret to use, as the inputs say it. */
export interface KeyWish {
  /** Fingerprint or key id of the key or subkey that is to sign. */
  readonly signingKey?: string
  /** Fingerprint that the primary or the signing key must have. */
  readonly expectedFingerprint?: string
}

/** The key that signs, with its certificate. */
export interface ChosenKey extends Fit {
  readonly key: PrivateKey
  readonly part: PrivateKey | Subkey
}

interface Candidate {
  readonly part: PrivateKey | Subkey
  /** Undefined: never meant to sign. */
  readonly verdict: Fault | Fit | undefined
}

/** Chooses as gpg does: the newest valid signing subkey, else the primary; or the one that was asked for. Refuses with every reason at once. */
export async function chooseKey(keys: readonly PrivateKey[], wish: KeyWish, judging: { today: Date; config: Config }): Promise<ChosenKey> {
  const key = oneKey(keys, wish)
  const certificate = await judgeCertificate(key, judging.today, judging.config)
  if (isFault(certificate)) throw refuseKey(`the key ${fingerprintOf(key)} ${certificate.reason}`, certificate.cure)
  const candidates: Candidate[] = []
  for (const subkey of newestFirst(key.subkeys))
    candidates.push({ part: subkey, verdict: await judgeSubkey(subkey, certificate, { key, ...judging }) })
  candidates.push({ part: key, verdict: judgePrimary(key, certificate) })

  const allowed = wish.signingKey === undefined ? candidates : candidates.filter(({ part }) => isNamed(part, wish.signingKey ?? ''))
  for (const { part, verdict } of allowed) {
    if (verdict === undefined || isFault(verdict)) continue
    checkExpected(wish.expectedFingerprint, [fingerprintOf(key), fingerprintOf(part)])
    return { key, part, ...verdict }
  }
  throw noneFit(key, allowed)
}

/** The upper-case hexadecimal fingerprint of a key or subkey. */
export function fingerprintOf(part: PrivateKey | Subkey): string {
  return part.getFingerprint().toUpperCase()
}

/** A fingerprint or key id without its blanks, `0x` and final `!`; undefined when it is none. */
export function normalizeKeyId(text: string): string | undefined {
  const digits = text.replace(/\s|^0x|!$/gi, '').toUpperCase()
  return /^([0-9A-F]{8}|[0-9A-F]{16}|[0-9A-F]{40}|[0-9A-F]{64})$/.test(digits) ? digits : undefined
}

/** A secret may hold several keys; the inputs must then say which. */
function oneKey(keys: readonly PrivateKey[], { signingKey, expectedFingerprint }: KeyWish): PrivateKey {
  const holds = (key: PrivateKey, id: string) => [key, ...key.subkeys].some((part) => isNamed(part, id))
  const matching = [signingKey, expectedFingerprint]
    .filter((id) => id !== undefined)
    .reduce<readonly PrivateKey[]>((left, id) => left.filter((key) => holds(key, id)), keys)
  const [only] = matching
  if (only !== undefined && matching.length === 1) return only
  const held = keys.flatMap((key) => [key, ...key.subkeys]).map(fingerprintOf)
  if (matching.length > 1) {
    throw refuseKey(
      `there are ${keys.length} secret keys: ${keys.map(fingerprintOf).join(', ')}`,
      'Give one of them, or say which with "expected-fingerprint" or "signing-key".',
    )
  }
  if (expectedFingerprint !== undefined && !keys.some((key) => holds(key, expectedFingerprint))) throw unexpected(expectedFingerprint, held)
  throw refuseKey(
    `there is no key ${signingKey} in the secret; it holds ${held.join(', ')}`,
    'Correct "signing-key", or store the right secret.',
  )
}

function isNamed(part: PrivateKey | Subkey, id: string): boolean {
  const digits = normalizeKeyId(id)
  return digits !== undefined && fingerprintOf(part).endsWith(digits)
}

/** gpg's order: the newest first; of two from the same second the one that stands first. */
function newestFirst(subkeys: readonly Subkey[]): Subkey[] {
  return subkeys.toSorted((a, b) => b.getCreationTime().getTime() - a.getCreationTime().getTime())
}

function checkExpected(expected: string | undefined, fingerprints: readonly string[]): void {
  if (expected !== undefined && !fingerprints.includes(normalizeKeyId(expected) ?? ''))
    throw unexpected(expected, [...new Set(fingerprints)])
}

function unexpected(expected: string, fingerprints: readonly string[]): Error {
  return refuseKey(
    `its fingerprint is ${fingerprints.join(' or ')}, not the expected ${expected}`,
    'Store the right secret, or correct "expected-fingerprint".',
  )
}

function noneFit(key: PrivateKey, candidates: readonly Candidate[]): Error {
  const faults = candidates.flatMap(({ part, verdict }) => {
    if (verdict === undefined)
      return part === key || candidates.length > 1 ? [] : [{ part, reason: 'is not for signing', cure: 'Name a key that may sign.' }]
    return isFault(verdict) ? [{ part, ...verdict }] : []
  })
  const told = faults.map(({ part, reason }) => `the ${part === key ? 'primary key' : 'subkey'} ${fingerprintOf(part)} ${reason}`)
  return refuseKey(`no key in the secret can sign: ${told.join('; ')}`, faults[0]?.cure ?? 'Give a key that may sign.')
}
