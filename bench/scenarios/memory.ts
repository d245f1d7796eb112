import { BundledAction } from '../bundled-action.ts'
import { manyFiles, oneFile } from '../data.ts'
import { peakOf } from '../peak.ts'
import type { Footprint, Scenario } from '../scenario.ts'
import { publishing } from './publish-many.ts'
import { signing } from './sign-many.ts'

const goal = 220

/** The most memory that an action holds, by size and by number of files. */
export const memory: Scenario = {
  name: 'memory',
  prepare: async ({ folder: place, keys, quick, huge }) => {
    const [signs, publishes] = [await BundledAction.named('sign-artifacts'), await BundledAction.named('publish-version')]
    const large = oneFile(`${place}/memory-large`, quick ? 200 : huge ? 5 * 1024 : 1024)
    const many = manyFiles(`${place}/memory-many`, { count: quick ? 1000 : 10_000, smallest: 1_000, largest: 100_000 })
    const footprints = keys.flatMap((key): Footprint[] => [
      {
        title: `sign one file of ${large.bytes / 2 ** 20} MiB, ${key.kind}`,
        goal,
        measure: (folder) => peakOf(signing(signs, large, key, folder), folder),
      },
      {
        title: `sign ${many.files.length} files, ${key.kind}`,
        goal,
        measure: (folder) => peakOf(signing(signs, many, key, folder), folder),
      },
    ])
    return {
      footprints: [
        ...footprints,
        {
          title: `publish one file of ${large.bytes / 2 ** 20} MiB`,
          goal,
          measure: (folder) => peakOf(publishing(publishes, large, folder), folder),
        },
        { title: `publish ${many.files.length} files`, goal, measure: (folder) => peakOf(publishing(publishes, many, folder), folder) },
      ],
    }
  },
}
