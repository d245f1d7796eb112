// Preloaded into an action (`node --import`) when a test gives it secrets: notes the environment that each process and each worker thread
// started by the action gets. The note is appended to the file named in this module's own address.
import processes, { ChildProcess } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import threads, { SHARE_ENV, type WorkerOptions } from 'node:worker_threads'

type Variables = Readonly<Record<string, string | undefined>>

const report = new URL(import.meta.url).searchParams.get('report')

function note(what: string, environment: readonly string[]): void {
  if (report !== null) appendFileSync(report, `${JSON.stringify({ what, environment })}\n`)
}

function pairs(variables: Variables): string[] {
  return Object.entries(variables).map(([name, value]) => `${name}=${value}`)
}

// The prototype's `spawn` is the one place through which every asynchronous way of starting a process goes.
const prototype = ChildProcess.prototype as unknown as { spawn(options: { file: string; envPairs: string[] }): unknown }
const start = prototype.spawn
prototype.spawn = function spawn(options) {
  note(options.file, options.envPairs)
  return start.call(this, options)
}

for (const name of ['spawnSync', 'execFileSync', 'execSync'] as const) {
  const original = processes[name] as (command: string, ...rest: unknown[]) => unknown
  const noting = (command: string, ...rest: unknown[]): unknown => {
    const options = rest.find((argument) => typeof argument === 'object' && argument !== null && !Array.isArray(argument))
    note(command, pairs((options as { env?: Variables } | undefined)?.env ?? process.env))
    return original(command, ...rest)
  }
  Object.assign(processes, { [name]: noting })
}

threads.Worker = class Worker extends threads.Worker {
  constructor(file: string | URL, options?: WorkerOptions) {
    const { env } = options ?? {}
    note('worker thread', pairs(env === undefined || env === SHARE_ENV ? process.env : (env as Variables)))
    super(file, options)
  }
}

syncBuiltinESMExports()
