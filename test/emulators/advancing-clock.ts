/** Real time that a test can push ahead, so that minutes at an emulator cost nothing. */
export class AdvancingClock {
  #ahead = 0

  /** Milliseconds since 1970, plus what was advanced. */
  now(): number {
    return Date.now() + this.#ahead
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds
  }
}
