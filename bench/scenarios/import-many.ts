import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BundledAction } from '../bundled-action.ts'
import { GitHubProcess, type ImportRequest, importing, outputsOf } from '../importing.ts'
import { peakOf } from '../peak.ts'
import { run, script } from '../programs.ts'
import type { Scenario } from '../scenario.ts'

/** How many jobs run at once. */
const jobs = 2

/** Many assets, imported by the jobs of a matrix into one directory, beside fetching the same files and nothing else. */
export const importMany: Scenario = {
  name: 'import-many',
  prepare: async ({ folder: place, quick, opened }) => {
    const stock = { repositories: quick ? 10 : 100, releases: 10, assets: 10, assetBytes: 50_000 }
    const count = stock.repositories * stock.releases * stock.assets
    const action = await BundledAction.named('import-releases')
    const github = opened.use(await GitHubProcess.start(stock))
    const urls = join(place, 'import-many.urls')
    const each = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index))
    const addresses = each(stock.repositories, (repository) =>
      each(stock.releases, (minor) =>
        each(stock.assets, (asset) => {
          const name = `r${String(repository + 1).padStart(4, '0')}`
          return `${github.serverUrl}/acme/${name}/releases/download/v1.${minor}.0/asset-${asset}.bin`
        }),
      ),
    ).flat(2)
    writeFileSync(urls, addresses.map((url, index) => `url = "${url}"\noutput = "${index}"\n`).join(''))

    const program = (folder: string, job: string, inputs: ImportRequest['inputs'] = {}) =>
      importing(action, { workspace: folder, scratch: join(folder, job), github, inputs })
    const plan = async (folder: string): Promise<string[]> => {
      await run(program(folder, 'plan', { mode: 'plan', shards: '8' }))
      const matrix: { include: { shard: string }[] } = JSON.parse(outputsOf(join(folder, 'plan')).matrix ?? '')
      return matrix.include.map(({ shard }) => shard)
    }
    const jobName = (index: number) => `job-${index}`

    return {
      comparisons: [
        {
          title: `${count} assets of ${stock.repositories * stock.releases} releases, ${(count * stock.assetBytes) / 1e6} MB: planned, and imported by 8 jobs, ${jobs} at once`,
          ours: {
            name: 'import-releases',
            run: async (folder) => {
              const waiting = [...(await plan(folder)).entries()]
              const work = async () => {
                for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
                  const [index, shard] = next
                  await run(program(folder, jobName(index), { shard }))
                }
              }
              await Promise.all(each(jobs, work))
            },
          },
          peers: [
            {
              name: 'curl, 16 at a time',
              run: async (folder) => {
                const files = join(folder, 'files')
                mkdirSync(files)
                await run({ ...script('fetch-and-sum.sh', [urls]), cwd: files })
              },
              remark: 'download and SHA-256 only',
            },
          ],
          check: async (folder) => {
            const parts = each(8, (index) => outputsOf(join(folder, jobName(index))))
            const sum = (output: string) => parts.reduce((total, outputs) => total + Number(outputs[output]), 0)
            assert.equal(sum('imported-count'), stock.repositories * stock.releases, 'versions')
            assert.equal(sum('bytes'), count * stock.assetBytes, 'bytes')
            const calls = sum('api-calls') + Number(outputsOf(join(folder, 'plan'))['api-calls'])
            const started = performance.now()
            await run(program(folder, 'again'))
            const seconds = (performance.now() - started) / 1000
            const again = outputsOf(join(folder, 'again'))
            assert.deepEqual([again['imported-count'], again.bytes], ['0', '0'], 'a second run has nothing to do')
            return `${calls} API calls; a run after it finds nothing new in ${seconds.toFixed(1)} s with ${again['api-calls']} API calls`
          },
        },
      ],
      footprints: [
        {
          title: `import ${count / 8} of ${count} assets, one job of 8`,
          goal: 256,
          measure: async (folder) => {
            const [shard = ''] = await plan(folder)
            return await peakOf(program(folder, 'job', { shard }), folder)
          },
        },
      ],
    }
  },
}
