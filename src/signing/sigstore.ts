import { createPublicKey, createVerify, type KeyObject } from 'node:crypto'
import type { Bundle } from '@sigstore/bundle'
import type { SignedEntity, Signer } from '@sigstore/verify'
import { messageOf } from '../core/errors.ts'
import { matchesTokens, type Token } from '../core/wildcards.ts'
import { isStatementType, readStatement, type SigstoreDocument, type StatementSubject } from './sigstore-bundle.ts'
import { fetchSigstoreRoot, readSigstoreRoots, type SigstoreMirror, type SigstoreRoot } from './sigstore-roots.ts'

/** Whose signatures count, and what says that a signature is theirs. */
export interface SigstoreOptions {
  /** The subject of the certificate, whole; `*` stands for any characters. */
  readonly identity: string
  /** Who vouched for the subject, such as `https://token.actions.githubusercontent.com`; whole and exact. */
  readonly issuer: string
  /** Absolute path of a `trusted_root.json`; default: the public Sigstore's, got when first needed. */
  readonly trustedRoot?: string
  /** Folder for what is got, kept while the job runs. */
  readonly cacheFolder: string
  /** Where to get it instead. */
  readonly mirror?: SigstoreMirror
}

/** The bytes that a message signature is over. */
export interface SignedBytes {
  /** Lower-case hexadecimal; by Node's name of the algorithm. */
  digest(algorithm: string): Promise<string>
  chunks(): AsyncIterable<Uint8Array>
}

/**
 * What came of a verification: `trusted` by the named identity; `untrusted` when whose it is does not hold, or is someone else's; `wrong`
 * when it is damaged or not over these bytes.
 */
export type SigstoreVerdict<Finding = unknown> =
  | { readonly state: 'trusted'; readonly identity: string; readonly finding: Finding }
  | { readonly state: 'untrusted'; readonly reason: string; readonly identity?: string }
  | { readonly state: 'wrong'; readonly reason: string }

/** Real bundles have one or two; a verifier compares all of them with each other. */
const mostEntries = 16

/** Verifies Sigstore bundles against one identity. */
export class SigstoreVerifier {
  readonly #options: SigstoreOptions
  readonly #identity: readonly Token[]
  #roots: Promise<readonly SigstoreRoot[]> | undefined

  private constructor(options: SigstoreOptions, roots: readonly SigstoreRoot[] | undefined) {
    this.#options = options
    this.#identity = [...options.identity].map((character) => (character === '*' ? { kind: 'any' } : { kind: 'character', character }))
    this.#roots = roots && Promise.resolve(roots)
  }

  /** Reads `trustedRoot` at once, so that a mistake in it is told before anything is done. Throws `invalid-input`. */
  static async open(options: SigstoreOptions): Promise<SigstoreVerifier> {
    return new SigstoreVerifier(options, options.trustedRoot === undefined ? undefined : await readSigstoreRoots(options.trustedRoot))
  }

  /** Verifies a message signature over bytes. Throws `unavailable` when the trust root cannot be had. */
  async verifyMessage(document: SigstoreDocument, bytes: SignedBytes): Promise<SigstoreVerdict<undefined>> {
    const opened = await openBundle(document)
    if (opened.state !== 'open') return opened
    const { bundle, entity, key } = opened
    if (bundle.content.$case !== 'messageSignature') return { state: 'wrong', reason: 'it holds no signature of a file' }
    const { messageDigest, signature } = bundle.content.messageSignature
    const algorithm = messageHashes[messageDigest.algorithm]
    if (algorithm === undefined) return { state: 'untrusted', reason: `its hash algorithm ${messageDigest.algorithm} is not known` }
    if ((await bytes.digest(algorithm)) !== messageDigest.digest.toString('hex'))
      return { state: 'wrong', reason: 'it is over other bytes' }
    if (!streamable.has(key.asymmetricKeyType ?? '')) {
      return { state: 'untrusted', reason: `keys of the kind ${key.asymmetricKeyType} are not supported` }
    }
    const verify = createVerify(algorithm)
    for await (const chunk of bytes.chunks()) verify.update(chunk)
    if (!isSignature(() => verify.verify(key, signature)))
      return { state: 'wrong', reason: 'its signature is not that of its certificate over this file' }
    return await this.#judge({ ...entity, signature: verified(entity.signature) }, undefined)
  }

