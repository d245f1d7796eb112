import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { temporaryFolder, tree } from '../../support/temporary-folder.ts'

const project = resolve(import.meta.dirname, '../../..')

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(project, 'scripts/emulate-github.ts'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

interface Told {
  readonly apiUrl: string
  readonly serverUrl: string
  readonly token: string
}

async function told(child: ChildProcess): Promise<Told> {
  if (child.stdout === null) throw new Error('no output')
  for await (const line of createInterface(child.stdout)) return JSON.parse(line)
  throw new Error('no line')
}

test.for(['SIGTERM', 'SIGINT'] as const)('the emulator serves a folder, takes a fault, and ends on %s', async (signal) => {
  await using folder = temporaryFolder()
  tree(folder.path, { 'demo/tool/v1.0.0/tool.txt': 'from the folder' })
  const fault = '{"do":"answer","path":"/latest$","status":503,"times":1}'
  const child = start('--folder', folder.path, '--token', 'ghp_given', '--fault', fault)
  const { apiUrl, serverUrl, token } = await told(child)
  expect(token).toBe('ghp_given')
  const latest = () => fetch(`${apiUrl}/repos/demo/tool/releases/latest`, { headers: { authorization: `Bearer ${token}` } })
  expect((await latest()).status).toBe(503)
  expect(await (await latest()).json()).toMatchObject({ tag_name: 'v1.0.0', assets: [{ name: 'tool.txt', size: 15 }] })
  expect(await (await fetch(`${serverUrl}/demo/tool/releases/download/v1.0.0/tool.txt`)).text()).toBe('from the folder')
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('makes up as many repositories as it is told, under the limits that it is told, as an Enterprise Server', async () => {
  const stock = ['--repositories', '3', '--releases', '2', '--assets', '4', '--asset-bytes', '20']
  const child = start(...stock, '--per-minute', '2', '--anonymous-per-hour', '1', '--enterprise')
  const { apiUrl, serverUrl, token } = await told(child)
  expect(apiUrl).toBe(`${serverUrl}/api/v3`)
  const headers = { authorization: `Bearer ${token}` }
  const repositories = await (await fetch(`${apiUrl}/orgs/acme/repos`, { headers })).json()
  expect(repositories).toHaveLength(3)
  const listed = await fetch(`${apiUrl}/repos/acme/r0002/releases`, { headers })
  const releases = (await listed.json()) as { assets: { size: number }[] }[]
  expect(releases.map(({ assets }) => assets.map(({ size }) => size))).toEqual([Array(4).fill(20), Array(4).fill(20)])
  expect((await fetch(`${apiUrl}/repos/acme/r0002`, { headers })).status).toBe(403)
  expect((await fetch(`${apiUrl}/rate_limit`)).headers.get('x-ratelimit-limit')).toBe('1')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test.for([
  ['a folder that is not there', ['--folder', '/nowhere/at/all'], /ENOENT.*nowhere/],
  ['a fault that is none', ['--fault', '{"do":"explode"}'], /not a fault/],
  ['a port that is no number', ['--port', 'http'], /--port must be a whole number, got 'http'/],
  ['an unknown option', ['--colour', 'blue'], /--colour/],
] as const)('%s is refused with the usage', async ([, args, message]) => {
  const child = start(...args)
  if (child.stderr === null) throw new Error('no output')
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect(code).toBe(2)
  expect(said).toMatch(message)
  expect(said).toContain('Usage: npm run emulate:github')
})
