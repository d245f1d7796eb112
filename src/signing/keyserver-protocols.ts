import type { HttpClient, HttpRequest, HttpResponse } from '../core/http.ts'
import { unexpectedStatus } from '../core/http-error.ts'
import { defaultRetries } from '../core/retry-policy.ts'
import type { KeyServer, KeyServerKind } from './keyserver-address.ts'

/** What a server did with a key. */
export interface UploadAnswer {
  /** Addresses to which the server has sent a mail that the owner must answer before it shows the user ID. */
  readonly mailed: readonly string[]
}

/** How to talk to one kind of key server. */
export interface KeyServerProtocol {
  /** Path and query that fetch a key by the fingerprint (40 hexadecimal digits, upper case) of its primary key or any subkey. */
  lookup(fingerprint: string): Pick<HttpRequest, 'url' | 'query'>
  /** Sends an armored public key; throws `HttpError` when the server does not take it. */
  upload(request: { http: HttpClient; server: KeyServer; publicKey: string; signal: AbortSignal }): Promise<UploadAnswer>
}

const hkp: KeyServerProtocol = {
  lookup: (fingerprint) => ({ url: 'pks/lookup', query: { op: 'get', options: 'mr', search: `0x${fingerprint}` } }),
  async upload({ http, server, publicKey, signal }) {
    const body = new URLSearchParams({ keytext: publicKey }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    // Adding a key twice changes nothing: servers merge.
    await accepted(http, { method: 'POST', url: `${server.url}pks/add`, headers, body, repeatable: true, signal })
    return { mailed: [] }
  },
}

const vks: KeyServerProtocol = {
  lookup: (fingerprint) => ({ url: `vks/v1/by-fingerprint/${fingerprint}` }),
  async upload({ http, server, publicKey, signal }) {
    const post = async (path: string, content: unknown) => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify(content)
      return await accepted(http, { method: 'POST', url: `${server.url}vks/v1/${path}`, headers, body, repeatable: true, signal })
    }
    const { token, unpublished } = readUpload(await post('upload', { keytext: publicKey }))
    if (token === undefined || unpublished.length === 0) return { mailed: [] }
    await post('request-verify', { token, addresses: unpublished, locale: ['en'] })
    return { mailed: unpublished }
  },
}

export const keyServerProtocols: Readonly<Record<KeyServerKind, KeyServerProtocol>> = { hkp, vks }

async function accepted(http: HttpClient, request: HttpRequest): Promise<HttpResponse> {
  const response = await http.send({ ...request, retries: { ...defaultRetries, attempts: 2 } })
  if (response.status === 200) return response
  throw unexpectedStatus({ method: request.method, url: response.url, status: response.status, body: response.body.toString('utf8') })
}

/** The token of an upload, and the addresses that nobody has confirmed: `{"token": …, "status": {"a@b.c": "unpublished" | "pending" | "published" | …}}`. */
function readUpload({ body }: HttpResponse): { token: string | undefined; unpublished: string[] } {
  let answer: unknown
  try {
    answer = JSON.parse(body.toString('utf8'))
  } catch {
    answer = undefined
  }
  const at = (key: string): unknown => (typeof answer === 'object' && answer !== null ? Reflect.get(answer, key) : undefined)
  const [token, status] = [at('token'), at('status')]
  const states = typeof status === 'object' && status !== null ? Object.entries(status) : []
  return {
    token: typeof token === 'string' ? token : undefined,
    unpublished: states.filter(([, state]) => state === 'unpublished').map(([address]) => address),
  }
}
