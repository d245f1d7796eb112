import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { selectFiles } from '../../../../src/actions/publish-version/selection.ts'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'
import { readDescriptor } from '../../../../src/model/descriptor/read-descriptor.ts'
import { temporaryFolder, tree } from '../../../support/temporary-folder.ts'

interface Options {
  readonly files?: readonly string[]
  readonly descriptor?: string
  readonly content?: unknown
  readonly failOnUnmatched?: boolean
  readonly except?: (path: string) => boolean
  readonly prepare?: (workspace: string) => void
}

/** Selects in a workspace of these files; the descriptor's content is JSON, or text. */
async function select(files: readonly string[], options: Options) {
  await using folder = temporaryFolder('selection')
  const workspace = tree(folder.path, Object.fromEntries(files.map((file) => [file, file])))
  const diagnostics = new Diagnostics()
  const path = options.descriptor
  const text = typeof options.content === 'string' ? options.content : JSON.stringify(options.content)
  if (path !== undefined) tree(workspace, { [path]: text })
  options.prepare?.(workspace)
  const descriptor = path === undefined ? undefined : await readDescriptor({ file: join(workspace, path), path, text }, diagnostics)
  if (path !== undefined) expect(diagnostics.errors).toEqual([])
  const request = {
    workspace,
    failOnUnmatched: options.failOnUnmatched ?? true,
    ...(descriptor !== undefined && { descriptor }),
    ...(options.files !== undefined && { patterns: options.files.map((text) => ({ text })) }),
    ...(options.except !== undefined && { except: options.except }),
  }
  const selected = await selectFiles(request, diagnostics)
  const told = diagnostics.all
    .filter(({ severity }) => severity !== 'notice')
    .map(({ severity, message, location }) => `${severity} ${location?.line ?? '-'} ${message}`)
  return { selected, paths: selected.map(({ path }) => path), told, workspace }
}

const bintray = (more: object) => ({ package: { name: 'p', repo: 'r', subject: 's' }, version: { name: '1' }, ...more })

describe('the files input', () => {
  it('gives files with their path below the fixed folder', async () => {
    const { selected, workspace } = await select(['out/a.jar', 'out/deep/b.jar'], { files: ['out/**'] })
    expect(selected).toEqual([
      { absolute: join(workspace, 'out/a.jar'), path: 'out/a.jar', rest: 'a.jar' },
      { absolute: join(workspace, 'out/deep/b.jar'), path: 'out/deep/b.jar', rest: 'deep/b.jar' },
    ])
  })

  it('wins over the descriptor, which is never published', async () => {
    const { paths } = await select(['dist/a.jar', 'dist/other-bintray-info.json'], {
      files: ['dist/*'],
      descriptor: 'dist/bintray-info.json',
      content: bintray({ applyToRepoFiles: 'nothing' }),
    })
    expect(paths).toEqual(['dist/a.jar'])
    expect(
      (await select(['dist/a.jar'], { files: ['dist/*', 'dist/outtray.yml'], descriptor: 'dist/outtray.yml', content: 'package: p' }))
        .paths,
    ).toEqual(['dist/a.jar'])
  })

  it('leaves out what nobody means', async () => {
    expect((await select(['a.jar', 'repo/b.jar'], { files: ['**'], except: (path) => path.startsWith('repo/') })).paths).toEqual(['a.jar'])
  })
})

describe('outtray.yml', () => {
  it('chooses relative to the workspace, and an unmatched pattern is told at its line', async () => {
    const { paths, told } = await select(['out/a.jar', 'ci/out/b.jar'], {
      descriptor: 'ci/release.yml',
      content: 'files: |\n  out/*\n  !out/x\n  nothing/*\n',
    })
    expect(paths).toEqual(['out/a.jar'])
    expect(told).toEqual(['error 4 No file matches nothing/*: the workspace root has no folder nothing'])
  })
})

