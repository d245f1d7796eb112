// Copies one file and proves the copy. Node's own modules only: workers load this file.
import { createHash } from 'node:crypto'
import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs'
import { ActionError, messageOf, systemCode } from '../core/errors.ts'
import { readPieces, readSteady } from './steady-file.ts'

/** One file to copy to a place where nothing is yet, in a folder that exists. */
export interface CopyTask {
  /** Absolute, without links. */
  readonly from: string
  readonly to: string
  /** Bytes. */
  readonly size: number
  /** What both ends must have: lower-case hexadecimal. */
  readonly sha256: string
}

/**
 * Copies a file. The source is opened once and what is copied is what is hashed; the target is new, with ordinary permissions, and is read again.
 * A source or a target with another digest is an error, and the target is removed.
 */
export function copyFile(task: CopyTask, buffer: Buffer): void {
  const target = createTarget(task)
  try {
    try {
      const copied = copyInto(task, target, buffer)
      if (copied !== task.sha256) throw wrongDigest(task.from, task.sha256, copied)
    } finally {
      closeSync(target)
    }
    const written = digestOf({ path: task.to, size: task.size }, buffer)
    if (written !== task.sha256) throw wrongDigest(task.to, task.sha256, written)
  } catch (error) {
    unlinkSync(task.to)
    throw error
  }
}

function createTarget({ from, to }: CopyTask): number {
  try {
    return openSync(to, 'wx', 0o666)
  } catch (error) {
    const there = systemCode(error) === 'EEXIST'
    throw new ActionError(
      there ? 'conflict' : 'unavailable',
      `${from} cannot be copied to ${to}: ${there ? 'something is there' : messageOf(error)}`,
      {
        cause: error,
      },
    )
  }
}

function copyInto(task: CopyTask, target: number, buffer: Buffer): string {
  const source = { path: task.from, size: task.size }
  const running = createHash('sha256')
  readSteady(source, (descriptor) =>
    readPieces(source, descriptor, buffer, (piece) => {
      running.update(piece)
      writeAll(target, piece, task)
    }),
  )
  return running.digest('hex')
}

function digestOf(file: { path: string; size: number }, buffer: Buffer): string {
  const running = createHash('sha256')
  readSteady(file, (descriptor) => readPieces(file, descriptor, buffer, (piece) => running.update(piece)))
  return running.digest('hex')
}

/** One write may take less than it was given. */
function writeAll(descriptor: number, piece: Buffer, { to }: CopyTask): void {
  try {
    for (let written = 0; written < piece.length; ) written += writeSync(descriptor, piece, written)
  } catch (error) {
    throw new ActionError('unavailable', `${to} cannot be written: ${messageOf(error)}`, { cause: error })
  }
}

function wrongDigest(path: string, expected: string, actual: string): ActionError {
  return new ActionError('conflict', `${path} is not what was checked: its SHA-256 is ${actual}, expected ${expected}`, {
    hint: 'It changed during the run: let whatever writes there finish, then run again.',
  })
}
