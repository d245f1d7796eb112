import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'
import { TravisPattern } from '../../../../src/model/patterns/travis-pattern.ts'

const location = { file: 'bintray.json', line: 1, column: 1 }

async function compile(include: string, upload?: string, exclude?: string) {
  const diagnostics = new Diagnostics()
  const located = (text: string) => ({ text, location })
  const pattern = await TravisPattern.compile(
    {
      include: located(include),
      ...(upload !== undefined && { upload: located(upload) }),
      ...(exclude !== undefined && { exclude: located(exclude) }),
    },
    diagnostics,
  )
  return { pattern, told: diagnostics.all.map(({ message }) => message), hints: diagnostics.all.map(({ hint }) => hint ?? '') }
}

describe("Travis's patterns", () => {
  it.each([
    // include, upload, path below the folder, folder, where it goes
    ['build/libs/(.*\\.jar)', '$1', 'a.jar', 'build/libs', 'a.jar'],
    ['build/libs/(.*\\.jar)', '$1', 'deep/a.jar', 'build/libs', 'deep/a.jar'],
    ['build/libs/(.*\\.jar)', '$1', 'a.pom', 'build/libs', undefined],
    ['build/libs/([^/]+\\.jar)', '$1', 'deep/a.jar', 'build/libs', undefined],
    ['build/([^/]+)/(.*)', '$2/$1', 'x/y/z', 'build', 'y/z/x'],
    ['./out/(.*)', 'p/$1', 'a', 'out', 'p/a'],
    ['\\./out/(.*\\.deb)', 'p/$1', 'a.deb', 'out', 'p/a.deb'],
    ['./(.*\\.deb)', '$1', 'out/a.deb', '', 'out/a.deb'],
    ['(.*\\.deb)', '$1', 'a.deb', '', 'a.deb'],
    ['out/(.*)', undefined, 'deep/a', 'out', 'deep/a'],
    ['out/(.*)', '/pool/$1', 'a', 'out', 'pool/a'],
    ['out/(.*).jar', '$1.jar', 'a.jar.asc', 'out', 'a.jar'],
    ['out/(.*)\\.deb$', '$1.deb', 'a.deb.asc', 'out', undefined],
    ['out/(a).(b$|c)', '$1.$2', 'a.b', 'out', 'a.b'],
    ['out/(a)(-b)?', '$1$2.x', 'a', 'out', 'a.x'],
    ['out/(.*)', 'fixed/name', 'a', 'out', 'fixed/name'],
    ['out/(?:gz|zip)/(.*)', '$1', 'gz/a', 'out', 'a'],
    ['a.b/(.*)', '$1', 'x', 'a.b', 'x'],
    ['c++/(.*)', '$1', 'x', 'c++', 'x'],
    ['out(.*)', '$1', 'x', 'out', 'x'],
    ['out/(.*)', '$1x', '$2', 'out', '$2x'],
  ])('%j with %j puts %j of %j at %j', async (include, upload, path, folder, expected) => {
    const { pattern, told } = await compile(include, upload)
    expect(told).toEqual([])
    expect(pattern?.start.folder).toBe(folder)
    expect(pattern?.uploadPath(path)).toBe(expected)
  })

  it('without a group name exactly one file', async () => {
    const { pattern } = await compile('./dist/tool\\.zip', 'p/tool.zip')
    expect(pattern?.start).toEqual({ folder: 'dist', file: 'tool.zip' })
    expect(pattern?.uploadPath('tool.zip')).toBe('p/tool.zip')
    expect(pattern?.uploadPath('tool-zip')).toBeUndefined()
    expect((await compile('pom.xml')).pattern?.uploadPath('pom.xml')).toBe('pom.xml')
  })

  it('leave out what excludePattern finds anywhere in the path', async () => {
    const { pattern } = await compile('out/(.*)', '$1', '.*/do-not-deploy/.*')
    expect(pattern?.uploadPath('do-not-deploy/a')).toBeUndefined()
    expect(pattern?.uploadPath('deploy/a')).toBe('deploy/a')
  })

  it.each([
    ['out/*.jar', 'x.jar', /has no group/, 'out/(.*\\.jar)'],
    ['out/(*.jar)', '$1', /is no regular expression/, 'out/(.*\\.jar)'],
    ['*.jar', 'x.jar', /has no group/, '(.*\\.jar)'],
    ['build/libs/*\\.jar)', undefined, /has no group/, 'build/libs/(.*\\.jar)'],
    ['.*/libs/(.*)', '$1', /stands before the first group/, 'Open the first group'],
    ['out/(a', '$1', /is no regular expression/, 'RE2'],
    ['out/(?=a)(b)', '$1', /is no regular expression/, 'Look-around'],
    ['out/(a)\\1', '$1', /is no regular expression/, 'back-references'],
    ['out/a', '$1', /wants \$1, but includePattern has no group/, 'parentheses'],
    ['out/(a)(b)', '$1$3$4', /wants \$3, \$4, but includePattern has 2 groups/, 'parentheses'],
    ['out/(a)', '*', /names no file/, 'folder/$1'],
    ['out/(a)', '/', /names no file/, 'folder/$1'],
    ['out/(a)', 'pool/', /names no file/, 'folder/$1'],
    ['out/(a)', 'https://example.org/$1', /is an address/, 'path below'],
    ['out/', 'x', /names a folder/, 'out/(.*)'],
  ])('%j with %j is refused', async (include, upload, message, hint) => {
    const { pattern, told, hints } = await compile(include, upload)
    expect(pattern).toBeUndefined()
    expect(told[0]).toMatch(message)
    expect(hints.join()).toContain(hint === 'RE2' ? 're2' : hint)
  })

  it('tell every mistake of an entry', async () => {
    expect((await compile('out/(a', 'https://x', '(')).told).toHaveLength(3)
  })

  it('take linear time where backtracking takes for ever', async () => {
    const { pattern } = await compile('out/((a+)+)+b', '$1')
    expect(pattern?.uploadPath('a'.repeat(250))).toBeUndefined()
  })

  it('never throw', async () => {
    const text = fc.string({
      unit: fc.constantFrom('(', ')', '[', ']', '.', '*', '+', '?', '\\', '$', '1', '9', '/', 'a', '{', '}', '|', '^', 'é'),
      maxLength: 20,
    })
    await fc.assert(
      fc.asyncProperty(text, text, text, async (include, upload, path) => {
        const { pattern, told } = await compile(include, upload, include)
        if (pattern === undefined) expect(told).not.toEqual([])
        else expect(['string', 'undefined']).toContain(typeof pattern.uploadPath(path))
      }),
      { numRuns: 500 },
    )
  })
})
