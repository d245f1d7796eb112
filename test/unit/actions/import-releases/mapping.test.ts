import { describe, expect, test } from 'vitest'
import { nameProblem, packageMetadata, versionMetadata } from '../../../../src/actions/import-releases/mapping.ts'
import { release, repository } from './github-facts.ts'

describe('a package', () => {
  test('says what its repository says', () => {
    const said = repository('acme/widget', {
      description: 'Turns things',
      topics: ['tool', 'acme'],
      license: 'Apache-2.0',
      homepage: 'https://widget.example',
    })
    expect(packageMetadata(said, 'acme-widget')).toEqual({
      name: 'acme-widget',
      description: 'Turns things',
      labels: ['tool', 'acme'],
      licenses: ['Apache-2.0'],
      websiteUrl: 'https://widget.example',
      issueTrackerUrl: 'https://github.com/acme/widget/issues',
      vcsUrl: 'https://github.com/acme/widget.git',
      githubRepository: 'acme/widget',
    })
  })

  test('says nothing that its repository does not say', () => {
    expect(packageMetadata(repository('acme/widget', { description: ' ', homepage: '', hasIssues: false }), 'widget')).toEqual({
      name: 'widget',
      vcsUrl: 'https://github.com/acme/widget.git',
      githubRepository: 'acme/widget',
    })
  })

  test.each([
    ['GPL-3.0', ['GPL-3.0-only']],
    ['mit', ['MIT']],
    ['Sleepycat', ['Sleepycat']],
    ['Homemade', ['LicenseRef-Homemade']],
    ['NOASSERTION', undefined],
    ['other', undefined],
  ])('licence %s', (license, licenses) => {
    expect(packageMetadata(repository('acme/widget', { license }), 'widget').licenses).toEqual(licenses)
  })

  test.each(['javascript:alert(1)', 'widget.example', 'ftp://widget.example', 'http://', 'https://a b'])(
    'a homepage of %s is no link',
    (homepage) => {
      expect(packageMetadata(repository('acme/widget', { homepage }), 'widget')).not.toHaveProperty('websiteUrl')
    },
  )
})

describe('a version', () => {
  test('says what its release says', () => {
    const said = release('v1.0', { name: 'The first', body: '## Notes\n', prerelease: true, publishedAt: '2026-02-03T04:05:06Z' })
    expect(versionMetadata(said, '1.0', 'a'.repeat(40))).toEqual({
      name: '1.0',
      description: 'The first',
      released: '2026-02-03T04:05:06Z',
      vcsTag: 'v1.0',
      vcsCommit: 'a'.repeat(40),
      releaseNotes: '## Notes\n',
      prerelease: true,
    })
  })

  test('a title that is the tag says nothing, and a draft has no date', () => {
    expect(versionMetadata(release('v1.0', { name: 'v1.0', body: '', draft: true }), '1.0')).toEqual({ name: '1.0', vcsTag: 'v1.0' })
  })
})

describe('names that cannot be', () => {
  const problem = (version: string, names: { package?: string; tag?: string; assets?: string[] } = {}) =>
    nameProblem({
      package: names.package ?? 'widget',
      version,
      tag: names.tag ?? 'v1',
      assets: names.assets ?? [],
    })

  test('are told all at once', () => {
    expect(problem('1.0', { assets: ['a', 'A'] })).toBeUndefined()
    expect(problem('1\u001b[0m', { package: ' ', assets: ['a', 'b', 'a'] })).toBe(
      "the version name '1\u001b[0m' contains a control character; the package name is empty; two of its assets are named 'a', or one is named as an archive of the source",
    )
  })

  test('nothing at all as a tag', () => {
    expect(problem('x-', { tag: '' })).toBe('it has no tag')
  })

  test('too long, or no Unicode', () => {
    expect(problem('é'.repeat(34))).toContain('takes 204 bytes in a file name, more than 200')
    expect(problem('1.0\ud800')).toContain('the version name is not valid Unicode')
  })
})
