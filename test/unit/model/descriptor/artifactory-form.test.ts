import { describe, expect, it } from 'vitest'
import { readText } from './reading.ts'

const name = 'dist/my-bintray-info.json'

/** The descriptor of Artifactory's documentation with every field that it had. */
const documented = {
  repo: {
    name: 'maven',
    type: 'generic',
    private: false,
    premium: false,
    desc: 'The repository',
    labels: ['a', 'b'],
    updateExisting: true,
    yum_metadata_depth: 1,
  },
  package: {
    name: 'org.acme.test',
    repo: 'Maven',
    subject: 'acme',
    desc: 'A package',
    website_url: 'https://acme.test',
    issue_tracker_url: 'https://github.com/acme/widget/issues',
    vcs_url: 'https://github.com/acme/widget.git',
    licenses: ['MIT'],
    labels: ['w', 'dget'],
    public_download_numbers: false,
    public_stats: false,
    github_repo: 'acme/widget',
    github_release_notes_file: 'RELEASE.txt',
    attributes: [
      { name: 'att1', values: ['val1'], type: 'string' },
      { name: 'att2', values: [1, 2.2, 4], type: 'number' },
      { name: 'att5', values: ['2014-12-28T19:43:37+0100'], type: 'date' },
    ],
  },
  version: {
    name: '3.0',
    desc: 'This is a version',
    released: '2016-02-04',
    vcs_tag: 'v3.0',
    github_release_notes_file: 'NOTES.txt',
    github_use_tag_release_notes: true,
    gpgSign: true,
    attributes: [{ name: 'VerAtt1', values: ['VerVal1'] }],
  },
  applyToFiles: ['repo1/org/jfrog/*.*', 'repo3/org/jfrog/test/**/*.*'],
  applyToRepoFiles: ['/org/jfrog/*.*,  jfrog/test/**/*.*'],
  applyToProps: [],
  publish: true,
}

/** The documented descriptor with one thing changed, and its text. */
function changed(change: (descriptor: Record<string, Record<string, unknown>>) => void): string {
  const copy = structuredClone(documented) as unknown as Record<string, Record<string, unknown>>
  change(copy)
  return JSON.stringify(copy, null, 2)
}

