/** Numbers and times of what is made on an emulated GitHub: the same for every test that does the same. */
export class Timeline {
  #id = 1000
  #time = Date.UTC(2026, 0, 1)

  /** A number that nothing else here has. */
  nextId(): number {
    return this.#id++
  }

  /** A minute later than the last time, as the API writes it. */
  tick(): string {
    this.#time += 60_000
    return apiTime(this.#time)
  }
}

/** Milliseconds since 1970 as the API writes them: `2026-01-01T00:00:00Z`. */
function apiTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, '')
}
