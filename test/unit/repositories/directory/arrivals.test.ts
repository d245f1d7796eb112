import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { transactionFolder } from '../../../../src/repositories/directory/journal.ts'
import { DryRunRepository } from '../../../../src/repositories/dry-run.ts'
import { openRepository } from '../../../../src/repositories/kinds.ts'
import type { Arrival, Change } from '../../../../src/repositories/repository.ts'
import { snapshot, temporaryFolder, tree } from '../../../support/temporary-folder.ts'

const name = 'github.com/acme/widget/1234'
const incoming = '.outtray/incoming/github.com%2Facme%2Fwidget'
const nothing: Change = { uploads: [], moves: [], documents: [], removals: [] }
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const kinds = pathToFileURL(path.resolve('src/repositories/kinds.ts')).href

function open(workspace: string, onWait: () => void = () => {}) {
  return openRepository('repo', { workspace, patience: 5_000, onWait })
}

const append = (arrival: Arrival, text: string) => arrival.append(Buffer.from(text))

/** Receives in a process of its own, which is killed while it holds the arrival. */
async function receiveAndDie(workspace: string, text: string): Promise<void> {
  const script = `
    const { openRepository } = await import(${JSON.stringify(kinds)})
    const repository = openRepository('repo', { workspace: ${JSON.stringify(workspace)}, patience: 1000, onWait() {} })
    const arrival = await repository.arrival(${JSON.stringify(name)})
    await arrival.append(Buffer.from(${JSON.stringify(text)}))
    process.kill(process.pid, 'SIGKILL')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
  expect((await once(child, 'exit'))[1]).toBe('SIGKILL')
}

test('what arrives in pieces, over several runs, gets its place by a rename and leaves nothing', async () => {
  await using workspace = temporaryFolder()
  const root = path.join(workspace.path, 'repo')
  {
    await using first = await open(workspace.path).arrival(name)
    expect(first.size).toBe(0)
    await append(first, 'one ')
    await append(first, 'two ')
    expect(first.size).toBe(8)
  }
  const repository = open(workspace.path)
  await using arrival = await repository.arrival(name)
  expect(arrival.size).toBe(8)
  await append(arrival, 'three')
  expect(readFileSync(arrival.localPath, 'utf8')).toBe('one two three')
  const { ino } = statSync(arrival.localPath)
  await repository.exclusively(() => repository.apply({ ...nothing, moves: [{ from: arrival.path, to: 'widget/1.0/widget.zip' }] }))
  await arrival[Symbol.asyncDispose]()
  expect(snapshot(root)).toEqual({ 'widget/1.0/widget.zip': sha256('one two three') })
  expect(statSync(path.join(root, 'widget/1.0/widget.zip'))).toMatchObject({ ino, mode: 0o100666 & ~process.umask() })
})

test('the folder of arrivals is its owner’s alone, also when something opened it', async () => {
  await using workspace = temporaryFolder()
  const folder = path.join(workspace.path, 'repo/.outtray/incoming')
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  await using arrival = await open(workspace.path).arrival(name)
  await append(arrival, 'secret until it is published')
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('what was received can be dropped, and an arrival without bytes leaves nothing, not even the repository', async () => {
  await using workspace = temporaryFolder()
  {
    await using arrival = await open(workspace.path).arrival(name)
    await append(arrival, 'wrong bytes')
    await arrival.restart()
    expect(arrival.size).toBe(0)
    await append(arrival, 'right')
    expect(readFileSync(arrival.localPath, 'utf8')).toBe('right')
    await arrival.restart()
  }
  expect(readdirSync(workspace.path)).toEqual([])
})

test('a file without bytes arrives like any other', async () => {
  await using workspace = temporaryFolder()
  const repository = open(workspace.path)
  await using arrival = await repository.arrival(name)
  await repository.exclusively(() => repository.apply({ ...nothing, moves: [{ from: arrival.path, to: 'empty' }] }))
  await arrival[Symbol.asyncDispose]()
  expect(snapshot(path.join(workspace.path, 'repo'))).toEqual({ empty: sha256('') })
})

test('beside a living run a second one gets an own, empty arrival', async () => {
  await using workspace = temporaryFolder()
  const [one, two] = [open(workspace.path), open(workspace.path)]
  await using first = await one.arrival(name)
  await append(first, 'first')
  await using second = await two.arrival(name)
  await using third = await one.arrival(name)
  expect([second.size, third.size]).toEqual([0, 0])
  await append(second, 'second')
  expect(readFileSync(first.localPath, 'utf8')).toBe('first')
  expect(readFileSync(second.localPath, 'utf8')).toBe('second')
})

test('what a killed run received is taken over at once, and the longest of several is kept', async () => {
  await using workspace = temporaryFolder()
  await receiveAndDie(workspace.path, 'some bytes')
  const [left] = readdirSync(path.join(workspace.path, 'repo', incoming))
  writeFileSync(path.join(workspace.path, 'repo', incoming, `${left}0`), 'less')
  let waited = false
  await using arrival = await open(workspace.path, () => (waited = true)).arrival(name)
  expect(readFileSync(arrival.localPath, 'utf8')).toBe('some bytes')
  expect(waited).toBe(false)
  expect(readdirSync(path.join(workspace.path, 'repo', incoming))).toHaveLength(1)
})

test('what a run on another machine receives is left alone as long as it gives signs of life', async () => {
  await using workspace = temporaryFolder()
  const file = path.join(
    tree(workspace.path, { [`repo/${incoming}/1234~another.host~7~~x`]: 'theirs' }),
    'repo',
    incoming,
    '1234~another.host~7~~x',
  )
  {
    await using beside = await open(workspace.path).arrival(name)
    expect(beside.size).toBe(0)
  }
  const longAgo = new Date(Date.now() - 120_000)
  utimesSync(file, longAgo, longAgo)
  await using arrival = await open(workspace.path).arrival(name)
  expect(readFileSync(arrival.localPath, 'utf8')).toBe('theirs')
})

test('what a change that was cut off names is never taken over: the change is completed first', async () => {
  await using workspace = temporaryFolder()
  const root = path.join(workspace.path, 'repo')
  await receiveAndDie(workspace.path, 'some bytes')
  const [left] = readdirSync(path.join(root, incoming))
  tree(root, {
    [`${transactionFolder}/journal.json`]: JSON.stringify([
      { rename: `${incoming}/${left}`, to: `${transactionFolder}/tree/widget.zip` },
      { rename: `${transactionFolder}/tree/widget.zip`, to: 'widget.zip' },
    ]),
  })
  await using arrival = await open(workspace.path).arrival(name)
  expect(arrival.size).toBe(0)
  expect(readFileSync(path.join(root, 'widget.zip'), 'utf8')).toBe('some bytes')
})

test('an arrival whose change failed half-way stays where the journal finds it', async () => {
  await using workspace = temporaryFolder()
  const root = path.join(workspace.path, 'repo')
  const repository = open(workspace.path)
  const arrival = await repository.arrival(name)
  await append(arrival, 'bytes')
  tree(root, { [`${transactionFolder}/journal.json`]: JSON.stringify([{ rename: arrival.path, to: 'widget.zip' }]) })
  await arrival[Symbol.asyncDispose]()
  await repository.exclusively(async () => {})
  expect(snapshot(root)).toEqual({ 'widget.zip': sha256('bytes') })
})

test('an arrival is given back while another publisher is in the midst of a change', async () => {
  await using workspace = temporaryFolder()
  const repository = open(workspace.path)
  const root = path.join(workspace.path, 'repo')
  const arrival = await repository.arrival(name)
  await append(arrival, 'bytes')
  tree(root, { [`${transactionFolder}/journal.json`]: JSON.stringify([{ rename: `${arrival.path}0`, to: 'widget.zip' }]) })
  await arrival[Symbol.asyncDispose]()
  expect(existsSync(arrival.localPath)).toBe(false)
  await repository.discardArrivals(name)
  expect(existsSync(path.join(root, incoming))).toBe(false)
})

test('a change that moves an arrival which is gone is refused before anything happens', async () => {
  await using workspace = temporaryFolder()
  const repository = open(workspace.path)
  const arrival = await repository.arrival(name)
  await append(arrival, 'bytes')
  await arrival[Symbol.asyncDispose]()
  const change = { ...nothing, moves: [{ from: arrival.path, to: 'widget.zip' }], documents: [{ path: 'note', content: 'N' }] }
  await expect(repository.exclusively(() => repository.apply(change))).rejects.toMatchObject({ code: 'conflict' })
  expect(existsSync(path.join(workspace.path, 'repo/note'))).toBe(false)
})

test('what somebody else wrote into an arrival is not published', async () => {
  await using workspace = temporaryFolder()
  const repository = open(workspace.path)
  await using arrival = await repository.arrival(name)
  await append(arrival, 'bytes')
  writeFileSync(arrival.localPath, ' of others', { flag: 'a' })
  const moves = [{ from: arrival.path, to: 'widget.zip' }]
  await expect(repository.exclusively(() => repository.apply({ ...nothing, moves }))).rejects.toThrow('has 15 bytes instead of 5')
  expect(existsSync(path.join(workspace.path, 'repo/widget.zip'))).toBe(false)
})

test('discarding removes what nobody living holds, of a name and of all below it, and nothing else', async () => {
  await using workspace = temporaryFolder()
  const root = path.join(workspace.path, 'repo')
  const repository = open(workspace.path)
  for (const other of [name, 'github.com/acme/widget/12345', 'github.com/acme/widget/1234/part', 'github.com/acme/widgets/1']) {
    await using arrival = await repository.arrival(other)
    await append(arrival, other)
  }
  await using held = await repository.arrival('github.com/acme/widget/7')
  await append(held, 'held')
  const kept = () => Object.values(snapshot(root)).sort()
  await repository.discardArrivals(name)
  expect(kept()).toEqual([sha256('github.com/acme/widget/12345'), sha256('github.com/acme/widgets/1'), sha256('held')].sort())
  await repository.discardArrivals('github.com/acme/widget')
  expect(kept()).toEqual([sha256('github.com/acme/widgets/1'), sha256('held')].sort())
  await held.restart()
  await held[Symbol.asyncDispose]()
  await repository.discardArrivals('github.com')
  expect(snapshot(root)).toEqual({})
})

test('names never lead out of the folder of arrivals', async () => {
  await using workspace = temporaryFolder()
  await using arrival = await open(workspace.path).arrival('../acme~x/../wid\\get/..')
  expect(arrival.path).toMatch(/^\.outtray\/incoming\/\.\.%2Facme%7Ex%2F\.\.%2Fwid%5Cget\/%2E%2E~/)
})

test('links are never followed, and a file with a second name is never written into', async () => {
  await using workspace = temporaryFolder()
  const root = path.join(workspace.path, 'repo')
  tree(workspace.path, { 'outside/file': 'outside' })
  mkdirSync(path.join(root, incoming), { recursive: true })
  symlinkSync(path.join(workspace.path, 'outside/file'), path.join(root, incoming, '1234~left'))
  linkSync(path.join(workspace.path, 'outside/file'), path.join(root, incoming, '1234~too'))
  {
    await using arrival = await open(workspace.path).arrival(name)
    expect(arrival.size).toBe(0)
    await append(arrival, 'bytes')
  }
  expect(readFileSync(path.join(workspace.path, 'outside/file'), 'utf8')).toBe('outside')

  mkdirSync(path.join(workspace.path, 'elsewhere'))
  symlinkSync(path.join(workspace.path, 'elsewhere'), path.join(root, '.outtray/incoming/example.org%2Facme%2Fwidget'))
  await expect(open(workspace.path).arrival('example.org/acme/widget/1')).rejects.toMatchObject({ code: 'conflict' })
  await expect(open(workspace.path).discardArrivals('example.org')).rejects.toMatchObject({ code: 'conflict' })
  expect(snapshot(path.join(workspace.path, 'elsewhere'))).toEqual({})
})

test('a dry run receives nothing', async () => {
  await using workspace = temporaryFolder()
  const dry = new DryRunRepository(open(workspace.path))
  await expect(dry.arrival(name)).rejects.toThrow('a dry run receives nothing')
  await dry.discardArrivals(name)
  expect(readdirSync(workspace.path)).toEqual([])
})
