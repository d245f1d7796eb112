// Makes a stored zip of files with our own writer, as sync-to-central does: the CRC-32 in one pass (there it is part of hashing), then the zip.
// Arguments: where to (a file, or /dev/null), the folder, then a list of names, one per line, in a file.
import { closeSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { layoutZip, type ZipFile } from '../src/central/stored-zip.ts'

const [to = '', folder = '', list = ''] = process.argv.slice(2)
const buffer = Buffer.allocUnsafeSlow(1 << 19)

const entries = readFileSync(list, 'utf8')
  .trimEnd()
  .split('\n')
  .map((name): ZipFile => {
    const path = join(folder, name)
    const descriptor = openSync(path, 'r')
    const { size } = fstatSync(descriptor)
    let crc = 0
    for (let at = 0; at < size; ) {
      const count = readSync(descriptor, buffer, 0, buffer.length, at)
      crc = crc32(buffer.subarray(0, count), crc)
      at += count
    }
    return { name, path, descriptor, size, crc32: crc }
  })

const target = openSync(to, 'w')
for await (const chunk of layoutZip(entries).chunks()) writeSync(target, chunk)
closeSync(target)
