import { randomBytes } from 'node:crypto'
import { HttpClient, type HttpRequest, type HttpResponse, type HttpStream, type HttpSurroundings, type StreamedBody } from '../core/http.ts'
import { noRetries } from '../core/retry-policy.ts'
import { redactor } from '../core/secrets.ts'
import type { Coordinates } from '../maven/coordinates.ts'
import { type DeploymentStatus, type ListedDeployment, readList, readStatus } from './deployment-status.ts'
import { type Answer, type AnswerReading, failureOf, lostAnswer, type PortalFailure, unreadableAnswer } from './portal-error.ts'

/** The user token that the Portal gives. */
export interface PortalToken {
  readonly username: string
  readonly password: string
}

/** Where the Portal is and who asks. */
export interface PortalOptions extends HttpSurroundings {
  /** https, or plain http to this machine; `/api/v1/publisher` is appended. */
  readonly url: string
  readonly token: PortalToken
}

/** A bundle to upload. */
export interface BundleUpload {
  /** The name of the deployment, by which it is found again. */
  readonly name: string
  /** The file name inside the form, for example `bundle.zip`. */
  readonly fileName: string
  readonly bundle: StreamedBody
  readonly signal?: AbortSignal
}

/** How long one question may take. */
export interface Patience {
  /** Ends it; its reason is thrown. */
  readonly signal?: AbortSignal
  /** How long the answer may take to begin, in milliseconds; then the question is asked only once. */
  readonly headersMs?: number
}

/** Which deployments to list. */
export interface DeploymentQuery extends Patience {
  /** Only those that hold a path beginning so, for example `org/acme/lib/1.0/`. */
  readonly pathStarting?: string
  readonly ids?: readonly string[]
  /** Ends the paging as soon as a page holds such a one. */
  readonly until?: (deployment: ListedDeployment) => boolean
}

const pageSize = 100
const mostPages = 50
// A page may name every file of its deployments: 100 of 4,000 files each, at 100 bytes.
const longestPage = 64 << 20
const deploymentId = /^[0-9A-Za-z._-]{1,100}$/
// The Portal stores and checks a bundle before it answers: 1 GiB at 2 MB/s.
const uploadAnswerMs = 10 * 60_000

/**
 * The value of `Authorization` behind `Bearer`: base64 of `user:password`, without the line breaks that pasted secrets bring. It is a secret of its own.
 * Source: https://central.sonatype.org/publish/publish-portal-api/
 */
export function bearerOf({ username, password }: PortalToken): string {
  return Buffer.from(`${username.trim()}:${password.trim()}`).toString('base64')
}

/** Where the publisher sees the deployments in a browser. */
export function deploymentsPage(portalUrl: string): string {
  return new URL('publishing/deployments', portalUrl.endsWith('/') ? portalUrl : `${portalUrl}/`).href
}

/** The Publisher API of Maven Central: one method a call, facts as results. What writes is sent once; what reads may be sent again. */
export class Portal implements AsyncDisposable {
  readonly #http: HttpClient
  readonly #now: () => number
  /** Takes the token out of what a server says: some repeat what they were sent. */
  readonly #redacted: (text: string) => string
  // The OpenAPI says one, a long-lived client sends the other: whichever the Portal takes.
  #sortField = 'createdTimestamp'

  constructor({ url, token, ...surroundings }: PortalOptions) {
    const baseUrl = `${url.replace(/\/+$/, '')}/api/v1/publisher/`
    this.#http = new HttpClient({ ...surroundings, baseUrl, headers: { authorization: `Bearer ${bearerOf(token)}` } })
    this.#now = () => surroundings.clock.now()
    const { username, password } = token
    const secrets = [`${username.trim()}:${password.trim()}`, bearerOf(token), password.trim(), username.trim()].map(redactor)
    // Some writers of JSON escape the slash.
    this.#redacted = (text) => secrets.reduce((rest, redacted) => redacted(rest), text.replaceAll('\\/', '/'))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#http[Symbol.asyncDispose]()
  }

