import type { Diagnostics } from '../../core/diagnostics.ts'
import type { SourceRepository } from '../../github/source-model.ts'

export interface RepositoryRules {
  /** The repository that the workflow runs in, `owner/name`; selected when no line says anything. */
  readonly current: string | undefined
  readonly includeForks: boolean
  readonly includeArchived: boolean
  readonly includePrivate: boolean
}

/** `private` is a refusal, also of what is named in full; `fork` and `archived` are left out of patterns only. */
export type RepositoryVerdict = 'selected' | 'not-selected' | 'fork' | 'archived' | 'private'

/** What the input `repositories` selects; later lines win. GitHub's names have no case. Mistakes are collected. */
export declare class RepositorySelection {
  constructor(lines: readonly string[], rules: RepositoryRules, diagnostics: Diagnostics)
  /** Users and organizations whose repositories are to be listed. */
  readonly accounts: readonly string[]
  /** Repositories named in full that are not excluded again, `owner/name`; those that a listing of `accounts` brought need no call. */
  readonly named: readonly string[]
  judge(repository: Pick<SourceRepository, 'fullName' | 'fork' | 'archived' | 'private'>): RepositoryVerdict
  /** Whether the lines select the release of that tag; `releases` has to take it, too. */
  takesTag(fullName: string, tag: string): boolean
  /** Tells each line that matched nothing of what there is: an error, or a warning. `seen` are the selected repositories with the tags of all their releases. */
  tellUnmatched(
    seen: readonly { readonly fullName: string; readonly tags: readonly string[] }[],
    options: { readonly fail: boolean },
    diagnostics: Diagnostics,
  ): void
}
