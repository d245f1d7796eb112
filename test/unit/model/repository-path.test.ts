import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeName, pathClashes, pathProblem } from '../../../src/model/repository-path.ts'

test.each(['a', 'tool/1.0/tool-linux.tgz', 'Grüße/世界.txt', '.hidden/file', 'console/x', 'com/x', 'a b/c', 'x.con', 'a/..b'])(
  "'%s' may hold a file",
  (path) => {
    expect(pathProblem(path)).toBeUndefined()
  },
)

test.each([
  ['', /empty/],
  ['/etc/passwd', /absolute/],
  ['C:/x', /absolute/],
  ['a//b', /empty/],
  ['a/', /empty/],
  ['./a', /'\.'/],
  ['a/../../b', /'\.\.'/],
  ['.outtray/x', /own/],
  ['.OutTray/x', /own/],
  ['con/x', /reserved/],
  ['a/NUL.txt', /reserved/],
  ['lpt1', /reserved/],
  ['COM¹.x', /reserved/],
  ['ab:c', /':'/],
  ['a\\b', /does not|not allow/],
  ['a?', /'\?'/],
  ['a*', /'\*'/],
  ['a"b', /'"'/],
  ['a<b', /'<'/],
  ['a|b', /'\|'/],
  ['a\u0000b', /u\{0\}/],
  ['a\nb', /not allow/],
  ['a\u202eb', /not allow/],
  ['a.', /dot or a blank/],
  ['a /b', /dot or a blank/],
  [`${'x'.repeat(256)}/a`, /255 bytes/],
  ['é'.repeat(128), /255 bytes/],
  ['a\ud800', /Unicode/],
])("'%s' may not", (path, reason) => {
  expect(pathProblem(path)).toMatch(reason)
})

test('twins by case and by Unicode form clash, and so do a file and a folder of one name', () => {
  expect(pathClashes(['a/README', 'a/readme'])).toHaveLength(1)
  expect(pathClashes(['caf\u00e9', 'cafe\u0301'])).toHaveLength(1)
  expect(pathClashes(['a', 'a/b'])).toEqual([{ first: 'a', second: 'a/b', reason: expect.stringMatching(/folder/) }])
  expect(pathClashes(['a', 'b/a', 'a1', 'a'])).toEqual([])
})

test('an accepted path stays inside, on every system', () => {
  const segment = fc.oneof(
    fc.constantFrom('..', '.', '', 'a', 'CON', '.outtray', 'x\\..', 'C:'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 5 }), (segments) => {
      const path = segments.join('/')
      if (pathProblem(path) !== undefined) return
      expect(path.split(/[/\\]/)).not.toContain('..')
      expect(path).not.toMatch(/^([/\\]|[A-Za-z]:)/)
      expect(path.toLowerCase().startsWith('.outtray/')).toBe(false)
    }),
  )
})

test('names become one safe segment, and different names different ones', () => {
  expect(encodeName('com.acme:lib')).toBe('com.acme%3Alib')
  expect(encodeName('@scope/x y')).toBe('%40scope%2Fx%20y')
  expect(encodeName('1.0+é')).toBe('1.0+%C3%A9')
  expect([encodeName('.'), encodeName('..')]).toEqual(['%2E', '%2E%2E'])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      expect(encodeName(name)).toMatch(/^[A-Za-z0-9._+%-]+$/)
      expect(decodeURIComponent(encodeName(name))).toBe(name)
    }),
  )
})
