import type { Diagnostics } from '../../core/diagnostics.ts'
import type { ActionError } from '../../core/errors.ts'

/** Names a version in an output; fields are as far as they are known. */
export interface Row {
  /** `owner/name` at GitHub. */
  readonly repository: string
  readonly package?: string
  readonly version?: string
  readonly reason?: string
}

/** An asset that is not what it was when it was imported. */
export interface Alarm {
  readonly repository: string
  readonly package: string
  readonly version: string
  readonly asset: string
  /** `sha256:…`, or a size where there is no digest. */
  readonly was: string
  readonly is: string
}

/** What becomes of releases: the outputs of the same names. */
export type Fate = 'imported' | 'unchanged' | 'failed' | 'pending'

/** Keeps what a run did, release by release, while many are under way. What somebody must act on is told as an error, too. */
export class Ledger {
  readonly #diagnostics: Diagnostics
  readonly #severity: 'error' | 'warning'
  readonly #rows: Readonly<Record<Fate, Row[]>> = { imported: [], unchanged: [], failed: [], pending: [] }
  readonly #alarms: Alarm[] = []
  readonly #records = new Set<string>()
  #adopted = 0

  /** @param severity what a failure or an alarm is to this run */
  constructor(diagnostics: Diagnostics, severity: 'error' | 'warning') {
    this.#diagnostics = diagnostics
    this.#severity = severity
  }

  /** In the order of the repositories' names; within one, in the order in which they were added. */
  rows(fate: Fate): readonly Row[] {
    return sorted(this.#rows[fate])
  }

  get alarms(): readonly Alarm[] {
    return sorted(this.#alarms)
  }

  get records(): readonly string[] {
    return [...this.#records].sort()
  }

  /** Whether somebody must act. */
  get isRed(): boolean {
    return this.#rows.failed.length + this.#alarms.length > 0
  }

  add(fate: Exclude<Fate, 'failed'>, row: Row): void {
    this.#rows[fate].push(row)
  }

  /** Lists as pending what nothing has been said of: a run that ends early says what it did not do. */
  addRest(rows: readonly Row[], reason: string): void {
    const said = new Set([...Object.values(this.#rows).flat(), ...this.#alarms].map(named))
    for (const row of rows.filter((each) => !said.has(named(each)))) this.add('pending', { ...row, reason })
  }

  /** A release, or a repository as a whole, that could not be imported. */
  fail(row: Row, { message, hint }: { readonly message: string; readonly hint?: string | undefined }): void {
    this.#rows.failed.push({ ...row, reason: message })
    this.#diagnostics[this.#severity](`${named(row)}: ${message}`, hint === undefined ? {} : { hint })
  }

  /** The same, of a failure that was thrown. */
  failBy(row: Row, error: ActionError): void {
    const reasons = error.diagnostics.map(({ message }) => message)
    const message = reasons.length === 0 ? error.message : reasons.join('; ')
    this.fail(row, { message, hint: error.hint ?? error.diagnostics[0]?.hint })
  }

  alarm(alarm: Alarm): void {
    this.#alarms.push(alarm)
    this.#diagnostics[this.#severity](
      `${named(alarm)}: the asset '${alarm.asset}' changed after it was imported: it was ${alarm.was}, and is ${alarm.is}. Nothing was replaced`,
      {
        hint: "Find out who changed it, and why. If it is meant to change, name the release in 'rolling'; otherwise restore it at GitHub.",
      },
    )
  }

  wrote(record: string): void {
    this.#records.add(record)
  }

  /** Files that were there without a record. */
  adopted(files: number): void {
    this.#adopted += files
  }

  /** Tells once what concerns many releases. */
  close(): void {
    const [first] = this.#rows.pending
    const count = this.#rows.pending.length
    if (first !== undefined) {
      const what = count === 1 ? '1 release is' : `${count} releases are`
      this.#diagnostics.warning(`${what} pending, such as ${named(first)}: ${first.reason ?? ''}`, {
        hint: 'The next run goes on where this one ended.',
      })
    }
    if (this.#adopted > 0) {
      this.#diagnostics.notice(
        `${this.#adopted} ${this.#adopted === 1 ? 'file was' : 'files were'} there without a record, with the bytes that GitHub says: alarms are off for what happened before this run`,
      )
    }
  }
}

/** A version, as messages name it. */
export function named({ repository, package: name, version }: Row): string {
  if (version === undefined) return repository
  return `${repository}, ${name ?? ''} ${version}`
}

function sorted<T extends { readonly repository: string }>(rows: readonly T[]): readonly T[] {
  return rows.toSorted((a, b) => (a.repository < b.repository ? -1 : a.repository > b.repository ? 1 : 0))
}
