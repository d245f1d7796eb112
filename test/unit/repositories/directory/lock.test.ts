import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { isLeftBehind, withLock } from '../../../../src/repositories/directory/lock.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const source = pathToFileURL(path.resolve('src/repositories/directory/lock.ts')).href
const quiet = { patience: 20_000, onWait: () => {} }

test('one after another gets the lock, and nothing is left of it', async () => {
  await using folder = temporaryFolder()
  let inside = 0
  let most = 0
  const work = () =>
    withLock({ folder: folder.path, ...quiet }, async () => {
      most = Math.max(most, ++inside)
      expect(await isLeftBehind(folder.path)).toBe(false)
      await new Promise((resolve) => setTimeout(resolve, 5))
      inside--
    })
  await Promise.all(Array.from({ length: 8 }, work))
  expect(most).toBe(1)
  expect(readdirSync(folder.path)).toEqual([])
})

test('processes exclude each other: a counter in a file loses no increment', async () => {
  await using folder = temporaryFolder()
  const counter = path.join(folder.path, 'counter')
  writeFileSync(counter, '0')
  const script = `
    import { readFileSync, writeFileSync } from 'node:fs'
    const { withLock } = await import(${JSON.stringify(source)})
    for (let i = 0; i < 20; i++) await withLock({ folder: ${JSON.stringify(`${folder.path}/locks`)}, patience: 30000, onWait() {} }, async () => {
      const value = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'))
      await new Promise((r) => setTimeout(r, 1))
      writeFileSync(${JSON.stringify(counter)}, String(value + 1))
    })`
  const children = Array.from({ length: 4 }, () => spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }))
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]))
  expect(codes).toEqual([0, 0, 0, 0])
  const { readFileSync } = await import('node:fs')
  expect(readFileSync(counter, 'utf8')).toBe('80')
  expect(readdirSync(path.join(folder.path, 'locks'))).toEqual([])
})

test('the lock of a publisher who was killed is broken at once, and what it prepared is swept away', async () => {
  await using folder = temporaryFolder()
  const script = `
    const { withLock } = await import(${JSON.stringify(source)})
    await withLock({ folder: ${JSON.stringify(folder.path)}, patience: 1000, onWait() {} }, async () => process.kill(process.pid, 'SIGKILL'))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
  expect((await once(child, 'exit'))[1]).toBe('SIGKILL')
  const [left] = readdirSync(path.join(folder.path, 'lock'))
  expect(await isLeftBehind(folder.path)).toBe(true)
  mkdirSync(path.join(folder.path, `lock-${left}`))
  let waited = false
  await withLock({ folder: folder.path, patience: 5_000, onWait: () => (waited = true) }, async () => {})
  expect(waited).toBe(false)
  expect(readdirSync(folder.path)).toEqual([])
  expect(await isLeftBehind(folder.path)).toBe(false)
  mkdirSync(path.join(folder.path, `lock-${left}`))
  expect(await isLeftBehind(folder.path)).toBe(true)
  expect(await isLeftBehind(path.join(folder.path, 'none'))).toBe(false)
})

test('a publisher on another machine is alive while its heartbeat is, and is waited for', async () => {
  await using folder = temporaryFolder()
  const lock = path.join(folder.path, 'lock')
  mkdirSync(lock)
  const owner = path.join(lock, 'elsewhere~1~~abc')
  writeFileSync(owner, '')
  const waits: string[] = []
  const attempt = withLock({ folder: folder.path, patience: 200, onWait: (who) => waits.push(who) }, async () => {})
  await expect(attempt).rejects.toMatchObject({ code: 'timeout' })
  expect(waits).toEqual(['elsewhere~1~~abc'])
  const old = new Date(Date.now() - 120_000)
  utimesSync(owner, old, old)
  await expect(withLock({ folder: folder.path, patience: 200, onWait: () => {} }, async () => 'mine')).resolves.toBe('mine')
})

test('the lock is given back when the work fails', async () => {
  await using folder = temporaryFolder()
  const failure = withLock({ folder: folder.path, ...quiet }, async () => {
    throw new Error('no')
  })
  await expect(failure).rejects.toThrow('no')
  expect(readdirSync(folder.path)).toEqual([])
})
