import { ActionError } from '../core/errors.ts'
import { visible } from '../core/sanitize.ts'
import type { Digests } from '../model/digests.ts'
import type { GrowingDigests, GrowingFiles } from '../signing/growing-digests.ts'

/** The place for bytes that a download needs; a repository's `Arrival` is one. */
export interface ArrivingFile {
  /** Absolute path on this machine. */
  readonly localPath: string
  /** Bytes that are there. */
  readonly size: number
  append(chunk: Uint8Array): Promise<void>
  /** Drops what is there. */
  restart(): Promise<void>
}

/** What must come. */
export interface Announced {
  readonly name: string
  /** Bytes, if anybody knows. */
  readonly size: number | undefined
  /** It is never longer than this, in bytes. */
  readonly mostBytes: number
}

/** Thrown when what comes is not what was announced. */
export class NotAsAnnounced extends ActionError {
  constructor(name: string, how: string) {
    super('rejected', `${visible(name)} is not what GitHub says it is: ${how}`, {
      hint: 'Its bytes changed on the way, or at GitHub. Nothing of it was kept.',
    })
  }
}

// Network chunks are 64 KiB: as many writes would cost more than the copies that join them.
const pieceSize = 1 << 20

/** Takes the bytes of one download, writes them in large pieces, and has them hashed. No byte too many is ever written. */
export class Intake implements Disposable {
  readonly #arrival: ArrivingFile
  readonly #announced: Announced
  readonly #files: GrowingFiles
  readonly #room: Buffer
  #digests: GrowingDigests
  #waiting = 0
  #received = 0

  constructor(arrival: ArrivingFile, announced: Announced, files: GrowingFiles) {
    this.#arrival = arrival
    this.#announced = announced
    this.#files = files
    this.#room = Buffer.allocUnsafeSlow(Math.min(pieceSize, announced.mostBytes))
    this.#digests = this.#begin()
  }

  /** Where the next byte belongs. */
  get position(): number {
    return this.#arrival.size + this.#waiting
  }

  /** Bytes that were taken, those that were dropped again included. */
  get received(): number {
    return this.#received
  }

  get isWhole(): boolean {
    return this.position === this.#announced.size
  }

  /** Throws `NotAsAnnounced` instead of taking more than was announced. */
  async take(chunk: Uint8Array): Promise<void> {
    this.#received += chunk.length
    const { name, size, mostBytes } = this.#announced
    if (this.position + chunk.length > mostBytes) {
      throw new NotAsAnnounced(
        name,
        size === undefined ? `it has more than the ${mostBytes} bytes that are allowed` : `it has more than ${size} bytes`,
      )
    }
    for (let taken = 0; taken < chunk.length; ) {
      const part = chunk.subarray(taken, taken + this.#room.length - this.#waiting)
      this.#room.set(part, this.#waiting)
      this.#waiting += part.length
      taken += part.length
      if (this.#waiting === this.#room.length) await this.flush()
    }
  }

  /** Writes what has come so far. */
  async flush(): Promise<void> {
    if (this.#waiting === 0) return
    const piece = this.#room.subarray(0, this.#waiting)
    this.#waiting = 0
    await this.#arrival.append(piece)
    this.#digests.add(piece)
  }

  /** Forgets everything that has come. */
  async restart(): Promise<void> {
    this.#digests[Symbol.dispose]()
    this.#waiting = 0
    await this.#arrival.restart()
    this.#digests = this.#begin()
  }

  /** The digests of everything that has come. */
  async finish(): Promise<Digests> {
    await this.flush()
    return await this.#digests.finish()
  }

  [Symbol.dispose](): void {
    this.#digests[Symbol.dispose]()
  }

  #begin(): GrowingDigests {
    const { localPath, size } = this.#arrival
    return this.#files.begin({ path: localPath, size }, this.#announced.size)
  }
}
