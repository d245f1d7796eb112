import { setTimeout as delay } from 'node:timers/promises'

/** The passage of time, so that tests need not wait for it. */
export interface Clock {
  /** Now, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  /** Milliseconds since some moment of the past. Never fixed and never set back, unlike `now`: deadlines are counted by it. */
  elapsed(): number
  /** Rejects with the signal's reason when that ends the wait. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/**
 * The time that a run writes into what it makes. `SOURCE_DATE_EPOCH` (whole seconds) fixes it, so that the same input gives the same bytes
 * (https://reproducible-builds.org/specs/source-date-epoch/).
 */
export function systemClock(sourceDateEpoch: string | undefined): Clock {
  const fixed = sourceDateEpoch !== undefined && /^\d{1,12}$/.test(sourceDateEpoch) ? Number(sourceDateEpoch) * 1000 : undefined
  return {
    now: () => fixed ?? Date.now(),
    elapsed: () => performance.now(),
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      try {
        await delay(milliseconds, undefined, { signal })
      } catch (error) {
        throw signal?.reason ?? error
      }
    },
  }
}

/** A time as every file of ours spells it: ISO 8601, UTC, whole seconds, `2026-11-21T12:00:00Z`. */
export function isoTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
