import type { GitHubApi } from './api.ts'
import type { ReleaseListing, SourceRepository } from './source-model.ts'

export type { ReleaseListing, SourceAsset, SourceRelease, SourceRepository } from './source-model.ts'

/** What the import reads of GitHub. */
export declare class GitHubSource {
  constructor(api: GitHubApi)
  /** The repositories of a user or an organization. Throws `not-found`, and `unauthorized` when private ones are wanted and nobody may list them. */
  account(owner: string, options: { readonly includePrivate: boolean }): AsyncIterable<SourceRepository>
  /** Undefined when it does not exist, or nobody may know: see `missing`. */
  repository(fullName: string): Promise<SourceRepository | undefined>
  /** The error for a repository that was not found: what it may mean with this token, and what to do. */
  missing(fullName: string): Error
  releases(fullName: string, options?: { readonly etags?: readonly string[] }): Promise<ReleaseListing>
  /** Tags and their commits; with `wanted` no more pages are read than those take. */
  tags(fullName: string, wanted?: ReadonlySet<string>): Promise<ReadonlyMap<string, string>>
  /** Markdown or whatever it is written in. */
  readme(fullName: string): Promise<string | undefined>
}
