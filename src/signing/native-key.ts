// RSA and Ed25519 over finished digests through node:crypto. Nothing else is imported: workers load this file.
import {
  constants,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  privateEncrypt,
  publicDecrypt,
  sign,
  verify,
} from 'node:crypto'
import { mpi, publicKeyAlgorithms, readMpis } from './signature-packet.ts'

/** A key pair that node:crypto can use. It can be posted to a worker: no secret number crosses as text. */
export interface NativeKey {
  readonly kind: 'rsa' | 'ed25519'
  readonly privateKey: KeyObject
  /** Made from the public numbers of the certificate alone, so that verifying shows whether the secret number belongs to them. */
  readonly publicKey: KeyObject
  /** Length of the RSA modulus or of half an Ed25519 signature, in bytes. */
  readonly size: number
}

/** The numbers of an OpenPGP key by their names in RFC 9580 section 5.5.5, big-endian. */
export type KeyNumbers = Readonly<Record<string, Uint8Array>>

/** Makes node:crypto's keys from OpenPGP's numbers; undefined for algorithms other than RSA and Ed25519 (of algorithm 22). */
export function nativeKey(algorithm: number, publicNumbers: KeyNumbers, secretNumbers: KeyNumbers): NativeKey | undefined {
  if (algorithm === publicKeyAlgorithms.rsa || algorithm === publicKeyAlgorithms.rsaSign) return rsaKey(publicNumbers, secretNumbers)
  return algorithm === publicKeyAlgorithms.eddsaLegacy ? ed25519Key(publicNumbers, secretNumbers) : undefined
}

function rsaKey({ n, e }: KeyNumbers, { d, p, q, u }: KeyNumbers): NativeKey | undefined {
  if (!n || !e || !d || !p || !q || !u) return undefined
  const rest = (prime: Uint8Array) => bytesOf(numberOf(d) % (numberOf(prime) - 1n))
  // OpenPGP keeps u = 1/p mod q, JWK keeps qi = 1/q mod p: p and q change places.
  const numbers = { n, e, d, p: q, q: p, dp: rest(q), dq: rest(p), qi: u }
  const jwk = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, base64url(value)]))
  return {
    kind: 'rsa',
    privateKey: createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...jwk } }),
    publicKey: publicKeyOf({ kty: 'RSA', n: base64url(n), e: base64url(e) }),
    size: n.length,
  }
}

function ed25519Key({ Q }: KeyNumbers, { seed }: KeyNumbers): NativeKey | undefined {
  if (!Q || !seed || Q.length !== 33) return undefined
  const x = base64url(Q.subarray(1))
  return {
    kind: 'ed25519',
    privateKey: createPrivateKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x, d: base64url(seed) } }),
    publicKey: publicKeyOf({ kty: 'OKP', crv: 'Ed25519', x }),
    size: 32,
  }
}

/** ASN.1 of `DigestInfo` before the digest itself (RFC 8017 section 9.2, note 1). */
const digestInfo: Readonly<Record<string, Buffer>> = {
  sha224: Buffer.from('302d300d06096086480165030402040500041c', 'hex'),
  sha256: Buffer.from('3031300d060960864801650304020105000420', 'hex'),
  sha384: Buffer.from('3041300d060960864801650304020205000430', 'hex'),
  sha512: Buffer.from('3051300d060960864801650304020305000440', 'hex'),
}

/** Signs a SHA-512 digest and verifies the result; gives the signature's numbers. Throws when the key does not verify what it signed. */
export function signDigest(key: NativeKey, digest: Uint8Array): Buffer {
  const fields = key.kind === 'rsa' ? mpi(rsaSignature(key, digest)) : ed25519Fields(sign(null, digest, key.privateKey))
  if (!verifyDigest(key, { hash: 'sha512', digest, fields })) throw new Error('the secret key does not belong to its public key')
  return fields
}

/** Whether the signature's numbers are this key's over that digest. */
export function verifyDigest(key: NativeKey, { hash, digest, fields }: { hash: string; digest: Uint8Array; fields: Uint8Array }): boolean {
  const numbers = readMpis(fields, key.size)
  const prefix = digestInfo[hash]
  if (numbers?.length !== (key.kind === 'rsa' ? 1 : 2) || prefix === undefined) return false
  const signature = Buffer.concat(numbers)
  if (key.kind === 'ed25519') return verify(null, digest, key.publicKey, signature)
  try {
    const shown = publicDecrypt({ key: key.publicKey, padding: constants.RSA_PKCS1_PADDING }, signature)
    return shown.equals(Buffer.concat([prefix, digest]))
  } catch {
    // OpenSSL throws when the padding is wrong, that is, when the signature is not this key's.
    return false
  }
}

function rsaSignature(key: NativeKey, digest: Uint8Array): Buffer {
  const block = Buffer.concat([digestInfo.sha512 ?? Buffer.alloc(0), digest])
  return privateEncrypt({ key: key.privateKey, padding: constants.RSA_PKCS1_PADDING }, block)
}

function ed25519Fields(signature: Buffer): Buffer {
  return Buffer.concat([mpi(signature.subarray(0, 32)), mpi(signature.subarray(32))])
}

function publicKeyOf(key: JsonWebKey): KeyObject {
  return createPublicKey({ format: 'jwk', key })
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}

function bytesOf(number: bigint): Buffer {
  const hex = number.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}
