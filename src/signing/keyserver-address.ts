import { ActionError } from '../core/errors.ts'
import { requireHttpsOrLoopback } from '../core/http-url.ts'

/** The protocol that a key server speaks: HKP (draft-gallagher-openpgp-hkp), or the Verifying Keyserver's own (https://keys.openpgp.org/about/api). */
export type KeyServerKind = 'hkp' | 'vks'

/** A key server. */
export interface KeyServer {
  readonly kind: KeyServerKind
  /** https, or plain http to this machine; with a final slash. */
  readonly url: string
  /** As messages call it: host, and port if unusual. */
  readonly name: string
}

/** The servers that Maven Central asks, as addresses that `parseKeyServer` reads (https://central.sonatype.org/publish/requirements/gpg/). */
export const centralKeyServers = ['hkps://keyserver.ubuntu.com', 'vks+https://keys.openpgp.org', 'hkps://pgp.mit.edu'] as const

const hkpPort = '11371'
const schemes: Readonly<Record<string, { readonly kind: KeyServerKind; readonly scheme: 'http' | 'https'; readonly port?: string }>> = {
  hkps: { kind: 'hkp', scheme: 'https' },
  hkp: { kind: 'hkp', scheme: 'http', port: hkpPort },
  'hkp+https': { kind: 'hkp', scheme: 'https' },
  'hkp+http': { kind: 'hkp', scheme: 'http' },
  'vks+https': { kind: 'vks', scheme: 'https' },
  'vks+http': { kind: 'vks', scheme: 'http' },
  // HKP is what every key server speaks, those with a protocol of their own included.
  https: { kind: 'hkp', scheme: 'https' },
  http: { kind: 'hkp', scheme: 'http' },
}

/**
 * Reads a key server's address: `hkps://host`, `vks+https://host`, `https://host` (HKP) or the host alone (HKP); on this machine also `hkp://`, `http://`
 * and `vks+http://`. Throws `invalid-input`.
 */
export function parseKeyServer(text: string): KeyServer {
  const [, given = 'hkps', rest = ''] = /^(?:([a-z+]+):\/\/)?(.*)$/i.exec(text.trim()) ?? []
  const known = schemes[given.toLowerCase()]
  if (known === undefined) {
    throw new ActionError('invalid-input', `input 'keyservers': ${given}:// is no kind of key server`, {
      hint: 'Write hkps://host or vks+https://host.',
    })
  }
  const url = requireHttpsOrLoopback(`${known.scheme}://${rest}`, "input 'keyservers'")
  if (known.port !== undefined && url.port === '' && !/:\d+(?:\/|$)/.test(rest)) url.port = known.port
  return { kind: known.kind, url: `${url.origin}${url.pathname.replace(/\/*$/, '/')}`, name: url.host }
}
