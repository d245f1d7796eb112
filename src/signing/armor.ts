// ASCII armor (RFC 9580 section 6).

const crcInitial = 0xb704ce
const crcPolynomial = 0x1864cfb

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 16
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x800000 ? (crc << 1) ^ crcPolynomial : crc << 1
  return crc & 0xffffff
})

/** The armor's checksum (6.1). RFC 9580 lets writers leave it out; older verifiers want it. */
function crc24(bytes: Uint8Array): Buffer {
  let crc = crcInitial
  for (const byte of bytes) crc = ((crc << 8) ^ (crcTable[((crc >> 16) ^ byte) & 0xff] ?? 0)) & 0xffffff
  return Buffer.from([crc >> 16, (crc >> 8) & 0xff, crc & 0xff])
}

/** Armors a detached signature (6.2): no headers, lines of 64 characters, a final newline. */
export function armorSignature(packet: Buffer): string {
  const lines = packet.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN PGP SIGNATURE-----', '', ...lines, `=${crc24(packet).toString('base64')}`, '-----END PGP SIGNATURE-----', ''].join(
    '\n',
  )
}

/** One armored block of a text. */
export interface ArmoredBlock {
  /** `SIGNATURE`, `PUBLIC KEY BLOCK`, … */
  readonly kind: string
  /** The block as it was written. */
  readonly text: string
  /** What it holds, as far as that can be told; absent when it is cut short or no base64. */
  readonly bytes?: Buffer
  /** False when other programs would not take it: no blank line after the headers, wrong padding, or a checksum that is not that of the bytes. */
  readonly intact: boolean
}

/** All armored blocks, in order; what stands around them is ignored. A beginning in the middle of a line counts as a damaged block. */
export function armoredBlocks(text: string): ArmoredBlock[] {
  const pieces = text.split(/(?=-----BEGIN PGP )/)
  return pieces.flatMap((piece, index) => {
    if (!piece.startsWith('-----BEGIN PGP ')) return []
    const before = pieces[index - 1] ?? ''
    const [whole, kind = '', content] = /^-----BEGIN PGP ([^-\n]+)-----[ \t]*\r?\n([\s\S]*?)^-----END PGP \1-----/m.exec(piece) ?? []
    if (whole === undefined || content === undefined) return [{ kind, text: piece, intact: false }]
    const { bytes, intact } = readBody(content)
    return [{ kind, text: whole, ...(bytes && { bytes }), intact: intact && (before === '' || before.endsWith('\n')) }]
  })
}

/** Headers, a blank line, base64, and a checksum that may be absent (6.2). */
function readBody(content: string): Pick<ArmoredBlock, 'bytes' | 'intact'> {
  const lines = content.split('\n').map((line) => line.trim())
  const body = lines.slice(lines.indexOf('') + 1).filter((line) => line !== '')
  const end = body.findIndex((line) => line.startsWith('='))
  const data = (end < 0 ? body : body.slice(0, end)).join('')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return { intact: false }
  const bytes = Buffer.from(data, 'base64')
  const checksum = end < 0 ? '' : body.slice(end).join('\n')
  const right = checksum === '' || checksum === `=${crc24(bytes).toString('base64')}`
  return { bytes, intact: right && lines.includes('') && data.length % 4 === 0 }
}
