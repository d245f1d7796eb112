import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { freePort } from './free-port.ts'

/** A folder that nginx serves on a loopback port, until the end of its scope. */
export interface ServedFolder extends AsyncDisposable {
  /** Without final slash. */
  readonly url: string
}

/** Serves a folder as a plain web server would: files only, no listing, with a configuration and temporary files of its own. */
export async function serveByNginx(root: string): Promise<ServedFolder> {
  const work = temporaryFolder('nginx')
  const port = await freePort()
  writeFileSync(join(work.path, 'nginx.conf'), configuration({ root, port, work: work.path }))
  const server = spawn('nginx', ['-p', work.path, '-c', 'nginx.conf', '-e', 'error.log'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  server.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text
  })
  const url = `http://127.0.0.1:${port}`
  await untilItAnswers(url, server, () => complaint)
  return {
    url,
    async [Symbol.asyncDispose]() {
      if (server.exitCode === null) {
        const closed = once(server, 'close')
        server.kill('SIGTERM')
        await closed
      }
      await work[Symbol.asyncDispose]()
    },
  }
}

/** One process that stays in the foreground, so that ending it ends everything. */
function configuration({ root, port, work }: { root: string; port: number; work: string }): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path "${work}/${name}";`)
  return `daemon off;
master_process off;
pid "${work}/nginx.pid";
events {}
http {
${temporary.join('\n')}
  access_log off;
  default_type application/octet-stream;
  server {
    listen 127.0.0.1:${port};
    root "${root}";
  }
}
`
}

async function untilItAnswers(url: string, server: ChildProcess, complaint: () => string): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await delay(50)) {
    if (server.exitCode !== null) break
    try {
      await fetch(url)
      return
    } catch {
      // Not listening yet.
    }
  }
  server.kill('SIGTERM')
  throw new Error(`nginx did not start: ${complaint()}`)
}
