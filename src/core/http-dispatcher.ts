import { type Dispatcher, EnvHttpProxyAgent } from 'undici'
import { ActionError } from './errors.ts'
import type { Environment } from './inputs.ts'
import { publicLookup } from './private-addresses.ts'

/** Where connections come from. */
export interface Dispatchers extends AsyncDisposable {
  readonly ordinary: Dispatcher
  /** Refuses names that lead into a private network; for addresses that a server has named. */
  readonly publicOnly: Dispatcher
}

/**
 * Connections through the proxies that the environment names (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in lower case too, which wins), always by
 * CONNECT. Private certificates come from `NODE_EXTRA_CA_CERTS`, which Node reads itself. Timeouts are in milliseconds.
 */
export function openDispatchers(environment: Environment, { connectMs }: { connectMs: number }): Dispatchers {
  const proxies = {
    httpProxy: proxyOf(environment, 'http_proxy'),
    httpsProxy: proxyOf(environment, 'https_proxy'),
    noProxy: environment.no_proxy ?? environment.NO_PROXY ?? '',
  }
  // Bodies are watched by their speed, not by the time between two bytes: see stall-watch.ts.
  const settings = { bodyTimeout: 0, connect: { timeout: connectMs } }
  const ordinary = new EnvHttpProxyAgent({ ...proxies, ...settings })
  const publicOnly = new EnvHttpProxyAgent({ ...proxies, ...settings, connect: { ...settings.connect, lookup: publicLookup } })
  return {
    ordinary,
    publicOnly,
    async [Symbol.asyncDispose]() {
      await Promise.all([ordinary.destroy(), publicOnly.destroy()])
    },
  }
}

/** A proxy's address, or an empty text: undici would otherwise look into the process's own environment. */
function proxyOf(environment: Environment, name: string): string {
  const given = (environment[name] ?? environment[name.toUpperCase()] ?? '').trim()
  if (given === '') return ''
  const text = given.includes('://') ? given : `http://${given}`
  const proxy = URL.canParse(text) ? new URL(text) : undefined
  if (proxy !== undefined && ['http:', 'https:'].includes(proxy.protocol)) return proxy.href
  // The value is not shown: it may hold a password.
  throw new ActionError('invalid-input', `the environment variable ${name.toUpperCase()} is no address of an http or https proxy`, {
    hint: 'Write it as http://host:port.',
  })
}
