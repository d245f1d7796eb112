import { describe, expect, test } from 'vitest'
import { oldestFirst, ReleaseSelection } from '../../../../src/actions/import-releases/release-selection.ts'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'
import type { SourceRelease } from '../../../../src/github/source-model.ts'
import { release } from './github-facts.ts'

interface Options {
  readonly prereleases?: boolean
  readonly drafts?: boolean
  readonly takesTag?: (tag: string) => boolean
}

function select(
  text: string,
  releases: readonly SourceRelease[],
  { prereleases = false, drafts = false, takesTag = () => true }: Options = {},
) {
  const diagnostics = new Diagnostics()
  const rules = { includePrereleases: prereleases, includeDrafts: drafts, versionOfTag: (tag: string) => tag.replace(/^v(?=\d)/, '') }
  const selection = new ReleaseSelection(text, rules, diagnostics)
  expect(diagnostics.all).toEqual([])
  return selection.select(releases, takesTag)
}

const tags = (text: string, releases: readonly SourceRelease[], options?: Options) =>
  select(text, releases, options).releases.map(({ tag }) => tag)

const at = (day: string) => ({ publishedAt: `${day}T12:00:00Z` })
// As GitHub lists them: newest first.
const history = [
  release('v3.0.0', { draft: true, createdAt: '2026-06-01T00:00:00Z' }),
  release('v2.0.0-rc.1', { prerelease: true, ...at('2026-05-01') }),
  release('v1.0.1', at('2026-04-01')),
  release('v1.1.0', at('2026-03-01')),
  release('nightly', at('2026-02-01')),
  release('v1.0.0', at('2026-01-01')),
]

test('all are those published, oldest first; prereleases and drafts only when they are asked for', () => {
  expect(tags('all', history)).toEqual(['v1.0.0', 'nightly', 'v1.1.0', 'v1.0.1'])
  expect(tags('all', history, { prereleases: true }).at(-1)).toBe('v2.0.0-rc.1')
  expect(tags('all', history, { drafts: true }).at(-1)).toBe('v3.0.0')
  expect(tags('all', history, { drafts: true, prereleases: true })).toHaveLength(6)
  expect(tags('all', [release('v4-rc1', { draft: true, prerelease: true })], { drafts: true })).toEqual([])
})

test('the latest is what was published last, whatever its version, and never a draft', () => {
  expect(tags('latest', history)).toEqual(['v1.0.1'])
  expect(tags('latest', history, { drafts: true })).toEqual(['v1.0.1'])
  expect(tags('latest', history, { prereleases: true })).toEqual(['v2.0.0-rc.1'])
  expect(tags('latest:2', history)).toEqual(['v1.1.0', 'v1.0.1'])
  expect(tags('latest:99', history)).toHaveLength(4)
  expect(tags('latest', [])).toEqual([])
})

test('the latest is the latest of what the lines of repositories take', () => {
  expect(tags('latest', history, { takesTag: (tag) => tag.startsWith('v1.1') })).toEqual(['v1.1.0'])
  expect(tags('all', history, { takesTag: () => false })).toEqual([])
})

test('of releases published at one time the one made later is the latest', () => {
  const [first, second] = [release('v1', { id: 1 }), release('v2', { id: 2 })]
  expect(tags('latest', [second, first])).toEqual(['v2'])
  expect([second, first].toSorted(oldestFirst)).toEqual([first, second])
})

test('since a day means from its first second on, by UTC', () => {
  expect(tags('since:2026-03-01', history)).toEqual(['v1.1.0', 'v1.0.1'])
  const midnight = release('v9', { publishedAt: '2026-03-01T00:00:00Z' })
  expect(tags('since:2026-03-01', [midnight, release('v8', { publishedAt: '2026-02-28T23:59:59Z' })])).toEqual(['v9'])
  expect(tags('since:2026-06-01', history, { drafts: true })).toEqual(['v3.0.0'])
})

test('a tag pattern', () => {
  expect(tags('v1.0.*', history)).toEqual(['v1.0.0', 'v1.0.1'])
  expect(tags('nightly', history)).toEqual(['nightly'])
  expect(tags('\\2026-*', [release('2026-01'), release('v1')])).toEqual(['2026-01'])
})

