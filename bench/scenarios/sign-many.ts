import { resolve } from 'node:path'
import { BundledAction } from '../bundled-action.ts'
import { checkDigests, checkSignatures } from '../correctness.ts'
import { type DataSet, manyFiles } from '../data.ts'
import type { BenchKey } from '../keys.ts'
import { run, script, versionOf } from '../programs.ts'
import type { Bench, Comparison, Contender, Peer, Scenario } from '../scenario.ts'

const efficiencyGoals = { rsa4096: 0.7, ed25519: 0.38 }

/** Many small files: four digests and a signature each, against the programs that people use today. */
export const signMany: Scenario = {
  name: 'sign-many',
  prepare: async (bench) => {
    const data = manyFiles(`${bench.folder}/many`, { count: bench.quick ? 200 : 1000, smallest: 5_000, largest: 500_000 })
    const action = await BundledAction.named('sign-artifacts')
    return { comparisons: bench.keys.map((key) => comparison(bench, action, data, key)) }
  },
}

function comparison({ calibration }: Bench, action: BundledAction, data: DataSet, key: BenchKey): Comparison {
  return {
    title: `${data.files.length} files of 5–500 KB, ${(data.bytes / 1e6).toFixed(0)} MB, four digests and a signature, ${key.kind}`,
    ours: { name: 'sign-artifacts', run: (folder) => run(signing(action, data, key, folder)) },
    efficiency: {
      limit: () => calibration.limit({ bytes: data.bytes, files: data.files.length, key: key.kind }),
      goal: efficiencyGoals[key.kind],
    },
    peers: peers(data, key),
    check: async (folder) => {
      await checkDigests(data, `${folder}/signed/outtray-record.json`)
      await checkSignatures(data, `${folder}/signed`, key)
    },
  }
}

/** One run of the bundled action over a set of files; everything that it makes goes into `folder`. */
export function signing(action: BundledAction, data: DataSet, key: BenchKey, folder: string) {
  return action.program({
    workspace: data.folder,
    scratch: `${folder}/runner`,
    inputs: { files: '**', 'private-key': key.protected, passphrase: key.passphrase, 'output-directory': `${folder}/signed` },
  })
}

/** Each writes its signatures into the folder. The goals are for RSA-4096. */
function peers(data: DataSet, key: BenchKey): Peer[] {
  const all = data.files.map((file) => resolve(data.folder, file))
  const goal = (fasterBy: number) => (key.kind === 'rsa4096' ? { goal: { fasterBy } } : {})
  const naive = resolve('bench/peers/openpgp-promise-all.ts')
  const found: Peer[] = [
    {
      name: 'openpgp.js, all files at once by Promise.all',
      run: (folder) => run({ command: process.execPath, args: [naive, key.unprotectedFile, folder, ...all] }),
      remark: 'four digests too; unprotected key',
      ...goal(2.4),
    },
  ]
  if (versionOf('sq') !== undefined) {
    found.push({
      name: 'sq, two at a time',
      run: (folder) => run(script('sq-two-at-a-time.sh', [folder, key.unprotectedFile, ...all])),
      remark: 'unprotected key, no checksums',
      ...goal(4.5),
    })
  }
  if (key.gpgHomes !== undefined) {
    found.push(
      {
        ...gpgPerFile(all, 10, { home: key.gpgHomes.unprotected, passphraseFile: '' }),
        remark: 'unprotected key, no checksums',
        ...goal(14),
      },
      {
        ...gpgPerFile(all, 50, { home: key.gpgHomes.protected, passphraseFile: key.passphraseFile }),
        remark: 'key with a passphrase, as CI has it; no checksums',
        ...goal(200),
      },
    )
  }
  return found
}

/** gpg on one file in so many: it takes minutes for all, and each file the same time. */
function gpgPerFile(all: readonly string[], oneIn: number, key: { readonly home: string; readonly passphraseFile: string }): Contender {
  const some = all.filter((_, index) => index % oneIn === 0)
  return {
    name: 'gpg per file',
    run: (folder) => run(script('gpg-per-file.sh', [folder, key.passphraseFile, ...some], { GNUPGHOME: key.home })),
    extrapolated: oneIn,
    // The signing is done by gpg's agent.
    detached: true,
  }
}
