import { createHash } from 'node:crypto'

/** Node's names of the algorithms whose digests have so many hexadecimal digits, the most usual first. */
const byLength: Readonly<Record<number, readonly string[]>> = {
  32: ['md5'],
  40: ['sha1', 'ripemd160'],
  56: ['sha224', 'sha512-224', 'sha3-224'],
  64: ['sha256', 'sha3-256', 'sha512-256', 'blake2s256', 'sm3'],
  96: ['sha384', 'sha3-384'],
  128: ['sha512', 'blake2b512', 'sha3-512'],
}

/** Names that checksum programs write, in lower case and without separators. */
const written: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
  sha2224: 'sha224',
  sha2256: 'sha256',
  sha2384: 'sha384',
  sha2512: 'sha512',
  'sha512/224': 'sha512-224',
  'sha512/256': 'sha512-256',
  sha3224: 'sha3-224',
  sha3256: 'sha3-256',
  sha3384: 'sha3-384',
  sha3512: 'sha3-512',
  blake2b: 'blake2b512',
  blake2b512: 'blake2b512',
  blake2s256: 'blake2s256',
  rmd160: 'ripemd160',
  ripemd160: 'ripemd160',
  sm3: 'sm3',
}

/** How a checksum was made. */
export interface ChecksumAlgorithm {
  /** As it is called where it is written: `SHA256`, `BLAKE3`, … */
  readonly name: string
  /** Node's names that it can stand for, the likeliest first; none where Node knows no such algorithm. */
  readonly candidates: readonly string[]
}

/** The algorithm that a line names; undefined when the word is no algorithm's name. */
export function namedAlgorithm(word: string): ChecksumAlgorithm | undefined {
  const plain = word.toLowerCase().replace(/[-_ ]/g, '')
  const known = written[plain]
  if (known !== undefined) return { name: word, candidates: available([known]) }
  return /^(?:blake[23][bs]?\d*|sha3?\d*|md\d|tiger\d*|crc32\w?|gost\w*|whirlpool|haval\d*)$/.test(plain)
    ? { name: word, candidates: [] }
    : undefined
}

/** The algorithm that a digest's length stands for; undefined for a length that no algorithm has. `hint` is what the file's name says. */
export function algorithmOfLength(length: number, hint: ChecksumAlgorithm | undefined): ChecksumAlgorithm | undefined {
  const candidates = byLength[length]
  if (candidates === undefined) return undefined
  if (hint?.candidates.some((candidate) => candidates.includes(candidate))) return hint
  // BLAKE makes digests of any length: such a name is no contradiction.
  if (hint !== undefined && /^b(?:lake)?[23]/i.test(hint.name)) return { name: hint.name, candidates: [] }
  return { name: (candidates[0] ?? '').toUpperCase(), candidates: available(candidates) }
}

/** The algorithm that the name of a checksum file speaks of. */
export function algorithmInName(name: string): ChecksumAlgorithm | undefined {
  const [, bits] = /shasums?[._-]?(224|256|384|512)/i.exec(name) ?? []
  if (bits !== undefined) return namedAlgorithm(`sha${bits}`)
  // The last one speaks of the file itself: "sha256-tool.md5".
  const word = [
    ...name.matchAll(/(?:^|[._-])(sha2-256|sha2-512|sha-?(?:1|224|256|384|512)|md5|blake2b|blake3|b2|b3)(?=sums?\b|[._-]|sums?[._-]|$)/gi),
  ].at(-1)?.[1]
  if (word === undefined) return undefined
  const lower = word.toLowerCase()
  return namedAlgorithm(lower === 'b2' ? 'blake2b' : lower === 'b3' ? 'blake3' : word)
}

/** Algorithms that are weak may be left out of the OpenSSL that Node is built with. */
function available(candidates: readonly string[]): string[] {
  return candidates.filter((candidate) => {
    try {
      createHash(candidate)
      return true
    } catch {
      return false
    }
  })
}
