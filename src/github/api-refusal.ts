import { ActionError } from '../core/errors.ts'
import { excerpt, unexpectedStatus } from '../core/http-error.ts'

/** An answer that says no to whoever asked. */
export interface RefusedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly url: URL
  readonly text: string
}

/** The header that names what a token must be allowed. */
export const neededPermissions = 'x-accepted-github-permissions'

/** The error for an answer that is about the asking, not about the thing: what the token lacks, or an unexpected status as it is. */
export function apiRefusal({ status, headers, url, text }: RefusedAnswer, authenticated: boolean): ActionError {
  const cause = unexpectedStatus({ method: 'GET', url, status, body: messageIn(text) })
  const refuse = (what: string, hint: string) => new ActionError('unauthorized', `${what} (${cause.message})`, { hint, cause })
  if (status === 401) {
    return authenticated
      ? refuse(`${url.host} does not accept the token`, 'It has expired, was revoked, is mistyped, or belongs to another server.')
      : refuse(`${url.host} wants a token`, 'Give one that may read there.')
  }
  if (status !== 403) return cause
  if (headers['x-github-sso'] !== undefined) {
    return refuse(
      'the organization wants single sign-on, and the token is not authorized for it',
      "Authorize the token for the organization in its owner's settings.",
    )
  }
  const needed = headers[neededPermissions]
  return refuse(
    authenticated ? 'the token may not read this' : `${url.host} does not show this without a token`,
    needed === undefined
      ? "It needs the permission 'contents: read' for the repository."
      : `It needs one of these permissions: ${excerpt(needed)}.`,
  )
}

/** GitHub's own sentence, where its answer has one. */
function messageIn(text: string): string {
  try {
    const body: unknown = JSON.parse(text)
    const message: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'message') : undefined
    return typeof message === 'string' ? message : text
  } catch {
    return text
  }
}
