import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isArchiveName, listJar } from '../../../src/central/jar-listing.ts'
import { bytesIn } from './local-bundle.ts'

/** A zip by Python's zipfile: stored entries without content. */
function zip(names: readonly string[], more = ''): Buffer {
  const program = `import sys, json, io, zipfile\nout = io.BytesIO()\nwith zipfile.ZipFile(out, "w") as z:\n    ${more || 'pass'}\n    for name in json.load(sys.stdin): z.writestr(name, b"")\nsys.stdout.buffer.write(out.getvalue())`
  return execFileSync('python3', ['-c', program], { input: JSON.stringify(names), maxBuffer: 1 << 28 })
}

const list = (content: Buffer) => listJar(bytesIn(content))
const jar = zip(['META-INF/MANIFEST.MF', 'org/acme/Lib.class'])
const archive = (hasClasses: boolean, prefix = 0) => ({ kind: 'archive', hasClasses, prefix })
const refused = (why: RegExp) => ({ kind: 'no-archive', why: expect.stringMatching(why) })

describe('the table of contents', () => {
  test('tells whether there are class files, wherever they stand', () => {
    expect(list(jar)).toEqual(archive(true))
    expect(list(zip(['README.md', 'Lib.java', 'a.classes']))).toEqual(archive(false))
    expect(list(zip([...Array.from({ length: 30_000 }, (_, i) => `folder/with/a/long/name/of/file-number-${i}.txt`), 'A.class']))).toEqual(
      archive(true),
    )
    expect(list(zip([]))).toEqual(archive(false))
  })

  test('is found behind a comment, before bytes that do not belong there, and in the wide form', () => {
    expect(list(zip(['A.class'], `z.comment = b"PK" * 30000`))).toEqual(archive(true))
    expect(list(Buffer.concat([jar, Buffer.from('x\n')]))).toEqual(archive(true))
    expect(list(zip(Array.from({ length: 66_000 }, (_, i) => `${i}`)))).toEqual(archive(false))
  })

  test('tells what stands before the archive', () => {
    const script = Buffer.from('#!/bin/sh\nexec java -jar "$0" "$@"\n')
    expect(list(Buffer.concat([script, jar]))).toEqual(archive(true, script.length))
  })
})

describe('no archive is', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), /empty/],
    ['a page', Buffer.from('<html>not found</html>'), /no zip archive/],
    ['a tar', Buffer.concat([Buffer.from('ustar'), Buffer.alloc(2_000)]), /no zip archive/],
    ['the first half of a jar', jar.subarray(0, jar.length / 2), /cut off/],
    ['the second half of a jar', jar.subarray(jar.length - 60), /does not lie where/],
    [
      'a jar with a damaged table',
      Buffer.concat([jar.subarray(0, jar.length - 22 - 40), Buffer.alloc(40), jar.subarray(jar.length - 22)]),
      /damaged/,
    ],
  ])('%s', (_, content, why) => {
    expect(list(content)).toEqual(refused(why))
  })
})

test('only what Java reads as an archive must be one', () => {
  expect(['a.jar', 'a.war', 'a.aar', 'a.jar.asc', 'a.zip', 'a.klib', 'ajar'].map(isArchiveName)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

test('whatever bytes are changed, there is an answer, and nothing is read out of bounds', () => {
  const strict = (content: Buffer) =>
    listJar({
      size: content.length,
      read(position, length) {
        expect(position).toBeGreaterThanOrEqual(0)
        expect(position + length).toBeLessThanOrEqual(content.length)
        return content.subarray(position, position + length)
      },
    })
  const change = fc.tuple(fc.nat(jar.length - 1), fc.constantFrom(0, 1, 0x50, 0x7f, 0xff))
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), fc.nat(jar.length), (changes, cut) => {
      const content = Buffer.from(jar)
      for (const [at, value] of changes) content[at] = value
      expect(['archive', 'no-archive']).toContain(strict(content.subarray(cut % 3 === 0 ? cut : 0)).kind)
    }),
    { numRuns: 2_000 },
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void strict(Buffer.from(bytes))))
})
