import { createHash } from 'node:crypto'
import { byCodeUnit } from '../core/walk.ts'

/** A file of a bundle by which it is known again, whoever signed it: signatures and checksums are not among these. */
export interface UnsignedFile {
  /** In the bundle: `org/acme/lib/1.0/lib-1.0.jar`. */
  readonly path: string
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

/** Longest name of a deployment, in characters; the Portal states no limit, its table shows about so much. */
const longestName = 200

/** 16 hexadecimal digits of the SHA-256 over the lines `path sha256`, sorted by path. Equal for equal releases, with whatever key and in whatever run. */
export function bundleDigest(files: readonly UnsignedFile[]): string {
  const lines = files.toSorted((a, b) => byCodeUnit(a.path, b.path)).map(({ path, sha256 }) => `${path} ${sha256}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 16)
}

/** The name of a deployment: words for people, and the digest by which a later run finds it. Control characters and runs of blanks become one blank. */
export function deploymentName(words: string, digest: string): string {
  const room = longestName - digest.length - 1
  const plain = words.replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ').trim()
  return plain === '' ? digest : `${[...plain].slice(0, room).join('').trimEnd()} ${digest}`
}

/** The digest in the name of a deployment that we made; undefined in the name of any other. */
export function digestInName(name: string): string | undefined {
  return /(?:^| )([0-9a-f]{16})$/.exec(name)?.[1]
}
