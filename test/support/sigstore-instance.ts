import { createHash, generateKeyPairSync } from 'node:crypto'
import { bundleToJSON, type SerializedBundle, type SerializedEnvelope } from '@sigstore/bundle'
// Not from the package's entry, which takes over every request of the process.
import { fulcioHandler, initializeCA, initializeCTLog } from '@sigstore/mock/dist/fulcio/index.js'
import { initializeTLog, rekorHandler } from '@sigstore/mock/dist/rekor/index.js'
import { initializeTSA, tsaHandler } from '@sigstore/mock/dist/timestamp/index.js'
import { DSSEBundleBuilder, FulcioSigner, MessageSignatureBundleBuilder, RekorWitness, TSAWitness } from '@sigstore/sign'
import { serve, textOf } from './loopback-server.ts'

/** Who signs. */
export interface SigningIdentity {
  readonly subject: string
  readonly issuer: string
}

/** A Sigstore of our own on loopback: certificate authority, both logs and a timestamp authority. */
export interface SigstoreInstance extends AsyncDisposable {
  /** What a `trusted_root.json` for it holds. */
  readonly trustedRoot: Readonly<Record<string, unknown>>
  /** A bundle, version 0.2, over a file. */
  signFile(content: Uint8Array | string, identity: SigningIdentity): Promise<SerializedBundle>
  /** A bundle over an in-toto statement about subjects; version 0.3 unless it is told to hold a chain of certificates. */
  signStatement(
    statement: object,
    identity: SigningIdentity,
    options?: { payloadType?: string; chain?: boolean },
  ): Promise<SerializedBundle>
}

/** What in-toto says about files. */
export function statementAbout(files: Readonly<Record<string, string>>): object {
  const subject = Object.entries(files).map(([name, content]) => ({
    name,
    digest: { sha256: createHash('sha256').update(content).digest('hex') },
  }))
  return { _type: 'https://in-toto.io/Statement/v1', subject, predicateType: 'https://slsa.dev/provenance/v1', predicate: {} }
}

/** Starts an instance; what it signs can be verified at once. */
export async function startSigstore(): Promise<SigstoreInstance> {
  const keys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ctLog = await initializeCTLog(keys())
  const ca = await initializeCA(keys(), ctLog)
  // Whole seconds: the library that reads timestamps takes fractions of three digits only, and DER leaves out final zeros.
  const wholeSeconds = new Date()
  const tsa = await initializeTSA(keys(), wholeSeconds)
  type Handlers = Map<string, ReturnType<typeof fulcioHandler>>
  const handlers: Handlers = new Map([fulcioHandler(ca), tsaHandler(tsa)].map((handler) => [handler.path, handler]))
  const server = await serve(async (request, response) => {
    wholeSeconds.setTime(Date.now() - (Date.now() % 1000))
    const answer = await handlers.get(request.url ?? '')?.fn(await textOf(request))
    response.writeHead(answer?.statusCode ?? 404, { 'content-type': answer?.contentType ?? 'text/plain' }).end(answer?.response)
  })
  const tLog = await initializeTLog(server.url, keys())
  const rekor = rekorHandler({ publicKey: tLog.publicKey, log: (entry) => tLog.log(asKept(entry)), logV2: (entry) => tLog.logV2(entry) })
  handlers.set(rekor.path, rekor)
  const witnesses = [new RekorWitness({ rekorBaseURL: server.url, entryType: 'dsse' }), new TSAWitness({ tsaBaseURL: server.url })]
  const signerOf = ({ subject, issuer }: SigningIdentity) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const token = `${part({ alg: 'none' })}.${part({ sub: subject, iss: issuer, aud: 'sigstore' })}.`
    return new FulcioSigner({ fulcioBaseURL: server.url, identityProvider: { getToken: async () => token } })
  }
  return {
    trustedRoot: {
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      tlogs: [log(server.url, tLog.publicKey)],
      ctlogs: [log(`${server.url}/ct`, ctLog.publicKey)],
      certificateAuthorities: [authority(server.url, [ca.rootCertificate])],
      timestampAuthorities: [authority(server.url, [tsa.intCertificate, tsa.rootCertificate])],
    },
    async signFile(content, identity) {
      const builder = new MessageSignatureBundleBuilder({ signer: signerOf(identity), witnesses })
      return bundleToJSON(await builder.create({ data: Buffer.from(content) }))
    },
    async signStatement(statement, identity, { payloadType = 'application/vnd.in-toto+json', chain = false } = {}) {
      const builder = new DSSEBundleBuilder({ signer: signerOf(identity), witnesses, certificateChain: chain })
      return bundleToJSON(await builder.create({ data: Buffer.from(JSON.stringify(statement)), type: payloadType }))
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
    },
  }
}

interface ProposedEntry {
  readonly kind?: string
  readonly spec?: { readonly proposedContent?: { readonly envelope: string; readonly verifiers: readonly string[] } }
}

/** Rekor keeps digests and signature of an envelope, not the envelope that it is proposed; the mock keeps whatever it gets. */
function asKept(entry: ProposedEntry): object {
  const proposed = entry.spec?.proposedContent
  if (entry.kind !== 'dsse' || proposed === undefined) return entry
  const envelope: SerializedEnvelope = JSON.parse(proposed.envelope)
  const sha256 = (content: string | Buffer) => ({ algorithm: 'sha256', value: createHash('sha256').update(content).digest('hex') })
  const signatures = envelope.signatures.map(({ sig }) => ({ signature: sig, verifier: proposed.verifiers[0] }))
  return {
    ...entry,
    spec: { signatures, payloadHash: sha256(Buffer.from(envelope.payload, 'base64')), envelopeHash: sha256(proposed.envelope) },
  }
}

const validFor = { start: '2020-01-01T00:00:00Z' }

function log(baseUrl: string, publicKey: Buffer) {
  return {
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: publicKey.toString('base64'), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor },
    logId: { keyId: createHash('sha256').update(publicKey).digest('base64') },
  }
}

function authority(uri: string, certificates: readonly ArrayBufferView<ArrayBuffer>[]) {
  const raw = certificates.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength).toString('base64'))
  return {
    subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
    uri,
    certChain: { certificates: raw.map((rawBytes) => ({ rawBytes })) },
    validFor,
  }
}
