import type { Clock } from '../../src/core/clock.ts'
import type { Log } from '../../src/core/log.ts'

/** A clock whose sleeps take no time and are written down; a test may let time pass itself. */
export class TestClock implements Clock {
  readonly sleeps: number[] = []
  #milliseconds = 0
  readonly #start: number

  constructor(start = Date.parse('2026-11-21T12:00:00Z')) {
    this.#start = start
  }

  now(): number {
    return this.#start + this.#milliseconds
  }

  elapsed(): number {
    return this.#milliseconds
  }

  pass(milliseconds: number): void {
    this.#milliseconds += milliseconds
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    this.sleeps.push(milliseconds)
    this.pass(milliseconds)
  }
}

/** A log that keeps its lines. */
export class TestLog implements Log {
  readonly lines: string[] = []

  debug(message: string): void {
    this.lines.push(`debug: ${message}`)
  }

  info(message: string): void {
    this.lines.push(message)
  }

  async group<T>(title: string, body: () => Promise<T>): Promise<T> {
    this.lines.push(title)
    return await body()
  }
}
