import { join } from 'node:path'
import { startPortal } from '../../test/emulators/central-portal/server.ts'
import { throwAwayAuthority } from '../../test/support/certificates.ts'
import { BundledAction } from '../bundled-action.ts'
import { peakOf } from '../peak.ts'
import { run } from '../programs.ts'
import type { Comparison, Footprint, Scenario } from '../scenario.ts'
import { stagedRelease } from '../staged-release.ts'
import { checkDeployment, portalToken, syncing } from '../syncing.ts'
import { openUploadSink } from '../upload-sink.ts'
import { signing } from './sign-many.ts'

/** Many files: preflight, digests, signatures and upload, beside what the signatures alone cost. */
export const syncMany: Scenario = {
  name: 'sync-many',
  prepare: async ({ folder: place, keys, quick, opened }) => {
    const release = await stagedRelease(`${place}/sync-many`, { modules: quick ? 50 : 250, smallest: 5_000, largest: 500_000 })
    const actions = { sync: await BundledAction.named('sync-to-central'), sign: await BundledAction.named('sign-artifacts') }
    const { caFile, server } = throwAwayAuthority(place)
    const sink = opened.use(await openUploadSink(server, release.purls))
    const request = { workspace: release.folder, inputs: { from: '.', publish: 'false' } }
    const atSink = { ...request, portalUrl: sink.url, centralUrl: `${sink.url}/maven2`, caFile }
    const size = `${release.files.length} files, ${(release.bytes / 1e6).toFixed(0)} MB`
    const comparisons = keys.map((key): Comparison => {
      let started = 0
      return {
        title: `${size}: preflight, digests, signatures, bundle, up to the answer to the upload over TLS, ${key.kind}`,
        ours: {
          name: 'sync-to-central',
          run: (folder) => {
            started = performance.now()
            return run(syncing(actions.sync, { ...atSink, folder, key }))
          },
          counted: () => (sink.takeUpload().answeredAt - started) / 1000,
        },
        peers: [
          {
            name: 'sign-artifacts',
            run: (folder) => run(signing(actions.sign, release, key, folder)),
            remark: 'digests and signatures only, written to disk',
            goal: { atMost: 1.25 },
          },
        ],
        check: async (folder) => {
          await using portal = await startPortal({ token: portalToken, keyring: key.publicFile, judging: 'listing', immediate: true })
          const { portalUrl, centralUrl } = portal
          await run(syncing(actions.sync, { ...request, portalUrl, centralUrl, folder: join(folder, 'at-emulator'), key }))
          return `${await checkDeployment(portal, release)} entries`
        },
      }
    })
    const footprints = keys.map(
      (key): Footprint => ({
        title: `sync ${release.files.length} files, ${key.kind}`,
        goal: 256,
        measure: (folder) => peakOf(syncing(actions.sync, { ...atSink, folder, key }), folder),
      }),
    )
    return { comparisons, footprints }
  },
}
