import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BintrayPattern, bintrayPatternProblem } from '../../../../src/model/patterns/bintray-pattern.ts'

/** The tree of the documentation's examples, with a hidden file and folder. */
const files = [
  'repo1/org/jfrog/README',
  'repo1/org/jfrog/lib.jar',
  'repo2/org/jfrog/test/a.jar',
  'repo2/org/jfrog/test/module1/b.jar',
  'repo2/org/jfrog/test/module1/sub/c.jar',
  'repo2/org/jfrog/test/x/art.jar',
  'repo2/org/jfrog/test/x/art.ar',
  'repo2/org/jfrog/test/x/README',
  'repo2/org/jfrog/test/.git/config.jar',
  'repo2/org/jfrog/test/.hidden.jar',
]
const below = 'repo2/org/jfrog/test/'

describe("Artifactory's patterns as documented", () => {
  it.each([
    ['repo2/org/jfrog/test/*.jar', ['a.jar']],
    ['repo2/org/jfrog/test/module*/*.jar', ['module1/b.jar']],
    ['repo2/org/jfrog/test/**/*.jar', ['module1/b.jar', 'module1/sub/c.jar', 'x/art.jar']],
    ['repo2/org/jfrog/test/**/art.?ar', ['x/art.jar', 'x/art.ar']],
    ['repo2/org/jfrog/test/**/*.*', ['module1/b.jar', 'module1/sub/c.jar', 'x/art.jar', 'x/art.ar', 'x/README']],
    ['repo2/org/jfrog/test/x/*', ['x/art.jar', 'x/art.ar', 'x/README']],
    ['repo2/org/jfrog/test/x/*.*', ['x/art.jar', 'x/art.ar', 'x/README']],
    ['repo2/org/jfrog/test/x/?EADME', ['x/README']],
    ['repo2/org/jfrog/test/x/RE?ADME', ['x/README']],
    ['repo2/org/jfrog/test/*/*/*.jar', ['module1/sub/c.jar']],
    ['repo2/org/jfrog/test/**/sub/*.jar', ['module1/sub/c.jar']],
    ['repo2/org/jfrog/test/**/**/*.jar', ['module1/sub/c.jar']],
    ['repo2/**/*.jar', ['a.jar', 'module1/b.jar', 'module1/sub/c.jar', 'x/art.jar']],
    ['repo2/org/jfrog/test/.git/*.jar', ['.git/config.jar']],
    ['repo2/org/jfrog/test/.h*', ['.hidden.jar']],
    ['repo2/org/jfrog/test/x/[a]rt.jar', []],
  ])('%s takes %j', (pattern, expected) => {
    const matched = files.filter((file) => new BintrayPattern(pattern).matches(file))
    expect(matched).toEqual(expected.map((file) => below + file))
  })

  it('take a name of *.* for any file, also one without a dot', () => {
    expect(files.filter((file) => new BintrayPattern('repo1/org/jfrog/*.*').matches(file))).toEqual(files.slice(0, 2))
  })

  it('say where a walk begins and which folders it enters', () => {
    const pattern = new BintrayPattern('repo2/org/*/x/**/.conf/art.?ar')
    expect([pattern.fixedFolder, pattern.walkGlob]).toEqual(['repo2/org', '*/*/**/.*/*'])
    expect([new BintrayPattern('a.jar').fixedFolder, new BintrayPattern('a.jar').walkGlob]).toEqual(['', '*'])
  })

  it.each(['repo1/org/jfrog/', 'repo1/org/**', 'repo1/org/.'])('%s points to no file', (pattern) => {
    expect(bintrayPatternProblem(pattern)).toBe(
      'Paths in the descriptor must point to a file or use a valid wildcard that denotes several files (i.e. /*.*)',
    )
  })

  it.each(['a//b', '../a', 'a/./b', 'a/../b'])('%s is no path', (pattern) => {
    expect(bintrayPatternProblem(pattern)).toMatch(/folder name|`\.\.`/)
  })

  it('match the very file that they name, whatever its characters', () => {
    const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/[/*?]|^\.{1,2}$/.test(text))
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        expect(new BintrayPattern(names.join('/')).matches(names.join('/'))).toBe(true)
      }),
    )
  })

  it('never throw, and end soon on patterns that backtracking would not survive', () => {
    const text = fc.string({ unit: fc.constantFrom('*', '?', '/', 'a', '.', '**', '[', '\\'), maxLength: 30 })
    fc.assert(fc.property(text, text, (pattern, path) => typeof new BintrayPattern(pattern).matches(path) === 'boolean'))
    expect(new BintrayPattern(`${'a*?'.repeat(80)}b`).matches('a'.repeat(255))).toBe(false)
    expect(new BintrayPattern(`${'**/'.repeat(100)}b`).matches(`${'a/'.repeat(200)}a`)).toBe(false)
  })
})
