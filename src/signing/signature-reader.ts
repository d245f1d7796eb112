// Reads detached signatures that others, or earlier runs, left beside files (RFC 9580 section 5.2).
import { armoredBlocks } from './armor.ts'
import { binaryDocument, subpackets, textDocument, trailerOf } from './signature-packet.ts'

/** Node's names of the hash algorithms with which an existing signature is good enough to be kept (9.5); MD5 and SHA-1 are not. */
const hashNames: Readonly<Record<number, string>> = { 8: 'sha256', 9: 'sha384', 10: 'sha512', 11: 'sha224' }

/** What a detached signature says about itself; nothing of it is verified yet. */
export interface ExistingSignature {
  /** Upper-case hexadecimal; absent in old signatures that give a key id only. */
  readonly fingerprint?: string
  /** Upper-case hexadecimal, 16 digits. */
  readonly keyId?: string
  /** Whole seconds since 1970. */
  readonly created?: number
  /** Present when it is one that we can keep: version 4, over a binary document, by a sound hash, without an end and without unknown demands. */
  readonly checkable?: CheckableSignature
  /** Present when it is one whose truth we can tell: as `checkable`, over a text as well, and with an end that may have come. */
  readonly verifiable?: VerifiableSignature
}

/** What it takes to verify a signature against a file. */
export interface CheckableSignature {
  /** Node's name: `sha512`, … */
  readonly hash: string
  /** What is hashed after the file (5.2.4). */
  readonly trailer: Uint8Array
  readonly algorithm: number
  /** The algorithm's own numbers. */
  readonly fields: Uint8Array
  /** The whole packet body. */
  readonly body: Uint8Array
}

/** A signature over bytes or over a text, whose lines then end in CR and LF before they are hashed (5.2.1). */
export interface VerifiableSignature extends CheckableSignature {
  readonly over: 'bytes' | 'text'
  /** Whole seconds since 1970; absent when it has no end. */
  readonly expires?: number
}

/** Longest signature file that we look into, in bytes. */
export const longestSignature = 64 * 1024

/** What a signature file holds. */
export interface SignatureFile {
  /** In the order of the file; undefined stands for anything else that is armored, and for what cannot be read. */
  readonly signatures: readonly (ExistingSignature | undefined)[]
  readonly armored: boolean
  /** False when the armor is damaged: its signatures say by whom they are, and are good for nothing else. */
  readonly intact: boolean
}

/** Reads an armored or binary file of detached signatures. */
export function readSignatures(file: Buffer): SignatureFile {
  if (file.length > longestSignature) return { signatures: [undefined], armored: false, intact: false }
  const armored = file.subarray(0, 5).toString('latin1') === '-----' || !((file[0] ?? 0) & 0x80)
  if (!armored) return { signatures: packetsOf(file).map(readPacket), armored, intact: true }
  const blocks = armoredBlocks(file.toString('latin1'))
  const signatures = blocks.flatMap(({ kind, bytes }) => (kind === 'SIGNATURE' && bytes ? packetsOf(bytes).map(readPacket) : [undefined]))
  return { signatures, armored, intact: blocks.every(({ intact }) => intact) }
}

/** Reads an armored or binary detached signature; undefined when it is none, damaged, or several. */
export function readSignature(file: Buffer): ExistingSignature | undefined {
  const { signatures, intact } = readSignatures(file)
  return intact && signatures.length === 1 ? signatures[0] : undefined
}

interface Packet {
  readonly type: number
  readonly body: Buffer
}

/** Splits packets (4.2); what is left over and is no whole packet stands as undefined at the end. */
function packetsOf(bytes: Buffer): (Packet | undefined)[] {
  const packets: (Packet | undefined)[] = []
  for (let at = 0; at < bytes.length; ) {
    const packet = firstPacket(bytes.subarray(at))
    packets.push(packet)
    if (packet === undefined) break
    at += packet.length
  }
  return packets
}

