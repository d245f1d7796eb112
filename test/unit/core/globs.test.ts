import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { Diagnostics } from '../../../src/core/diagnostics.ts'
import { findFiles, type GlobMatch } from '../../../src/core/globs.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function tree(...files: string[]): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'globs-')))
  folders.push(root)
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), file)
  }
  return root
}

interface Outcome {
  readonly matches: GlobMatch[]
  readonly paths: string[]
  readonly diagnostics: Diagnostics
}

async function find(
  workspace: string,
  patterns: string,
  options: { failOnUnmatched?: boolean; accept?: (path: string, literal: boolean) => boolean } = {},
): Promise<Outcome> {
  const diagnostics = new Diagnostics()
  const lines = patterns.split('\n').map((text) => ({ text }))
  const matches = await findFiles({ workspace, patterns: lines, failOnUnmatched: true, ...options }, diagnostics)
  return { matches, paths: matches.map(({ path }) => path), diagnostics }
}

const release = [
  'a.jar',
  'out/a.jar',
  'out/b.jar',
  'out/b.txt',
  'out/deep/c.jar',
  'out/deep/er/d.jar',
  'out/.hidden/e.jar',
  'out/.f.jar',
  'other/g.jar',
  'out/ab.jar',
]

describe("GitHub's globs", () => {
  it.each([
    ['*.jar', ['a.jar']],
    ['out/*.jar', ['out/a.jar', 'out/ab.jar', 'out/b.jar']],
    ['out/?.jar', ['out/a.jar', 'out/b.jar']],
    ['out/a?.jar', ['out/ab.jar']],
    ['out/[a]*.jar', ['out/a.jar', 'out/ab.jar']],
    ['out/[!a].jar', ['out/b.jar']],
    ['out/[a-b].*', ['out/a.jar', 'out/b.jar', 'out/b.txt']],
    ['out/**/*.jar', ['out/a.jar', 'out/ab.jar', 'out/b.jar', 'out/deep/c.jar', 'out/deep/er/d.jar']],
    ['out/**', ['out/a.jar', 'out/ab.jar', 'out/b.jar', 'out/b.txt', 'out/deep/c.jar', 'out/deep/er/d.jar']],
    ['**/c.jar', ['out/deep/c.jar']],
    ['*/*.jar', ['other/g.jar', 'out/a.jar', 'out/ab.jar', 'out/b.jar']],
    ['*/deep/**/d.jar', ['out/deep/er/d.jar']],
    ['out/.hidden/*.jar', ['out/.hidden/e.jar']],
    ['out/.*', ['out/.f.jar']],
    ['out/.*/*', ['out/.hidden/e.jar']],
    ['out/.f.jar', ['out/.f.jar']],
    ['out/deep', ['out/deep/c.jar', 'out/deep/er/d.jar']],
    ['out/deep/', ['out/deep/c.jar', 'out/deep/er/d.jar']],
    ['out/de*/', ['out/deep/c.jar', 'out/deep/er/d.jar']],
    ['./out//../a.jar', ['a.jar']],
    ['# a comment\n\n  out/b.txt  ', ['out/b.txt']],
    ['out/*.jar\n!out/b*', ['out/a.jar', 'out/ab.jar']],
    ['out/*.jar\n!out/*\nout/b.jar', ['out/b.jar']],
    ['out/**\n!out/deep', ['out/a.jar', 'out/ab.jar', 'out/b.jar', 'out/b.txt']],
    ['out/**\n!**/*.jar', ['out/b.txt']],
    ['!out/a.jar\nout/a.jar', ['out/a.jar']],
    ['!!out/a.jar', ['out/a.jar']],
    ['out/a.jar\nout/a.*', ['out/a.jar']],
  ])('%j chooses %j', async (patterns, expected) => {
    const { paths, diagnostics } = await find(tree(...release), patterns)
    expect(paths).toEqual(expected)
    expect(diagnostics.all).toEqual([])
  })

  it('know no braces and no extended globs', async () => {
    const root = tree('a.jar', 'b.jar', '{a,b}.jar', '+(a).jar')
    expect((await find(root, '{a,b}.jar')).paths).toEqual(['{a,b}.jar'])
    expect((await find(root, '+(a).*')).paths).toEqual(['+(a).jar'])
  })

  it('take a file whose name holds brackets or backslashes by its name, and brackets escape wildcards', async () => {
    const root = tree('a[1].jar', 'a1.jar', 'b\\c.jar', 'star*.jar', 'starry.jar', '!odd', '#odd')
    expect((await find(root, 'a[1].jar')).paths).toEqual(['a[1].jar'])
    expect((await find(root, 'a[[]1].jar')).paths).toEqual(['a[1].jar'])
    expect((await find(root, 'a*.jar\n!a[1].jar')).paths).toEqual(['a1.jar'])
    expect((await find(root, 'b\\c.jar')).paths).toEqual(['b\\c.jar'])
    expect((await find(root, 'star\\*.jar')).paths).toEqual(['star*.jar'])
    expect((await find(root, 'star[*].jar')).paths).toEqual(['star*.jar'])
    expect((await find(root, '\\!odd\n\\#odd')).paths).toEqual(['!odd', '#odd'])
  })

  it('sort by code unit, whatever the order of the patterns', async () => {
    const root = tree('b', 'a', 'B', 'ä', 'a/b'.replace('/', '-'), 'c/d')
    expect((await find(root, 'c/d\nb\n*')).paths).toEqual(['B', 'a', 'a-b', 'b', 'c/d', 'ä'])
  })

  it('say where a file lies below the fixed leading folder, and which pattern took it', async () => {
    const { matches } = await find(tree('out/lib/x/a.jar', 'b.txt', 'dir/c/d'), 'out/lib/**/*.jar\nb.txt\ndir')
    expect(matches.map(({ rest, literal, pattern }) => ({ rest, literal, pattern }))).toEqual([
      { rest: 'b.txt', literal: true, pattern: 'b.txt' },
      { rest: 'c/d', literal: false, pattern: 'dir' },
      { rest: 'x/a.jar', literal: false, pattern: 'out/lib/**/*.jar' },
    ])
  })

  it('may be absolute inside the workspace', async () => {
    const root = tree('out/a.jar')
    expect((await find(root, `${root}/out/*.jar`)).paths).toEqual(['out/a.jar'])
    expect((await find(root, `../${basename(root)}/out/*.jar`)).paths).toEqual(['out/a.jar'])
    expect((await find(root, `${root}/`)).paths).toEqual(['out/a.jar'])
    expect((await find(root, '.')).paths).toEqual(['out/a.jar'])
    const link = join(tree(), 'way')
    symlinkSync(root, link)
    expect((await find(root, `${link}/out/*.jar`)).paths).toEqual(['out/a.jar'])
  })

  it.each(['../x', 'out/../../x', '/etc/*.conf', 'out/*/../../x', '**/..'])('%s leaves the workspace and is refused', async (pattern) => {
    const { diagnostics, paths } = await find(tree('out/a.jar'), pattern)
    expect(paths).toEqual([])
    expect(diagnostics.errors.map(({ message }) => message)).toEqual([`The pattern ${pattern} leaves the workspace`])
  })

  it('let wildcards take only what is accepted, and say what was left out', async () => {
    const root = tree('out/a.jar', 'out/a.jar.asc')
    const accept = (path: string, literal: boolean) => literal || !path.endsWith('.asc')
    expect((await find(root, 'out/*', { accept })).paths).toEqual(['out/a.jar'])
    expect((await find(root, 'out/a.jar.asc', { accept })).paths).toEqual(['out/a.jar.asc'])
    const { diagnostics } = await find(root, 'out/*.asc', { accept })
    expect(diagnostics.errors[0]).toMatchObject({
      message: expect.stringContaining('out/*.asc'),
      hint: expect.stringContaining('out/a.jar.asc'),
    })
  })
})

