import { ActionError } from '../core/errors.ts'
import { isLoopback } from '../core/http-url.ts'
import { visible } from '../core/sanitize.ts'

/** What decides where assets may come from. */
export interface AssetHostOptions {
  readonly apiUrl: string
  /** The server that people see; default: derived from the API's address. */
  readonly serverUrl?: string
  /** Hosts that a user trusts besides, `host` or `host:port`. */
  readonly assetHosts: readonly string[]
}

/**
 * The hosts that asset addresses and their redirects may name: the API's, the server's, its `codeload.` for source archives, GitHub's own content
 * hosts, and those that the user names. Only an API on loopback may name loopback, and any port of it. Plain http is only for an API that speaks it.
 */
export class AssetHosts {
  readonly #hosts: ReadonlySet<string>
  readonly #onLoopback: boolean
  readonly #encrypted: boolean

  /** Throws `invalid-input` for something that is no host. */
  constructor({ apiUrl, serverUrl, assetHosts }: AssetHostOptions) {
    const api = new URL(apiUrl)
    const server = serverUrl === undefined ? serverOf(api) : new URL(serverUrl)
    this.#hosts = new Set([api.host, server.host, `codeload.${server.host}`, ...assetHosts.map(hostOf)])
    this.#onLoopback = isLoopback(api)
    this.#encrypted = api.protocol === 'https:'
  }

  /** Whether an address may be asked for an asset. */
  allows(url: URL): boolean {
    if (url.protocol !== 'https:' && (this.#encrypted || url.protocol !== 'http:')) return false
    if (isLoopback(url)) return this.#onLoopback
    return this.#hosts.has(url.host) || url.host.endsWith('.githubusercontent.com')
  }
}

/** `https://api.github.com` → `https://github.com`, `https://api.x.ghe.com` → `https://x.ghe.com`, `https://ghes.example/api/v3` → `https://ghes.example`. */
export function serverOf(api: URL): URL {
  const server = new URL(api.origin)
  const cloud = /^api\.(github\.com|[^.]+\.ghe\.com)$/.exec(server.hostname)?.[1]
  if (cloud !== undefined) server.hostname = cloud
  return server
}

function hostOf(text: string): string {
  const host = text.trim().toLowerCase()
  if (/^(\[[\da-f:]+\]|[\w.-]+)(:\d{1,5})?$/.test(host)) return host
  throw new ActionError('invalid-input', `input 'asset-hosts': '${visible(text)}' is no host`, {
    hint: 'Write its name, and a port if it is not 443: storage.example or storage.example:8443.',
  })
}
