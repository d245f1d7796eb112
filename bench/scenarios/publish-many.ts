import { BundledAction } from '../bundled-action.ts'
import { checkDigests } from '../correctness.ts'
import { type DataSet, manyFiles } from '../data.ts'
import { run, script } from '../programs.ts'
import type { Scenario } from '../scenario.ts'

/** Many small files into a directory repository, digests and read-back verification included, against a copy and four sum tools. */
export const publishMany: Scenario = {
  name: 'publish-many',
  prepare: async ({ folder: place, quick }) => {
    const data = manyFiles(`${place}/publish`, { count: quick ? 200 : 1000, smallest: 5_000, largest: 500_000 })
    const action = await BundledAction.named('publish-version')
    return {
      comparisons: [
        {
          title: `publish ${data.files.length} files, ${(data.bytes / 1e6).toFixed(0)} MB, into a directory repository`,
          ours: { name: 'publish-version', run: (folder) => run(publishing(action, data, folder)) },
          peers: [
            {
              name: 'cp -r, then md5sum, sha1sum, sha256sum, sha512sum in parallel',
              run: (folder) => run(script('copy-and-sum.sh', [folder, data.folder])),
              remark: 'nothing is read back, no record',
              goal: { atMost: 2 },
            },
          ],
          check: (folder) => checkDigests({ ...data, folder: `${folder}/repository/bench/1.0.0` }, recordOf(folder)),
        },
      ],
    }
  },
}

/** One run of the bundled action into a new repository in `folder`. */
export function publishing(action: BundledAction, data: DataSet, folder: string) {
  return action.program({
    workspace: data.folder,
    scratch: `${folder}/runner`,
    inputs: { repository: `${folder}/repository`, package: 'bench', version: '1.0.0', files: '**', path: '{package}/{version}/{path}' },
  })
}

function recordOf(folder: string): string {
  return `${folder}/repository/.outtray/packages/bench/versions/1.0.0.json`
}
