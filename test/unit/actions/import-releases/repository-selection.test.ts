import { describe, expect, test } from 'vitest'
import { type RepositoryRules, RepositorySelection } from '../../../../src/actions/import-releases/repository-selection.ts'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'
import type { SourceRepository } from '../../../../src/github/source-model.ts'
import { repository } from './github-facts.ts'

const strict: RepositoryRules = { current: undefined, includeForks: false, includeArchived: false, includePrivate: false }

function selection(lines: readonly string[], rules: Partial<RepositoryRules> = {}): RepositorySelection {
  const diagnostics = new Diagnostics()
  const made = new RepositorySelection(lines, { ...strict, ...rules }, diagnostics)
  expect(diagnostics.all).toEqual([])
  return made
}

function mistakes(lines: readonly string[], rules: Partial<RepositoryRules> = {}): string[] {
  const diagnostics = new Diagnostics()
  new RepositorySelection(lines, { ...strict, ...rules }, diagnostics)
  return diagnostics.errors.map(({ message }) => message)
}

const verdict = (made: RepositorySelection, fullName: string, more: Partial<SourceRepository> = {}) =>
  made.judge(repository(fullName, more))

describe('which repositories', () => {
  test('the current one by default', () => {
    const made = selection([], { current: 'Acme/Widget' })
    expect(made).toMatchObject({ named: ['Acme/Widget'], accounts: [] })
    expect(verdict(made, 'acme/widget')).toBe('selected')
    expect(verdict(made, 'acme/gadget')).toBe('not-selected')
  })

  test('names have no case, patterns stay within a name, and names may begin with a dot', () => {
    const made = selection(['ACME/lib-*', 'other/*', 'other/.GitHub'])
    expect(made.accounts).toEqual(['ACME', 'other'])
    expect(made.named).toEqual(['other/.GitHub'])
    expect(verdict(made, 'acme/Lib-One')).toBe('selected')
    expect(verdict(made, 'acme/widget')).toBe('not-selected')
    expect(verdict(made, 'Other/.github')).toBe('selected')
    expect(verdict(selection(['acme/*']), 'acme/.github')).toBe('selected')
  })

  test('a line that excludes takes back what stands before it, and later lines give again', () => {
    const made = selection(['acme/*', '!acme/old-*', 'acme/old-but-good'])
    expect(['acme/a', 'acme/old-a', 'acme/old-but-good'].map((name) => verdict(made, name))).toEqual([
      'selected',
      'not-selected',
      'selected',
    ])
    expect(selection(['acme/a', 'acme/b', '!ACME/A']).named).toEqual(['acme/b'])
    expect(selection(['acme/a', 'acme/*', '!acme/*', 'acme/b']).named).toEqual(['acme/b'])
  })

  test('each owner and each name is asked for once', () => {
    expect(selection(['acme/*', 'Acme/lib-*@v1', 'acme/x', 'ACME/X@v1'])).toMatchObject({ accounts: ['acme'], named: ['acme/x'] })
  })

  test('forks and archived repositories are left out of patterns, never when named in full', () => {
    const made = selection(['acme/*', 'acme/meant'])
    expect(verdict(made, 'acme/copy', { fork: true })).toBe('fork')
    expect(verdict(made, 'acme/old', { archived: true })).toBe('archived')
    expect(verdict(made, 'acme/meant', { fork: true, archived: true })).toBe('selected')
    const all = selection(['acme/*'], { includeForks: true, includeArchived: true })
    expect(verdict(all, 'acme/copy', { fork: true, archived: true })).toBe('selected')
  })

  test('an exclusion forgets that a repository was named in full before it', () => {
    const made = selection(['acme/copy', '!acme/*', 'acme/*'])
    expect(verdict(made, 'acme/copy', { fork: true })).toBe('fork')
  })

  test('private repositories are refused without the word, named in full or not', () => {
    const made = selection(['acme/*', 'acme/secret'])
    expect(verdict(made, 'acme/secret', { private: true })).toBe('private')
    expect(verdict(made, 'acme/other', { private: true })).toBe('private')
    expect(verdict(made, 'acme/copy', { private: true, fork: true })).toBe('fork')
    expect(verdict(selection(['acme/*'], { includePrivate: true }), 'acme/secret', { private: true })).toBe('selected')
  })
})

