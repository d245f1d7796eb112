import { ActionError } from '../core/errors.ts'
import type { HttpSurroundings } from '../core/http.ts'

/** Thrown once waiting for a rate limit would take more time than there is. */
export declare class RateLimited extends ActionError {}

export interface GitHubApiOptions extends HttpSurroundings {
  /** `https://api.github.com`, `https://ghes.example/api/v3`. */
  readonly apiUrl: string
  readonly token?: string
  /** How long requests may wait for rate limits, in all, in milliseconds. */
  readonly waitMs: number
  readonly signal?: AbortSignal
}

/** An answer about the thing that was asked for; what is wrong with the asking is thrown. */
export interface ApiAnswer {
  /** 200, 304, 404, 409, 410, 422 or 451. */
  readonly status: number
  readonly etag?: string
  readonly body: unknown
  /** The next page. */
  readonly next?: string
}

export declare class GitHubApi implements AsyncDisposable {
  constructor(options: GitHubApiOptions)
  readonly url: URL
  readonly authenticated: boolean
  readonly calls: number
  get(path: string, options?: { query?: Readonly<Record<string, string>>; etag?: string; accept?: string }): Promise<ApiAnswer>
  [Symbol.asyncDispose](): Promise<void>
}
