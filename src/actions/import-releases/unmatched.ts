import type { Diagnostics } from '../../core/diagnostics.ts'
import type { SourceRelease } from '../../github/source-model.ts'
import type { SelectedReleases } from './release-selection.ts'
import type { SeenRepository } from './repository-selection.ts'
import type { ImportInputs, ImportRules } from './rules.ts'

/** Keeps what the patterns among the inputs took of all that there is: one that takes nothing at all is most likely misspelt. */
export class Unmatched {
  readonly #repositories: SeenRepository[] = []
  #releases = 0
  #drafts = 0
  #prereleases = 0
  #assets = 0
  #assetsTaken = 0

  /** A repository that could not be read, or need not be; without `tags` any pattern over them may match. */
  sawRepository(fullName: string, tags?: readonly string[]): void {
    this.#repositories.push({ fullName, ...(tags !== undefined && { tags }) })
    this.#releases += tags?.length ?? 1
  }

  /** A repository whose releases were listed. */
  sawReleases(fullName: string, all: readonly SourceRelease[], { releases, drafts, prereleases }: SelectedReleases): void {
    this.#repositories.push({ fullName, tags: all.map(({ tag }) => tag) })
    this.#releases += releases.length
    this.#drafts += drafts.length
    this.#prereleases += prereleases.length
  }

  sawAsset(taken: boolean): void {
    this.#assets++
    if (taken) this.#assetsTaken++
  }

  /** Tells it: as errors, or as warnings where `fail-on-unmatched` is false. */
  tell({ repositories, releases }: ImportRules, inputs: ImportInputs, diagnostics: Diagnostics): void {
    const fail = inputs.failOnUnmatched
    const tell = (message: string, hint: string) => diagnostics[fail ? 'error' : 'warning'](message, { hint })
    repositories.tellUnmatched(this.#repositories, { fail }, diagnostics)
    if (releases.isPattern && this.#releases === 0) tell(`input 'releases' matches no release: '${inputs.releases}'`, this.#leftOut())
    if (inputs.assets.length > 0 && this.#assets > 0 && this.#assetsTaken === 0) {
      tell(
        `input 'assets' takes none of ${this.#assets} assets`,
        "Patterns are matched against an asset's whole name: `*.zip`, `widget-*`.",
      )
    }
  }

  #leftOut(): string {
    if (this.#prereleases > 0) return "It matches prereleases: set 'include-prereleases: true' if they are meant."
    if (this.#drafts > 0) return "It matches drafts: set 'include-drafts: true' if they are meant."
    return 'A range judges what the tag says of the version; a pattern judges the whole tag.'
  }
}
