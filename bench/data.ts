import { createCipheriv, createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Bytes and numbers that are the same in every run: the key stream of AES-256-CTR from a seed. */
export class SeededData {
  readonly #stream

  constructor(seed: string) {
    this.#stream = createCipheriv('aes-256-ctr', createHash('sha256').update(seed).digest(), Buffer.alloc(16))
  }

  bytes(length: number): Buffer {
    return this.#stream.update(Buffer.alloc(length))
  }

  /** A whole number, log-uniformly distributed: as many between 5 and 50 as between 50 and 500. */
  size({ smallest, largest }: SizeRange): number {
    return Math.round(smallest * (largest / smallest) ** this.#fraction())
  }

  /** From 0 (included) to 1 (excluded). */
  #fraction(): number {
    return this.bytes(4).readUInt32LE() / 2 ** 32
  }
}

/** In bytes. */
export interface SizeRange {
  readonly smallest: number
  readonly largest: number
}

/** What was written. */
export interface DataSet {
  /** Relative to `folder`. */
  readonly files: readonly string[]
  readonly folder: string
  readonly bytes: number
}

/** Files of log-uniformly distributed sizes, 50 to a folder. */
export function manyFiles(folder: string, request: SizeRange & { readonly count: number }): DataSet {
  const data = new SeededData(`many ${request.count}`)
  const files: string[] = []
  let bytes = 0
  for (let index = 0; index < request.count; index++) {
    const size = data.size(request)
    const file = `part-${String(Math.floor(index / 50)).padStart(3, '0')}/file-${String(index).padStart(5, '0')}.bin`
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), data.bytes(size))
    files.push(file)
    bytes += size
  }
  return { files, folder, bytes }
}

/** One file of so many MiB. */
export function oneFile(folder: string, mebibytes: number): DataSet {
  const data = new SeededData('one')
  mkdirSync(folder, { recursive: true })
  const descriptor = openSync(join(folder, 'large.bin'), 'w')
  for (let written = 0; written < mebibytes; written++) writeSync(descriptor, data.bytes(2 ** 20))
  closeSync(descriptor)
  return { files: ['large.bin'], folder, bytes: mebibytes * 2 ** 20 }
}
