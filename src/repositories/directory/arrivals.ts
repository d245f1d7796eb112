import { constants, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, unlinkSync, utimes } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { ActionError, systemCode } from '../../core/errors.ts'
import { incomingFile, incomingFolder } from '../../model/repository-layout.ts'
import { encodeName } from '../../model/repository-path.ts'
import type { Arrival } from '../repository.ts'
import { journalFile, makeFolder, removeEmptyFolders, removeIfEmpty } from './journal.ts'
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
    this.#refuseLinks(path.posix.dirname(stem))
    const file = `${stem}~${newOwner()}`
    if ((await this.#abandoned(stem)).length > 0) await this.#exclusively(() => this.#takeOver(stem, file))
    const arrival = await this.#openFile(stem, file)
    this.#open.set(file, arrival)
    this.#beat ??= setInterval(() => this.#touch(), heartbeat).unref()
    return arrival
  }

  /** Removes what nobody living holds, of a name and of all names below it, and folders that are empty by then. */
  async discard(name: string): Promise<void> {
    const stem = incomingFile(name)
    this.#refuseLinks(path.posix.dirname(stem))
    const below = this.#foldersBelow(name)
    for (const folder of below) this.#refuseLinks(folder)
    const abandoned = async () =>
      (await Promise.all([stem, ...below.map((folder) => `${folder}/`)].map((each) => this.#abandoned(each)))).flat()
    if ((await abandoned()).length > 0) {
      await this.#exclusively(async () => {
        for (const file of await abandoned()) this.#remove(file)
      })
    }
    for (const folder of [path.posix.dirname(stem), ...below]) removeEmptyFolders(this.#root, folder)
  }

  /**
   * Ends the writing of arrivals that are about to be moved, since some systems move no file that is open. Throws `conflict` when one is gone, since a
   * journal takes a source that is gone for one that it has moved; and when it is not as long as it was left.
   */
  async settle(files: readonly string[]): Promise<void> {
    for (const file of files.filter((from) => from.startsWith(`${incomingFolder}/`))) {
      const arrival = this.#open.get(file)
      await arrival?.close()
      const found = lstatSync(path.join(this.#root, file), { throwIfNoEntry: false })
      if (found?.isFile() && (arrival === undefined || arrival.size === found.size)) continue
      const how = found?.isFile() ? `has ${found.size} bytes instead of ${arrival?.size}` : 'is gone'
      throw new ActionError('conflict', `'${file}' was received, and ${how}`, {
        hint: 'Something else writes there: let it finish, then run again.',
      })
    }
  }

  async #openFile(stem: string, file: string): Promise<ReceivedFile> {
    const made = mkdirSync(this.#root, { recursive: true })
    const absolute = path.join(this.#root, file)
    for (let attempt = 1; ; attempt++) {
      makeFolder(this.#root, path.posix.dirname(file))
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
      const found = lstatSync(path.join(this.#root, candidate), { throwIfNoEntry: false })
      // Writing into a file with a second name would change what that name shows.
      if (found?.isFile() && found.nlink === 1) sized.push({ candidate, size: found.size })
    }
    const [longest] = sized.sort((a, b) => b.size - a.size)
    if (longest !== undefined) renameSync(path.join(this.#root, longest.candidate), path.join(this.#root, file))
    for (const rest of await this.#abandoned(stem)) this.#remove(rest)
  }

  /** The files of a name, or of a folder that is given with `/`, that nobody living holds. */
  async #abandoned(stem: string): Promise<readonly string[]> {
    const folder = stem.slice(0, stem.lastIndexOf('/'))
    const abandoned: string[] = []
    for (const entry of this.#namesIn(folder)) {
      const file = `${folder}/${entry}`
      if (file.startsWith(stem.endsWith('/') ? stem : `${stem}~`) && !(await this.#isHeld(file))) abandoned.push(file)
    }
    return abandoned
  }

  /** The folders of all names below one. */
  #foldersBelow(name: string): readonly string[] {
    const encoded = encodeName(name)
    const isBelow = (entry: string) => entry === encoded || entry.startsWith(`${encoded}${encodeName('/')}`)
    return this.#namesIn(incomingFolder)
      .filter(isBelow)
      .map((entry) => `${incomingFolder}/${entry}`)
  }

  #namesIn(folder: string): readonly string[] {
    try {
      return readdirSync(path.join(this.#root, folder))
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return []
      throw error
    }
  }

  async #isHeld(file: string): Promise<boolean> {
    const owner = path.posix.basename(file).split('~').slice(1).join('~')
    return owner.includes('~') && (await isAlive(path.join(this.#root, file), owner))
  }

  #remove(file: string): void {
    unlessMissing(() => unlinkSync(path.join(this.#root, file)))
  }

  /** Keeps the bytes for whoever comes next; without bytes nothing is left. */
  #release(stem: string, file: string, madeRoot: boolean): void {
    const size = this.#open.get(file)?.size
    this.#open.delete(file)
    if (this.#open.size === 0) {
      clearInterval(this.#beat)
      this.#beat = undefined
    }
    if (size === 0) {
      this.#remove(file)
      removeEmptyFolders(this.#root, path.posix.dirname(file))
      if (madeRoot) removeIfEmpty(this.#root)
      return
    }
    // A change that failed half-way names the file: whoever completes it must find it. Another publisher's says nothing of it.
    if (this.#isInJournal(file)) return
    unlessMissing(() => renameSync(path.join(this.#root, file), path.join(this.#root, `${stem}~${randomPart()}`)))
  }

  #isInJournal(file: string): boolean {
    let journal: string | undefined
    unlessMissing(() => {
      journal = readFileSync(path.join(this.#root, journalFile), 'utf8')
    })
    return journal?.includes(JSON.stringify(file)) ?? false
  }

  #touch(): void {
    for (const file of this.#open.keys()) utimes(path.join(this.#root, file), new Date(), new Date(), () => {})
  }

  #refuseLinks(folder: string): void {
    const segments = folder.split('/')
    for (let length = 1; length <= segments.length; length++) {
      const above = segments.slice(0, length).join('/')
      const found = lstatSync(path.join(this.#root, above), { throwIfNoEntry: false })
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
  readonly #release: () => void
  #size: number
  #state: 'open' | 'closed' | 'released' = 'open'

  constructor({ path, localPath, handle, size }: OpenFile, release: () => void) {
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
    this.#release()
  }
}

function unlessMissing(act: () => void): void {
  try {
    act()
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}
