import type { RecordedCheck } from '../../model/version-record.ts'

/** What is wrong with an asset; each one fails its release. */
export interface AssetProblem {
  readonly asset: string
  readonly message: string
  readonly hint?: string
}

/** Collects what the checks of one release find. */
export class Findings {
  readonly problems: AssetProblem[] = []
  readonly notices: string[] = []
  readonly #checks = new Map<string, RecordedCheck[]>()
  readonly #grouped = new Map<string, Set<string>>()

  get checks(): ReadonlyMap<string, readonly RecordedCheck[]> {
    return this.#checks
  }

  /** Records a check of an asset; the same one a second time adds nothing. */
  check(asset: string, check: RecordedCheck): void {
    const checks = this.#checks.get(asset) ?? []
    this.#checks.set(asset, checks)
    const same = checks.some(
      ({ kind, state, by, key }) => kind === check.kind && state === check.state && by === check.by && key === check.key,
    )
    if (!same) checks.push(check)
  }

  problem(asset: string, message: string, hint: string): void {
    if (!this.problems.some((problem) => problem.asset === asset && problem.message === message))
      this.problems.push({ asset, message, hint })
  }

  notice(message: string): void {
    this.notices.push(message)
  }

  /** A notice about many things at once: `title` is followed by their names. */
  group(title: string, name: string): void {
    const names = this.#grouped.get(title) ?? new Set()
    this.#grouped.set(title, names.add(name))
  }

  /** Turns what was grouped into notices. */
  finish(): void {
    for (const [title, names] of this.#grouped) this.notices.push(`${title}: ${shortList(names)}`)
    this.#grouped.clear()
  }
}

/** The first names and how many more there are. */
export function shortList(names: Iterable<string>): string {
  const all = [...names]
  const shown = all.slice(0, 5).map((name) => `'${name}'`)
  return all.length > shown.length ? `${shown.join(', ')} and ${all.length - shown.length} more` : shown.join(', ')
}
