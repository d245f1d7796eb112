import type { Clock } from '../core/clock.ts'
import { ActionError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import { retryAfterMs } from '../core/retry-policy.ts'

/** Thrown instead of a request once waiting for a rate limit would take more time than the run has for it. */
export class RateLimited extends ActionError {
  constructor(why: string, milliseconds: number) {
    super('unavailable', `GitHub takes no requests for another ${duration(milliseconds)}: ${why}`, {
      hint:
        "Run again later: it continues where this run ended. A job's own token has 1,000 requests an hour; one of a user or an app has more. " +
        "The input 'rate-limit-wait-minutes' says how long to wait.",
    })
  }
}

/** The parts of an answer that tell of limits. */
export interface LimitedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The beginning is enough; empty when it is not known. */
  readonly text: string
}

const shortestPause = 1000
/** What GitHub asks for when it names no time; doubled for each further refusal of the same request. */
const pauseUnasked = 60_000
/** Windows last an hour at most, whatever two clocks say. */
const longestWindow = 3_600_000

/** What a run has left for waiting, whatever it waits for; milliseconds. */
interface WaitBudget {
  left: number
}

/**
 * The limits of one server, for all requests of one client at once (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api):
 * an answer closes the gate, and every request waits until it opens. Time for which several wait counts once.
 */
export class RateLimits {
  readonly #clock: Clock
  readonly #log: Log
  readonly #signal: AbortSignal | undefined
  #budget: WaitBudget
  #opensAt = 0
  #paidUntil = 0
  #why = ''

  /** `waitMs` is how long the gate may be waited for in all. */
  constructor({ clock, log, waitMs, signal }: { clock: Clock; log: Log; waitMs: number; signal?: AbortSignal | undefined }) {
    this.#clock = clock
    this.#log = log
    this.#signal = signal
    this.#budget = { left: waitMs }
  }

  /** The limits of another server: it has a gate of its own, and waiting there counts as well. */
  ofAnotherServer(): RateLimits {
    const other = new RateLimits({ clock: this.#clock, log: this.#log, signal: this.#signal, waitMs: 0 })
    other.#budget = this.#budget
    return other
  }

  /** Settles when a request may go out. Throws `RateLimited` when that is too late; from then on, too, until the gate opens. */
  async pass(): Promise<void> {
    for (;;) {
      const now = this.#clock.elapsed()
      const wait = this.#opensAt - now
      if (wait <= 0) return
      const unpaid = this.#opensAt - Math.max(now, this.#paidUntil)
      if (unpaid > this.#budget.left) throw new RateLimited(this.#why, wait)
      if (unpaid > 0) {
        this.#budget.left -= unpaid
        this.#paidUntil = this.#opensAt
        this.#log.info(`GitHub: ${this.#why}: waiting for ${duration(wait)}`)
      }
      await this.#clock.sleep(wait, this.#signal)
    }
  }

  /** Learns from an answer. True when it is a refusal for a limit, so that the request is to be made again; `tries` counts those of this request. */
  learn(answer: LimitedAnswer, tries: number): boolean {
    const pause = retryAfterMs(answer.headers, this.#clock.now())
    const refused = answer.status === 403 || answer.status === 429 || (answer.status === 503 && pause !== undefined)
    const spent = answer.headers['x-ratelimit-remaining'] === '0'
    if (refused && pause !== undefined) {
      this.#close(pause, answer.status === 503 ? 'it is busy, and asks for a pause' : 'the secondary rate limit is reached')
    } else if (spent)
      this.#close(this.#untilReset(answer), `the rate limit of ${answer.headers['x-ratelimit-limit'] ?? 'some'} requests is used up`)
    else if (refused && (answer.status === 429 || /rate limit|abuse detection/i.test(answer.text))) {
      this.#close(pauseUnasked * 2 ** (tries - 1), 'the secondary rate limit is reached')
    } else return false
    return refused
  }

  #close(pause: number, why: string): void {
    const opensAt = this.#clock.elapsed() + Math.max(shortestPause, pause)
    if (opensAt <= this.#opensAt) return
    this.#opensAt = opensAt
    this.#why = why
  }

  /** The server's own clock decides where it tells it. */
  #untilReset({ headers }: LimitedAnswer): number {
    const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000
    if (!Number.isFinite(reset)) return pauseUnasked
    const serverNow = Date.parse(headers.date ?? '')
    return Math.min(longestWindow, reset - (Number.isNaN(serverNow) ? this.#clock.now() : serverNow))
  }
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`
}
