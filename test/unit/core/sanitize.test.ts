import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safe, visible } from '../../../src/core/sanitize.ts'

// The runner's own rules (actions/runner, ActionCommand.cs): `::command::` after leading blanks, `##[command]` anywhere.
const obeyed = /^\s*::|##\[/

test.each([
  ['::error::boo', ':\u200b:error::boo'],
  ['   ::set-output name=x::1', '   :\u200b:set-output name=x::1'],
  ['x ##[error]boo', 'x ##\u200b[error]boo'],
  ['###[warning]', '###\u200b[warning]'],
  ['two\nlines', 'two\\nlines'],
  ['\u001b[31mred', '\\u{1b}[31mred'],
  ['a\u202egnp.exe', 'a\\u{202e}gnp.exe'],
  ['plain: text :: with colons', 'plain: text :: with colons'],
])('%j is printed as %j', (text, printed) => {
  expect(safe(text)).toBe(printed)
})

test('no text from outside is ever obeyed by the runner, and none breaks a line', () => {
  const nasty = fc
    .array(fc.constantFrom('#', '##[', '[', ':', '::', ' ', '\n', '\r', '\u2028', 'error', ']', '\u200b', 'a'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
      const printed = safe(text)
      expect(printed).not.toMatch(obeyed)
      expect(printed).not.toMatch(/[\n\r\u2028\u2029\u0085]/)
    }),
  )
})

test('what is already visible stays as it is', () => {
  expect(visible('Grüße, 世界 🎉 — #1')).toBe('Grüße, 世界 🎉 — #1')
})
