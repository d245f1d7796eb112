import type { Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import { systemCode } from '../../core/errors.ts'
import { foldedPath } from '../../model/repository-path.ts'

/** What stands at a path: a file and its size in bytes, or the reason why nothing may be put there. */
export type Found = { readonly size: number } | { readonly obstacle: string }

/** What one folder holds, by name and by folded name. */
interface Listing {
  readonly entries: ReadonlyMap<string, Dirent>
  readonly folded: ReadonlyMap<string, string>
}

const nothing: Listing = { entries: new Map(), folded: new Map() }

/**
 * Looks at paths under a folder. Links are never followed: what a link points to is not the repository's. A name that some system would take for one
 * that is there is an obstacle too. Each folder is read once: what happens meanwhile is not seen.
 */
export class FolderInspection {
  readonly #root: string
  readonly #folders = new Map<string, Promise<Listing | { obstacle: string }>>()

  constructor(root: string) {
    this.#root = root
  }

  /** What stands at a path; `undefined` when nothing does and nothing is in the way. */
  async look(file: string): Promise<Found | undefined> {
    const listing = await this.#list(path.posix.dirname(file))
    if ('obstacle' in listing) return listing
    const entry = entryOf(listing, file)
    if (entry === undefined || 'obstacle' in entry) return entry
    if (entry.isDirectory()) return { obstacle: `'${file}' is a folder` }
    if (!entry.isFile()) return { obstacle: `'${file}' is no ordinary file` }
    return { size: (await lstat(path.join(this.#root, file))).size }
  }

  /** Whether a folder is there; what is in its way is told by `look`. */
  async hasFolder(folder: string): Promise<boolean> {
    const listing = await this.#list(path.posix.dirname(folder))
    return !('obstacle' in listing) && listing.entries.has(path.posix.basename(folder))
  }

  #list(folder: string): Promise<Listing | { obstacle: string }> {
    const known = this.#folders.get(folder) ?? this.#read(folder)
    this.#folders.set(folder, known)
    return known
  }

  async #read(folder: string): Promise<Listing | { obstacle: string }> {
    if (folder !== '.') {
      const above = await this.#list(path.posix.dirname(folder))
      if ('obstacle' in above) return above
      const entry = entryOf(above, folder)
      if (entry === undefined) return nothing
      if ('obstacle' in entry) return entry
      if (!entry.isDirectory()) return { obstacle: `'${folder}' is a file` }
    }
    try {
      const entries = await readdir(path.join(this.#root, folder), { withFileTypes: true })
      return {
        entries: new Map(entries.map((entry) => [entry.name, entry])),
        folded: new Map(entries.map(({ name }) => [foldedPath(name), name])),
      }
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return nothing
      throw error
    }
  }
}

function entryOf(listing: Listing, file: string): Dirent | { obstacle: string } | undefined {
  const name = path.posix.basename(file)
  const entry = listing.entries.get(name)
  if (entry?.isSymbolicLink()) return { obstacle: `'${file}' is a symbolic link` }
  if (entry !== undefined) return entry
  const twin = listing.folded.get(foldedPath(name))
  return twin === undefined
    ? undefined
    : { obstacle: `'${path.posix.join(path.posix.dirname(file), twin)}' is there, which some systems take for the same name` }
}
