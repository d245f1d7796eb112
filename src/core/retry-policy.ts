import type { Clock } from './clock.ts'
import { HttpError } from './http-error.ts'

/** How often and how long a request is tried. Times are in milliseconds. */
export interface RetryPolicy {
  /** Tries in all, the first included. */
  readonly attempts: number
  /** The first pause; each further one is twice as long. */
  readonly pauseMs: number
  readonly longestPauseMs: number
  /** No pause begins that would end later than this after the first try. */
  readonly deadlineMs: number
  /** Which statuses say "not now"; default `isTransientStatus`. */
  readonly isTransient?: (status: number) => boolean
}

export const defaultRetries: RetryPolicy = { attempts: 4, pauseMs: 500, longestPauseMs: 20_000, deadlineMs: 120_000 }
export const noRetries: RetryPolicy = { ...defaultRetries, attempts: 1 }

/** The part of an answer that decides whether to ask again. */
export interface RetryableAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

const transient = new Set([408, 429, 500, 502, 503, 504])

/** Whether a status says "not now" rather than "no". */
export function isTransientStatus(status: number): boolean {
  return transient.has(status)
}

/**
 * The pause that a `Retry-After` asks for, in milliseconds: seconds or a date (RFC 9110 section 10.2.3). A date is read against the answer's own
 * `Date`, so that neither clock has to be right. Undefined without the header, or when it cannot be read.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const value = headers['retry-after']?.trim()
  if (value === undefined) return undefined
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const until = Date.parse(value)
  if (Number.isNaN(until)) return undefined
  const serverNow = Date.parse(headers.date ?? '')
  return Math.max(0, until - (Number.isNaN(serverNow) ? now : serverNow))
}

/** What surrounds a request that may be tried again. */
export interface RetrySurroundings {
  readonly policy: RetryPolicy
  /** Whether doing it twice is as good as once. If not, only what never reached the server is tried again. */
  readonly repeatable: boolean
  readonly clock: Clock
  readonly signal: AbortSignal | undefined
  /** Told before each pause: the status or the error that is behind it, and for how long. */
  readonly onPause: (why: number | HttpError, milliseconds: number) => void
}

/** Tries a request by the one rule that all of our requests follow; gives the last answer, or throws the last error. */
export async function withRetries<Answer extends RetryableAnswer>(
  attempt: () => Promise<Answer>,
  { policy, repeatable, clock, signal, onPause }: RetrySurroundings,
): Promise<Answer> {
  const started = clock.elapsed()
  for (let tries = 1; ; tries++) {
    const outcome = await outcomeOf(attempt)
    const why = whyAgain(outcome, { repeatable, isTransient: policy.isTransient ?? isTransientStatus })
    const pause = pauseBefore(tries, outcome, { policy, now: clock.now() })
    if (why === undefined || tries >= policy.attempts || clock.elapsed() - started + pause > policy.deadlineMs) {
      if ('error' in outcome) throw outcome.error
      return outcome.answer
    }
    onPause(why, pause)
    await clock.sleep(pause, signal)
  }
}

type Outcome<Answer> = { readonly answer: Answer } | { readonly error: unknown }

async function outcomeOf<Answer>(attempt: () => Promise<Answer>): Promise<Outcome<Answer>> {
  try {
    return { answer: await attempt() }
  } catch (error) {
    return { error }
  }
}

function whyAgain(
  outcome: Outcome<RetryableAnswer>,
  { repeatable, isTransient }: { repeatable: boolean; isTransient: (status: number) => boolean },
): number | HttpError | undefined {
  if ('answer' in outcome) return repeatable && isTransient(outcome.answer.status) ? outcome.answer.status : undefined
  const { error } = outcome
  if (!(error instanceof HttpError) || (error.code !== 'unavailable' && error.code !== 'timeout')) return undefined
  return repeatable || error.progress === 'unsent' ? error : undefined
}

/** An exponential pause of which up to a half is left out at random, so that many clients do not come back at once; or more, if the server asks for it. */
function pauseBefore(tries: number, outcome: Outcome<RetryableAnswer>, { policy, now }: { policy: RetryPolicy; now: number }): number {
  const asked = 'answer' in outcome ? (retryAfterMs(outcome.answer.headers, now) ?? 0) : 0
  const full = Math.min(policy.longestPauseMs, policy.pauseMs * 2 ** (tries - 1))
  return Math.max(asked, full * (0.5 + Math.random() / 2))
}
