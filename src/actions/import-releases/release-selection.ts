import Range from 'semver/classes/range.js'
import type SemVer from 'semver/classes/semver.js'
import parse from 'semver/functions/parse.js'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { GlobPattern } from '../../core/glob-pattern.ts'
import type { SourceRelease } from '../../github/source-model.ts'
import { tagMistake } from './repository-line.ts'

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
  /** Tags of what would be selected if it were asked for. */
  readonly drafts: readonly string[]
  readonly prereleases: readonly string[]
}

/** Chooses among releases that are asked for. */
type Choice = (releases: readonly SourceRelease[]) => readonly SourceRelease[]

/** What the input `releases` selects of a repository. Mistakes are collected. */
export class ReleaseSelection {
  /** True for a range or a tag pattern: that it takes nothing at all is most likely a mistake. */
  readonly isPattern: boolean
  readonly #rules: ReleaseRules
  readonly #choose: Choice
  readonly #range: Range | undefined

  constructor(text: string, rules: ReleaseRules, diagnostics: Diagnostics) {
    this.isPattern = !/^(?:all$|latest|since:)/.test(text)
    this.#rules = rules
    this.#range = isRange(text) ? readRange(text, rules, diagnostics) : undefined
    this.#choose = isRange(text) ? (releases) => releases.filter(({ tag }) => this.#inRange(tag)) : readChoice(text, diagnostics)
  }

  /** `takesTag` is that of the lines of `repositories`: `latest` is the latest of those. */
  select(releases: readonly SourceRelease[], takesTag: (tag: string) => boolean): SelectedReleases {
    const { includeDrafts, includePrereleases } = this.#rules
    const candidates = releases.filter(({ tag }) => takesTag(tag))
    const undrafted = candidates.filter(({ draft }) => includeDrafts || !draft)
    const asked = undrafted.filter(({ prerelease }) => includePrereleases || !prerelease)
    const tags = (chosen: readonly SourceRelease[]) => chosen.map(({ tag }) => tag)
    return {
      releases: this.#choose(asked).toSorted(oldestFirst),
      notSemver: this.#range === undefined ? [] : tags(asked).filter((tag) => this.#semver(tag) === null),
      drafts: includeDrafts ? [] : tags(this.#choose(candidates).filter(({ draft }) => draft)),
      prereleases: includePrereleases ? [] : tags(this.#choose(undrafted).filter(({ prerelease }) => prerelease)),
    }
  }

  #semver(tag: string): SemVer | null {
    return parse(this.#rules.versionOfTag(tag))
  }

  #inRange(tag: string): boolean {
    const version = this.#semver(tag)
    return version !== null && (this.#range?.test(version) ?? false)
  }
}

/** Compares by the time of publication (a draft's: of creation), then by id. */
export function oldestFirst(a: SourceRelease, b: SourceRelease): number {
  return Date.parse(timeOf(a)) - Date.parse(timeOf(b)) || a.id - b.id
}

function timeOf({ publishedAt, createdAt }: SourceRelease): string {
  return publishedAt ?? createdAt
}

function isRange(text: string): boolean {
  return /^[<>=^~\d]/.test(text)
}

function readRange(text: string, { includePrereleases }: ReleaseRules, diagnostics: Diagnostics): Range | undefined {
  try {
    return new Range(text, { includePrerelease: includePrereleases })
  } catch {
    diagnostics.error(`input 'releases' begins like a range of semantic versions and is none: '${text}'`, {
      hint: 'Write a range as npm has them, such as >=1.2 <3 or 1.x. A tag pattern that begins with a digit needs a backslash in front: \\2026-*.',
    })
    return undefined
  }
}

function readChoice(text: string, diagnostics: Diagnostics): Choice {
  if (text === 'all') return (releases) => releases
  const latest = /^latest(?::([1-9]\d{0,5}))?$/.exec(text)
  if (latest !== null) return (releases) => newest(releases, Number(latest[1] ?? 1))
  const since = /^since:(\d{4}-\d{2}-\d{2})$/.exec(text)?.[1]
  if (since !== undefined && isDay(since))
    return (releases) => releases.filter((release) => Date.parse(timeOf(release)) >= Date.parse(since))
  const mistake = tagMistake(text)
  if (mistake !== undefined) {
    diagnostics.error(
      `input 'releases' must be all, latest, latest:N, since:YYYY-MM-DD, a range of versions or a tag pattern, got '${text}'`,
      {
        hint: mistake.hint,
      },
    )
    return () => []
  }
  const pattern = new GlobPattern(text, { hidden: true })
  return (releases) => releases.filter(({ tag }) => pattern.matches(tag))
}

/** Drafts are not published, so none is the latest. */
function newest(releases: readonly SourceRelease[], count: number): readonly SourceRelease[] {
  return releases
    .filter(({ draft }) => !draft)
    .toSorted(oldestFirst)
    .slice(-count)
}

/** Whether a text is a day that the calendar has. */
function isDay(text: string): boolean {
  const time = new Date(text)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)
}
