import { existsSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { findFiles } from '../../core/globs.ts'
import { digestAlgorithms } from '../../model/digests.ts'
import { type OutputLayout, recordName } from './output-layout.ts'

/** A file to sign. */
export interface SelectedFile {
  /** Relative to the workspace, with `/`. */
  readonly path: string
  /** Absolute, without links. */
  readonly absolute: string
  /** Bytes. */
  readonly size: number
  readonly mtimeMs: number
}

export interface SelectionRequest {
  readonly workspace: string
  readonly patterns: readonly string[]
  readonly failOnUnmatched: boolean
  readonly layout: OutputLayout
}

/** The files that the patterns choose, sorted by path. Wildcards pass over what signing itself leaves behind, so that a second run sees the same. */
export async function selectFiles(
  { workspace, patterns, failOnUnmatched, layout }: SelectionRequest,
  diagnostics: Diagnostics,
): Promise<SelectedFile[]> {
  const accept = (path: string, literal: boolean) => literal || !isByProduct(path, layout)
  const located = patterns.map((text) => ({ text }))
  const matches = await findFiles({ workspace, patterns: located, failOnUnmatched, accept }, diagnostics)
  return matches.map(({ path, absolute }) => {
    const { size, mtimeMs } = statSync(absolute)
    return { path, absolute, size, mtimeMs }
  })
}

const signatureSuffixes = ['.asc', '.sigstore.json']
const sidecarSuffixes = digestAlgorithms.map((algorithm) => `.${algorithm}`)

/** Signatures and keys, checksums of a file that is there, records wherever an earlier run put them, and the checksums file. */
function isByProduct(path: string, layout: OutputLayout): boolean {
  if (signatureSuffixes.some((suffix) => path.endsWith(suffix))) return true
  const absolute = layout.file(path)
  if (posix.basename(path) === recordName || absolute === layout.checksumsFile) return true
  const suffix = sidecarSuffixes.find((candidate) => path.endsWith(candidate))
  if (suffix === undefined) return false
  const base = absolute.slice(0, -suffix.length)
  const mirrored = layout.mirrored(base)
  return existsSync(base) || (mirrored !== undefined && existsSync(mirrored))
}
