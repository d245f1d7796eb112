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

/** The bytes inside the first armored block of that kind, or undefined when there is none or it is damaged. Text before and after is ignored. */
export function unarmor(text: string, kind: 'SIGNATURE'): Buffer | undefined {
  const block = new RegExp(`^-----BEGIN PGP ${kind}-----[ \\t]*\\r?\\n([\\s\\S]*?)^-----END PGP ${kind}-----`, 'm').exec(text)
  if (block?.[1] === undefined) return undefined
  const lines = block[1].split('\n').map((line) => line.trim())
  const body = lines.slice(lines.indexOf('') + 1)
  const data = body.filter((line) => line !== '' && !line.startsWith('=')).join('')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(data) ? Buffer.from(data, 'base64') : undefined
}
