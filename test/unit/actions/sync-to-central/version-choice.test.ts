import { expect, test } from 'vitest'
import { VersionChoice } from '../../../../src/actions/sync-to-central/version-choice.ts'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'

const versions = ['0.9', '1.0-rc-1', '1.0', '1.5', '2.0', '2.1']

function chosen(...lines: readonly string[]): string[] {
  const diagnostics = new Diagnostics()
  const choice = new VersionChoice(lines, diagnostics)
  expect(diagnostics.all).toEqual([])
  return versions.filter((version) => choice.takes(version))
}

test('without a line all versions are taken', () => {
  expect(chosen()).toEqual(versions)
})

test.each([
  [['1.*'], ['1.0-rc-1', '1.0', '1.5']],
  [['?.0'], ['1.0', '2.0']],
  [
    ['2.0', '0.9'],
    ['0.9', '2.0'],
  ],
  [['[1.0,2.0)'], ['1.0', '1.5']],
  [['(1.0,2.0]'], ['1.5', '2.0']],
  [['(,1.0]'], ['0.9', '1.0-rc-1', '1.0']],
  [['[1.5,)'], ['1.5', '2.0', '2.1']],
  [['[1.0]'], ['1.0']],
  [['[ , 1.0), [2.0 ,)'], ['0.9', '1.0-rc-1', '2.0', '2.1']],
])('%j takes %j', (lines, expected) => {
  expect(chosen(...lines)).toEqual(expected)
})

test('a line that matches nothing is told', () => {
  const diagnostics = new Diagnostics()
  new VersionChoice(['1.*', '9.*', '[3.0,)'], diagnostics).warnOfUnmatched(versions, diagnostics)
  expect(diagnostics.all.map(({ severity, message }) => [severity, message])).toEqual([
    ['warning', "'9.*' in the input 'versions' matches no published version"],
    ['warning', "'[3.0,)' in the input 'versions' matches no published version"],
  ])
})

test.each(['[1.0', '(1.0)', '[]', '[2.0,1.0]', '[1,2,3]', '[1,2)x'])('%s is no range, and told', (line) => {
  const diagnostics = new Diagnostics()
  new VersionChoice([line], diagnostics)
  expect(diagnostics.errors).toMatchObject([{ message: expect.stringContaining(`got '${line}'`) }])
})
