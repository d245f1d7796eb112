import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isInside, listFolder, resolveInside, walk } from '../../../src/core/walk.ts'

let root = ''
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'walk-')))
  for (const folder of ['b/c', 'b.d', '.h']) mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['b/c/z', 'b/a', 'b.d/x', 'a', 'B', '.h/i']) writeFileSync(join(root, file), '')
  symlinkSync('b', join(root, 'inside'))
  symlinkSync('/etc', join(root, 'outside'))
  symlinkSync('loop', join(root, 'loop'))
  symlinkSync('nowhere', join(root, 'dangling'))
})
afterAll(() => rmSync(root, { recursive: true }))

describe('a walk', () => {
  it('lists everything by code unit, hidden names too, and follows no link', async () => {
    expect((await walk(root)).map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'file .h/i',
      'file B',
      'file a',
      'file b.d/x',
      'file b/a',
      'file b/c/z',
      'link dangling',
      'link inside',
      'link loop',
      'link outside',
    ])
    expect((await walk(root, 'b')).map(({ path }) => path)).toEqual(['b/a', 'b/c/z'])
  })

  it('fails with a sentence where there is no folder', async () => {
    await expect(listFolder(join(root, 'gone'))).rejects.toMatchObject({ name: 'ActionError', code: 'not-found' })
    await expect(listFolder(join(root, 'a'))).rejects.toMatchObject({ name: 'ActionError', code: 'unavailable' })
  })
})

describe('resolving a path', () => {
  it.each([
    ['a', 'file'],
    ['b', 'folder'],
    ['inside/a', 'file'],
    ['inside', 'folder'],
    ['outside', 'outside'],
    ['outside/hostname', 'outside'],
    ['../..', 'outside'],
    ['dangling', 'missing'],
    ['loop', 'missing'],
    ['a/b', 'missing'],
    ['nul\0', 'missing'],
    ['x'.repeat(5000), 'missing'],
  ])('%j is %s', async (path, kind) => {
    expect((await resolveInside(root, join(root, path))).kind).toBe(kind)
  })

  it('tells inside from outside by whole names', () => {
    expect(isInside('/w', '/w')).toBe(true)
    expect(isInside('/w', '/w/..x')).toBe(true)
    expect(isInside('/w', '/ws')).toBe(false)
    expect(isInside('/w', '/')).toBe(false)
    expect(isInside('/', '/w')).toBe(true)
  })
})
