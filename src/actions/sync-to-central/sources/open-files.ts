import { closeSync, constants, fstatSync, openSync, type Stats } from 'node:fs'
import { ActionError, messageOf, systemCode } from '../../../core/errors.ts'
import { readAt, type SteadyFile, whileSteady } from '../../../signing/steady-file.ts'

/** A file that was opened once and stays open: what is hashed, looked into and sent are the same bytes. */
export interface OpenFile extends SteadyFile {
  readonly descriptor: number
  readonly mtimeMs: number
}

/** Why a file is not taken: an ordinary file with one name is the only thing that cannot be somebody else's. */
export class RefusedFile extends Error {}

/** What speaks against taking a file, as the end of a sentence that names it. `nlink` counts the names of a file: with two, one may be outside. */
export function refusal(stats: Pick<Stats, 'isFile' | 'nlink'>): string | undefined {
  if (!stats.isFile()) return 'is no ordinary file'
  return stats.nlink > 1 ? 'is hard-linked: the same file has another name, perhaps elsewhere' : undefined
}

/** Opens files and closes all of them at the end. */
export class OpenFiles implements Disposable {
  readonly #files = new Map<string, OpenFile>()

  /** Opens a file, the first time that it is asked for. Throws `RefusedFile` for a link, a device or a hard-linked file. */
  open(absolute: string): OpenFile {
    const known = this.#files.get(absolute)
    if (known !== undefined) return known
    const descriptor = openWithoutLink(absolute)
    try {
      const stats = fstatSync(descriptor)
      const reason = refusal(stats)
      if (reason !== undefined) throw new RefusedFile(reason)
      const file = { path: absolute, descriptor, size: stats.size, mtimeMs: stats.mtimeMs }
      this.#files.set(absolute, file)
      return file
    } catch (error) {
      closeSync(descriptor)
      throw error
    }
  }

  [Symbol.dispose](): void {
    for (const { descriptor } of this.#files.values()) closeSync(descriptor)
    this.#files.clear()
  }
}

/** The content of a small open file, or its first `most` bytes. Throws `conflict` when it has changed since it was opened. */
export function contentOf(file: OpenFile, most = file.size): Buffer {
  const content = Buffer.alloc(Math.min(file.size, most))
  whileSteady(file, file.descriptor, () => readAt(file.descriptor, content, 0))
  return content
}

const compareSize = 1 << 18

/** Whether two open files hold the same bytes. */
export function sameContent(one: OpenFile, other: OpenFile): boolean {
  if (one.size !== other.size) return false
  const [room, otherRoom] = [Buffer.allocUnsafe(compareSize), Buffer.allocUnsafe(compareSize)]
  for (let position = 0; position < one.size; position += compareSize) {
    const length = readAt(one.descriptor, room, position)
    const otherLength = readAt(other.descriptor, otherRoom, position)
    if (!room.subarray(0, length).equals(otherRoom.subarray(0, otherLength))) return false
  }
  return true
}

function openWithoutLink(absolute: string): number {
  try {
    // Without O_NONBLOCK a named pipe would be waited for. Windows has neither flag.
    return openSync(absolute, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ELOOP') throw new RefusedFile('is a link')
    if (code === 'EMFILE' || code === 'ENFILE') {
      throw new ActionError('unavailable', 'there are more files to sync than this machine opens at a time', {
        cause: error,
        hint: 'Raise the limit (ulimit -n), or sync in parts with the input `include`.',
      })
    }
    throw new ActionError('unavailable', `${absolute} cannot be read: ${messageOf(error)}`, { cause: error })
  }
}
