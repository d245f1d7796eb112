import { lstatSync } from 'node:fs'
import path from 'node:path'
import type { Diagnostics } from '../../../core/diagnostics.ts'
import { ActionError } from '../../../core/errors.ts'
import { isInside } from '../../../core/walk.ts'
import { coordinatesOfPomPath } from '../../../maven/layout.ts'
import { parseRecord } from '../../../model/record-json.ts'
import type { RecordedFile, VersionRecord } from '../../../model/version-record.ts'
import type { FoundFile, Ineligible } from './found-file.ts'
import { contentOf, OpenFiles, RefusedFile } from './open-files.ts'
import { isWithoutLinks, shownPath } from './place.ts'

/** Reads a version record; a mistake in it, or a link in its place, is an error that names it. */
export function readRecord(absolute: string, shownAs: string, diagnostics: Diagnostics): VersionRecord | undefined {
  using documents = new OpenFiles()
  try {
    return parseRecord(contentOf(documents.open(absolute)).toString(), shownAs)
  } catch (error) {
    if (error instanceof RefusedFile) diagnostics.error(`the version record ${shownAs} ${error.message}`)
    else if (error instanceof ActionError) diagnostics.error(error.message, error.hint === undefined ? {} : { hint: error.hint })
    else throw error
    return undefined
  }
}

/** Where the paths of a record lead. */
export interface RecordHome {
  /** Absolute: the folder that the record's paths are relative to. */
  readonly folder: string
  /** Absolute folders in which its files may lie. */
  readonly within: readonly string[]
  /** Absolute, for the names in messages. */
  readonly workspace: string
}

/** Lists what a record names, under the record's own paths. A file that is missing, lies elsewhere or is reached through a link is an error. */
export function recordedFiles(record: VersionRecord, home: RecordHome, diagnostics: Diagnostics): readonly FoundFile[] {
  return record.files.flatMap((recorded) => {
    const file = locate(recorded.path, home, diagnostics)
    const signature = recorded.signature && locate(recorded.signature.path, home, diagnostics)
    return [
      ...(file === undefined ? [] : [{ ...file, path: recorded.path, recorded }]),
      ...(signature === undefined ? [] : [signatureOf(recorded, signature)]),
    ]
  })
}

/** Why a version whose record holds no POM cannot be synced; undefined when it has one. */
export function withoutLayout(record: VersionRecord, paths: readonly string[]): Ineligible | undefined {
  if (paths.some((file) => coordinatesOfPomPath(file) !== undefined)) return undefined
  return { ...identityOf(record), reason: 'has no POM in Maven layout: Maven Central takes nothing else' }
}

/** What a record calls its version. */
export function identityOf({ package: { name }, version }: VersionRecord): Pick<Ineligible, 'package' | 'version'> {
  return { ...(name !== undefined && { package: name }), ...(version.name !== undefined && { version: version.name }) }
}

type Located = Pick<FoundFile, 'absolute' | 'shownAs'>

function signatureOf(recorded: RecordedFile, signature: Located): FoundFile {
  return { ...signature, path: `${recorded.path}.asc`, ...(recorded.signature && { recordedSignature: recorded.signature }) }
}

function locate(file: string, { folder, within, workspace }: RecordHome, diagnostics: Diagnostics): Located | undefined {
  const absolute = path.resolve(folder, file)
  const shownAs = shownPath(workspace, absolute)
  if (!within.some((root) => isInside(root, absolute))) {
    diagnostics.error(
      `the record names '${file}', which lies outside ${within.map((root) => shownPath(workspace, root) || 'the workspace').join(' and ')}`,
    )
  } else if (lstatSync(absolute, { throwIfNoEntry: false }) === undefined) {
    diagnostics.error(`the record names '${file}', which is not there`, { hint: 'Download or fetch the files together with their record.' })
  } else if (!isWithoutLinks(absolute)) {
    diagnostics.error(`${shownAs} is a link, or lies behind one`, { hint: 'Only ordinary files are taken: put the file itself there.' })
  } else {
    return { absolute, shownAs }
  }
  return undefined
}
