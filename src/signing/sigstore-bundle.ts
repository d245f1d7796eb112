// Reads what Sigstore's files say before anything of it is believed (sigstore/protobuf-specs, secure-systems-lab/dsse, in-toto/attestation).
// No library is needed for that: a bundle that nobody asked to have verified is only named.

/** What a bundle or an envelope is about. */
export type SignedContent =
  | { readonly kind: 'message'; readonly algorithm: string; readonly digest: string }
  | { readonly kind: 'statement'; readonly subjects: readonly StatementSubject[] }

/** One thing that an in-toto statement speaks about. */
export interface StatementSubject {
  readonly name: string | undefined
  /** Lower-case hexadecimal by in-toto's name of the algorithm: `sha256`, `sha512`, … */
  readonly digests: ReadonlyMap<string, string>
}

/** A Sigstore bundle, or the signed envelope of a statement without what it takes to verify it. */
export interface SigstoreDocument {
  /** Only a bundle names the certificate and the log that a verifier needs. */
  readonly kind: 'bundle' | 'envelope' | 'cosign'
  /** Absent where it cannot be told. */
  readonly content: SignedContent | undefined
  /** As parsed from JSON. */
  readonly json: unknown
}

const statementType = 'application/vnd.in-toto+json'

/** Node's names of the algorithms by which a bundle gives a message's digest; their numbers are those of `HashAlgorithm`. */
const messageAlgorithms: Readonly<Record<string, string>> = {
  SHA2_256: 'sha256',
  SHA2_384: 'sha384',
  SHA2_512: 'sha512',
  SHA3_256: 'sha3-256',
  SHA3_384: 'sha3-384',
  1: 'sha256',
  2: 'sha384',
  3: 'sha512',
  4: 'sha3-256',
  5: 'sha3-384',
}

/** Recognises a document by what it holds, whatever its file is called; undefined for any other JSON. Never throws. */
export function readSigstoreDocument(json: unknown): SigstoreDocument | undefined {
  const mediaType = textIn(json, 'mediaType')
  if (mediaType?.startsWith('application/vnd.dev.sigstore.bundle')) {
    const envelope = memberOf(json, 'dsseEnvelope')
    return {
      kind: 'bundle',
      content: envelope === undefined ? messageOf(memberOf(json, 'messageSignature')) : envelopeContent(envelope),
      json,
    }
  }
  if (textIn(json, 'payloadType') === statementType) return { kind: 'envelope', content: envelopeContent(json), json }
  if (textIn(json, 'base64Signature') !== undefined) return { kind: 'cosign', content: undefined, json }
  return undefined
}

/** The subjects of an in-toto statement; undefined when it is none. Never throws. */
export function readStatement(payload: Buffer): StatementSubject[] | undefined {
  const statement = parsed(payload.toString())
  const subjects = memberOf(statement, 'subject')
  if (!textIn(statement, '_type')?.startsWith('https://in-toto.io/Statement/') || !Array.isArray(subjects)) return undefined
  return subjects.map((subject) => ({ name: textIn(subject, 'name'), digests: digestsOf(memberOf(subject, 'digest')) }))
}

/** Whether an envelope's payload is an in-toto statement. */
export function isStatementType(payloadType: string): boolean {
  return payloadType === statementType
}

function envelopeContent(envelope: unknown): SignedContent | undefined {
  const payload = textIn(envelope, 'payload')
  if (payload === undefined || textIn(envelope, 'payloadType') !== statementType) return undefined
  const subjects = readStatement(Buffer.from(payload, 'base64'))
  return subjects && { kind: 'statement', subjects }
}

function messageOf(signature: unknown): SignedContent | undefined {
  const message = memberOf(signature, 'messageDigest')
  const algorithm = messageAlgorithms[String(memberOf(message, 'algorithm'))]
  const digest = Buffer.from(textIn(message, 'digest') ?? '', 'base64').toString('hex')
  return algorithm === undefined || digest === '' ? undefined : { kind: 'message', algorithm, digest }
}

function digestsOf(digest: unknown): Map<string, string> {
  const entries = typeof digest === 'object' && digest !== null ? Object.entries(digest) : []
  return new Map(entries.flatMap(([algorithm, hex]) => (typeof hex === 'string' ? [[algorithm, hex.toLowerCase()] as const] : [])))
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}

function textIn(value: unknown, key: string): string | undefined {
  const member = memberOf(value, key)
  return typeof member === 'string' ? member : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
