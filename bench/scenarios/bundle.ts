import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkZip } from '../correctness.ts'
import { type DataSet, manyFiles, oneFile } from '../data.ts'
import { type Program, run } from '../programs.ts'
import type { Comparison, Scenario } from '../scenario.ts'

/** The bundle that Maven Central takes, against yazl: a writer of our own has to be worth its lines. */
export const bundle: Scenario = {
  name: 'bundle',
  prepare: async ({ folder: place, quick }) => {
    const large = oneFile(`${place}/bundle-large`, quick ? 200 : 1024)
    // A release of 1,000 files has 4,000 entries: signatures and checksums are small.
    const many = manyFiles(`${place}/bundle-many`, { count: quick ? 800 : 4000, smallest: 32, largest: 100_000 })
    return {
      comparisons: [
        zipping(`one file of ${large.bytes / 2 ** 20} MiB into a stored zip`, large),
        zipping(`${many.files.length} files, ${(many.bytes / 1e6).toFixed(0)} MB, into a stored zip`, many),
      ],
    }
  },
}

function zipping(title: string, data: DataSet): Comparison {
  const list = `${data.folder}.list`
  writeFileSync(list, `${data.files.join('\n')}\n`)
  const program = (script: string, to: string): Program => ({
    command: process.execPath,
    args: [resolve('bench', script), to, data.folder, list],
  })
  return {
    title,
    // Nothing is written: a bundle goes from the files straight into the upload.
    ours: { name: 'our own writer', run: () => run(program('bundle-writer.ts', '/dev/null')) },
    peers: [{ name: 'yazl', run: () => run(program('peers/bundle-by-yazl.mjs', '/dev/null')), goal: { fasterBy: 1.3 } }],
    check: async (folder) => {
      const zip = `${folder}/bundle.zip`
      await run(program('bundle-writer.ts', zip))
      checkZip(data, zip)
    },
  }
}
