import { lookInside, UnexpectedContent } from './deployment-contents.ts'
import type { DeploymentMessage } from './deployment-errors.ts'
import { searchPatiently } from './deployment-search.ts'
import type { DeploymentState, DeploymentStatus, ListedDeployment } from './deployment-status.ts'
import { notValidated, type WatchEnd, watchDeployment } from './deployment-watch.ts'
import { portalError } from './portal-error.ts'
import { requestPublication } from './publish-request.ts'
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

// A list that is down before the upload, in milliseconds.
const listPatience = 60_000
// The runner kills ten seconds after it has asked to end, and there is something left to tell.
const withdrawalMs = 7_500

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
  /** From then on nothing is taken back: Central may publish it at any moment. */
  #publishRequested = false
  /** Until when a cancelled run takes its deployment back, by `clock.elapsed()`. */
  #withdrawBy = Number.NEGATIVE_INFINITY
  /** Deployments that were there when we came. */
  #before: ReadonlySet<string> = new Set()

  constructor(goal: DeliveryGoal, ports: DeliveryPorts) {
    this.#goal = goal
    this.#ports = ports
    const { cancelled, clock } = ports
    cancelled.addEventListener('abort', () => (this.#withdrawBy = clock.elapsed() + withdrawalMs), { once: true })
  }

  /** Brings a bundle to the Portal, and on. */
  async deliver(parcel: Parcel): Promise<Delivery> {
    const found = await this.#adopt(parcel)
    const id = found?.id ?? (await uploadBundle(parcel, this.#ports, { patienceMs: this.#goal.waitMs, before: this.#before }))
    this.#tokenProven = true
    return await this.#withdrawing(id, async () => await this.#carry(id, found?.state, parcel))
  }

  /** Brings a deployment on that is at the Portal already. */
  async goOn(id: string): Promise<Delivery> {
    return await this.#carry(id, undefined, undefined)
  }

  /** A deployment of the same bytes that an earlier run left; a FAILED one is dropped, and its place is free. */
  async #adopt(parcel: Parcel): Promise<ListedDeployment | undefined> {
    const { portal, clock, log, cancelled: signal } = this.#ports
    const now = clock.elapsed()
    const patience = {
      clock,
      deadline: now + listPatience,
      throttledUntil: now + this.#goal.waitMs,
      tokenProven: this.#tokenProven,
      signal,
    }
    const answer = await searchPatiently(portal, parcel, patience)
    if (!answer.ok) throw portalError('look for earlier deployments', answer.failure)
    this.#tokenProven = true
    this.#before = new Set(answer.value.map(({ id }) => id))
    if (parcel.rehearsal) return undefined
    for (const { id } of answer.value.filter(({ state }) => state === 'FAILED')) await this.#drop(id)
    const usable = answer.value.find(({ state }) => state !== 'FAILED')
    if (usable === undefined) return undefined
    log.info(`deployment ${usable.id} holds the same files and is ${usable.state}: going on with it`)
    // A state that is new to us is no reason to keep quiet about the deployment.
    await this.#note(usable.id, usable.state === 'UNKNOWN' ? 'PENDING' : usable.state)
    return usable
  }

  /** From the upload to the goal. */
  async #carry(id: string, seen: DeploymentState | undefined, parcel: Parcel | undefined): Promise<Delivery> {
    const { publish, until, waitMs } = this.#goal
    const deadline = this.#ports.clock.elapsed() + waitMs
    if (seen === 'PUBLISHED') return this.#end(id, 'published')
    if (seen !== 'PUBLISHING') {
      const verdict = await this.#watch(id, 'validated', { deadline, given: parcel === undefined })
      if (verdict.kind === 'failed') return await this.#failed(id, verdict.status)
      if (verdict.kind !== 'reached') throw notValidated(id, verdict)
      if (parcel?.rehearsal) return await this.#rehearse(id, { status: verdict.status, deadline, parcel })
      await this.#lookInside(id, verdict.status, parcel)
      if (verdict.status.state === 'PUBLISHED') return this.#end(id, 'published')
      if (verdict.status.state === 'VALIDATED') {
        if (!publish) return this.#end(id, 'validated')
        this.#ports.cancelled.throwIfAborted()
        this.#publishRequested = true
        const failed = await requestPublication(id, deadline, this.#ports)
        if (failed !== undefined) return await this.#failed(id, failed)
      }
    }
    this.#publishRequested = true
    if (until === 'validated') return this.#end(id, 'publishing')
    const end = await this.#watch(id, 'published', { deadline, given: parcel === undefined })
    if (end.kind === 'reached') return this.#end(id, 'published')
    if (end.kind === 'failed') return await this.#failed(id, end.status)
    // Central publishes whether the Portal talks to us or not.
    if (end.kind === 'gone') this.#ports.log.info(`the Portal does not know deployment ${id} any more`)
    if (end.kind === 'refused') this.#ports.log.info(`the Portal does not tell the state of deployment ${id}: ${end.failure.text}`)
    return { ...this.#end(id, 'publishing'), late: true }
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
        // Told once the watch is over; until then nobody listens, which would end the process.
        noted.catch(() => {})
      },
    })
    await noted
    this.#tokenProven = true
    return end
  }

  async #lookInside(id: string, first: DeploymentStatus, parcel: Parcel | undefined): Promise<void> {
    const { purls, warnings } = await lookInside(id, { first, planned: parcel?.purls }, this.#ports)
    this.#purls = purls
    this.#warnings = warnings
  }

  async #failed(id: string, { errors, warnings }: DeploymentStatus): Promise<Delivery> {
    const { note, log } = this.#ports
    await note({ state: 'failed', deployment: id, errors: errors.map(({ text }) => text) })
    // Told before the drop: whatever happens to this run, the reasons are in its log.
    for (const { purl, text, cause, cure } of errors)
      log.info(`deployment ${id}: ${purl === undefined ? '' : `${purl}: `}${text} — ${cause} ${cure}`)
    if (this.#goal.dropFailed) await this.#drop(id)
    return { ...this.#end(id, 'failed'), messages: errors, warnings }
  }

  /** Judges what a rehearsal has shown, and drops it. */
  async #rehearse(
    id: string,
    { status, deadline, parcel }: { status: DeploymentStatus; deadline: number; parcel: Parcel },
  ): Promise<Delivery> {
    const { portal, clock, log, cancelled: signal } = this.#ports
    try {
      await this.#lookInside(id, status, parcel)
    } catch (error) {
      if (error instanceof UnexpectedContent) await this.#drop(id)
      throw error
    }
    const outcome = await withdraw({ portal, id, clock, deadline, signal })
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
      if (this.#publishRequested) {
        log.info(`cancelled: deployment ${id} was asked to be published, and is not taken back; the next run finds it by its name`)
        throw error
      }
      const outcome = await withdraw({ portal, id, clock, deadline: this.#withdrawBy, hurried: true, fresh: true })
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

function lower(state: Exclude<DeploymentState, 'UNKNOWN'>): ProgressState {
  return state.toLowerCase() as ProgressState
}
