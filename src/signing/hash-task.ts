// The inner loop: one pass over a file for some of its digests. Node's own modules only: workers load this file.
import { createHash, type Hash, hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { DigestAlgorithm } from '../model/digests.ts'
import type { RunningDigests } from './signer.ts'
import { readPieces, readSteady, type SteadyFile } from './steady-file.ts'

/** Some digests of one file. */
export interface HashTask extends SteadyFile {
  /** Position of the file in the request. */
  readonly index: number
  readonly algorithms: readonly DigestAlgorithm[]
  /** Whether to compute the CRC-32 as well, by which zip files know their entries. */
  readonly crc32?: true
  /** Node's name of the hash of an existing signature; it is kept running with SHA-512. */
  readonly signatureHash?: string
}

export interface HashedPart {
  readonly digests: Partial<Record<DigestAlgorithm, string>>
  /** Unsigned; present when the task asks for it. */
  readonly crc32?: number
  /** Present when the task has SHA-512 and a signature is wanted. */
  readonly running?: RunningDigests
}

// Measured (1 KB to 500 KB): one-shot hashing of a whole file in memory beats running hashes; from 256 KB the size of a piece hardly matters.
const wholeFileLimit = 1 << 20
const pieceSize = 1 << 19

/** Reading room of one thread. */
export function newBuffer(): Buffer {
  return Buffer.allocUnsafeSlow(wholeFileLimit)
}

/** Runs one task in the thread's buffer. With `signs` the SHA-512 stays open for the signature's trailer. */
export function hashFile(task: HashTask, buffer: Buffer, signs: boolean): HashedPart {
  return readSteady(task, (descriptor) => hashDescriptor(task, { descriptor, buffer, signs }))
}

function hashDescriptor(task: HashTask, { descriptor, buffer, signs }: { descriptor: number; buffer: Buffer; signs: boolean }): HashedPart {
  const keepsRunning = signs && task.algorithms.includes('sha512')
  const open = new Map<string, Hash>()
  if (keepsRunning) for (const name of new Set(['sha512', task.signatureHash ?? 'sha512'])) open.set(name, createHash(name))
  const digests: Partial<Record<DigestAlgorithm, string>> = {}
  let crc = 0

  if (task.size <= wholeFileLimit) {
    let length = 0
    readPieces(task, descriptor, buffer, (piece) => {
      length += piece.length
    })
    const content = buffer.subarray(0, length)
    for (const running of open.values()) running.update(content)
    if (task.crc32) crc = crc32(content)
    for (const name of task.algorithms) if (!open.has(name)) digests[name] = hash(name, content, 'hex')
  } else {
    for (const name of task.algorithms) if (!open.has(name)) open.set(name, createHash(name))
    const hashes = [...open.values()]
    readPieces(task, descriptor, buffer.subarray(0, pieceSize), (piece) => {
      for (const running of hashes) running.update(piece)
      if (task.crc32) crc = crc32(piece, crc)
    })
  }

  for (const name of task.algorithms) digests[name] ??= open.get(name)?.copy().digest('hex') ?? ''
  const sha512 = open.get('sha512')
  const existing = open.get(task.signatureHash ?? '')
  return {
    digests,
    ...(task.crc32 && { crc32: crc }),
    ...(keepsRunning && sha512 && { running: { sha512, ...(existing && { existing }) } }),
  }
}
