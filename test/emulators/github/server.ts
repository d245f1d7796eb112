import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { AdvancingClock } from '../advancing-clock.ts'
import { type TokenGrant, Tokens } from './access.ts'
import type { Addresses } from './addresses.ts'
import type { Answer } from './answers.ts'
import { Api } from './api.ts'
import { Codeload } from './codeload.ts'
import { type ArmedFault, type Fault, FaultTable } from './faults.ts'
import { Gateway } from './gateway.ts'
import { RateLimits } from './limits.ts'
import type { Account, EmulatedRepository, RepositoryPlan } from './repository.ts'
import { RepositoryApi } from './repository-api.ts'
import { type Host, type SeenRequest, seenRequest } from './requests.ts'
import { SignedAddresses } from './signed-addresses.ts'
import { Storage } from './storage.ts'
import { Web } from './web.ts'
import { answerOf, ConnectionTaken, faultOf, send, strikeBefore } from './wire.ts'
import { World } from './world.ts'

/** How a GitHub is set up; everything has a plausible default. */
export interface GitHubOptions {
  /** A token that may read and write everything here. Default: a made-up one. */
  readonly token?: string
  /** Port of the API. Default: a free one. The other hosts always have free ones. */
  readonly port?: number
  /** What clients are told as the address of the API, when something stands in front of it. Without final slash. */
  readonly publicUrl?: string
  /** An Enterprise Server: the API is `/api/v3` of the server itself. */
  readonly enterprise?: boolean
  /** Requests of one minute by one token, after which the secondary limit strikes. Default: 900, as GitHub's; 0: no limit. */
  readonly perMinute?: number
  /** Requests of an hour by one token. Default: 5,000 for a user's, 1,000 for a job's; 0: no limit. */
  readonly perHour?: number
  /** Requests of an hour by all that come without a token. Default: 60; 0: no limit. */
  readonly anonymousPerHour?: number
  /** How long an hour and a minute of the limits are, in seconds. Default: 3,600 and 60. */
  readonly hourSeconds?: number
  readonly minuteSeconds?: number
  /** Results that a listing gives at most; a page beyond answers 422. Default: 10,000, without a token 1,000. */
  readonly listingLimit?: number
  /** `stream`: the API sends an asset itself instead of redirecting to storage. Default: `redirect`. */
  readonly assetAnswer?: 'redirect' | 'stream'
  /** Whether Link names repositories by number, as GitHub does, or by name. Default: by number. */
  readonly links?: 'by number' | 'by name'
  /** How long a signed address is good, in seconds. Default: 300. */
  readonly signedSeconds?: number
  readonly faults?: readonly Fault[]
}

/** GitHub's own bound on requests at once. */
const concurrentRequests = 100

/** A GitHub on loopback, for any client: an API, a server, storage and codeload, each an origin of its own. */
export class GitHubEmulator implements AsyncDisposable {
  /** A token that may read and write everything here. */
  readonly token: string
  readonly faults = new FaultTable()
  /** All requests to all hosts since the start. */
  readonly traffic: SeenRequest[] = []
  /** What broke inside the emulator; a test should find it empty. */
  readonly breakdowns: string[] = []
  /** Called when a request has arrived, before it is answered; `count` starts at 1. */
  onRequest: ((request: SeenRequest, count: number) => void | Promise<void>) | undefined
  readonly #options: GitHubOptions
  readonly #clock = new AdvancingClock()
  readonly #tokens = new Tokens()
  readonly #world = new World()
  readonly #addresses: Addresses
  readonly #boundUrl: string
  readonly #servers: readonly Server[]
  readonly #gateway: Gateway
  readonly #storage: Storage
  readonly #codeload: Codeload
  readonly #web: Web
  #inFlight = 0

