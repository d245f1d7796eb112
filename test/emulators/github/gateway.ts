import { createHash } from 'node:crypto'
import type { Caller, Tokens } from './access.ts'
import { type Answer, problem } from './answers.ts'
import type { Api } from './api.ts'
import type { ArmedFault } from './faults.ts'
import { primaryRefusal, type RateLimits, secondaryRefusal } from './limits.ts'
import type { SeenRequest } from './requests.ts'
import { answerOf, faultOf, merged } from './wire.ts'

interface GatewayParts {
  readonly api: Api
  readonly tokens: Tokens
  readonly limits: RateLimits
  /** Undefined: as GitHub's. */
  readonly listingLimit: number | undefined
}

/** A request that has reached the API. */
export interface ArrivedRequest {
  /** Below the root of the API, encoded. */
  readonly path: string
  readonly seen: SeenRequest
  /** The same as faults let the API see it. */
  readonly asked: SeenRequest
  /** Of a POST; else empty. */
  readonly body: string
  readonly authorization: string | undefined
  readonly faults: readonly ArmedFault[]
  /** Whether too many requests are being answered at once. */
  readonly crowded: boolean
}

const versions = ['2022-11-28', '2026-03-10']

/** What every request to the API goes through: who asks, how often, and whether the answer is known already. */
export class Gateway {
  readonly #parts: GatewayParts

  constructor(parts: GatewayParts) {
    this.#parts = parts
  }

  answer(arrived: ArrivedRequest): Answer {
    const { path, seen, asked, faults } = arrived
    const { api, tokens, limits } = this.#parts
    if (seen.headers['user-agent'] === undefined) {
      const body = 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.'
      return { status: 403, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
    }
    const caller = tokens.callerOf(arrived.authorization)
    if (caller === undefined) return problem(401, 'Bad credentials')
    const version = seen.headers['x-github-api-version']
    if (version !== undefined && !versions.includes(version)) return problem(400, `"${version}" is not a supported version of the API.`)
    const refusal = this.#refusal(arrived, caller)
    if (refusal !== undefined) {
      seen.limited = true
      return { ...refusal, headers: { ...limits.headers(caller), ...refusal.headers } }
    }
    const given = faultOf(faults, 'answer')
    const listingLimit = this.#parts.listingLimit ?? (caller.grant === undefined ? 1000 : 10_000)
    const work = given === undefined ? api.answer({ path, seen: asked, body: arrived.body, caller, listingLimit }) : answerOf(given)
    seen.asset = asked.asset
    const answer = this.#conditional(merged(work, faults), caller, seen)
    return { ...answer, headers: { ...limits.headers(caller), ...answer.headers } }
  }

  #refusal({ path, faults, crowded }: ArrivedRequest, caller: Caller): Answer | undefined {
    const secondary = faultOf(faults, 'secondary-limit')
    if (secondary !== undefined) return secondaryRefusal(secondary.retryAfterSeconds, secondary.status)
    const primary = faultOf(faults, 'primary-limit')
    if (primary !== undefined) {
      const reset = Math.ceil(Date.now() / 1000) + primary.resetSeconds
      const refusal = primaryRefusal(caller, primary.status)
      return { ...refusal, headers: { ...refusal.headers, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) } }
    }
    // Asking for the limits costs nothing.
    if (path === '/rate_limit') return undefined
    return crowded ? secondaryRefusal(undefined) : this.#parts.limits.admit(caller)
  }

  /** Adds an ETag that is bound to the token, and answers 304 to whoever has it already. */
  #conditional(answer: Answer, caller: Caller, { method, headers: asked }: SeenRequest): Answer {
    if (answer.status !== 200 || method === 'POST' || (typeof answer.body !== 'string' && !Buffer.isBuffer(answer.body))) return answer
    const hash = createHash('sha256').update(answer.body).update(`${caller.key} ${asked.accept}`).digest('hex')
    const headers: Record<string, string> = {
      ...answer.headers,
      etag: `W/"${hash}"`,
      'cache-control': 'private, max-age=60, s-maxage=60',
      vary: 'Accept, Authorization, Cookie, X-GitHub-OTP',
    }
    const known = asked['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    if (known?.includes(`"${hash}"`) !== true) return { ...answer, headers }
    this.#parts.limits.refund(caller)
    const { 'content-type': _, ...kept } = headers
    return { status: 304, headers: kept, body: '' }
  }
}
