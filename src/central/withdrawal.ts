import type { Clock } from '../core/clock.ts'
import type { Portal } from './portal.ts'

/** How a deployment is taken back. */
export interface WithdrawalRequest {
  readonly portal: Pick<Portal, 'status' | 'drop'>
  readonly id: string
  readonly clock: Clock
  /** By `clock.elapsed()`, in milliseconds. */
  readonly deadline: number
}

/** `published`: it is public, or about to be; `refused`: it could not be dropped yet. */
export type Withdrawal = 'dropped' | 'published' | 'refused'

const firstPauseMs = 500
const growth = 1.5
const longestPauseMs = 20_000
const answerMs = 2_000

/** Drops a deployment that is not published, trying ever more slowly until the deadline: the Portal refuses while it validates. */
export async function withdraw({ portal, id, clock, deadline }: WithdrawalRequest): Promise<Withdrawal> {
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * growth)) {
    const status = await portal.status(id, { headersMs: answerMs })
    if (status.ok && (status.value.state === 'PUBLISHING' || status.value.state === 'PUBLISHED')) return 'published'
    const answer = await portal.drop(id, { headersMs: answerMs })
    if (answer.ok || (answer.failure.kind === 'missing' && !status.ok && status.failure.kind === 'missing')) return 'dropped'
    if (clock.elapsed() + pause > deadline) return 'refused'
    await clock.sleep(pause)
  }
}
