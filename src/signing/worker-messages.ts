// What the main thread and its workers say to each other. Everything here survives a structured clone.
import { ActionError, type ErrorCode, messageOf } from '../core/errors.ts'
import type { DigestAlgorithm } from '../model/digests.ts'
import type { CopyTask } from './copy-task.ts'
import type { HashTask } from './hash-task.ts'
import type { ExistingSignature } from './signature-reader.ts'
import type { PortableSigner, SignatureOutcome, UnfinishedSignature } from './signer.ts'

/** All tasks go to every worker; `counter` holds the position of the next one that nobody has taken. */
export interface HashJob {
  readonly kind: 'hash'
  readonly tasks: readonly HashTask[]
  readonly counter: SharedArrayBuffer
  /** Existing signatures by the index of their file. */
  readonly existing: ReadonlyMap<number, ExistingSignature>
  /** When true, a signer follows in a message of its own. */
  readonly signs: boolean
}

export interface CopyJob {
  readonly kind: 'copy'
  readonly tasks: readonly CopyTask[]
  readonly counter: SharedArrayBuffer
}

/** Files that are still being written: the worker hashes behind the writers, told by `GrowthMessage`s how far they are, until it is stopped. */
export interface FollowJob {
  readonly kind: 'follow'
}

/** How far the writer of a file is. The first message about an `id` begins it, one that ends it is the last. */
export interface GrowthMessage {
  readonly kind: 'growth'
  readonly id: number
  readonly path: string
  readonly algorithms: readonly DigestAlgorithm[]
  /** Bytes from the beginning that are there and will not change. */
  readonly size: number
  /** `whole`: tell the digests of these bytes. `given-up`: nobody wants them. */
  readonly end?: 'whole' | 'given-up'
}

export type FromFollower =
  | { readonly kind: 'digests'; readonly id: number; readonly digests: Partial<Record<DigestAlgorithm, string>> }
  | { readonly kind: 'lost'; readonly id: number; readonly failure: WorkerFailure }

export type ToWorker = HashJob | CopyJob | FollowJob | { readonly kind: 'signer'; readonly signer: PortableSigner }

export interface HashResult {
  readonly index: number
  readonly digests: Partial<Record<DigestAlgorithm, string>>
  readonly crc32?: number
  readonly signature?: SignatureOutcome | UnfinishedSignature
}

export type FromWorker =
  | { readonly kind: 'results'; readonly results: readonly HashResult[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: WorkerFailure }

/** An error in transit: a clone of an error would lose its class, its code and its hint. */
export interface WorkerFailure {
  readonly message: string
  readonly code?: ErrorCode
  readonly hint?: string
  readonly stack?: string
}

export function describeFailure(error: unknown): WorkerFailure {
  if (error instanceof ActionError)
    return { message: error.message, code: error.code, ...(error.hint !== undefined && { hint: error.hint }) }
  return { message: messageOf(error), ...(error instanceof Error && error.stack !== undefined && { stack: error.stack }) }
}

/** The error that a worker met, as if it had been thrown here. */
export function reviveFailure({ message, code, hint, stack }: WorkerFailure): Error {
  if (code !== undefined) return new ActionError(code, message, hint === undefined ? {} : { hint })
  return Object.assign(new Error(message), stack !== undefined && { stack })
}
