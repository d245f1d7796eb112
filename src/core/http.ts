import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { request as send } from 'undici'
import type { Clock } from './clock.ts'
import { type Dispatchers, openDispatchers } from './http-dispatcher.ts'
import { AnswerTooLong, HostNotAllowed, HttpError, transportError, unexpectedStatus } from './http-error.ts'
import { printableUrl, requireHttpsOrLoopback } from './http-url.ts'
import type { Environment } from './inputs.ts'
import type { Log } from './log.ts'
import { type Hop, mostRedirects, nextHop } from './redirects.ts'
import { defaultRetries, type RetryPolicy, withRetries } from './retry-policy.ts'
import { type StallLimits, StallWatch } from './stall-watch.ts'
import { version } from './version.ts'

/** A body that is made while it is sent. Its size must be exact; it is made anew for every try. */
export interface StreamedBody {
  /** Bytes. */
  readonly size: number
  chunks(): AsyncIterable<Uint8Array>
}

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'

/** One request. */
export interface HttpRequest {
  readonly method: HttpMethod
  /** Relative to the client's base URL, or a whole one. */
  readonly url: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | StreamedBody
  /** Whether doing it twice is as good as once; default: GET and HEAD are. */
  readonly repeatable?: boolean
  readonly retries?: RetryPolicy
  /** How long the first byte of the answer may take once the request is sent, in milliseconds. */
  readonly headersMs?: number
  /** The longest answer to keep, in bytes; a longer one is an error, or is cut when it says that something failed. Default 1 MiB. */
  readonly maxBytes?: number
  /** Asked for the first address and for each that a redirect names; one that it refuses is an error, and no connection is made. Default: all. */
  readonly allowsHost?: (url: URL) => boolean
  /** Ends the request; its reason is thrown as it is. */
  readonly signal?: AbortSignal
}

interface Answer {
  readonly status: number
  /** Names in lower case; repeated headers are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>
  /** Where it came from, after redirects. */
  readonly url: URL
}

/** An answer that is in memory as a whole. Every status is an answer, not an error. */
export interface HttpResponse extends Answer {
  readonly body: Buffer
}

/** An answer whose body is read as it comes. Dispose of it: an unread body holds a connection. */
export interface HttpStream extends Answer, AsyncDisposable {
  readonly chunks: AsyncIterable<Uint8Array>
}

/** What every client of a server needs of its run. */
export interface HttpSurroundings {
  /** Where the proxies are named. */
  readonly environment: Environment
  readonly clock: Clock
  readonly log: Log
}

/** What one client is for. */
export interface HttpClientOptions extends HttpSurroundings {
  /** https, or plain http to this machine. Its query is dropped. */
  readonly baseUrl?: string
  /** Sent to the base URL's scheme, host and port, and nowhere else. */
  readonly headers?: Readonly<Record<string, string>>
  readonly limits?: Partial<HttpLimits>
}

/** When to give up; milliseconds. */
export interface HttpLimits extends StallLimits {
  readonly connectMs: number
  readonly headersMs: number
}

const defaultLimits: HttpLimits = { connectMs: 15_000, headersMs: 60_000, idleMs: 60_000, bytesPerSecond: 10_000 }
const defaultMaxBytes = 1 << 20
const userAgent = `outtray/${version} (+https://github.com/outtray/outtray)`

/**
 * The one HTTP client of the suite. Redirects, retries, proxies, timeouts and bounds are decided here; what a status means is the caller's to say.
 * Throws `HttpError` when there is no whole answer, and the signal's reason when it was told to stop.
 */
export class HttpClient implements AsyncDisposable {
  readonly #surroundings: HttpSurroundings
  readonly #base: URL | undefined
  readonly #headers: Readonly<Record<string, string>>
  readonly #limits: HttpLimits
  readonly #dispatchers: Dispatchers

