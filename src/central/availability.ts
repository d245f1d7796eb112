import type { Clock } from '../core/clock.ts'
import type { Coordinates } from '../maven/coordinates.ts'
import type { CentralReader } from './central-reader.ts'
import { pomPath } from './comparison.ts'

/** What is waited for. */
export interface AvailabilityRequest {
  readonly central: Pick<CentralReader, 'has'>
  readonly releases: readonly Coordinates[]
  readonly clock: Clock
  /** By `clock.elapsed()`, in milliseconds. */
  readonly deadline: number
  /** The first pause between two questions, in milliseconds; each further one is longer, up to a minute. */
  readonly firstPauseMs: number
  readonly signal: AbortSignal
}

const growth = 1.5
const longestPauseMs = 60_000

/**
 * Asks until Central shows every one of these releases; gives those that it does not show at the deadline. Servers between remember a 404, and Central
 * asks readers to be few: only what is missing is asked for again, ever more slowly.
 */
export async function waitUntilAvailable(request: AvailabilityRequest): Promise<readonly Coordinates[]> {
  const { central, clock, deadline, signal } = request
  let missing = request.releases
  for (let pause = request.firstPauseMs; ; pause = Math.min(longestPauseMs, pause * growth)) {
    signal.throwIfAborted()
    const shown = await Promise.all(missing.map(async (release) => (await central.has(pomPath(release))) === true))
    missing = missing.filter((_, index) => !shown[index])
    const rest = deadline - clock.elapsed()
    if (missing.length === 0 || rest <= 0) return missing
    await clock.sleep(Math.min(pause, rest), signal)
  }
}
