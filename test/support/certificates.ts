import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a TLS server shows, in PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** A throw-away authority, and a certificate of it for this machine. */
export interface ThrowAwayAuthority {
  /** File with the authority's certificate, as `NODE_EXTRA_CA_CERTS` takes it. */
  readonly caFile: string
  readonly server: Certificate
}

/** Makes an authority and a certificate for 127.0.0.1, localhost and other `names`, in a folder of the caller's. Needs openssl. */
export function throwAwayAuthority(folder: string, names: readonly string[] = []): ThrowAwayAuthority {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Throw-away CA')
  openssl('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost')
  const alternatives = ['IP:127.0.0.1', ...['localhost', ...names].map((name) => `DNS:${name}`)]
  writeFileSync(join(folder, 'names'), `subjectAltName=${alternatives.join(',')}\n`)
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names']
  openssl('x509', '-req', '-in', 'server.csr', ...signing, '-out', 'server.pem')
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  return { caFile: join(folder, 'ca.pem'), server: { key: read('server.key'), cert: read('server.pem') } }
}
