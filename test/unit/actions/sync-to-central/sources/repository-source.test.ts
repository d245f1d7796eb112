import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyRecorded } from '../../../../../src/actions/sync-to-central/sources/collect.ts'
import { hashFiles } from '../../../../../src/signing/engine.ts'
import { temporaryFolder, tree } from '../../../../support/temporary-folder.ts'
import { collected, errorsOf, filesOf, folder10, pathsOf } from './collecting.ts'
import { publishFiles, release } from './releases.ts'

describe('a repository', () => {
  const repository = { repository: 'repo', 'repository-type': 'maven', package: 'lib', version: '1.0', files: 'build/**' }

  it('gives exactly the files of the record, which are verified against it', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, release('build'))
    await publishFiles(workspace, repository)
    tree(workspace, { [`repo/${folder10}/lib-1.0-stray.jar`]: 'not published' })
    const { collection, errors, diagnostics } = await collected(workspace, ['repo'], { package: 'lib', version: '1.0' })
    using _ = collection
    expect(errors).toEqual([])
    expect(pathsOf(collection)).toEqual([`${folder10}/lib-1.0.jar`, `${folder10}/lib-1.0.pom`])
    const document = 'repo/.outtray/packages/lib/versions/1.0.json'
    expect(collection.records).toMatchObject([
      { shownAs: document, absolute: join(workspace, document), repository: join(workspace, 'repo') },
    ])
    const files = filesOf(collection)
    verifyRecorded(files, await hashFiles(files), diagnostics)
    expect(diagnostics.errors).toEqual([])
  })

  it('whose file is not what its record says is an error that names the file', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, release('build'))
    await publishFiles(workspace, repository)
    writeFileSync(join(workspace, `repo/${folder10}/lib-1.0.jar`), 'tampered with')
    const { collection, diagnostics } = await collected(workspace, ['repo'], { package: 'lib', version: '1.0' })
    using _ = collection
    const files = filesOf(collection)
    verifyRecorded(files, await hashFiles(files), diagnostics)
    expect(diagnostics.errors.map(({ message }) => message)).toEqual([
      `repo/${folder10}/lib-1.0.jar is not the file of the record: it has another md5, sha1, sha256, sha512`,
    ])
  })

  it('is also meant by the path of a record that it keeps', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, release('build'))
    const { outputs } = await publishFiles(workspace, repository)
    const { collection, errors } = await collected(workspace, [outputs.record ?? ''])
    using _ = collection
    expect(errors).toEqual([])
    expect(pathsOf(collection)).toEqual([`${folder10}/lib-1.0.jar`, `${folder10}/lib-1.0.pom`])
    expect(collection.records[0]?.repository).toBe(join(workspace, 'repo'))
  })

  it('has versions that are not eligible: staged only, or without Maven layout', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...release('build'), 'tool/tool.zip': 'tool' })
    await publishFiles(workspace, { ...repository, publish: 'false' })
    await publishFiles(workspace, { repository: 'generic', 'repository-type': 'generic', package: 'tool', version: '1.0', files: 'tool/*' })
    const staged = await collected(workspace, ['repo'], { package: 'lib', version: '1.0' })
    staged.collection[Symbol.dispose]()
    expect(staged.collection.ineligible).toEqual([{ package: 'lib', version: '1.0', reason: expect.stringMatching(/^is only staged/) }])
    const generic = await collected(workspace, ['generic'], { package: 'tool', version: '1.0' })
    generic.collection[Symbol.dispose]()
    expect(generic.collection.ineligible).toEqual([
      { package: 'tool', version: '1.0', reason: expect.stringMatching(/no POM in Maven layout/) },
    ])
    expect([...staged.errors, ...generic.errors]).toEqual([])
  })

  it('needs package and version, and must have them', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, release('build'))
    await publishFiles(workspace, repository)
    expect(await errorsOf(workspace, ['repo'])).toEqual([expect.stringMatching(/'package' and 'version' must say/)])
    expect(await errorsOf(workspace, ['repo'], { package: 'lib', version: '9' })).toEqual([
      "the repository 'repo' has no version '9' of package 'lib'",
    ])
  })

  it('is merged with what another source has of the same version', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...release('build'), ...release('more', 'lib', { files: ['-linux.jar'] }) })
    await publishFiles(workspace, repository)
    const { collection, errors } = await collected(workspace, ['more', 'repo'], { package: 'lib', version: '1.0' })
    using _ = collection
    expect(errors).toEqual([])
    expect(filesOf(collection).map(({ name, origin, recorded }) => [name, origin, recorded !== undefined])).toEqual([
      ['lib-1.0-linux.jar', 'more', false],
      ['lib-1.0.jar', 'repo', true],
      ['lib-1.0.pom', 'more', true],
    ])
  })
})
