import type { Attribute } from './attributes.ts'

/** What a publisher says of a package. The keys are those of the version record and of `outtray.yml`, in the record's order. */
export interface PackageMetadata {
  readonly name?: string
  /** The user or organization that owned the package on Bintray; recorded, nothing more. */
  readonly subject?: string
  /** The repository name that the descriptor gave; recorded, nothing more: where files go is the `repository` input. */
  readonly repository?: string
  readonly description?: string
  readonly labels?: readonly string[]
  /** SPDX ids, or `LicenseRef-…` for what SPDX does not know. */
  readonly licenses?: readonly string[]
  readonly websiteUrl?: string
  readonly issueTrackerUrl?: string
  readonly vcsUrl?: string
  /** `owner/name`. */
  readonly githubRepository?: string
  readonly githubReleaseNotesFile?: string
  readonly attributes?: readonly Attribute[]
}

/** What a publisher says of a version. */
export interface VersionMetadata {
  readonly name?: string
  readonly description?: string
  /** ISO 8601: `2026-11-21` or `2026-11-21T12:00:00Z`. */
  readonly released?: string
  readonly vcsUrl?: string
  readonly vcsTag?: string
  readonly vcsCommit?: string
  /** The text of the release notes, Markdown. */
  readonly releaseNotes?: string
  readonly githubReleaseNotesFile?: string
  readonly githubUseTagReleaseNotes?: boolean
  /** Not for everybody yet, as GitHub marks a release; no descriptor says it. */
  readonly prerelease?: boolean
  readonly attributes?: readonly Attribute[]
}

/** What a repository says of itself. */
export interface RepositoryMetadata {
  readonly name?: string
  readonly type?: RepositoryType
  readonly description?: string
  readonly labels?: readonly string[]
}

export const repositoryTypes = ['maven', 'generic'] as const
export type RepositoryType = (typeof repositoryTypes)[number]
