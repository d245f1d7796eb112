// biome-ignore-all lint/suspicious/noTemplateCurlyInString: such placeholders are what is tested
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from './reading.ts'

const name = 'dist/my-bintray-info.json'

describe('names that the inputs give', () => {
  it('need not be in the descriptor', async () => {
    const { model, told } = await readText(name, '{"package": {"repo": "r"}}', { package: 'p', version: '1.0' })
    expect(told).toEqual([])
    expect(model?.version).toEqual({})
  })

  it('fill the placeholder of the version, everywhere', async () => {
    const text =
      '{"package": {"name": "${name}", "repo": "r"}, "version": {"name": "@VERSION@", "vcs_tag": "v${version}"}, "files": [{"includePattern": "out/(a-__VERSION__)", "uploadPattern": "{{version}}/$1"}]}'
    const { model, told } = await readText('bintray.json', text, { package: 'p', version: '1.0' })
    expect(told).toEqual([])
    expect(model).toMatchObject({
      version: { name: '1.0', vcsTag: 'v1.0' },
      selections: [{ include: { text: 'out/(a-1\\.0)' }, upload: { text: '1.0/$1' } }],
    })
  })

  it('do not hide other placeholders, all of which are told with their places', async () => {
    const text = '{"package": {"name": "${name}", "repo": "@REPO@"},\n "version": {"name": "${version}", "released": "@DATE@"}}'
    const { model, told } = await readText(name, text)
    expect(model).toBeUndefined()
    expect(told.map((line) => line.split(' [')[0])).toEqual([
      'error 1:22 package.name holds a placeholder that was never replaced: ${name}',
      'error 1:41 package.repo holds a placeholder that was never replaced: @REPO@',
      'error 2:22 version.name holds a placeholder that was never replaced: ${version}',
      'error 2:48 version.released holds a placeholder that was never replaced: @DATE@',
    ])
    expect((await readText(name, text, { package: 'p', version: '1' })).diagnostics.errors).toHaveLength(2)
  })
})

it('a descriptor that is no object is refused', async () => {
  expect((await readText(name, '[1]')).told).toEqual(['error 1:1 A descriptor is one object [Put everything into { and }.]'])
})

it('arbitrary JSON never throws: there is a model, or an error with a place', async () => {
  const keys = fc.constantFrom(
    'package',
    'version',
    'repo',
    'files',
    'applyToFiles',
    'applyToRepoFiles',
    'applyToProps',
    'publish',
    'name',
    'licenses',
    'attributes',
    'values',
    'type',
    'includePattern',
    'uploadPattern',
    'matrixParams',
    'override',
    'released',
    'website_url',
    '__proto__',
    'constructor',
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>('', 'x', '${v}', 'a/*.jar', '(', '$1', 'www.x', 'GPL-3.0', 1, 0, -1.5, true, false, null),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(tree, async (content) => {
      const { model, diagnostics } = await readText(name, JSON.stringify(content))
      if (model === undefined) expect(diagnostics.errors).not.toEqual([])
      for (const { location } of diagnostics.all)
        expect(location).toMatchObject({ file: name, line: expect.any(Number), column: expect.any(Number) })
    }),
    { numRuns: 500 },
  )
})
