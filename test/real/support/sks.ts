import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { freePort } from './free-port.ts'

// Where Debian keeps it.
const sksProgram = '/usr/sbin/sks'

/** SKS on a loopback port with an empty database, until the end of its scope. */
export interface SksServer extends AsyncDisposable {
  /** Without final slash. */
  readonly url: string
}

/** Starts Debian's key server and waits until it answers. */
export async function startSks(): Promise<SksServer> {
  const base = temporaryFolder('sks')
  for (const folder of ['var/log/sks', 'var/lib/sks/DB', 'var/lib/sks/PTree', 'var/spool/sks', 'var/run/sks', 'etc/sks']) {
    mkdirSync(join(base.path, folder), { recursive: true })
  }
  const [port, reconPort] = [await freePort(), await freePort()]
  const settings = { hostname: 'localhost', hkp_address: '127.0.0.1', hkp_port: port, recon_address: '127.0.0.1', recon_port: reconPort }
  const lines = Object.entries(settings).map(([name, value]) => `${name}: ${value}\n`)
  writeFileSync(join(base.path, 'etc/sks/sksconf'), lines.join(''))
  const server = spawn(sksProgram, ['db', '-basedir', base.path], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  const end = async () => {
    if (server.exitCode === null) {
      const closed = once(server, 'close')
      server.kill('SIGTERM')
      await closed
    }
    await base[Symbol.asyncDispose]()
  }
  for (const deadline = Date.now() + 20_000; Date.now() < deadline && server.exitCode === null; await delay(50)) {
    const answer = await fetch(`${url}/pks/lookup?op=stats`).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer !== undefined) return { url, [Symbol.asyncDispose]: end }
  }
  await end()
  throw new Error('sks did not start')
}

/** Whether SKS is installed here. */
export function hasSks(): boolean {
  return existsSync(sksProgram)
}
