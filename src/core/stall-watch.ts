/** When a transfer counts as stalled. */
export interface StallLimits {
  /** How long nothing may move, in milliseconds. */
  readonly idleMs: number
  /** Slower than this for longer than `idleMs` is as good as nothing. */
  readonly bytesPerSecond: number
}

/**
 * Watches a transfer's speed: waiting uses up credit of at most `idleMs`, and every byte that moves earns its share of it back. So a peer that reads
 * or writes a byte now and then ends like one that does nothing, while our own slowness (a disk, a hash) costs no credit.
 */
export class StallWatch {
  readonly #limits: StallLimits
  readonly #onStall: () => void
  #credit: number

  constructor(limits: StallLimits, onStall: () => void) {
    this.#limits = limits
    this.#onStall = onStall
    this.#credit = limits.idleMs
  }

  /** Passes a body that we send on; the peer's time is that between handing a chunk over and being asked for the next. */
  async *sending(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of chunks) {
      const wait = this.#wait(chunk.length)
      try {
        yield chunk
      } finally {
        wait.end(0)
      }
    }
  }

  /** Passes a body that we receive on; the peer's time is that until a chunk is there. */
  async *receiving(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    const iterator = chunks[Symbol.asyncIterator]()
    try {
      while (true) {
        const wait = this.#wait(0)
        let moved = 0
        try {
          const next = await iterator.next()
          if (next.done === true) return
          moved = next.value.length
          wait.end(moved)
          yield next.value
        } finally {
          wait.end(moved)
        }
      }
    } finally {
      await iterator.return?.()
    }
  }

  /** Starts waiting for the peer, who has been given `owed` bytes to take. */
  #wait(owed: number): { end(moved: number): void } {
    const started = performance.now()
    this.#credit += this.#worth(owed)
    const timer = setTimeout(this.#onStall, Math.max(1, this.#credit))
    let over = false
    return {
      end: (moved) => {
        if (over) return
        over = true
        clearTimeout(timer)
        this.#credit = Math.min(this.#limits.idleMs, this.#credit - (performance.now() - started) + this.#worth(moved))
      },
    }
  }

  #worth(bytes: number): number {
    return (bytes / this.#limits.bytesPerSecond) * 1000
  }
}
