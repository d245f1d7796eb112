import * as v from 'valibot'
import type { AdvancingClock } from '../advancing-clock.ts'
import type { SeenRequest } from './requests.ts'

/** The states of a deployment at the Portal. */
export const states = ['PENDING', 'VALIDATING', 'VALIDATED', 'PUBLISHING', 'PUBLISHED', 'FAILED'] as const
export type DeploymentState = (typeof states)[number]

/** Messages by package URL, or by `common`, as the status answer holds them. */
export type ErrorMap = Readonly<Record<string, readonly string[]>>

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const errors = v.record(v.string(), v.array(v.string()))

// Which requests: the n-th and the `times - 1` after it; without `nth` and `times` all of them.
const where = {
  method: v.optional(v.string()),
  /** A regular expression, searched in the path. */
  path: v.optional(v.string()),
  nth: v.optional(v.pipe(whole, v.minValue(1))),
  times: v.optional(v.pipe(whole, v.minValue(1))),
  /** Ends so many milliseconds, by the emulator's clock, after it first struck. */
  forMs: v.optional(whole),
}

const fault = v.variant('do', [
  // What happens to the request and its answer.
  v.strictObject({
    ...where,
    do: v.literal('answer'),
    status: v.pipe(whole, v.minValue(200), v.maxValue(599)),
    headers: v.optional(v.record(v.string(), v.string())),
    /** Text, or anything else to be sent as JSON. Default: what the Portal, or the nginx before it, says with this status. */
    body: v.optional(v.unknown()),
    /** Does the work all the same, then answers this instead. */
    afterWork: v.optional(v.boolean()),
  }),
  v.strictObject({ ...where, do: v.literal('reset') }),
  v.strictObject({ ...where, do: v.literal('stall'), afterBytes: v.optional(whole) }),
  v.strictObject({ ...where, do: v.literal('close-upload'), afterBytes: whole }),
  v.strictObject({ ...where, do: v.literal('lose') }),
  v.strictObject({ ...where, do: v.literal('hang') }),
  v.strictObject({ ...where, do: v.literal('truncate') }),
  v.strictObject({ ...where, do: v.literal('dribble'), bytesPerSecond: v.pipe(whole, v.minValue(1)) }),
  v.strictObject({ ...where, do: v.literal('delay'), ms: whole }),
  /** Overwrites fields of a JSON answer: unknown states and fields, warnings, empty or null errors. */
  v.strictObject({ ...where, do: v.literal('merge'), fields: v.record(v.string(), v.unknown()) }),
  // What becomes of the deployment that the upload makes.
  v.strictObject({ ...where, do: v.literal('fail'), errors }),
  v.strictObject({ ...where, do: v.literal('fail-publishing'), errors }),
  v.strictObject({ ...where, do: v.literal('stick'), state: v.picklist(states) }),
  v.strictObject({ ...where, do: v.literal('skip'), states: v.array(v.picklist(states)) }),
])

/** One thing that goes wrong, for the requests that it names. JSON, so that the command line takes it too. */
export type Fault = v.InferOutput<typeof fault>

/** The course that faults give to a deployment. */
export type CourseFault = Extract<Fault, { do: 'fail' | 'fail-publishing' | 'stick' | 'skip' }>

/** A text that a refusal over the publishing limits plausibly holds; the real one is not public. */
export const quotaText =
  'Your organization is over the monthly publishing limits for File Count. Upgrade to Publisher Pro or wait for the usage to reset.'

/** The faults in a JSON text, which holds one or a list; throws with the place of each mistake. */
export function parseFaults(text: string): Fault[] {
  const value: unknown = JSON.parse(text)
  const parsed = v.safeParse(v.array(fault), Array.isArray(value) ? value : [value])
  if (parsed.success) return parsed.output
  const mistakes = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'fault'}: ${issue.message}`)
  throw new Error(`not a fault: ${mistakes.join('; ')}`)
}

interface ArmedFault {
  readonly fault: Fault
  readonly pattern: RegExp
  seen: number
  hits: number
  since: number | undefined
}

/** The faults that wait for their requests. */
export class FaultTable {
  readonly #clock: AdvancingClock
  #armed: ArmedFault[] = []

  constructor(clock: AdvancingClock) {
    this.#clock = clock
  }

  add(fault: Fault): void {
    this.#armed.push({ fault, pattern: new RegExp(fault.path ?? usualPath(fault)), seen: 0, hits: 0, since: undefined })
  }

  clear(): void {
    this.#armed = []
  }

  /** All that strikes this request. Asking counts it, so ask once. */
  strike(request: SeenRequest): Fault[] {
    return this.#armed.filter((armed) => this.#strikes(armed, request)).map(({ fault }) => fault)
  }

  #strikes(armed: ArmedFault, request: SeenRequest): boolean {
    const { fault, pattern } = armed
    if ((fault.method !== undefined && fault.method !== request.method) || !pattern.test(request.path)) return false
    armed.seen++
    const limit = fault.times ?? (fault.nth === undefined ? Number.POSITIVE_INFINITY : 1)
    if (armed.seen < (fault.nth ?? 1) || armed.hits >= limit) return false
    armed.since ??= this.#clock.now()
    if (fault.forMs !== undefined && this.#clock.now() - armed.since >= fault.forMs) return false
    armed.hits++
    return true
  }
}

export function isCourse(fault: Fault): fault is CourseFault {
  return fault.do === 'fail' || fault.do === 'fail-publishing' || fault.do === 'stick' || fault.do === 'skip'
}

function usualPath(fault: Fault): string {
  if (isCourse(fault) || fault.do === 'close-upload') return '/upload$'
  return fault.do === 'merge' ? '/status$' : ''
}