describe('a pattern that matches nothing', () => {
  it('is an error with the pattern, where it looked, and what is there', async () => {
    const root = tree('out/tool-linux.tgz', 'out/readme.md')
    const { diagnostics } = await find(root, 'out/tool-linux.tar.gz')
    expect(diagnostics.errors).toEqual([
      { severity: 'error', message: 'No file matches out/tool-linux.tar.gz: looked in out', hint: 'Nearest there: tool-linux.tgz.' },
    ])
  })

  it('names the folder that is missing', async () => {
    const { diagnostics } = await find(tree('target/libs/a.jar'), 'target/lib/*.jar')
    expect(diagnostics.errors[0]).toMatchObject({
      message: 'No file matches target/lib/*.jar: target has no folder lib',
      hint: 'Nearest there: libs.',
    })
  })

  it("explains what GitHub's globs do not know", async () => {
    const root = tree('out/a.jar')
    expect((await find(root, 'out/a.{jar,pom}')).diagnostics.errors[0]?.hint).toContain('one pattern per line')
    expect((await find(root, 'out\\*.jar')).diagnostics.errors[0]?.hint).toContain('separated by `/`')
  })

  it('is a warning when that was asked for', async () => {
    const { diagnostics, paths } = await find(tree('a.jar'), 'a.jar\nnothing/*.jar', { failOnUnmatched: false })
    expect(paths).toEqual(['a.jar'])
    expect(diagnostics.errors).toEqual([])
    expect(diagnostics.all).toMatchObject([{ severity: 'warning', message: expect.stringContaining('nothing/*.jar') }])
  })

  it('keeps the place where it was written', async () => {
    const diagnostics = new Diagnostics()
    const location = { file: 'outtray.yml', line: 3, column: 5 }
    await findFiles({ workspace: tree('a'), patterns: [{ text: 'b', location }], failOnUnmatched: true }, diagnostics)
    expect(diagnostics.errors[0]?.location).toEqual(location)
  })
})

