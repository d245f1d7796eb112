import { createHash, type Hash } from 'node:crypto'
import { closeSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'
import { type DigestAlgorithm, type Digests, digestAlgorithms } from '../model/digests.ts'
import { newBuffer } from './hash-task.ts'
import { partsFor } from './plan.ts'
import { openSteady, readPieces } from './steady-file.ts'
import { type FromFollower, type GrowthMessage, reviveFailure } from './worker-messages.ts'
import { newWorker, workerCount } from './worker-pool.ts'

/** All four digests of one file while it is written, from its beginning on. */
export interface GrowingDigests extends Disposable {
  /** Bytes that follow those before, and that have been written. */
  add(written: Uint8Array): void
  /** Once, at the end. */
  finish(): Promise<Digests>
}

// Below this the hashes take less time than telling somebody else about the file.
const worthWorkers = 16 << 20
// How far the writer gets before the workers hear of it.
const stride = 4 << 20

/** Hashes files that are being written: small ones as they pass, large ones in workers that read behind the writer. */
export class GrowingFiles implements AsyncDisposable {
  readonly #followers: Follower[] = []
  #files = 0

  /** The first `size` bytes of the file are there. `expected` is how long it will be; unknown counts as long. */
  begin(file: { readonly path: string; readonly size: number }, expected: number | undefined): GrowingDigests {
    if (expected !== undefined && expected <= worthWorkers) return new PassingDigests(file)
    const id = this.#files++
    const parts = partsFor(workerCount())
    while (this.#followers.length < parts.length) this.#followers.push(new Follower())
    // The parts of several files go round among the workers: none gets the slowest of all.
    return new FollowedDigests(
      file,
      parts.map((algorithms, index) => ({ id, algorithms, follower: this.#followers[(id + index) % parts.length] ?? new Follower() })),
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#followers.map((follower) => follower.stop()))
  }
}

class PassingDigests implements GrowingDigests {
  readonly #hashes: ReadonlyMap<DigestAlgorithm, Hash>

  constructor(file: { readonly path: string; readonly size: number }) {
    this.#hashes = new Map(digestAlgorithms.map((name) => [name, createHash(name)]))
    if (file.size === 0) return
    const descriptor = openSteady(file)
    try {
      readPieces(file, descriptor, newBuffer(), (piece) => this.add(piece))
    } finally {
      closeSync(descriptor)
    }
  }

  add(written: Uint8Array): void {
    for (const hash of this.#hashes.values()) hash.update(written)
  }

  async finish(): Promise<Digests> {
    const digest = (name: DigestAlgorithm) => this.#hashes.get(name)?.digest('hex') ?? ''
    return { md5: digest('md5'), sha1: digest('sha1'), sha256: digest('sha256'), sha512: digest('sha512') }
  }

  [Symbol.dispose](): void {}
}

interface FollowedPart {
  readonly id: number
  readonly algorithms: readonly DigestAlgorithm[]
  readonly follower: Follower
}

class FollowedDigests implements GrowingDigests {
  readonly #path: string
  readonly #parts: readonly FollowedPart[]
  #size: number
  #told = 0
  #ended = false

  constructor({ path, size }: { readonly path: string; readonly size: number }, parts: readonly FollowedPart[]) {
    this.#path = path
    this.#size = size
    this.#parts = parts
    if (size > 0) this.#tell()
  }

  add(written: Uint8Array): void {
    this.#size += written.length
    if (this.#size - this.#told >= stride) this.#tell()
  }

  async finish(): Promise<Digests> {
    this.#ended = true
    const found = await Promise.all(this.#parts.map((part) => part.follower.finish(this.#growth(part))))
    return Object.assign({ md5: '', sha1: '', sha256: '', sha512: '' }, ...found)
  }

  [Symbol.dispose](): void {
    if (this.#ended) return
    this.#ended = true
    for (const part of this.#parts) part.follower.tell({ ...this.#growth(part), end: 'given-up' })
  }

  #tell(): void {
    this.#told = this.#size
    for (const part of this.#parts) part.follower.tell(this.#growth(part))
  }

  #growth({ id, algorithms }: FollowedPart): GrowthMessage {
    return { kind: 'growth', id, path: this.#path, algorithms, size: this.#size }
  }
}

type PartialDigests = Partial<Record<DigestAlgorithm, string>>

/** One worker that reads behind writers. It keeps the process alive only while somebody waits for digests. */
class Follower {
  readonly #worker: Worker
  readonly #waiting = new Map<number, PromiseWithResolvers<PartialDigests>>()
  readonly #lost = new Map<number, Error>()
  #broken: Error | undefined

  constructor() {
    this.#worker = newWorker()
    this.#worker.on('message', (message: FromFollower) => this.#take(message))
    this.#worker.once('error', (error) => this.#break(error))
    this.#worker.once('exit', (code) => this.#break(new Error(`a worker ended early, with code ${code}`)))
    // Listening to messages refers to the worker.
    this.#worker.unref()
    this.#worker.postMessage({ kind: 'follow' })
  }

  tell(growth: GrowthMessage): void {
    this.#worker.postMessage(growth)
  }

  async finish(growth: GrowthMessage): Promise<PartialDigests> {
    const lost = this.#broken ?? this.#lost.get(growth.id)
    if (lost !== undefined) throw lost
    const waiting = Promise.withResolvers<PartialDigests>()
    this.#waiting.set(growth.id, waiting)
    this.#worker.ref()
    this.tell({ ...growth, end: 'whole' })
    try {
      return await waiting.promise
    } finally {
      this.#waiting.delete(growth.id)
      if (this.#waiting.size === 0) this.#worker.unref()
    }
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #take(message: FromFollower): void {
    const waiting = this.#waiting.get(message.id)
    if (message.kind === 'digests') waiting?.resolve(message.digests)
    else if (waiting !== undefined) waiting.reject(reviveFailure(message.failure))
    else this.#lost.set(message.id, reviveFailure(message.failure))
  }

  #break(error: Error): void {
    this.#broken = error
    for (const waiting of this.#waiting.values()) waiting.reject(error)
  }
}
