import { createHash, type Hash } from 'node:crypto'
import { type NativeKey, signDigest, verifyDigest } from './native-key.ts'
import { armoredSignature, type SignatureTemplate, signatureBody } from './signature-packet.ts'
import type { CheckableSignature, ExistingSignature } from './signature-reader.ts'

/** The part of a signer that a worker can be given: it can be cloned, and its secret is a handle, not text. */
export interface PortableSigner {
  /** Fingerprint of the key or subkey that signs: upper-case hexadecimal, 40 digits. */
  readonly fingerprint: string
  /** When that key was made, whole seconds since 1970; no signature can be older. */
  readonly keyCreated: number
  readonly template: SignatureTemplate
  /** Absent for keys that only openpgp.js can use: then digests go back to the main thread. */
  readonly native?: NativeKey
}

/** Signs what was hashed. All digests cover the file and then a signature's trailer (RFC 9580 section 5.2.4). */
export interface Signer {
  readonly portable: PortableSigner
  /** The armored signature over a SHA-512 digest, verified before it is returned. */
  sign(digest: Uint8Array): Promise<string>
  /** Whether an existing signature by this key is good for a digest by its own hash algorithm. */
  verify(signature: CheckableSignature, digest: Uint8Array): Promise<boolean>
}

/** What became of a file's signature: the one that was there is kept, or this new armored one is to be written. */
export type SignatureOutcome = { readonly kept: true } | { readonly armored: string }

/** What the thread that hashed could not do by itself. */
export interface UnfinishedSignature {
  readonly digest: Uint8Array
  readonly existing?: { readonly signature: CheckableSignature; readonly digest: Uint8Array }
}

/** Running digests of a whole file; they are copied, never finished here. */
export interface RunningDigests {
  readonly sha512: Hash
  /** By the hash of the existing signature, if that can be checked. */
  readonly existing?: Hash
}

/** What the signature says to be the signer's own; nothing else is ever looked at more closely. */
export function isOwn(signature: ExistingSignature, signer: PortableSigner): boolean {
  if (signature.fingerprint !== undefined) return signature.fingerprint === signer.fingerprint
  return signature.keyId !== undefined && signer.fingerprint.endsWith(signature.keyId)
}

/** Keeps the existing signature if it is the signer's and good, else signs, as far as the key can be used on this thread. */
export function settle(
  running: RunningDigests,
  existing: ExistingSignature | undefined,
  signer: PortableSigner,
): SignatureOutcome | UnfinishedSignature {
  const old = existing && ownCheckable(existing, signer)
  const oldDigest = old && running.existing?.copy().update(old.trailer).digest()
  const digest = running.sha512.copy().update(signer.template.trailer).digest()
  const { native } = signer
  if (native === undefined) return { digest, ...(old && oldDigest && { existing: { signature: old, digest: oldDigest } }) }
  if (old && oldDigest && verifyDigest(native, { ...old, digest: oldDigest })) return { kept: true }
  return { armored: signNatively(native, signer.template, digest) }
}

/** Finishes on the main thread what `settle` left. */
export async function finish(unfinished: UnfinishedSignature, signer: Signer): Promise<SignatureOutcome> {
  const { existing } = unfinished
  if (existing && (await signer.verify(existing.signature, existing.digest))) return { kept: true }
  return { armored: await signer.sign(unfinished.digest) }
}

/** Keeps or makes the signature over a small text of our own, such as the record. */
export async function signText(text: string, existing: ExistingSignature | undefined, signer: Signer): Promise<SignatureOutcome> {
  const running = (hash: string) => createHash(hash).update(text)
  const old = existing?.checkable
  const settled = settle({ sha512: running('sha512'), ...(old && { existing: running(old.hash) }) }, existing, signer.portable)
  return 'digest' in settled ? finish(settled, signer) : settled
}

/** A signature by a key of node:crypto's, verified before it is returned. */
export function signNatively(key: NativeKey, template: SignatureTemplate, digest: Uint8Array): string {
  return armoredSignature(signatureBody(template, digest, signDigest(key, digest)))
}

/** A signature that is older than its key is refused by gpg: not worth keeping. */
function ownCheckable(signature: ExistingSignature, signer: PortableSigner): CheckableSignature | undefined {
  const old = signature.created !== undefined && signature.created < signer.keyCreated
  return isOwn(signature, signer) && !old ? signature.checkable : undefined
}
