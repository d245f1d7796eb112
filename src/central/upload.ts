import type { Clock } from '../core/clock.ts'
import { ActionError } from '../core/errors.ts'
import type { StreamedBody } from '../core/http.ts'
import type { Log } from '../core/log.ts'
import { type SearchRequest, searchPatiently } from './deployment-search.ts'
import type { DeploymentState } from './deployment-status.ts'
import type { Patience, Portal } from './portal.ts'
import { isPassing, type PortalFailure, portalError } from './portal-error.ts'

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

/** How long an upload may take its time, and what it is not to be mistaken for. */
export interface UploadTerms {
  /** Milliseconds: for how long the Portal's requests to wait (429) are heeded, and a list that is down is asked for what may have arrived. */
  readonly patienceMs: number
  /** Deployments that were there before. */
  readonly before: ReadonlySet<string>
}

// Between two uploads, in milliseconds. Aggressive retries cost publishing access: https://central.sonatype.org/faq/publish-access-removed/
const pauses = [10_000, 30_000]
const longestPause = 90_000
const throttledPause = 60_000
// An arrived upload may show in the list a little later.
const lookUpPauses = [0, 1_000, 5_000]
const leastPatience = 60_000
// A cancelled run has ten seconds to live, and a deployment to take back in them.
const hurriedPauses = [0, 500, 1_000]
const hurried = { patienceMs: 0, headersMs: 1_500 }

/** Uploads a bundle; gives the deployment's id. What is not there after all attempts is an error. Cancelled, it still gives the id of what has arrived. */
export async function uploadBundle(parcel: Parcel, ports: DeliveryPorts, terms: UploadTerms): Promise<string> {
  const { log, clock, note } = ports
  const { maxAttempts, name } = parcel
  const deadline = clock.elapsed() + terms.patienceMs
  await note({ state: 'uploading' })
  let maybeThere = false
  let throttles = 0
  for (let attempt = 1; ; ) {
    const { id, failure } = await heedingCancellation(parcel, ports, terms, async () => await tryUpload(parcel, ports, terms, maybeThere))
    if (id !== undefined) {
      await note({ state: 'pending', deployment: id })
      return id
    }
    maybeThere ||= failure.maybeDone
    const throttled = failure.kind === 'throttled'
    if (!throttled) attempt++
    const usual = throttled ? throttledPause * 2 ** throttles++ : (pauses[attempt - 2] ?? longestPause)
    const pause = Math.max(usual, failure.retryAfterMs ?? 0)
    const tooLong = (throttled || pause > usual) && clock.elapsed() + pause > deadline
    if (!isPassing(failure) || attempt > maxAttempts || tooLong) {
      await note({ state: 'failed', errors: [failure.text] })
      throw portalError(`upload '${name}'`, failure)
    }
    const seconds = Math.round(pause / 1000)
    const said = failure.text === '' ? `status ${failure.status}` : failure.text
    if (throttled) log.info(`the Portal takes no upload just now (${said}): asking again in ${seconds} s`)
    else log.info(`the upload was not accepted (${said}): trying again in ${seconds} s, attempt ${attempt} of ${maxAttempts}`)
    await heedingCancellation(parcel, ports, terms, async () => {
      await clock.sleep(pause, ports.cancelled)
      return { failure }
    })
  }
}

type Attempt = { readonly id: string; readonly failure?: never } | { readonly id?: never; readonly failure: PortalFailure }

/** One upload. If an answer was lost it may have arrived: sending it twice would leave an orphan, or release it twice. */
async function tryUpload(parcel: Parcel, ports: DeliveryPorts, terms: UploadTerms, maybeThere: boolean): Promise<Attempt> {
  const { portal, cancelled } = ports
  const { name, bundle } = parcel
  cancelled.throwIfAborted()
  const earlier = maybeThere ? await arrived(parcel, ports, terms) : undefined
  if (earlier !== undefined) return { id: earlier }
  const answer = await portal.upload({ name, fileName: 'bundle.zip', bundle: bundle(), signal: cancelled })
  if (answer.ok) return { id: answer.value }
  if (answer.failure.maybeDone) {
    for (const pause of lookUpPauses) {
      await ports.clock.sleep(pause, cancelled)
      const id = await arrived(parcel, ports, terms)
      if (id !== undefined) return { id }
    }
  }
  return { failure: answer.failure }
}

/** Work of an upload; when the run is cancelled in it, what has arrived is still told, so that it can be taken back. */
async function heedingCancellation(
  parcel: Parcel,
  ports: DeliveryPorts,
  { before }: UploadTerms,
  work: () => Promise<Attempt>,
): Promise<Attempt> {
  try {
    return await work()
  } catch (error) {
    if (!ports.cancelled.aborted) throw error
    for (const pause of hurriedPauses) {
      await ports.clock.sleep(pause)
      const answer = await search(parcel, ports, hurried)
      const id = found(answer, { before }, ports)
      if (id !== undefined) return { id }
      if (!answer.ok) break
    }
    throw error
  }
}

/** The id of what has arrived of an upload without an answer. As long as the Portal cannot tell, nothing may be sent: not to know is an error in the end. */
async function arrived(parcel: Parcel, ports: DeliveryPorts, terms: UploadTerms): Promise<string | undefined> {
  const patienceMs = Math.max(leastPatience, terms.patienceMs)
  const answer = await search(parcel, ports, { patienceMs, signal: ports.cancelled })
  if (answer.ok) return found(answer, terms, ports)
  const { text, cause } = answer.failure
  await ports.note({ state: 'uploading', errors: [text] })
  throw new ActionError(
    'unavailable',
    `the answer to the upload of '${parcel.name}' was lost, and the Portal does not tell what arrived: ${text}`,
    {
      hint: 'See https://status.maven.org/, and run again: if it has arrived it is found by its name and continued, not uploaded twice.',
      ...(cause !== undefined && { cause }),
    },
  )
}

async function search(
  parcel: Parcel,
  { portal, clock }: DeliveryPorts,
  { patienceMs, ...patience }: Patience & { readonly patienceMs: number },
) {
  const deadline = clock.elapsed() + patienceMs
  const request = { ...parcel, known: [], wider: [] }
  return await searchPatiently(portal, request, { clock, deadline, throttledUntil: deadline, tokenProven: true, ...patience })
}

/** One that has failed by now counts too: its verdict is ours. One that had failed before does not. */
function found(
  answer: Awaited<ReturnType<typeof search>>,
  { before }: Pick<UploadTerms, 'before'>,
  { log }: DeliveryPorts,
): string | undefined {
  const deployment = answer.ok ? answer.value.find(({ id }) => !before.has(id)) : undefined
  if (deployment !== undefined) log.info(`the answer to the upload was lost, but deployment ${deployment.id} has arrived`)
  return deployment?.id
}
