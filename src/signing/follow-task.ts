// Hashing behind a writer: the side of the worker. Node's own modules only: workers load this file.

import { createHash, type Hash } from 'node:crypto'
import { closeSync } from 'node:fs'
import type { MessagePort } from 'node:worker_threads'
import { newBuffer } from './hash-task.ts'
import { openSteady, readAt } from './steady-file.ts'
import { describeFailure, type FromFollower, type GrowthMessage } from './worker-messages.ts'

interface FollowedFile {
  readonly descriptor: number
  readonly hashes: ReadonlyMap<string, Hash>
  position: number
}

/** Hashes files as far as messages say that they have been written, and tells their digests when asked, until the thread is stopped. */
export function follow(port: MessagePort): void {
  const files = new Map<number, FollowedFile>()
  const buffer = newBuffer()
  const close = (id: number) => {
    const file = files.get(id)
    files.delete(id)
    if (file !== undefined) closeSync(file.descriptor)
  }

  port.on('message', (growth: GrowthMessage) => {
    const answer = (message: FromFollower) => port.postMessage(message)
    try {
      const file = files.get(growth.id) ?? open(growth)
      files.set(growth.id, file)
      if (growth.end !== 'given-up') readTo(growth, file, buffer)
      if (growth.end === 'whole') {
        const digests = Object.fromEntries([...file.hashes].map(([name, hash]) => [name, hash.digest('hex')]))
        answer({ kind: 'digests', id: growth.id, digests })
      }
      if (growth.end !== undefined) close(growth.id)
    } catch (error) {
      close(growth.id)
      answer({ kind: 'lost', id: growth.id, failure: describeFailure(error) })
    }
  })
}

function open({ path, size, algorithms }: GrowthMessage): FollowedFile {
  const hashes = new Map(algorithms.map((name) => [name, createHash(name)]))
  return { descriptor: openSteady({ path, size }), hashes, position: 0 }
}

function readTo({ path, size }: GrowthMessage, file: FollowedFile, buffer: Buffer): void {
  while (file.position < size) {
    const wanted = Math.min(buffer.length, size - file.position)
    const count = readAt(file.descriptor, buffer.subarray(0, wanted), file.position)
    if (count < wanted) throw new Error(`${path} has become shorter while it was written`)
    for (const hash of file.hashes.values()) hash.update(buffer.subarray(0, count))
    file.position += count
  }
}
