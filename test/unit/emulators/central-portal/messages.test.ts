import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PortalEmulator } from '../../../emulators/central-portal/server.ts'
import { deservingBundles } from './deserving-bundles.ts'
import { allFacts, folderOf, judged, library, messages, Publisher, poll, pom, upload } from './scene.ts'

const publisher = new Publisher()
let portal: PortalEmulator

beforeAll(async () => {
  portal = await publisher.portal({ namespaces: ['org.acme'] })
  portal.seed({ [`${folderOf({ artifact: 'old' })}.pom`]: pom({ artifact: 'old' }) })
})

afterAll(async () => {
  expect(portal.breakdowns).toEqual([])
  await portal[Symbol.asyncDispose]()
  publisher[Symbol.dispose]()
})

describe('a bundle that deserves it is refused in the words of the Portal', () => {
  test.concurrent.for(deservingBundles)('$title', async ({ files, after, errors }) => {
    const bundle = publisher.complete(files)
    for (const [path, content] of Object.entries(after?.(publisher) ?? {})) {
      if (content === undefined) delete bundle[path]
      else bundle[path] = content
    }
    const status = await judged(portal, bundle)
    expect(status.deploymentState).toBe('FAILED')
    expect(status.errors).toEqual(errors)
  })

  test('7: a key that no key server knows, until it does', async () => {
    const stranger = publisher.gnupg.create({ userId: 'Stranger <stranger@acme.test>' })
    const files = publisher.complete(library())
    const pomFile = `${folderOf()}.pom`
    files[`${pomFile}.asc`] = publisher.sign(pom(), stranger)
    const keyring = join(publisher.gnupg.home, 'growing.asc')
    writeFileSync(keyring, publisher.gnupg.run(['--armor', '--export', publisher.key]))
    await using growing = await publisher.portal({ keyring })
    expect(messages(await judged(growing, files))).toEqual([
      'Invalid signature for file: lib-1.0.pom.asc - Could not find a public key by the key fingerprint. Please ensure it is uploaded to one of the PGP servers we support.',
    ])
    writeFileSync(keyring, publisher.gnupg.run(['--armor', '--export']))
    expect(await judged(growing, files)).toMatchObject({ deploymentState: 'VALIDATED', errors: {} })
  })

  test('24: an upload that is no zip', async () => {
    const id = await (await upload(portal, Buffer.from('this is no zip'))).text()
    await portal.settle()
    expect(messages(await poll(portal, id))).toEqual([expect.stringMatching(/No Archiver found for the stream signature$/)])
  })

  test('all mistakes of all components are told at once', async () => {
    const files = { ...library({ facts: allFacts.replace('<name>Lib</name>', '') }), ...library({ artifact: 'two', facts: '' }) }
    delete files[`${folderOf()}-javadoc.jar`]
    const { errors } = await judged(portal, publisher.complete(files))
    expect(errors['pkg:maven/org.acme/lib@1.0']).toHaveLength(2)
    expect(errors['pkg:maven/org.acme/two@1.0']).toHaveLength(6)
  })

  test('an invalid Sigstore bundle is only a warning, and needs neither signature nor checksums', async () => {
    const sigstore = { [`${folderOf()}.jar.sigstore.json`]: '{"mediaType":"text/plain"}' }
    const status = await judged(portal, { ...publisher.complete(library()), ...sigstore })
    expect(status).toMatchObject({ deploymentState: 'VALIDATED', warnings: ['Invalid sigstore bundle: lib-1.0.jar.sigstore.json'] })
  })
})
