import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
// Not from the package's entry, which takes over every request of the process.
import { tufHandlers } from '@tufjs/repo-mock/dist/handler.js'
import { initializeTUFRepo } from '@tufjs/repo-mock/dist/repo.js'
import { expect, it } from 'vitest'
import { SigstoreVerifier } from '../../../src/signing/sigstore.ts'
import { serve } from '../../support/loopback-server.ts'
import { verify } from '../../support/received-assets.ts'
import { startSigstore, statementAbout } from '../../support/sigstore-instance.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const signer = { subject: 'https://github.com/acme/widget/release', issuer: 'https://token.actions.test' }

/** A repository of The Update Framework that serves these targets, and the root with which trust in it begins. */
async function serveUpdates(targets: Readonly<Record<string, string>>) {
  const repository = initializeTUFRepo(Object.entries(targets).map(([name, content]) => ({ name, content })))
  const handlers = new Map(
    tufHandlers(repository, { metadataPathPrefix: '', targetPathPrefix: '/targets' }).map((handler) => [handler.path, handler]),
  )
  const server = await serve((request, response) => {
    const answer = handlers.get(request.url ?? '')?.fn()
    response.writeHead(answer?.statusCode ?? 404).end(answer?.response)
  })
  return { server, root: JSON.stringify(repository.rootMeta.toJSON()) }
}

it('gets the trust root by The Update Framework when it is first needed, and once', async () => {
  await using sigstore = await startSigstore()
  await using folder = temporaryFolder()
  const { server, root } = await serveUpdates({ 'trusted_root.json': JSON.stringify(sigstore.trustedRoot) })
  await using updates = server
  const rootFile = join(folder.path, 'root.json')
  writeFileSync(rootFile, root)
  const options = { identity: signer.subject, issuer: signer.issuer, cacheFolder: join(folder.path, 'cache') }
  const verifier = await SigstoreVerifier.open({ ...options, mirror: { url: updates.url, root: rootFile } })
  expect(updates.requests).toEqual([])
  const bundle = JSON.stringify(await sigstore.signStatement(statementAbout({ a: 'a', b: 'b' }), signer))
  const files = { a: 'a', b: 'b', 'x.intoto.jsonl': bundle, 'a.sigstore': JSON.stringify(await sigstore.signFile('a', signer)) }
  const verdicts = await Promise.all([verify(files, { sigstore: verifier }), verify(files, { sigstore: verifier })])
  for (const { checksOf, problems } of verdicts) {
    expect(checksOf('a').map(({ state }) => state)).toEqual(['verified', 'verified'])
    expect(problems).toEqual([])
  }
  expect(updates.requests.filter(({ target }) => target.includes('/targets/'))).toHaveLength(1)
})

it('does not trust a root that others signed, nor one that cannot be had; each release says so', async () => {
  await using sigstore = await startSigstore()
  await using folder = temporaryFolder()
  const { server, root } = await serveUpdates({ 'trusted_root.json': JSON.stringify(sigstore.trustedRoot) })
  const { server: other } = await serveUpdates({ 'trusted_root.json': JSON.stringify(sigstore.trustedRoot) })
  await using forged = other
  const rootFile = join(folder.path, 'root.json')
  writeFileSync(rootFile, root)
  await server[Symbol.asyncDispose]()
  const files = { a: 'a', 'a.sigstore': JSON.stringify(await sigstore.signFile('a', signer)) }
  for (const [index, url] of [forged.url, server.url].entries()) {
    const verifier = await SigstoreVerifier.open({
      identity: signer.subject,
      issuer: signer.issuer,
      cacheFolder: join(folder.path, String(index)),
      mirror: { url, root: rootFile },
    })
    for (let release = 0; release < 2; release++) {
      const { checksOf, problems } = await verify(files, { sigstore: verifier })
      expect(checksOf('a')).toEqual([])
      expect(problems).toMatchObject([
        { asset: 'a.sigstore', message: expect.stringContaining('trust root'), hint: expect.stringContaining('trusted-root') },
      ])
    }
  }
})

it('asks for no trust root where the bytes are wrong already', async () => {
  await using sigstore = await startSigstore()
  await using folder = temporaryFolder()
  const verifier = await SigstoreVerifier.open({
    identity: 'x',
    issuer: 'y',
    cacheFolder: folder.path,
    mirror: { url: 'http://127.0.0.1:1', root: '/none' },
  })
  const files = { a: 'b', 'a.sigstore': JSON.stringify(await sigstore.signFile('a', signer)) }
  expect((await verify(files, { sigstore: verifier })).problems).toMatchObject([
    { asset: 'a', message: expect.stringContaining('other bytes') },
  ])
})
