import { ActionError, systemCode } from '../../core/errors.ts'

/** What keeps everything from being imported, not just one release: the target cannot be written. */
export class TargetFailure extends ActionError {
  /** The same failure, known as the target's. */
  static of({ code, message, hint, cause }: ActionError): TargetFailure {
    return new TargetFailure(code, message, { cause, ...(hint !== undefined && { hint }) })
  }
}

/** Whether an error is a failed system call: of the files that we work on, not of our making. */
export function isFailedCall(error: unknown): boolean {
  return !(error instanceof ActionError) && /^E[A-Z0-9]+$/.test(systemCode(error) ?? '')
}
