import type { Diagnostics } from '../../core/diagnostics.ts'
import type { GitHubContext } from '../../core/github.ts'
import { versionInTag } from '../../publication/names.ts'

export interface VersionSources {
  readonly input: string | undefined
  readonly descriptor: string | undefined
  readonly record: string | undefined
  /** Every version that a POM says; in Maven repositories these decide. */
  readonly poms: readonly string[]
  readonly tagPattern: string
  /** Mistakes of the descriptor have been told: that it names no version may be one of them. */
  readonly descriptorBroken: boolean
  readonly github: GitHubContext
}

/** The name of the version: the first source that says one. In Maven repositories it must be the POMs'. Mistakes are collected. */
export function versionName(sources: VersionSources, diagnostics: Diagnostics): string | undefined {
  const said = sources.input ?? sources.descriptor ?? sources.record
  const [pom, ...others] = sources.poms
  if (pom !== undefined && others.length > 0) {
    diagnostics.error(`the POMs say different versions: ${sources.poms.join(', ')}`, {
      hint: 'One run publishes one version: give the files of one, or publish them one after another.',
    })
    return undefined
  }
  if (pom !== undefined && said !== undefined && said !== pom) {
    diagnostics.error(`the version is '${said}', but the POM says '${pom}'`, { hint: 'Leave the version out: the POM decides.' })
    return undefined
  }
  const version = said ?? pom ?? versionOfTag(sources.tagPattern, sources.github)
  if (version === undefined && !sources.descriptorBroken) {
    diagnostics.error(
      "no version is given: neither 'version' nor the descriptor, the record or a POM names one, and the run is not for a tag",
      {
        hint: "Set 'version', or run on a tag.",
      },
    )
  }
  return version
}

/** What the run's tag says; nothing when the run is not for a tag. */
export function versionOfTag(pattern: string, github: GitHubContext): string | undefined {
  const tag = github.refType === 'tag' ? github.refName : undefined
  if (tag === undefined || tag === '') return undefined
  return versionInTag(pattern, tag)
}
