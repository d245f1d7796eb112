import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findDescriptor } from '../../../../src/actions/publish-version/descriptor-lookup.ts'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'
import { temporaryFolder, tree } from '../../../support/temporary-folder.ts'

async function find(files: readonly string[], input?: string, wanted = true) {
  await using folder = temporaryFolder('lookup')
  const workspace = tree(folder.path, Object.fromEntries(files.map((file) => [file, '{}'])))
  const diagnostics = new Diagnostics()
  const found = await findDescriptor({ workspace, input, wanted }, diagnostics)
  if (found !== undefined) expect(found.absolute).toBe(join(workspace, found.path))
  return { path: found?.path, errors: diagnostics.errors.map(({ message }) => message) }
}

describe('looking for the descriptor', () => {
  it.each([
    ['outtray.yml first', ['outtray.yml', 'bintray-info.json'], 'outtray.yml'],
    ['the one bintray-info', ['my-Bintray-Info-2.JSON', 'x.json'], 'my-Bintray-Info-2.JSON'],
    ['past templates', ['bintray-info.json', 'bintray-info.tmpl.json', 'bintray-info-template.json'], 'bintray-info.json'],
    ['in the root only', ['sub/outtray.yml', 'sub/bintray-info.json'], undefined],
    ['past other names', ['bintray.json', '.bintray.json', 'bintray-info.json.in'], undefined],
  ])('finds %s', async (_, files, path) => {
    expect(await find(files)).toEqual({ path, errors: [] })
  })

  it('refuses to choose between several', async () => {
    expect(await find(['a-bintray-info.json', 'b-bintray-info.json'])).toEqual({
      path: undefined,
      errors: ['There are 2 descriptors: a-bintray-info.json, b-bintray-info.json'],
    })
    expect((await find(['a/x.json', 'b/x.json'], '*/x.json')).errors).toEqual(['There are 2 descriptors: a/x.json, b/x.json'])
  })

  it('takes what the input names, hidden and oddly named ones too', async () => {
    expect((await find(['.travis/bintray.json.in', 'outtray.yml'], '.travis/bintray.json.in')).path).toBe('.travis/bintray.json.in')
    expect((await find(['ci/x-bintray-info.json', 'ci/x-bintray-info.tmpl.json'], 'ci/*bintray-info*.json')).path).toBe(
      'ci/x-bintray-info.json',
    )
  })

  it('says when the named one is not there', async () => {
    expect((await find(['bintray-info.json'], 'bintray-inof.json')).errors).toEqual([
      'No file matches bintray-inof.json: looked in the workspace root',
    ])
  })

  it('does not look when nobody wants it', async () => {
    expect(await find(['outtray.yml'], undefined, false)).toEqual({ path: undefined, errors: [] })
  })

  it('refuses files that are too large', async () => {
    await using folder = temporaryFolder('lookup')
    const diagnostics = new Diagnostics()
    tree(folder.path, { 'outtray.yml': ' '.repeat(1_048_577) })
    expect(await findDescriptor({ workspace: folder.path, wanted: true }, diagnostics)).toBeUndefined()
    expect(diagnostics.errors[0]?.message).toContain('larger than 1 MiB')
  })
})
