import type { HttpStream } from '../core/http.ts'
import { HttpError } from '../core/http-error.ts'

/** What an answer brings of a file. */
export interface Body {
  /** Position of its first byte in the file. */
  readonly start: number
  /** Bytes that it promises. */
  readonly length?: number
  /** The entity tag by which more of the same file may be asked for (RFC 9110, section 13.1.5: strong ones only). */
  readonly validator?: string
}

/**
 * What an answer brings to whoever has the file up to `position`; undefined when nothing that fits, so that the whole is to be asked for. Throws
 * `rejected` for an answer that nobody asked for.
 */
export function bodyIn(answer: Pick<HttpStream, 'status' | 'headers' | 'url'>, position: number): Body | undefined {
  const { status, headers, url } = answer
  const refuse = (what: string) => new HttpError('rejected', what, { method: 'GET', url, status, progress: 'answered' })
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding.toLowerCase() !== 'identity') throw refuse(`answered in the encoding ${encoding}, which was not asked for`)
  const length = /^\d{1,15}$/.test(headers['content-length'] ?? '') ? Number(headers['content-length']) : undefined
  const validator = headers.etag?.startsWith('"') ? headers.etag : undefined
  const about = { ...(length !== undefined && { length }), ...(validator !== undefined && { validator }) }
  if (status === 200) return { start: 0, ...about }
  if (position === 0) throw refuse(`answered ${status} to a question for the whole`)
  if (status === 416) return undefined
  const start = /^bytes (\d{1,15})-\d{1,15}\/(?:\d{1,15}|\*)$/.exec(headers['content-range'] ?? '')?.[1]
  return Number(start) === position ? { start: position, ...about } : undefined
}
