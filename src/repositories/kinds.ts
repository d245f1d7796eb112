import { realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ActionError } from '../core/errors.ts'
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
  const kind = scheme in kinds ? kinds[scheme as keyof typeof kinds] : undefined
  if (kind !== undefined) return kind(target, options)
  throw new ActionError('invalid-input', `input 'repository' has the scheme '${scheme}:', for which there is no kind of repository`, {
    hint: 'There is: a directory, as a path or a file: URL.',
  })
}

function directory(target: string, options: RepositoryOptions): Repository {
  const root = path.resolve(options.workspace, directoryPath(target, 'repository'))
  const relative = path.relative(options.workspace, withoutLinks(root))
  const outside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
  const shownAs = (outside ? root : path.relative(options.workspace, root) || '.').split(path.sep).join('/')
  return new DirectoryRepository({ target, root, shownAs, patience: options.patience, onWait: options.onWait })
}

/**
 * The path in the name of a directory: a bare path, `file:///absolute`, and `file:relative`, which URLs do not know but people write.
 * @param input the input that holds it, for messages
 */
export function directoryPath(target: string, input: string): string {
  if (!/^file:/i.test(target)) return target
  if (!/^file:\/\//i.test(target)) return decodeURIComponent(target.slice('file:'.length))
  try {
    return fileURLToPath(target)
  } catch (error) {
    throw new ActionError('invalid-input', `input '${input}' is no file: URL that names a folder of this machine, got '${target}'`, {
      cause: error,
    })
  }
}

function withoutLinks(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
