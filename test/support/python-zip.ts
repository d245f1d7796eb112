import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** An entry as Python's `zipfile` reads it. */
export interface ReadEntry {
  readonly name: string
  readonly size: number
  /** SHA-256 of its bytes, whose CRC-32 was checked. */
  readonly sha256: string
  /** Year to second. */
  readonly time: readonly number[]
  /** General purpose flags, compression method, permissions. */
  readonly flags: number
  readonly method: number
  readonly mode: number
}

const program = `
import hashlib, json, sys, zipfile
found = []
for path in sys.argv[2:]:
    with zipfile.ZipFile(path) as z:
        assert z.testzip() is None
        found.append([dict(name=i.filename, size=i.file_size, sha256=hashlib.sha256(z.read(i)).hexdigest(), time=i.date_time,
            flags=i.flag_bits, method=i.compress_type, mode=i.external_attr >> 16) for i in z.infolist()])
json.dump(found, open(sys.argv[1], 'w'))
`

/** Reads whole zip files with Python's `zipfile`, in one process; a file that is not a good zip is an error. */
export function readZips(folder: string, zips: readonly Uint8Array[]): readonly (readonly ReadEntry[])[] {
  const paths = zips.map((bytes, index) => {
    const path = join(folder, `${index}.zip`)
    writeFileSync(path, bytes)
    return path
  })
  execFileSync('python3', ['-c', program, join(folder, 'entries.json'), ...paths])
  return JSON.parse(readFileSync(join(folder, 'entries.json'), 'utf8')) as ReadEntry[][]
}
