import path from 'node:path'
import { ActionError } from '../../core/errors.ts'
import { stagedFolder } from '../../model/repository-layout.ts'
import { FolderInspection } from './inspection.ts'
import { type Step, transactionFolder } from './journal.ts'

/** What one rename shows: a file, or a new folder with all of its files. */
interface Unit {
  readonly to: string
  /** Where it is prepared. */
  readonly prepared: string
}

/**
 * Decides how prepared files get their places: where a whole folder is new, one rename shows all of its files at once; elsewhere each file has a
 * rename of its own.
 */
export class Placement {
  /** Folders to make in that of the transaction before the files are prepared. */
  readonly folders: readonly string[]
  readonly steps: readonly Step[]
  readonly #prepared: ReadonlyMap<string, string>

  private constructor(units: readonly Unit[], prepared: ReadonlyMap<string, string>) {
    this.#prepared = prepared
    this.folders = [...new Set([...prepared.values()].map((file) => path.posix.dirname(file)))].filter(
      (folder) => folder !== transactionFolder,
    )
    this.steps = units.map(({ to, prepared: rename }) => ({ rename, to }))
  }

  /** Where a file is prepared. */
  prepared(target: string): string {
    const prepared = this.#prepared.get(target)
    if (prepared === undefined) throw new Error(`'${target}' has no place in this change`)
    return prepared
  }

  /** @throws ActionError `conflict` when a target lies behind a link or on something that is no file. */
  static plan(root: string, targets: readonly string[]): Placement {
    const inspection = new FolderInspection(root)
    const units = new Map<string, Unit>()
    const prepared = new Map<string, string>()
    for (const target of targets) {
      const found = inspection.look(target)
      if (found !== undefined && 'obstacle' in found) throw new ActionError('conflict', `'${target}' cannot be written: ${found.obstacle}`)
      const to = topmostNew(inspection, target)
      const unit = units.get(to) ?? { to, prepared: `${transactionFolder}/new-${units.size}` }
      units.set(to, unit)
      prepared.set(target, `${unit.prepared}${target.slice(to.length)}`)
    }
    return new Placement([...units.values()], prepared)
  }
}

/** The topmost folder above a file that does not exist yet, or the file itself. */
function topmostNew(inspection: FolderInspection, target: string): string {
  const segments = target.split('/')
  for (let length = 1; length < segments.length; length++) {
    const folder = segments.slice(0, length).join('/')
    // The folder of staged versions has a mode of its own, and is made by name.
    if (folder !== stagedFolder && !inspection.hasFolder(folder)) return folder
  }
  return target
}
