import type { Arrival, Change, Repository } from './repository.ts'

/** A repository that is read like any other, and to which nothing is done: a dry run goes the same way as a real one. */
export class DryRunRepository implements Repository {
  readonly #inner: Repository

  constructor(inner: Repository) {
    this.#inner = inner
  }

  get target(): string {
    return this.#inner.target
  }

  read(path: string): Promise<Uint8Array | undefined> {
    return this.#inner.read(path)
  }

  list(folder: string): Promise<readonly string[]> {
    return this.#inner.list(folder)
  }

  inspect(paths: readonly string[]): ReturnType<Repository['inspect']> {
    return this.#inner.inspect(paths)
  }

  localFile(path: string): Promise<string> {
    return this.#inner.localFile(path)
  }

  async recover(): Promise<void> {}

  /** Takes no lock: a lock is a write. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return work()
  }

  async apply(_change: Change): Promise<void> {}

  /** Nothing arrives in a dry run: whoever asks for it has forgotten that nothing is to be written. */
  async arrival(name: string): Promise<Arrival> {
    throw new Error(`a dry run receives nothing, and was asked to receive '${name}'`)
  }

  async discardArrivals(_name: string): Promise<void> {}

  locate(path: string): string {
    return this.#inner.locate(path)
  }
}
