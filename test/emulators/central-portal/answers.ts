import { STATUS_CODES } from 'node:http'

/** Content of an answer: bytes, or a file of the disk. */
export type AnswerBody = string | Buffer | { readonly file: string; readonly size: number }

/** What a handler has decided; the wire, and its faults, come later. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: AnswerBody
}

export function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

export function plain(text: string, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: text }
}

export function empty(status: number): Answer {
  return { status, headers: {}, body: '' }
}

/** The Portal's own error shape: `{"error":{"message":…}}`. */
export function problem(status: number, message: string): Answer {
  return json({ error: { message } }, status)
}

/** The page that the nginx before the Portal sends by itself. */
export function nginx(status: number): Answer {
  const title = `${status} ${status === 413 ? 'Payload Too Large' : (STATUS_CODES[status] ?? '')}`
  const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`
  return { status, headers: { 'content-type': 'text/html' }, body: page }
}

/** How the Portal usually says a status: JSON for what its API says, HTML for what nginx says. */
export function usualError(status: number): Answer {
  if (status === 413 || status >= 502) return nginx(status)
  if (status === 401) return problem(401, 'Invalid token')
  if (status === 404) return problem(404, 'Deployment with provided id not found')
  return problem(status, STATUS_CODES[status] ?? 'Error')
}
