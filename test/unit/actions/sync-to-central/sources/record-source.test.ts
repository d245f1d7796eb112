import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKey } from 'openpgp'
import { describe, expect, it } from 'vitest'
import { verifyRecorded } from '../../../../../src/actions/sync-to-central/sources/collect.ts'
import { hashFiles } from '../../../../../src/signing/engine.ts'
import { temporaryFolder, tree } from '../../../../support/temporary-folder.ts'
import { collected, errorsOf, filesOf, folder10, pathsOf } from './collecting.ts'
import { pom, signFiles } from './releases.ts'

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
