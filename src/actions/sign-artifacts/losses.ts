import { readFileSync } from 'node:fs'
import type { Diagnostics } from '../../core/diagnostics.ts'
import type { DigestAlgorithm } from '../../model/digests.ts'
import { primaryFingerprints } from '../../signing/public-keys.ts'
import { entryAt } from './entry.ts'
import type { OutputLayout } from './output-layout.ts'

// Longer files are none that an earlier run wrote, except a checksums file, which has a line for each file.
const longest = { sidecar: 8 * 1024, key: 1024 * 1024, checksums: 64 * 1024 * 1024 }

const hexDigits: Readonly<Record<DigestAlgorithm, number>> = { md5: 32, sha1: 40, sha256: 64, sha512: 128 }

/** Where something stands that is about to be replaced. */
export interface Losses {
  /** Absolute paths at which there is a file or a link. */
  readonly occupied: ReadonlySet<string>
  readonly layout: OutputLayout
}

/** Warns when something else than a digest of its kind, of whatever bytes, stands in the place of a sidecar. */
export function warnOfLostSidecar(
  { path, algorithm }: { path: string; algorithm: DigestAlgorithm },
  { occupied, layout }: Losses,
  diagnostics: Diagnostics,
): void {
  if (!occupied.has(path) || isDigest(textOf(path, longest.sidecar), algorithm)) return
  diagnostics.warning(`'${layout.shown(path)}' holds no ${algorithm} checksum and is replaced by one`, {
    hint: 'If what it holds is still needed, give it a name that does not end as checksums do.',
  })
}

/** Warns when something else than a list of SHA-256 checksums stands where that is to be written. */
export function warnOfLostChecksums({ occupied, layout }: Losses, diagnostics: Diagnostics): void {
  const { checksumsFile } = layout
  if (checksumsFile === undefined || !occupied.has(checksumsFile)) return
  const lines = textOf(checksumsFile, longest.checksums)?.split(/\r?\n/)
  if (lines?.every((line) => line === '' || /^\\?[0-9a-f]{64} [ *]./i.test(line))) return
  diagnostics.warning(`'${layout.shown(checksumsFile)}' holds something else than SHA-256 checksums and is replaced`, {
    hint: 'If what it holds is still needed, choose another `checksums-file`.',
  })
}

/** Warns when something else than the public key of `primary` (fingerprint) stands where that is to be written. */
export async function warnOfLostKey(primary: string, { occupied, layout }: Losses, diagnostics: Diagnostics): Promise<void> {
  const { publicKey } = layout
  if (!occupied.has(publicKey)) return
  const text = textOf(publicKey, longest.key)
  if (text === '') return
  const keys = await primaryFingerprints(text ?? '')
  const others = keys.filter((fingerprint) => fingerprint !== primary)
  if (keys.length > 0 && others.length === 0) return
  const what = others.length > 0 ? `another key, ${others.slice(0, 5).join(', ')},` : 'no public key'
  diagnostics.warning(`'${layout.shown(publicKey)}' holds ${what} and is replaced by the public key of ${primary}`, {
    hint: 'If it is still needed, give it another name, or choose an `output-directory`.',
  })
}

/** The text of a file; undefined when it is a link or too long. */
function textOf(path: string, most: number): string | undefined {
  const entry = entryAt(path)
  return entry?.isFile() && entry.size <= most ? readFileSync(path, 'utf8') : undefined
}

/** Bare, as `sha256sum` prints it with a name, or as BSD's tools and `sha256sum --tag` do. An empty file has nothing to lose. */
function isDigest(text: string | undefined, algorithm: DigestAlgorithm): boolean {
  if (text === undefined) return false
  const digest = `[0-9a-f]{${hexDigits[algorithm]}}`
  return text.trim() === '' || new RegExp(`^(\\\\?${digest}([ \\t].*)?|[^\\n]*= ?${digest})$`, 'i').test(text.trim())
}
