import { closeSync, constants, existsSync, mkdirSync, openSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ActionError, messageOf, systemCode } from '../../core/errors.ts'
import { visible } from '../../core/sanitize.ts'
import { isPlainPath, metadataFolder } from '../../model/repository-path.ts'
import { copyFiles } from '../../signing/engine.ts'
import type { Arrival, Change, Entry, Repository } from '../repository.ts'
import { Arrivals } from './arrivals.ts'
import { sha256OfFile } from './file-digest.ts'
import { FolderInspection } from './inspection.ts'
import { commit, journalFile, makeFolder, recover, removeIfEmpty, type Step, transactionFolder } from './journal.ts'
import { isLeftBehind, withLock } from './lock.ts'
import { Placement } from './placement.ts'

export interface DirectoryOptions {
  /** As the user wrote it. */
  readonly target: string
  /** Absolute path; made on first use. */
  readonly root: string
  /** How the folder is written in outputs: relative to the workspace, absolute only outside it. */
  readonly shownAs: string
  /** Milliseconds to wait for another publisher. */
  readonly patience: number
  readonly onWait: (owner: string) => void
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it is no folder',
  ENOTDIR: 'a file stands where it needs a folder',
  ENOENT: 'its folder is gone, or a link to nothing stands in its place',
  EACCES: 'it lacks the permissions to be read and written',
  EPERM: 'the system does not permit to write it',
  EROFS: 'it lies on a file system that is read-only',
  ENOSPC: 'there is no space left',
}

/**
 * A repository in a directory: the embedded default, for GitHub Pages, rsync, an artifact. A change is prepared under `.outtray/transaction`, read
 * back, written into a journal, and then done by renames: a version whose files share a new folder appears by one rename.
 */
