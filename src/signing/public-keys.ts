import { createHash, type Hash } from 'node:crypto'
import type { Key, PublicKeyPacket, PublicSubkeyPacket } from 'openpgp'
import { ActionError, messageOf } from '../core/errors.ts'
import { armoredBlocks } from './armor.ts'
import { isSignatureOf, judgeSignature } from './openpgp-signer.ts'
import type { ExistingSignature, VerifiableSignature } from './signature-reader.ts'
import { readPieces, type SteadyFile } from './steady-file.ts'

/** A key or subkey, and the key that it belongs to. */
interface KnownKey {
  readonly packet: PublicKeyPacket | PublicSubkeyPacket
  readonly whole: Key
}

/**
 * What keys say of a signature over a document: `good` by one of them; `wrong` for one that claims to be by one of them and is not over this
 * document; `unusable` when it is by one of them and says nothing all the same; `unknown-key` when it is by none of them.
 */
export type SignatureVerdict =
  | { readonly state: 'good' | 'wrong'; readonly key: string }
  | { readonly state: 'unusable'; readonly key: string; readonly reason: string }
  | { readonly state: 'unknown-key'; readonly key?: string }

/** The document that a signature is to be over. */
export interface SignedDocument {
  /** The running hash of the whole document, as bytes or as a text with CR and LF at the ends of its lines; it is copied, never finished. */
  hash(signature: Pick<VerifiableSignature, 'hash' | 'over'>): Promise<Hash>
}

/** Keys of others, against which signatures that came with their files are verified. */
export class PublicKeys {
  readonly #openpgp: typeof import('openpgp')
  readonly #keys: ReadonlyMap<string, KnownKey>

  private constructor(openpgp: typeof import('openpgp'), keys: ReadonlyMap<string, KnownKey>) {
    this.#openpgp = openpgp
    this.#keys = keys
  }

  /** Reads armored public keys; each block may hold several. Throws `invalid-input` for a text that holds none. */
  static async read(armored: readonly string[]): Promise<PublicKeys> {
    const openpgp = await import('openpgp')
    const known = new Map<string, KnownKey>()
    for (const armoredKeys of armored) {
      const keys = await openpgp.readKeys({ armoredKeys }).catch((error: unknown) => {
        throw new ActionError('invalid-input', "input 'public-keys' holds something that is no armored public key", {
          cause: error,
          hint: 'Export it with "gpg --armor --export <fingerprint>".',
        })
      })
      for (const whole of keys) {
        for (const part of whole.getKeys()) {
          known.set(part.getFingerprint().toUpperCase(), { whole, packet: part.keyPacket as PublicKeyPacket | PublicSubkeyPacket })
        }
      }
    }
    return new PublicKeys(openpgp, known)
  }

  /** Whether one of these keys made a signature over a file. Reads the file once more, from the open `descriptor`. */
  async verify(signature: ExistingSignature, file: SteadyFile, descriptor: number): Promise<boolean> {
    const { checkable } = signature
    if (checkable === undefined) return false
    const candidates = this.#claimedBy(signature)
    if (candidates.length === 0) return false
    const hash = createHash(checkable.hash)
    readPieces(file, descriptor, Buffer.allocUnsafe(512 * 1024), (piece) => void hash.update(piece))
    const digest = hash.update(checkable.trailer).digest()
    for (const [, { packet }] of candidates) if (await isSignatureOf(packet, checkable.body, digest, this.#openpgp)) return true
    return false
  }

  /** What these keys say of a signature; the document is read only when it claims to be by one of them. `now` is in milliseconds since 1970. */
  async judge(signature: ExistingSignature, document: SignedDocument, now: number): Promise<SignatureVerdict> {
    const [first, ...others] = this.#claimedBy(signature)
    if (first === undefined) {
      const key = signature.fingerprint ?? signature.keyId
      return { state: 'unknown-key', ...(key !== undefined && { key }) }
    }
    const { verifiable, created = 0 } = signature
    if (verifiable === undefined) {
      return { state: 'unusable', key: first[0], reason: 'it is of an old version, by MD5 or SHA-1, or asks for what is not understood' }
    }
    const digest = (await document.hash(verifiable)).copy().update(verifiable.trailer).digest()
    let refused: string | undefined
    for (const [key, { packet, whole }] of [first, ...others]) {
      const judged = await judgeSignature(packet, { body: verifiable.body, digest }, this.#openpgp)
      if (typeof judged === 'object') refused ??= judged.reason
      if (judged !== 'good') continue
      const expired = verifiable.expires !== undefined && verifiable.expires * 1000 <= now
      const reason = expired ? 'it has expired' : await unfitness(whole, packet, created * 1000)
      return reason === undefined ? { state: 'good', key } : { state: 'unusable', key, reason }
    }
    return refused === undefined ? { state: 'wrong', key: first[0] } : { state: 'unusable', key: first[0], reason: refused }
  }

  #claimedBy({ fingerprint, keyId }: ExistingSignature): [string, KnownKey][] {
    return [...this.#keys].filter(([known]) =>
      fingerprint === undefined ? keyId !== undefined && known.endsWith(keyId) : known === fingerprint,
    )
  }
}

/**
 * Why a key could not sign when a signature was made: revoked, expired, not for signing, too weak; undefined when it could. Owners renew their
 * keys by signing them anew, so an older signature is judged at the time of the oldest self-signature that is left.
 */
async function unfitness(whole: Key, packet: KnownKey['packet'], created: number): Promise<string | undefined> {
  if (created < packet.created.getTime()) return 'it claims to be older than its key'
  const part = whole.subkeys.find(({ keyPacket }) => keyPacket === packet)
  const oldest = (signatures: readonly { created: Date | null }[]) =>
    Math.min(...signatures.map((signature) => signature.created?.getTime() ?? created))
  const signatures = [whole.users.flatMap(({ selfCertifications }) => selfCertifications), part?.bindingSignatures ?? []]
  const at = Math.max(created, ...signatures.map(oldest).filter(Number.isFinite))
  try {
    await whole.getSigningKey(packet.getKeyID(), new Date(at))
    return undefined
  } catch (error) {
    return `its key could not sign then: ${messageOf(error)}`
  }
}

/** Fingerprints of the primary keys in armored public keys, upper-case hexadecimal; none for a block that is no public key. */
export async function primaryFingerprints(text: string): Promise<string[]> {
  const openpgp = await import('openpgp')
  const blocks = armoredBlocks(text).filter(({ kind }) => kind === 'PUBLIC KEY BLOCK')
  const keys = await Promise.all(blocks.map(({ text: armoredKeys }) => openpgp.readKeys({ armoredKeys }).catch(() => [])))
  return keys.flat().map((key) => key.getFingerprint().toUpperCase())
}
