import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { CoreSpeed } from './calibration-worker.ts'
import type { KeyKind } from './keys.ts'

/** Work to do: four digests of every byte, one signature per file. */
export interface Work {
  readonly bytes: number
  readonly files: number
  readonly key: KeyKind
}

/** This machine's own limit: all cores busy at once with nothing but the arithmetic. */
export class Calibration {
  readonly #workers = Array.from({ length: availableParallelism() }, () => new Worker(new URL('./calibration-worker.ts', import.meta.url)))

  /** Seconds that the work takes at the least, measured now. */
  async limit({ bytes, files, key }: Work): Promise<number> {
    const cores = await Promise.all(
      this.#workers.map(async (worker) => {
        const answer = once(worker, 'message')
        worker.postMessage(key)
        const [speed] = (await answer) as [CoreSpeed]
        return speed
      }),
    )
    const bytesPerSecond = cores.reduce((sum, { perByte }) => sum + 1e9 / perByte, 0)
    const signaturesPerSecond = cores.reduce((sum, { perSignature }) => sum + 1e9 / perSignature, 0)
    return bytes / bytesPerSecond + files / signaturesPerSecond
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}
