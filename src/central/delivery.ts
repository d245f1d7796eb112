import { ActionError } from '../core/errors.ts'
import type { DeploymentMessage } from './deployment-errors.ts'
import { findDeployments } from './deployment-search.ts'
import type { DeploymentState, DeploymentStatus, ListedDeployment } from './deployment-status.ts'
import { type WatchEnd, watchDeployment } from './deployment-watch.ts'
import { portalError } from './portal-error.ts'
import { comparePurls } from './purl.ts'
import { type DeliveryPorts, type Parcel, type ProgressState, uploadBundle } from './upload.ts'
import { withdraw } from './withdrawal.ts'

/** How far a deployment is brought. */
export interface DeliveryGoal {
  readonly publish: boolean
  readonly until: 'validated' | 'published'
  /** Milliseconds of waiting after the upload. */
  readonly waitMs: number
  readonly dropFailed: boolean
}

/** How a delivery ended. */
export interface Delivery {
  readonly deployment: string
  readonly state: ProgressState
  /** As seen while VALIDATED; undefined when that state was never seen. */
  readonly purls: readonly string[] | undefined
  readonly messages: readonly DeploymentMessage[]
  readonly warnings: readonly string[]
  /** The wait ended before the goal, after the Portal had accepted the publish request: Central goes on by itself. */
  readonly late: boolean
}

// Aggressive retries cost publishing access (central.md 1.7).
const throttledPause = 60_000
const publishAttempts = 5
const firstPublishPause = 2_000
// The runner kills ten seconds after it has asked to end.
const withdrawalMs = 7_000

/**
 * Brings deployments as far as asked: adopts one of the same bytes if there is one, uploads else, waits for the verdict, publishes, waits. Whatever
 * answer is lost is looked up before anything is done twice.
 */
export class DeliveryRun {
  readonly #goal: DeliveryGoal
  readonly #ports: DeliveryPorts
  #purls: readonly string[] | undefined
  #warnings: readonly string[] = []
  #tokenProven = false

  constructor(goal: DeliveryGoal, ports: DeliveryPorts) {
    this.#goal = goal
    this.#ports = ports
  }

  /** Brings a bundle to the Portal, and on. */
  async deliver(parcel: Parcel): Promise<Delivery> {
    const found = parcel.rehearsal ? undefined : await this.#adopt(parcel)
    const id = found?.id ?? (await uploadBundle(parcel, this.#ports))
    this.#tokenProven = true
    return await this.#withdrawing(id, async () => await this.#carry(id, found?.state, parcel))
  }

  /** Brings a deployment on that is at the Portal already. */
  async goOn(id: string): Promise<Delivery> {
    return await this.#carry(id, undefined, undefined)
  }

  /** A deployment of the same bytes that an earlier run left; a FAILED one is dropped, and its place is free. */
  async #adopt(parcel: Parcel): Promise<ListedDeployment | undefined> {
    const { portal, log } = this.#ports
    const answer = await findDeployments(portal, parcel)
    if (!answer.ok) throw portalError('look for earlier deployments', answer.failure)
    this.#tokenProven = true
    for (const { id } of answer.value.filter(({ state }) => state === 'FAILED')) await this.#drop(id)
    const usable = answer.value.find(({ state }) => state !== 'FAILED')
    if (usable === undefined) return undefined
    log.info(`deployment ${usable.id} holds the same files and is ${usable.state}: going on with it`)
    await this.#note(usable.id, usable.state)
    return usable
  }

  /** From the upload to the goal. */
  async #carry(id: string, seen: DeploymentState | undefined, parcel: Parcel | undefined): Promise<Delivery> {
    const { publish, until, waitMs } = this.#goal
    const deadline = this.#ports.clock.elapsed() + waitMs
    if (seen !== 'PUBLISHING' && seen !== 'PUBLISHED') {
      const verdict = await this.#watch(id, 'validated', { deadline, given: parcel === undefined })
      if (verdict.kind === 'failed') return await this.#failed(id, verdict.status)
      if (verdict.kind !== 'reached') throw notValidated(id, verdict)
      await this.#judgePurls(id, verdict.status, parcel)
      if (parcel?.rehearsal) return await this.#rehearsed(id, deadline)
      if (verdict.status.state === 'PUBLISHED') return this.#end(id, 'published')
      if (verdict.status.state === 'VALIDATED') {
        if (!publish) return this.#end(id, 'validated')
        await this.#publish(id, deadline)
      }
    }
    if (until === 'validated') return this.#end(id, seen === 'PUBLISHED' ? 'published' : 'publishing')
    const end = await this.#watch(id, 'published', { deadline, given: parcel === undefined })
    if (end.kind === 'reached') return this.#end(id, 'published')
    if (end.kind === 'failed') return await this.#failed(id, end.status)
    if (end.kind === 'timeout') return { ...this.#end(id, 'publishing'), late: true }
    throw notValidated(id, end)
  }

  async #watch(id: string, until: 'validated' | 'published', { deadline, given }: { deadline: number; given: boolean }): Promise<WatchEnd> {
    const { portal, clock, log, cancelled } = this.#ports
    let noted: Promise<void> = Promise.resolve()
    const end = await watchDeployment({
      portal,
      id,
      until,
      deadline,
      clock,
      tokenProven: this.#tokenProven,
      // A new deployment is unknown for a while; one that somebody names is not new.
      ...(given && { missingToleratedMs: 5_000 }),
      signal: cancelled,
      onState: (status) => {
        log.info(`deployment ${id} is ${status.spelledState}`)
        noted = noted.then(() => this.#note(id, status.state))
      },
    })
    await noted
    this.#tokenProven = true
    return end
  }

  /** What the Portal took must be what was meant, as seen while VALIDATED: later it says nothing reliable. */
  async #judgePurls(id: string, status: DeploymentStatus, parcel: Parcel | undefined): Promise<void> {
    this.#warnings = status.warnings
    if (status.state !== 'VALIDATED') return
    this.#purls = status.purls
    if (parcel === undefined) return
    const { missing, unexpected } = comparePurls(parcel.purls, status.purls)
    if (missing.length === 0 && unexpected.length === 0) return
    const holds = status.purls.join(', ') || 'nothing'
    await this.#ports.note({ state: 'validated', deployment: id, errors: [`holds ${holds}`] })
    throw new ActionError('rejected', `deployment ${id} holds ${holds}, not ${parcel.purls.join(', ')}`, {
      hint: 'Nothing was published. Drop the deployment in the Portal, and please report this.',
    })
  }

