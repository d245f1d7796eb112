import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Markdown } from '../../../src/core/markdown.ts'

test('text from outside cannot become markup', () => {
  const text = new Markdown().paragraph('<img src=x> [a](b) **bold** `code` # no').toString()
  expect(text).toBe('\\<img src=x\\> \\[a\\](b) \\*\\*bold\\*\\* \\`code\\` \\# no\n\n')
})

test('code is literal whatever it holds, also in a table', () => {
  const text = new Markdown().table(['File'], [[{ code: 'a`b|c' }], [{ code: '`x`' }]]).toString()
  expect(text).toContain('| ``a`b\\|c`` |')
  expect(text).toContain('| `` `x` `` |')
})

test('a table shows a hundred rows and counts the rest', () => {
  const rows = Array.from({ length: 250 }, (_, index) => [`row${index}`])
  const text = new Markdown().table(['Name'], rows).toString()
  expect(text).toContain('| row99 |')
  expect(text).not.toContain('row100')
  expect(text).toContain('… and 150 more.')
})

test('a document longer than GitHub takes is cut at a line and says so', () => {
  const summary = new Markdown()
  for (let index = 0; index < 5000; index++) summary.paragraph('x'.repeat(290))
  const text = summary.toString()
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
  expect(text).toMatch(/cut here/)
})

test('no text breaks out of its table cell', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (name) => {
      const row =
        new Markdown()
          .table(['A', 'B'], [[{ code: name }, 'end']])
          .toString()
          .split('\n')[2] ?? ''
      expect(row.endsWith('| end |')).toBe(true)
      expect(row.replaceAll('\\|', '').split('|')).toHaveLength(4)
    }),
  )
})
