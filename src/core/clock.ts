import { setTimeout as delay } from 'node:timers/promises'

/** The passage of time, so that tests need not wait for it. */
export interface Clock {
  /** Now, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  sleep(milliseconds: number): Promise<void>
}

/**
 * The time that a run writes into what it makes. `SOURCE_DATE_EPOCH` (whole seconds) fixes it, so that the same input gives the same bytes
 * (https://reproducible-builds.org/specs/source-date-epoch/).
 */
export function systemClock(sourceDateEpoch: string | undefined): Clock {
  const fixed = sourceDateEpoch !== undefined && /^\d{1,12}$/.test(sourceDateEpoch) ? Number(sourceDateEpoch) * 1000 : undefined
  return {
    now: () => fixed ?? Date.now(),
    sleep: (milliseconds) => delay(milliseconds),
  }
}

/** A time as every file of ours spells it: ISO 8601, UTC, whole seconds, `2026-11-21T12:00:00Z`. */
export function isoTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
