import type { AdvancingClock } from '../advancing-clock.ts'
import type { Caller } from './access.ts'
import { type Answer, json, problem } from './answers.ts'

/** What is enforced; 0 means without limit. */
export interface LimitOptions {
  readonly perHour: number | undefined
  readonly anonymousPerHour: number
  readonly perMinute: number
  readonly hourSeconds: number
  readonly minuteSeconds: number
  readonly clock: AdvancingClock
}

interface Window {
  readonly endsAt: number
  used: number
}

const rateDocs = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api'

/** GitHub's two limits: the primary one by the hour, the secondary one by the minute, each counted by token from the first request of a window. */
export class RateLimits {
  readonly #options: LimitOptions
  readonly #hours = new Map<string, Window>()
  readonly #minutes = new Map<string, Window>()

  constructor(options: LimitOptions) {
    this.#options = options
  }

  /** Counts a request; gives the refusal when it is one too many. */
  admit(caller: Caller): Answer | undefined {
    const { minuteSeconds, perMinute, clock } = this.#options
    const minute = this.#window(this.#minutes, caller.key, minuteSeconds)
    if (perMinute > 0 && minute.used >= perMinute) return secondaryRefusal(Math.ceil((minute.endsAt - clock.now()) / 1000))
    minute.used++
    const hour = this.#hour(caller)
    const limit = this.#limit(caller)
    if (limit > 0 && hour.used >= limit) return primaryRefusal(caller)
    hour.used++
    return undefined
  }

  /** A 304 to whoever has a token does not count. */
  refund(caller: Caller): void {
    if (caller.grant !== undefined) this.#hour(caller).used--
  }

  /** `x-ratelimit-*` of an answer, as things stand. */
  headers(caller: Caller): Record<string, string> {
    const { limit, remaining, reset, used } = this.overview(caller)
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-used': String(used),
      'x-ratelimit-resource': 'core',
    }
  }

  /** The same as `/rate_limit` shows it. */
  overview(caller: Caller): { limit: number; remaining: number; reset: number; used: number } {
    const { used, endsAt } = this.#hour(caller)
    const limit = this.#limit(caller) || 1_000_000
    return { limit, remaining: Math.max(0, limit - used), reset: Math.ceil(endsAt / 1000), used }
  }

  #hour(caller: Caller): Window {
    return this.#window(this.#hours, caller.key, this.#options.hourSeconds)
  }

  #window(windows: Map<string, Window>, key: string, seconds: number): Window {
    const now = this.#options.clock.now()
    const known = windows.get(key)
    if (known !== undefined && known.endsAt > now) return known
    const begun = { endsAt: now + seconds * 1000, used: 0 }
    windows.set(key, begun)
    return begun
  }

  #limit({ grant }: Caller): number {
    if (grant === undefined) return this.#options.anonymousPerHour
    return grant.perHour ?? this.#options.perHour ?? (grant.login === undefined ? 1000 : 5000)
  }
}

/** What is said when too much was asked at once. */
export function secondaryRefusal(retryAfterSeconds: number | undefined, status = 403): Answer {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  const answer = problem(status, message, `${rateDocs}#about-secondary-rate-limits`)
  return retryAfterSeconds === undefined ? answer : { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfterSeconds) } }
}

/** What is said when the hour's requests are used up; the headers say until when. */
export function primaryRefusal({ grant }: Caller, status = 403): Answer {
  if (grant === undefined) {
    const message =
      "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)"
    return json({ message, documentation_url: rateDocs }, status)
  }
  return problem(status, `API rate limit exceeded for ${grant.login === undefined ? 'installation' : 'user'} ID 1.`, rateDocs)
}
