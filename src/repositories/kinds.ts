import { realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ActionError } from '../core/errors.ts'
import { isInside } from '../core/walk.ts'
import { DirectoryRepository } from './directory/directory-repository.ts'
import type { Repository } from './repository.ts'

export interface RepositoryOptions {
  /** Absolute, without links. */
  readonly workspace: string
  /** Milliseconds to wait for another publisher. */
  readonly patience: number
  readonly onWait: (owner: string) => void
}

/** Every kind of repository, by the scheme of its URL. A bare path is a directory. */
const kinds = {
  file: directory,
} as const satisfies Record<string, (target: string, options: RepositoryOptions) => Repository>

/** Opens the repository that a user names; nothing is read or written yet. Throws `invalid-input` for a kind that there is not. */
export function openRepository(target: string, options: RepositoryOptions): Repository {
  // One letter is a Windows drive.
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(target)?.[1]?.toLowerCase() ?? 'file'
  const kind = Object.hasOwn(kinds, scheme) ? kinds[scheme as keyof typeof kinds] : undefined
  if (kind !== undefined) return kind(target, options)
  throw new ActionError('invalid-input', `input 'repository' has the scheme '${scheme}:', for which there is no kind of repository`, {
    hint: 'There is: a directory, as a path or a file: URL.',
  })
}

function directory(target: string, options: RepositoryOptions): Repository {
  const root = withoutLinks(path.resolve(options.workspace, directoryPath(target, 'repository')))
  const inside = isInside(options.workspace, root)
  const shownAs = (inside ? path.relative(options.workspace, root) || '.' : root).split(path.sep).join('/')
  return new DirectoryRepository({ target, root, shownAs, patience: options.patience, onWait: options.onWait })
}

/**
 * The path in the name of a directory: a bare path, `file:///absolute`, and `file:relative`, which URLs do not know but people write.
 * @param input the input that holds it, for messages
 */
export function directoryPath(target: string, input: string): string {
  if (!/^file:/i.test(target)) return target
  try {
    return /^file:\/\//i.test(target) ? fileURLToPath(target) : decodeURIComponent(target.slice('file:'.length))
  } catch (error) {
    throw new ActionError('invalid-input', `input '${input}' is no file: URL that names a folder of this machine, got '${target}'`, {
      cause: error,
    })
  }
}

/** The folder as it is reached without links: one path for one place, however it was named, before it is made and after. */
function withoutLinks(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    const parent = path.dirname(folder)
    return parent === folder ? folder : path.join(withoutLinks(parent), path.basename(folder))
  }
}
