import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { temporaryFolder, tree } from '../../support/temporary-folder.ts'

const project = resolve(import.meta.dirname, '../../..')

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(project, 'scripts/emulate-central.ts'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output')
  for await (const line of createInterface(child.stdout)) return line
  throw new Error('no line')
}

test.for(['SIGTERM', 'SIGINT'] as const)('the emulator prints where it is, takes a fault, and ends on %s', async (signal) => {
  await using folder = temporaryFolder()
  tree(folder.path, { 'keys.asc': '' })
  const fault = '{"do":"answer","path":"/published$","status":503,"times":1}'
  const child = start('--port', '0', '--token', 'user:password', '--keyring', join(folder.path, 'keys.asc'), '--fault', fault)
  const { portalUrl, centralUrl }: { portalUrl: string; centralUrl: string } = JSON.parse(await firstLine(child))
  const headers = { authorization: `Bearer ${Buffer.from('user:password').toString('base64')}` }
  const ask = async () => (await fetch(`${portalUrl}/api/v1/publisher/published?namespace=a&name=b&version=1`, { headers })).status
  expect([await ask(), await ask()]).toEqual([503, 200])
  expect((await fetch(`${centralUrl}/a/b/1/b-1.pom`)).status).toBe(404)
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([0, null])
})

test.for([
  ['no token', ['--keyring', '/dev/null'], /--token must be user:password/],
  ['a keyring that is not there', ['--token', 'a:b', '--keyring', '/nowhere/keys.asc'], /ENOENT.*keys\.asc/],
  ['a fault that is none', ['--token', 'a:b', '--keyring', '/dev/null', '--fault', '{"do":"explode"}'], /not a fault/],
  ['a port that is no number', ['--token', 'a:b', '--keyring', '/dev/null', '--port', 'http'], /--port must be a whole number, got 'http'/],
  ['an unknown option', ['--colour', 'blue'], /--colour/],
] as const)('%s is refused with the usage', async ([, args, message]) => {
  const child = start(...args)
  if (child.stderr === null) throw new Error('no output')
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect(code).toBe(2)
  expect(said).toMatch(message)
  expect(said).toContain('Usage: npm run emulate:central')
})
