import { expect, test } from 'vitest'
import { Diagnostics } from '../../../src/core/diagnostics.ts'
import { checkName, versionInTag } from '../../../src/publication/names.ts'

test.each([
  ['v{version}', 'v1.0', '1.0'],
  ['v{version}', '1.0', '1.0'],
  ['tool-v{version}-final', 'tool-v2-final', '2'],
  ['tool-v{version}-final', 'tool-v-final', 'tool-v-final'],
  ['{version}', 'nightly', 'nightly'],
  ['v', 'v1.0', 'v1.0'],
])('by the pattern %j the tag %j says %j', (pattern, tag, version) => {
  expect(versionInTag(pattern, tag)).toBe(version)
})

test('a name must fit into a file name and hold no control characters', () => {
  const mistakes = (name: string) => {
    const diagnostics = new Diagnostics()
    checkName('version', name, diagnostics)
    return diagnostics.errors.map(({ message }) => message)
  }
  expect(mistakes('x'.repeat(200))).toEqual([])
  expect(mistakes('x'.repeat(201))).toEqual([expect.stringContaining('takes 201 bytes')])
  expect(mistakes('ü'.repeat(34))).toEqual([expect.stringContaining('takes 204 bytes')])
  expect(mistakes('1.0\n')).toEqual([expect.stringContaining('control character')])
})
