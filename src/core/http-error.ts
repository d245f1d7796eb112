import { ActionError, type ErrorCode, messageOf, systemCode } from './errors.ts'
import { printableUrl } from './http-url.ts'
import { visible } from './sanitize.ts'

/** What is known of a request that failed. */
export interface HttpFacts {
  readonly method: string
  readonly url: URL
  readonly status?: number
  /** The server's own words, as they came. */
  readonly body?: string
}

/** How far a request got that had no answer: `unsent` never reached the server, of any other it may have done the work. */
export type Progress = 'unsent' | 'unknown' | 'answered'

const longestBody = 500

/** A request that failed, as facts: method, URL without secrets, status, and up to 500 characters of the answer. */
export class HttpError extends ActionError {
  readonly status: number | undefined
  readonly progress: Progress

  constructor(code: ErrorCode, what: string, { progress, cause, ...facts }: HttpFacts & { progress: Progress; cause?: unknown }) {
    const quote = facts.body === undefined || facts.body.trim() === '' ? '' : `: ${excerpt(facts.body)}`
    super(code, `${facts.method} ${printableUrl(facts.url)} ${what}${quote}`, cause === undefined ? {} : { cause })
    this.status = facts.status
    this.progress = progress
  }
}

/** An answer that is longer than its caller is ready to keep. */
export class AnswerTooLong extends HttpError {
  constructor(maxBytes: number, facts: HttpFacts) {
    super('rejected', `answered more than ${maxBytes} bytes`, { ...facts, progress: 'answered' })
  }
}

/** An address that the caller's `allowsHost` refuses; no connection was made. */
export class HostNotAllowed extends HttpError {
  constructor(redirected: boolean, facts: HttpFacts) {
    const what = redirected ? 'is where a redirect leads, to a host that is not allowed' : 'names a host that is not allowed'
    super('rejected', what, { ...facts, progress: 'unsent' })
  }
}

/** The beginning of a server's words, on one line and without control characters. */
export function excerpt(body: string): string {
  const text = visible(body.trim().replace(/\s+/g, ' '))
  return text.length > longestBody ? `${text.slice(0, longestBody - 1)}…` : text
}

/** The error for an answer whose status the caller did not expect. */
export function unexpectedStatus(facts: HttpFacts & { readonly status: number }): HttpError {
  return new HttpError(codeOf(facts.status), `answered ${facts.status}`, { ...facts, progress: 'answered' })
}

function codeOf(status: number): ErrorCode {
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 404 || status === 410) return 'not-found'
  if (status === 409 || status === 412) return 'conflict'
  if (status === 408 || status === 429 || status >= 500) return 'unavailable'
  return 'rejected'
}

// Errors of the way to the server: no byte of the request has left. undici's names, Node's, and those of its name resolver.
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])
const timeoutCodes = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'ETIMEDOUT'])
const tlsCode = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|EPROTO)/

const ownMistakes = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH', 'UND_ERR_NOT_SUPPORTED'])

/** The error for a request that ended without a whole answer, made from whatever the transport threw. Our own misuse of it passes as it is. */
export function transportError(error: unknown, { answered, ...facts }: HttpFacts & { readonly answered: boolean }): unknown {
  const codes = [...codesOf(error)]
  if (codes.some((code) => ownMistakes.has(code))) return error
  const tls = codes.find((code) => tlsCode.test(code))
  if (tls !== undefined) {
    return new HttpError('rejected', `found no trusted certificate (${tls})`, { ...facts, progress: 'unsent', cause: plain(error) })
  }
  if (codes.includes('EPRIVATE')) {
    return new HttpError('rejected', 'was redirected into a private network', { ...facts, progress: 'unsent', cause: plain(error) })
  }
  const progress = answered ? 'answered' : codes.some((code) => unsentCodes.has(code)) || isTunnelRefusal(error) ? 'unsent' : 'unknown'
  const late = codes.some((code) => timeoutCodes.has(code))
  const what = answered
    ? 'broke off its answer'
    : late
      ? 'had no answer in time'
      : progress === 'unsent'
        ? 'could not connect'
        : 'had no answer'
  const why = isTunnelRefusal(error) ? 'the proxy refused' : (codes[0] ?? 'no reason given')
  return new HttpError(late ? 'timeout' : 'unavailable', `${what} (${why})`, { ...facts, progress, cause: plain(error) })
}

function* codesOf(error: unknown): Generator<string> {
  const code = systemCode(error)
  if (code !== undefined) yield code
  if (error instanceof AggregateError) for (const inner of error.errors) yield* codesOf(inner)
  if (error instanceof Error && error.cause !== undefined) yield* codesOf(error.cause)
}

/** undici words it so when a proxy answers CONNECT with another status than 200. */
function isTunnelRefusal(error: unknown): boolean {
  return /when HTTP Tunneling/.test(messageOf(error))
}

/** A cause that can be printed: the transport's errors may carry the address of a proxy, password included. */
function plain(error: unknown): Error {
  return new Error(messageOf(error).replace(/\/\/[^\s/@]*@/g, '//…@'))
}
