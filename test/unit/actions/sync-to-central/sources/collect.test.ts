import { execFileSync } from 'node:child_process'
import { appendFileSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKey } from 'openpgp'
import { describe, expect, it } from 'vitest'
import { type CollectRequest, collect, verifyRecorded } from '../../../../../src/actions/sync-to-central/sources/collect.ts'
import type { Collection } from '../../../../../src/actions/sync-to-central/sources/collection.ts'
import { Diagnostics } from '../../../../../src/core/diagnostics.ts'
import { formatCoordinates } from '../../../../../src/maven/coordinates.ts'
import { hashFiles } from '../../../../../src/signing/engine.ts'
import { snapshot, temporaryFolder, tree } from '../../../../support/temporary-folder.ts'
import { pom, publishFiles, release, signFiles } from './releases.ts'

type Choices = Partial<Omit<CollectRequest, 'workspace' | 'from'>>

async function collected(workspace: string, from: readonly string[], choices: Choices = {}) {
  const diagnostics = new Diagnostics()
  const collection = await collect({ workspace, from, ...choices }, diagnostics)
  return { collection, diagnostics, errors: diagnostics.errors.map(({ message }) => message) }
}

async function errorsOf(workspace: string, from: readonly string[], choices: Choices = {}): Promise<string[]> {
  const { collection, errors } = await collected(workspace, from, choices)
  collection[Symbol.dispose]()
  return errors
}

const filesOf = (collection: Collection) => collection.components.flatMap(({ files }) => files)
const pathsOf = (collection: Collection) => filesOf(collection).map(({ bundlePath }) => bundlePath)
const folder10 = 'org/acme/lib/1.0'

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

describe('several parts', () => {
  it('become one: identical files collapse, the others come together', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, {
      ...release('part0', 'native', { files: ['.jar', '-sources.jar'] }),
      ...release('part1', 'native', { files: ['-linux.jar'] }),
      ...release('part2', 'native', { files: ['-macos.jar', '.jar'] }),
    })
    const { collection, errors } = await collected(workspace, ['part0', 'part1', 'part2', 'part0'])
    using _ = collection
    expect(errors).toEqual([])
    expect(filesOf(collection).map(({ name, origin }) => [name, origin])).toEqual([
      ['native-1.0-linux.jar', 'part1'],
      ['native-1.0-macos.jar', 'part2'],
      ['native-1.0-sources.jar', 'part0'],
      ['native-1.0.jar', 'part0'],
      ['native-1.0.pom', 'part0'],
    ])
  })

  it('that hold other bytes under one path are a conflict, which names both origins, all of them in one run', async () => {
    await using folder = temporaryFolder()
    const files = ['.jar', '-sources.jar', '-javadoc.jar']
    const workspace = tree(folder.path, { ...release('one', 'lib', { files }), ...release('two', 'lib', { files }) })
    writeFileSync(join(workspace, `two/${folder10}/lib-1.0.jar`), 'content of lib.JAR')
    appendFileSync(join(workspace, `two/${folder10}/lib-1.0-sources.jar`), 'x')
    expect(await errorsOf(workspace, ['one', 'two'])).toEqual([
      `'${folder10}/lib-1.0-sources.jar' is in 'one' and in 'two', with other bytes`,
      `'${folder10}/lib-1.0.jar' is in 'one' and in 'two', with other bytes`,
    ])
  })

  it('differ in their last byte only, far behind the first read', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...release('one'), ...release('two') })
    const bytes = Buffer.alloc(700_000, 'x')
    writeFileSync(join(workspace, `one/${folder10}/lib-1.0.jar`), bytes)
    writeFileSync(join(workspace, `two/${folder10}/lib-1.0.jar`), bytes)
    expect(await errorsOf(workspace, ['one', 'two'])).toEqual([])
    bytes[bytes.length - 1] = 0
    writeFileSync(join(workspace, `two/${folder10}/lib-1.0.jar`), bytes)
    expect(await errorsOf(workspace, ['one', 'two'])).toHaveLength(1)
  })

  it('may have signed the same file each, and may write the same checksum in other words, but not another checksum', async () => {
    await using folder = temporaryFolder()
    const jar = `${folder10}/lib-1.0.jar`
    const md5 = 'c'.repeat(32)
    const workspace = tree(folder.path, {
      ...release('one'),
      ...release('two'),
      [`one/${jar}.asc`]: 'signature one',
      [`two/${jar}.asc`]: 'signature two',
      [`one/${jar}.md5`]: md5,
      [`two/${jar}.md5`]: `${md5.toUpperCase()}  lib-1.0.jar\n`,
    })
    const { collection, errors } = await collected(workspace, ['one', 'two'])
    collection[Symbol.dispose]()
    expect(errors).toEqual([])
    expect(filesOf(collection)[0]?.signatures.map(({ content }) => content)).toEqual(['signature one', 'signature two'])
    writeFileSync(join(workspace, `two/${jar}.md5`), 'd'.repeat(32))
    expect(await errorsOf(workspace, ['one', 'two'])).toEqual([`'${jar}.md5' is in 'one' and in 'two', with other bytes`])
  })

  it('may hold a file in one and its signature in another', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...release('one'), [`two/${folder10}/lib-1.0.jar.asc`]: 'signature' })
    const { collection, errors } = await collected(workspace, ['one', 'two'])
    using _ = collection
    expect(errors).toEqual([])
    expect(collection.components[0]?.orphans).toEqual([])
    expect(filesOf(collection)[0]?.signatures).toHaveLength(1)
  })
})