  /** Uploads a bundle that waits for `publish` once it is valid; gives the deployment's id. A failure may be `maybeDone`: look for it by name first. */
  async upload({ name, fileName, bundle, signal }: BundleUpload): Promise<Answer<string>> {
    const { contentType, body } = formOf(bundle, fileName)
    const request: HttpRequest = {
      method: 'POST',
      url: 'upload',
      query: { name, publishingType: 'USER_MANAGED' },
      headers: { 'content-type': contentType },
      body,
      headersMs: uploadAnswerMs,
      retries: noRetries,
      ...(signal !== undefined && { signal }),
    }
    return await this.#call(
      request,
      (response) => {
        const id = response.body
          .toString('utf8')
          .trim()
          .replace(/^"(.*)"$/, '$1')
        return deploymentId.test(id) && this.#redacted(id) === id ? id : undefined
      },
      { limited: true },
    )
  }

  /** What the Portal says of a deployment now. Asked once: see deployment-watch.ts for what to make of a failure. */
  async status(id: string, patience: Patience = {}): Promise<Answer<DeploymentStatus>> {
    const request: HttpRequest = { method: 'POST', url: 'status', query: { id }, retries: noRetries, maxBytes: longestPage, ...patience }
    return await this.#call(request, (response) => readStatus(jsonOf(response), this.#redacted))
  }

  /** Publishes a VALIDATED deployment, for good. After a failure only the status tells whether it is publishing. */
  async publish(id: string): Promise<Answer<true>> {
    return await this.#call({ method: 'POST', url: pathOf('deployment', id), retries: noRetries }, () => true, { limited: true })
  }

  /** Removes a VALIDATED or FAILED deployment. In other states the Portal refuses. */
  async drop(id: string, patience: Patience = {}): Promise<Answer<true>> {
    return await this.#call({ method: 'DELETE', url: pathOf('deployment', id), retries: noRetries, ...patience }, () => true)
  }

  /** Whether the Portal has published these coordinates: true before the public servers show them. */
  async published({ groupId, artifactId, version }: Coordinates): Promise<Answer<boolean>> {
    const query = { namespace: groupId, name: artifactId, version }
    return await this.#call({ method: 'GET', url: 'published', query }, (response) => {
      const answer = jsonOf(response)
      const published = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'published') : undefined
      return typeof published === 'boolean' ? published : undefined
    })
  }

  /** The account's deployments, newest first, of at most 50 pages. */
  async deployments({ until = () => false, ...query }: DeploymentQuery = {}): Promise<Answer<readonly ListedDeployment[]>> {
    const all: ListedDeployment[] = []
    for (let page = 0; page < mostPages; page++) {
      const answer = await this.#page(page, query)
      if (!answer.ok) return answer
      const { deployments, pageCount } = answer.value
      all.push(...deployments)
      if (deployments.length === 0 || page + 1 >= pageCount || deployments.some(until)) break
    }
    return { ok: true, value: all }
  }

  /** One file of a deployment, before it is published. Dispose of the stream. */
  async download(id: string, path: string): Promise<Answer<HttpStream>> {
    const url = pathOf('deployment', id, 'download', ...path.split('/'))
    try {
      const stream = await this.#http.open({ method: 'GET', url })
      if (stream.status === 200) return { ok: true, value: stream }
      await using refused = stream
      return { ok: false, failure: failureOf({ ...refused, body: await beginningOf(refused) }, this.#reading(false)) }
    } catch (error) {
      return { ok: false, failure: lostAnswer(error) }
    }
  }

  async #page(
    page: number,
    { pathStarting, ids, ...patience }: Omit<DeploymentQuery, 'until'>,
  ): Promise<Answer<NonNullable<ReturnType<typeof readList>>>> {
    const ask = async (sortField: string) => {
      const filter = { ...(pathStarting !== undefined && { pathStarting }), ...(ids !== undefined && { deploymentIds: ids }) }
      const body = JSON.stringify({ page, size: pageSize, sortField, sortDirection: 'desc', ...filter })
      const headers = { 'content-type': 'application/json' }
      const again = patience.headersMs === undefined ? { repeatable: true } : { retries: noRetries }
      const request: HttpRequest = { method: 'POST', url: 'deployments/files', headers, body, maxBytes: longestPage, ...again, ...patience }
      return await this.#call(request, (response) => readList(jsonOf(response)))
    }
    const answer = await ask(this.#sortField)
    if (answer.ok || answer.failure.status !== 400 || this.#sortField === 'createTimestamp') return answer
    const second = await ask('createTimestamp')
    if (second.ok) this.#sortField = 'createTimestamp'
    return second
  }

  /** One call: a 2xx answer whose body `read` understands is its result, everything else a failure. */
  async #call<T>(
    request: HttpRequest,
    read: (response: HttpResponse) => T | undefined,
    { limited } = { limited: false },
  ): Promise<Answer<T>> {
    const failed = (failure: PortalFailure): Answer<T> => ({ ok: false, failure })
    try {
      const response = await this.#http.send(request)
      if (response.status < 200 || response.status > 299) return failed(failureOf(response, this.#reading(limited)))
      const value = read(response)
      return value === undefined ? failed(unreadableAnswer(response, this.#redacted)) : { ok: true, value }
    } catch (error) {
      return failed(lostAnswer(error))
    }
  }

  #reading(limited: boolean): AnswerReading {
    return { now: this.#now(), limited, redacted: this.#redacted }
  }
}

/** The form that the Portal takes: one file named `bundle` (RFC 7578). Its length is known before the first byte. */
function formOf(bundle: StreamedBody, fileName: string): { contentType: string; body: StreamedBody } {
  const boundary = `outtray-${randomBytes(16).toString('hex')}`
  const quoted = fileName.replace(/[\r\n"]/g, '_')
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="bundle"; filename="${quoted}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
  )
  const foot = Buffer.from(`\r\n--${boundary}--\r\n`)
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: {
      size: head.length + bundle.size + foot.length,
      async *chunks() {
        yield head
        yield* bundle.chunks()
        yield foot
      },
    },
  }
}

function pathOf(...segments: readonly string[]): string {
  return segments.map((segment) => encodeURIComponent(segment)).join('/')
}

function jsonOf({ body }: HttpResponse): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

async function beginningOf({ chunks }: HttpStream): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) {
    parts.push(chunk)
    if (parts.length === 8) break
  }
  return Buffer.concat(parts)
}
