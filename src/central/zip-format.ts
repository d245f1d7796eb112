// The records of a zip file, byte for byte. Section numbers are those of PKWARE's APPNOTE.TXT 6.3.10
// (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). All numbers are little-endian (4.4.1.1).

/** What the records of a stored entry say. */
export interface ZipRecord {
  /** UTF-8. */
  readonly name: Uint8Array
  /** Bytes; the stored and the original size are one. */
  readonly size: number
  /** Unsigned. */
  readonly crc32: number
  /** Where the entry begins, in bytes from the start of the file. */
  readonly offset: number
}

/** A value of 32 bits that is this one stands in the Zip64 fields (4.4.1.4). */
const full32 = 0xffff_ffff
const full16 = 0xffff

/** Longest name that the format can say, in bytes (4.4.10). */
export const longestName = full16

/** 4.4.3.2: 1.0 is the format's first version, 4.5 the first with Zip64. */
const version = { plain: 10, zip64: 45 }
/** 4.4.2: made on Unix, so that the permissions in the external attributes count. */
const unix = 3 << 8
/** 4.4.4, bit 11: the name is UTF-8. Bit 3 is not set: there are no data descriptors, every header is complete. */
const utf8 = 1 << 11
/** 4.4.6, MS-DOS: midnight of 1980-01-01, the earliest that there is. */
const time = { ofDay: 0, date: (1 << 5) | 1 }
/** 4.4.15, upper half as on Unix: an ordinary file that everybody may read. */
const ordinaryFile = 0o100644 * 0x1_0000

const length = { local: 30, central: 46, extraHeader: 4, end64: 56, locator64: 20, end: 22 }

/** Bytes that an entry's local header takes. */
export function localHeaderLength({ name, size }: Omit<ZipRecord, 'offset'>): number {
  return length.local + name.length + (size >= full32 ? length.extraHeader + 16 : 0)
}

/** Bytes that an entry takes in the central directory. */
export function centralHeaderLength(entry: ZipRecord): number {
  return length.central + entry.name.length + extraOf(centralExtra(entry)).length
}

/** 4.3.7. Both sizes are in the extra field if one is (4.5.3). */
export function localHeader({ name, size, crc32 }: ZipRecord): Buffer {
  const extra = extraOf(size >= full32 ? [size, size] : [])
  const header = Buffer.alloc(length.local)
  header.writeUInt32LE(0x0403_4b50, 0)
  header.writeUInt16LE(extra.length > 0 ? version.zip64 : version.plain, 4)
  header.writeUInt16LE(utf8, 6)
  header.writeUInt16LE(time.ofDay, 10)
  header.writeUInt16LE(time.date, 12)
  header.writeUInt32LE(crc32, 14)
  header.writeUInt32LE(Math.min(size, full32), 18)
  header.writeUInt32LE(Math.min(size, full32), 22)
  header.writeUInt16LE(name.length, 26)
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, name, extra])
}

/** 4.3.12. */
export function centralHeader(entry: ZipRecord): Buffer {
  const { name, size, crc32, offset } = entry
  const extra = extraOf(centralExtra(entry))
  const needed = extra.length > 0 ? version.zip64 : version.plain
  const header = Buffer.alloc(length.central)
  header.writeUInt32LE(0x0201_4b50, 0)
  header.writeUInt16LE(unix | needed, 4)
  header.writeUInt16LE(needed, 6)
  header.writeUInt16LE(utf8, 8)
  header.writeUInt16LE(time.ofDay, 12)
  header.writeUInt16LE(time.date, 14)
  header.writeUInt32LE(crc32, 16)
  header.writeUInt32LE(Math.min(size, full32), 20)
  header.writeUInt32LE(Math.min(size, full32), 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(ordinaryFile, 38)
  header.writeUInt32LE(Math.min(offset, full32), 42)
  return Buffer.concat([header, name, extra])
}

/** Where the central directory lies. */
export interface DirectoryPlace {
  readonly entries: number
  /** Bytes from the start of the file. */
  readonly offset: number
  /** Bytes. */
  readonly size: number
}

/** The end of the file: 4.3.16, after the Zip64 record (4.3.14) and its locator (4.3.15) where a number does not fit. */
export function endOfDirectory(place: DirectoryPlace): Buffer {
  const { entries, offset, size } = place
  const zip64 = entries >= full16 || offset >= full32 || size >= full32
  const end = Buffer.alloc(length.end)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(Math.min(entries, full16), 8)
  end.writeUInt16LE(Math.min(entries, full16), 10)
  end.writeUInt32LE(Math.min(size, full32), 12)
  end.writeUInt32LE(Math.min(offset, full32), 16)
  return zip64 ? Buffer.concat([endOfDirectory64(place), end]) : end
}

function endOfDirectory64({ entries, offset, size }: DirectoryPlace): Buffer {
  const end = Buffer.alloc(length.end64 + length.locator64)
  end.writeUInt32LE(0x0606_4b50, 0)
  // 4.3.14.1: without its first two fields.
  end.writeBigUInt64LE(BigInt(length.end64 - 12), 4)
  end.writeUInt16LE(unix | version.zip64, 12)
  end.writeUInt16LE(version.zip64, 14)
  end.writeBigUInt64LE(BigInt(entries), 24)
  end.writeBigUInt64LE(BigInt(entries), 32)
  end.writeBigUInt64LE(BigInt(size), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  const locator = end.subarray(length.end64)
  locator.writeUInt32LE(0x0706_4b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + size), 8)
  locator.writeUInt32LE(1, 16)
  return end
}

/** In the central directory only what does not fit into its own field is in the extra field, in this order (4.5.3). */
function centralExtra({ size, offset }: ZipRecord): readonly number[] {
  return [...(size >= full32 ? [size, size] : []), ...(offset >= full32 ? [offset] : [])]
}

/** The Zip64 extra field (4.5.3), empty without values. */
function extraOf(values: readonly number[]): Buffer {
  if (values.length === 0) return Buffer.alloc(0)
  const extra = Buffer.alloc(length.extraHeader + 8 * values.length)
  extra.writeUInt16LE(0x0001, 0)
  extra.writeUInt16LE(8 * values.length, 2)
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), length.extraHeader + 8 * index)
  return extra
}