describe('include and exclude', () => {
  const parts = { ...release('staging', 'core'), ...release('staging', 'cli'), ...release('staging', 'core', { version: '1.1' }) }

  it.each([
    [{ include: ['org.acme:core'] }, ['core:1.0', 'core:1.1']],
    [{ include: ['org.acme:c*:1.0'] }, ['cli:1.0', 'core:1.0']],
    [{ exclude: ['*:core:1.1'] }, ['cli:1.0', 'core:1.0']],
    [{ include: ['*:core'], exclude: ['*:*:1.0'] }, ['core:1.1']],
  ] as const)('%o take %j', async (choices, expected) => {
    await using folder = temporaryFolder()
    const { collection, errors } = await collected(tree(folder.path, parts), ['staging'], choices)
    using _ = collection
    expect(errors).toEqual([])
    expect(collection.components.map(({ coordinates }) => `${coordinates.artifactId}:${coordinates.version}`)).toEqual(expected)
    expect(collection.excluded).toHaveLength(3 - expected.length)
  })

  it('keep conflicts out of what is not taken', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...release('one', 'core'), ...release('two', 'core'), ...release('two', 'cli') })
    writeFileSync(join(workspace, 'two/org/acme/core/1.0/core-1.0.jar'), 'other')
    expect(await errorsOf(workspace, ['one', 'two'])).toHaveLength(1)
    expect(await errorsOf(workspace, ['one', 'two'], { exclude: ['org.acme:core'] })).toEqual([])
  })

  it('are told when they are no patterns, match nothing, or leave nothing', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, parts)
    expect(await errorsOf(workspace, ['staging'], { include: ['org/acme'], exclude: ['core'] })).toEqual([
      "input 'include' takes coordinates, got 'org/acme'",
      "input 'exclude' takes coordinates, got 'core'",
    ])
    const { collection, diagnostics, errors } = await collected(workspace, ['staging'], { include: ['org.acme:core', 'org.acme:cor'] })
    collection[Symbol.dispose]()
    expect(errors).toEqual([])
    expect(diagnostics.all.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      "warning: 'org.acme:cor' in the input 'include' matches nothing",
    ])
    expect(await errorsOf(workspace, ['staging'], { exclude: ['*:*'] })).toEqual(["there is nothing to sync in 'staging'"])
  })
})

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

