import { Markdown } from '../../core/markdown.ts'
import type { SigningKey } from '../../signing/signing-key.ts'
import type { FinishedFile } from './record.ts'

export interface SummaryRequest {
  readonly files: readonly FinishedFile[]
  readonly key: SigningKey | undefined
  readonly dryRun: boolean
  /** Paths of what was written besides signatures, as outputs show them. */
  readonly documents: readonly string[]
}

/** What the run did, or in a dry run would do. */
export function summarize({ files, key, dryRun, documents }: SummaryRequest): Markdown {
  const words = dryRun ? { signed: 'would be signed', kept: 'is there' } : { signed: 'signed', kept: 'was there' }
  const summary = new Markdown().heading(title(key !== undefined, dryRun))
  if (key !== undefined) {
    summary.paragraph('Key: ', { code: key.fingerprint }, key.userIds[0] === undefined ? '' : ` (${key.userIds[0]})`)
    if (key.fingerprint !== key.primaryFingerprint) summary.paragraph('A subkey of ', { code: key.primaryFingerprint })
  }
  summary.table(
    ['File', 'Size', 'SHA-256', 'Signature'],
    files.map((file) => [
      { code: file.path },
      sizeOf(file.size),
      { code: file.sha256 },
      file.signature === undefined ? '–' : words[file.signature],
    ]),
  )
  const written = documents.flatMap((path, index) => [index === 0 ? '' : ', ', { code: path }])
  return summary.paragraph(dryRun ? 'Would be written: ' : 'Written: ', ...written)
}

function title(signs: boolean, dryRun: boolean): string {
  const what = signs ? 'Signatures' : 'Checksums'
  return dryRun ? `${what}: the plan of a dry run` : what
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`
}
