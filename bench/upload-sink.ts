import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Certificate } from '../test/support/certificates.ts'
import { serve } from '../test/support/loopback-server.ts'

/** One upload that has been thrown away. */
export interface SunkUpload {
  /** Of the request's body. */
  readonly bytes: number
  /** From the head of the request to the last byte of its body. */
  readonly seconds: number
  /** When it was answered, by `performance.now()`. */
  readonly answeredAt: number
}

/** A Portal that throws every bundle away and finds it valid: it costs a client nothing but the way there. */
export interface UploadSink extends AsyncDisposable {
  readonly url: string
  /** The last upload; fails when there was none since the last call. */
  takeUpload(): SunkUpload
}

/** Starts it on loopback with TLS. `purls` is what it claims to have found. */
export async function openUploadSink(tls: Certificate, purls: readonly string[]): Promise<UploadSink> {
  let upload: SunkUpload | undefined
  const server = await serve(
    async (request, response) => {
      const path = request.url?.replace(/\?.*/, '').replace('/api/v1/publisher/', '')
      if (path === 'upload') upload = await sink(request, response)
      else if (path === 'status') json(response, { deploymentId, deploymentState: 'VALIDATED', purls, errors: {}, warnings: [] })
      else if (path === 'deployments/files') json(response, { deployments: [], page: 0, pageSize: 100, pageCount: 0, totalResultCount: 0 })
      else response.writeHead(404).end()
    },
    { tls },
  )
  return {
    url: server.url,
    takeUpload() {
      const taken = upload
      if (taken === undefined) throw new Error('nothing was uploaded')
      upload = undefined
      return taken
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

const deploymentId = '00000000-0000-4000-8000-000000000000'

async function sink(request: IncomingMessage, response: ServerResponse): Promise<SunkUpload> {
  const started = performance.now()
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  await new Promise((resolve, reject) => request.on('end', resolve).on('error', reject))
  const seconds = (performance.now() - started) / 1000
  response.writeHead(201, { 'content-type': 'text/plain' }).end(deploymentId)
  return { bytes, seconds, answeredAt: performance.now() }
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
