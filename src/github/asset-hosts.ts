import { isLoopback } from '../core/http-url.ts'

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
 * hosts, and those that the user names. An API on loopback may name any port of it, and only it. Plain http is for an API that speaks it too.
 */
export class AssetHosts {
  readonly #hosts: ReadonlySet<string>
  readonly #onLoopback: boolean
  readonly #encrypted: boolean

  constructor({ apiUrl, serverUrl, assetHosts }: AssetHostOptions) {
    const api = new URL(apiUrl)
    const server = serverUrl === undefined ? serverOf(api) : new URL(serverUrl)
    const named = assetHosts.map((host) => host.trim().toLowerCase())
    this.#hosts = new Set([api.host, server.host, `codeload.${server.host}`, ...named])
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
