import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BundledAction } from '../bundled-action.ts'
import { GitHubProcess, importing } from '../importing.ts'
import { peakOf } from '../peak.ts'
import { run, script } from '../programs.ts'
import type { Scenario } from '../scenario.ts'

/** One large asset, beside curl and sha256sum in one pipe. */
export const importLarge: Scenario = {
  name: 'import-large',
  prepare: async ({ quick, opened }) => {
    const assetBytes = quick ? 2 ** 28 : 2 ** 31
    const action = await BundledAction.named('import-releases')
    const github = opened.use(await GitHubProcess.start({ repositories: 1, releases: 1, assets: 1, assetBytes }))
    const url = `${github.serverUrl}/acme/r0001/releases/download/v1.0.0/asset-0.bin`
    const loading = (folder: string) => importing(action, { workspace: folder, scratch: join(folder, 'runner'), github })
    const size = `${assetBytes / 2 ** 20} MiB`
    return {
      comparisons: [
        {
          title: `one asset of ${size}: fetched, four digests, checked against GitHub's, published`,
          ours: { name: 'import-releases', run: (folder) => run(loading(folder)) },
          peers: [
            {
              name: 'curl into sha256sum',
              run: (folder) => run(script('fetch-into-sum.sh', [folder, url])),
              remark: 'keeps nothing',
              goal: { atMost: 1.3 },
            },
            {
              name: 'curl, tee and sha256sum in one pipe',
              run: (folder) => run(script('fetch-keep-and-sum.sh', [folder, url])),
              remark: 'keeps the file, as the import does',
            },
          ],
          check: async (folder) => {
            const record = JSON.parse(readFileSync(join(folder, 'repo/.outtray/packages/r0001/versions/1.0.0.json'), 'utf8'))
            for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
              const sum = execFileSync(`${algorithm}sum`, [join(folder, 'repo', record.files[0].path)], { encoding: 'utf8' })
              assert.equal(record.files[0][algorithm], sum.slice(0, sum.indexOf(' ')), algorithm)
            }
          },
        },
      ],
      footprints: [{ title: `import one asset of ${size}`, goal: 256, measure: (folder) => peakOf(loading(folder), folder) }],
    }
  },
}