describe('links', () => {
  it('to files and folders inside are followed, circles end', async () => {
    const root = tree('out/1.0/a.jar', 'real/x.jar')
    symlinkSync('1.0', join(root, 'out/latest'))
    symlinkSync('../real/x.jar', join(root, 'out/y.jar'))
    symlinkSync('..', join(root, 'out/1.0/up'))
    const { matches, diagnostics } = await find(root, 'out/**')
    expect(diagnostics.all).toEqual([])
    expect(matches.map(({ path }) => path)).toEqual(['out/1.0/a.jar', 'out/latest/a.jar', 'out/y.jar'])
    expect(matches.map(({ absolute }) => absolute)).toEqual([
      join(root, 'out/1.0/a.jar'),
      join(root, 'out/1.0/a.jar'),
      join(root, 'real/x.jar'),
    ])
  })

  it('that lead to each other end as well', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const root = tree(...names.map((name) => `out/${name}/file`))
    for (const from of names) for (const to of names) if (from !== to) symlinkSync(`../${to}`, join(root, 'out', from, to))
    const { paths } = await find(root, 'out/**')
    expect(paths).toContain('out/a/b/file')
    expect(paths.length).toBeLessThan(2000)
  })

  it.each(['out/*', 'out/**', 'out/evil', '**/evil'])('out of the workspace are errors that name them: %s', async (pattern) => {
    const root = tree('out/a.jar')
    symlinkSync('/etc/hostname', join(root, 'out/evil'))
    const { diagnostics } = await find(root, pattern)
    expect(diagnostics.errors.map(({ message }) => message)).toEqual(['out/evil is a link out of the workspace'])
  })

  it('to folders outside are not entered by wildcards, and are errors only where they match or are named', async () => {
    const root = tree('out/a.jar', 'b.zip')
    symlinkSync('/etc', join(root, 'out/etc'))
    symlinkSync('/etc/hostname', join(root, 'out/evil.txt'))
    symlinkSync('/usr', join(root, 'bazel-bin'))
    for (const [pattern, expected] of [
      ['**/*.zip', ['b.zip']],
      ['**/*.jar', ['out/a.jar']],
      ['*/*.jar', ['out/a.jar']],
      ['out/*.jar', ['out/a.jar']],
    ] as const) {
      const { paths, diagnostics } = await find(root, pattern)
      expect([paths, diagnostics.all], pattern).toEqual([expected, []])
    }
    for (const [pattern, named] of [
      ['out/**', 'out/etc'],
      ['out/e*', 'out/etc'],
      ['**/bazel-*', 'bazel-bin'],
      ['out/etc', 'out/etc'],
      ['out/etc/*', 'out/etc'],
      ['out/etc/hostname', 'out/etc/hostname'],
    ] as const)
      expect((await find(root, pattern)).diagnostics.errors[0]?.message).toBe(`${named} is a link out of the workspace`)
  })

  it('that were not followed are named when nothing matches', async () => {
    const root = tree('out/a.jar')
    symlinkSync('/etc', join(root, 'out/etc'))
    expect((await find(root, 'out/*/hostname')).diagnostics.errors).toMatchObject([
      { message: 'No file matches out/*/hostname: looked in out', hint: expect.stringContaining('out/etc') },
    ])
  })

  it('that are excluded harm nobody', async () => {
    const root = tree('out/a.jar')
    symlinkSync('/etc', join(root, 'out/etc'))
    symlinkSync('nowhere', join(root, 'out/dangling'))
    for (const exclusion of ['!out/etc', '!out/etc/', '!out/etc/**', '!**/etc']) {
      const { paths, diagnostics } = await find(root, `out/**\n${exclusion}\n!out/dangling`)
      expect([paths, diagnostics.all]).toEqual([['out/a.jar'], []])
    }
    expect((await find(root, 'out/**\n!out/etc')).diagnostics.errors[0]?.message).toBe('out/dangling is a link to nothing')
  })

  it('are told from pipes, which nobody can publish', async () => {
    const root = tree('out/a.jar')
    execFileSync('mkfifo', [join(root, 'out/pipe')])
    for (const pattern of ['out/*', 'out/pipe']) {
      expect((await find(root, pattern)).diagnostics.errors[0]?.message).toBe('out/pipe is no file but a device, a socket or a pipe')
    }
  })
})

it('a pattern is searched from its fixed leading folder only', async () => {
  const root = tree('out/a.jar', 'huge/x/y')
  symlinkSync('nowhere', join(root, 'huge/broken'))
  rmSync(join(root, 'huge/x/y'))
  const { paths, diagnostics } = await find(root, 'out/**')
  expect([paths, diagnostics.all]).toEqual([['out/a.jar'], []])
})

it('a name that is no UTF-8 is refused, not lost', async () => {
  const root = tree('out/a.jar')
  writeFileSync(Buffer.concat([Buffer.from(`${root}/out/b`), Buffer.from([0xff])]), '')
  expect((await find(root, 'out/*')).diagnostics.errors[0]?.message).toContain('not valid UTF-8')
  expect((await find(root, 'out/*\n!out/b*')).diagnostics.all).toEqual([])
})
