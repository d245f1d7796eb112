import { describe, expect, it } from 'vitest'
import { centralHeader, centralHeaderLength, endOfDirectory, localHeader, localHeaderLength } from '../../../src/central/zip-format.ts'

const name = Buffer.from('lib.jar')
const limit = 0xffff_ffff

describe('the records of a zip', () => {
  it.each([
    { size: 0, offset: 0, local: 0, central: 0 },
    { size: limit - 1, offset: limit - 1, local: 0, central: 0 },
    { size: limit, offset: 0, local: 20, central: 20 },
    { size: 0, offset: limit, local: 0, central: 12 },
    { size: 2 ** 40, offset: 2 ** 41, local: 20, central: 28 },
  ])('have Zip64 fields where a number does not fit, and the length that was said: %o', ({ size, offset, local, central }) => {
    const record = { name, size, crc32: 0x89ab_cdef, offset }
    expect(localHeader(record)).toHaveLength(30 + name.length + local)
    expect(localHeaderLength(record)).toBe(localHeader(record).length)
    expect(centralHeader(record)).toHaveLength(46 + name.length + central)
    expect(centralHeaderLength(record)).toBe(centralHeader(record).length)
    // Readers that know no Zip64 must not take such an entry for an ordinary one (4.4.3.2).
    expect(localHeader(record).readUInt16LE(4)).toBe(local > 0 ? 45 : 10)
    expect(centralHeader(record).readUInt16LE(6)).toBe(central > 0 ? 45 : 10)
  })

  it.each([
    [{ entries: 0xfffe, offset: limit - 1, size: limit - 1 }, 22],
    [{ entries: 0xffff, offset: 0, size: 0 }, 98],
    [{ entries: 0, offset: limit, size: 0 }, 98],
    [{ entries: 0, offset: 0, size: limit }, 98],
  ] as const)('end with a Zip64 record when %o', (place, length) => {
    expect(endOfDirectory(place)).toHaveLength(length)
  })
})