describe('a range of semantic versions', () => {
  test.each([
    ['>=1.0.1', ['v1.1.0', 'v1.0.1']],
    ['<1.1', ['v1.0.0', 'v1.0.1']],
    ['=1.0.0', ['v1.0.0']],
    ['1.0.0', ['v1.0.0']],
    ['1.x', ['v1.0.0', 'v1.1.0', 'v1.0.1']],
    ['^1.0.1', ['v1.1.0', 'v1.0.1']],
    ['~1.0', ['v1.0.0', 'v1.0.1']],
    ['1.0.0 - 1.0.9 || >=2', ['v1.0.0', 'v1.0.1']],
  ])('%s', (range, expected) => {
    expect(tags(range, history)).toEqual(expected)
  })

  test('takes prereleases as asked: the mark of GitHub and the version both count', () => {
    expect(tags('>=1.1.0', history, { prereleases: true })).toEqual(['v1.1.0', 'v2.0.0-rc.1'])
    const unmarked = [release('v2.0.0-rc.1'), release('v2.0.0')]
    expect(tags('>=1', unmarked)).toEqual(['v2.0.0'])
    expect(tags('>=1', unmarked, { prereleases: true })).toHaveLength(2)
  })

  test('leaves out tags that are no semantic versions, and says which', () => {
    const odd = [release('v1.0.0'), release('v1.0'), release('nightly'), release('1.0.0.1')]
    const { releases, notSemver } = select('>=0', odd)
    expect(releases.map(({ tag }) => tag)).toEqual(['v1.0.0'])
    expect([...notSemver].sort()).toEqual(['1.0.0.1', 'nightly', 'v1.0'])
    expect(select('all', odd).notSemver).toEqual([])
  })
})

test('says which drafts and prereleases would be taken if they were asked for', () => {
  expect(select('>=2.1', history)).toMatchObject({ releases: [], prereleases: [], drafts: ['v3.0.0'] })
  expect(select('latest', history)).toMatchObject({ prereleases: ['v2.0.0-rc.1'], drafts: [] })
  expect(
    select('latest', [release('v1-rc', { prerelease: true, ...at('2026-01-01') }), release('v1', at('2026-02-01'))]).prereleases,
  ).toEqual([])
  expect(select('v2*', history)).toMatchObject({ releases: [], prereleases: ['v2.0.0-rc.1'], drafts: [] })
  expect(select('v*', history, { drafts: true, prereleases: true })).toMatchObject({ prereleases: [], drafts: [] })
})

test.each([
  ['2026-01-*', "input 'releases' begins like a range of semantic versions and is none: '2026-01-*'"],
  ['>=banana', "input 'releases' begins like a range of semantic versions and is none: '>=banana'"],
  ...['latest:0', 'latest:', 'latest:x', 'since:2026-02-30', 'since:yesterday', 'v1, v2', 'a:b'].map((text) => [
    text,
    `input 'releases' must be all, latest, latest:N, since:YYYY-MM-DD, a range of versions or a tag pattern, got '${text}'`,
  ]),
])("'%s' is told", (text = '', message = '') => {
  const diagnostics = new Diagnostics()
  const rules = { includePrereleases: false, includeDrafts: false, versionOfTag: (tag: string) => tag }
  const selection = new ReleaseSelection(text, rules, diagnostics)
  expect(diagnostics.errors).toEqual([{ severity: 'error', message, hint: expect.stringMatching(/\S/) }])
  expect(selection.select(history, () => true).releases).toEqual([])
})

test('only a range or a tag pattern must take something', () => {
  const isPattern = (text: string) =>
    new ReleaseSelection(text, { includePrereleases: false, includeDrafts: false, versionOfTag: (tag) => tag }, new Diagnostics()).isPattern
  expect(['all', 'latest', 'latest:3', 'since:2026-01-01'].filter(isPattern)).toEqual([])
  expect(['allways-*', 'v1*', '>=1'].filter(isPattern)).toHaveLength(3)
})
