import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatCoordinates } from '../../../../../src/maven/coordinates.ts'
import { hashFiles } from '../../../../../src/signing/engine.ts'
import { snapshot, temporaryFolder, tree } from '../../../../support/temporary-folder.ts'
import { collected, errorsOf, filesOf, folder10, pathsOf } from './collecting.ts'
import { release } from './releases.ts'

describe('a staging directory', () => {
  it('gives the files of every version, open, with what was staged beside them', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, {
      ...release('staging', 'lib', { files: ['.jar', '-sources.jar', '.module'] }),
      ...release('staging', 'parent', { version: '2.0', files: [] }),
      [`staging/${folder10}/lib-1.0.jar.md5`]: 'a'.repeat(32),
      [`staging/${folder10}/lib-1.0.jar.sha512`]: 'b'.repeat(128),
      [`staging/${folder10}/lib-1.0.pom.asc`]: 'no signature',
    })
    const before = snapshot(workspace)
    const { collection, errors } = await collected(workspace, ['staging'])
    using _ = collection
    expect(errors).toEqual([])
    expect(collection.components.map(({ coordinates }) => formatCoordinates(coordinates))).toEqual([
      'org.acme:lib:1.0',
      'org.acme:parent:2.0',
    ])
    expect(pathsOf(collection)).toEqual([
      `${folder10}/lib-1.0-sources.jar`,
      `${folder10}/lib-1.0.jar`,
      `${folder10}/lib-1.0.module`,
      `${folder10}/lib-1.0.pom`,
      'org/acme/parent/2.0/parent-2.0.pom',
    ])
    const [, jar, , own] = filesOf(collection)
    expect(jar).toMatchObject({
      name: 'lib-1.0.jar',
      origin: 'staging',
      shownAs: `staging/${folder10}/lib-1.0.jar`,
      size: 'content of lib.jar'.length,
      stagedChecksums: { md5: 'a'.repeat(32), sha512: 'b'.repeat(128) },
      signatures: [],
    })
    expect(own?.signatures).toEqual([{ content: 'no signature', shownAs: `staging/${folder10}/lib-1.0.pom.asc` }])
    expect(readFileSync(jar?.descriptor ?? -1, 'utf8')).toBe('content of lib.jar')
    expect(snapshot(workspace)).toEqual(before)
  })

  it('stays behind with its strays, each by name and with the reason', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, {
      ...release('staging'),
      'staging/org/acme/lib/maven-metadata.xml': 'x',
      [`staging/${folder10}/_remote.repositories`]: 'x',
      'staging/.locks/a': 'x',
    })
    const { collection } = await collected(workspace, ['staging'])
    using _ = collection
    expect(collection.leftOut.map(({ shownAs, reason }) => [shownAs, reason !== ''])).toEqual([
      ['staging/.locks/a', true],
      [`staging/${folder10}/_remote.repositories`, true],
      ['staging/org/acme/lib/maven-metadata.xml', true],
    ])
  })

  it('sends what was hashed, whatever takes its name meanwhile', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, release('staging'))
    const { collection } = await collected(workspace, ['staging'])
    using _ = collection
    const jar = join(workspace, `staging/${folder10}/lib-1.0.jar`)
    renameSync(jar, `${jar}.old`)
    writeFileSync(jar, 'somebody else')
    const [hashed] = filesOf(collection)
    expect(await hashFiles(hashed === undefined ? [] : [hashed], { crc32: true })).toMatchObject([{ size: 'content of lib.jar'.length }])
  })

  it('closes its files when it is disposed of', async () => {
    await using folder = temporaryFolder()
    const { collection } = await collected(tree(folder.path, release('staging')), ['staging'])
    const [file] = filesOf(collection)
    collection[Symbol.dispose]()
    expect(() => readFileSync(file?.descriptor ?? -1)).toThrow(/EBADF/)
  })

  it('is refused with every link, device and hard-linked file in it, by name, in one run', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...release('staging'), 'outside/token.txt': 'top secret', 'outside/folder/a': 'a' })
    const at = (name: string) => join(workspace, 'staging', folder10, name)
    symlinkSync(join(workspace, 'outside/token.txt'), at('lib-1.0-link.txt'))
    symlinkSync(join(workspace, 'nowhere'), at('lib-1.0-dangling.txt'))
    symlinkSync(join(workspace, 'outside/folder'), join(workspace, 'staging/com'))
    linkSync(join(workspace, 'outside/token.txt'), at('lib-1.0-hard.txt'))
    execFileSync('mkfifo', [at('lib-1.0.pipe')])
    const errors = await errorsOf(workspace, ['staging'])
    expect(errors).toHaveLength(5)
    for (const name of [
      'lib-1.0-link.txt is a link',
      'dangling.txt is a link',
      'staging/com is a link',
      'hard.txt is hard-linked',
      'lib-1.0.pipe is no ordinary file',
    ]) {
      expect(errors.filter((error) => error.includes(name))).toHaveLength(1)
    }
  })

  it('is refused when it is a link itself, lies behind one, is missing, empty or no layout', async () => {
    await using folder = temporaryFolder()
    await using elsewhere = temporaryFolder()
    tree(elsewhere.path, release('staging'))
    const workspace = tree(folder.path, { 'loose/a.jar': 'a' })
    mkdirSync(join(workspace, 'empty'))
    symlinkSync(join(elsewhere.path, 'staging'), join(workspace, 'direct'))
    symlinkSync(elsewhere.path, join(workspace, 'above'))
    expect(await errorsOf(workspace, ['direct'])).toEqual([expect.stringMatching(/'direct' .* is a link/)])
    expect(await errorsOf(workspace, ['above/staging'])).toEqual([expect.stringMatching(/lies behind one/)])
    expect(await errorsOf(workspace, ['nothing'])).toEqual([expect.stringMatching(/'nothing' .* does not exist/)])
    expect(await errorsOf(workspace, ['empty'])).toEqual([expect.stringMatching(/'empty' holds no files/)])
    expect(await errorsOf(workspace, ['loose'])).toEqual([expect.stringMatching(/nothing to sync in 'loose'/)])
    expect(await errorsOf(workspace, [join(elsewhere.path, 'staging')])).toEqual([])
  })

  it('takes no snapshot, and says so once for each', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...release('staging'), ...release('staging', 'next', { version: '2.0-SNAPSHOT' }) })
    const { collection, errors } = await collected(workspace, ['staging'])
    using _ = collection
    expect(errors).toEqual([])
    expect(pathsOf(collection)).toEqual([`${folder10}/lib-1.0.jar`, `${folder10}/lib-1.0.pom`])
    expect(collection.ineligible).toEqual([
      { version: '2.0-SNAPSHOT', coordinates: 'org.acme:next:2.0-SNAPSHOT', reason: expect.stringMatching(/cannot be a SNAPSHOT/) },
    ])
  })
})
