// Signatures by the keys that node:crypto cannot use on a finished digest, ECDSA above all: openpgp.js makes and verifies them.
import type { Config, PublicKeyPacket, PublicSubkeyPacket, SecretKeyPacket, SecretSubkeyPacket } from 'openpgp'
import { messageOf } from '../core/errors.ts'
import type { OpenPgp } from './key-judgement.ts'
import { armoredSignature, binaryDocument, sha512Id, signatureBody } from './signature-packet.ts'
import type { PortableSigner, Signer } from './signer.ts'

/** The parts of openpgp.js's signature packet that take a finished digest; its types do not show them. */
interface DigestSignature {
  readonly signatureData: Uint8Array
  hashed?: Uint8Array
  read(body: Uint8Array, config: Config): void
  write(): Uint8Array
  sign(key: SecretKeyPacket | SecretSubkeyPacket, data: Uint8Array, date: Date, detached: boolean, config: Config): Promise<void>
  verify(key: KeyPacket, type: number, data: Uint8Array, date: null, detached: boolean, config: Config): Promise<void>
}

type KeyPacket = PublicKeyPacket | PublicSubkeyPacket | SecretKeyPacket | SecretSubkeyPacket

const noData = new Uint8Array()

/** Whether the body of a signature packet is this key's over a finished digest. */
export async function isSignatureOf(key: KeyPacket, body: Uint8Array, digest: Uint8Array, openpgp: OpenPgp): Promise<boolean> {
  return (await judgeSignature(key, { body, digest }, openpgp)) === 'good'
}

/** As `isSignatureOf`; a signature that is neither right nor wrong, but one that openpgp.js does not take, says why. */
export async function judgeSignature(
  key: KeyPacket,
  { body, digest }: { body: Uint8Array; digest: Uint8Array },
  openpgp: OpenPgp,
): Promise<'good' | 'wrong' | { readonly reason: string }> {
  try {
    const signature = newPacket(openpgp)
    signature.read(body, openpgp.config)
    signature.hashed = digest
    await signature.verify(key, binaryDocument, noData, null, true, openpgp.config)
    return 'good'
  } catch (error) {
    // openpgp.js says "no" by throwing; these are its words for bytes that are others, and for numbers that do not fit.
    const reason = messageOf(error)
    return reason === 'Signed digest did not match' || reason === 'Signature verification failed' ? 'wrong' : { reason }
  }
}

function newPacket(openpgp: OpenPgp): DigestSignature {
  return new openpgp.SignaturePacket() as unknown as DigestSignature
}

export class OpenPgpSigner implements Signer {
  readonly portable: PortableSigner
  readonly #openpgp: OpenPgp
  readonly #packet: SecretKeyPacket | SecretSubkeyPacket
  readonly #config: Config

  /** The packet is unlocked. */
  constructor(portable: PortableSigner, packet: SecretKeyPacket | SecretSubkeyPacket, openpgp: OpenPgp) {
    this.portable = portable
    this.#openpgp = openpgp
    this.#packet = packet
    // A salt notation would tell the tool, and make two signatures of the same run differ.
    this.#config = { ...openpgp.config, nonDeterministicSignaturesViaNotation: false }
  }

  async sign(digest: Uint8Array): Promise<string> {
    const signature = Object.assign(newPacket(this.#openpgp), {
      signatureType: binaryDocument,
      publicKeyAlgorithm: this.#packet.algorithm,
      hashAlgorithm: sha512Id,
      // The file is hashed already, with our own trailer: openpgp.js only computes the numbers.
      toHash: () => undefined,
      hash: async () => digest,
    })
    await signature.sign(this.#packet, noData, new Date(0), true, this.#config)
    const unhashedAndPrefix = 4
    const fields = signature.write().subarray(signature.signatureData.length + unhashedAndPrefix)
    const body = signatureBody(this.portable.template, digest, fields)
    if (!(await isSignatureOf(this.#packet, body, digest, this.#openpgp)))
      throw new Error('the secret key does not belong to its public key')
    return armoredSignature(body)
  }

  verify({ body }: { body: Uint8Array }, digest: Uint8Array): Promise<boolean> {
    return isSignatureOf(this.#packet, body, digest, this.#openpgp)
  }
}
