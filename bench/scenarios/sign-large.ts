import { resolve } from 'node:path'
import { BundledAction } from '../bundled-action.ts'
import { checkDigests, checkSignatures } from '../correctness.ts'
import { oneFile } from '../data.ts'
import { run, script, versionOf } from '../programs.ts'
import type { Scenario } from '../scenario.ts'
import { signing } from './sign-many.ts'

/** One large file: the digests are the work, the signature is nothing. */
export const signLarge: Scenario = {
  name: 'sign-large',
  prepare: async ({ folder: place, keys, calibration, quick, huge }) => {
    const mebibytes = quick ? 200 : huge ? 5 * 1024 : 1024
    const data = oneFile(`${place}/large`, mebibytes)
    const action = await BundledAction.named('sign-artifacts')
    const [key] = keys
    if (key === undefined) throw new Error('no key')
    return {
      comparisons: [
        {
          title: `one file of ${mebibytes} MiB, four digests and a signature, ${key.kind}`,
          ours: { name: 'sign-artifacts', run: (folder) => run(signing(action, data, key, folder)) },
          efficiency: { limit: () => calibration.limit({ bytes: data.bytes, files: 1, key: key.kind }), goal: huge ? 0.9 : 0.82 },
          peers:
            versionOf('openssl', 'version') === undefined
              ? []
              : [
                  {
                    name: 'four openssl dgst in parallel',
                    run: (folder) => run(script('openssl-in-parallel.sh', [folder, resolve(data.folder, 'large.bin')])),
                    remark: 'no signature',
                    goal: { atMost: 1.1 },
                  },
                ],
          check: async (folder) => {
            await checkDigests(data, `${folder}/signed/outtray-record.json`)
            await checkSignatures(data, `${folder}/signed`, key)
          },
        },
      ],
    }
  },
}
