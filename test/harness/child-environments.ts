// Preloaded into an action (`node --import`) when a test gives it secrets: notes the environment that each process and each worker thread
// started by the action gets. The note is appended to the file named in this module's own address.
import { ChildProcess } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const report = new URL(import.meta.url).searchParams.get('report')

function note(what: string, environment: readonly string[]): void {
  if (report !== null) appendFileSync(report, `${JSON.stringify({ what, environment })}\n`)
}

if (isMainThread) {
  // `spawn` of the prototype is the one place through which every asynchronous way of starting a process goes.
  const prototype = ChildProcess.prototype as unknown as { spawn(options: { file: string; envPairs: string[] }): unknown }
  const original = prototype.spawn
  prototype.spawn = function spawn(options) {
    note(options.file, options.envPairs)
    return original.call(this, options)
  }
} else {
  note('worker thread', Object.entries(process.env).map(([name, value]) => `${name}=${value}`)) // biome-ignore format: one thought
}
