import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** The bytes of an asset or an archive, which need not be in memory. */
export interface AssetContent {
  readonly size: number
  /** Lower-case hex; computed when first asked for, by reading everything. */
  readonly sha256: string
  /** The bytes from `start` to before `end`, in pieces that must not be changed. */
  chunks(start: number, end: number): Iterable<Uint8Array>
}

/** What a test may give as the bytes of an asset. */
export type AssetSource = string | Uint8Array | AssetContent

/** Text, bytes or a content, as a content. */
export function contentOf(source: AssetSource): AssetContent {
  if (typeof source !== 'string' && !(source instanceof Uint8Array)) return source
  const bytes = Buffer.from(source)
  return new HashedContent(bytes.length, function* (start, end) {
    if (end > start) yield bytes.subarray(start, end)
  })
}

const chunkSize = 1 << 16
const poolSize = 1 << 20

/**
 * So many bytes that are made while they are sent: random ones, the same for the same `seed`, others for each other seed below 2^20 and in each other
 * piece of 64 KiB. They take no memory and no disk, however many they are.
 */
export function synthetic(size: number, seed = 0): AssetContent {
  return new HashedContent(size, function* (start, end) {
    for (let at = start; at < end; ) {
      const within = at % chunkSize
      // Odd factors visit every offset of the pool before one comes again.
      const offset = (Math.floor(at / chunkSize) * 40_503 + seed * 10_007) % poolSize
      const length = Math.min(chunkSize - within, end - at)
      yield randomPool().subarray(offset + within, offset + within + length)
      at += length
    }
  })
}

/** The bytes of a file of the disk, as they are when they are asked for; its size is that of now. */
export function fileContent(path: string): AssetContent {
  return new HashedContent(statSync(path).size, function* (start, end) {
    const descriptor = openSync(path, 'r')
    try {
      for (let at = start; at < end; ) {
        const chunk = Buffer.allocUnsafe(Math.min(chunkSize, end - at))
        const read = readSync(descriptor, chunk, 0, chunk.length, at)
        if (read === 0) throw new Error(`${path} has become shorter`)
        yield chunk.subarray(0, read)
        at += read
      }
    } finally {
      closeSync(descriptor)
    }
  })
}

class HashedContent implements AssetContent {
  readonly size: number
  readonly chunks: (start: number, end: number) => Iterable<Uint8Array>
  #sha256: string | undefined

  constructor(size: number, chunks: (start: number, end: number) => Iterable<Uint8Array>) {
    this.size = size
    this.chunks = chunks
  }

  get sha256(): string {
    if (this.#sha256 === undefined) {
      const hash = createHash('sha256')
      for (const chunk of this.chunks(0, this.size)) hash.update(chunk)
      this.#sha256 = hash.digest('hex')
    }
    return this.#sha256
  }
}

let pool: Buffer | undefined

/** A mebibyte of random bytes, and its first chunk once more, so that a chunk can begin anywhere in the mebibyte. */
function randomPool(): Buffer {
  if (pool === undefined) {
    const parts = Array.from({ length: poolSize / 64 }, (_, block) => createHash('sha512').update(String(block)).digest())
    const random = Buffer.concat(parts)
    pool = Buffer.concat([random, random.subarray(0, chunkSize)])
  }
  return pool
}
