import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseCommandFile } from '../test/harness/command-files.ts'
import type { BundledAction } from './bundled-action.ts'
import type { Program } from './programs.ts'

/** How many repositories `acme/r0001`, … it has, and how large their assets are. The same stock has the same ids in every process. */
export interface Stock {
  readonly repositories: number
  readonly releases: number
  readonly assets: number
  readonly assetBytes: number
}

/** An emulated GitHub in a process of its own, so that what it costs is not ours. It enforces no limit until it is told to. */
export class GitHubProcess implements AsyncDisposable {
  readonly #stock: Stock
  #child: ChildProcess
  readonly serverUrl: string
  readonly apiUrl: string
  readonly token: string

  private constructor(
    stock: Stock,
    child: ChildProcess,
    { serverUrl, apiUrl, token }: Pick<GitHubProcess, 'serverUrl' | 'apiUrl' | 'token'>,
  ) {
    this.#stock = stock
    this.#child = child
    this.serverUrl = serverUrl
    this.apiUrl = apiUrl
    this.token = token
  }

  static async start(stock: Stock): Promise<GitHubProcess> {
    const { child, said } = await startProcess({ ...named(stock), port: 0, 'per-minute': 0 })
    return new GitHubProcess(stock, child, JSON.parse(said))
  }

  /** Lets so many requests of a minute through; 0: all. The same GitHub at the same address, with nothing counted yet. */
  async limit(perMinute: number): Promise<void> {
    await this[Symbol.asyncDispose]()
    const { child } = await startProcess({ ...named(this.#stock), port: Number(new URL(this.apiUrl).port), 'per-minute': perMinute })
    this.#child = child
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    const [code] = await ended
    if (code !== 0) throw new Error(`the emulated GitHub ended with ${code}: something broke in it`)
  }
}

/** Starts it as an Enterprise Server, whose API is at the address of the server: that is the same in the next process. */
async function startProcess(options: Readonly<Record<string, number>>): Promise<{ child: ChildProcess; said: string }> {
  const all = { 'per-hour': 0, 'anonymous-per-hour': 0, ...options }
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(process.execPath, ['scripts/emulate-github.ts', '--enterprise', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await Promise.race([once(createInterface(child.stdout), 'line'), failed(child)])
  return { child, said }
}

function named({ repositories, releases, assets, assetBytes }: Stock): Readonly<Record<string, number>> {
  return { repositories, releases, assets, 'asset-bytes': assetBytes }
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit')
  throw new Error(`the emulated GitHub did not start: it ended with ${code}`)
}

/** One run of the bundled action. */
export interface ImportRequest {
  /** Holds the target, `repo`. */
  readonly workspace: string
  /** A folder for what the runner keeps. */
  readonly scratch: string
  readonly github: GitHubProcess
  readonly inputs?: Readonly<Record<string, string>>
}

/** An import of everything that `acme` has. */
export function importing(action: BundledAction, { workspace, scratch, github, inputs = {} }: ImportRequest): Program {
  return action.program({
    workspace,
    scratch,
    inputs: { repository: 'repo', repositories: 'acme/*', token: github.token, 'github-api-url': '', ...inputs },
    env: { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl, GITHUB_REPOSITORY: 'acme/r0001' },
  })
}

/** What a run left in its outputs. */
export function outputsOf(scratch: string): Readonly<Record<string, string>> {
  return parseCommandFile(readFileSync(join(scratch, 'GITHUB_OUTPUT'), 'utf8'))
}