describe("Artifactory's form", () => {
  const files = [
    'dist/bin/a.tgz',
    'dist/bin/b.zip',
    'dist/bin/deep/c.tgz',
    'dist/docs/x/y.txt',
    'dist/docs/LICENSE',
    'dist/README',
    'dist/.hidden/z',
    'libs/org/d.jar',
  ]

  it('chooses below its own folder, with a leading slash below the workspace, and full paths by repository', async () => {
    const content = bintray({ applyToFiles: ['libs/org/*.?ar'], applyToRepoFiles: ['bin/*.tgz', '/dist/docs/**/*.*'] })
    const { selected, told } = await select(files, { descriptor: 'dist/my-bintray-info.json', content })
    expect(told).toEqual([])
    expect(selected.map(({ path, rest, descriptorRelative }) => [path, rest, descriptorRelative])).toEqual([
      ['dist/bin/a.tgz', 'a.tgz', 'bin/a.tgz'],
      ['dist/docs/x/y.txt', 'x/y.txt', 'docs/x/y.txt'],
      ['libs/org/d.jar', 'd.jar', undefined],
    ])
  })

  it('without a selection chooses everything below its folder, names without an extension too', async () => {
    const { paths } = await select(files, { descriptor: 'dist/bintray-info.json', content: bintray({}) })
    expect(paths).toEqual([
      'dist/README',
      'dist/bin/a.tgz',
      'dist/bin/b.zip',
      'dist/bin/deep/c.tgz',
      'dist/docs/LICENSE',
      'dist/docs/x/y.txt',
    ])
  })

  it('without a selection refuses to take the whole workspace', async () => {
    const { paths, told } = await select(files, { descriptor: 'bintray-info.json', content: bintray({}) })
    expect(paths).toEqual([])
    expect(told).toEqual(['error 1 The descriptor chooses no files, which means all beside it, and that is the whole workspace'])
  })

  it('tells each pattern that matches nothing, with the folder that was searched', async () => {
    const content = bintray({ applyToRepoFiles: ['bin/*.jar', 'bim/*'] })
    const { told } = await select(files, { descriptor: 'dist/bintray-info.json', content })
    expect(told).toEqual(['error 1 No file matches bin/*.jar: looked in dist/bin', 'error 1 No file matches bim/*: dist has no folder bim'])
    expect((await select(files, { descriptor: 'dist/bintray-info.json', content, failOnUnmatched: false })).told[0]).toMatch(/^warning/)
  })

  it('takes a file that two patterns choose once', async () => {
    const content = bintray({ applyToRepoFiles: ['bin/*.tgz', 'bin/a.*'] })
    expect((await select(files, { descriptor: 'dist/bintray-info.json', content })).paths).toEqual(['dist/bin/a.tgz'])
  })

  it('names a matched link out of the workspace, and ignores other ones', async () => {
    const prepare = (workspace: string) => {
      symlinkSync('/etc/hostname', join(workspace, 'dist/bin/evil.tgz'))
      symlinkSync('/etc/hostname', join(workspace, 'dist/bin/evil.zip'))
    }
    const { told } = await select(files, {
      descriptor: 'dist/bintray-info.json',
      content: bintray({ applyToRepoFiles: ['bin/*.tgz'] }),
      prepare,
    })
    expect(told).toEqual(['error 1 dist/bin/evil.tgz is a link out of the workspace'])
  })
})

describe("Travis's form", () => {
  const entry = (includePattern: string, uploadPattern?: string, more: object = {}) => ({ includePattern, uploadPattern, ...more })
  const files = ['build/a.deb', 'build/sub/b.deb', 'build/old/c.deb', 'build/.cache/d.deb', 'dist/tool.zip', 'pom.xml']

  it('puts files where the upload pattern says', async () => {
    const content = bintray({
      files: [
        entry('build/(.*\\.deb)', 'pool/$1', { excludePattern: '.*/old/.*', matrixParams: { override: 1 } }),
        entry('./dist/tool.zip', '/x/tool.zip'),
        entry('pom.xml'),
      ],
    })
    const { selected, told } = await select(files, { descriptor: '.bintray.json', content })
    expect(told).toEqual([])
    expect(selected.map(({ path, uploadPath, override }) => [path, uploadPath, override])).toEqual([
      ['build/a.deb', 'pool/a.deb', true],
      ['build/sub/b.deb', 'pool/sub/b.deb', true],
      ['dist/tool.zip', 'x/tool.zip', undefined],
      ['pom.xml', 'pom.xml', undefined],
    ])
  })

  it('writes a file of two entries to both places', async () => {
    const content = bintray({
      files: [entry('build/(.*)', '$1', { excludePattern: 'old' }), entry('build/sub/(.*)', 'sub2/$1'), entry('build/sub/(.*)', 'sub2/$1')],
    })
    const { selected } = await select(files, { descriptor: '.bintray.json', content })
    expect(selected.map(({ path, uploadPath }) => [path, uploadPath])).toEqual([
      ['build/a.deb', 'a.deb'],
      ['build/sub/b.deb', 'sub/b.deb'],
      ['build/sub/b.deb', 'sub2/b.deb'],
    ])
  })

  it('warns of a start folder that is missing, as Travis did', async () => {
    const { told } = await select(files, {
      descriptor: 'b.json',
      content: bintray({ files: [entry('bild/(.*)', '$1'), entry('pom.xml', 'p')] }),
    })
    expect(told).toEqual(['warning 1 bild/(.*) matches nothing: the workspace root has no folder bild'])
  })

  it('tells an entry that matches nothing in its folder', async () => {
    const { told } = await select(files, {
      descriptor: 'b.json',
      content: bintray({ files: [entry('build/(.*\\.rpm)', '$1'), entry('dist/tol.zip', 'p')] }),
    })
    expect(told).toEqual([
      'error 1 No file matches build/(.*\\.rpm): looked in build',
      'error 1 No file matches dist/tol.zip: looked in dist',
    ])
  })

  it('may be absolute inside the workspace only', async () => {
    const { told } = await select(files, {
      descriptor: 'b.json',
      content: bintray({ files: [entry('/home/travis/build/x/(.*)', '$1'), entry('../(.*)', '$1')] }),
    })
    expect(told).toEqual(['error 1 /home/travis/build/x/(.*) begins outside the workspace', 'error 1 ../(.*) begins outside the workspace'])
  })
})
