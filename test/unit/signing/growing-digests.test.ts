import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type GrowingDigests, GrowingFiles } from '../../../src/signing/growing-digests.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const digestsOf = (bytes: Buffer) =>
  Object.fromEntries(['md5', 'sha1', 'sha256', 'sha512'].map((name) => [name, createHash(name).update(bytes).digest('hex')]))
const bytes = randomBytes(9_000_000)
const small = 1000
const large = undefined

/** Writes a file in pieces, and tells of each. */
function write(path: string, content: Buffer, digests: GrowingDigests): void {
  for (let at = 0; at < content.length; at += 1_000_000) {
    const piece = content.subarray(at, at + 1_000_000)
    appendFileSync(path, piece)
    digests.add(piece)
  }
}

describe.each([
  ['small', small],
  ['large', large],
])('a file that is expected to be %s', (_, expected) => {
  test('has its digests when it is written', async () => {
    await using folder = temporaryFolder()
    await using files = new GrowingFiles()
    const path = join(folder.path, 'file')
    writeFileSync(path, '')
    using digests = files.begin({ path, size: 0 }, expected)
    write(path, bytes, digests)
    expect(await digests.finish()).toEqual(digestsOf(bytes))
  })

  test('has them of what was there before, too', async () => {
    await using folder = temporaryFolder()
    await using files = new GrowingFiles()
    const path = join(folder.path, 'file')
    writeFileSync(path, bytes.subarray(0, 5_000_001))
    using digests = files.begin({ path, size: 5_000_001 }, expected)
    write(path, bytes.subarray(5_000_001), digests)
    expect(await digests.finish()).toEqual(digestsOf(bytes))
  })

  test('has them when nothing is in it', async () => {
    await using folder = temporaryFolder()
    await using files = new GrowingFiles()
    const path = join(folder.path, 'file')
    writeFileSync(path, '')
    using digests = files.begin({ path, size: 0 }, expected)
    expect(await digests.finish()).toEqual(digestsOf(Buffer.alloc(0)))
  })
})

test('many files grow at once', async () => {
  await using folder = temporaryFolder()
  await using files = new GrowingFiles()
  const all = Array.from({ length: 7 }, (_, index) => {
    const path = join(folder.path, `file-${index}`)
    writeFileSync(path, '')
    return { path, content: bytes.subarray(0, index * 1_400_000), digests: files.begin({ path, size: 0 }, large) }
  })
  for (const { path, content, digests } of all) write(path, content, digests)
  expect(await Promise.all(all.map(({ digests }) => digests.finish()))).toEqual(all.map(({ content }) => digestsOf(content)))
})

test('a file that begins anew is a new one; nobody minds the old one', async () => {
  await using folder = temporaryFolder()
  await using files = new GrowingFiles()
  const path = join(folder.path, 'file')
  writeFileSync(path, '')
  const given = files.begin({ path, size: 0 }, large)
  write(path, bytes, given)
  given[Symbol.dispose]()
  truncateSync(path)
  using digests = files.begin({ path, size: 0 }, large)
  write(path, bytes.subarray(1), digests)
  expect(await digests.finish()).toEqual(digestsOf(bytes.subarray(1)))
})

test('a file that shrinks, or is a link, has no digests but an error', async () => {
  await using folder = temporaryFolder()
  await using files = new GrowingFiles()
  const path = join(folder.path, 'file')
  writeFileSync(path, bytes.subarray(0, 10))
  using shrunk = files.begin({ path, size: 11 }, large)
  await expect(shrunk.finish()).rejects.toThrow(/has become shorter/)
  const link = join(folder.path, 'link')
  symlinkSync(path, link)
  using linked = files.begin({ path: link, size: 10 }, large)
  await expect(linked.finish()).rejects.toThrow(/link changed during the run/)
})
