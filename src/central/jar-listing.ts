/** Bytes that can be read at any place, from an open file or from memory. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number
  /** Exactly `length` bytes from `position` on, both within `size`. */
  read(position: number, length: number): Uint8Array
}

/** What the table of contents of a zip archive tells: jars, wars, AARs. */
export type JarListing =
  | {
      readonly kind: 'archive'
      /** Whether an entry is a class file. */
      readonly hasClasses: boolean
      /** Bytes that stand before the archive: a shell script makes a jar executable so. */
      readonly prefix: number
    }
  | { readonly kind: 'no-archive'; readonly why: string }

/** Whether a file of this name must be a zip archive that Java can read. */
export function isArchiveName(name: string): boolean {
  return /\.(jar|war|ear|aar)$/.test(name)
}

/** The largest table of contents that is read, in bytes; 64 MiB tell of half a million entries. */
export const maximumDirectoryBytes = 64 * 1024 * 1024

const endSignature = 0x06054b50
const endSize = 22
const end64LocatorSignature = 0x07064b50
const end64LocatorSize = 20
const end64Signature = 0x06064b50
const end64Size = 56
const entrySignature = 0x02014b50
const entrySize = 46
const localSignature = 0x04034b50
const longestComment = 0xffff
const chunkSize = 1024 * 1024

/** Reads the table of contents of a zip archive (APPNOTE 4.3.12 to 4.3.16), up to the first class file. Whatever the bytes are, it gives an answer. */
export function listJar(source: ByteSource): JarListing {
  if (source.size === 0) return refuse('it is empty')
  const end = findEnd(source)
  if (end === undefined) return refuse(beginsAsArchive(source) ? 'it is cut off: its table of contents is missing' : 'it is no zip archive')
  const { size, offset, position } = locateDirectory(source, end)
  const start = position - size
  if (start < 0 || offset > start) return refuse('its table of contents does not lie where the archive says')
  if (size > maximumDirectoryBytes) return refuse('its table of contents is larger than 64 MiB')
  const hasClasses = anyClass(source, start, position)
  if (hasClasses === undefined) return refuse('its table of contents is damaged')
  return { kind: 'archive', hasClasses, prefix: start - offset }
}

function refuse(why: string): JarListing {
  return { kind: 'no-archive', why }
}

interface Directory {
  readonly size: number
  /** Where the archive says that the directory begins, counted from its own beginning. */
  readonly offset: number
  /** Where it ends in the file. */
  readonly position: number
}

/** The last end-of-directory record that fits; bytes behind it are no reason to refuse, for Java reads such a file. */
function findEnd(source: ByteSource): (Directory & { readonly record: number }) | undefined {
  const length = Math.min(source.size, endSize + longestComment)
  const base = source.size - length
  const tail = view(source.read(base, length))
  for (let at = length - endSize; at >= 0; at--) {
    if (tail.getUint32(at, true) !== endSignature) continue
    const end = { size: tail.getUint32(at + 12, true), offset: tail.getUint32(at + 16, true), position: base + at, record: base + at }
    const wide = end.size === 0xffffffff || end.offset === 0xffffffff
    if (wide || at + endSize + tail.getUint16(at + 20, true) === length || pointsToDirectory(source, end)) return end
  }
  return undefined
}

function pointsToDirectory(source: ByteSource, { size, position }: Directory): boolean {
  const start = position - size
  return size >= entrySize && start >= 0 && view(source.read(start, 4)).getUint32(0, true) === entrySignature
}

/** Zip64 keeps the true numbers in a record of its own, before the old one. */
function locateDirectory(source: ByteSource, end: Directory & { readonly record: number }): Directory {
  const locator = end.record - end64LocatorSize
  if (locator < end64Size) return end
  if (view(source.read(locator, 4)).getUint32(0, true) !== end64LocatorSignature) return end
  const position = locator - end64Size
  const record = view(source.read(position, end64Size))
  if (record.getUint32(0, true) !== end64Signature) return end
  return { size: Number(record.getBigUint64(40, true)), offset: Number(record.getBigUint64(48, true)), position }
}

/** Undefined when what should be the table of contents is something else. */
function anyClass(source: ByteSource, start: number, end: number): boolean | undefined {
  let chunk: Buffer = Buffer.alloc(0)
  let base = start
  for (let at = start; at < end; ) {
    if (at + entrySize > end) return undefined
    if (at + entrySize + 0xffff > base + chunk.length && base + chunk.length < end) {
      base = at
      chunk = buffer(source.read(base, Math.min(chunkSize, end - base)))
    }
    const entry = at - base
    if (chunk.readUInt32LE(entry) !== entrySignature) return undefined
    const nameLength = chunk.readUInt16LE(entry + 28)
    const next = at + entrySize + nameLength + chunk.readUInt16LE(entry + 30) + chunk.readUInt16LE(entry + 32)
    if (next > end) return undefined
    if (
      chunk
        .subarray(entry + entrySize, entry + entrySize + nameLength)
        .toString('latin1')
        .endsWith('.class')
    )
      return true
    at = next
  }
  return false
}

function beginsAsArchive(source: ByteSource): boolean {
  return source.size >= 4 && view(source.read(0, 4)).getUint32(0, true) === localSignature
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
