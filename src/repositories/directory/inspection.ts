import { existsSync, lstatSync, readdirSync, type Stats } from 'node:fs'
import path from 'node:path'
import { foldedPath } from '../../model/repository-path.ts'

/** What stands at a path: a file and its size in bytes, or the reason why nothing may be put there. */
export type Found = { readonly size: number } | { readonly obstacle: string }

interface Obstacle {
  readonly obstacle: string
}

/**
 * Looks at paths under a folder. Links are never followed: what a link points to is not the repository's. A name that some system would take for one
 * that is there is an obstacle too. Each path is looked at once: what happens meanwhile is not seen.
 */
export class FolderInspection {
  readonly #root: string
  readonly #known = new Map<string, Stats | Obstacle | undefined>()
  readonly #listings = new Map<string, ReadonlyMap<string, string>>()

  constructor(root: string) {
    this.#root = root
  }

  /** What stands at a path; `undefined` when nothing does and nothing is in the way. */
  look(file: string): Found | undefined {
    const found = this.#find(file)
    if (found === undefined || 'obstacle' in found) return found
    if (found.isDirectory()) return { obstacle: `'${file}' is a folder` }
    return found.isFile() ? { size: found.size } : { obstacle: `'${file}' is no ordinary file` }
  }

  /** Whether a folder is there; what is in its way is told by `look`. */
  hasFolder(folder: string): boolean {
    const found = this.#find(folder)
    return found !== undefined && !('obstacle' in found)
  }

  #find(file: string): Stats | Obstacle | undefined {
    if (!this.#known.has(file)) this.#known.set(file, this.#search(file))
    return this.#known.get(file)
  }

  #search(file: string): Stats | Obstacle | undefined {
    const folder = path.posix.dirname(file)
    if (folder !== '.') {
      const above = this.#find(folder)
      if (above === undefined || 'obstacle' in above) return above
      if (!above.isDirectory()) return { obstacle: `'${folder}' is a file` }
    }
    const stats = lstatSync(path.join(this.#root, file), { throwIfNoEntry: false })
    if (stats !== undefined && this.#isSpelledSo(file, stats)) {
      return stats.isSymbolicLink() ? { obstacle: `'${file}' is a symbolic link` } : stats
    }
    const name = path.posix.basename(file)
    const twin = this.#namesIn(folder).get(foldedPath(name))
    // Found under its very name, it was made or removed between the two looks: by another publisher, while nobody here holds the lock.
    if (twin === undefined || twin === name) return undefined
    return { obstacle: `'${path.posix.join(folder, twin)}' is there, which some systems take for the same name` }
  }

  /**
   * Whether the name of what was found is the one that was asked for. Folders have thousands of names: they are read only where the system may find a
   * file by another one, which shows in that it finds the same file by the other case.
   */
  #isSpelledSo(file: string, { ino }: Stats): boolean {
    const name = path.posix.basename(file)
    const folder = path.posix.dirname(file)
    if (/^[\x20-\x7e]*$/.test(name)) {
      const otherCase = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase()
      const other = otherCase === name ? undefined : lstatSync(path.join(this.#root, folder, otherCase), { throwIfNoEntry: false })
      if (other?.ino !== ino) return true
    }
    return readdirSync(path.join(this.#root, folder)).includes(name)
  }

  /** The names in a folder by their folded forms. */
  #namesIn(folder: string): ReadonlyMap<string, string> {
    const known = this.#listings.get(folder)
    if (known !== undefined) return known
    const absolute = path.join(this.#root, folder)
    const names = existsSync(absolute) ? readdirSync(absolute) : []
    const listing = new Map(names.map((name) => [foldedPath(name), name]))
    this.#listings.set(folder, listing)
    return listing
  }
}