  /** A refusal may mean that it is publishing already: only the status tells. */
  async #publish(id: string, deadline: number): Promise<void> {
    const { portal, clock, log, note, cancelled } = this.#ports
    cancelled.throwIfAborted()
    await note({ state: 'publishing', deployment: id })
    for (let attempt = 1, backoff = firstPublishPause; ; attempt++, backoff *= 2) {
      const answer = await portal.publish(id)
      if (answer.ok) return
      const { failure } = answer
      const status = await portal.status(id)
      if (status.ok && (status.value.state === 'PUBLISHING' || status.value.state === 'PUBLISHED')) return
      const passing = failure.kind === 'unavailable' || failure.kind === 'throttled' || failure.kind === 'missing'
      const tooEarly = failure.kind === 'refused' && status.ok && status.value.state === 'VALIDATED'
      const pause = failure.retryAfterMs ?? (failure.kind === 'throttled' ? throttledPause : backoff)
      const tired = attempt >= publishAttempts && failure.kind !== 'throttled'
      if ((!passing && !tooEarly) || tired || clock.elapsed() + pause > deadline) {
        await note({ state: 'validated', deployment: id, errors: [failure.text] })
        throw portalError(`publish deployment ${id}`, failure)
      }
      log.info(`the publish request was not accepted (${failure.text}): trying again in ${Math.round(pause / 1000)} s`)
      await clock.sleep(pause, cancelled)
    }
  }

  async #failed(id: string, { errors, warnings }: DeploymentStatus): Promise<Delivery> {
    await this.#ports.note({ state: 'failed', deployment: id, errors: errors.map(({ text }) => text) })
    if (this.#goal.dropFailed) await this.#drop(id)
    return { ...this.#end(id, 'failed'), messages: errors, warnings }
  }

  async #rehearsed(id: string, deadline: number): Promise<Delivery> {
    const { portal, clock, log } = this.#ports
    const outcome = await withdraw({ portal, id, clock, deadline })
    if (outcome === 'dropped') return this.#end(id, 'dropped')
    log.info(`deployment ${id} could not be dropped: drop it in the Portal`)
    return this.#end(id, outcome === 'published' ? 'published' : 'validated')
  }

  /** Before publishing, a cancelled run takes its deployment back; what refuses is found by name next time. */
  async #withdrawing<T>(id: string, work: () => Promise<T>): Promise<T> {
    const { portal, clock, log, note, cancelled } = this.#ports
    try {
      return await work()
    } catch (error) {
      if (!cancelled.aborted) throw error
      const outcome = await withdraw({ portal, id, clock, deadline: clock.elapsed() + withdrawalMs })
      if (outcome === 'dropped') await note({ state: 'dropped', deployment: id })
      if (outcome === 'published') log.info(`cancelled: deployment ${id} is being published, nothing stops that`)
      else if (outcome === 'dropped') log.info(`cancelled: deployment ${id} was dropped`)
      else log.info(`cancelled: deployment ${id} could not be dropped yet; the next run finds it by its name`)
      throw error
    }
  }

  async #drop(id: string): Promise<void> {
    const answer = await this.#ports.portal.drop(id)
    if (!answer.ok && answer.failure.kind !== 'missing') this.#ports.log.info(`deployment ${id} was not dropped: ${answer.failure.text}`)
  }

  async #note(deployment: string, state: DeploymentState): Promise<void> {
    if (state !== 'UNKNOWN') await this.#ports.note({ state: lower(state), deployment })
  }

  #end(deployment: string, state: ProgressState): Delivery {
    return { deployment, state, purls: this.#purls, messages: [], warnings: this.#warnings, late: false }
  }
}

function notValidated(id: string, end: Exclude<WatchEnd, { kind: 'reached' | 'failed' }>): ActionError {
  if (end.kind === 'gone') {
    return new ActionError('not-found', `deployment ${id} is gone: it was dropped, or has expired`, {
      hint: "Run mode 'sync' again: it is uploaded anew.",
    })
  }
  if (end.kind === 'refused') return portalError(`learn the state of deployment ${id}`, end.failure)
  const last = end.last === undefined ? 'nothing is known of it yet' : `it is ${end.last.spelledState}`
  return new ActionError('timeout', `deployment ${id} was not validated in time: ${last}`, {
    hint: "Run again: it is found by its name and continued, not uploaded twice. Raise 'timeout-minutes' if this happens often.",
    ...(end.failure?.cause !== undefined && { cause: end.failure.cause }),
  })
}

function lower(state: Exclude<DeploymentState, 'UNKNOWN'>): ProgressState {
  return state.toLowerCase() as ProgressState
}
