import { ActionError } from '../../core/errors.ts'

/** What keeps everything from being imported, not just one release: the target cannot be written. */
export class TargetFailure extends ActionError {
  /** The same failure, known as the target's. */
  static of({ code, message, hint, cause }: ActionError): TargetFailure {
    return new TargetFailure(code, message, { cause, ...(hint !== undefined && { hint }) })
  }
}
