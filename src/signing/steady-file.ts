// Reading files that must not be links and must not change while we read. Node's own modules only: workers load this file.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { ActionError, messageOf, systemCode } from '../core/errors.ts'

/** A file as it was found; it must still be the same when it is read. */
export interface SteadyFile {
  /** Absolute, without links. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Milliseconds, as `stat` gives them; not compared when absent. */
  readonly mtimeMs?: number
  /** The file, open already: it is read from here, never opened again and never closed. */
  readonly descriptor?: number
}

/** Opens a file for reading; a link in its place is an error, so that nothing is read that was not chosen. */
export function openSteady(file: SteadyFile): number {
  try {
    // Windows has no O_NOFOLLOW; there links need a privilege.
    return openSync(file.path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ELOOP' || code === 'ENOENT') throw changed(file, 'it was replaced or removed', error)
    throw new ActionError('unavailable', `${file.path} cannot be read: ${messageOf(error)}`, { cause: error })
  }
}

/** Runs `body` over an open file and makes sure that the file is, before and after, the one that was found. */
export function whileSteady<T>(file: SteadyFile, descriptor: number, body: () => T): T {
  const before = fstatSync(descriptor)
  if (!before.isFile()) throw changed(file, 'it is no longer a file')
  if (before.size !== file.size) throw changed(file, `its size was ${file.size} and is now ${before.size} bytes`)
  if (file.mtimeMs !== undefined && before.mtimeMs !== file.mtimeMs) throw changed(file, 'it was written again')
  const result = body()
  const after = fstatSync(descriptor)
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw changed(file, 'it was written while we read it')
  return result
}

/** Reads a file that is open, or opens, reads and closes it in one. */
export function readSteady<T>(file: SteadyFile, body: (descriptor: number) => T): T {
  const open = file.descriptor
  if (open !== undefined) return whileSteady(file, open, () => body(open))
  const descriptor = openSteady(file)
  try {
    return whileSteady(file, descriptor, () => body(descriptor))
  } finally {
    closeSync(descriptor)
  }
}

/** Reads the whole file through the buffer, whose length is the longest piece. Positions are given, so that threads may share a descriptor. */
export function readPieces(file: SteadyFile, descriptor: number, buffer: Buffer, take: (piece: Buffer) => void): void {
  for (let position = 0; position < file.size; ) {
    const count = readAt(descriptor, buffer.subarray(0, Math.min(buffer.length, file.size - position)), position)
    if (count === 0) throw changed(file, 'it became shorter while we read it')
    take(buffer.subarray(0, count))
    position += count
  }
}

/** Reads from a position until the room is full or the file ends; gives the number of bytes. One read may give less than was asked for. */
export function readAt(descriptor: number, room: Buffer, position: number): number {
  let filled = 0
  while (filled < room.length) {
    const count = readSync(descriptor, room, filled, room.length - filled, position + filled)
    if (count === 0) break
    filled += count
  }
  return filled
}

function changed(file: SteadyFile, how: string, cause?: unknown): ActionError {
  return new ActionError('conflict', `${file.path} changed during the run: ${how}`, {
    hint: 'Something else writes into the workspace: let it finish first, then run again.',
    cause,
  })
}
