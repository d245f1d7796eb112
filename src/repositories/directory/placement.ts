import path from 'node:path'
import { ActionError } from '../../core/errors.ts'
import { stagedFolder } from '../../model/repository-layout.ts'
import { FolderInspection } from './inspection.ts'
import { type Step, transactionFolder } from './journal.ts'

const preparedFolder = `${transactionFolder}/tree`

/**
 * Decides how prepared files get their places: where a whole folder is new, one rename shows all of its files at once; elsewhere each file has a
 * rename of its own.
 */
export class Placement {
  /** Folders to make before the files are prepared. */
  readonly folders: readonly string[]
  readonly steps: readonly Step[]

  private constructor(folders: readonly string[], steps: readonly Step[]) {
    this.folders = folders
    this.steps = steps
  }

  /** Where a file is prepared. */
  prepared(target: string): string {
    return `${preparedFolder}/${target}`
  }

  /** @throws ActionError `conflict` when a target lies behind a link or on something that is no file. */
  static async plan(root: string, targets: readonly string[]): Promise<Placement> {
    const inspection = new FolderInspection(root)
    const steps = new Map<string, Step>()
    for (const target of targets) {
      const found = await inspection.look(target)
      if (found !== undefined && 'obstacle' in found) throw new ActionError('conflict', `'${target}' cannot be written: ${found.obstacle}`)
      const unit = await topmostNew(inspection, target)
      if (!steps.has(unit)) steps.set(unit, { rename: `${preparedFolder}/${unit}`, to: unit })
    }
    const folders = new Set(targets.map((target) => path.posix.dirname(`${preparedFolder}/${target}`)))
    return new Placement([transactionFolder, ...folders], [...steps.values()])
  }
}

/** The topmost folder above a file that does not exist yet, or the file itself. */
async function topmostNew(inspection: FolderInspection, target: string): Promise<string> {
  const segments = target.split('/')
  for (let length = 1; length < segments.length; length++) {
    const folder = segments.slice(0, length).join('/')
    // The folder of staged versions has a mode of its own, and is made by name.
    if (folder !== stagedFolder && !(await inspection.hasFolder(folder))) return folder
  }
  return target
}
