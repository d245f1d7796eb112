import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AssetContent, contentOf, fileContent, synthetic } from '../../../emulators/github/content.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const bytesOf = (content: AssetContent, start = 0, end = content.size) => Buffer.concat([...content.chunks(start, end)])

describe('synthetic bytes', () => {
  test('are the same every time, and any part of them is that part', () => {
    const size = 300_000
    const whole = bytesOf(synthetic(size, 7))
    expect(whole).toHaveLength(size)
    expect(synthetic(size, 7).sha256).toBe(createHash('sha256').update(whole).digest('hex'))
    fc.assert(
      fc.property(fc.nat(size), fc.nat(size), (one, other) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)]
        expect(bytesOf(synthetic(size, 7), start, end).equals(whole.subarray(start, end))).toBe(true)
      }),
    )
  })

  test('differ by seed and by place, however few they are', () => {
    const few = Array.from({ length: 3000 }, (_, seed) => synthetic(16, seed).sha256)
    expect(new Set(few).size).toBe(3000)
    const pieces = [...synthetic(200 << 16).chunks(0, 200 << 16)].map((piece) => createHash('sha256').update(piece).digest('hex'))
    expect(new Set(pieces).size).toBe(200)
  })

  test('take no memory: the end of many gigabytes is there at once', () => {
    expect(bytesOf(synthetic(2 ** 36), 2 ** 36 - 10)).toHaveLength(10)
  })
})

test('a file is read when it is sent, and must not have shrunk', async () => {
  await using folder = temporaryFolder('content')
  const path = join(folder.path, 'f')
  writeFileSync(path, Buffer.alloc(200_000, 'abc'))
  const content = fileContent(path)
  expect(bytesOf(content, 199_990).toString()).toBe(Buffer.alloc(200_000, 'abc').subarray(199_990).toString())
  expect(content.sha256).toBe(createHash('sha256').update(Buffer.alloc(200_000, 'abc')).digest('hex'))
  writeFileSync(path, 'short')
  expect(() => bytesOf(content)).toThrow(/shorter/)
})

test('text and bytes are what they are', () => {
  expect(bytesOf(contentOf('späße')).toString()).toBe('späße')
  expect(bytesOf(contentOf(Uint8Array.of(1, 2, 3)), 1, 2)).toEqual(Buffer.of(2))
  expect([...contentOf('').chunks(0, 0)]).toEqual([])
})
