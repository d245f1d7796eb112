import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareVersions } from '../../../src/maven/version-order.ts'

const corpus = join(import.meta.dirname, '../../../../shared/corpus/versions.tsv')
const sign = (a: string, b: string) => Math.sign(compareVersions(a, b))

describe("Maven's order", () => {
  test('is the one that Maven documents', () => {
    const ordered = [
      '1.0-alpha-1',
      '1.0-alpha-2',
      '1.0-beta',
      '1.0-milestone-1',
      '1.0-rc1',
      '1.0-SNAPSHOT',
      '1.0',
      '1.0-sp',
      '1.0-foo',
      '1.0-1',
      '1.0.1',
      '1.9',
      '1.10',
      '2.0.0.Final',
      '99999999999999999999999999',
    ]
    for (const [i, a] of ordered.entries())
      for (const [j, b] of ordered.entries()) expect(sign(a, b), `${a} and ${b}`).toBe(Math.sign(i - j))
  })

  test.each([
    ['1', '1.0.0'],
    ['1.0', '1.0.0-ga'],
    ['1.0-FINAL', '1.0.RELEASE'],
    ['1.0-cr1', '1.0-RC1'],
    ['1.0a1', '1.0-alpha-1'],
    ['1.0b2', '1.0-beta2'],
    ['1.0m3', '1.0-milestone-3'],
    ['01.001', '1.1'],
    ['1.x1', '1-x1'],
    ['', '0'],
  ])('%j and %j are the same', (a, b) => {
    expect(sign(a, b)).toBe(0)
    expect(sign(b, a)).toBe(0)
  })

  test('knows a, b and m as alpha, beta and milestone before a number only', () => {
    expect(sign('1.0-a', '1.0-alpha')).toBe(1)
  })

  test.skipIf(!existsSync(corpus))('is the one that Maven itself gave for the corpus (skipped where ../shared/corpus is missing)', () => {
    const rows = readFileSync(corpus, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(rows.length).toBeGreaterThanOrEqual(200)
    for (const row of rows) {
      const [a = '', b = '', expected] = row.split('\t')
      expect(sign(a, b), `${a} and ${b}`).toBe(Number(expected))
      expect(sign(b, a) + sign(a, b), `${b} and ${a}`).toBe(0)
    }
  })
})

describe('for any versions', () => {
  const piece = fc.constantFrom(
    '0',
    '1',
    '2',
    '10',
    '01',
    '.',
    '-',
    '.',
    '-',
    'a',
    'b',
    'rc',
    'alpha',
    'ga',
    'final',
    'snapshot',
    'sp',
    'x',
    '_',
    '+',
    '99999999999999999999',
    'İ',
  )
  const version = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme' }),
  )

  test('a version is the same as itself, and the order does not depend on which comes first', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(sign(a, a)).toBe(0)
        expect(sign(a, b) + sign(b, a)).toBe(0)
      }),
      { numRuns: 1_000 },
    )
  })

  test('releases with numbers and qualifiers are in one order', () => {
    const number = fc.constantFrom('0', '1', '2', '10')
    const release = fc
      .tuple(
        fc.array(number, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '-alpha1', '-beta-2', '-rc1', '-SNAPSHOT', '.Final', '-sp1', '-jre', '-1'),
      )
      .map(([numbers, qualifier]) => `${numbers.join('.')}${qualifier}`)
    fc.assert(
      fc.property(release, release, release, (a, b, c) => {
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })

  test.each(['1-', 'a1', '0.', '0', '-.', 'x-', '1a'])('a hundred kilobytes of %j take linear time', (piece) => {
    const long = piece.repeat(50_000)
    const started = performance.now()
    compareVersions(long, `${long}1`)
    compareVersions(`1.${long}`, '1')
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
