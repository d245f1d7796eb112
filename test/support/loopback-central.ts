import { type PortalEmulator, type PortalOptions, startPortal } from '../emulators/central-portal/server.ts'
import { type EmulatedKeyServer, startKeyServer } from '../emulators/keyserver/keyserver.ts'
import { throwAwayAuthority } from './certificates.ts'
import { connectProxy } from './connect-proxy.ts'
import { temporaryFolder } from './temporary-folder.ts'

const portalNames = ['central.sonatype.com', 'repo1.maven.org']
const keyServerNames = ['keyserver.ubuntu.com', 'keys.openpgp.org', 'pgp.mit.edu']

/** Maven Central and its key servers, emulated under their own names: whoever goes through the proxy reaches nothing else. */
export interface LoopbackCentral extends AsyncDisposable {
  readonly portal: PortalEmulator
  readonly keyServer: EmulatedKeyServer
  /** The environment of a machine that has this proxy, and trusts its certificates. */
  readonly machine: Readonly<Record<string, string>>
}

/** Starts it all. Needs gpg, openssl and python3. */
export async function loopbackCentral(options: Omit<PortalOptions, 'tls'>): Promise<LoopbackCentral> {
  await using started = new AsyncDisposableStack()
  const folder = started.use(temporaryFolder('central'))
  const { caFile, server: tls } = throwAwayAuthority(folder.path, [...portalNames, ...keyServerNames])
  const portal = started.use(await startPortal({ ...options, tls }))
  const keyServer = started.use(await startKeyServer({}, { tls }))
  const portalPort = Number(new URL(portal.portalUrl).port)
  const proxy = started.use(
    await connectProxy({
      hosts: {
        ...Object.fromEntries(portalNames.map((name) => [name, portalPort])),
        ...Object.fromEntries(keyServerNames.map((name) => [name, keyServer.port])),
      },
    }),
  )
  const everything = started.move()
  return {
    portal,
    keyServer,
    machine: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NODE_EXTRA_CA_CERTS: caFile },
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  }
}
