import type { StagedComponent, StagedFile } from '../../../central/whitelist.ts'
import type { Diagnostics } from '../../../core/diagnostics.ts'
import { type DigestAlgorithm, digestAlgorithms } from '../../../model/digests.ts'
import { digestInSidecar } from '../../../model/file-digests.ts'
import { longestSignature, readSignature } from '../../../signing/signature-reader.ts'
import type { CollectedComponent, CollectedFile, StagedSignature } from './collection.ts'
import type { FoundFile } from './found-file.ts'
import { contentOf, type OpenFile, OpenFiles, RefusedFile, sameContent } from './open-files.ts'

/** A found file and the line of `from` that it comes from. */
export interface Part extends FoundFile {
  readonly origin: string
}

export interface Merging {
  /** All parts by their path in the bundle, in the order of `from`. */
  readonly parts: ReadonlyMap<string, readonly Part[]>
  /** What is opened to be sent. */
  readonly files: OpenFiles
  readonly diagnostics: Diagnostics
}

/** Longest checksum file of which the text is kept, in bytes; a real one has at most some hundred. */
const longestChecksum = 4096

/**
 * Opens the files of a release, each once. Files that several parts hold with the same bytes are one file; with other bytes they are a conflict that
 * names both origins. All conflicts are told in one run.
 */
export function mergeComponent({ coordinates, files, misfits, orphans }: StagedComponent, merging: Merging): CollectedComponent {
  return { coordinates, misfits, orphans, files: files.flatMap((file) => mergeFile(file, merging) ?? []) }
}

function mergeFile(file: StagedFile, merging: Merging): CollectedFile | undefined {
  const [first, ...others] = merging.parts.get(file.path) ?? []
  const open = first && tryOpen(first, merging.files, merging.diagnostics)
  if (first === undefined || open === undefined) return undefined
  // Twins are compared and closed: what is sent is the first.
  using twins = new OpenFiles()
  for (const other of others) {
    const twin = other.absolute === first.absolute ? open : tryOpen(other, twins, merging.diagnostics)
    if (twin !== undefined && !sameContent(open, twin)) tellConflict(file.path, first, other, merging.diagnostics)
  }
  const recorded = [first, ...others].find((part) => part.recorded !== undefined)?.recorded
  return {
    ...open,
    bundlePath: file.path,
    name: file.path.slice(file.path.lastIndexOf('/') + 1),
    kind: file.kind,
    origin: first.origin,
    shownAs: first.shownAs,
    signatures: file.signature === undefined ? [] : mergeSignatures(file.signature, merging),
    stagedChecksums: mergeChecksums(file.checksums, merging),
    ...(recorded !== undefined && { recorded }),
  }
}

/** Two signatures over the same bytes differ by their time at least: they are no conflict. */
function mergeSignatures(path: string, merging: Merging): readonly StagedSignature[] {
  const signatures = new Map<string, StagedSignature>()
  for (const part of merging.parts.get(path) ?? []) {
    const bytes = smallContent(part, longestSignature, merging.diagnostics)
    const content = bytes?.toString() ?? ''
    if (bytes === undefined || signatures.has(content)) continue
    // Central takes armored signatures only; one that is not counts as none.
    const read = content.includes('-----BEGIN PGP SIGNATURE-----') ? readSignature(bytes) : undefined
    const said = part.recordedSignature?.fingerprint
    if (said !== undefined && read?.fingerprint !== said) {
      merging.diagnostics.error(`${part.shownAs} is by key ${read?.fingerprint ?? '(unknown)'}, not by ${said} as the record says`, {
        hint: 'It was changed after it was signed. Find out by whom; sign again only what you trust.',
        location: { file: part.shownAs },
      })
    }
    signatures.set(content, { content, shownAs: part.shownAs, ...(read !== undefined && { read }) })
  }
  return [...signatures.values()]
}

function mergeChecksums(paths: StagedFile['checksums'], merging: Merging): CollectedFile['stagedChecksums'] {
  const texts: Partial<Record<DigestAlgorithm, string>> = {}
  for (const algorithm of digestAlgorithms) {
    const [first, ...others] = merging.parts.get(paths[algorithm] ?? '') ?? []
    if (first === undefined) continue
    const said = (part: Part) => {
      const text = smallContent(part, longestChecksum, merging.diagnostics)?.toString('latin1')
      return { text, digest: digestInSidecar(text ?? '', algorithm) ?? text }
    }
    const { text, digest } = said(first)
    if (text !== undefined) texts[algorithm] = text
    // Tools write the same digest with or without the name of the file.
    for (const other of others) if (said(other).digest !== digest) tellConflict(first.path, first, other, merging.diagnostics)
  }
  return texts
}

function tellConflict(path: string, first: Part, other: Part, diagnostics: Diagnostics): void {
  diagnostics.error(`'${path}' is in '${first.origin}' and in '${other.origin}', with other bytes`, {
    hint: 'Build it in one place only, or make the build reproducible; leave one of the two out.',
    location: { file: other.shownAs },
  })
}

function tryOpen(part: Part, files: OpenFiles, diagnostics: Diagnostics): OpenFile | undefined {
  try {
    return files.open(part.absolute)
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    diagnostics.error(`${part.shownAs} ${error.message}`, {
      hint: 'Only ordinary files are taken: nothing from elsewhere is ever published. Copy the file itself, or delete it.',
      location: { file: part.shownAs },
    })
    return undefined
  }
}

/** A small file, or its beginning. */
function smallContent(part: Part, most: number, diagnostics: Diagnostics): Buffer | undefined {
  using files = new OpenFiles()
  const open = tryOpen(part, files, diagnostics)
  return open && contentOf(open, most)
}
