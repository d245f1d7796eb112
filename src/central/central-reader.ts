import type { Clock } from '../core/clock.ts'
import { HttpClient, type HttpMethod, type HttpResponse, type HttpSurroundings } from '../core/http.ts'
import { HttpError } from '../core/http-error.ts'
import { limit } from '../core/limit.ts'
import { defaultRetries, type RetryPolicy, retryAfterMs } from '../core/retry-policy.ts'

/** Where to read. */
export interface CentralReaderOptions extends HttpSurroundings {
  /** Any Maven repository: https, or plain http to this machine. */
  readonly url: string
  /** Ends every question; its reason is thrown. */
  readonly signal?: AbortSignal
}

/** What could not be learnt: the repository was busy, away, or answered something else than a file. Never an error: the next run asks again. */
export type Unknown = 'unknown'

/** A text file of a repository. */
export type ReadText = { readonly text: string } | 'missing' | Unknown

/** Maven Central's public address. */
export const publicCentral = 'https://repo1.maven.org/maven2'

// Central limits readers by their address, which hosted runners share, and asks tools to be few, to back off and to say who they are:
// https://central.sonatype.org/faq/429-tooling-provider/
const parallel = 4
const quietAfterRefusalMs = 60_000
const longestPom = 1 << 20
const longestChecksum = 4096
const onceMore: RetryPolicy = { ...defaultRetries, attempts: 2, deadlineMs: 10_000, isTransient: (status) => status >= 500 }

/** What a Maven repository has, asked politely: at most four questions at once, and none for a while once it says that there were too many. */
export class CentralReader implements AsyncDisposable {
  readonly #http: HttpClient
  readonly #clock: Clock
  readonly #ending: { readonly signal?: AbortSignal }
  readonly #limited = limit(parallel)
  readonly #texts = new Map<string, Promise<ReadText>>()
  #quietUntil = Number.NEGATIVE_INFINITY

  constructor({ url, signal, ...surroundings }: CentralReaderOptions) {
    this.#http = new HttpClient({ ...surroundings, baseUrl: url, limits: { headersMs: 30_000, idleMs: 30_000 } })
    this.#clock = surroundings.clock
    this.#ending = signal === undefined ? {} : { signal }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#http[Symbol.asyncDispose]()
  }

  /** The SHA-1 (lower-case hexadecimal) that the repository states for a file, from its sidecar. `path` is relative, with `/`. */
  async sha1Of(path: string): Promise<string | 'missing' | Unknown> {
    const answer = await this.#ask('GET', `${path}.sha1`, longestChecksum)
    if (typeof answer === 'string') return answer
    // Old sidecars name their file beside the digest.
    return /^[0-9a-f]{40}(?![0-9a-z])/i.exec(answer.body.toString('utf8').trim())?.[0].toLowerCase() ?? 'unknown'
  }

  /** Whether the repository shows a file. Asked anew each time: what is missing now may appear. */
  async has(path: string): Promise<boolean | Unknown> {
    const answer = await this.#ask('HEAD', path, 0)
    if (typeof answer === 'string') return answer === 'missing' ? false : answer
    return true
  }

  /** A text file of at most 1 MiB, a POM for example; asked for once a run. */
  read(path: string): Promise<ReadText> {
    const known = this.#texts.get(path) ?? this.#readNow(path)
    this.#texts.set(path, known)
    return known
  }

  async #readNow(path: string): Promise<ReadText> {
    const answer = await this.#ask('GET', path, longestPom)
    return typeof answer === 'string' ? answer : { text: answer.body.toString('utf8') }
  }

  async #ask(method: HttpMethod, path: string, maxBytes: number): Promise<HttpResponse | 'missing' | Unknown> {
    return await this.#limited(async () => {
      if (this.#clock.elapsed() < this.#quietUntil) return 'unknown'
      const url = path.split('/').map(encodeURIComponent).join('/')
      try {
        const answer = await this.#http.send({ method, url, maxBytes, retries: onceMore, ...this.#ending })
        if (answer.status === 200) return answer
        if (answer.status === 404 || answer.status === 410) return 'missing'
        if (answer.status === 429) this.#keepQuiet(answer)
        return 'unknown'
      } catch (error) {
        if (error instanceof HttpError) return 'unknown'
        throw error
      }
    })
  }

  #keepQuiet({ headers }: HttpResponse): void {
    this.#quietUntil = this.#clock.elapsed() + (retryAfterMs(headers, this.#clock.now()) ?? quietAfterRefusalMs)
  }
}
