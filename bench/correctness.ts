import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as openpgp from 'openpgp'
import type { DataSet } from './data.ts'
import type { BenchKey } from './keys.ts'

/** A fast program that does the wrong thing wins every benchmark: all digests of a record against the sum tools. */
export async function checkDigests(data: DataSet, recordFile: string): Promise<void> {
  const record = JSON.parse(readFileSync(recordFile, 'utf8')) as { files: Record<string, string>[] }
  assert.equal(record.files.length, data.files.length, 'files in the record')
  for (const name of ['md5', 'sha1', 'sha256', 'sha512']) {
    const output = execFileSync(`${name}sum`, data.files, { cwd: data.folder, encoding: 'utf8', maxBuffer: 2 ** 28 })
    const sums = output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.slice(0, line.indexOf(' ')))
    assert.deepEqual(record.files.map((file) => file[name]).sort(), sums.sort(), `${name} in ${basename(recordFile)}`)
  }
}

const zipCheck = `
import filecmp, os, sys, zipfile
path, folder, scratch = sys.argv[1:]
with zipfile.ZipFile(path) as z:
    assert sorted(z.namelist()) == sorted(open(folder + '.list').read().split()), 'names'
    assert z.testzip() is None, 'CRC-32'
    z.extractall(scratch)
    for name in z.namelist():
        assert filecmp.cmp(os.path.join(folder, name), os.path.join(scratch, name), shallow=False), name
`

/** A zip against the files that it was made of, by Python. The names of the files stand in a list beside their folder. */
export function checkZip(data: DataSet, zip: string): void {
  execFileSync('python3', ['-c', zipCheck, zip, data.folder, `${zip}.unpacked`], { stdio: 'pipe' })
}

/** A sample of the signatures, by gpg where it is, else by openpgp.js. */
export async function checkSignatures(data: DataSet, signed: string, key: BenchKey): Promise<void> {
  const every = Math.ceil(data.files.length / 20)
  for (const file of data.files.filter((_, index) => index % every === 0)) {
    const signature = join(signed, `${file}.asc`)
    if (key.gpgHomes !== undefined) {
      execFileSync('gpg', ['--homedir', key.gpgHomes.unprotected, '--batch', '--verify', signature, join(data.folder, file)], {
        stdio: 'pipe',
      })
      continue
    }
    const { signatures } = await openpgp.verify({
      message: await openpgp.createMessage({ binary: readFileSync(join(data.folder, file)) }),
      signature: await openpgp.readSignature({ armoredSignature: readFileSync(signature, 'utf8') }),
      verificationKeys: await openpgp.readKey({ armoredKey: readFileSync(key.publicFile, 'utf8') }),
    })
    for (const { verified } of signatures) await verified
  }
}
