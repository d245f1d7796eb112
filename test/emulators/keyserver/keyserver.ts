import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Certificate } from '../../support/certificates.ts'
import { type SeenRequest, serve, textOf } from '../../support/loopback-server.ts'
import { KeyStore } from './key-store.ts'

/** How a key server misbehaves. */
export interface KeyServerFaults {
  /** Answers everything so. */
  status?: number
  /** Answers lookups after so many milliseconds. */
  delayMs?: number
  /** Keeps the first edition of every key. */
  stale?: boolean
  /** Takes keys and serves them only when asked the n-th time. */
  servedAfterLookups?: number
  /** Serves this to whoever asks for a key. */
  serves?: string
  /** Shows no user ID at all. */
  withoutUserIds?: boolean
}

/** A key server on loopback that speaks HKP and keys.openpgp.org's VKS over one store, until the end of its scope. */
export interface EmulatedKeyServer extends AsyncDisposable {
  /** `http://127.0.0.1:port` (or https), without final slash. */
  readonly url: string
  readonly port: number
  readonly requests: readonly SeenRequest[]
  readonly faults: KeyServerFaults
  /** Addresses that a mail was sent to. */
  readonly mailed: readonly string[]
  /** Puts a key there as if somebody had sent it long ago; by VKS its user IDs are hidden until they are verified. */
  add(armored: string): void
  /** The owner of an address answers the mail: VKS shows the user ID from now on. */
  verify(address: string): void
}

/** Starts one, for http or, with a certificate, for https. Needs gpg. */
export async function startKeyServer(faults: KeyServerFaults = {}, options: { tls?: Certificate } = {}): Promise<EmulatedKeyServer> {
  const state = new KeyServerState(faults)
  const server = await serve((request, response) => state.answer(request, response), options)
  return {
    url: server.url,
    port: server.port,
    requests: server.requests,
    faults,
    mailed: state.mailed,
    add: (armored) => void state.add(armored),
    verify: (address) => void state.verified.add(address),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      state.store[Symbol.dispose]()
    },
  }
}

class KeyServerState {
  readonly store = new KeyStore()
  readonly verified = new Set<string>()
  readonly mailed: string[] = []
  readonly #faults: KeyServerFaults
  readonly #known = new Set<string>()
  readonly #tokens = new Map<string, readonly string[]>()
  #lookups = 0

  constructor(faults: KeyServerFaults) {
    this.#faults = faults
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<ServerResponse> {
    const url = new URL(request.url ?? '', 'http://keyserver')
    const body = await textOf(request)
    if (this.#faults.status !== undefined) return send(response, this.#faults.status, '<html><h1>Down for maintenance</h1></html>')
    const call = `${request.method} ${url.pathname}`
    const byFingerprint = /^GET \/vks\/v1\/by-fingerprint\/([0-9A-F]{40})$/.exec(call)
    if (byFingerprint !== null) return await this.#lookup(response, byFingerprint[1] ?? '', this.verified)
    if (call === 'GET /pks/lookup') return await this.#hkpLookup(url, response)
    if (call === 'POST /pks/add') return this.#hkpAdd(request, response, body)
    if (call === 'POST /vks/v1/upload') return this.#vksUpload(response, body)
    if (call === 'POST /vks/v1/request-verify') return this.#requestVerify(response, body)
    return send(response, 404, 'no such page')
  }

  add(armored: string) {
    const known = [...this.#known]
    const isOld = this.#faults.stale === true && known.some((fingerprint) => armoredHolds(armored, fingerprint))
    const key = isOld ? undefined : this.store.add(armored)
    for (const fingerprint of key?.fingerprints ?? []) this.#known.add(fingerprint)
    return key
  }

  async #hkpLookup(url: URL, response: ServerResponse): Promise<ServerResponse> {
    const fingerprint = /^0x([0-9A-F]{40})$/i.exec(url.searchParams.get('search') ?? '')?.[1]
    if (url.searchParams.get('op') !== 'get' || fingerprint === undefined) return send(response, 400, 'bad request')
    return await this.#lookup(response, fingerprint.toUpperCase(), undefined)
  }

  async #lookup(response: ServerResponse, fingerprint: string, addresses: ReadonlySet<string> | undefined): Promise<ServerResponse> {
    this.#lookups++
    await delay(this.#faults.delayMs ?? 0)
    const ready = this.#lookups > (this.#faults.servedAfterLookups ?? 0)
    const shown = this.#faults.withoutUserIds === true ? new Set<string>() : addresses
    const key = ready ? (this.#faults.serves ?? this.store.get(fingerprint, shown)) : undefined
    if (key === undefined) return send(response, 404, '<html>No results found</html>')
    return send(response, 200, key, 'application/pgp-keys')
  }

  #hkpAdd(request: IncomingMessage, response: ServerResponse, body: string): ServerResponse {
    const keytext = new URLSearchParams(body).get('keytext')
    const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded'
    if (!isForm || keytext === null) return send(response, 400, 'missing keytext')
    if (this.#take(keytext) === undefined) return send(response, 422, 'unparsable key')
    return send(response, 200, '<html>1 key(s) added successfully.</html>')
  }

  #vksUpload(response: ServerResponse, body: string): ServerResponse {
    const { keytext } = JSON.parse(body) as { keytext?: string }
    const key = this.#take(keytext ?? '')
    if (key === undefined) return json(response, 400, { error: 'Parsing of key data failed.' })
    const token = `token-${this.#tokens.size}`
    this.#tokens.set(token, key.addresses)
    const status = Object.fromEntries(key.addresses.map((address) => [address, this.verified.has(address) ? 'published' : 'unpublished']))
    return json(response, 200, { key_fpr: key.fingerprints[0], status, token })
  }

  #requestVerify(response: ServerResponse, body: string): ServerResponse {
    const { token = '', addresses = [] } = JSON.parse(body) as { token?: string; addresses?: string[] }
    const allowed = this.#tokens.get(token)
    if (allowed === undefined || addresses.some((address) => !allowed.includes(address))) return json(response, 400, { error: 'bad token' })
    this.mailed.push(...addresses)
    return json(response, 200, { token, status: Object.fromEntries(addresses.map((address) => [address, 'pending'])) })
  }

  /** What a client sends; a server with an old edition takes it and forgets it. */
  #take(armored: string) {
    const key = this.add(armored)
    if (key !== undefined || this.#faults.stale !== true) return key
    using scratch = new KeyStore()
    return scratch.add(armored)
  }
}

function armoredHolds(armored: string, fingerprint: string): boolean {
  using scratch = new KeyStore()
  return scratch.add(armored)?.fingerprints.includes(fingerprint) === true
}

function json(response: ServerResponse, status: number, value: unknown): ServerResponse {
  return send(response, status, JSON.stringify(value), 'application/json')
}

function send(response: ServerResponse, status: number, body: string, type = 'text/html'): ServerResponse {
  return response.writeHead(status, { 'content-type': type }).end(body)
}
