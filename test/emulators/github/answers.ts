import { STATUS_CODES } from 'node:http'
import type { AssetContent } from './content.ts'

/** Bytes that are made while they are sent; without a size nobody is told how many. */
export interface StreamedBody {
  readonly size?: number
  chunks(): Iterable<Uint8Array>
}

/** What a host has decided; the wire, and its faults, come later. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | StreamedBody
}

const docs = 'https://docs.github.com/rest'

export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(value) }
}

/** The API's own error shape. */
export function problem(status: number, message: string, documentation = docs): Answer {
  return json({ message, documentation_url: documentation, status: String(status) }, status)
}

export function notFound(): Answer {
  return problem(404, 'Not Found')
}

/** A redirect as all hosts send it: nothing but the address. */
export function redirect(location: string, status = 302): Answer {
  return { status, headers: { 'content-type': 'text/html;charset=utf-8', location }, body: '' }
}

export function page(status: number): Answer {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: `<html><body><h1>${title}</h1></body></html>` }
}

/** Some of a content, from `start` to before `end`. */
export function part(content: AssetContent, start: number, end: number): StreamedBody {
  return { size: end - start, chunks: () => content.chunks(start, end) }
}

/** How GitHub usually says a status: the API by JSON, what stands before it by HTML. */
export function usualAnswer(status: number): Answer {
  if (status === 502 || status === 504) return page(status)
  if (status === 503) return problem(503, 'No server is currently available to service your request.')
  if (status === 500) return problem(500, 'Server Error')
  if (status === 401) return problem(401, 'Bad credentials')
  return status < 300 ? { status, headers: {}, body: '' } : problem(status, STATUS_CODES[status] ?? 'Error')
}
