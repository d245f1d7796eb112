import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { layoutZip, type ZipEntry, type ZipLayout } from '../../src/central/stored-zip.ts'
import { missingTools } from '../support/gnupg.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runProgram } from './support/program.ts'

const missing = missingTools('unzip', 'jar', 'python3')
const mebibyte = 1 << 20

/** Writes a zip; where it is zero for long, a hole stands for the bytes. */
async function written(zip: ZipLayout, path: string): Promise<string> {
  const zeros = Buffer.alloc(mebibyte)
  const target = openSync(path, 'wx')
  let at = 0
  for await (const chunk of zip.chunks()) {
    if (!zeros.equals(chunk)) writeSync(target, chunk, 0, chunk.length, at)
    at += chunk.length
  }
  ftruncateSync(target, at)
  closeSync(target)
  expect(at).toBe(zip.size)
  return path
}

/** An open file of zeros that takes no room, with its CRC-32. */
function holeOf(path: string, size: number) {
  const descriptor = openSync(path, 'wx+')
  ftruncateSync(descriptor, size)
  const zeros = Buffer.alloc(mebibyte)
  let crc = 0
  for (let left = size; left > 0; left -= mebibyte) crc = crc32(zeros.subarray(0, left), crc)
  return { path, descriptor, size, crc32: crc, [Symbol.dispose]: () => closeSync(descriptor) }
}

/** What each program says the names in a zip are, after it has checked whatever it checks. */
async function namesBy(folder: string, zip: string): Promise<Record<string, string[]>> {
  const lines = async (program: string, ...args: string[]) => {
    const { code, output } = await runProgram(program, args, { cwd: folder })
    if (code !== 0) throw new Error(`${program} ended with ${code}: ${output.slice(0, 1000)}`)
    return output.trimEnd().split('\n')
  }
  return {
    unzip: await lines('unzip', '-Z1', zip),
    jar: await lines('jar', 'tf', zip),
    python: await lines('python3', '-c', 'import sys, zipfile; [print(n) for n in zipfile.ZipFile(sys.argv[1]).namelist()]', zip),
  }
}

describe.skipIf(missing.length > 0)(
  `bundles judged by unzip, the JDK and Python${missing.length > 0 ? ` (missing: ${missing.join(', ')})` : ''}`,
  () => {
    it('an ordinary one, with names outside ASCII', async () => {
      await using folder = temporaryFolder()
      const names = ['org/acme/lib/1.0/lib-1.0.pom', 'org/acme/lib/1.0/größe-1.0+1.jar', 'org/acme/lib/1.0/名前.txt'].sort()
      const zip = await written(layoutZip(names.map((name) => ({ name, bytes: Buffer.from(name) }))), join(folder.path, 'bundle.zip'))
      const tested = await runProgram('unzip', ['-t', zip], { cwd: folder.path })
      expect(tested.output).toMatch(/No errors detected/)
      expect(await namesBy(folder.path, zip)).toEqual({ unzip: names, jar: names, python: names })
    })

    it('the most entries that fit without Zip64, and one more', async () => {
      await using folder = temporaryFolder()
      for (const count of [65_534, 65_535]) {
        const names = Array.from({ length: count }, (_, index) => `${index}`).sort()
        const bytes = Buffer.alloc(0)
        const zip = await written(layoutZip(names.map((name) => ({ name, bytes }))), join(folder.path, `${count}.zip`))
        for (const [program, read] of Object.entries(await namesBy(folder.path, zip))) expect(read.join(), program).toBe(names.join())
      }
    })

    // Not of 4 GiB less one byte: Info-ZIP's unzip misreads what comes after an entry whose size is the very mark that stands for "see Zip64".
    it('an entry of 4 GiB, and one behind it', { timeout: 120_000 }, async () => {
      await using folder = temporaryFolder()
      const size = 4096 * mebibyte
      using large = holeOf(join(folder.path, 'hole'), size)
      const entries: ZipEntry[] = [
        { name: 'a.txt', bytes: Buffer.from('before') },
        { name: 'large.jar', ...large },
        { name: 'z.txt', bytes: Buffer.from('behind') },
      ]
      const zip = await written(layoutZip(entries), join(folder.path, 'bundle.zip'))
      const names = ['a.txt', 'large.jar', 'z.txt']
      expect(await namesBy(folder.path, zip)).toEqual({ unzip: names, jar: names, python: names })
      // All three find the last entry by its place behind the large one.
      expect(await runProgram('unzip', ['-p', zip, 'z.txt'], { cwd: folder.path })).toEqual({ code: 0, output: 'behind' })
      const read =
        "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.read('z.txt').decode(), z.getinfo('large.jar').file_size)"
      expect((await runProgram('python3', ['-c', read, zip], { cwd: folder.path })).output).toBe(`behind ${size}\n`)
      expect((await runProgram('jar', ['xf', zip, 'z.txt'], { cwd: folder.path })).code).toBe(0)
      expect(readFileSync(join(folder.path, 'z.txt'), 'utf8')).toBe('behind')
    })

    it.runIf(process.env.CI)('every byte of an entry of 5 GiB', { timeout: 240_000 }, async () => {
      await using folder = temporaryFolder()
      using large = holeOf(join(folder.path, 'large'), 5 * 1024 * mebibyte)
      const entries: ZipEntry[] = [
        { name: 'large.jar', ...large },
        { name: 'z.txt', bytes: Buffer.from('behind') },
      ]
      const zip = await written(layoutZip(entries), join(folder.path, 'bundle.zip'))
      expect((await runProgram('unzip', ['-t', zip], { cwd: folder.path })).output).toMatch(/No errors detected/)
    })
  },
)
