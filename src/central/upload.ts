import type { Clock } from '../core/clock.ts'
import type { StreamedBody } from '../core/http.ts'
import type { Log } from '../core/log.ts'
import { findDeployments, type SearchRequest } from './deployment-search.ts'
import type { DeploymentState } from './deployment-status.ts'
import type { Portal } from './portal.ts'
import { type PortalFailure, portalError } from './portal-error.ts'

/** What to bring to Central. */
export interface Parcel extends SearchRequest {
  /** Ends in the digest of the bundle: the deployment is found again by it. */
  readonly name: string
  readonly purls: readonly string[]
  /** Made anew for each attempt. */
  readonly bundle: () => StreamedBody
  readonly maxAttempts: number
}

/** Ports of a delivery. */
export interface DeliveryPorts {
  readonly portal: Portal
  readonly clock: Clock
  readonly log: Log
  readonly cancelled: AbortSignal
  /** Told before and after each step, so that a killed run leaves the truth behind. */
  readonly note: (progress: Progress) => Promise<void>
}

/** The states that a run notes. */
export type ProgressState = 'uploading' | Lowercase<Exclude<DeploymentState, 'UNKNOWN'>> | 'dropped'

export interface Progress {
  readonly state: ProgressState
  readonly deployment?: string
  readonly errors?: readonly string[]
}

// Between two uploads: aggressive retries cost publishing access (central.md 1.7).
const pauses = [10_000, 30_000]
const longestPause = 90_000
const throttledPause = 60_000
const longestThrottling = 60 * 60_000
// An arrived upload may show in the list a little later.
const lookUpPauses = [0, 1_000, 5_000]

/** Uploads a bundle; gives the deployment's id. What is not there after all attempts is an error. Cancelled, it still gives the id of what has arrived. */
export async function uploadBundle(parcel: Parcel, ports: DeliveryPorts): Promise<string> {
  const { clock, log, cancelled, note } = ports
  const { maxAttempts, name } = parcel
  await note({ state: 'uploading' })
  const patience = clock.elapsed() + longestThrottling
  for (let attempt = 1; ; ) {
    cancelled.throwIfAborted()
    const { id, failure } = await tryUpload(parcel, ports)
    if (id !== undefined) {
      await note({ state: 'pending', deployment: id })
      return id
    }
    const throttled = failure.kind === 'throttled' && clock.elapsed() < patience
    if (!throttled) attempt++
    if ((!throttled && failure.kind !== 'unavailable') || attempt > maxAttempts) {
      await note({ state: 'failed', errors: [failure.text] })
      throw portalError(`upload '${name}'`, failure)
    }
    const pause = failure.retryAfterMs ?? (throttled ? throttledPause : (pauses[attempt - 2] ?? longestPause))
    const again = `trying again in ${Math.round(pause / 1000)} s, attempt ${attempt} of ${maxAttempts}`
    log.info(`the upload was not accepted (${failure.text}): ${again}`)
    await clock.sleep(pause, cancelled)
  }
}

type Attempt = { readonly id: string; readonly failure?: never } | { readonly id?: never; readonly failure: PortalFailure }

/** One upload. If its answer was lost it may have arrived: sending it twice would leave an orphan. */
async function tryUpload(parcel: Parcel, ports: DeliveryPorts): Promise<Attempt> {
  const { portal, cancelled } = ports
  const { name, bundle } = parcel
  try {
    const answer = await portal.upload({ name, fileName: 'bundle.zip', bundle: bundle(), signal: cancelled })
    if (answer.ok) return { id: answer.value }
    const arrived = answer.failure.maybeDone ? await lookUp(parcel, ports, lookUpPauses) : undefined
    return arrived === undefined ? { failure: answer.failure } : { id: arrived }
  } catch (error) {
    const arrived = cancelled.aborted ? await lookUp(parcel, ports, [0]) : undefined
    if (arrived === undefined) throw error
    return { id: arrived }
  }
}

async function lookUp(parcel: Parcel, { portal, clock, log }: DeliveryPorts, after: readonly number[]): Promise<string | undefined> {
  for (const pause of after) {
    await clock.sleep(pause)
    const answer = await findDeployments(portal, { ...parcel, known: [], wider: [] })
    const found = answer.ok ? answer.value.find(({ name, state }) => name === parcel.name && state !== 'FAILED') : undefined
    if (found === undefined) continue
    log.info(`the answer to the upload was lost, but deployment ${found.id} has arrived`)
    return found.id
  }
  return undefined
}
