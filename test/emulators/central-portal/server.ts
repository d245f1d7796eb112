import { once } from 'node:events'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AdvancingClock } from '../advancing-clock.ts'
import { type Answer, problem } from './answers.ts'
import { CentralSide } from './central-side.ts'
import type { Deployment } from './deployment.ts'
import { Deployments } from './deployments.ts'
import { type Fault, FaultTable, isCourse } from './faults.ts'
import type { Verdict } from './judge.ts'
import { apiRoot, PublisherApi } from './publisher-api.ts'
import { type Call, type SeenRequest, seenRequest } from './requests.ts'
import { ConnectionTaken, requestBody, send, strikeAfter, strikeBefore } from './wire.ts'

/** How a Portal is set up; everything but the token and the keyring has a plausible default. */
export interface PortalOptions {
  /** `user:password` of the only user token. */
  readonly token: string
  /** File of gpg's public keys, armored or not; read anew for each bundle. */
  readonly keyring: string
  /** Default: a free one. */
  readonly port?: number
  readonly faults?: readonly Fault[]
  /** Namespaces that the token may publish to. Default: all. */
  readonly namespaces?: readonly string[]
  /** Milliseconds from upload to verdict, from publish to PUBLISHED, from there to Central; default 0: a state lasts until a poll has shown it. */
  readonly validationMs?: number
  readonly publishingMs?: number
  readonly propagationMs?: number
  /** How long Central's side remembers a 404, milliseconds. Default: not at all. */
  readonly negativeCacheMs?: number
  /** Every poll shows where the deployment comes to rest. */
  readonly immediate?: boolean
  readonly judging?: 'full' | 'listing'
  /** Largest request body in bytes; above it nginx answers 413. Default: 1 GiB. */
  readonly maxBytes?: number
  /** Whether the scheme `UserToken` passes. Default: true. */
  readonly userToken?: boolean
  /** Key and certificate (PEM) for https. */
  readonly tls?: { readonly key: string; readonly cert: string }
}

/** A Central Portal and Central itself on one loopback port. Gone, with all its files, when disposed of. */
export interface PortalEmulator extends AsyncDisposable {
  readonly portalUrl: string
  /** The Maven repository of what is published. */
  readonly centralUrl: string
  /** All requests since the start. */
  readonly requests: readonly SeenRequest[]
  /** All deployments but the dropped ones, oldest first. */
  readonly deployments: readonly Deployment[]
  /** The deployments that are PUBLISHED. */
  readonly published: readonly Deployment[]
  /** What broke inside the emulator; a test should find it empty. */
  readonly breakdowns: readonly string[]
  /** Called when a request has arrived, before anything of its body is read; `count` starts at 1. */
  onRequest: ((request: SeenRequest, count: number) => void | Promise<void>) | undefined
  /** Called when the work of a request is done and nothing is answered yet. */
  onWorkDone: ((request: SeenRequest) => void | Promise<void>) | undefined
  inject(...faults: readonly Fault[]): void
  clearFaults(): void
  /** Pushes the Portal's clock ahead. */
  advance(milliseconds: number): Promise<void>
  /** Carries every deployment to where it comes to rest, as if it had been polled for long. */
  settle(): Promise<void>
  /** Publishes files by path, as if long ago. */
  seed(files: Readonly<Record<string, string | Uint8Array>>): void
  /** Judges in full what has been uploaded, whatever `judging` says. */
  judge(deployment: Deployment): Promise<Verdict>
}

const gibibyte = 1024 ** 3
const centralRoot = '/maven2/'

/** Starts a Portal that knows nothing of any particular client. */
export async function startPortal(options: PortalOptions): Promise<PortalEmulator> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'portal-')))
  const clock = new AdvancingClock()
  const faults = new FaultTable(clock)
  for (const fault of options.faults ?? []) faults.add(fault)
  const { propagationMs = 0, negativeCacheMs = 0, validationMs = 0, publishingMs = 0, immediate = false, judging = 'full' } = options
  const central = new CentralSide({ root: join(root, 'maven2'), clock, propagationMs, negativeCacheMs })
  const deployments = new Deployments({
    root,
    keyring: options.keyring,
    namespaces: options.namespaces ?? null,
    judging,
    clock,
    pace: { validationMs, publishingMs, immediate },
    central,
  })
  const tokens = { token: options.token, userToken: options.userToken ?? true }
  const api = new PublisherApi({ deployments, central, tokens, maxBytes: options.maxBytes ?? gibibyte })
  const requests: SeenRequest[] = []
  const breakdowns: string[] = []

  const work = async (call: Call, struck: readonly Fault[]): Promise<Answer> => {
    await deployments.settle('by time')
    const { path } = call.seen
    if (path.startsWith(`${apiRoot}/`)) return api.answer(call, struck.filter(isCourse))
    if (path.startsWith(centralRoot)) return central.answer(call.seen, decodeURIComponent(path.slice(centralRoot.length)))
    return problem(404, 'Not Found')
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const seen = seenRequest(request, clock.now())
    requests.push(seen)
    await emulator.onRequest?.(seen, requests.length)
    const struck = faults.strike(seen)
    let answer = await strikeBefore(request, struck)
    if (answer === undefined) {
      const length = request.headers['content-length']
      const call: Call = {
        seen,
        authorization: request.headers.authorization,
        length: length === undefined ? undefined : Number(length),
        body: requestBody(request, struck),
      }
      answer = await work(call, struck)
      await emulator.onWorkDone?.(seen)
      answer = await strikeAfter(request, answer, struck)
    }
    seen.status = answer.status
    // What was not read is read away, as nginx does, so that a client that is still sending sees the answer.
    request.resume()
    await send(response, answer, struck)
  }

  const server = options.tls === undefined ? createServer() : createTlsServer(options.tls)
  server.requestTimeout = 0
  server.keepAliveTimeout = 75_000
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch((error: unknown) => {
      // A client that went away, or a connection that a fault has taken, is no breakdown of ours.
      if (error instanceof ConnectionTaken || request.socket.destroyed) return
      breakdowns.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
      request.resume()
      if (!response.headersSent) send(response, problem(500, 'Internal server error'), []).catch(() => response.destroy())
    })
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')

  const portalUrl = `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${portOf(server)}`
  const emulator: PortalEmulator = {
    portalUrl,
    centralUrl: `${portalUrl}/maven2`,
    requests,
    breakdowns,
    get deployments() {
      return deployments.all
    },
    get published() {
      return deployments.all.filter(({ state }) => state === 'PUBLISHED')
    },
    onRequest: undefined,
    onWorkDone: undefined,
    inject(...more) {
      for (const fault of more) faults.add(fault)
    },
    clearFaults: () => faults.clear(),
    async advance(milliseconds) {
      clock.advance(milliseconds)
      await deployments.settle('by time')
      central.propagate()
    },
    settle: () => deployments.settle('rest'),
    seed: (files) => central.seed(files),
    judge: (deployment) => deployments.judge(deployment.bundle, join(root, `judged-${deployment.id}`), 'full'),
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await Promise.allSettled(deployments.all.map(({ verdict }) => verdict))
      rmSync(root, { recursive: true, force: true })
    },
  }
  return emulator
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the emulator has no port')
  return address.port
}
