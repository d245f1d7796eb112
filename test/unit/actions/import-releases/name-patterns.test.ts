import { expect, test } from 'vitest'
import { NamePatterns } from '../../../../src/actions/import-releases/name-patterns.ts'

const taken = (lines: readonly string[], names: readonly string[], withoutLines: 'all' | 'none' = 'all') => {
  const patterns = new NamePatterns(lines, { withoutLines })
  return names.filter((name) => patterns.takes(name))
}

test('without lines all or nothing is taken, as asked', () => {
  expect(taken([], ['a'], 'all')).toEqual(['a'])
  expect(taken([], ['a'], 'none')).toEqual([])
})

test('later lines win over earlier ones', () => {
  const names = ['a.tgz', 'a.tgz.sha256', 'b.tgz', 'b.tgz.sha256']
  expect(taken(['*', '!*.sha256'], names)).toEqual(['a.tgz', 'b.tgz'])
  expect(taken(['*', '!*.sha256', 'b.tgz.sha256'], names)).toEqual(['a.tgz', 'b.tgz', 'b.tgz.sha256'])
  expect(taken(['*.sha256', 'b.*', '! b.tgz'], names)).toEqual(['a.tgz.sha256', 'b.tgz.sha256'])
})

test('lines that only exclude take everything else, even where nothing is the default', () => {
  expect(taken(['!*.txt'], ['a.tgz', 'a.txt'], 'none')).toEqual(['a.tgz'])
})

test('names that begin with a dot are names like others, and a slash is passed by ** only', () => {
  expect(taken(['*'], ['.config', 'releases/v1'])).toEqual(['.config'])
  expect(taken(['**'], ['.config', 'releases/v1'])).toEqual(['.config', 'releases/v1'])
  expect(taken(['nightly-202[5-6]-??'], ['nightly-2026-01', 'nightly-2024-01', 'nightly-2026-1'])).toEqual(['nightly-2026-01'])
})
