import { createHash } from 'node:crypto'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

/** A file of an archive: its path, below the one folder that everything is in, and its bytes. */
export type ArchivedFile = readonly [path: string, content: Buffer]

/** A source archive as codeload makes it: always the same bytes for the same files. */
export function archive(format: 'tar.gz' | 'zip', folder: string, source: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const files = Object.entries(source)
    .map(([path, content]): ArchivedFile => [`${folder}/${path}`, Buffer.from(content)])
    .sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
  return format === 'zip' ? zip(files) : gzipSync(tar(files))
}

/** A commit id that follows from what is committed. */
export function commitId(...facts: readonly (string | number)[]): string {
  return createHash('sha1').update(facts.join('\n')).digest('hex')
}

/** POSIX.1-1988 ustar: headers and bodies in blocks of 512, two empty blocks at the end. */
function tar(files: readonly ArchivedFile[]): Buffer {
  const blocks = files.flatMap(([path, content]) => [tarHeader(path, content.length), content, Buffer.alloc(-content.length & 511)])
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

function tarHeader(path: string, size: number): Buffer {
  const header = Buffer.alloc(512)
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`
  if (Buffer.byteLength(path) > 100) throw new Error(`'${path}' is too long for a plain tar header`)
  header.write(path, 0)
  header.write(octal(0o644, 7), 100)
  header.write(octal(0, 7), 108)
  header.write(octal(0, 7), 116)
  header.write(octal(size, 11), 124)
  header.write(octal(0, 11), 136)
  header.write('        0', 148)
  header.write('ustar\x0000', 257)
  header.write('root', 265)
  header.write('root', 297)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

const entry = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  version: 20,
  utf8: 0x800,
  deflated: 8,
  midnight: 0,
  date1980: 0x21,
}

/** APPNOTE 4.3: local headers with their data, the central directory, its end. */
function zip(files: readonly ArchivedFile[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, content] of files) {
    const name = Buffer.from(path)
    const data = deflateRawSync(content)
    // What local header and directory have in common, from the version needed to the length of the extra field.
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(entry.version, 0)
    facts.writeUInt16LE(entry.utf8, 2)
    facts.writeUInt16LE(entry.deflated, 4)
    facts.writeUInt16LE(entry.midnight, 6)
    facts.writeUInt16LE(entry.date1980, 8)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([word(entry.local), facts, name, data])
    // Comment length, disk, attributes (internal, external): all zero; then where the local header is.
    directory.push(word(entry.central), short(entry.version), facts, Buffer.alloc(10), word(at), name)
    locals.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const count = short(files.length)
  const end = Buffer.concat([word(entry.end), Buffer.alloc(4), count, count, word(central.length), word(at), short(0)])
  return Buffer.concat([...locals, central, end])
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
