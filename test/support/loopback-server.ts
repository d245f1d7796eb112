import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Server } from 'node:net'
import type { Certificate } from './certificates.ts'

/** One request that a server has seen. */
export interface SeenRequest {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
}

/** A server on a free loopback port, until the end of its scope: `await using server = await serve(…)`. */
export interface LoopbackServer extends AsyncDisposable {
  /** Without final slash. */
  readonly url: string
  readonly port: number
  readonly requests: readonly SeenRequest[]
}

/** Answers one request; a failure cuts the connection. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** Serves http, or https with a certificate. Connections are cut at the end, so that no test waits for an idle one. */
export async function serve(handler: Handler, { tls }: { tls?: Certificate } = {}): Promise<LoopbackServer> {
  const requests: SeenRequest[] = []
  const listener: RequestListener = async (request, response) => {
    requests.push({ method: request.method ?? '', target: request.url ?? '', headers: request.headers })
    try {
      await handler(request, response)
    } catch {
      request.socket.destroy()
    }
  }
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener)
  const port = await listen(server)
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Starts listening on a free loopback port, and gives that. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port on loopback')
  return address.port
}

/** Everything that a request or an answer carries, as text. */
export async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