export class DirectoryRepository implements Repository {
  readonly target: string
  readonly #options: DirectoryOptions
  readonly #arrivals: Arrivals
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: DirectoryOptions) {
    this.target = options.target
    this.#options = options
    this.#arrivals = new Arrivals(options.root, (work) => this.exclusively(work))
  }

  async read(file: string): Promise<Uint8Array | undefined> {
    const absolute = this.#absolute(file)
    try {
      const descriptor = openSync(absolute, constants.O_RDONLY | constants.O_NOFOLLOW)
      try {
        return readFileSync(descriptor)
      } finally {
        closeSync(descriptor)
      }
    } catch (error) {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
      throw new ActionError('unavailable', `'${this.locate(file)}' cannot be read: ${systemCode(error) ?? 'unknown reason'}`, {
        cause: error,
      })
    }
  }

  async list(folder: string): Promise<readonly string[]> {
    try {
      const entries = readdirSync(this.#absolute(folder), { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(this.#options.root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .sort()
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return []
      throw this.#explained(error)
    }
  }

  async inspect(paths: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
    try {
      return this.#inspect(paths)
    } catch (error) {
      throw this.#explained(error)
    }
  }

  #inspect(paths: readonly string[]): ReadonlyMap<string, Entry> {
    const inspection = new FolderInspection(this.#options.root)
    const entries = new Map<string, Entry>()
    for (const file of paths) {
      const absolute = this.#absolute(file)
      const found = inspection.look(file)
      if (found === undefined) continue
      if ('obstacle' in found) entries.set(file, { kind: 'obstacle', reason: found.obstacle })
      else entries.set(file, { kind: 'file', size: found.size, sha256: sha256OfFile(absolute) })
    }
    return entries
  }

  async recover(): Promise<void> {
    const isHalfDone = existsSync(this.#absolute(journalFile)) || (await isLeftBehind(this.#absolute(metadataFolder)))
    if (isHalfDone) await this.exclusively(async () => {})
  }

  /** Those of this process queue up here: each would only look again and again whether the lock is free. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(() => this.#exclusively(work))
    this.#turn = turn.catch(() => {})
    try {
      return await turn
    } catch (error) {
      throw this.#explained(error)
    }
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const made = mkdirSync(this.#options.root, { recursive: true })
    this.#refuseLinkedMetadata()
    const folder = this.#absolute(metadataFolder)
    try {
      return await withLock({ folder, patience: this.#options.patience, onWait: this.#options.onWait }, async () => {
        recover(this.#options.root)
        return await work()
      })
    } finally {
      // A refused first run leaves nothing; folders that hold something stay.
      if (removeIfEmpty(folder) && made !== undefined) removeIfEmpty(this.#options.root)
    }
  }

  async apply(change: Change): Promise<void> {
    const root = realpathSync(this.#options.root)
    const targets = [
      ...change.uploads.map(({ path }) => path),
      ...change.moves.map(({ to }) => to),
      ...change.documents.map(({ path }) => path),
    ]
    if (targets.length === 0 && change.removals.length === 0) return
    for (const file of [...targets, ...change.moves.map(({ from }) => from), ...change.removals]) this.#absolute(file)
    const placement = Placement.plan(root, targets)
    makeFolder(root, transactionFolder)
    for (const folder of placement.folders) mkdirSync(path.join(root, folder), { recursive: true })
    await copyFiles(
      change.uploads.map(({ path: file, from, size, sha256 }) => ({ from, to: path.join(root, placement.prepared(file)), size, sha256 })),
    )
    for (const { path: file, content } of change.documents) writeVerified(path.join(root, placement.prepared(file)), content)
    const moves = change.moves.map(({ from, to }): Step => ({ rename: from, to: placement.prepared(to) }))
    await this.#arrivals.settle(change.moves.map(({ from }) => from))
    commit(root, [...moves, ...placement.steps, ...change.removals.map((remove) => ({ remove }))])
  }

  async localFile(file: string): Promise<string> {
    return this.#absolute(file)
  }

  async arrival(name: string): Promise<Arrival> {
    try {
      return await this.#arrivals.open(name)
    } catch (error) {
      throw this.#explained(error)
    }
  }

  async discardArrivals(name: string): Promise<void> {
    try {
      await this.#arrivals.discard(name)
    } catch (error) {
      throw this.#explained(error)
    }
  }

  locate(file: string): string {
    return file === '' ? this.#options.shownAs : path.posix.join(this.#options.shownAs, file)
  }

  /** Whatever a name made of a path: nothing outside of the folder is looked at. */
  #absolute(file: string): string {
    if (file !== '' && !isPlainPath(file)) throw new ActionError('rejected', `'${visible(file)}' is no path in a repository`)
    return path.join(this.#options.root, file)
  }

  /** A failed system call means a folder that cannot be used, which people can mend; anything else is a fault of ours and stays as it is. */
  #explained(error: unknown): unknown {
    const code = systemCode(error)
    if (error instanceof ActionError || code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error
    const reason = reasons[code] ?? messageOf(error)
    return new ActionError('unavailable', `the repository '${this.target}' cannot be used: ${reason}`, {
      cause: error,
      hint: "Mend that, or name another folder with 'repository'.",
    })
  }

  /** A link in place of the metadata folder would take the lock and the journal somewhere else. */
  #refuseLinkedMetadata(): void {
    const inspection = new FolderInspection(this.#options.root)
    for (const inside of [`${metadataFolder}/lock/owner`, `${transactionFolder}/journal.json`]) {
      const found = inspection.look(inside)
      if (found !== undefined && 'obstacle' in found) {
        throw new ActionError('conflict', `the repository '${this.target}' cannot be used: ${found.obstacle}`)
      }
    }
  }
}

function writeVerified(file: string, content: string | Uint8Array): void {
  writeFileSync(file, content, { flag: 'wx' })
  const written = readFileSync(file)
  if (!written.equals(Buffer.from(content))) throw new ActionError('unavailable', `'${file}' does not read back as it was written`)
}
