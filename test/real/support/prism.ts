import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse, request as send } from 'node:http'
import { createRequire } from 'node:module'
import { setTimeout as delay } from 'node:timers/promises'
import { listen } from '../../support/loopback-server.ts'
import { freePort } from './free-port.ts'

const require = createRequire(import.meta.url)

/** One request and its answer, as Prism judges them by GitHub's own OpenAPI description. */
export interface Judgement {
  /** `GET /repos/acme/widget`. */
  readonly request: string
  readonly status: number
  /** `request.query.per_page: must be integer`; none when both are as described. */
  readonly violations: readonly string[]
}

/**
 * Prism between clients and an API. Prism follows redirects itself and hands out what it finds there; so addresses of redirects go past it under another
 * name, and Prism judges the redirect.
 */
export class PrismJudge implements AsyncDisposable {
  /** Where clients find the API, or an http proxy that leads to it; without final slash. */
  readonly url: string
  /** All requests, in the order of their answers. */
  readonly judgements: Judgement[] = []
  readonly #front: Server
  readonly #back: Server
  readonly #prism: ChildProcess
  readonly #target: { url: string }

  private constructor(parts: { url: string; front: Server; back: Server; prism: ChildProcess; target: { url: string } }) {
    this.url = parts.url
    this.#front = parts.front
    this.#back = parts.back
    this.#prism = parts.prism
    this.#target = parts.target
  }

  /** Starts one, which takes 20 s and 500 MB. */
  static async start(): Promise<PrismJudge> {
    const target = { url: '' }
    const port = await freePort()
    const prismUrl = `http://127.0.0.1:${port}`
    const back = createServer((request, response) => relay(request, response, { to: target.url, rename: ['location', 'x-redirects-to'] }))
    const front = createServer((request, response) => {
      const done = (status: number, violations: readonly string[]) => {
        judge.judgements.push({ request: `${request.method} ${pathOf(request)}`, status, violations })
      }
      relay(request, response, { to: prismUrl, rename: ['x-redirects-to', 'location'], done })
    })
    const upstream = `http://127.0.0.1:${await listen(back)}`
    const url = `http://127.0.0.1:${await listen(front)}`
    const prism = await startPrism(upstream, port)
    const judge = new PrismJudge({ url, front, back, prism, target })
    return judge
  }

  /** From now on requests go to this API. */
  forwardTo(url: string): void {
    this.#target.url = url
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of [this.#front, this.#back]) {
      server.close()
      server.closeAllConnections()
    }
    if (this.#prism.exitCode !== null) return
    const closed = once(this.#prism, 'close')
    this.#prism.kill('SIGKILL')
    await closed
  }
}

async function startPrism(upstream: string, port: number): Promise<ChildProcess> {
  const program = require.resolve('@stoplight/prism-cli')
  const description = require.resolve('@octokit/openapi/generated/api.github.com.json')
  const prism = spawn(process.execPath, [program, 'proxy', description, upstream, '--host', '127.0.0.1', '--port', String(port)], {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [prism.stdout, prism.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-2000)
    })
  }
  for (const deadline = Date.now() + 120_000; !output.includes('Prism is listening'); await delay(100)) {
    if (prism.exitCode === null && Date.now() < deadline) continue
    prism.kill('SIGKILL')
    throw new Error(`Prism did not start: ${output}`)
  }
  return prism
}

interface Relay {
  readonly to: string
  /** A header of the answer, and what it is called from here on. */
  readonly rename: readonly [string, string]
  readonly done?: (status: number, violations: readonly string[]) => void
}

function relay(request: IncomingMessage, response: ServerResponse, { to, rename: [from, into], done }: Relay): void {
  const { host: _, ...headers } = request.headers
  const forwarded = send(`${to}${pathOf(request)}`, { method: request.method ?? 'GET', headers, agent: false })
  forwarded.on('error', () => response.destroy())
  forwarded.on('response', (answer) => {
    const { [from]: renamed, 'sl-violations': violations, ...others } = answer.headers
    const status = answer.statusCode ?? 0
    done?.(status, violationsIn(violations, answer.headers['content-type']))
    response.writeHead(status, { ...others, ...(renamed !== undefined && { [into]: renamed }) })
    answer.pipe(response)
  })
  request.pipe(forwarded)
}

/** Path and query, also when the whole address was sent, as to a proxy. */
function pathOf(request: IncomingMessage): string {
  const url = new URL(request.url ?? '/', 'http://front')
  return url.pathname + url.search
}

function violationsIn(header: string | string[] | undefined, contentType: string | undefined): readonly string[] {
  // What Prism says by itself, since it could not forward or read something.
  if (contentType?.startsWith('application/problem+json') === true) return ['prism: could not judge']
  if (header === undefined) return []
  const text = String(header)
  // Of too many violations, Prism says only that.
  if (!text.startsWith('[')) return [`prism: ${text}`]
  const violations: { location: string[]; message: string }[] = JSON.parse(text)
  return violations.map(({ location, message }) => `${location.join('.')}: ${message}`)
}
