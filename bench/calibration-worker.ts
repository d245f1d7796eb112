// Measures what one core of this machine can do at best, with data in its cache: four digests, and signatures.
import { constants, createHash, generateKeyPairSync, type KeyObject, privateEncrypt, randomBytes, sign } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import type { KeyKind } from './keys.ts'

/** Nanoseconds on one core. */
export interface CoreSpeed {
  readonly perByte: number
  readonly perSignature: number
}

const keys = new Map<KeyKind, KeyObject>()

parentPort?.on('message', (kind: KeyKind) =>
  parentPort?.postMessage({ perByte: perByte(), perSignature: perSignature(kind) } satisfies CoreSpeed),
)

function perByte(): number {
  const piece = Buffer.alloc(256 * 1024, 5)
  const passes = 160
  const hashes = ['md5', 'sha1', 'sha256', 'sha512'].map((name) => createHash(name))
  const start = process.hrtime.bigint()
  for (let pass = 0; pass < passes; pass++) for (const hash of hashes) hash.update(piece)
  return Number(process.hrtime.bigint() - start) / (passes * piece.length)
}

function perSignature(kind: KeyKind): number {
  const key = keys.get(kind) ?? newKey(kind)
  keys.set(kind, key)
  const digest = randomBytes(kind === 'ed25519' ? 64 : 83)
  const count = kind === 'ed25519' ? 2000 : 60
  const start = process.hrtime.bigint()
  for (let made = 0; made < count; made++) {
    if (kind === 'ed25519') sign(null, digest, key)
    else privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digest)
  }
  return Number(process.hrtime.bigint() - start) / count
}

function newKey(kind: KeyKind): KeyObject {
  return kind === 'ed25519' ? generateKeyPairSync('ed25519').privateKey : generateKeyPairSync('rsa', { modulusLength: 4096 }).privateKey
}
