import { join } from 'node:path'

/** An action found on this machine. */
export interface ActionFolder {
  /** Holds its `action.yml`. */
  readonly folder: string
  /** The root of its repository: what `$/` means inside it. */
  readonly root: string
  /** `./…` actions have no `pre` step. */
  readonly isLocal: boolean
}

/** Where actions come from. */
export interface ActionSources {
  readonly workspace: string
  /** The root of the repository that the reference stands in. */
  readonly root: string
  /** Checkouts of public repositories, by `owner/name`; a reference's `@ref` is not looked at. */
  readonly repositories: Readonly<Record<string, string>>
}

/** A reference such as `./actions/x`, `$/actions/x` or `owner/name/actions/x@ref`, resolved; undefined for a repository that is not here. */
export function resolveAction(reference: string, sources: ActionSources): ActionFolder | undefined {
  if (reference.startsWith('./')) return { folder: join(sources.workspace, reference), root: sources.workspace, isLocal: true }
  if (reference.startsWith('$/')) {
    const path = reference.slice(2)
    if (path === '' || path.includes('@')) throw new Error(`'${reference}': $/ needs a path and takes no ref`)
    return { folder: join(sources.root, path), root: sources.root, isLocal: false }
  }
  const { repository, path } = parseRemoteReference(reference)
  const root = sources.repositories[repository]
  return root === undefined ? undefined : { folder: join(root, path), root, isLocal: false }
}

/** `owner/name/path@ref` in parts. */
export function parseRemoteReference(reference: string): { repository: string; path: string; ref: string } {
  const match = /^([\w.-]+\/[\w.-]+)(?:\/([^@]+))?@(.+)$/.exec(reference)
  if (match === null) throw new Error(`Expected format {org}/{repo}[/path]@ref. Actual '${reference}'`)
  return { repository: match[1] ?? '', path: match[2] ?? '', ref: match[3] ?? '' }
}
