import { lstatSync, type Stats } from 'node:fs'
import { systemCode } from '../../core/errors.ts'

/** What stands at a path, links not followed. Asked for thousands of free places: a thrown error for each would cost most. */
export function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR' || systemCode(error) === 'ENAMETOOLONG') return undefined
    throw error
  }
}
