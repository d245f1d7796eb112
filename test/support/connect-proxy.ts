import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { listen } from './loopback-server.ts'

/** A proxy that only tunnels, on a free loopback port, until the end of its scope. */
export interface ConnectProxy extends AsyncDisposable {
  readonly port: number
  /** `host:port` of every CONNECT, with the credentials that came with it. */
  readonly tunnels: readonly { readonly target: string; readonly authorization: string | undefined }[]
}

/** Tunnels to loopback only: `hosts` says which port of it stands for a name that nobody else knows. With a `password`, others get 407. */
export async function connectProxy({
  hosts = {},
  password,
}: {
  hosts?: Readonly<Record<string, number>>
  password?: string
} = {}): Promise<ConnectProxy> {
  const tunnels: { target: string; authorization: string | undefined }[] = []
  const server = createServer((_, response) => response.writeHead(405).end())
  const open = new Set<{ destroy(): void }>()
  server.on('connect', (request, client) => {
    const authorization = request.headers['proxy-authorization']
    tunnels.push({ target: request.url ?? '', authorization })
    open.add(client)
    client.on('error', () => undefined)
    if (password !== undefined && authorization !== `Basic ${Buffer.from(`user:${password}`).toString('base64')}`) {
      return client.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
    }
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const upstream = connect(hosts[host] ?? Number(port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(client).pipe(upstream)
    })
    open.add(upstream)
    upstream.on('error', () => client.destroy())
    return undefined
  })
  const port = await listen(server)
  return {
    port,
    tunnels,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
