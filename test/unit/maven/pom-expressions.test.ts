import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maximumExpressionDepth, maximumExpressionLength, PomExpressionError, PomExpressions } from '../../../src/maven/pom-expressions.ts'

const resolve = (text: string, known: Record<string, string> = {}) => new PomExpressions(new Map(Object.entries(known))).resolve(text)
const use = (name: string) => `$\{${name}}`

describe('an expression', () => {
  test('is replaced, wherever it stands and whatever it leads to', () => {
    expect(resolve(`v${use('a')}-${use('b.c')}!`, { a: use('b.c'), 'b.c': '1' })).toBe('v1-1!')
  })

  test('may have an empty value', () => {
    expect(resolve(`1${use('suffix')}`, { suffix: '' })).toBe('1')
  })

  test('that nobody defines is an error that names it, also where one leads to it', () => {
    expect(() => resolve(use('a'))).toThrow(new PomExpressionError(`holds ${use('a')}, which this POM does not define`))
    expect(() => resolve(use('a'), { a: use('b') })).toThrow(/\$\{b\}/)
    expect(() => resolve(use('toString'))).toThrow(PomExpressionError)
    expect(() => resolve(use('__proto__'))).toThrow(PomExpressionError)
  })

  test('that stands for itself is an error', () => {
    expect(() => resolve(use('a'), { a: use('b'), b: `x${use('a')}` })).toThrow(/\$\{a\}, which stands for itself/)
  })

  test('leads through as many others as the limit says, and through no more', () => {
    const chain = (length: number) =>
      Object.fromEntries(Array.from({ length }, (_, i) => [`p${i}`, i === length - 1 ? 'end' : use(`p${i + 1}`)]))
    expect(resolve(use('p0'), chain(maximumExpressionDepth))).toBe('end')
    expect(() => resolve(use('p0'), chain(maximumExpressionDepth + 1))).toThrow(/more than 32/)
  })

  test('becomes as long as the limit says, and no longer', () => {
    const known = { a: 'x'.repeat(maximumExpressionLength / 2 - 4) }
    expect(resolve(use('a') + use('a'), known)).toHaveLength(maximumExpressionLength - 8)
    expect(() => resolve(`${use('a')}${use('a')}x`, known)).toThrow(/longer than 65536/)
  })

  test('cannot be made to take for ever by names that each hold the next one many times', () => {
    const known = (end: string) =>
      Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`p${i}`, i === 30 ? end : use(`p${i + 1}`).repeat(20)]))
    const started = performance.now()
    expect(resolve(use('p0'), known(''))).toBe('')
    expect(() => resolve(use('p0'), known('lol'))).toThrow(/longer than/)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

test('text without expressions stays as it is, any names and values only ever give text or a PomExpressionError', () => {
  const word = fc.constantFrom('a', 'b', 'c', '$', '{', '}', use('a'), use('b'), use('c'), use(''), ' ')
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(''))
  fc.assert(
    fc.property(text, fc.dictionary(fc.constantFrom('a', 'b', 'c', ''), text, { noNullPrototype: true }), (input, known) => {
      try {
        const result = resolve(input, known)
        if (!input.includes('${')) expect(result).toBe(input)
      } catch (error) {
        expect(error).toBeInstanceOf(PomExpressionError)
      }
    }),
  )
})
