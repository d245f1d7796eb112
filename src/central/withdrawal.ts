import type { Clock } from '../core/clock.ts'
import type { DeploymentState } from './deployment-status.ts'
import type { Patience, Portal } from './portal.ts'
import type { Answer } from './portal-error.ts'

/** How a deployment is taken back. */
export interface WithdrawalRequest {
  readonly portal: Pick<Portal, 'status' | 'drop'>
  readonly id: string
  readonly clock: Clock
  /** By `clock.elapsed()`, in milliseconds: nothing is waited for after it. */
  readonly deadline: number
  /** For a run with seconds to live: asks more often, and waits for no answer longer than two seconds. */
  readonly hurried?: boolean
  /** It may be new: that the Portal does not know it means nothing for a while. */
  readonly fresh?: boolean
  /** Ends all of it; its reason is thrown. */
  readonly signal?: AbortSignal
}

/** `published`: it is public, or about to be; `refused`: it could not be dropped yet. */
export type Withdrawal = 'dropped' | 'published' | 'refused'

const firstPauseMs = 1_000
const firstPauseHurriedMs = 500
const growth = 1.5
const longestPauseMs = 20_000
const throttledPauseMs = 60_000
const answerMs = 30_000
const answerHurriedMs = 2_000
const leastAnswerMs = 500

// In the other states the Portal refuses. What it does not tell, or tells in a word that is new to us, is worth a try.
const droppable: ReadonlySet<DeploymentState> = new Set(['VALIDATED', 'FAILED', 'UNKNOWN'])

/** Drops a deployment that is not published, trying ever more slowly until the deadline: the Portal refuses while it validates. */
export async function withdraw({
  portal,
  id,
  clock,
  deadline,
  hurried = false,
  fresh = false,
  signal,
}: WithdrawalRequest): Promise<Withdrawal> {
  const patience = (): Patience => {
    const left = Math.max(leastAnswerMs, deadline - clock.elapsed())
    return { headersMs: Math.min(hurried ? answerHurriedMs : answerMs, left), ...(signal !== undefined && { signal }) }
  }
  let maybeDropped = false
  for (let pause = hurried ? firstPauseHurriedMs : firstPauseMs; ; pause = Math.min(longestPauseMs, pause * growth)) {
    const status = await portal.status(id, patience())
    if (status.ok && (status.value.state === 'PUBLISHING' || status.value.state === 'PUBLISHED')) return 'published'
    const answer = status.ok && !droppable.has(status.value.state) ? undefined : await portal.drop(id, patience())
    if (answer?.ok || (isMissing(answer) && isMissing(status) && (!fresh || maybeDropped))) return 'dropped'
    maybeDropped ||= answer?.failure.maybeDone === true
    const wait = Math.max(pause, askedPause(status), askedPause(answer))
    if (clock.elapsed() + wait > deadline) return 'refused'
    await clock.sleep(wait, signal)
  }
}

function isMissing(answer: Answer<unknown> | undefined): boolean {
  return answer?.ok === false && answer.failure.kind === 'missing'
}

/** How long the Portal wants to be left alone, in milliseconds. */
function askedPause(answer: Answer<unknown> | undefined): number {
  if (answer === undefined || answer.ok) return 0
  return answer.failure.retryAfterMs ?? (answer.failure.kind === 'throttled' ? throttledPauseMs : 0)
}
