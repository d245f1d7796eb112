import { fstatSync, read, readSync } from 'node:fs'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { ActionError } from '../core/errors.ts'
import { byCodeUnit } from '../core/walk.ts'
import {
  centralHeader,
  centralHeaderLength,
  endOfDirectory,
  localHeader,
  localHeaderLength,
  longestName,
  type ZipRecord,
} from './zip-format.ts'

/** A small entry that is in memory: a checksum, a signature. */
export interface ZipBytes {
  /** Path inside the zip, with `/`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** An entry whose bytes are in an open file. */
export interface ZipFile {
  /** Path inside the zip, with `/`. */
  readonly name: string
  /** How messages name the file. */
  readonly path: string
  /** Open for reading; it stays open, and its position is not touched. */
  readonly descriptor: number
  /** Bytes, as they were hashed. */
  readonly size: number
  /** Unsigned, as it was hashed. */
  readonly crc32: number
}

export type ZipEntry = ZipBytes | ZipFile

/** A zip that exists only while it is sent. */
export interface ZipLayout {
  /** Bytes, exactly: the `Content-Length` of what `chunks` gives. */
  readonly size: number
  /** Number of entries. */
  readonly entries: number
  /**
   * The bytes of the zip, from its start, in pieces of `chunkSize` (the last one is shorter). Every call begins anew, so that an upload can be
   * repeated. A piece keeps its bytes until the third after it is asked for: send it before, or copy it. Throws `conflict` when a file is no longer
   * what was hashed, always before the last piece: nobody ever gets a whole wrong zip.
   */
  chunks(): AsyncGenerator<Uint8Array, void, undefined>
}

/** Bytes. Pieces of 256 KiB to 1 MiB are sent fastest. */
export const chunkSize = 1 << 20

/**
 * One room is being filled while the piece before it is being sent; undici waits until a piece has left before it asks for the next, so two are more
 * than enough. New memory for each piece would cost a third of the processor time of an upload.
 */
const rooms = 4

/** Reads of fewer bytes than this are done at once: handing them to another thread would cost more. */
const worthThread = 1 << 16

/**
 * Lays out a zip whose entries are stored, not deflated: jars do not get smaller. It depends on nothing but names and bytes of the entries: sorted
 * by name, one fixed time, no data descriptors. Throws an `Error` when two entries have one name: that is a mistake of the caller's.
 */
export function layoutZip(entries: readonly ZipEntry[]): ZipLayout {
  let offset = 0
  const placed = entries
    .toSorted((a, b) => byCodeUnit(a.name, b.name))
    .map((entry): PlacedEntry => {
      const place = { entry, name: nameOf(entry), size: sizeOf(entry), crc32: 'bytes' in entry ? crc32(entry.bytes) : entry.crc32, offset }
      offset += localHeaderLength(place) + place.size
      return place
    })
  const twin = placed.find(({ entry }, index) => entry.name === placed[index - 1]?.entry.name)
  if (twin !== undefined) throw new Error(`two entries of the zip are named '${twin.entry.name}'`)
  const directory = { entries: placed.length, offset, size: placed.reduce((sum, place) => sum + centralHeaderLength(place), 0) }
  const end = endOfDirectory(directory)
  return {
    size: directory.offset + directory.size + end.length,
    entries: placed.length,
    chunks: () => ahead(() => new ZipReader(parts(placed, end))),
  }
}

interface PlacedEntry extends ZipRecord {
  readonly entry: ZipEntry
}

function nameOf({ name }: ZipEntry): Uint8Array {
  const bytes = Buffer.from(name)
  if (bytes.length === 0 || bytes.length > longestName) throw new Error(`a zip cannot have an entry of the name '${name.slice(0, 100)}'`)
  return bytes
}

function sizeOf(entry: ZipEntry): number {
  return 'bytes' in entry ? entry.bytes.length : entry.size
}

/** The zip in its order (4.3.6). Headers are made when their turn comes: those of all entries would be megabytes. */
function* parts(placed: readonly PlacedEntry[], end: Uint8Array): Generator<Uint8Array | ZipFile> {
  for (const place of placed) {
    yield localHeader(place)
    yield 'bytes' in place.entry ? place.entry.bytes : place.entry
  }
  for (const place of placed) yield centralHeader(place)
  yield end
}

/** Reads the next piece while the one before is being sent. */
async function* ahead(open: () => ZipReader): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = open()
  let next = reader.chunk()
  try {
    for (;;) {
      const chunk = await next
      if (chunk.length === 0) return
      next = reader.chunk()
      // A failure is thrown when it is this piece's turn; until then nobody waits for it.
      next.catch(() => {})
      yield chunk
    }
  } finally {
    // Whoever stops early may close the files: not while we read.
    await next.catch(() => {})
  }
}

const readOnThread = promisify(read)

/** Fills pieces from one part after another, and judges every file at its end. */
class ZipReader {
  readonly #parts: Iterator<Uint8Array | ZipFile>
  readonly #rooms: Buffer[] = []
  #turn = 0
  #part: Uint8Array | ZipFile | undefined
  #position = 0
  #crc = 0

  constructor(parts: Iterable<Uint8Array | ZipFile>) {
    this.#parts = parts[Symbol.iterator]()
    this.#next()
  }

  /** The next piece; an empty one after the last. */
  async chunk(): Promise<Uint8Array> {
    const room = this.#room()
    let filled = 0
    while (this.#part !== undefined && filled < room.length) {
      const part = this.#part
      const free = room.subarray(filled)
      filled += part instanceof Uint8Array ? this.#copy(part, free) : await this.#read(part, free)
    }
    return room.subarray(0, filled)
  }

  #room(): Buffer {
    const turn = this.#turn++ % rooms
    const room = this.#rooms[turn] ?? Buffer.allocUnsafeSlow(chunkSize)
    this.#rooms[turn] = room
    return room
  }

  #next(): void {
    const result = this.#parts.next()
    this.#part = result.done === true ? undefined : result.value
    this.#position = 0
    this.#crc = 0
  }

  #copy(bytes: Uint8Array, room: Uint8Array): number {
    const piece = bytes.subarray(this.#position, this.#position + room.length)
    room.set(piece)
    this.#position += piece.length
    if (this.#position === bytes.length) this.#next()
    return piece.length
  }

  async #read(file: ZipFile, room: Buffer): Promise<number> {
    const wanted = room.subarray(0, file.size - this.#position)
    const count = wanted.length === 0 ? 0 : await readInto(file.descriptor, wanted, this.#position)
    if (wanted.length > 0 && count === 0) throw changed(file, 'it became shorter')
    this.#crc = crc32(wanted.subarray(0, count), this.#crc)
    this.#position += count
    if (this.#position === file.size) {
      if (fstatSync(file.descriptor).size !== file.size) throw changed(file, 'it became longer')
      if (this.#crc !== file.crc32) throw changed(file, 'it has other bytes')
      this.#next()
    }
    return count
  }
}

/** One read; it may give less than there is room for. */
async function readInto(descriptor: number, room: Buffer, position: number): Promise<number> {
  if (room.length < worthThread) return readSync(descriptor, room, 0, room.length, position)
  const { bytesRead } = await readOnThread(descriptor, room, 0, room.length, position)
  return bytesRead
}

function changed(file: ZipFile, how: string): ActionError {
  return new ActionError('conflict', `${file.path} changed after it was hashed: ${how}`, {
    hint: 'Something else writes there: let it finish first, then run again. Nothing of the bundle was accepted.',
  })
}
