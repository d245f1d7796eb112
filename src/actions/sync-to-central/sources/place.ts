import { lstatSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { Diagnostics } from '../../../core/diagnostics.ts'
import { messageOf, systemCode } from '../../../core/errors.ts'
import { isInside } from '../../../core/walk.ts'
import { repositoryDocument } from '../../../model/repository-layout.ts'
import { directoryPath } from '../../../repositories/kinds.ts'

/** What a line of `from` leads to. */
export interface SourcePlace {
  readonly kind: 'repository' | 'record' | 'staging'
  /** Absolute, without links. */
  readonly absolute: string
  /** The line, as it was written. */
  readonly origin: string
}

/** How a file is named in messages and annotations: relative to the workspace, absolute only outside it. */
export function shownPath(workspace: string, absolute: string): string {
  return (isInside(workspace, absolute) ? path.relative(workspace, absolute) : absolute).split(path.sep).join('/')
}

/**
 * Tells what a line of `from` is: a folder with `.outtray/repository.json` is a repository, any other a staging directory, a file a record. A link at
 * its end, or one that leads out of the workspace, is refused: whoever filled the workspace must not choose what is published.
 */
export function findPlace(origin: string, workspace: string, diagnostics: Diagnostics): SourcePlace | undefined {
  const named = path.resolve(workspace, directoryPath(origin, 'from'))
  try {
    const absolute = realpathSync.native(named)
    const escapes = isInside(workspace, named) && absolute !== named
    if (escapes || lstatSync(named).isSymbolicLink()) {
      diagnostics.error(`'${origin}' in the input 'from' is a link, or lies behind one: it leads to ${absolute}`, {
        hint: 'Name the folder itself.',
      })
      return undefined
    }
    const stats = lstatSync(absolute)
    if (stats.isFile()) return { kind: 'record', absolute, origin }
    if (stats.isDirectory()) return { kind: isRepository(absolute) ? 'repository' : 'staging', absolute, origin }
    diagnostics.error(`'${origin}' in the input 'from' is neither a folder nor a file`)
  } catch (error) {
    const missing = systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR'
    diagnostics.error(`'${origin}' in the input 'from' ${missing ? 'does not exist' : `cannot be read: ${messageOf(error)}`}`, {
      hint: 'Give a repository, a version record or a staging directory, relative to the workspace. Did the step that makes it run before?',
    })
  }
  return undefined
}

/** Whether a path reaches its end without a link; false when there is nothing. */
export function isWithoutLinks(absolute: string): boolean {
  try {
    return realpathSync.native(absolute) === absolute
  } catch {
    return false
  }
}

/** Whether a folder says of itself that it is a repository. */
export function isRepository(folder: string): boolean {
  return lstatSync(path.join(folder, repositoryDocument), { throwIfNoEntry: false })?.isFile() ?? false
}
