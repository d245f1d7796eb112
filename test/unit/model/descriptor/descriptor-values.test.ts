import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'
import { checkAttribute } from '../../../../src/model/descriptor/attributes-reader.ts'
import { isDate, readGithubRepository, readUrl } from '../../../../src/model/descriptor/values.ts'

const location = { file: 'd', line: 1, column: 1 }

function told<T>(read: (diagnostics: Diagnostics) => T): { value: T; severities: string[]; text: string } {
  const diagnostics = new Diagnostics()
  const value = read(diagnostics)
  return {
    value,
    severities: diagnostics.all.map(({ severity }) => severity),
    text: diagnostics.all.map(({ message }) => message).join('\n'),
  }
}

describe('dates', () => {
  it.each([
    '2015-01-04',
    '2024-02-29',
    '2020-02-03T04:05:06+0100',
    '2020-02-03T04:05:06+01:00',
    '2020-02-03T04:05:06.789Z',
    '2020-02-03T04:05',
  ])('%s is one', (text) => {
    expect(isDate(text)).toBe(true)
  })
  it.each(['next tuesday', '2023-02-29', '2020-13-01', '2020-1-1', '2020-02-03T25:00:00Z', '20200203', '2020-02-03 04:05:06', ''])(
    '%j is none',
    (text) => {
      expect(isDate(text)).toBe(false)
    },
  )
})

describe('addresses', () => {
  const web = (text: string) => told((diagnostics) => readUrl({ name: 'package.website_url', text, location }, 'web', diagnostics))
  const vcs = (text: string) => told((diagnostics) => readUrl({ name: 'package.vcs_url', text, location }, 'vcs', diagnostics))

  it('stay as they are, and get https:// when they have no scheme', () => {
    expect(web('https://example.org/x')).toMatchObject({ value: 'https://example.org/x', severities: [] })
    expect(web('www.example.org')).toMatchObject({ value: 'https://www.example.org', severities: ['notice'] })
    for (const text of [
      'git@github.com:acme/tool.git',
      'ssh://git@example.org/x',
      'scm:git:https://example.org/x',
      'git://example.org/x',
    ]) {
      expect(vcs(text)).toMatchObject({ value: text, severities: [] })
    }
  })

  it.each([
    'https: //example.org',
    'exa mple.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://',
    'https://me:secret@example.org',
  ])('%s is refused', (text) => {
    expect(web(text)).toMatchObject({ value: undefined, severities: ['error'] })
    expect(web(text).text.includes('secret')).toBe(false)
  })

  it('of GitHub repositories are reduced to owner/name', () => {
    const read = (text: string) =>
      told((diagnostics) => readGithubRepository({ name: 'package.github_repo', text, location }, diagnostics)).value
    expect([read('acme/tool'), read('https://github.com/acme/tool.git'), read('acme')]).toEqual(['acme/tool', 'acme/tool', undefined])
  })
})

describe('attributes', () => {
  const check = (values: (string | number | boolean)[], type?: string) =>
    told((diagnostics) =>
      checkAttribute(
        {
          name: 'a',
          type: type === undefined ? undefined : { text: type, location },
          values: values.map((value) => ({ value, location })),
        },
        diagnostics,
      ),
    )

  it.each([
    [['x'], 'string', 'string'],
    [[1, 2.5], 'number', 'number'],
    [[true], 'Boolean', 'boolean'],
    [['2014-12-28T19:43:37+0100'], 'date', 'date'],
    [['1.0-beta'], 'VERSION', 'version'],
    [['x', 'y'], undefined, 'string'],
    [[1], undefined, 'number'],
    [[false], undefined, 'boolean'],
    [['2014-12-28T19:43:37+0100'], undefined, 'date'],
  ])('%j of type %s are %s', (values, type, expected) => {
    expect(check(values, type)).toMatchObject({ value: { name: 'a', type: expected, values }, severities: [] })
  })

  it.each([
    [['x'], 'number', /"x"/],
    [[1, 'elephant'], undefined, /different types/],
    [[1, 'elephant'], 'number', /"elephant"/],
    [[1], 'string', /1 is none/],
    [['soon'], 'date', /"soon"/],
    [['true'], 'boolean', /"true"/],
    [['x'], 'text', /type text, which there is not/],
  ])('%j of type %s are refused', (values, type, message) => {
    const { value, severities, text } = check(values, type)
    expect([value, severities]).toEqual([undefined, ['error']])
    expect(text).toMatch(message)
  })

  it('without values are absent', () => {
    expect(check([], 'number')).toMatchObject({ value: undefined, severities: [] })
  })
})
