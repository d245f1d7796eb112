import type { Diagnostics } from '../../core/diagnostics.ts'
import type { SourceRepository } from '../../github/source-model.ts'
import { parseRepositoryLine, type RepositoryLine } from './repository-line.ts'

export interface RepositoryRules {
  /** The repository that the workflow runs in, `owner/name`; selected when no line says anything. */
  readonly current: string | undefined
  readonly includeForks: boolean
  readonly includeArchived: boolean
  readonly includePrivate: boolean
}

/** `private` is a refusal, also of what is named in full; `fork` and `archived` are left out of patterns only. */
export type RepositoryVerdict = 'selected' | 'not-selected' | 'fork' | 'archived' | 'private'

/** A selected repository that was listed or read. */
export interface SeenRepository {
  readonly fullName: string
  /** Of all its releases, selected or not; absent when they are not known. */
  readonly tags?: readonly string[]
}

/** What the input `repositories` selects; later lines win. GitHub's names have no case. Mistakes are collected. */
export class RepositorySelection {
  /** Users and organizations whose repositories are to be listed. */
  readonly accounts: readonly string[]
  /** Repositories named in full and not excluded again, `owner/name`; those that a listing of `accounts` brought need no call. */
  readonly named: readonly string[]
  readonly #lines: readonly RepositoryLine[]
  readonly #rules: RepositoryRules

  constructor(lines: readonly string[], rules: RepositoryRules, diagnostics: Diagnostics) {
    const given = lines.length > 0 || rules.current === undefined ? lines : [rules.current]
    this.#rules = rules
    this.#lines = given.flatMap((line) => parseRepositoryLine(line, diagnostics) ?? [])
    const including = this.#lines.filter(({ excludes }) => !excludes)
    if (given.length === 0) {
      diagnostics.error("no repository is selected: input 'repositories' is empty, and the run has no repository of its own", {
        hint: 'Write owner/name, or owner/* for all of an owner.',
      })
    } else if (given.every((line) => line.startsWith('!'))) {
      diagnostics.error("input 'repositories' only excludes", { hint: 'Write what to select in front of it: owner/name, or owner/*.' })
    }
    this.accounts = distinct(including.filter(({ inFull }) => !inFull).map(({ owner }) => owner))
    this.named = distinct(including.filter(({ inFull }) => inFull).map(({ owner, name }) => `${owner}/${name}`)).filter(
      (fullName) => this.#how(fullName) !== 'not-selected',
    )
  }

  judge({
    fullName,
    fork,
    archived,
    private: hidden,
  }: Pick<SourceRepository, 'fullName' | 'fork' | 'archived' | 'private'>): RepositoryVerdict {
    const how = this.#how(fullName)
    if (how === 'not-selected') return how
    if (how === 'by-pattern' && fork && !this.#rules.includeForks) return 'fork'
    if (how === 'by-pattern' && archived && !this.#rules.includeArchived) return 'archived'
    return hidden && !this.#rules.includePrivate ? 'private' : 'selected'
  }

  /** Whether the lines select the repository of that name. */
  takes(fullName: string): boolean {
    return this.#how(fullName) !== 'not-selected'
  }

  /** Whether the lines select the release of that tag; `releases` has to take it, too. */
  takesTag(fullName: string, tag: string): boolean {
    const last = this.#lines.findLast((line) => line.matches(fullName) && line.matchesTag(tag))
    return last !== undefined && !last.excludes
  }

  /**
   * Tells each line that matches nothing of what there is, as an error or a warning: it is most likely misspelt. `seen` are all selected
   * repositories of the run. What could not be read has been told, and is given without tags.
   */
  tellUnmatched(seen: readonly SeenRepository[], { fail }: { readonly fail: boolean }, diagnostics: Diagnostics): void {
    for (const line of this.#lines) {
      if (line.excludes || (line.inFull && !this.takes(`${line.owner}/${line.name}`))) continue
      const matching = seen.filter(({ fullName }) => line.matches(fullName))
      if (matching.some(({ tags }) => line.tag === undefined || tags === undefined || tags.some((tag) => line.matchesTag(tag)))) continue
      const message = `'${line.text}' in the input 'repositories' matches no ${matching.length === 0 ? 'repository' : 'release'}`
      const hint =
        matching.length > 0
          ? 'The part behind @ is a pattern over tags: * stays between two slashes, ** does not. Drafts need a token that may write.'
          : "Check the spelling. Forks and archived repositories need 'include-forks' and 'include-archived' when they are not named in full."
      if (fail) diagnostics.error(message, { hint })
      else diagnostics.warning(message, { hint })
    }
  }

  #how(fullName: string): 'in-full' | 'by-pattern' | 'not-selected' {
    const matching = this.#lines.filter((line) => line.matches(fullName))
    const reset = matching.findLastIndex(({ excludes, tag }) => excludes && tag === undefined)
    const taking = matching.slice(reset + 1).filter(({ excludes }) => !excludes)
    if (taking.length === 0) return 'not-selected'
    return taking.some(({ inFull }) => inFull) ? 'in-full' : 'by-pattern'
  }
}

/** Each name once, as it was first spelt. */
function distinct(names: readonly string[]): string[] {
  const byFold = new Map(names.toReversed().map((name) => [name.toLowerCase(), name]))
  return names.filter((name) => byFold.get(name.toLowerCase()) === name && byFold.delete(name.toLowerCase()))
}