  constructor({ baseUrl, headers = {}, limits = {}, ...surroundings }: HttpClientOptions) {
    this.#surroundings = surroundings
    this.#base = baseUrl === undefined ? undefined : withFinalSlash(requireHttpsOrLoopback(baseUrl, 'the base URL'))
    this.#headers = headers
    this.#limits = { ...defaultLimits, ...limits }
    this.#dispatchers = openDispatchers(surroundings.environment, this.#limits)
  }

  /** Sends a request and keeps the whole answer. */
  async send(request: HttpRequest): Promise<HttpResponse> {
    return await this.#withRetries(request, async () => {
      await using stream = await this.#follow(request)
      return { status: stream.status, headers: stream.headers, url: stream.url, body: await wholeBody(stream, request) }
    })
  }

  /** Sends a request and gives the answer as soon as its head is there. What breaks later is not tried again. */
  async open(request: HttpRequest): Promise<HttpStream> {
    let stream: HttpStream | undefined
    return await this.#withRetries(request, async () => {
      await stream?.[Symbol.asyncDispose]()
      stream = await this.#follow(request)
      return stream
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#dispatchers[Symbol.asyncDispose]()
  }

  async #withRetries<Some extends Answer>(request: HttpRequest, attempt: () => Promise<Some>): Promise<Some> {
    const { clock, log } = this.#surroundings
    return await withRetries(attempt, {
      policy: request.retries ?? defaultRetries,
      repeatable: request.repeatable ?? (request.method === 'GET' || request.method === 'HEAD'),
      clock,
      signal: request.signal,
      onPause: (why, pause) => {
        const reason = why instanceof HttpError ? why.message : unexpectedStatus({ ...this.#firstHop(request), status: why }).message
        log.info(`${reason}: trying again in ${(pause / 1000).toFixed(1)} s`)
      },
    })
  }

  async #follow(request: HttpRequest): Promise<HttpStream> {
    let hop = this.#firstHop(request)
    for (let redirects = 0; ; redirects++) {
      if (request.allowsHost?.(hop.url) === false) throw new HostNotAllowed(redirects > 0, hop)
      const stream = await this.#exchange(hop, request)
      const next = await redirectOf(stream, hop)
      if (next === undefined) return stream
      await stream[Symbol.asyncDispose]()
      if (redirects === mostRedirects) {
        throw new HttpError('rejected', `was redirected more than ${mostRedirects} times`, { ...hop, progress: 'answered' })
      }
      hop = next
    }
  }

  #firstHop({ method, url: given, query = {}, headers = {} }: HttpRequest): Hop {
    const url = this.#base === undefined ? requireHttpsOrLoopback(given) : requireHttpsOrLoopback(new URL(given, this.#base).href)
    for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value)
    const own = url.origin === this.#base?.origin ? this.#headers : {}
    // A compressed answer could grow without bound in memory; nothing that we read gains from it.
    const all = { 'user-agent': userAgent, 'accept-encoding': 'identity', ...own, ...headers }
    const lowerCase = Object.entries(all).map(([name, value]) => [name.toLowerCase(), value])
    return { method, url, headers: Object.fromEntries(lowerCase), publicOnly: false }
  }

  /** One request to one address, one answer. */
  async #exchange(hop: Hop, request: HttpRequest): Promise<HttpStream> {
    request.signal?.throwIfAborted()
    const started = performance.now()
    const stop = new AbortController()
    const watch = new StallWatch(this.#limits, () => stop.abort(this.#stalled(hop)))
    const signal = request.signal === undefined ? stop.signal : AbortSignal.any([request.signal, stop.signal])
    const headersMs = request.headersMs ?? this.#limits.headersMs
    let waiting: NodeJS.Timeout | undefined
    const awaitHeaders = () => {
      waiting = setTimeout(() => stop.abort(late(hop, headersMs)), headersMs)
    }
    let sourceError: unknown
    const sending = (body: StreamedBody) =>
      watch.sending(
        tapped(body.chunks(), {
          onEnd: awaitHeaders,
          onError: (error) => {
            sourceError = error
          },
        }),
      )
    if (!isStreamed(request.body)) awaitHeaders()
    const failed = (error: unknown, answered: boolean): unknown =>
      sourceError ?? (signal.aborted ? signal.reason : transportError(error, { ...hop, answered }))
    let response: Dispatcher.ResponseData
    try {
      response = await send(hop.url, {
        method: request.method,
        dispatcher: hop.publicOnly ? this.#dispatchers.publicOnly : this.#dispatchers.ordinary,
        // undici's own would run while we still send.
        headersTimeout: 0,
        signal,
        ...framed(hop, request.body, sending),
      })
    } catch (error) {
      throw failed(error, false)
    } finally {
      clearTimeout(waiting)
    }
    const ms = Math.round(performance.now() - started)
    this.#surroundings.log.debug(`${hop.method} ${printableUrl(hop.url)}: ${response.statusCode} in ${ms} ms`)
    // Disposing of an unread body makes undici report an abort that nobody listens to otherwise.
    response.body.on('error', () => undefined)
    return {
      status: response.statusCode,
      headers: joined(response.headers),
      url: hop.url,
      chunks: translated(watch.receiving(response.body), (error) => failed(error, true)),
      async [Symbol.asyncDispose]() {
        response.body.destroy()
      },
    }
  }

  #stalled(hop: Hop): HttpError {
    const { idleMs, bytesPerSecond } = this.#limits
    const what = `stalled: it moved less than ${bytesPerSecond} bytes per second for ${idleMs / 1000} s`
    return new HttpError('timeout', what, { ...hop, progress: 'unknown' })
  }
}

