// Detached OpenPGP signatures over files: version 4, type 0x00, SHA-512 (RFC 9580 section 5.2).
import { armorSignature } from './armor.ts'

/** Numbers of RFC 9580 sections 5.2.1, 9.1 and 9.5. */
export const binaryDocument = 0x00
export const textDocument = 0x01
export const publicKeyAlgorithms = { rsa: 1, rsaSign: 3, dsa: 17, ecdsa: 19, eddsaLegacy: 22, ed25519: 27, ed448: 28 } as const
export const sha512Id = 10

/** Numbers of the subpackets that say when and by whom (5.2.3.7). */
export const subpackets = { creationTime: 2, expirationTime: 3, issuerKeyId: 16, issuerFingerprint: 33 } as const

/** What all signatures of a run have in common. */
export interface SignatureTemplate {
  /** The packet up to its hashed subpackets. */
  readonly hashed: Uint8Array
  /** What is hashed after the file: `hashed` and its length (5.2.4). */
  readonly trailer: Uint8Array
}

/** Who signs, and when. */
export interface SignatureFacts {
  readonly algorithm: number
  /** 20 bytes: version 4 keys only. */
  readonly fingerprint: Uint8Array
  /** Whole seconds since 1970. */
  readonly created: number
}

/** Lays out the hashed part once for all files. */
export function signatureTemplate({ algorithm, fingerprint, created }: SignatureFacts): SignatureTemplate {
  const time = Buffer.alloc(4)
  time.writeUInt32BE(created)
  const area = Buffer.concat([
    subpacket(subpackets.creationTime, time), // 5.2.3.11
    subpacket(subpackets.issuerKeyId, fingerprint.subarray(-8)), // 5.2.3.12
    subpacket(subpackets.issuerFingerprint, Buffer.concat([Buffer.of(4), fingerprint])), // 5.2.3.35
  ])
  const hashed = Buffer.concat([Buffer.of(4, binaryDocument, algorithm, sha512Id), uint16(area.length), area]) // 5.2.3
  return { hashed, trailer: trailerOf(hashed) }
}

/** What a version 4 signature hashes after the document (5.2.4). */
export function trailerOf(hashed: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(hashed.length)
  return Buffer.concat([hashed, Buffer.of(4, 0xff), length])
}

/** The body of a signature packet. `digest` is the SHA-512 of file and trailer, `fields` the algorithm's own numbers (5.2.3.1 to 5.2.3.3). */
export function signatureBody(template: SignatureTemplate, digest: Uint8Array, fields: Uint8Array): Buffer {
  const nothingUnhashed = uint16(0)
  return Buffer.concat([template.hashed, nothingUnhashed, digest.subarray(0, 2), fields])
}

/** A signature as it is written beside its file. */
export function armoredSignature(body: Uint8Array): string {
  return armorSignature(Buffer.concat([packetHeader(2, body.length), body]))
}

/** A multiprecision integer: its length in bits, then its bytes without leading zeros (3.2). */
export function mpi(number: Uint8Array): Buffer {
  const start = number.findIndex((byte) => byte !== 0)
  const bytes = start < 0 ? number.subarray(number.length) : number.subarray(start)
  const bits = bytes.length === 0 ? 0 : bytes.length * 8 - (Math.clz32(bytes[0] ?? 0) - 24)
  return Buffer.concat([uint16(bits), bytes])
}

/** Reads the multiprecision integers that fill `bytes`, each padded to `size` bytes; undefined when they do not fit. */
export function readMpis(bytes: Uint8Array, size: number): Buffer[] | undefined {
  const numbers: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = Math.ceil((((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) / 8)
    const number = bytes.subarray(at + 2, at + 2 + length)
    if (number.length !== length || length > size) return undefined
    numbers.push(Buffer.concat([Buffer.alloc(size - length), number]))
    at += 2 + length
  }
  return numbers
}

/** A packet header with the length in the current format (4.2.1); our signatures stay below 8384 bytes. */
function packetHeader(type: number, length: number): Buffer {
  const tag = 0xc0 | type
  return length < 192 ? Buffer.of(tag, length) : Buffer.of(tag, ((length - 192) >> 8) + 192, (length - 192) & 0xff)
}

function subpacket(type: number, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(body.length + 1, type), body])
}

function uint16(value: number): Buffer {
  return Buffer.of(value >> 8, value & 0xff)
}
