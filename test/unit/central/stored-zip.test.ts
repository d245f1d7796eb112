import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, closeSync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkSize, layoutZip, type ZipEntry, type ZipFile, type ZipLayout } from '../../../src/central/stored-zip.ts'
import { readZips } from '../../support/python-zip.ts'
import { temporaryFolder, tree } from '../../support/temporary-folder.ts'

/** Files opened for one test, closed at its end. */
class OpenFiles implements Disposable {
  readonly #folder: string
  readonly #descriptors: number[] = []

  constructor(folder: string) {
    this.#folder = folder
  }

  add(name: string, bytes: Uint8Array): ZipFile {
    const path = join(tree(this.#folder, { [`file-${this.#descriptors.length}`]: bytes }), `file-${this.#descriptors.length}`)
    const descriptor = openSync(path, 'r')
    this.#descriptors.push(descriptor)
    return { name, path, descriptor, size: bytes.length, crc32: crc32(bytes) }
  }

  [Symbol.dispose](): void {
    for (const descriptor of this.#descriptors) closeSync(descriptor)
  }
}

async function bytesOf(zip: ZipLayout): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(zip.chunks(), (chunk) => Buffer.from(chunk)))
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('a stored zip', () => {
  it('has exactly the size that was said, and is read by Python as what went in', async () => {
    await using folder = temporaryFolder()
    using files = new OpenFiles(folder.path)
    const sizes = [0, 1, 65_535, 65_536, chunkSize - 1, chunkSize, chunkSize + 1, 3 * chunkSize + 17]
    const contents = sizes.map((size) => randomBytes(size))
    const entries: ZipEntry[] = contents.flatMap((bytes, index) => [
      files.add(`org/acme/lib/1.0/lib-1.0-${index}.jar`, bytes),
      { name: `org/acme/lib/1.0/lib-1.0-${index}.jar.asc`, bytes },
    ])
    const zip = layoutZip(entries)
    const bytes = await bytesOf(zip)
    expect(bytes).toHaveLength(zip.size)
    expect(zip.entries).toBe(entries.length)
    const [read = []] = readZips(folder.path, [bytes])
    expect(read.map(({ name, size, sha256: digest }) => [name, size, digest])).toEqual(
      contents.flatMap((content, index) =>
        ['', '.asc'].map((suffix) => [`org/acme/lib/1.0/lib-1.0-${index}.jar${suffix}`, content.length, sha256(content)]),
      ),
    )
  })

  it('stores without data descriptors, at one fixed time, as ordinary files', async () => {
    await using folder = temporaryFolder()
    const [read = []] = readZips(folder.path, [await bytesOf(layoutZip([{ name: 'a', bytes: Buffer.from('a') }]))])
    expect(read).toEqual([
      { name: 'a', size: 1, sha256: sha256(Buffer.from('a')), time: [1980, 1, 1, 0, 0, 0], flags: 0x800, method: 0, mode: 0o100644 },
    ])
  })

  it('is the same for the same files, in whatever order they are given, as often as it is read', async () => {
    await using folder = temporaryFolder()
    using files = new OpenFiles(folder.path)
    const entries = ['b/c.jar', 'B.pom', 'a-1.jar', 'a.jar'].map((name) => files.add(name, Buffer.from(name)))
    const zip = layoutZip(entries)
    const first = await bytesOf(zip)
    expect((await bytesOf(zip)).equals(first)).toBe(true)
    expect((await bytesOf(layoutZip(entries.toReversed()))).equals(first)).toBe(true)
    expect((readZips(folder.path, [first])[0] ?? []).map(({ name }) => name)).toEqual(['B.pom', 'a-1.jar', 'a.jar', 'b/c.jar'])
  })

  it('comes in pieces of one size, but for the last', async () => {
    await using folder = temporaryFolder()
    using files = new OpenFiles(folder.path)
    const zip = layoutZip([files.add('large', randomBytes(2 * chunkSize)), { name: 'small', bytes: randomBytes(10) }])
    const lengths = await Array.fromAsync(zip.chunks(), (chunk) => chunk.length)
    expect(lengths).toEqual([chunkSize, chunkSize, zip.size - 2 * chunkSize])
  })

  it('keeps the bytes of a piece until the third after it is asked for', async () => {
    await using folder = temporaryFolder()
    using files = new OpenFiles(folder.path)
    const zip = layoutZip([files.add('large', randomBytes(9 * chunkSize))])
    const expected = await bytesOf(zip)
    const recent: { readonly chunk: Uint8Array; readonly at: number }[] = []
    let at = 0
    for await (const chunk of zip.chunks()) {
      recent.push({ chunk, at })
      at += chunk.length
      // Time for the piece ahead to be read, into a room that none of these lies in.
      await new Promise((resolve) => setTimeout(resolve, 5))
      for (const kept of recent.slice(-3)) expect(expected.subarray(kept.at, kept.at + kept.chunk.length).equals(kept.chunk)).toBe(true)
    }
  })

  it('is a good zip without any entry', async () => {
    await using folder = temporaryFolder()
    expect(readZips(folder.path, [await bytesOf(layoutZip([]))])).toEqual([[]])
  })

  it('takes any names and sizes', async () => {
    await using folder = temporaryFolder()
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
      .filter((text) => /^[^/\\\0]+$/.test(text) && text.isWellFormed())
    const entry = fc.record({ name, bytes: fc.uint8Array({ maxLength: 3000 }), open: fc.boolean() })
    const cases = fc.sample(fc.uniqueArray(entry, { selector: (made) => made.name, maxLength: 30 }), 60)
    using files = new OpenFiles(folder.path)
    const zips = cases.map((made) => layoutZip(made.map((one) => (one.open ? files.add(one.name, one.bytes) : one))))
    const bytes = await Promise.all(zips.map(bytesOf))
    expect(bytes.map(({ length }) => length)).toEqual(zips.map(({ size }) => size))
    const asMap = (pairs: readonly (readonly [string, string])[]) => Object.fromEntries(pairs)
    expect(readZips(folder.path, bytes).map((read) => asMap(read.map((one) => [one.name, one.sha256])))).toEqual(
      cases.map((made) => asMap(made.map((one) => [one.name, sha256(one.bytes)]))),
    )
  })

  it('has no two entries of one name, and none without a name', () => {
    const entry = { name: 'a', bytes: Buffer.from('a') }
    expect(() => layoutZip([entry, entry])).toThrow("two entries of the zip are named 'a'")
    expect(() => layoutZip([{ ...entry, name: '' }])).toThrow(/cannot have an entry/)
    expect(() => layoutZip([{ ...entry, name: 'ä'.repeat(32_768) }])).toThrow(/cannot have an entry/)
  })
})

describe('a file that is no longer what was hashed', () => {
  const cases: readonly [string, (path: string) => void, RegExp][] = [
    ['other bytes', (path) => writeFileSync(path, randomBytes(2 * chunkSize)), /file-0 changed after it was hashed: it has other bytes/],
    ['fewer bytes', (path) => truncateSync(path, chunkSize), /file-0 changed after it was hashed: it became shorter/],
    ['no bytes', (path) => truncateSync(path, 0), /it became shorter/],
    ['more bytes', (path) => appendFileSync(path, 'x'), /it became longer/],
  ]

  it.each(cases)('with %s ends the sending before the last piece', async (_, spoil, message) => {
    await using folder = temporaryFolder()
    using files = new OpenFiles(folder.path)
    const file = files.add('a.jar', randomBytes(2 * chunkSize))
    const zip = layoutZip([file, files.add('b.jar', randomBytes(100))])
    spoil(file.path)
    let sent = 0
    const sending = async () => {
      for await (const chunk of zip.chunks()) sent += chunk.length
    }
    await expect(sending()).rejects.toMatchObject({ code: 'conflict', message: expect.stringMatching(message) })
    expect(sent).toBeLessThan(zip.size)
  })

  it('in a zip of one piece sends nothing at all', async () => {
    await using folder = temporaryFolder()
    using files = new OpenFiles(folder.path)
    const file = files.add('a.jar', Buffer.from('bytes'))
    const zip = layoutZip([file])
    writeFileSync(file.path, 'other')
    expect(await Array.fromAsync(zip.chunks()).catch((error: Error) => error.message)).toMatch(/it has other bytes/)
  })

  it('is told when its turn comes, also to a reader who takes its time', async () => {
    await using folder = temporaryFolder()
    using files = new OpenFiles(folder.path)
    const file = files.add('a.jar', randomBytes(2 * chunkSize))
    const chunks = layoutZip([file]).chunks()
    truncateSync(file.path, chunkSize)
    await chunks.next()
    // The piece ahead has failed by now; an unhandled rejection would end the process.
    await new Promise((resolve) => setTimeout(resolve, 50))
    await expect(chunks.next()).rejects.toThrow(/it became shorter/)
  })
})

it('can be given up at any time, and reads nothing after that', async () => {
  await using folder = temporaryFolder()
  const bytes = randomBytes(4 * chunkSize)
  using files = new OpenFiles(folder.path)
  const file = files.add('a.jar', bytes)
  for await (const chunk of layoutZip([file]).chunks()) {
    expect(chunk).toHaveLength(chunkSize)
    break
  }
  expect(readFileSync(file.descriptor).equals(bytes)).toBe(true)
})
