import type { Clock } from '../core/clock.ts'
import { ActionError } from '../core/errors.ts'
import type { DeploymentStatus } from './deployment-status.ts'
import type { Portal } from './portal.ts'
import { type PortalFailure, portalError } from './portal-error.ts'

/** How far a deployment is waited for. A later state reaches an earlier goal. */
export type WatchGoal = 'validated' | 'published'

/** How waiting ended. */
export type WatchEnd =
  /** The goal, or a state beyond it. */
  | { readonly kind: 'reached'; readonly status: DeploymentStatus }
  | { readonly kind: 'failed'; readonly status: DeploymentStatus }
  /** The Portal does not know it: dropped, expired, or never there. */
  | { readonly kind: 'gone'; readonly last: DeploymentStatus | undefined }
  /** The Portal refuses to tell, and will go on refusing. */
  | { readonly kind: 'refused'; readonly failure: PortalFailure; readonly last: DeploymentStatus | undefined }
  /** The deadline; `last` is the last state seen, `failure` what stood in the way of a newer one. */
  | { readonly kind: 'timeout'; readonly last: DeploymentStatus | undefined; readonly failure: PortalFailure | undefined }

/** What to wait for, and how. */
export interface WatchRequest {
  readonly portal: Pick<Portal, 'status'>
  readonly id: string
  readonly until: WatchGoal
  /** By `clock.elapsed()`, in milliseconds. The state is asked for once in any case. */
  readonly deadline: number
  readonly clock: Clock
  /** Whether the Portal has accepted the token in this run. If not, a 401 to the first question is final. */
  readonly tokenProven: boolean
  /** How long answers may say that there is no such deployment, in milliseconds; default 5 minutes, as after an upload. */
  readonly missingToleratedMs?: number
  /** Told of each state that differs from the one before. */
  readonly onState?: (status: DeploymentStatus) => void
  /** Ends the waiting; its reason is thrown. */
  readonly signal?: AbortSignal
}

// A poller that asks too much loses its publishing access, one that gives up too early turns good releases red:
// https://central.sonatype.org/faq/publish-access-removed/, https://github.com/jdubois/boot-ui/issues/880.
const firstPauseMs = 1000
const growth = 1.5
const longestPauseMs = 20_000
const longestPauseWhilePublishingMs = 60_000
const throttledPauseMs = 60_000
const defaultMissingToleratedMs = 5 * 60_000
const refusalsTolerated = 3
const longestAnswerMs = 30_000

const goals: Readonly<Record<WatchGoal, ReadonlySet<string>>> = {
  validated: new Set(['VALIDATED', 'PUBLISHING', 'PUBLISHED']),
  published: new Set(['PUBLISHED']),
}

/**
 * Asks for a deployment's state, at once and then ever more slowly, until it is at its goal or failed. New deployments answer 404 for a while, good tokens 401
 * now and then, busy servers 429 and 5xx: none of these is a verdict.
 */
export async function watchDeployment(request: WatchRequest): Promise<WatchEnd> {
  const { portal, id, clock, deadline, signal } = request
  const watch = new Watch(request)
  for (;;) {
    signal?.throwIfAborted()
    const left = Math.max(1000, deadline - clock.elapsed())
    const answer = await portal.status(id, { headersMs: Math.min(longestAnswerMs, left), ...(signal !== undefined && { signal }) })
    const end = answer.ok ? watch.saw(answer.value) : watch.missed(answer.failure)
    if (end !== undefined) return end
    const rest = deadline - clock.elapsed()
    const pause = watch.nextPause()
    // A last question at the deadline is fair, unless the Portal has asked for silence until later.
    if (rest <= 0 || (watch.throttled && pause > rest)) return watch.timeout()
    await clock.sleep(Math.min(pause, rest), signal)
  }
}

/** That a deployment did not become VALIDATED, and what to do about it. */
export function notValidated(id: string, end: Exclude<WatchEnd, { kind: 'reached' | 'failed' }>): ActionError {
  if (end.kind === 'gone') {
    return new ActionError('not-found', `deployment ${id} is gone: it was dropped, or has expired`, {
      hint: "Run mode 'sync' again: it is uploaded anew.",
    })
  }
  if (end.kind === 'refused') return portalError(`learn the state of deployment ${id}`, end.failure)
  const last = end.last === undefined ? 'nothing is known of it yet' : `it is ${end.last.spelledState}`
  return new ActionError('timeout', `deployment ${id} was not validated in time: ${last}`, {
    hint: "Run again: it is found by its name and continued, not uploaded twice. Raise 'timeout-minutes' if this happens often.",
    ...(end.failure?.cause !== undefined && { cause: end.failure.cause }),
  })
}

/** What was seen so far, and what follows from it. */
class Watch {
  readonly #request: WatchRequest
  #last: DeploymentStatus | undefined
  #failure: PortalFailure | undefined
  #proven: boolean
  #refusals = 0
  #throttles = 0
  #missingSince: number | undefined
  #pause = firstPauseMs / growth

  constructor(request: WatchRequest) {
    this.#request = request
    this.#proven = request.tokenProven
  }

  get throttled(): boolean {
    return this.#throttles > 0
  }

  /** The end that a state means, if it means one. */
  saw(status: DeploymentStatus): WatchEnd | undefined {
    this.#proven = true
    this.#calm()
    this.#failure = undefined
    if (status.state !== this.#last?.state || status.spelledState !== this.#last.spelledState) this.#request.onState?.(status)
    this.#last = status
    if (status.state === 'FAILED') return { kind: 'failed', status }
    return goals[this.#request.until].has(status.state) ? { kind: 'reached', status } : undefined
  }

  /** The end that an unanswered question means, if it means one. */
  missed(failure: PortalFailure): WatchEnd | undefined {
    this.#failure = failure
    if (failure.kind === 'missing') return this.#missing()
    if (failure.kind === 'throttled') {
      const asked = this.#throttles
      this.#calm()
      this.#throttles = asked + 1
      return undefined
    }
    if (failure.kind === 'unavailable') {
      this.#calm()
      return undefined
    }
    const refusals = this.#refusals + 1
    this.#calm()
    this.#refusals = refusals
    return this.#proven && refusals <= refusalsTolerated ? undefined : { kind: 'refused', failure, last: this.#last }
  }

  /** How long to wait before the next question, in milliseconds. */
  nextPause(): number {
    if (this.throttled && this.#failure?.retryAfterMs === undefined) return throttledPauseMs * 2 ** (this.#throttles - 1)
    const longest = this.#last?.state === 'PUBLISHING' ? longestPauseWhilePublishingMs : longestPauseMs
    this.#pause = Math.min(longest, this.#pause * growth)
    // "Retry-After: 0" is no leave to ask without a pause.
    return this.throttled ? Math.max(this.#pause, this.#failure?.retryAfterMs ?? 0) : this.#pause
  }

  timeout(): WatchEnd {
    return { kind: 'timeout', last: this.#last, failure: this.#failure }
  }

  #missing(): WatchEnd | undefined {
    const now = this.#request.clock.elapsed()
    const since = this.#missingSince ?? now
    this.#calm()
    this.#proven = true
    this.#missingSince = since
    const tolerated = this.#request.missingToleratedMs ?? defaultMissingToleratedMs
    return now - since < tolerated ? undefined : { kind: 'gone', last: this.#last }
  }

  /** Forgets what only counts when it comes in a row. */
  #calm(): void {
    this.#refusals = 0
    this.#throttles = 0
    this.#missingSince = undefined
  }
}
