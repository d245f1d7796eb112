import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, readdir, rename, rmdir, unlink, utimes } from 'node:fs/promises'
import path from 'node:path'
import { ActionError, systemCode } from '../../core/errors.ts'
import { incomingFile, incomingFolder } from '../../model/repository-layout.ts'
import type { Arrival } from '../repository.ts'
import { journalFile, makeFolder, removeEmptyFolders } from './journal.ts'
import { heartbeat, isAlive, newOwner, randomPart } from './owner.ts'

/**
 * The files that are being received into a directory. The file of an arrival is named after its owner, and without one while nobody holds it:
 *
 * - A name is unique, so two runs never write into the same file.
 * - What a dead run left is taken over by a rename, and only under the repository's lock: whatever journal names the file has been played then.
 */
export class Arrivals {
  readonly #root: string
  readonly #exclusively: (work: () => Promise<void>) => Promise<void>
  readonly #open = new Map<string, ReceivedFile>()
  #beat: NodeJS.Timeout | undefined

  constructor(root: string, exclusively: (work: () => Promise<void>) => Promise<void>) {
    this.#root = root
    this.#exclusively = exclusively
  }

  async open(name: string): Promise<Arrival> {
    const stem = incomingFile(name)
    await this.#refuseLinks(path.posix.dirname(stem))
    const file = `${stem}~${newOwner()}`
    if ((await this.#abandoned(stem)).length > 0) await this.#exclusively(() => this.#takeOver(stem, file))
    const arrival = await this.#openFile(stem, file)
    this.#open.set(file, arrival)
    this.#beat ??= setInterval(() => this.#touch(), heartbeat).unref()
    return arrival
  }

  /** Removes what nobody living holds, of a name and of all names below it. */
  async discard(name: string): Promise<void> {
    const stem = incomingFile(name)
    await this.#refuseLinks(stem)
    const found = async () => [...(await this.#abandoned(stem)), ...(await this.#abandonedBelow(stem))]
    if ((await found()).length === 0) return
    await this.#exclusively(async () => {
      for (const file of await found()) {
        await unlink(path.join(this.#root, file)).catch(ignoreMissing)
        await removeEmptyFolders(this.#root, path.posix.dirname(file))
      }
    })
  }

  /**
   * Ends the writing of arrivals that are about to be moved, since some systems move no file that is open. Throws `conflict` when one is gone: a
   * journal takes a source that is gone for one that it has moved.
   */
  async settle(files: readonly string[]): Promise<void> {
    for (const file of files.filter((from) => from.startsWith(`${incomingFolder}/`))) {
      await this.#open.get(file)?.close()
      const found = await lstat(path.join(this.#root, file)).catch(ignoreMissing)
      if (!found?.isFile()) throw new ActionError('conflict', `'${file}' was received, and is gone`, { hint: 'Run again.' })
    }
  }

  async #openFile(stem: string, file: string): Promise<ReceivedFile> {
    const made = await mkdir(this.#root, { recursive: true })
    const absolute = path.join(this.#root, file)
    for (let attempt = 1; ; attempt++) {
      await makeFolder(this.#root, path.posix.dirname(file))
      try {
        // Appending, so that nothing that is there can be overwritten; and never through a link that somebody put there.
        const handle = await open(absolute, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW)
        const { size } = await handle.stat()
        return new ReceivedFile({ path: file, localPath: absolute, handle, size }, () => this.#release(stem, file, made !== undefined))
      } catch (error) {
        // Whoever removed the last file of the folder removed the folder, too.
        if (systemCode(error) !== 'ENOENT' || attempt === 10) throw error
      }
    }
  }

  /** Gives the longest of what was left the name of its new owner. */
  async #takeOver(stem: string, file: string): Promise<void> {
    const sized: { candidate: string; size: number }[] = []
    for (const candidate of await this.#abandoned(stem)) {
      const found = await lstat(path.join(this.#root, candidate)).catch(ignoreMissing)
      // Writing into a file with a second name would change what that name shows.
      if (found?.isFile() && found.nlink === 1) sized.push({ candidate, size: found.size })
    }
    const [longest] = sized.sort((a, b) => b.size - a.size)
    if (longest !== undefined) await rename(path.join(this.#root, longest.candidate), path.join(this.#root, file))
    for (const rest of await this.#abandoned(stem)) await unlink(path.join(this.#root, rest)).catch(ignoreMissing)
  }

  /** The files of a name that nobody living holds. */
  async #abandoned(stem: string): Promise<readonly string[]> {
    const abandoned: string[] = []
    for (const entry of await readdir(path.join(this.#root, path.posix.dirname(stem))).catch(none)) {
      const file = path.posix.join(path.posix.dirname(stem), entry)
      if (file.startsWith(`${stem}~`) && !(await this.#isHeld(file))) abandoned.push(file)
    }
    return abandoned
  }

  async #abandonedBelow(folder: string): Promise<readonly string[]> {
    const abandoned: string[] = []
    for (const entry of await readdir(path.join(this.#root, folder), { recursive: true, withFileTypes: true }).catch(none)) {
      const file = path.relative(this.#root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')
      if (!entry.isDirectory() && !(await this.#isHeld(file))) abandoned.push(file)
    }
    return abandoned
  }

  async #isHeld(file: string): Promise<boolean> {
    const owner = path.posix.basename(file).split('~').slice(1).join('~')
    return owner.includes('~') && (await isAlive(path.join(this.#root, file), owner))
  }

  /** Keeps the bytes for whoever comes next; without bytes nothing is left. */
  async #release(stem: string, file: string, madeRoot: boolean): Promise<void> {
    const size = this.#open.get(file)?.size
    this.#open.delete(file)
    if (this.#open.size === 0) {
      clearInterval(this.#beat)
      this.#beat = undefined
    }
    if (size === 0) {
      await unlink(path.join(this.#root, file)).catch(ignoreMissing)
      await removeEmptyFolders(this.#root, path.posix.dirname(file))
      if (madeRoot) await rmdir(this.#root).catch(() => {})
      return
    }
    // A change that failed half-way names the file: whoever completes it must find it.
    if ((await lstat(path.join(this.#root, journalFile)).catch(ignoreMissing)) !== undefined) return
    await rename(path.join(this.#root, file), path.join(this.#root, `${stem}~${randomPart()}`)).catch(ignoreMissing)
  }

  #touch(): void {
    for (const file of this.#open.keys()) void utimes(path.join(this.#root, file), new Date(), new Date()).catch(() => {})
  }

  async #refuseLinks(folder: string): Promise<void> {
    const segments = folder.split('/')
    for (let length = 1; length <= segments.length; length++) {
      const above = segments.slice(0, length).join('/')
      const found = await lstat(path.join(this.#root, above)).catch(ignoreMissing)
      if (found === undefined) return
      if (!found.isDirectory()) {
        throw new ActionError('conflict', `nothing can be received: '${above}' in the repository is no folder`, {
          hint: `Delete it: nobody but Outtray uses '${incomingFolder}'.`,
        })
      }
    }
  }
}

interface OpenFile {
  readonly path: string
  readonly localPath: string
  readonly handle: FileHandle
  readonly size: number
}

class ReceivedFile implements Arrival {
  readonly path: string
  readonly localPath: string
  readonly #handle: FileHandle
  readonly #release: () => Promise<void>
  #size: number
  #state: 'open' | 'closed' | 'released' = 'open'

  constructor({ path, localPath, handle, size }: OpenFile, release: () => Promise<void>) {
    this.path = path
    this.localPath = localPath
    this.#handle = handle
    this.#size = size
    this.#release = release
  }

  get size(): number {
    return this.#size
  }

  async append(chunk: Uint8Array): Promise<void> {
    try {
      await this.#handle.writeFile(chunk)
      this.#size += chunk.length
    } catch (error) {
      // Part of it may have been written.
      this.#size = await this.#handle.stat().then(
        ({ size }) => size,
        () => this.#size,
      )
      throw error
    }
  }

  async restart(): Promise<void> {
    await this.#handle.truncate(0)
    this.#size = 0
  }

  async close(): Promise<void> {
    if (this.#state !== 'open') return
    this.#state = 'closed'
    await this.#handle.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#state === 'released') return
    await this.close()
    this.#state = 'released'
    await this.#release()
  }
}

function none(error: unknown): [] {
  ignoreMissing(error)
  return []
}

function ignoreMissing(error: unknown): undefined {
  if (systemCode(error) === 'ENOENT') return undefined
  throw error
}
