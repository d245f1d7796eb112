import { setTimeout as delay } from 'node:timers/promises'
import { ActionError } from './errors.ts'

/** The passage of time, so that tests need not wait for it. */
export interface Clock {
  /** Now, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  /** Milliseconds since some moment of the past. Never fixed and never set back, unlike `now`: deadlines are counted by it. */
  elapsed(): number
  /** Rejects with the signal's reason when that ends the wait. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

// 9999-12-31T23:59:59Z: years of five digits are spelt in another way.
const lastSecond = 253_402_300_799

/**
 * The time that a run writes into what it makes. `SOURCE_DATE_EPOCH` (whole seconds) fixes it, so that the same input gives the same bytes
 * (https://reproducible-builds.org/specs/source-date-epoch/). Throws `invalid-input` when it is no such number; empty counts as not set.
 */
export function systemClock(sourceDateEpoch: string | undefined): Clock {
  const fixed = sourceDateEpoch === undefined || sourceDateEpoch === '' ? undefined : fixedTime(sourceDateEpoch)
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

function fixedTime(seconds: string): number {
  if (/^\d{1,12}$/.test(seconds) && Number(seconds) <= lastSecond) return Number(seconds) * 1000
  throw new ActionError(
    'invalid-input',
    `the variable SOURCE_DATE_EPOCH must be whole seconds since 1970, at most ${lastSecond}, got '${seconds}'`,
    {
      hint: 'Set it to the output of `git log -1 --format=%ct`, or leave it out.',
    },
  )
}

/** A time as every file of ours spells it: ISO 8601, UTC, whole seconds, `2026-11-21T12:00:00Z`. */
export function isoTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