  /** Verifies a signed statement and gives its subjects. Throws `unavailable` when the trust root cannot be had. */
  async verifyStatement(document: SigstoreDocument): Promise<SigstoreVerdict<readonly StatementSubject[]>> {
    const opened = await openBundle(document)
    if (opened.state !== 'open') return opened
    const { bundle, entity, key } = opened
    if (bundle.content.$case !== 'dsseEnvelope') return { state: 'wrong', reason: 'it holds no statement' }
    const { payload, payloadType } = bundle.content.dsseEnvelope
    const subjects = isStatementType(payloadType) ? readStatement(payload) : undefined
    if (subjects === undefined) return { state: 'wrong', reason: 'what it signs is no in-toto statement' }
    if (!entity.signature.verifySignature(key)) {
      return { state: 'wrong', reason: 'its signature is not that of its certificate over its statement' }
    }
    return await this.#judge(entity, subjects)
  }

  /** Certificate, logs, times and identity, against each trusted instance; the signature itself holds already. */
  async #judge<Finding>(entity: SignedEntity, finding: Finding): Promise<SigstoreVerdict<Finding>> {
    const { Verifier } = await import('@sigstore/verify')
    let failure: unknown
    for (const { material, thresholds } of await this.#trusted()) {
      try {
        return this.#judgeSigner(new Verifier(material, thresholds).verify(entity), finding)
      } catch (error) {
        failure ??= error
      }
    }
    return { state: 'untrusted', reason: messageOf(failure) }
  }

  #judgeSigner<Finding>({ identity }: Signer, finding: Finding): SigstoreVerdict<Finding> {
    const subject = identity?.subjectAlternativeName
    const issuer = identity?.extensions?.issuer
    if (subject === undefined || issuer === undefined) return { state: 'untrusted', reason: 'its certificate names no identity' }
    // The library's own policy takes a text as an expression that may match any part of the subject.
    if (!matchesTokens(this.#identity, subject)) return { state: 'untrusted', identity: subject, reason: `it is by ${subject}` }
    if (issuer !== this.#options.issuer) {
      return { state: 'untrusted', identity: subject, reason: `${subject} was vouched for by ${issuer}` }
    }
    return { state: 'trusted', identity: subject, finding }
  }

  #trusted(): Promise<readonly SigstoreRoot[]> {
    this.#roots ??= fetchSigstoreRoot(this.#options.cacheFolder, this.#options.mirror)
    return this.#roots
  }
}

type Opened =
  | { readonly state: 'open'; readonly bundle: Bundle; readonly entity: SignedEntity; readonly key: KeyObject }
  | { readonly state: 'untrusted'; readonly reason: string }
  | { readonly state: 'wrong'; readonly reason: string }

/** Node's names by the numbers of `HashAlgorithm`. */
const messageHashes: Readonly<Record<number, string>> = { 1: 'sha256', 2: 'sha384', 3: 'sha512' }

/** Keys whose signatures can be verified without the whole file in memory. */
const streamable: ReadonlySet<string> = new Set(['ec', 'rsa'])

async function openBundle({ kind, json }: SigstoreDocument): Promise<Opened> {
  if (kind !== 'bundle') return { state: 'untrusted', reason: 'it does not hold what it takes to verify it' }
  const { bundleFromJSON } = await import('@sigstore/bundle')
  const { toSignedEntity } = await import('@sigstore/verify')
  try {
    const bundle = bundleFromJSON(json)
    const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial
    if (tlogEntries.length > mostEntries || (timestampVerificationData?.rfc3161Timestamps.length ?? 0) > mostEntries) {
      return { state: 'wrong', reason: `it has more than ${mostEntries} entries of logs or timestamps` }
    }
    const entity = toSignedEntity(bundle)
    if (entity.key.$case !== 'certificate') return { state: 'untrusted', reason: 'it was made with a key, and has no certificate' }
    const key = createPublicKey({ key: entity.key.certificate.publicKey, format: 'der', type: 'spki' })
    return { state: 'open', bundle, entity, key }
  } catch (error) {
    // Parsers of hostile bytes throw anything.
    return { state: 'wrong', reason: `it is damaged: ${messageOf(error)}` }
  }
}

/** OpenSSL throws at some signatures that are no signatures at all. */
function isSignature(verify: () => boolean): boolean {
  try {
    return verify()
  } catch {
    return false
  }
}

/** A signature that is known to hold: the library would want the whole file in memory to see it. */
function verified(content: SignedEntity['signature']): SignedEntity['signature'] {
  return {
    signature: content.signature,
    compareDigest: (digest) => content.compareDigest(digest),
    compareSignature: (signature) => content.compareSignature(signature),
    compareSignedDigest: (digest) => content.compareSignedDigest(digest),
    verifySignature: () => true,
  }
}