describe("Artifactory's form", () => {
  it('is read whole, field by field', async () => {
    const { model, diagnostics } = await readText(name, JSON.stringify(documented, null, 2))
    expect(diagnostics.errors).toEqual([])
    expect(model).toMatchObject({
      form: 'artifactory',
      file: `/workspace/${name}`,
      repository: { name: 'maven', type: 'generic', description: 'The repository', labels: ['a', 'b'] },
      updateExisting: true,
      package: {
        name: 'org.acme.test',
        subject: 'acme',
        repository: 'Maven',
        description: 'A package',
        labels: ['w', 'dget'],
        licenses: ['MIT'],
        websiteUrl: 'https://acme.test',
        issueTrackerUrl: 'https://github.com/acme/widget/issues',
        vcsUrl: 'https://github.com/acme/widget.git',
        githubRepository: 'acme/widget',
        githubReleaseNotesFile: 'RELEASE.txt',
        attributes: documented.package.attributes,
      },
      version: {
        name: '3.0',
        description: 'This is a version',
        released: '2016-02-04',
        vcsTag: 'v3.0',
        githubReleaseNotesFile: 'NOTES.txt',
        githubUseTagReleaseNotes: true,
        attributes: [{ name: 'VerAtt1', type: 'string', values: ['VerVal1'] }],
      },
      gpgSign: true,
      publish: true,
    })
    expect(model?.selections.map((one) => (one.kind === 'bintray' ? `${one.base} ${one.pattern.text}` : one.kind))).toEqual([
      'workspace repo1/org/jfrog/*.*',
      'workspace repo3/org/jfrog/test/**/*.*',
      'workspace org/jfrog/*.*',
      'descriptor jfrog/test/**/*.*',
    ])
    expect(model?.locations.get('version.released')).toMatchObject({ file: name, line: 63, column: 17 })
  })

  it('says once which fields are without effect', async () => {
    const { told } = await readText(name, JSON.stringify(documented))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(
      /^notice .*: repo\.private, repo\.premium, repo\.yum_metadata_depth, package\.public_download_numbers, package\.public_stats$/,
    )
  })

  it('may be minimal: staged only, everything below its folder', async () => {
    const { model, told } = await readText(name, '{"package": {"name": "p", "repo": "r", "subject": "s"}, "version": {"name": "1"}}')
    expect(told).toEqual([])
    expect(model).toMatchObject({
      package: { name: 'p', repository: 'r', subject: 's' },
      version: { name: '1' },
      publish: false,
      selections: [{ kind: 'folder' }],
    })
    expect(model && 'gpgSign' in model).toBe(false)
  })

  it('takes scalars for lists, and empty values for absent ones', async () => {
    const text =
      '{"package": {"name": "p", "repo": "r", "licenses": "MIT", "labels": [], "desc": "", "attributes": []}, "version": {"name": "1", "vcs_tag": "", "attributes": {"name": "a", "values": 1}}, "applyToFiles": "", "applyToRepoFiles": "a/*.jar", "publish": null}'
    const { model, told } = await readText(name, text)
    expect(told).toEqual([])
    expect(model?.package).toEqual({ name: 'p', repository: 'r', licenses: ['MIT'] })
    expect(model?.version).toEqual({ name: '1', attributes: [{ name: 'a', type: 'number', values: [1] }] })
    expect(model?.selections).toHaveLength(1)
  })

  it.each([
    [
      'repo.name',
      'repository names that differ only in case',
      (d: Record<string, Record<string, unknown>>) => Object.assign(d.repo ?? {}, { name: 'MAVEN' }),
    ],
    ['repo', 'only package.repo', (d: Record<string, Record<string, unknown>>) => delete d.repo],
    ['package.repo', 'only repo.name', (d: Record<string, Record<string, unknown>>) => delete d.package?.repo],
  ])('%s: accepts %s', async (_, __, change) => {
    const { diagnostics } = await readText(name, changed(change))
    expect(diagnostics.errors).toEqual([])
  })

  it.each<[string, (d: Record<string, Record<string, unknown>>) => unknown, RegExp]>([
    [
      'two repository names',
      (d) => Object.assign(d.repo ?? {}, { name: 'other' }),
      /error 17:13 Mismatch between the 'name' field in the 'repo' clause and the 'repo' field in the 'package' clause: other and Maven/,
    ],
    ['no package name', (d) => delete d.package?.name, /error 15:14 package\.name is missing/],
    ['an empty package name', (d) => Object.assign(d.package ?? {}, { name: ' ' }), /error 16:13 package\.name is missing/],
    ['no package', (d) => delete d.package, /package\.name is missing: the descriptor has no package/],
    ['no version name', (d) => delete d.version?.name, /version\.name is missing/],
    [
      'a version name that is a number',
      (d) => Object.assign(d.version ?? {}, { name: 1.1 }),
      /version\.name must be text, not 1\.1 \[Put it into double quotes/,
    ],
    [
      'no repository at all',
      (d) => {
        delete d.repo
        delete d.package?.repo
      },
      /package\.repo is missing/,
    ],
    [
      'a date that is none',
      (d) => Object.assign(d.version ?? {}, { released: 'next tuesday' }),
      /error \d+:17 version\.released is no date: next tuesday/,
    ],
    [
      'an attribute of another type',
      (d) => Object.assign(d.version ?? {}, { attributes: [{ name: 'n', values: ['x'], type: 'number' }] }),
      /attribute n is of type number, and "x" is none/,
    ],
    [
      'an attribute without a name',
      (d) => Object.assign(d.version ?? {}, { attributes: [{ values: ['x'] }] }),
      /version\.attributes\[0\] has no name/,
    ],
    [
      'a property filter',
      (d) => Object.assign(d, { applyToProps: [{ '*': ['value'] }] }),
      /applyToProps chooses by properties, and local files have none/,
    ],
    [
      'a pattern without a file',
      (d) => Object.assign(d, { applyToRepoFiles: ['folder/'] }),
      /must point to a file or use a valid wildcard that denotes several files/,
    ],
    [
      'a full path without a repository',
      (d) => Object.assign(d, { applyToFiles: 'tool.tar.gz' }),
      /applyToFiles: tool\.tar\.gz: a full path begins with the repository/,
    ],
    ['a wildcard for the repository', (d) => Object.assign(d, { applyToFiles: 'repo*/a.jar' }), /takes no wildcard/],
    ['a pattern that leaves the folder', (d) => Object.assign(d, { applyToRepoFiles: '../a.jar' }), /`\.\.`/],
    [
      'files of both forms',
      (d) => Object.assign(d, { files: [{ includePattern: 'a' }] }),
      /files is of Travis's form, applyToFiles of Artifactory's/,
    ],
    ['a flag that is none', (d) => Object.assign(d, { publish: 'perhaps' }), /publish must be true or false/],
    ['a clause that is none', (d) => Object.assign(d, { version: '1.0' }), /version must be an object/],
    ['a type that there is not', (d) => Object.assign(d.repo ?? {}, { type: 'zip' }), /repo\.type is zip, which there is not/],
  ])('refuses %s', async (_, change, message) => {
    const { model, told } = await readText(name, changed(change))
    expect(model).toBeUndefined()
    expect(told.join('\n')).toMatch(message)
  })

  it('tells all mistakes in one run', async () => {
    const { diagnostics } = await readText(
      name,
      '{"package": {"attributes": [{"name": "n", "values": ["x"], "type": "number"}]}, "version": {"name": "2", "released": "soon"}}',
    )
    expect(diagnostics.errors.map(({ message }) => message)).toEqual([
      'package.name is missing',
      'package.repo is missing',
      'The attribute n is of type number, and "x" is none',
      'version.released is no date: soon',
    ])
  })

  it.each<[string, (d: Record<string, Record<string, unknown>>) => unknown, RegExp]>([
    [
      'unknown keys with the nearest one',
      (d) => Object.assign(d.version ?? {}, { vs_tag: 'x' }),
      /notice \d+:5 version\.vs_tag is not known and is ignored \[Nearest: vcs_tag\.\]/,
    ],
    ['keys in camel case', (d) => Object.assign(d.package ?? {}, { vcsUrl: 'x' }), /package\.vcsUrl .* \[Nearest: vcs_url\.\]/],
    [
      'package fields at the top',
      (d) => Object.assign(d, { licenses: ['MIT'] }),
      /licenses is not known and is ignored \[It belongs under package\.\]/,
    ],
    ['override at the top', (d) => Object.assign(d, { override: true }), /override .* \[It belongs under files\[\]\.matrixParams\.\]/],
    [
      'retired licences',
      (d) => Object.assign(d.package ?? {}, { licenses: ['GPL-3.0'] }),
      /package\.licenses: GPL-3\.0 is GPL-3\.0-only in SPDX/,
    ],
    [
      'addresses without a scheme',
      (d) => Object.assign(d.package ?? {}, { website_url: 'www.acme.test' }),
      /taken as https:\/\/www\.acme\.test/,
    ],
    ['moving version names', (d) => Object.assign(d.version ?? {}, { name: 'latest' }), /latest is a moving name/],
    [
      'what is left of the sample',
      (d) => Object.assign(d.package ?? {}, { desc: 'I was pushed completely automatically', labels: ['cool', 'awesome', 'gorilla'] }),
      /sample, and would be published: package\.desc, package\.labels/,
    ],
    [
      'repository types of other systems',
      (d) => Object.assign(d.repo ?? {}, { type: 'debian' }),
      /repo\.type debian: the files are published as they are/,
    ],
    ['a repo clause without a name', (d) => delete d.repo?.name, /has no name and counts as absent/],
  ])('notices %s', async (_, change, message) => {
    const { model, diagnostics, told } = await readText(name, changed(change))
    expect(diagnostics.errors).toEqual([])
    expect(model).toBeDefined()
    expect(told.filter((line) => line.startsWith('notice')).join('\n')).toMatch(message)
  })

  it('warns of licences that nobody knows', async () => {
    const { model, told } = await readText(
      name,
      changed((d) => Object.assign(d.package ?? {}, { licenses: ['My Own'] })),
    )
    expect(model?.package.licenses).toEqual(['LicenseRef-My-Own'])
    expect(told.join('\n')).toMatch(/^warning .*My Own/m)
  })
})
