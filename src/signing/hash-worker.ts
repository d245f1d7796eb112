// The program of a worker thread: an entry of its own in the bundles. It has no environment and loads Node's own modules only.
import { parentPort, receiveMessageOnPort } from 'node:worker_threads'
import { copyFile } from './copy-task.ts'
import { follow } from './follow-task.ts'
import { type HashedPart, type HashTask, hashFile, newBuffer } from './hash-task.ts'
import { type PortableSigner, settle } from './signer.ts'
import {
  type CopyJob,
  describeFailure,
  type FollowJob,
  type FromWorker,
  type HashJob,
  type HashResult,
  type ToWorker,
} from './worker-messages.ts'

const batchSize = 64

if (parentPort === null) throw new Error('hash-worker is started by a worker pool')
const port = parentPort

port.once('message', async (job: HashJob | CopyJob | FollowJob) => {
  if (job.kind === 'follow') {
    follow(port)
    return
  }
  try {
    if (job.kind === 'hash') await new Hashing(job).run()
    else copyAll(job)
    post({ kind: 'done' })
  } catch (error) {
    post({ kind: 'failed', failure: describeFailure(error) })
  }
  port.close()
})

function copyAll({ tasks, counter }: CopyJob): void {
  const buffer = newBuffer()
  for (const task of taken(tasks, counter)) copyFile(task, buffer)
}

/** Hashes tasks while the main thread unlocks the key; what is hashed by then waits for it with its digests running. */
class Hashing {
  readonly #job: HashJob
  readonly #waiting: { task: HashTask; part: HashedPart }[] = []
  #results: HashResult[] = []
  #signer: PortableSigner | undefined

  constructor(job: HashJob) {
    this.#job = job
  }

  async run(): Promise<void> {
    const { tasks, counter, signs } = this.#job
    const buffer = newBuffer()
    for (const task of taken(tasks, counter)) {
      const part = hashFile(task, buffer, signs)
      if (part.running !== undefined && this.#signer === undefined) this.#receive(receiveMessageOnPort(port)?.message)
      if (part.running !== undefined && this.#signer === undefined) this.#waiting.push({ task, part })
      else this.#complete(task, part)
    }
    if (this.#waiting.length > 0) this.#receive(await new Promise<ToWorker>((resolve) => port.once('message', resolve)))
    this.#flush()
  }

  #receive(message: ToWorker | undefined): void {
    if (message?.kind !== 'signer') return
    this.#signer = message.signer
    for (const { task, part } of this.#waiting.splice(0)) this.#complete(task, part)
  }

  #complete(task: HashTask, { running, ...part }: HashedPart): void {
    const existing = this.#job.existing.get(task.index)
    const signature = running && this.#signer && settle(running, existing, this.#signer)
    this.#results.push({ index: task.index, ...part, ...(signature && { signature }) })
    if (this.#results.length >= batchSize) this.#flush()
  }

  #flush(): void {
    post({ kind: 'results', results: this.#results })
    this.#results = []
  }
}

/** The tasks that this worker gets: all workers share one counter as their queue. */
function* taken<T>(tasks: readonly T[], counter: SharedArrayBuffer): Generator<T> {
  const next = new Int32Array(counter)
  for (;;) {
    const task = tasks[Atomics.add(next, 0, 1)]
    if (task === undefined) return
    yield task
  }
}

function post(message: FromWorker): void {
  port.postMessage(message)
}
