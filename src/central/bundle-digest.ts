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

/** What a deployment is known by: its digest, and whether it only rehearses. */
export interface NamedDigest {
  readonly digest: string
  readonly rehearsal: boolean
}

// Right before the digest, where no words of a user's ever stand: those always end in a blank.
const rehearsalMark = 'dry-run:'

/**
 * The name of a deployment: words for people, and the digest by which a later run finds it; of a rehearsal it says so, whatever the words. Control
 * characters and runs of blanks become one blank.
 */
export function deploymentName(words: string, { digest, rehearsal }: NamedDigest): string {
  const ending = rehearsal ? `${rehearsalMark}${digest}` : digest
  const room = longestName - ending.length - 1
  const plain = words.replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ').trim()
  return plain === '' ? ending : `${[...plain].slice(0, room).join('').trimEnd()} ${ending}`
}

/** What the name of a deployment that we made ends in; undefined in the name of any other. */
export function digestInName(name: string): NamedDigest | undefined {
  const [, mark, digest] = /(?:^| )(dry-run:)?([0-9a-f]{16})$/.exec(name) ?? []
  return digest === undefined ? undefined : { digest, rehearsal: mark !== undefined }
}
