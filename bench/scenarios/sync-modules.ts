import assert from 'node:assert/strict'
import { type PortalEmulator, startPortal } from '../../test/emulators/central-portal/server.ts'
import { BundledAction } from '../bundled-action.ts'
import type { BenchKey } from '../keys.ts'
import { run } from '../programs.ts'
import type { Bench, Comparison, Scenario } from '../scenario.ts'
import { type StagedRelease, stagedRelease } from '../staged-release.ts'
import { checkDeployment, portalToken, syncing } from '../syncing.ts'
import { signing } from './sign-many.ts'

/** A release of many modules, from the staging directory to PUBLISHED, at a Portal that never makes anybody wait. */
export const syncModules: Scenario = {
  name: 'sync-modules',
  prepare: async (bench) => {
    const release = await stagedRelease(`${bench.folder}/modules`, { modules: bench.quick ? 20 : 100, smallest: 5_000, largest: 345_000 })
    const actions = { sync: await BundledAction.named('sync-to-central'), sign: await BundledAction.named('sign-artifacts') }
    return { comparisons: bench.keys.map((key) => comparison(bench, actions, release, key)) }
  },
}

function comparison(
  { opened }: Bench,
  { sync, sign }: { readonly sync: BundledAction; readonly sign: BundledAction },
  release: StagedRelease,
  key: BenchKey,
): Comparison {
  let portal: PortalEmulator | undefined
  const current = () => {
    assert(portal !== undefined, 'a Portal is prepared')
    return portal
  }
  return {
    title: `${release.modules} modules, ${release.files.length} files, ${(release.bytes / 1e6).toFixed(0)} MB, staged → published, ${key.kind}`,
    ours: {
      name: 'sync-to-central',
      // A Portal that knows the release already would have nothing left to do.
      prepare: async () => {
        portal = opened.use(await startPortal({ token: portalToken, keyring: key.publicFile, immediate: true, judging: 'listing' }))
      },
      run: (folder) => {
        const { portalUrl, centralUrl } = current()
        const inputs = { from: '.', 'wait-for': 'published' }
        return run(syncing(sync, { workspace: release.folder, folder, portalUrl, centralUrl, key, inputs }))
      },
      goal: { withinSeconds: 2.5 },
    },
    peers: [
      {
        name: 'sign-artifacts',
        run: (folder) => run(signing(sign, release, key, folder)),
        remark: 'signatures of the same files, and nothing else',
      },
    ],
    check: async () => {
      const { published, requests } = current()
      assert.equal(published.length, 1, 'published deployments')
      // One question for each module, and what a deployment needs from beginning to end.
      assert(requests.length <= release.modules + 10, `${requests.length} requests for ${release.modules} modules`)
      await checkDeployment(current(), release)
      return `${requests.length} requests in all`
    },
  }
}
