import type { Diagnostics } from '../../core/diagnostics.ts'
import type { SourceRelease } from '../../github/source-model.ts'

export interface ReleaseRules {
  readonly includePrereleases: boolean
  readonly includeDrafts: boolean
  /** What a tag says of the version: the text that a range judges. */
  readonly versionOfTag: (tag: string) => string
}

export interface SelectedReleases {
  /** Oldest first. */
  readonly releases: readonly SourceRelease[]
  /** Tags that a range left out because they are no semantic versions. */
  readonly notSemver: readonly string[]
}

/** What the input `releases` selects of a repository. Mistakes are collected. */
export declare class ReleaseSelection {
  constructor(text: string, rules: ReleaseRules, diagnostics: Diagnostics)
  /** `takesTag` is that of the lines of `repositories`: `latest` is the latest of those. */
  select(releases: readonly SourceRelease[], takesTag: (tag: string) => boolean): SelectedReleases
}

/** Compares by the time of publication (a draft's: of creation), then by id. */
export declare function oldestFirst(a: SourceRelease, b: SourceRelease): number
