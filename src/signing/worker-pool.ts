import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PortableSigner } from './signer.ts'
import type { CopyJob, FromWorker, HashJob, HashResult } from './worker-messages.ts'
import { reviveFailure } from './worker-messages.ts'

// Each worker costs some ten megabytes; beyond eight the disk is the limit.
const mostWorkers = 8

/** How many workers this machine is good for. */
export function workerCount(): number {
  return Math.min(availableParallelism(), mostWorkers)
}

/** Some threads that work through one job. They keep the process alive only while they do. */
export class WorkerPool {
  readonly #workers: readonly Worker[]

  constructor(count: number) {
    this.#workers = Array.from({ length: count }, newWorker)
  }

  get size(): number {
    return this.#workers.length
  }

  /** Settles when all workers are done, or with the first failure. Results come in batches, in any order. */
  async run(job: HashJob | CopyJob, take: (results: readonly HashResult[]) => void = () => {}): Promise<void> {
    await Promise.all(this.#workers.map((worker) => finished(worker, job, take)))
  }

  /** Hands the unlocked key to workers that are hashing already. */
  give(signer: PortableSigner): void {
    for (const worker of this.#workers) worker.postMessage({ kind: 'signer', signer })
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}

/** A thread of the worker's program, which waits for its job. It does not keep the process alive. */
export function newWorker(): Worker {
  // An empty environment: whatever secrets are left in ours are none of a worker's business.
  const worker = new Worker(workerProgram(), { env: {}, execArgv: [], argv: [] })
  worker.unref()
  return worker
}

function finished(worker: Worker, job: HashJob | CopyJob, take: (results: readonly HashResult[]) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'results') take(message.results)
      else if (message.kind === 'done') resolve()
      else reject(reviveFailure(message.failure))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`a worker ended early, with code ${code}`)))
    worker.ref()
    worker.postMessage(job)
  })
}

/**
 * The worker's program beside this one: a bundle of its own in `dist/`, else the module itself. The bundler would not follow a name that it
 * cannot read here, and that is wanted: it must not copy the module unbundled.
 */
function workerProgram(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const candidates = ['hash-worker/index.js', 'hash-worker.js', 'hash-worker.ts'].map((name) => join(here, name))
  const program = candidates.find((path) => existsSync(path))
  if (program === undefined) throw new Error(`there is no hash-worker in ${here}`)
  return program
}
