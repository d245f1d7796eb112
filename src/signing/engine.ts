import { closeSync } from 'node:fs'
import type { DigestAlgorithm, Digests } from '../model/digests.ts'
import { type CopyTask, copyFile } from './copy-task.ts'
import { hashFile, newBuffer } from './hash-task.ts'
import { estimate, type FileToHash, planTasks } from './plan.ts'
import { finish, type SignatureOutcome, type Signer, settle } from './signer.ts'
import { openSteady } from './steady-file.ts'
import type { HashResult } from './worker-messages.ts'
import { WorkerPool, workerCount } from './worker-pool.ts'

export type { CopyTask } from './copy-task.ts'
export type { FileToHash } from './plan.ts'
export type { WorkerPool } from './worker-pool.ts'

/** A file's digests and, when there is a signer, its signature. */
export interface HashedFile extends Digests {
  /** Bytes. */
  readonly size: number
  /** Unsigned; present when it was asked for. */
  readonly crc32?: number
  /** A new armored signature, verified; absent when `keptSignature` is true or nobody signs. */
  readonly signature?: string
  /** The signature that was there is by this key over these bytes. */
  readonly keptSignature?: true
}

export interface HashOptions {
  /** The key may still be unlocking: hashing does not wait for it. Its failure ends the work. */
  readonly signer?: Signer | Promise<Signer>
  /** Whether to compute the CRC-32 in the same pass, by which zip files know their entries. */
  readonly crc32?: boolean
  /** Number of workers, 0 = none; default: what the machine and the work are good for. */
  readonly workers?: number
  /** Workers that were started ahead by `startWorkers`; they are ended with the work. */
  readonly pool?: WorkerPool | undefined
}

/** Milliseconds of work below which starting workers costs more than it saves. */
const worthWorkers = 150
const copyWorth = { bytes: 20_000_000, files: 200 }

/** Starts the workers that hashing these files will want, if any, so that they boot while the caller goes on checking. */
export function startWorkers(files: readonly { readonly path: string; readonly size: number }[], signs: boolean): WorkerPool | undefined {
  return estimate(files, signs) < worthWorkers ? undefined : new WorkerPool(workerCount())
}

/** All four digests of each file in one pass, and a signature made from the running SHA-512. In the order of `files`. */
export async function hashFiles(files: readonly FileToHash[], options: HashOptions = {}): Promise<HashedFile[]> {
  const { signer, workers } = options
  const pool = options.pool ?? (workers === undefined ? startWorkers(files, signer !== undefined) : poolOf(workers))
  const collected = new Collected(files)
  if (pool === undefined) await hashHere(files, options, collected)
  else await hashInWorkers(files, { ...options, pool }, collected)
  return collected.files()
}

/** Copies files to places where nothing is yet and proves each copy; folders must exist. The first failure ends the work. */
export async function copyFiles(tasks: readonly CopyTask[]): Promise<void> {
  const bytes = tasks.reduce((sum, task) => sum + task.size, 0)
  if (bytes < copyWorth.bytes && tasks.length < copyWorth.files) {
    const buffer = newBuffer()
    for (const task of tasks) copyFile(task, buffer)
    return
  }
  const pool = new WorkerPool(Math.min(workerCount(), tasks.length))
  try {
    const longestFirst = tasks.toSorted((a, b) => b.size - a.size)
    await pool.run({ kind: 'copy', tasks: longestFirst, counter: new SharedArrayBuffer(4) })
  } finally {
    await pool.stop()
  }
}

async function hashHere(files: readonly FileToHash[], options: HashOptions, collected: Collected): Promise<void> {
  const signer = await options.signer
  const buffer = newBuffer()
  for (const task of planTasks(files, 1, options)) {
    const { running, ...part } = hashFile(task, buffer, signer !== undefined)
    const signature = running && signer && settle(running, files[task.index]?.existing, signer.portable)
    collected.take({ index: task.index, ...part, ...(signature && { signature }) }, signer)
  }
  await collected.settled()
}

function poolOf(workers: number): WorkerPool | undefined {
  return workers === 0 ? undefined : new WorkerPool(workers)
}

async function hashInWorkers(
  files: readonly FileToHash[],
  options: HashOptions & { pool: WorkerPool },
  collected: Collected,
): Promise<void> {
  const { pool } = options
  const shared = new Map<number, number>()
  try {
    const tasks = planTasks(files, pool.size, options).map((task) => {
      // Parts of one file read one open file: nobody can put another in its place between them.
      if (task.descriptor !== undefined || task.algorithms.length === allAlgorithms) return task
      const descriptor = shared.get(task.index) ?? openSteady(task)
      shared.set(task.index, descriptor)
      return { ...task, descriptor }
    })
    const existing = new Map(files.flatMap((file, index) => (file.existing ? [[index, file.existing] as const] : [])))
    let signer: Signer | undefined
    const counter = new SharedArrayBuffer(4)
    const hashing = pool.run({ kind: 'hash', tasks, counter, existing, signs: options.signer !== undefined }, (results) => {
      for (const result of results) collected.take(result, signer)
    })
    const unlocking = Promise.resolve(options.signer).then((unlocked) => {
      signer = unlocked
      if (unlocked !== undefined) pool.give(unlocked.portable)
    })
    await Promise.all([hashing, unlocking])
    await collected.settled()
  } finally {
    await pool.stop()
    for (const descriptor of shared.values()) closeSync(descriptor)
  }
}

const allAlgorithms = 4

/** Puts the parts of each file together. Signatures that only the main thread can make are made one after another, while workers go on. */
class Collected {
  readonly #sizes: readonly number[]
  readonly #digests: Partial<Record<DigestAlgorithm, string>>[]
  readonly #crcs: (number | undefined)[]
  readonly #outcomes: (SignatureOutcome | undefined)[]
  #finishing: Promise<void> = Promise.resolve()

  constructor(files: readonly FileToHash[]) {
    this.#sizes = files.map((file) => file.size)
    this.#digests = files.map(() => ({}))
    this.#crcs = files.map(() => undefined)
    this.#outcomes = files.map(() => undefined)
  }

  take({ index, digests, crc32, signature }: HashResult, signer: Signer | undefined): void {
    Object.assign(this.#digests[index] ?? {}, digests)
    if (crc32 !== undefined) this.#crcs[index] = crc32
    if (signature === undefined) return
    if (!('digest' in signature)) {
      this.#outcomes[index] = signature
      return
    }
    this.#finishing = this.#finishing.then(async () => {
      if (signer !== undefined) this.#outcomes[index] = await finish(signature, signer)
    })
    // The failure is told by `settled`; until then nobody waits for it.
    this.#finishing.catch(() => {})
  }

  settled(): Promise<void> {
    return this.#finishing
  }

  files(): HashedFile[] {
    return this.#sizes.map((size, index) => {
      const { md5 = '', sha1 = '', sha256 = '', sha512 = '' } = this.#digests[index] ?? {}
      const crc32 = this.#crcs[index]
      const outcome = this.#outcomes[index]
      const signature = outcome && ('kept' in outcome ? { keptSignature: outcome.kept } : { signature: outcome.armored })
      return { size, md5, sha1, sha256, sha512, ...(crc32 !== undefined && { crc32 }), ...signature }
    })
  }
}
