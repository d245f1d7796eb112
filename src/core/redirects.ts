import { HttpError } from './http-error.ts'
import { isLoopback, printableUrl } from './http-url.ts'
import { isPrivateAddress, isPrivateHost } from './private-addresses.ts'

/** A request as it goes to one address. */
export interface Hop {
  readonly method: string
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The address must not lead into a private network: a server has named it. */
  readonly publicOnly: boolean
}

export const mostRedirects = 5
const redirecting = new Set([301, 302, 303, 307, 308])
// What is no secret. Everything else was meant for the host that the caller named, cookies and tokens of any name included.
const survivors = new Set(['accept', 'accept-encoding', 'if-range', 'range', 'user-agent'])

/**
 * Where an answer sends its request; undefined when it is no redirect. Only GET and HEAD follow, anything else only by 307 and 308 on the same scheme,
 * host and port. Throws `rejected` for a redirect that must not be followed: to plain http, to another scheme, into a private network.
 */
export async function nextHop(hop: Hop, answer: { status: number; location: string | undefined }): Promise<Hop | undefined> {
  if (!redirecting.has(answer.status) || answer.location === undefined) return undefined
  const refuse = (why: string) =>
    new HttpError('rejected', `was redirected ${why}`, { ...hop, status: answer.status, progress: 'answered' })
  if (!URL.canParse(answer.location, hop.url.href)) throw refuse('to something that is no address')
  const url = new URL(answer.location, hop.url)
  url.hash = ''
  const place = printableUrl(url)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) throw refuse(`to ${place}, which is not encrypted`)
  if (hop.url.protocol === 'https:' && url.protocol !== 'https:') throw refuse(`from https to ${place}`)
  if (url.username !== '' || url.password !== '') throw refuse(`to ${place} with credentials`)

  const sameOrigin = url.origin === hop.url.origin
  const keepsMethod = answer.status === 307 || answer.status === 308
  if (hop.method !== 'GET' && hop.method !== 'HEAD' && !(sameOrigin && keepsMethod)) {
    throw refuse(`to ${place}; only reading follows redirects`)
  }
  if (sameOrigin) return { ...hop, url }
  const publicOnly = hop.publicOnly || !(await isPrivateHost(hop.url.hostname))
  if (publicOnly && (isLoopback(url) || isPrivateAddress(url.hostname))) throw refuse(`into a private network, to ${place}`)
  const headers = Object.fromEntries(Object.entries(hop.headers).filter(([name]) => survivors.has(name)))
  return { ...hop, url, headers, publicOnly }
}
