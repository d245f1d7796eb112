import { ActionError } from '../core/errors.ts'
import { HttpClient, type HttpLimits, type HttpStream, type HttpSurroundings } from '../core/http.ts'
import { HttpError } from '../core/http-error.ts'
import { printableUrl, requireHttpsOrLoopback } from '../core/http-url.ts'
import { limit } from '../core/limit.ts'
import { defaultRetries, noRetries, withRetries } from '../core/retry-policy.ts'
import { redactor } from '../core/secrets.ts'
import { apiRefusal, neededPermissions } from './api-refusal.ts'
import { RateLimits } from './rate-limits.ts'

export { RateLimited } from './rate-limits.ts'

/** What one client of GitHub's REST API needs. */
export interface GitHubApiOptions extends HttpSurroundings {
  /** `https://api.github.com`, `https://ghes.example/api/v3`. */
  readonly apiUrl: string
  /** Sent to the API's origin, and nowhere else. */
  readonly token?: string | undefined
  /** How long requests may wait for rate limits, in all, in milliseconds. */
  readonly waitMs: number
  readonly signal?: AbortSignal | undefined
  readonly limits?: Partial<HttpLimits>
}

/** What to ask for. */
export interface ApiRequest {
  readonly query?: Readonly<Record<string, string>>
  /** Answered by 304 and no body where nothing has changed. */
  readonly etag?: string
  readonly accept?: string
}

/** An answer about the thing that was asked for; what is wrong with the asking is thrown. */
export interface ApiAnswer {
  /** 200, 304, 404, 409, 410, 422 or 451. */
  readonly status: number
  readonly etag?: string
  /** Parsed JSON; undefined for other statuses than 200. */
  readonly body: unknown
  /** Where the next page is. */
  readonly next?: string
}

/** One page of a listing. */
export interface ApiPage {
  readonly body: unknown
  readonly etag?: string
  /** The server goes no further, although there is more; such a page is empty, and the last. */
  readonly truncated: boolean
}

/** How to get bytes through the API. */
export interface ApiStreamRequest {
  readonly headers: Readonly<Record<string, string>>
  /** Where redirects may lead, besides the API itself. */
  readonly allowsHost: (url: URL) => boolean
}

const mostAtOnce = 16
// A hundred releases with some hundred assets each, or ten with a thousand, which is the most: an asset has about 1.7 kB here.
const longestAnswer = 24 << 20
const longestRefusal = 1 << 16
// GitHub ends its longest listings, those of tags, far earlier.
const mostPages = 1000
const aboutTheThing = new Set([200, 304, 404, 409, 410, 422, 451])

/**
 * GitHub's REST API, read only: one origin, one token, a bounded number of requests at once, and its rate limits heeded by all of them together.
 * Throws `unauthorized` when the token is the problem, `RateLimited`, `rejected` for an answer that is none of such an API, and what the client of
 * HTTP throws.
 */
export class GitHubApi implements AsyncDisposable {
  /** Its address, with a final slash. */
  readonly url: URL
  /** Whether requests carry a token. */
  readonly authenticated: boolean
  /** Of the hosts that assets come from: they have limits of their own. */
  readonly assetLimits: RateLimits
  readonly #options: GitHubApiOptions
  readonly #http: HttpClient
  readonly #limits: RateLimits
  readonly #slot = limit(mostAtOnce)
  /** Takes the token out of what a server says: some repeat what they were sent. */
  readonly #redacted: (text: string) => string
  #calls = 0

  constructor(options: GitHubApiOptions) {
    const { apiUrl, token, limits, environment, clock, log } = options
    this.#options = options
    this.authenticated = token !== undefined
    this.#redacted = token === undefined ? (text) => text : redactor(token)
    const headers = {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    }
    const { origin, pathname } = requireHttpsOrLoopback(apiUrl, "input 'github-api-url'")
    this.url = new URL(pathname.endsWith('/') ? pathname : `${pathname}/`, origin)
    this.#http = new HttpClient({ environment, clock, log, baseUrl: this.url.href, headers, ...(limits && { limits }) })
    this.#limits = new RateLimits(options)
    this.assetLimits = this.#limits.ofAnotherServer()
  }

  /** Requests that went to the API so far, repeated and redirected ones included. */
  get calls(): number {
    return this.#calls
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#http[Symbol.asyncDispose]()
  }

