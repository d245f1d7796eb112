import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError, messageOf, systemCode } from '../../core/errors.ts'
import { type FindRequest, findFiles } from '../../core/globs.ts'
import { isInside } from '../../core/walk.ts'
import { isBintrayDescriptor } from '../../model/descriptor/descriptor-name.ts'
import { digestsOfText } from '../../model/file-digests.ts'
import { parseRecord } from '../../model/record-json.ts'
import type { RecordedFile, VersionRecord } from '../../model/version-record.ts'
import type { Signature } from '../../publication/publishable-file.ts'
import { found, type GivenFile, readGivenSignature } from './given-file.ts'

export interface HandedRecordRequest {
  /** Absolute, without links. */
  readonly workspace: string
  /** Path as it was given. */
  readonly record: string
  readonly sha256: string
}

/** A record from an earlier step, and the files that it names. Nothing is believed of the files until their digests have been compared. */
export interface HandedRecord {
  readonly record: VersionRecord
  readonly files: readonly GivenFile[]
}

/** Reads the record that an earlier step handed over, if it is the one that the step wrote. Every mistake is collected. */
export async function readHandedRecord(request: HandedRecordRequest, diagnostics: Diagnostics): Promise<HandedRecord | undefined> {
  const absolute = path.resolve(request.workspace, request.record)
  const bytes = await readFile(absolute).catch((error: unknown) => {
    diagnostics.error(`the record '${request.record}' cannot be read: ${systemCode(error) ?? messageOf(error)}`)
    return undefined
  })
  if (bytes === undefined) return undefined
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== request.sha256.toLowerCase()) {
    diagnostics.error(
      `the record '${request.record}' is not the one that was handed over: its SHA-256 is ${sha256}, not ${request.sha256}`,
      {
        hint: "Give the 'record-sha256' output of the step that wrote the record. If you did, somebody changed the record in between.",
      },
    )
    return undefined
  }
  try {
    const record = parseRecord(bytes.toString(), request.record)
    const places = { folder: await realpath(path.dirname(absolute)), workspace: request.workspace }
    return { record, files: await locateFiles(record, places, diagnostics) }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    diagnostics.error(error.message, error.hint === undefined ? {} : { hint: error.hint })
    return undefined
  }
}

/** Where the files of a record may lie. Both absolute, without links. */
interface Places {
  /** The record's folder, which its paths are relative to. */
  readonly folder: string
  readonly workspace: string
}

async function locateFiles(record: VersionRecord, places: Places, diagnostics: Diagnostics): Promise<readonly GivenFile[]> {
  const files: GivenFile[] = []
  for (const recorded of record.files) {
    if (isBintrayDescriptor(recorded.path)) {
      diagnostics.notice(`the record names '${recorded.path}', a descriptor, which is never published: it is left out`)
      continue
    }
    const located = await locate(recorded.path, places, diagnostics)
    if (located === undefined) continue
    const { absolute, shownAs } = located
    const file = await found({ absolute, path: shownAs, rest: shownAs })
    if (file.size !== recorded.size) {
      diagnostics.error(`'${shownAs}' is not the file of the record: it has ${file.size} bytes, not ${recorded.size}`, { hint: tampered })
    }
    const signature = await findSignature(recorded, places, diagnostics)
    const sidecars = (recorded.checksums ?? []).map((algorithm) => ({
      algorithm,
      content: `${recorded[algorithm]}\n`,
      shownAs: `${shownAs}.${algorithm}`,
    }))
    files.push({ ...file, recorded, sidecars, ...(signature !== undefined && { signature }) })
  }
  return files
}

/** The files of a record that patterns choose, in place of all; what a pattern matches beside them is not the record's and is left out. */
export async function chooseFiles(
  files: readonly GivenFile[],
  request: Pick<FindRequest, 'workspace' | 'patterns' | 'failOnUnmatched'>,
  diagnostics: Diagnostics,
): Promise<readonly GivenFile[]> {
  const byPath = new Map(files.map((file) => [file.shownAs, file]))
  const matches = await findFiles({ ...request, accept: (file) => byPath.has(file) }, diagnostics)
  return matches.flatMap(({ path: shownAs, rest }) => {
    const file = byPath.get(shownAs)
    return file === undefined ? [] : [{ ...file, rest }]
  })
}

/** What a file that differs from its record means. */
export const tampered = 'It was changed after it was signed. Find out by whom; sign again only what you trust.'

/** The signature of a file, if it is the one that the record means: its digest says so, in records without one its issuer. */
async function findSignature({ signature }: RecordedFile, places: Places, diagnostics: Diagnostics): Promise<Signature | undefined> {
  if (signature === undefined) return undefined
  const located = await locate(signature.path, places, diagnostics)
  if (located === undefined) return undefined
  const read = await readGivenSignature({ absolute: located.absolute, path: located.shownAs }, diagnostics)
  if (read !== undefined && signature.sha256 !== undefined && digestsOfText(read.content).sha256 !== signature.sha256) {
    diagnostics.error(`'${located.shownAs}' is not the signature of the record: its sha256 differs`, { hint: tampered })
    return undefined
  }
  if (read !== undefined && signature.fingerprint !== undefined && read.fingerprint !== signature.fingerprint) {
    diagnostics.error(
      `'${signature.path}' is by key ${read.fingerprint ?? '(unknown)'}, not by ${signature.fingerprint} as the record says`,
      {
        hint: tampered,
      },
    )
  }
  return read
}

/** Finds a file of the record. A path that leads elsewhere, by itself or through a link, is refused. */
async function locate(
  file: string,
  { folder, workspace }: Places,
  diagnostics: Diagnostics,
): Promise<{ absolute: string; shownAs: string } | undefined> {
  const named = path.resolve(folder, file)
  try {
    const absolute = await realpath(named)
    const shown = isInside(workspace, named) ? path.relative(workspace, named) : path.relative(folder, named)
    if (isInside(workspace, absolute) || isInside(folder, absolute)) return { absolute, shownAs: shown.split(path.sep).join('/') }
    diagnostics.error(`the record names '${file}', which lies outside the workspace and outside the record's folder`)
  } catch (error) {
    diagnostics.error(`the record names '${file}', which cannot be read: ${systemCode(error) ?? messageOf(error)}`)
  }
  return undefined
}
