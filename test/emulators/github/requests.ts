import type { IncomingMessage } from 'node:http'

/** The hosts of a GitHub: api.github.com, github.com, objects.githubusercontent.com and codeload.github.com, each an origin of its own. */
export type Host = 'api' | 'server' | 'storage' | 'codeload'

/** A request that the emulator has seen, in order of arrival. It holds no secret. */
export interface SeenRequest {
  readonly host: Host
  readonly method: string
  /** As it was sent, without query: `/repos/acme/widget/releases`. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Lower-case names; of `authorization` only the scheme is left. */
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds since 1970. */
  readonly at: number
  /** Of storage and codeload: name of the asset or archive that it is about. */
  asset: string | undefined
  /** Whether a rate limit refused it. */
  limited: boolean
  /** Set when the answer is on its way; undefined while there is none, and for ever where a fault ate it. */
  status: number | undefined
  /** Bytes of the body handed to the network so far. */
  sent: number
}

/** Notes a request without its secrets: signatures of signed addresses are left out as well. */
export function seenRequest(request: IncomingMessage, host: Host): SeenRequest {
  // A proxy's clients send the whole address.
  const url = new URL(request.url ?? '/', 'http://emulator')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  if (headers.authorization !== undefined) headers.authorization = headers.authorization.split(' ', 1).join('')
  delete headers.cookie
  const query = Object.fromEntries([...url.searchParams].filter(([name]) => name !== 'sig' && name !== 'token'))
  return {
    host,
    method: request.method ?? 'GET',
    path: url.pathname,
    query,
    headers,
    at: Date.now(),
    asset: undefined,
    limited: false,
    status: undefined,
    sent: 0,
  }
}
