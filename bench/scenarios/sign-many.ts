import { resolve } from 'node:path'
import { BundledAction } from '../bundled-action.ts'
import { checkDigests, checkSignatures } from '../correctness.ts'
import { type DataSet, manyFiles } from '../data.ts'
import type { BenchKey } from '../keys.ts'
import { run, shell, versionOf } from '../programs.ts'
import type { Bench, Comparison, Peer, Scenario } from '../scenario.ts'

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
  const found: Peer[] = [
    {
      name: 'openpgp.js, Promise.all, four digests',
      run: (folder) =>
        run({ command: process.execPath, args: [resolve('bench/peers/openpgp-promise-all.ts'), key.unprotectedFile, folder, ...all] }),
      remark: 'unprotected key',
      ...goal(2.4),
    },
  ]
  if (versionOf('sq') !== undefined) {
    const script =
      'key=$1 out=$2; shift 2; printf "%s\\n" "$@" | xargs -P2 -I{} sh -c \'sq sign --detached --signer-file "$1" -o "$2/$(basename "$3").asc" "$3"\' sh "$key" "$out" {}'
    found.push({
      name: 'sq, two at a time',
      run: (folder) => run(shell(script, [key.unprotectedFile, folder, ...all])),
      remark: 'unprotected key, no checksums',
      ...goal(4.5),
    })
  }
  const { gpgHomes } = key
  if (gpgHomes !== undefined) {
    const gpg = 'gpg --batch --quiet --armor --detach-sign'
    const each = (options: string) =>
      `out=$1 secret=$2; shift 2; for file; do ${gpg} ${options} -o "$out/$(basename "$file").asc" "$file"; done`
    const perFile = (one: number, home: string, options: string) => (folder: string) =>
      run(shell(each(options), [folder, key.passphraseFile, ...all.filter((_, index) => index % one === 0)], { GNUPGHOME: home }))
    found.push(
      {
        name: 'gpg per file',
        run: perFile(10, gpgHomes.unprotected, ''),
        extrapolated: 10,
        detached: true,
        remark: 'unprotected key, no checksums',
        ...goal(14),
      },
      {
        name: 'gpg per file with a passphrase',
        run: perFile(100, gpgHomes.protected, '--pinentry-mode loopback --passphrase-file "$secret"'),
        extrapolated: 100,
        detached: true,
        remark: 'no checksums',
        ...goal(200),
      },
    )
  }
  return found
}
