import { ActionError } from './errors.ts'

export type Severity = 'error' | 'warning' | 'notice'

/** A place in a file of the user's. Lines and columns count from 1, columns in UTF-16 units, as GitHub's annotations do. */
export interface Location {
  /** Relative to the workspace, with `/`; absolute only outside it. */
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** One thing that the user should know: what is wrong, where, and what to do. */
export interface Diagnostic {
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
  readonly location?: Location
}

export interface DiagnosticDetails {
  readonly hint?: string
  readonly location?: Location
}

/** Collects everything that is wrong with the input, so that one run tells all of it before anything is written. */
export class Diagnostics {
  readonly #all: Diagnostic[] = []

  get all(): readonly Diagnostic[] {
    return this.#all
  }

  get errors(): readonly Diagnostic[] {
    return this.#all.filter((diagnostic) => diagnostic.severity === 'error')
  }

  error(message: string, details: DiagnosticDetails = {}): void {
    this.#all.push({ severity: 'error', message, ...details })
  }

  warning(message: string, details: DiagnosticDetails = {}): void {
    this.#all.push({ severity: 'warning', message, ...details })
  }

  notice(message: string, details: DiagnosticDetails = {}): void {
    this.#all.push({ severity: 'notice', message, ...details })
  }

  /** What `work` gives; a foreseen failure of it becomes one more mistake. */
  attempt<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      this.#foreseen(error)
      return undefined
    }
  }

  /** The same, of work that takes time. */
  async attemptLater<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      this.#foreseen(error)
      return undefined
    }
  }

  /** Ends the run here when anything is wrong; every error becomes an annotation. */
  throwIfErrors(): void {
    const errors = this.errors
    const [first] = errors
    if (first === undefined) return
    throw new ActionError('invalid-input', errors.length === 1 ? first.message : `${errors.length} mistakes in the input`, {
      diagnostics: errors,
    })
  }

  #foreseen(error: unknown): void {
    if (!(error instanceof ActionError)) throw error
    this.error(error.message, error.hint === undefined ? {} : { hint: error.hint })
  }
}
