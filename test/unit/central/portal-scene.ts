import { Portal } from '../../../src/central/portal.ts'
import { type LoopbackServer, serve } from '../../support/loopback-server.ts'
import { TestClock, TestLog } from '../../support/test-clock.ts'

export const token = { username: 'u5er', password: 'p4ss\n' }
export const id = '28570f16-da32-4c14-bd2e-c1acc0782365'

/** A client of the Portal at a server of the test's own. */
export const portalAt = ({ url }: { url: string }, log = new TestLog()) =>
  new Portal({ url, token, environment: {}, clock: new TestClock(), log })

/** A Portal that gives one answer to everything. */
export async function answering(status: number, body = '', headers: Record<string, string> = {}): Promise<LoopbackServer> {
  return await serve((request, response) => {
    request.resume()
    request.on('end', () => response.writeHead(status, headers).end(body))
  })
}

/** A body of these bytes, in chunks. */
export const bundleOf = (bytes: Buffer) => ({
  size: bytes.length,
  async *chunks() {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
  },
})
export const upload = { name: 'org.acme:lib:1.0 3f9a', fileName: 'bundle.zip', bundle: bundleOf(Buffer.from('PK')) }
