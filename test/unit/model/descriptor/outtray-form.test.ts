// biome-ignore-all lint/suspicious/noTemplateCurlyInString: such placeholders are what is tested
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'
import { readDescriptor } from '../../../../src/model/descriptor/read-descriptor.ts'
import { readText } from './reading.ts'

const name = 'outtray.yml'

describe('outtray.yml', () => {
  it('of the documentation is read whole', async () => {
    const text = readFileSync(fileURLToPath(new URL('../../../../docs/outtray.yml', import.meta.url)), 'utf8')
    const { model, told } = await readText(name, text)
    expect(told).toEqual([])
    expect(model).toMatchObject({
      form: 'outtray',
      repository: { type: 'generic' },
      updateExisting: false,
      package: {
        name: 'widget',
        description: 'Widgets for every purpose',
        labels: ['widgets', 'gadgets'],
        licenses: ['Apache-2.0'],
        websiteUrl: 'https://example.org/widget',
        issueTrackerUrl: 'https://github.com/acme/widget/issues',
        vcsUrl: 'https://github.com/acme/widget.git',
        githubRepository: 'acme/widget',
        attributes: [
          { name: 'platforms', type: 'string', values: ['linux', 'macos'] },
          { name: 'level', type: 'number', values: [2] },
        ],
      },
      version: { description: 'Widgets, second edition', released: '2026-11-21', vcsTag: 'v2.0' },
      publish: true,
      gpgSign: false,
      path: '{package}/{version}/{path}',
      tagPattern: 'v{version}',
      override: false,
      updateWindowDays: 30,
      maxFiles: 100,
      maxFileMegabytes: 250,
      repositoryUrl: 'https://acme.github.io/widget',
    })
    const lines = text.split('\n')
    const line = (part: string) => lines.findIndex((one) => one.includes(part)) + 1
    expect(model?.selections).toEqual([
      {
        kind: 'globs',
        patterns: ['dist/*.tgz', 'dist/docs/**', '!dist/**/*.tmp'].map((pattern) => ({
          text: pattern,
          location: { file: name, line: line(pattern), column: 3 },
        })),
      },
    ])
    expect(model?.locations.get('package.name')).toEqual({ file: name, line: line('name: widget'), column: 9 })
  })

  it('may name package and version plainly, and publishes unless it says otherwise', async () => {
    const { model, told } = await readText(name, 'package: tool\nversion: "1.0"\nfiles: |\n  out/*.tgz\n')
    expect(told).toEqual([])
    expect(model).toMatchObject({
      package: { name: 'tool' },
      version: { name: '1.0' },
      publish: true,
      selections: [{ patterns: [{ text: 'out/*.tgz', location: { line: 4, column: 3 } }] }],
    })
    expect(model?.locations.get('version.name')).toEqual({ file: name, line: 2, column: 10 })
    expect((await readText(name, 'package: tool\npublish: false')).model?.publish).toBe(false)
  })

  it('may list its patterns', async () => {
    const { model } = await readText('ci/release.yaml', 'files:\n  - a/*\n  - "!a/b"\n')
    expect(model?.selections).toEqual([
      {
        kind: 'globs',
        patterns: [
          { text: 'a/*', location: { file: 'ci/release.yaml', line: 2, column: 5 } },
          { text: '!a/b', location: { file: 'ci/release.yaml', line: 3, column: 5 } },
        ],
      },
    ])
  })

  it('takes a key without a value for absent', async () => {
    const { model, told } = await readText(name, 'package:\n  name: tool\n  description:\nversion:\n')
    expect(told).toEqual([])
    expect(model?.package).toEqual({ name: 'tool' })
    expect(model?.version).toEqual({})
    expect(model?.selections).toEqual([])
  })

  it.each([
    ['licence: MIT\npackage: tool', ['error 1:1 licence is not known [Nearest: package.licenses.]']],
    ['package: tool\nfile: a', ['error 2:1 file is not known [Nearest: files.]']],
    ['description: x', ['error 1:1 description is not known [Nearest: package.description, version.description.]']],
    ['package:\n  naem: tool', ['error 2:3 package.naem is not known [Nearest: name.]']],
    [
      'package:\n  attributes:\n    - nam: x\n      values: 1',
      ['error 3:7 package.attributes[0].nam is not known [Nearest: name.]', 'error 3:7 package.attributes[0].name is missing'],
    ],
    ['version: 1.10', ['error 1:10 version is the number 1.1, and must be text [Put it into quotes: "1.10".]']],
    ['version:\n  name: 2', ['error 2:9 version.name is the number 2, and must be text [Put it into quotes: "2".]']],
    ['publish: yes', ['error 1:10 publish must be true or false, not "yes"']],
    ['max-files: -1', ['error 1:12 max-files must be a whole number of at least 0, not -1']],
    ['max-files: 1.5', ['error 1:12 max-files must be a whole number, not 1.5']],
    ['repository-type: zip', ['error 1:18 repository-type must be one of maven, generic, not "zip"']],
    ['files: [a, 3]', ['error 1:12 files[1] is the number 3, and must be text [Put it into quotes: "3".]']],
    ['files: {a: b}', ['error 1:8 files must be patterns, one per line, or a list of patterns']],
    ['package:\n  labels: [a, true]', ['error 2:15 package.labels[1] must be text, not true']],
    [
      'package:\n  attributes:\n    - name: n\n      type: number\n      values: [1, x]',
      ['error 5:19 The attribute n is of type number, and "x" is none [Write a number without quotes, or another type.]'],
    ],
    ['package:\n  attributes: {a: 1}', ['error 2:15 package.attributes must be a list of attributes']],
    ['version:\n  released: soon', ['error 2:13 version.released is no date: soon [Write 2026-11-21, or 2026-11-21T12:00:00Z.]']],
    [
      'package:\n  websiteUrl: exa mple.org',
      ['error 2:15 package.websiteUrl holds a blank: exa mple.org [Remove the blank; addresses have none.]'],
    ],
    ['package: a\npackage: b', ['error 2:1 Map keys must be unique']],
    ['package: []', ['error 1:10 package must be a name or a mapping']],
    ['package: [[]]', ['error 1:10 package must be a name or a mapping']],
    ['- a', ['error 1:1 A descriptor is a mapping with keys such as package, version and files']],
    ['', ['error 1:1 A descriptor is a mapping with keys such as package, version and files']],
    ['__proto__: {a: 1}', [expect.stringMatching(/^error 1:1 __proto__ is not known/)]],
    [
      'package: "@NAME@"\nversion: ${V}',
      [
        expect.stringMatching(/^error 1:10 package holds a placeholder that was never replaced: @NAME@/),
        expect.stringMatching(/^error 2:10 version holds a placeholder/),
      ],
    ],
    [
      'files:\n  - out/${NAME}.jar',
      [expect.stringMatching(/^error 2:5 files\[0\] holds a placeholder that was never replaced: \$\{NAME\}/)],
    ],
  ])('%j is refused with its place', async (text, told) => {
    const outcome = await readText(name, text)
    expect(outcome.model).toBeUndefined()
    expect(outcome.told).toEqual(told)
  })

  it('warns of tags, and takes what they mark for what it looks like', async () => {
    const { model, told } = await readText(name, 'package: !mine tool\nversion: !!binary aGk=')
    expect(model).toMatchObject({ package: { name: 'tool' }, version: { name: 'aGk=' } })
    expect(told).toEqual(['warning 1:10 Unresolved tag: !mine', expect.stringMatching(/^warning 2:10 Unresolved tag: /)])
  })

  it('reads what it can beside its mistakes: unknown keys and wrong values hide nothing else', async () => {
    const { readable, told } = await readText(
      name,
      'licence: MIT\npackage:\n  name: tool\n  naem: x\n  labels: [a, true]\n  attributes:\n    - name: n\n      type: number\n      values: x\n      unit: m\nversion: 1.10\nfiles: out/*\npath: "{nam}"\n',
    )
    expect(told.map((line) => line.split(' [')[0])).toEqual([
      'error 1:1 licence is not known',
      'error 4:3 package.naem is not known',
      'error 10:7 package.attributes[0].unit is not known',
      'error 5:15 package.labels[1] must be text, not true',
      'error 11:10 version is the number 1.1, and must be text',
      'error 9:15 The attribute n is of type number, and "x" is none',
    ])
    expect(readable).toMatchObject({
      package: { name: 'tool' },
      version: {},
      path: '{nam}',
      selections: [{ patterns: [{ text: 'out/*' }] }],
    })
  })

  it('fills by its own version, or by what the tag says by its own pattern; prose may hold what looks unfilled', async () => {
    const read = async (text: string) => {
      const diagnostics = new Diagnostics()
      const versionOfTag = (pattern = 'v{version}') => `2 by ${pattern}`
      const model = await readDescriptor({ file: '/w/outtray.yml', path: name, text, versionOfTag }, diagnostics)
      expect(diagnostics.errors).toEqual([])
      return model?.version
    }
    const prose = 'description: "{{version}} of $PATH"'
    expect(await read(`version:\n  name: "1"\n  ${prose}\n`)).toEqual({ name: '1', description: '1 of $PATH' })
    expect(await read(`tag-pattern: r{version}\nversion:\n  ${prose}\n`)).toEqual({ description: '2 by r{version} of $PATH' })
    expect(await read('version: "${version}"\n')).toEqual({ name: '2 by v{version}' })
  })

  it('tells all mistakes in one run', async () => {
    const { told } = await readText(name, 'packages: x\nversion: 1.0\npublish: maybe\nmax-files: many')
    expect(told).toHaveLength(4)
  })

  it('fills the version in where the input gives it', async () => {
    const { model, told } = await readText(
      name,
      'package: ${name}\nversion:\n  name: ${version}\n  vcsTag: v${version}\nfiles: out/${version}/*',
      { package: 'p', version: '1.0' },
    )
    expect(told).toEqual([])
    expect(model).toMatchObject({ version: { name: '1.0', vcsTag: 'v1.0' }, selections: [{ patterns: [{ text: 'out/1.0/*' }] }] })
    expect(model?.package.name).toBeUndefined()
  })

  it.each([
    ['faults of YAML', 'package: [a', /^error 1:\d+ /],
    [
      'alias bombs',
      `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `${'b'.repeat(i + 1)}: &${'b'.repeat(i + 1)} [*${i === 0 ? 'a' : 'b'.repeat(i)}, *${i === 0 ? 'a' : 'b'.repeat(i)}]`).join('\n')}`,
      /aliases of the file cannot be followed|is not known/,
    ],
    ['unknown anchors', 'package: *x', /cannot be followed/],
    ['several documents', 'package: a\n---\npackage: b', /multiple documents/],
    ['files that are too long', `# ${'x'.repeat(1_048_576)}`, /longer than 1048576 characters/],
    ['deep nesting', `package: ${'['.repeat(100_000)}`, /^error/],
  ])('refuses %s', async (_, text, message) => {
    const { model, told } = await readText(name, text)
    expect(model).toBeUndefined()
    expect(told.join('\n')).toMatch(message)
  })

  it('never throws: there is a model, or an error with a place', async () => {
    const keys = fc.constantFrom(
      'package',
      'version',
      'files',
      'path',
      'publish',
      'name',
      'labels',
      'licenses',
      'attributes',
      'values',
      'type',
      'released',
      'websiteUrl',
      'max-files',
      'tag-pattern',
      'x',
      '__proto__',
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<unknown>('', 'x', '${v}', 'a/*.jar', '1.0', 1, -1.5, true, null, 'a\nb'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(tree, async (content) => {
        const { model, diagnostics } = await readText(name, stringify(content))
        if (model === undefined) expect(diagnostics.errors).not.toEqual([])
        for (const { location } of diagnostics.all)
          expect(location).toMatchObject({ file: name, line: expect.any(Number), column: expect.any(Number) })
      }),
      { numRuns: 500 },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom('a', ':', ' ', '\n', '-', '[', ']', '{', '}', '&', '*', '!', '|', '>', '"', "'", '#', '?', ',', '%', '\t'),
          maxLength: 40,
        }),
        async (text) => void (await readText(name, text)),
      ),
      { numRuns: 500 },
    )
  })
})
