import type { Diagnostic } from './diagnostics.ts'

/** What went wrong, from the user's point of view. A closed list: callers branch on it. */
export type ErrorCode = 'invalid-input' | 'unauthorized' | 'not-found' | 'conflict' | 'rejected' | 'timeout' | 'unavailable'

export interface ActionErrorOptions extends ErrorOptions {
  /** What the user should do about it, one sentence. */
  readonly hint?: string
  /** All mistakes behind this error, where there are several; each becomes an annotation of its own. */
  readonly diagnostics?: readonly Diagnostic[]
}

/** A failure that we foresaw: it prints as one line and a hint, never as a stack. */
export class ActionError extends Error {
  override readonly name = 'ActionError'
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly diagnostics: readonly Diagnostic[]

  constructor(code: ErrorCode, message: string, options: ActionErrorOptions = {}) {
    super(message, options)
    this.code = code
    this.hint = options.hint
    this.diagnostics = options.diagnostics ?? []
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Node's code of a failed system call (`ENOENT`, `EEXIST`, …), if it is one. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
