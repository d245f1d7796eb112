import { lstatSync, type Stats, statSync } from 'node:fs'
import { systemCode } from '../../core/errors.ts'

/** What stands at a path, links not followed. Asked for thousands of free places: a thrown error for each would cost most. */
export function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if (nothingThere.has(systemCode(error) ?? '')) return undefined
    throw error
  }
}

/** Below a file, below a circle of links, or under a name that is too long there is nothing. */
const nothingThere: ReadonlySet<string> = new Set(['ENOTDIR', 'ELOOP', 'ENAMETOOLONG'])

/**
 * What writing to a path would meet, links followed; a link to nothing is in the way like a file. How long names and paths may be is the file
 * system's own affair: it says so when it is asked.
 */
export function kindAt(path: string): 'file' | 'folder' | 'too-long' | undefined {
  try {
    const entry = lstatSync(path, { throwIfNoEntry: false })
    const target = entry?.isSymbolicLink() ? (statSync(path, { throwIfNoEntry: false }) ?? entry) : entry
    return target && (target.isDirectory() ? 'folder' : 'file')
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENAMETOOLONG') return 'too-long'
    if (code === 'ENOTDIR') return undefined
    // A link that leads in a circle leads to nothing.
    if (code === 'ELOOP') return 'file'
    throw error
  }
}
