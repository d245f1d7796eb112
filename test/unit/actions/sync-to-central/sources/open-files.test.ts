import { execFileSync } from 'node:child_process'
import { appendFileSync, linkSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentOf, OpenFiles, RefusedFile, sameContent } from '../../../../../src/actions/sync-to-central/sources/open-files.ts'
import { temporaryFolder, tree } from '../../../../support/temporary-folder.ts'

describe('opening a file', () => {
  it('happens once, however often it is asked for', async () => {
    await using folder = temporaryFolder()
    const path = join(tree(folder.path, { a: 'content' }), 'a')
    using files = new OpenFiles()
    expect(files.open(path).descriptor).toBe(files.open(path).descriptor)
    expect(contentOf(files.open(path)).toString()).toBe('content')
    expect(contentOf(files.open(path), 4).toString()).toBe('cont')
  })

  it('is refused for links, hard-linked files, pipes and folders, at the moment of opening and without waiting', async () => {
    await using folder = temporaryFolder()
    const at = (name: string) => join(folder.path, name)
    tree(folder.path, { file: 'content', twin: 'content' })
    symlinkSync(at('file'), at('link'))
    linkSync(at('twin'), at('other-name'))
    execFileSync('mkfifo', [at('pipe')])
    mkdirSync(at('folder'))
    using files = new OpenFiles()
    for (const [name, reason] of [
      ['link', /is a link/],
      ['twin', /is hard-linked/],
      ['other-name', /is hard-linked/],
      ['pipe', /is no ordinary file/],
      ['folder', /is no ordinary file/],
    ] as const) {
      expect(() => files.open(at(name)), name).toThrow(RefusedFile)
      expect(() => files.open(at(name)), name).toThrow(reason)
    }
    expect(() => files.open(at('missing'))).toThrow(/missing cannot be read/)
  })

  it('is for what was there then: a file that has grown is a conflict', async () => {
    await using folder = temporaryFolder()
    const path = join(tree(folder.path, { a: 'content' }), 'a')
    using files = new OpenFiles()
    const file = files.open(path)
    appendFileSync(path, 'more')
    expect(() => contentOf(file)).toThrow(/changed during the run/)
  })

  it.each([0, 1, 1 << 18, (1 << 18) + 1, 700_000])('compares every byte of %i', async (size) => {
    await using folder = temporaryFolder()
    const content = Buffer.alloc(size, 'x')
    const other = Buffer.from(content)
    if (size > 0) other[size - 1] = 0
    tree(folder.path, { a: content, b: content, c: other, d: Buffer.concat([content, Buffer.from('x')]) })
    using files = new OpenFiles()
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => files.open(join(folder.path, name)))
    if (!a || !b || !c || !d) throw new Error('four files')
    expect([sameContent(a, b), sameContent(a, c), sameContent(a, d)]).toEqual([true, size === 0, false])
  })
})
