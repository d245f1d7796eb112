import type { SyncState } from './outcome.ts'

// The runner kills ten seconds after it has asked to end: the rest is for outputs and summary.
const graceMs = 9_000

/**
 * Waits for work that knows of the cancellation and ends soon after it; when it does not, throws the cancellation's reason, and nobody waits for the
 * work any more. What has no steps to end between, such as hashing, is given no grace.
 */
export async function endingInTime<T>(work: Promise<T>, cancelled: AbortSignal, grace: number = graceMs): Promise<T> {
  const { promise: overdue, reject } = Promise.withResolvers<never>()
  let timer: NodeJS.Timeout | undefined
  const begin = () => {
    timer = setTimeout(() => reject(cancelled.reason), grace)
  }
  if (cancelled.aborted) begin()
  else cancelled.addEventListener('abort', begin, { once: true })
  try {
    return await Promise.race([work, overdue])
  } finally {
    clearTimeout(timer)
    cancelled.removeEventListener('abort', begin)
  }
}

/** Where the deployment at hand is, as last heard of: a run that ends before its time tells no less. */
export class Whereabouts {
  #deployment: string | undefined
  #state: SyncState = 'rejected'

  tell(state: SyncState, deployment: string | undefined): void {
    this.#state = state
    this.#deployment = deployment
  }

  get state(): SyncState {
    return this.#state
  }

  get deployment(): string | undefined {
    return this.#deployment
  }
}