  /** Asks for a path below the API's address, or for a whole address that the API gave. */
  async get(path: string, { query = {}, etag, accept }: ApiRequest = {}): Promise<ApiAnswer> {
    const url = this.#address(path)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const headers = { ...(accept !== undefined && { accept }), ...(etag !== undefined && { 'if-none-match': etag }) }
    const send = () => this.#send(url, headers)
    const { clock, log, signal, waitMs } = this.#options
    const answer = await withRetries(send, {
      // The waiting for limits is not the fault of any try.
      policy: { ...defaultRetries, deadlineMs: defaultRetries.deadlineMs + waitMs },
      repeatable: true,
      clock,
      signal,
      onPause: (why, pause) => {
        const reason = why instanceof HttpError ? why.message : `GET ${printableUrl(url)} answered ${why}`
        log.info(`${reason}: trying again in ${(pause / 1000).toFixed(1)} s`)
      },
    })
    if (!aboutTheThing.has(answer.status)) throw this.#refusal(answer, answer.body.toString('utf8'))
    const next = nextPage(this.#redacted(answer.headers.link ?? ''))
    return {
      status: answer.status,
      body: answer.status === 200 ? parsed(this.#redacted(answer.body.toString('utf8')), url) : undefined,
      ...(answer.headers.etag !== undefined && { etag: answer.headers.etag }),
      ...(next !== undefined && { next: this.#address(next).href }),
    }
  }

  /** All pages of a listing, as far as the server gives them: it may refuse a late one by 422. Throws `not-found` when there is no first one. */
  async *pages(path: string, request: ApiRequest = {}): AsyncGenerator<ApiPage> {
    yield* this.pagesFrom(await this.get(path, request), path)
  }

  /** The same when the first page has been read. */
  async *pagesFrom(first: ApiAnswer, path: string): AsyncGenerator<ApiPage> {
    const seen = new Set<string>()
    for (let answer = first; ; ) {
      if (answer.status === 422 && answer !== first) return yield { body: [], truncated: true }
      if (answer.status !== 200) throw this.unexpected(path, answer.status)
      yield { body: answer.body, truncated: false, ...(answer.etag !== undefined && { etag: answer.etag }) }
      if (answer.next === undefined) return
      if (seen.has(answer.next)) throw new ActionError('rejected', `the pages of ${path} at ${this.url.host} go round in a circle`)
      if (seen.size === mostPages) throw new ActionError('rejected', `${path} at ${this.url.host} has more than ${mostPages} pages`)
      seen.add(answer.next)
      answer = await this.get(answer.next)
    }
  }

  /** The bytes that the API gives, or to which it sends us, without the token. One try: refusals for a limit are waited for, nothing else is repeated. */
  async open(url: string, { headers, allowsHost }: ApiStreamRequest): Promise<HttpStream> {
    const address = this.#address(url)
    for (let tries = 1; ; tries++) {
      const stream = await this.#slot(async () => {
        await this.#limits.pass()
        return await this.#http.open({ ...this.#request(address), headers, allowsHost: (hop) => this.#counts(hop) || allowsHost(hop) })
      })
      if (stream.url.origin !== this.url.origin || stream.status < 400 || stream.status === 416) return stream
      const text = await beginning(stream)
      if (this.#limits.learn({ ...stream, text }, tries)) continue
      throw this.#refusal(stream, text)
    }
  }

  /** The error for a status that `get` gives and its caller has no use for. */
  unexpected(path: string, status: number): ActionError {
    const gone = status === 404 || status === 410
    const why = gone ? 'was not found' : status === 451 ? 'is blocked for legal reasons' : `answered ${status}`
    return new ActionError(gone ? 'not-found' : 'rejected', `${path} at ${this.url.host} ${why}`)
  }

  #refusal({ status, headers, url }: Pick<HttpStream, 'status' | 'headers' | 'url'>, text: string): ActionError {
    const needed = headers[neededPermissions]
    const said = needed === undefined ? headers : { ...headers, [neededPermissions]: this.#redacted(needed) }
    return apiRefusal({ status, headers: said, url, text: this.#redacted(text) }, this.authenticated)
  }

  async #send(url: URL, headers: Readonly<Record<string, string>>) {
    for (let tries = 1; ; tries++) {
      const answer = await this.#slot(async () => {
        await this.#limits.pass()
        const request = { ...this.#request(url), headers, maxBytes: longestAnswer, allowsHost: (hop: URL) => this.#counts(hop) }
        return await this.#http.send(request)
      })
      const text = answer.status === 403 || answer.status === 429 ? answer.body.toString('utf8', 0, longestRefusal) : ''
      if (!this.#limits.learn({ ...answer, text }, tries)) return answer
    }
  }

  #request(url: URL) {
    const { signal } = this.#options
    return { method: 'GET' as const, url: url.href, retries: noRetries, ...(signal && { signal }) }
  }

  /** Whether an address is on the API's origin. The client asks for each just before it sends a request there: that is where calls are counted. */
  #counts(hop: URL): boolean {
    if (hop.origin !== this.url.origin) return false
    if (hop.pathname.startsWith(this.url.pathname)) this.#calls++
    return true
  }

  /** A whole address that the API gave must be one of its own: it gets the token. */
  #address(path: string): URL {
    const url = new URL(path, this.url)
    if (url.origin === this.url.origin && url.pathname.startsWith(this.url.pathname)) return url
    throw new ActionError('rejected', `${this.url.host} names ${printableUrl(url)} as its own address`)
  }
}

function parsed(body: string, url: URL): unknown {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new ActionError('rejected', `GET ${printableUrl(url)} answered something that is no JSON`, {
      hint: "Is 'github-api-url' the address of an API? GitHub's own is https://api.github.com, that of an Enterprise Server ends in /api/v3.",
      cause,
    })
  }
}

/** The address with `rel="next"` in a Link header (RFC 8288). */
function nextPage(link: string): string | undefined {
  return /<([^<>]*)>[^<]*;\s*rel="?next"?/.exec(link)?.[1]
}

async function beginning(stream: HttpStream): Promise<string> {
  await using body = stream
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of body.chunks) {
    parts.push(chunk)
    size += chunk.length
    if (size >= longestRefusal) break
  }
  return Buffer.concat(parts).toString('utf8')
}
