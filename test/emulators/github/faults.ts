import * as v from 'valibot'
import type { SeenRequest } from './requests.ts'

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const positive = v.pipe(whole, v.minValue(1))

// Which requests: the n-th and the `times - 1` after it; without `nth` and `times` all of them.
const where = {
  host: v.optional(v.picklist(['api', 'server', 'storage', 'codeload'])),
  method: v.optional(v.string()),
  /** A regular expression, searched in the path (encoded, as it was sent). */
  path: v.optional(v.string()),
  /** Only downloads of the asset of this name. */
  asset: v.optional(v.string()),
  nth: v.optional(positive),
  times: v.optional(positive),
}

const fault = v.variant('do', [
  v.strictObject({
    ...where,
    do: v.literal('answer'),
    status: v.pipe(whole, v.minValue(200), v.maxValue(599)),
    headers: v.optional(v.record(v.string(), v.string())),
    /** Text, or anything else to be sent as JSON. Default: what GitHub says with this status. */
    body: v.optional(v.unknown()),
  }),
  /** The connection is reset: before an answer, or after so many bytes of the body. */
  v.strictObject({ ...where, do: v.literal('reset'), afterBytes: v.optional(whole) }),
  /** Nothing more comes: no answer at all, or no more than so many bytes of the body. */
  v.strictObject({ ...where, do: v.literal('stall'), afterBytes: v.optional(whole) }),
  /** The connection is closed in an orderly way after so many bytes of the body; default: half. */
  v.strictObject({ ...where, do: v.literal('truncate'), afterBytes: v.optional(whole) }),
  /** Says this Content-Length, whatever the body has; then closes. */
  v.strictObject({ ...where, do: v.literal('lie'), contentLength: whole }),
  /** Flips a bit of the byte at this place of the body. */
  v.strictObject({ ...where, do: v.literal('flip'), at: v.optional(whole, 0) }),
  /** Sends so many bytes more than there are, without a Content-Length. */
  v.strictObject({ ...where, do: v.literal('overflow'), bytes: positive }),
  /** Answers 200 and everything, as if no Range had been asked for. */
  v.strictObject({ ...where, do: v.literal('ignore-range') }),
  v.strictObject({ ...where, do: v.literal('delay'), ms: whole }),
  v.strictObject({ ...where, do: v.literal('dribble'), bytesPerSecond: positive }),
  /** Overwrites fields of a JSON answer; of a list, those of each item. */
  v.strictObject({ ...where, do: v.literal('merge'), fields: v.record(v.string(), v.unknown()) }),
  /** Refuses as if too much had been asked at once; without seconds there is no Retry-After. */
  v.strictObject({
    ...where,
    do: v.literal('secondary-limit'),
    retryAfterSeconds: v.optional(whole),
    status: v.optional(v.picklist([403, 429]), 403),
  }),
  /** Refuses as if the hour's requests were used up. */
  v.strictObject({ ...where, do: v.literal('primary-limit'), resetSeconds: whole, status: v.optional(v.picklist([403, 429]), 403) }),
])

/** One thing that goes wrong, for the requests that it names. JSON, so that the command line takes it too. */
export type Fault = v.InferInput<typeof fault>

/** A fault with its defaults filled in. */
export type ArmedFault = v.InferOutput<typeof fault>

/** The faults in a JSON text, which holds one or a list; throws with the place of each mistake. */
export function parseFaults(text: string): ArmedFault[] {
  const value: unknown = JSON.parse(text)
  const parsed = v.safeParse(v.array(fault), Array.isArray(value) ? value : [value])
  if (parsed.success) return parsed.output
  const mistakes = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'fault'}: ${issue.message}`)
  throw new Error(`not a fault: ${mistakes.join('; ')}`)
}

interface Armed {
  readonly fault: ArmedFault
  readonly pattern: RegExp
  seen: number
  hits: number
}

/** The faults that wait for their requests. */
export class FaultTable {
  #armed: Armed[] = []

  add(...faults: readonly Fault[]): void {
    for (const given of faults) {
      const armed = v.parse(fault, given)
      this.#armed.push({ fault: armed, pattern: new RegExp(armed.path ?? ''), seen: 0, hits: 0 })
    }
  }

  clear(): void {
    this.#armed = []
  }

  /** All that strikes this request. Asking counts it, so ask once. */
  strike(request: SeenRequest): ArmedFault[] {
    return this.#armed.filter((armed) => strikes(armed, request)).map(({ fault }) => fault)
  }
}

function strikes(armed: Armed, request: SeenRequest): boolean {
  const { fault, pattern } = armed
  if (fault.host !== undefined && fault.host !== request.host) return false
  if (fault.method !== undefined && fault.method !== request.method) return false
  if (fault.asset !== undefined && fault.asset !== request.asset) return false
  if (!pattern.test(request.path)) return false
  armed.seen++
  const limit = fault.times ?? (fault.nth === undefined ? Number.POSITIVE_INFINITY : 1)
  if (armed.seen < (fault.nth ?? 1) || armed.hits >= limit) return false
  armed.hits++
  return true
}
