import assert from 'node:assert/strict'
import { cpSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type PortalEmulator, startPortal } from '../../test/emulators/central-portal/server.ts'
import { BundledAction } from '../bundled-action.ts'
import { run } from '../programs.ts'
import { publishedRepository } from '../published-repository.ts'
import type { Comparison, Scenario } from '../scenario.ts'
import { portalToken, syncing } from '../syncing.ts'

/** A resync that finds nothing to do: all versions are at Maven Central, which the records do not know at first, and then do. */
export const resync: Scenario = {
  name: 'resync',
  prepare: async ({ folder: place, keys: [key], quick, opened }) => {
    const versions = quick ? 100 : 1000
    const repository = publishedRepository(`${place}/resync`, versions)
    const action = await BundledAction.named('sync-to-central')
    if (key === undefined) throw new Error('no key')
    const portal = opened.use(await startPortal({ token: portalToken, keyring: key.publicFile }))
    portal.seed(repository.central)
    const { portalUrl, centralUrl } = portal
    const resyncing = (from: string, folder: string) =>
      syncing(action, { workspace: place, folder, portalUrl, centralUrl, key, inputs: { mode: 'resync', from } })
    const list = `${place}/resync.list`
    writeFileSync(list, repository.poms.map((pom) => `${centralUrl}/${pom}.sha1\n`).join(''))

    const copyOf = (folder: string) => {
      const copy = join(folder, 'repository')
      cpSync(repository.folder, copy, { recursive: true })
      return copy
    }

    const first: Comparison = {
      title: `resync of ${versions} versions that Maven Central has, as no record knows yet`,
      ours: {
        name: 'sync-to-central',
        prepare: async (folder) => void copyOf(folder),
        run: (folder) => run(resyncing(join(folder, 'repository'), folder)),
      },
      peers: [
        {
          name: 'undici, four at a time',
          run: () => run({ command: process.execPath, args: [resolve('bench/peers/ask-by-undici.mjs'), list] }),
          remark: 'the same questions, and nothing else',
        },
      ],
      check: async (folder) => {
        const again = join(folder, 'again')
        const { questions, most } = await count(portal, () => run(resyncing(copyOf(again), again)))
        assert.equal(questions, versions, 'questions')
        assert.equal(most, 4, 'questions at once')
        return `${questions} questions, ${most} at once`
      },
    }
    const known = join(place, 'resync-known')
    const second: Comparison = {
      title: `resync of ${versions} versions that Maven Central has, as every record knows`,
      ours: {
        name: 'sync-to-central',
        run: (folder) => run(resyncing(known, folder)),
      },
      peers: [],
      check: async (folder) => {
        const { questions } = await count(portal, () => run(resyncing(known, join(folder, 'again'))))
        assert.equal(questions, 0, 'questions')
        return 'no question'
      },
    }
    cpSync(repository.folder, known, { recursive: true })
    await run(resyncing(known, join(place, 'resync-runner')))
    return { comparisons: [first, second] }
  },
}

/** How many questions a Portal and its Central get meanwhile, and the most that are open at one moment. Answers are slow: who may ask once more has the time to. */
async function count(portal: PortalEmulator, work: () => Promise<unknown>): Promise<{ readonly questions: number; readonly most: number }> {
  const counted = { questions: 0, most: 0 }
  let open = 0
  portal.onRequest = async ({ headers }) => {
    assert.match(headers['user-agent'] ?? '', /^outtray\/\S+ \(\+https:/, 'who asks')
    counted.questions++
    counted.most = Math.max(counted.most, ++open)
    await delay(5)
  }
  portal.onWorkDone = () => {
    open--
  }
  await work()
  portal.onRequest = undefined
  portal.onWorkDone = undefined
  assert.deepEqual(portal.breakdowns, [], 'breakdowns of the emulator')
  return counted
}
