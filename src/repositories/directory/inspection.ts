import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { systemCode } from '../../core/errors.ts'

/** Looks at paths under a folder without ever following a link: what a link points to is not the repository's. */
export class FolderInspection {
  readonly #root: string
  readonly #folders = new Map<string, Promise<string | undefined>>()

  constructor(root: string) {
    this.#root = root
  }

  /** The size of the file at a path, the reason why nothing may be put there, or `undefined` when nothing stands there. */
  async look(file: string): Promise<{ size: number } | { obstacle: string } | undefined> {
    const obstacle = await this.#obstacleAbove(file)
    if (obstacle !== undefined) return { obstacle }
    const found = await this.#lstat(file)
    if (found === undefined) return undefined
    if (found.isSymbolicLink()) return { obstacle: `'${file}' is a symbolic link` }
    if (found.isDirectory()) return { obstacle: `'${file}' is a folder` }
    return found.isFile() ? { size: found.size } : { obstacle: `'${file}' is no ordinary file` }
  }

  #obstacleAbove(file: string): Promise<string | undefined> {
    const folder = path.posix.dirname(file)
    if (folder === '.') return Promise.resolve(undefined)
    const known = this.#folders.get(folder) ?? this.#judge(folder)
    this.#folders.set(folder, known)
    return known
  }

  async #judge(folder: string): Promise<string | undefined> {
    const above = await this.#obstacleAbove(folder)
    if (above !== undefined) return above
    const found = await this.#lstat(folder)
    if (found === undefined || found.isDirectory()) return undefined
    return found.isSymbolicLink() ? `'${folder}' is a symbolic link` : `'${folder}' is a file`
  }

  async #lstat(file: string) {
    try {
      return await lstat(path.join(this.#root, file))
    } catch (error) {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
      throw error
    }
  }
}
