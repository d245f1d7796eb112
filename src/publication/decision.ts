import type { Diagnostics } from '../core/diagnostics.ts'
import type { RecordedFile } from '../model/version-record.ts'
import { recordedFile } from './recorded-files.ts'
import type { Owner, VersionState } from './version-state.ts'

/** What is to be done with a file. */
export type Decision = 'upload' | 'replace' | 'unchanged'

/** A file in question, wherever its bytes lie. */
export interface Candidate {
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly override: boolean
}

export interface DecisionRules {
  /** Name of the version, for messages. */
  readonly version: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** Days after the first publication in which a version may change; 0 = never. */
  readonly updateWindowDays: number
  /** What people can do about other bytes that may not be replaced. Default: what publish-version lets them do. */
  readonly replacing?: string
}

const day = 86_400_000

/**
 * Decides for one file: what is published with the same bytes is left alone, what is missing is uploaded, other bytes are refused or replaced. The
 * rules are Bintray's: one path belongs to one version, published files change only by `override` and only within the window.
 */
export function decide(candidate: Candidate, state: VersionState, rules: DecisionRules, diagnostics: Diagnostics): Decision {
  const { path } = candidate
  const entry = state.entries.get(path)
  const recorded = recordedFile(state.published, path)
  const owner = state.owners.get(path)
  if (entry?.kind === 'obstacle') {
    diagnostics.error(`'${path}' cannot be written: ${entry.reason}`)
    return 'upload'
  }
  if (owner !== undefined) {
    tellOwner(path, owner, diagnostics)
    return 'upload'
  }
  if (entry === undefined) {
    const restored = recorded !== undefined && sameBytes(recorded, candidate)
    if (recorded !== undefined && !restored) return replacement(candidate, state, rules, diagnostics)
    if (!restored) checkWindow(path, 'added', state, rules, diagnostics)
    return 'upload'
  }
  if (sameBytes(entry, candidate)) {
    if (recorded === undefined) checkWindow(path, 'added', state, rules, diagnostics)
    return 'unchanged'
  }
  return replacement(candidate, state, rules, diagnostics)
}

/** One path belongs to one version: Bintray's rule, which keeps what was once published where it is. */
export function tellOwner(path: string, owner: Owner, diagnostics: Diagnostics): void {
  diagnostics.error(`'${path}' belongs to version '${owner.version}' of package '${owner.package}'`, {
    hint: "One path belongs to one version, override or not: put {package} and {version} into 'path'.",
  })
}

function replacement({ path, override }: Candidate, state: VersionState, rules: DecisionRules, diagnostics: Diagnostics): Decision {
  if (!override) {
    diagnostics.error(`'${path}' is published with other bytes`, {
      hint: rules.replacing ?? 'Publish a new version, or set "override: true" to replace it within the update window.',
    })
  } else {
    checkWindow(path, 'replaced', state, rules, diagnostics)
  }
  return 'replace'
}

/** A published version may change only for so long (Bintray: 180 days; `version_update_max_days`). */
export function checkWindow(
  path: string,
  verb: 'added' | 'replaced',
  state: VersionState,
  rules: DecisionRules,
  diagnostics: Diagnostics,
): void {
  const first = state.published?.published[0]?.time
  if (first === undefined) return
  const age = rules.now - Date.parse(first)
  if (rules.updateWindowDays > 0 && age <= rules.updateWindowDays * day) return
  const reason =
    rules.updateWindowDays === 0
      ? "and 'update-window-days: 0' allows no change after that"
      : `which is ${Math.floor(age / day)} days ago; the update window is ${rules.updateWindowDays} days`
  diagnostics.error(`'${path}' cannot be ${verb}: version '${rules.version}' was published on ${first.slice(0, 10)}, ${reason}`, {
    hint: "Publish a new version, or raise 'update-window-days'.",
  })
}

function sameBytes(there: Pick<RecordedFile, 'size' | 'sha256'>, candidate: Candidate): boolean {
  return there.size === candidate.size && there.sha256 === candidate.sha256
}
