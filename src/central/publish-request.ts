import { ActionError } from '../core/errors.ts'
import type { DeploymentState, DeploymentStatus } from './deployment-status.ts'
import { notValidated, watchDeployment } from './deployment-watch.ts'
import { isPassing, type PortalFailure, portalError } from './portal-error.ts'
import type { DeliveryPorts } from './upload.ts'

// Milliseconds. Aggressive retries cost publishing access: https://central.sonatype.org/faq/publish-access-removed/
const throttledPause = 60_000
const firstPause = 2_000
const longestPause = 60_000
// "Not VALIDATED" of one that is VALIDATED, or an account that the Portal does not know just now: five times are no accident.
const refusalsTolerated = 4

/**
 * Asks to publish until it is accepted; a refusal may mean that it is publishing already: only the status tells, so nothing is judged without one. Gives
 * the status of a deployment that has failed. `deadline` is by `clock.elapsed()`, in milliseconds.
 */
export async function requestPublication(id: string, deadline: number, ports: DeliveryPorts): Promise<DeploymentStatus | undefined> {
  const { portal, clock, log, note, cancelled } = ports
  let refusals = 0
  let throttles = 0
  for (let backoff = firstPause; ; backoff = Math.min(longestPause, backoff * 2)) {
    await note({ state: 'publishing', deployment: id })
    const answer = await portal.publish(id)
    if (answer.ok) return undefined
    const { failure } = answer
    const state = await stateAfter(id, { failure, deadline }, ports)
    if (typeof state === 'object') return state
    if (state === 'PUBLISHING' || state === 'PUBLISHED') return undefined
    if (!isPassing(failure)) refusals++
    const tolerated = failure.kind === 'unauthorized' ? 1 : failure.kind === 'refused' || failure.kind === 'missing' ? refusalsTolerated : 0
    const throttled = failure.kind === 'throttled' ? throttledPause * 2 ** throttles++ : 0
    const pause = Math.max(failure.retryAfterMs ?? throttled, backoff)
    await note({ state: 'validated', deployment: id, errors: [failure.text] })
    if (refusals > tolerated || clock.elapsed() + pause > deadline) throw portalError(`publish deployment ${id}`, failure)
    log.info(`the publish request was not accepted (${failure.text}): trying again in ${Math.round(pause / 1000)} s`)
    await clock.sleep(pause, cancelled)
  }
}

/** How a deployment stands after a publish request that was not accepted, or seems so: its state, or all of its status if it has failed. */
async function stateAfter(
  id: string,
  { failure, deadline }: { readonly failure: PortalFailure; readonly deadline: number },
  { portal, clock, note, cancelled: signal }: DeliveryPorts,
): Promise<DeploymentState | DeploymentStatus> {
  const end = await watchDeployment({ portal, id, until: 'validated', deadline, clock, tokenProven: true, signal })
  if (end.kind === 'failed') return end.status
  if (end.kind === 'reached') return end.status.state
  if (end.kind === 'gone' && failure.kind === 'missing') throw notValidated(id, end)
  const error = new ActionError(
    'timeout',
    `whether deployment ${id} is being published is not known: ${failure.text}, and the Portal does not tell its state`,
    {
      hint: "Run again: it is found by its name and continued. Mode 'status' tells how it stands.",
      ...(failure.cause !== undefined && { cause: failure.cause }),
    },
  )
  await note({ state: 'publishing', deployment: id, errors: [error.message] })
  throw error
}
