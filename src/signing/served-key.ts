import type { Key, Subkey } from 'openpgp'
import { judgingConfig, type OpenPgp } from './key-judgement.ts'

/** The public key that signs, as we have it. */
export interface OwnKey {
  /** Of the key or subkey that signs: upper-case hexadecimal. */
  readonly fingerprint: string
  /** Armored, with all its subkeys. */
  readonly publicKey: string
}

/**
 * What a server has of a key: `found` as good as ours; `found-without-user-id` is of no use, because gpg and others refuse such keys; `stale` expires
 * earlier than ours; `missing`.
 */
export type Presence = 'found' | 'found-without-user-id' | 'stale' | 'missing'

/**
 * Compares what a server sent with our own key. The server is not trusted: whatever does not hold the very key that was asked for is `missing`. Throws when
 * the text is no key at all.
 */
export async function judgeServedKey(text: string, own: OwnKey, openpgp: OpenPgp): Promise<Presence> {
  const served = (await openpgp.readKeys({ armoredKeys: text })).flatMap((key) => partOf(key, own.fingerprint) ?? [])[0]
  if (served === undefined) return 'missing'
  const ours = partOf(await openpgp.readKey({ armoredKey: own.publicKey }), own.fingerprint)
  if (ours === undefined) throw new Error('a public key without the key that signs')
  if (!served.key.users.some((user) => user.userID !== null)) return 'found-without-user-id'
  return (await lastDay(served, openpgp)) < (await lastDay(ours, openpgp)) ? 'stale' : 'found'
}

interface Part {
  readonly key: Key
  readonly part: Key | Subkey
}

function partOf(key: Key, fingerprint: string): Part | undefined {
  const part = [key, ...key.subkeys].find((candidate) => candidate.getFingerprint().toUpperCase() === fingerprint)
  return part === undefined ? undefined : { key, part }
}

/** When the part stops being valid, in milliseconds since 1970: it never outlives its primary key. A part without a valid self signature has ended. */
async function lastDay({ key, part }: Part, openpgp: OpenPgp): Promise<number> {
  const config = judgingConfig(openpgp)
  const ends = [await key.getExpirationTime(undefined, config)]
  if (part !== key && 'mainKey' in part) ends.push(await part.getExpirationTime(new Date(), config))
  return Math.min(...ends.map((end) => (end === null ? Number.NEGATIVE_INFINITY : Number(end))))
}
