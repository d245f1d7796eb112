import { realpathSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { isInside } from '../../core/walk.ts'
import { entryAt, kindAt } from './entry.ts'
import type { OutputLayout } from './output-layout.ts'
import { preparedPath } from './planned-writes.ts'

interface Fault {
  /** What is in the way, absolute: it may spoil many folders, and is told once. */
  readonly path: string
  readonly message: string
  readonly hint?: string
}

/** Judges the folders that are to be written to, each once. */
export class TargetFolders {
  readonly #workspace: string
  readonly #layout: OutputLayout
  readonly #diagnostics: Diagnostics
  readonly #judged = new Map<string, string | undefined>()
  readonly #told = new Set<string>()

  constructor({ workspace, layout }: { workspace: string; layout: OutputLayout }, diagnostics: Diagnostics) {
    this.#workspace = workspace
    this.#layout = layout
    this.#diagnostics = diagnostics
  }

  /** The folder itself, or the nearest above it that is there; undefined when it cannot be made or used, which is then told. */
  nearest(folder: string): string | undefined {
    if (this.#judged.has(folder)) return this.#judged.get(folder)
    const there = nearestEntry(folder)
    const fault = this.#obstacle(there) ?? this.#excess(there, folder)
    this.#judged.set(folder, fault === undefined ? there : undefined)
    if (fault !== undefined && !this.#told.has(fault.path)) {
      this.#told.add(fault.path)
      this.#diagnostics.error(fault.message, fault.hint === undefined ? {} : { hint: fault.hint })
    }
    return this.#judged.get(folder)
  }

  #obstacle(there: string): Fault | undefined {
    if (kindAt(there) !== 'folder')
      return { path: there, message: `'${this.#layout.shown(there)}' is to be a folder, and there is a file of that name` }
    const outside = (path: string) => isInside(this.#workspace, path) && !isInside(this.#workspace, realpathSync(path))
    if (!outside(there)) return undefined
    let link = there
    while (outside(dirname(link))) link = dirname(link)
    return {
      path: link,
      message: `the folder '${this.#layout.shown(link)}' is reached by a link out of the workspace`,
      hint: 'Remove the link, or choose another `output-directory`.',
    }
  }

  /** The first of the folders that are to be made whose name or path is too long, also for the files that are prepared in it. */
  #excess(there: string, folder: string): Fault | undefined {
    const names = relative(there, folder).split(sep)
    let path = there
    for (const name of names) {
      path = join(path, name)
      if ([join(there, name), preparedPath(join(path, 'file'))].some((asked) => kindAt(asked) === 'too-long')) {
        return {
          path,
          // The reason first: an annotation ends before such a path does.
          message: `the file system takes no name or path as long as that of the folder '${this.#layout.shown(path)}' with files in it`,
          hint: 'Choose a shorter `output-directory` or `checksums-file`.',
        }
      }
    }
    return undefined
  }
}

/** The folder itself, or what stands nearest above it. */
function nearestEntry(folder: string): string {
  let there = folder
  while (entryAt(there) === undefined && dirname(there) !== there) there = dirname(there)
  return there
}
