import { describe, expect, test } from 'vitest'
import { expandMatrix } from '../../harness/matrix.ts'

describe('expandMatrix', () => {
  test('the product of the dimensions in order', () => {
    expect(expandMatrix({ os: ['a', 'b'], node: [1, 2] })).toEqual([
      { os: 'a', node: 1 },
      { os: 'a', node: 2 },
      { os: 'b', node: 1 },
      { os: 'b', node: 2 },
    ])
  })

  test('exclude removes whatever it matches in part', () => {
    expect(expandMatrix({ os: ['a', 'b'], node: [1, 2], exclude: [{ os: 'a' }, { os: 'b', node: 1 }] })).toEqual([{ os: 'b', node: 2 }])
  })

  test("GitHub's own example of include", () => {
    const include = [
      { color: 'green' },
      { color: 'pink', animal: 'cat' },
      { fruit: 'apple', shape: 'circle' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ]
    expect(expandMatrix({ fruit: ['apple', 'pear'], animal: ['cat', 'dog'], include })).toEqual([
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'pear', animal: 'dog', color: 'green' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ])
  })

  test('include alone is a list of jobs', () => {
    expect(expandMatrix({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }])
  })

  test('256 entries of include are taken', () => {
    expect(expandMatrix({ include: Array.from({ length: 256 }, (_, shard) => ({ shard })) })).toHaveLength(256)
  })

  test('nothing at all, an empty dimension, a list and more than 256 jobs are errors', () => {
    expect(() => expandMatrix({})).toThrow('Matrix must define at least one vector')
    expect(() => expandMatrix({ include: [] })).toThrow('Matrix must define at least one vector')
    expect(() => expandMatrix({ os: [] })).toThrow("Matrix vector 'os' does not contain any values")
    expect(() => expandMatrix([] as never)).toThrow('is a mapping')
    expect(() => expandMatrix('{"include": []}' as never)).toThrow('is a mapping')
    expect(() => expandMatrix({ include: Array.from({ length: 257 }, (_, at) => ({ at })) })).toThrow(/at most 256/)
    expect(() => expandMatrix({ a: Array.from({ length: 257 }, (_, at) => at) })).toThrow(/at most 256/)
  })
})