  private constructor(options: GitHubOptions, { boundUrl, addresses, servers }: Listening) {
    this.#boundUrl = boundUrl
    this.#options = options
    this.#addresses = addresses
    this.#servers = servers
    this.token = this.#tokens.add({
      token: options.token ?? 'ghp_emulated0123456789',
      reads: 'everything',
      writes: 'everything',
      login: 'octocat',
    })
    this.#world.addAccount('octocat', 'User')
    const { perHour, anonymousPerHour = 60, perMinute = 900, hourSeconds = 3600, minuteSeconds = 60 } = options
    const clock = this.#clock
    const limits = new RateLimits({ perHour, anonymousPerHour, perMinute, hourSeconds, minuteSeconds, clock })
    const signed = new SignedAddresses(options.signedSeconds ?? 300, clock)
    this.#storage = new Storage(this.#world, addresses, signed)
    this.#codeload = new Codeload(this.#world, addresses, signed)
    const hosts = { storage: this.#storage, codeload: this.#codeload }
    this.#web = new Web(this.#world, addresses, hosts)
    const repositories = new RepositoryApi({ addresses, ...hosts, streamsAssets: options.assetAnswer === 'stream' })
    const api = new Api({ world: this.#world, addresses, limits, repositories, linksByNumber: options.links !== 'by name' })
    this.#gateway = new Gateway({ api, tokens: this.#tokens, limits, listingLimit: options.listingLimit })
    this.faults.add(...(options.faults ?? []))
  }

  static async start(options: GitHubOptions = {}): Promise<GitHubEmulator> {
    const listening = async (host: Host, port = 0) => {
      const server = createServer((request, response) => github.#receive(host, request, response))
      server.requestTimeout = 0
      server.keepAliveTimeout = 75_000
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      return { server, url: `http://127.0.0.1:${portOf(server)}` }
    }
    const web = await listening('server', options.enterprise ? options.port : 0)
    const api = options.enterprise ? { url: `${web.url}/api/v3` } : await listening('api', options.port)
    const [storage, codeload] = await Promise.all([listening('storage'), listening('codeload')])
    const addresses = { api: options.publicUrl ?? api.url, server: web.url, storage: storage.url, codeload: codeload.url }
    const servers = [web.server, storage.server, codeload.server, ...('server' in api ? [api.server] : [])]
    const github: GitHubEmulator = new GitHubEmulator(options, { boundUrl: api.url, addresses, servers })
    return github
  }

  /** Of the API, without final slash. */
  get url(): string {
    return this.#addresses.api
  }

  /** Where the API listens, whatever clients are told. */
  get boundUrl(): string {
    return this.#boundUrl
  }

  /** What github.com is, without final slash. */
  get serverUrl(): string {
    return this.#addresses.server
  }

  get storageUrl(): string {
    return this.#addresses.storage
  }

  get codeloadUrl(): string {
    return this.#addresses.codeload
  }

  /** All requests to the API. */
  get requests(): readonly SeenRequest[] {
    return this.traffic.filter(({ host }) => host === 'api')
  }

  /** All requests to storage and codeload, and for assets that the API sends itself: what was downloaded. */
  get assetRequests(): readonly SeenRequest[] {
    return this.traffic.filter(({ host, asset }) => host === 'storage' || host === 'codeload' || asset !== undefined)
  }

  get repositories(): readonly EmulatedRepository[] {
    return this.#world.repositories
  }

  /** Pushes the clock of limits and signed addresses ahead. */
  advance(milliseconds: number): void {
    this.#clock.advance(milliseconds)
  }

  /** Makes a token that may read what is public, and what it is granted; gives its text. */
  addToken(grant: TokenGrant = {}): string {
    return this.#tokens.add(grant)
  }

  /** Makes a token bad from now on. */
  revokeToken(token: string): void {
    this.#tokens.revoke(token)
  }

  /** Makes an account; those of repositories are made with them. */
  addAccount(login: string, type: Account['type']): Account {
    return this.#world.addAccount(login, type)
  }

  addRepository(plan: RepositoryPlan): EmulatedRepository {
    return this.#world.add(plan)
  }

  /** The repository of that `owner/name`; throws when there is none. */
  repository(fullName: string): EmulatedRepository {
    const found = this.#world.find(fullName)
    if (found === undefined) throw new Error(`there is no repository '${fullName}'`)
    return found
  }

  removeRepository(fullName: string): void {
    this.#world.remove(fullName)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = this.#servers.map((server) => once(server, 'close'))
    for (const server of this.#servers) {
      server.close()
      server.closeAllConnections()
    }
    await Promise.all(closed)
  }

  #receive(host: Host, request: IncomingMessage, response: ServerResponse): void {
    this.#handle(host, request, response).catch((error: unknown) => {
      // A client that went away, or a connection that a fault has taken, is no breakdown of ours.
      if (error instanceof ConnectionTaken || request.socket.destroyed) return
      this.breakdowns.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
      response.destroy()
    })
  }

  async #handle(listener: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://emulator')
    const host = listener === 'server' && this.#options.enterprise && url.pathname.startsWith('/api/v3/') ? 'api' : listener
    const seen = seenRequest(request, host)
    if (host === 'storage') seen.asset = this.#storage.assetAt(url.pathname)?.name
    this.traffic.push(seen)
    if (host === 'api') this.#inFlight++
    try {
      // Whatever else is sent is read away, so that the connection can be used again.
      const body = request.method === 'POST' && host === 'api' ? await text(request) : ''
      request.resume()
      await this.onRequest?.(seen, this.traffic.length)
      const faults = this.faults.strike(seen)
      await strikeBefore(request, faults)
      const answer = this.#answer({ url, seen, authorization: request.headers.authorization, body, faults })
      seen.status = answer.status
      await send(response, answer, { faults, seen })
    } finally {
      if (host === 'api') this.#inFlight--
    }
  }

  #answer({ url, seen, authorization, body, faults }: Turn): Answer {
    const asked = faultOf(faults, 'ignore-range') === undefined ? seen : withoutRange(seen)
    if (seen.host === 'api') {
      const path = this.#options.enterprise ? url.pathname.slice('/api/v3'.length) : url.pathname
      return this.#gateway.answer({ path, seen, asked, authorization, body, faults, crowded: this.#inFlight > concurrentRequests })
    }
    const given = faultOf(faults, 'answer')
    if (given !== undefined) return answerOf(given)
    if (seen.host === 'storage') return this.#storage.answer(url, asked)
    return seen.host === 'codeload' ? this.#codeload.answer(url, seen) : this.#web.answer(url, seen)
  }
}

interface Listening {
  readonly boundUrl: string
  readonly addresses: Addresses
  readonly servers: readonly Server[]
}

interface Turn {
  readonly url: URL
  readonly seen: SeenRequest
  readonly authorization: string | undefined
  readonly body: string
  readonly faults: readonly ArmedFault[]
}

function withoutRange(seen: SeenRequest): SeenRequest {
  const { range: _, ...headers } = seen.headers
  return { ...seen, headers }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the emulator has no port')
  return address.port
}