function late(hop: Hop, headersMs: number): HttpError {
  return new HttpError('timeout', `had no answer in time (${headersMs / 1000} s)`, { ...hop, progress: 'unknown' })
}

function isStreamed(body: HttpRequest['body']): body is StreamedBody {
  return typeof body === 'object' && 'chunks' in body
}

function withFinalSlash(url: URL): URL {
  return new URL(url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`, url)
}

async function redirectOf(stream: HttpStream, hop: Hop): Promise<Hop | undefined> {
  try {
    return await nextHop(hop, { status: stream.status, location: stream.headers.location })
  } catch (error) {
    await stream[Symbol.asyncDispose]()
    throw error
  }
}

/** Body and length, as undici wants them. A POST or PUT without a body says so: some servers wait for one otherwise. */
function framed(hop: Hop, body: HttpRequest['body'], sending: (body: StreamedBody) => AsyncIterable<Uint8Array>) {
  const headers = (size: number) => ({ ...hop.headers, 'content-length': String(size) })
  if (body === undefined) return { headers: hop.method === 'POST' || hop.method === 'PUT' ? headers(0) : hop.headers, body: null }
  if (typeof body === 'string') return { headers: headers(Buffer.byteLength(body)), body }
  if (!isStreamed(body)) return { headers: headers(body.length), body }
  // undici takes any async iterable, as its documentation says; its types know of streams only.
  return { headers: headers(body.size), body: sending(body) as unknown as Readable }
}

async function* tapped(
  chunks: AsyncIterable<Uint8Array>,
  { onEnd, onError }: { onEnd: () => void; onError: (error: unknown) => void },
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
    onEnd()
  } catch (error) {
    onError(error)
    throw error
  }
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const present = Object.entries(headers).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined)
  return Object.fromEntries(present.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]))
}

async function* translated(chunks: AsyncIterable<Uint8Array>, failed: (error: unknown) => unknown): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    throw failed(error)
  }
}

async function wholeBody(stream: HttpStream, { method, maxBytes = defaultMaxBytes }: HttpRequest): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream.chunks) {
    size += chunk.length
    parts.push(chunk)
    if (size <= maxBytes) continue
    if (stream.status >= 400) break
    throw new AnswerTooLong(maxBytes, { method, url: stream.url })
  }
  return Buffer.concat(parts).subarray(0, maxBytes)
}
