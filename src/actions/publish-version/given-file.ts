import { readFile, stat } from 'node:fs/promises'
import { posix } from 'node:path'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { type DigestAlgorithm, digestAlgorithms } from '../../model/digests.ts'
import type { RecordedFile } from '../../model/version-record.ts'
import type { Signature } from '../../publication/publishable-file.ts'
import { longestSignature, readSignature } from '../../signing/signature-reader.ts'
import type { SelectedFile } from './selection.ts'

/** A checksum file that was given beside a file; nothing of it is believed yet. */
export interface GivenSidecar {
  readonly algorithm: DigestAlgorithm
  readonly content: string | Uint8Array
  readonly shownAs: string
}

/** A file that the publisher gave, before it has been hashed and has its place in the repository. */
export interface GivenFile extends Omit<SelectedFile, 'path'> {
  /** How messages name it: relative to the workspace. */
  readonly shownAs: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly mtimeMs: number
  readonly signature?: Signature
  readonly sidecars: readonly GivenSidecar[]
  /** What the handed-over record says of the file; it must be true. */
  readonly recorded?: RecordedFile
}

const longestSidecar = 4096

/**
 * Joins what was selected: a signature or checksum beside its file belongs to the file and travels with it, one alone is a file of its own.
 * Checksums of signatures are left out, as Maven leaves them out today.
 */
export async function joinCompanions(selected: readonly SelectedFile[], diagnostics: Diagnostics): Promise<readonly GivenFile[]> {
  const byPath = new Map(selected.map((file) => [file.path, file]))
  const belongs = (file: SelectedFile) => ownerOf(file.path, (owner) => byPath.has(owner)) !== undefined
  const given: GivenFile[] = []
  for (const file of selected.filter((candidate) => !belongs(candidate))) {
    const signature = byPath.get(`${file.path}.asc`)
    const sidecars: GivenSidecar[] = []
    for (const algorithm of digestAlgorithms) {
      const sidecar = byPath.get(`${file.path}.${algorithm}`)
      if (sidecar !== undefined)
        sidecars.push({ algorithm, content: await readSmall(sidecar, longestSidecar, diagnostics), shownAs: sidecar.path })
    }
    const read = signature === undefined ? undefined : await readGivenSignature(signature, diagnostics)
    given.push({ ...(await found(file)), sidecars, ...(read !== undefined && { signature: read }) })
  }
  return given
}

/** The file that a signature or sidecar stands beside, if `isThere`. */
function ownerOf(file: string, isThere: (path: string) => boolean): string | undefined {
  const extension = posix.extname(file).slice(1)
  if (extension !== 'asc' && !digestAlgorithms.some((algorithm) => algorithm === extension)) return undefined
  const owner = file.slice(0, -extension.length - 1)
  return isThere(owner) ? owner : undefined
}

/** A selected file with its size and time, as they are now. */
export async function found({ path: shownAs, ...file }: SelectedFile): Promise<Omit<GivenFile, 'sidecars'>> {
  const { size, mtimeMs } = await stat(file.absolute)
  return { ...file, shownAs, name: posix.basename(shownAs), size, mtimeMs }
}

/** Reads a signature that travels with its file. */
export async function readGivenSignature(
  file: Pick<SelectedFile, 'absolute' | 'path'>,
  diagnostics: Diagnostics,
): Promise<Signature | undefined> {
  const content = await readSmall(file, longestSignature, diagnostics)
  const read = readSignature(content)
  if (read === undefined) {
    diagnostics.error(`'${file.path}' stands beside its file but is no detached OpenPGP signature`, {
      hint: `Exclude it with '!${file.path}', or sign the file again.`,
    })
    return undefined
  }
  return { content, ...(read.fingerprint !== undefined && { fingerprint: read.fingerprint }) }
}

async function readSmall(file: Pick<SelectedFile, 'absolute' | 'path'>, longest: number, diagnostics: Diagnostics): Promise<Buffer> {
  const { size } = await stat(file.absolute)
  if (size <= longest) return await readFile(file.absolute)
  diagnostics.error(`'${file.path}' has ${size} bytes, which is too long for what its name says`)
  return Buffer.alloc(0)
}