function firstPacket(bytes: Buffer): (Packet & { length: number }) | undefined {
  const [tag = 0, first = 0, second = 0] = bytes
  const current = (tag & 0xc0) === 0xc0
  const header = current ? (first < 192 ? 2 : first < 224 ? 3 : 6) : 1 + (1 << (tag & 3))
  if (!(tag & 0x80) || bytes.length < header || (!current && (tag & 3) === 3)) return undefined
  const short = first < 192 ? first : ((first - 192) << 8) + second + 192
  const size = current ? (header === 6 ? bytes.readUInt32BE(2) : short) : bytes.readUIntBE(1, header - 1)
  const type = current ? tag & 0x3f : (tag >> 2) & 0x0f
  const length = header + size
  return bytes.length < length ? undefined : { type, body: bytes.subarray(header, length), length }
}

function readPacket(packet: Packet | undefined): ExistingSignature | undefined {
  if (packet?.type !== 2) return undefined
  try {
    return packet.body[0] === 4 ? readVersion4(packet.body) : readOther(packet.body)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function readVersion4(body: Buffer): ExistingSignature {
  const hashedEnd = 6 + body.readUInt16BE(4)
  const unhashedEnd = hashedEnd + 2 + body.readUInt16BE(hashedEnd)
  const hashed = readSubpackets(body.subarray(6, hashedEnd))
  const all = [...hashed, ...readSubpackets(body.subarray(hashedEnd + 2, unhashedEnd))]
  const find = (type: number, among = all) => among.find((subpacket) => subpacket.type === type)?.body
  const fingerprint = find(subpackets.issuerFingerprint)?.subarray(1).toString('hex').toUpperCase()
  const keyId = fingerprint === undefined ? find(subpackets.issuerKeyId)?.toString('hex').toUpperCase() : fingerprint.slice(-16)
  const created = find(subpackets.creationTime, hashed)?.readUInt32BE(0)
  const hash = hashNames[body.readUInt8(3)]
  const lifetime = find(subpackets.expirationTime, hashed)?.readUInt32BE(0) ?? 0
  const demanding = hashed.some(({ type, critical }) => critical && !knownSubpackets.has(type))
  const over = documentKinds[body.readUInt8(1)]
  const sound =
    over === undefined || hash === undefined || created === undefined || demanding
      ? undefined
      : {
          hash,
          trailer: trailerOf(body.subarray(0, hashedEnd)),
          algorithm: body.readUInt8(2),
          fields: body.subarray(unhashedEnd + 2),
          body,
        }
  const endless = !hashed.some(({ type }) => type === subpackets.expirationTime)
  return {
    ...(fingerprint !== undefined && { fingerprint }),
    ...(keyId !== undefined && { keyId }),
    ...(created !== undefined && { created }),
    ...(sound && over === 'bytes' && endless && { checkable: sound }),
    ...(sound && over && { verifiable: { ...sound, over, ...(lifetime > 0 && { expires: (created ?? 0) + lifetime }) } }),
  }
}

const documentKinds: Readonly<Record<number, 'bytes' | 'text'>> = { [binaryDocument]: 'bytes', [textDocument]: 'text' }

const knownSubpackets: ReadonlySet<number> = new Set(Object.values(subpackets))

/** Versions 3 and 6 are named, never kept: gpg 2.4 no longer takes the former, gpg 2.2 does not know the latter. */
function readOther(body: Buffer): ExistingSignature | undefined {
  if (body[0] === 3) return { created: body.readUInt32BE(3), keyId: body.subarray(7, 15).toString('hex').toUpperCase() }
  return body[0] === 6 ? {} : undefined
}

/** Splits an area of subpackets (5.2.3.7). */
function readSubpackets(area: Buffer): { type: number; critical: boolean; body: Buffer }[] {
  const found: { type: number; critical: boolean; body: Buffer }[] = []
  for (let at = 0; at < area.length; ) {
    const first = area.readUInt8(at)
    const header = first < 192 ? 1 : first < 255 ? 2 : 5
    const length = header === 1 ? first : header === 2 ? ((first - 192) << 8) + area.readUInt8(at + 1) + 192 : area.readUInt32BE(at + 1)
    const tag = area.readUInt8(at + header)
    if (length === 0 || at + header + length > area.length) throw new RangeError('subpacket runs over')
    found.push({ type: tag & 0x7f, critical: (tag & 0x80) !== 0, body: area.subarray(at + header + 1, at + header + length) })
    at += header + length
  }
  return found
}
