import { join, resolve } from 'node:path'
import { startPortal } from '../../test/emulators/central-portal/server.ts'
import { throwAwayAuthority } from '../../test/support/certificates.ts'
import { BundledAction } from '../bundled-action.ts'
import { peakOf } from '../peak.ts'
import { run } from '../programs.ts'
import type { Scenario } from '../scenario.ts'
import { stagedGiant } from '../staged-release.ts'
import { checkDeployment, portalToken, syncing } from '../syncing.ts'
import { openUploadSink } from '../upload-sink.ts'

/** One large file, streamed from the disk into the upload: how fast, and with how much memory. */
export const syncLarge: Scenario = {
  name: 'sync-large',
  prepare: async ({ folder: place, keys, quick, opened }) => {
    const mebibytes = quick ? 200 : 1024
    const release = await stagedGiant(`${place}/sync-large`, mebibytes)
    const [key] = keys
    if (key === undefined) throw new Error('no key')
    const action = await BundledAction.named('sync-to-central')
    const { caFile, server } = throwAwayAuthority(place)
    const sink = opened.use(await openUploadSink(server, release.purls))
    // With its headers and its sidecars the bundle is a little larger than the default allows.
    const inputs = { from: '.', publish: 'false', 'max-bundle-megabytes': String(mebibytes + 16) }
    const request = { workspace: release.folder, key, inputs }
    const atSink = { ...request, portalUrl: sink.url, centralUrl: `${sink.url}/maven2`, caFile }
    const largest = join(release.folder, release.files.at(-1) ?? '')
    const peer = [resolve('bench/peers/upload-by-undici.mjs'), `${sink.url}/api/v1/publisher/upload`, largest]
    return {
      comparisons: [
        {
          title: `upload of ${mebibytes} MiB over TLS to a server on the same machine that throws it away: from the first byte to the last`,
          ours: {
            name: 'sync-to-central',
            run: (folder) => run(syncing(action, { ...atSink, folder })),
            counted: () => sink.takeUpload().seconds,
            goal: { gigabytesPerSecond: 0.9, bytes: release.bytes },
          },
          peers: [
            {
              name: 'undici',
              run: () => run({ command: process.execPath, args: peer, env: { NODE_EXTRA_CA_CERTS: caFile } }),
              counted: () => sink.takeUpload().seconds,
              remark: 'the file alone, in pieces of 1 MiB, unchecked',
            },
          ],
          check: async (folder) => {
            const keyring = key.publicFile
            await using portal = await startPortal({
              token: portalToken,
              keyring,
              judging: 'listing',
              immediate: true,
              maxBytes: 2 * release.bytes,
            })
            const { portalUrl, centralUrl } = portal
            await run(syncing(action, { ...request, portalUrl, centralUrl, folder: join(folder, 'at-emulator') }))
            await checkDeployment(portal, release)
          },
        },
      ],
      footprints: [
        {
          title: `sync a file of ${mebibytes} MiB`,
          goal: 256,
          measure: (folder) => peakOf(syncing(action, { ...atSink, folder }), folder),
        },
      ],
    }
  },
}
