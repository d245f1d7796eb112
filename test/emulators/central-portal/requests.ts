import type { IncomingMessage } from 'node:http'

/** A request that the emulator has seen, in order of arrival. It holds no secret. */
export interface SeenRequest {
  readonly method: string
  /** Without query: `/api/v1/publisher/status`. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Lower-case names; of `authorization` only the scheme is left. */
  readonly headers: Readonly<Record<string, string>>
  /** By the emulator's clock, milliseconds since 1970. */
  readonly at: number
  /** Set when the answer is on its way; undefined while there is none, and for ever where a fault ate it. */
  status: number | undefined
}

/** A request as the handlers get it. */
export interface Call {
  readonly seen: SeenRequest
  readonly authorization: string | undefined
  /** Undefined when the request does not tell its length. */
  readonly length: number | undefined
  readonly body: AsyncIterable<Buffer>
}

/** Notes a request without its secrets. */
export function seenRequest(request: IncomingMessage, at: number): SeenRequest {
  const url = new URL(request.url ?? '/', 'http://emulator')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  if (headers.authorization !== undefined) headers.authorization = headers.authorization.split(' ', 1).join('')
  delete headers.cookie
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    at,
    status: undefined,
  }
}