describe('which releases', () => {
  const tagged = (lines: readonly string[], tags: readonly string[]) => {
    const made = selection(lines)
    return tags.filter((tag) => made.takesTag('Acme/Widget', tag))
  }

  test('all of a repository, or those whose tags a pattern takes', () => {
    expect(tagged(['acme/widget'], ['v1', 'v2'])).toEqual(['v1', 'v2'])
    expect(tagged(['acme/widget@v1*'], ['v1.0', 'v2'])).toEqual(['v1.0'])
    expect(tagged(['acme/widget@v1', 'acme/*@v3'], ['v1', 'v2', 'v3'])).toEqual(['v1', 'v3'])
    expect(tagged(['acme/gadget'], ['v1'])).toEqual([])
  })

  test('a release selected by its tag selects its repository', () => {
    const made = selection(['acme/widget@v1'])
    expect(made.named).toEqual(['acme/widget'])
    expect(verdict(made, 'acme/widget')).toBe('selected')
    expect(made.takes('acme/widget')).toBe(true)
  })

  test('single releases are excluded, and the repository stays', () => {
    const lines = ['acme/*', '!acme/widget@nightly', '!acme/*@*-rc*', 'acme/widget@v2-rc2']
    expect(tagged(lines, ['v1', 'nightly', 'v2-rc1', 'v2-rc2'])).toEqual(['v1', 'v2-rc2'])
    expect(verdict(selection(lines), 'acme/widget')).toBe('selected')
    expect(verdict(selection(['acme/*', '!acme/widget@*']), 'acme/widget')).toBe('selected')
  })

  test('an excluded repository comes back with the releases that a later line names', () => {
    expect(tagged(['acme/*', '!acme/widget', 'acme/widget@v1'], ['v1', 'v2'])).toEqual(['v1'])
  })

  test('tags keep their case, hold @ and slashes', () => {
    expect(tagged(['acme/widget@V1'], ['v1', 'V1'])).toEqual(['V1'])
    expect(tagged(['acme/widget@pkg@1.*'], ['pkg@1.2', 'pkg'])).toEqual(['pkg@1.2'])
    expect(tagged(['acme/widget@releases/*'], ['releases/v1', 'releases/a/b'])).toEqual(['releases/v1'])
  })
})

describe('mistakes', () => {
  test.each([
    ['acme', 'is not owner/name'],
    ['acme/', 'is not owner/name'],
    ['/widget', 'is not owner/name'],
    ['acme/widget/more', 'is not owner/name'],
    ['acme/wid get', 'is not owner/name'],
    ['acme/..', 'is not owner/name'],
    ['acme/a*$', 'is not owner/name'],
    ['-acme/widget', 'is not owner/name'],
    ['acme/widget, acme/gadget', 'is not owner/name'],
    ['https://github.com/acme/widget', 'is an address'],
    ['*/widget', 'has a pattern for an owner'],
    ['acme/widget@', 'has no tag behind @'],
    ['acme/widget@>=1.0', 'has a range of versions where a tag pattern belongs'],
    ['acme/widget@^1', 'has a range of versions where a tag pattern belongs'],
    ['acme/widget@v1 v2', "has ' ' in a tag pattern, which no tag holds"],
    ['acme/widget@latest:2', "has ':' in a tag pattern, which no tag holds"],
  ])("'%s' %s", (line, problem) => {
    expect(mistakes([line])).toEqual([`input 'repositories' has a line that ${problem}, got '${line}'`])
  })

  test('all of them in one run', () => {
    expect(mistakes(['acme', '!*/x', 'acme/widget'])).toHaveLength(2)
  })

  test('a set that a pattern negates with ^ is no forbidden character', () => {
    expect(mistakes(['acme/widget@v[^0]*'])).toEqual([])
  })

  test('nothing to select, and lines that only exclude', () => {
    expect(mistakes([])).toEqual(["no repository is selected: input 'repositories' is empty, and the run has no repository of its own"])
    expect(mistakes(['!acme/a'], { current: 'acme/b' })).toEqual(["input 'repositories' only excludes"])
  })
})

describe('lines that match nothing', () => {
  const unmatched = (lines: readonly string[], seen: Parameters<RepositorySelection['tellUnmatched']>[0], fail = true) => {
    const diagnostics = new Diagnostics()
    selection(lines).tellUnmatched(seen, { fail }, diagnostics)
    return diagnostics.all.map(({ severity, message }) => `${severity}: ${message}`)
  }

  test('are told, as an error or a warning', () => {
    const seen = [{ fullName: 'acme/a', tags: ['v1'] }]
    expect(unmatched(['acme/*', 'acme/lib-*', 'acme/a@v2', 'acme/a@v1'], seen)).toEqual([
      "error: 'acme/lib-*' in the input 'repositories' matches no repository",
      "error: 'acme/a@v2' in the input 'repositories' matches no release",
    ])
    expect(unmatched(['acme/lib-*'], seen, false)).toEqual(["warning: 'acme/lib-*' in the input 'repositories' matches no repository"])
  })

  test('but not lines that exclude, nor what is excluded again', () => {
    expect(unmatched(['acme/*', '!acme/none', 'acme/b', '!acme/b'], [{ fullName: 'acme/a', tags: [] }])).toEqual([])
  })

  test('and nobody judges tags that were not read', () => {
    expect(unmatched(['acme/a@v9'], [{ fullName: 'Acme/A' }])).toEqual([])
  })
})
