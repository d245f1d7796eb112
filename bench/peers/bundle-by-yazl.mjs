// The same by yazl, the way its README shows: stored entries, streamed. Arguments as for bundle-writer.ts.
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'

const [to = '', folder = '', list = ''] = process.argv.slice(2)
const zip = new yazl.ZipFile()
const mtime = new Date(1980, 0, 1)
for (const name of readFileSync(list, 'utf8').trimEnd().split('\n'))
  zip.addFile(join(folder, name), name, { compress: false, mtime, mode: 0o100644 })
zip.end()
await pipeline(zip.outputStream, createWriteStream(to))
