import type { Diagnostics } from '../../core/diagnostics.ts'
import type { GitHubContext } from '../../core/github.ts'
import { encodeName } from '../../model/repository-path.ts'

// Bytes of a name as `.outtray/` spells it: with `.json` it must be a file name, and the longest have 255.
const longestName = 200

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

/** What a tag says by the pattern, else the whole tag; nothing when the run is not for a tag. */
export function versionOfTag(pattern: string, github: GitHubContext): string | undefined {
  const tag = github.refType === 'tag' ? github.refName : undefined
  if (tag === undefined || tag === '') return undefined
  const [before = '', after = ''] = pattern.split('{version}')
  const fits = pattern.includes('{version}') && tag.length > before.length + after.length && tag.startsWith(before) && tag.endsWith(after)
  return fits ? tag.slice(before.length, tag.length - after.length) : tag
}

/** Tells what is wrong with a name that a person gave. */
export function checkName(kind: 'package' | 'version', name: string | undefined, diagnostics: Diagnostics): void {
  if (name === undefined) return
  const bytes = encodeName(name).length
  if (bytes > longestName) {
    diagnostics.error(`the ${kind} name takes ${bytes} bytes in a file name, more than ${longestName}: '${name.slice(0, 40)}…'`, {
      hint: 'Characters other than `A-Z a-z 0-9 . _ + -` take three bytes and more, being percent-encoded. Choose a shorter name.',
    })
  }
  if (/[\u0000-\u001f\u007f]/.test(name)) diagnostics.error(`the ${kind} name '${name}' contains a control character`)
}
