import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { BundledAction } from '../bundled-action.ts'
import { GitHubProcess, importing, outputsOf } from '../importing.ts'
import { peakOf } from '../peak.ts'
import { run } from '../programs.ts'
import type { Scenario } from '../scenario.ts'

/** Many repositories: listed and planned, and a run that finds nothing new, with and without GitHub's limit. */
export const importPlan: Scenario = {
  name: 'import-plan',
  prepare: async ({ folder: place, quick, opened }) => {
    const stock = { repositories: quick ? 100 : 1000, releases: 10, assets: 1, assetBytes: 1000 }
    const { repositories, releases } = stock
    const action = await BundledAction.named('import-releases')
    const github = opened.use(await GitHubProcess.start(stock))
    const workspace = join(place, 'import-plan')
    mkdirSync(workspace)
    const loading = (folder: string) => importing(action, { workspace, scratch: join(folder, 'runner'), github })
    const planning = (folder: string) =>
      importing(action, { workspace: folder, scratch: join(folder, 'runner'), github, inputs: { mode: 'plan', shards: '8' } })
    await run(loading(place))
    const imported = outputsOf(join(place, 'runner'))
    assert.equal(imported['imported-count'], String(repositories * releases), 'imported')

    /** Checks a run that had nothing to do, and gives its calls. */
    const nothingNew = (folder: string) => {
      const { 'imported-count': fresh, 'unchanged-count': unchanged, bytes, 'api-calls': calls } = outputsOf(join(folder, 'runner'))
      assert.deepEqual({ fresh, unchanged, bytes }, { fresh: '0', unchanged: String(repositories * releases), bytes: '0' })
      assert(Number(calls) <= 3 * repositories, 'at most three calls for each repository')
      return `${calls} API calls`
    }

    const size = `${repositories} repositories × ${releases} releases`
    const goalSeconds = quick ? 10 : 80
    return {
      comparisons: [
        {
          title: `${size}: listed and planned into 8 shards`,
          ours: { name: 'import-releases', run: (folder) => run(planning(folder)) },
          peers: [],
          check: async (folder) => {
            const { matrix = '', 'api-calls': calls } = outputsOf(join(folder, 'runner'))
            assert.equal(JSON.parse(matrix).include.length, 8, 'shards')
            return `${calls} API calls`
          },
        },
        {
          title: `${size}, all imported: a run that finds nothing new`,
          ours: { name: 'import-releases', goal: { withinSeconds: 10 }, run: (folder) => run(loading(folder)) },
          peers: [],
          check: async (folder) => {
            const calls = nothingNew(folder)
            // One such run takes more than a minute, whose length is GitHub's to say: it is not repeated.
            await github.limit(900)
            const again = join(folder, 'limited')
            mkdirSync(again)
            const started = performance.now()
            await run(loading(again))
            const seconds = (performance.now() - started) / 1000
            await github.limit(0)
            const reached = seconds <= goalSeconds ? 'reached' : 'not reached'
            return `${calls}; at 900 requests a minute ${seconds.toFixed(1)} s with ${nothingNew(again)}, goal ≤ ${goalSeconds} s ${reached}`
          },
        },
      ],
      footprints: [
        { title: `plan of ${size}`, goal: 256, measure: (folder) => peakOf(planning(folder), folder) },
        { title: `a run over ${size} that finds nothing new`, goal: 256, measure: (folder) => peakOf(loading(folder), folder) },
      ],
    }
  },
}
