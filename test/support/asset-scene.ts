import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ActionError } from '../../src/core/errors.ts'
import { type ArrivingFile, type AssetDownloadOptions, AssetDownloads, type DownloadableAsset } from '../../src/github/asset-download.ts'
import { AssetHosts } from '../../src/github/asset-hosts.ts'
import { openRepository } from '../../src/repositories/kinds.ts'
import { apiAt } from './github-answers.ts'
import { type Handler, type LoopbackServer, serve } from './loopback-server.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { TestClock, TestLog } from './test-clock.ts'

/** What the API is given, and nobody else may see. */
export const token = 'ghs_s3cret'
/** All digests of some bytes, by another way. */
export const digestsOf = (bytes: Buffer) =>
  Object.fromEntries(['md5', 'sha1', 'sha256', 'sha512'].map((name) => [name, createHash(name).update(bytes).digest('hex')]))
const sha256 = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** Serves a file by ranges. Each request takes the next of the faults; then all is well. */
export function storage(bytes: Buffer, faults: Fault[] = []): Handler {
  return async (request, response) => {
    const etag = '"one"'
    const fault = faults.shift()
    if (fault?.(request, response) === 'answered') return
    const since = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]
    const matches = (request.headers['if-range'] ?? etag) === etag
    const start = since === undefined || !matches ? 0 : Number(since)
    if (start >= bytes.length && bytes.length > 0 && start > 0) {
      return response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end()
    }
    const body = bytes.subarray(start)
    response.writeHead(start > 0 ? 206 : 200, {
      'content-length': body.length,
      etag,
      ...(start > 0 && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
    })
    return response.end(body)
  }
}

/** Something that befalls a request; `answered` when nothing else is to answer it. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => 'answered' | undefined

/** An answer as a fault. */
export const answered =
  (act: (request: IncomingMessage, response: ServerResponse) => unknown): Fault =>
  (request, response) => {
    act(request, response)
    return 'answered'
  }
/** Cuts the connection. */
export const reset = answered((request) => request.socket.destroy())
/** Answers by a status. */
export const status = (code: number, headers: Record<string, string> = {}) =>
  answered((_, response) => response.writeHead(code, headers).end('{}'))
/** Promises `length` bytes, sends these, and cuts the connection or holds it. */
export const partly = (
  bytes: Buffer,
  { length, headers = {}, holds = false }: { length: number; headers?: Record<string, string>; holds?: boolean },
) =>
  answered((request, response) => {
    response.writeHead(headers['content-range'] === undefined ? 200 : 206, { 'content-length': length, etag: '"one"', ...headers })
    response.write(bytes, () => holds || setTimeout(() => request.socket.destroy(), 10))
  })

/** Sends what was asked for, up to there. */
export const breakAt = (bytes: Buffer, end: number): Fault =>
  answered((request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const headers = {
      'content-length': bytes.length - start,
      etag: '"one"',
      'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}`,
    }
    response.writeHead(start > 0 ? 206 : 200, headers)
    response.write(bytes.subarray(start, Math.max(start, end)), () => setTimeout(() => request.socket.destroy(), 5))
  })

/** A server that behaves so, a repository, and what downloads from one into the other; until the end of its scope. */
export async function scene(handler: Handler, options: Partial<AssetDownloadOptions> = {}) {
  const server = await serve(handler)
  const folder = temporaryFolder()
  const repository = openRepository('repo', { workspace: folder.path, patience: 5000, onWait() {} })
  const client = apiAt(server.url, { token })
  const clock = new TestClock()
  const log = new TestLog()
  const hosts = new AssetHosts({ apiUrl: server.url, assetHosts: [] })
  const downloads = new AssetDownloads({ environment: {}, clock, log, api: client.api, hosts, maxBytes: 1 << 30, ...options })
  return {
    server,
    clock,
    log,
    calls: () => client.api.calls,
    /** Pauses for limits, in milliseconds. */
    waits: () => client.clock.sleeps,
    /** The same, as a hidden one. */
    hidden: (bytes: Buffer): DownloadableAsset => ({
      name: 'widget.tgz',
      size: bytes.length,
      digest: sha256(bytes),
      apiUrl: `${server.url}/repos/acme/widget/releases/assets/1`,
    }),
    asset: (bytes: Buffer, more: Partial<DownloadableAsset> = {}): DownloadableAsset => ({
      name: 'widget.tgz',
      size: bytes.length,
      digest: sha256(bytes),
      publicUrl: `${server.url}/widget.tgz`,
      apiUrl: `${server.url}/repos/acme/widget/releases/assets/1`,
      ...more,
    }),
    /** Receives into the same arrival each time, which starts with these bytes the first time. */
    async receive(asset: DownloadableAsset, before: Buffer = Buffer.alloc(0)) {
      await using arrival = await repository.arrival('github.com/acme/widget/1')
      if (before.length > 0) await arrival.append(before)
      let longest = arrival.size
      const watched: ArrivingFile = {
        localPath: arrival.localPath,
        get size() {
          return arrival.size
        },
        async append(chunk) {
          await arrival.append(chunk)
          longest = Math.max(longest, arrival.size)
        },
        restart: () => arrival.restart(),
      }
      const outcome = await downloads.receive(asset, watched).catch((error: ActionError) => error)
      return { outcome, longest, bytes: arrival.size > 1 << 26 ? Buffer.alloc(0) : readFileSync(arrival.localPath) }
    },
    async [Symbol.asyncDispose]() {
      await downloads[Symbol.asyncDispose]()
      await client[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

/** What was asked for by each request. */
export const ranges = (server: LoopbackServer) => server.requests.map(({ headers }) => headers.range)