describe('a version record', () => {
  async function signedWorkspace(root: string, files: Readonly<Record<string, string>>): Promise<string> {
    const { privateKey } = await generateKey({ type: 'ecc', curve: 'ed25519Legacy', userIDs: [{ name: 'Acme' }], format: 'armored' })
    const workspace = tree(root, files)
    await signFiles(workspace, { files: 'target/**', 'private-key': privateKey })
    return workspace
  }
  const built = { 'target/lib-1.0.jar': 'jar', 'target/pom.xml': pom('lib'), 'target/SHA256SUMS': 'sums' }

  it('gives its files their places by the POM, with their signatures, and names what stays behind', async () => {
    await using folder = temporaryFolder()
    const workspace = await signedWorkspace(folder.path, built)
    const { collection, errors, diagnostics } = await collected(workspace, ['outtray-record.json'])
    using _ = collection
    expect(errors).toEqual([])
    expect(pathsOf(collection)).toEqual([`${folder10}/lib-1.0.jar`, `${folder10}/lib-1.0.pom`])
    const files = filesOf(collection)
    expect(files.map(({ shownAs }) => shownAs)).toEqual(['target/lib-1.0.jar', 'target/pom.xml'])
    expect(files.map(({ signatures }) => signatures[0]?.read?.fingerprint)).toEqual(
      files.map(({ recorded }) => recorded?.signature?.fingerprint),
    )
    expect(files[0]?.signatures[0]?.read?.fingerprint).toMatch(/^[0-9A-F]{40}$/)
    expect(collection.leftOut.map(({ shownAs }) => shownAs)).toContain('target/SHA256SUMS')
    expect(collection.records).toMatchObject([{ shownAs: 'outtray-record.json' }])
    verifyRecorded(files, await hashFiles(files), diagnostics)
    expect(diagnostics.errors).toEqual([])
  })

  it('that names missing files, links, files elsewhere or changed signatures is refused', async () => {
    await using folder = temporaryFolder()
    await using other = temporaryFolder()
    const workspace = await signedWorkspace(folder.path, built)
    await signedWorkspace(other.path, built)
    const record = readFileSync(join(workspace, 'outtray-record.json'), 'utf8')
    writeFileSync(join(workspace, 'target/lib-1.0.jar.asc'), readFileSync(join(other.path, 'target/lib-1.0.jar.asc')))
    expect(await errorsOf(workspace, ['outtray-record.json'])).toEqual([
      expect.stringMatching(/^target\/lib-1\.0\.jar\.asc is by key .* as the record says$/),
    ])
    rmSync(join(workspace, 'target/lib-1.0.jar.asc'))
    symlinkSync(join(other.path, 'target/lib-1.0.jar.asc'), join(workspace, 'target/lib-1.0.jar.asc'))
    rmSync(join(workspace, 'target/SHA256SUMS'))
    writeFileSync(join(workspace, 'outtray-record.json'), record.replace('"target/pom.xml"', '"../../../../etc/hosts"'))
    expect(await errorsOf(workspace, ['outtray-record.json'])).toEqual([
      expect.stringMatching(/'target\/SHA256SUMS', which is not there/),
      'target/lib-1.0.jar.asc is a link, or lies behind one',
      expect.stringMatching(/hosts', which lies outside/),
    ])
  })

  it('without a POM, or of a snapshot, is not eligible; one that is none is an error', async () => {
    await using folder = temporaryFolder()
    const workspace = await signedWorkspace(folder.path, { 'target/tool.zip': 'tool' })
    const { collection, errors } = await collected(workspace, ['outtray-record.json'])
    using _ = collection
    expect(errors).toEqual([])
    expect(collection.ineligible).toEqual([{ reason: expect.stringMatching(/no POM in Maven layout/) }])
    writeFileSync(join(workspace, 'broken.json'), '{}')
    expect(await errorsOf(workspace, ['broken.json'])).toEqual([expect.stringMatching(/'broken\.json' is no version record/)])
    await using next = temporaryFolder()
    await signedWorkspace(next.path, { 'target/lib-2-SNAPSHOT.jar': 'jar', 'target/lib-2-SNAPSHOT.pom': pom('lib', '2-SNAPSHOT') })
    const snapshots = await collected(next.path, ['outtray-record.json'])
    snapshots.collection[Symbol.dispose]()
    expect(snapshots.errors).toEqual([])
    expect(snapshots.collection.ineligible.map(({ coordinates }) => coordinates)).toEqual(['org.acme:lib:2-SNAPSHOT'])
  })
})
