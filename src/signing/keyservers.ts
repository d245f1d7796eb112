import { messageOf } from '../core/errors.ts'
import { HttpClient, type HttpSurroundings } from '../core/http.ts'
import { noRetries } from '../core/retry-policy.ts'
import type { KeyWarning } from './key-text.ts'
import type { KeyServer } from './keyserver-address.ts'
import { keyServerProtocols } from './keyserver-protocols.ts'
import { judgeServedKey, type OwnKey, type Presence } from './served-key.ts'

/** What one server has of the key. */
export interface KeyReport {
  readonly server: KeyServer
  readonly presence: Presence | 'unreachable'
  /** Why, for a server that could not be asked. */
  readonly detail?: string
}

/** What became of sending the key to one server. */
export interface KeyUpload {
  readonly server: KeyServer
  /** Why it was not taken; undefined when it was. */
  readonly failure: string | undefined
  /** Addresses whose owner has to answer a mail of the server's. */
  readonly mailed: readonly string[]
}

/** Which servers to ask for which key. */
export interface KeyServersOptions extends HttpSurroundings {
  readonly servers: readonly KeyServer[]
  readonly key: OwnKey
}

const lookupMs = 5000
const uploadMs = 30_000
// Keys on HKP servers collect signatures of strangers.
const longestKey = 8 << 20
const firstPauseMs = 1000
const longestPauseMs = 10_000

/** The key servers that judge a release by our key: asked, and given the key where they lack it. What they answer is compared, never trusted. */
export class KeyServers implements AsyncDisposable {
  readonly #options: KeyServersOptions
  readonly #http: HttpClient

  constructor(options: KeyServersOptions) {
    this.#options = options
    this.#http = new HttpClient(options)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#http[Symbol.asyncDispose]()
  }

  /** Asks all servers at once, for at most 5 seconds each. A server's trouble is a report, not an error. */
  async check(signal?: AbortSignal): Promise<readonly KeyReport[]> {
    return await Promise.all(this.#options.servers.map((server) => this.#ask(server, signal)))
  }

  /** Sends the key to servers that lack it or have an older one. A refusal is a result, not an error. */
  async upload(servers: readonly KeyServer[], signal?: AbortSignal): Promise<readonly KeyUpload[]> {
    return await Promise.all(servers.map((server) => this.#send(server, signal)))
  }

  /**
   * Asks until every one of these servers serves the key as we have it, with or without user ID; gives the last reports. `deadline` is by
   * `clock.elapsed()`, in milliseconds.
   */
  async waitUntilServed(
    servers: readonly KeyServer[],
    { deadline, signal }: { deadline: number; signal?: AbortSignal },
  ): Promise<readonly KeyReport[]> {
    const { clock } = this.#options
    const reports = new Map<KeyServer, KeyReport>()
    for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * 2)) {
      const waiting = servers.filter((server) => !isServed(reports.get(server)))
      for (const report of await Promise.all(waiting.map((server) => this.#ask(server, signal)))) reports.set(report.server, report)
      const all = [...reports.values()]
      if (all.every(isServed) || clock.elapsed() + pause > deadline) return all
      await clock.sleep(pause, signal)
    }
  }

  async #ask(server: KeyServer, signal: AbortSignal | undefined): Promise<KeyReport> {
    const { key } = this.#options
    try {
      const { url, query = {} } = keyServerProtocols[server.kind].lookup(key.fingerprint)
      const response = await this.#http.send({
        method: 'GET',
        url: `${server.url}${url}`,
        query,
        retries: noRetries,
        maxBytes: longestKey,
        signal: within(lookupMs, signal),
      })
      if (response.status === 404) return { server, presence: 'missing' }
      if (response.status !== 200) return { server, presence: 'unreachable', detail: `it answered ${response.status}` }
      return { server, presence: await this.#judge(response.body.toString('utf8')) }
    } catch (error) {
      signal?.throwIfAborted()
      return { server, presence: 'unreachable', detail: reasonOf(error) }
    }
  }

  async #judge(text: string): Promise<Presence> {
    // openpgp.js takes 35 ms to load: only runs that ask key servers pay for it.
    const openpgp = await import('openpgp')
    return await judgeServedKey(text, this.#options.key, openpgp)
  }

  async #send(server: KeyServer, signal: AbortSignal | undefined): Promise<KeyUpload> {
    try {
      const { publicKey } = this.#options.key
      const request = { http: this.#http, server, publicKey, signal: within(uploadMs, signal) }
      return { server, failure: undefined, ...(await keyServerProtocols[server.kind].upload(request)) }
    } catch (error) {
      signal?.throwIfAborted()
      return { server, failure: reasonOf(error), mailed: [] }
    }
  }
}

/** Whether a server gives the key to whoever asks. */
function isServed(report: KeyReport | undefined): boolean {
  return report?.presence === 'found' || report?.presence === 'found-without-user-id'
}

function within(milliseconds: number, signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(milliseconds)
  return signal === undefined ? limit : AbortSignal.any([signal, limit])
}

function reasonOf(error: unknown): string {
  return error instanceof DOMException && error.name === 'TimeoutError' ? 'it did not answer in time' : messageOf(error)
}

/** What the publisher should know before Maven Central asks these servers: one of them with the key as we have it is enough. */
export function keyWarnings(reports: readonly KeyReport[], fingerprint: string): readonly KeyWarning[] {
  const named = (presence: KeyReport['presence']) =>
    reports.filter((report) => report.presence === presence).map(({ server }) => server.name)
  const [stale, bare, missing, unreachable] = [named('stale'), named('found-without-user-id'), named('missing'), named('unreachable')]
  const warnings: KeyWarning[] = []
  if (stale.length > 0) {
    warnings.push({
      message: `${stale.join(', ')}: the key ${fingerprint} expires earlier there than in the secret`,
      hint: 'Send the public key again ("gpg --send-keys"), or set "publish-key: auto".',
    })
  }
  if (reports.length === 0 || named('found').length > 0 || stale.length > 0) return warnings
  if (bare.length > 0) {
    warnings.push({
      message: `${bare.join(', ')}: the key ${fingerprint} is served without a user ID, which makes it useless to gpg`,
      hint: 'Verify the mail address of the key there, or send the key to keyserver.ubuntu.com as well.',
    })
  } else if (missing.length > 0) {
    warnings.push({
      message: `the key ${fingerprint} is missing at ${missing.join(', ')}: Maven Central will not find it there either`,
      hint: `Send it with "gpg --keyserver hkps://keyserver.ubuntu.com --send-keys ${fingerprint}", or set "publish-key: auto".`,
    })
  } else {
    warnings.push({
      message: `whether Maven Central will find the key ${fingerprint} could not be checked: ${unreachable.join(', ')} cannot be reached`,
      hint: 'Nothing is to be done if the key was published before.',
    })
  }
  return warnings
}
