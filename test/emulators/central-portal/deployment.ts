import type { AdvancingClock } from '../advancing-clock.ts'
import type { CourseFault, DeploymentState, ErrorMap } from './faults.ts'
import type { Verdict } from './judge.ts'

/** How long states last, milliseconds. 0: a state lasts until one poll has shown it. */
export interface Pace {
  /** From the upload to VALIDATED or FAILED; a quarter of it is PENDING. */
  readonly validationMs: number
  /** From the publish request to PUBLISHED. */
  readonly publishingMs: number
  /** No state waits for a poll or for time: each poll shows the last state. */
  readonly immediate: boolean
}

export interface DeploymentPlan {
  readonly id: string
  readonly name: string
  readonly automatic: boolean
  /** The zip as it was uploaded, and its size in bytes. */
  readonly bundle: string
  readonly size: number
  /** Folder of the unpacked files, complete when the verdict is there. */
  readonly folder: string
  readonly verdict: Promise<Verdict>
  readonly course: readonly CourseFault[]
  readonly clock: AdvancingClock
  readonly pace: Pace
  /** Makes the files public; gives the errors that forbid it. */
  readonly release: (verdict: Verdict) => ErrorMap
}

/** One deployment and its way through the states. */
export class Deployment {
  readonly plan: DeploymentPlan
  readonly createTimestamp: number
  #state: DeploymentState = 'PENDING'
  #since: number
  #shown = false
  #errors: ErrorMap = {}
  #moving: Promise<void> = Promise.resolve()

  constructor(plan: DeploymentPlan) {
    this.plan = plan
    this.createTimestamp = plan.clock.now()
    this.#since = this.createTimestamp
  }

  get id(): string {
    return this.plan.id
  }

  get name(): string {
    return this.plan.name
  }

  /** The zip as it was uploaded: an absolute path. */
  get bundle(): string {
    return this.plan.bundle
  }

  /** What the judge says of it, its files and package URLs; there is no need to wait for a state. */
  get verdict(): Promise<Verdict> {
    return this.plan.verdict
  }

  get state(): DeploymentState {
    return this.#state
  }

  /** What made it FAILED, `{}` otherwise. */
  get errors(): ErrorMap {
    return this.#errors
  }

  /** The state that a poll shows now. */
  async poll(): Promise<DeploymentState> {
    await this.#move('as due')
    this.#shown = true
    return this.#state
  }

  /** Goes on as far as time alone, or all that can still happen (`rest`), carries it. */
  async settle(how: 'by time' | 'rest'): Promise<void> {
    await this.#move(how)
  }

  /** Begins to publish; false when its state forbids it. */
  publish(): boolean {
    if (this.#state !== 'VALIDATED') return false
    this.#enter('PUBLISHING', this.plan.clock.now())
    return true
  }

  #enter(state: DeploymentState, at: number): void {
    this.#state = state
    this.#since = at
    this.#shown = false
  }

  // Two polls at once must not take one step twice.
  #move(how: 'as due' | 'by time' | 'rest'): Promise<void> {
    const next = this.#moving.then(async () => {
      while (this.#mayLeave(how)) await this.#step()
    })
    this.#moving = next.catch(() => {})
    return next
  }

  #mayLeave(how: 'as due' | 'by time' | 'rest'): boolean {
    const state = this.#state
    if (state === 'FAILED' || state === 'PUBLISHED' || (state === 'VALIDATED' && !this.plan.automatic)) return false
    if (this.plan.course.some((fault) => fault.do === 'stick' && fault.state === state)) return false
    if (how === 'rest' || this.#skips(state)) return true
    const duration = this.#duration(state)
    if (duration > 0) return this.plan.clock.now() - this.#since >= duration
    return how === 'as due' && (this.#shown || this.plan.pace.immediate)
  }

  #skips(state: DeploymentState): boolean {
    return this.plan.course.some((fault) => fault.do === 'skip' && fault.states.includes(state))
  }

  #duration(state: DeploymentState): number {
    const { validationMs, publishingMs } = this.plan.pace
    if (state === 'PENDING') return validationMs / 4
    if (state === 'VALIDATING') return (validationMs * 3) / 4
    return state === 'PUBLISHING' ? publishingMs : 0
  }

  async #step(): Promise<void> {
    const at = this.#since + this.#duration(this.#state)
    if (this.#state === 'PENDING') this.#enter('VALIDATING', at)
    else if (this.#state === 'VALIDATED') this.#enter('PUBLISHING', at)
    else if (this.#state === 'VALIDATING') {
      const verdict = await this.verdict
      this.#enterUnless(this.#fault('fail') ?? verdict.errors, 'VALIDATED', at)
    } else if (this.#state === 'PUBLISHING') {
      const verdict = await this.verdict
      this.#enterUnless(this.#fault('fail-publishing') ?? this.plan.release(verdict), 'PUBLISHED', at)
    }
  }

  #enterUnless(errors: ErrorMap, state: DeploymentState, at: number): void {
    this.#errors = errors
    this.#enter(Object.keys(errors).length > 0 ? 'FAILED' : state, at)
  }

  #fault(kind: 'fail' | 'fail-publishing'): ErrorMap | undefined {
    for (const fault of this.plan.course) if (fault.do === kind) return fault.errors
    return undefined
  }
}
