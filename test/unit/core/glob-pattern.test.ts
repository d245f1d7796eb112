import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GlobPattern, hasWildcard, literalPath } from '../../../src/core/glob-pattern.ts'
import { matchesTokens, type Token } from '../../../src/core/wildcards.ts'

const nasty = fc.string({
  unit: fc.constantFrom('a', 'b', '*', '?', '/', '[', ']', '!', '-', '.', '\\', '(', '+', ')', '{', ',', '}', '|', '^', '$', 'ä', '😀'),
  maxLength: 40,
})
const path = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', ']', 'ä', '😀'), minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((names) => names.join('/'))

/** The same language written as a regular expression: right, but not safe for long names. */
function oracle(pattern: string): RegExp {
  const source = pattern
    .split('/')
    .map((segment) => {
      if (segment === '**') return '(?:[^/.][^/]*/)*'
      const dot = segment.startsWith('.') ? '' : '(?!\\.)'
      return `${dot}${segment.replaceAll(/[.]/g, '\\.').replaceAll(/\*+/g, '[^/]*').replaceAll('?', '[^/]')}/`
    })
    .join('')
  return new RegExp(`^${source}$`, 'u')
}

describe('glob patterns', () => {
  it('never throw, on any pattern and path', () => {
    fc.assert(
      fc.property(nasty, path, (pattern, name) => {
        expect(typeof new GlobPattern(pattern).matches(name)).toBe('boolean')
        expect(typeof hasWildcard(pattern)).toBe('boolean')
      }),
    )
  })

  it('match themselves when they hold no wildcard', () => {
    fc.assert(
      fc.property(
        nasty.filter((text) => !hasWildcard(text)),
        (text) => new GlobPattern(text).matches(literalPath(text)),
      ),
    )
  })

  it('match every path when its characters are escaped', () => {
    fc.assert(fc.property(nasty, (name) => new GlobPattern(name.replaceAll(/[^/]/gu, '\\$&')).matches(name)))
  })

  it('agree with a regular expression of the same meaning', () => {
    const simple = fc
      .array(
        fc.oneof(
          fc.constant('**'),
          fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), minLength: 1, maxLength: 5 }).filter((text) => text !== '**'),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((segments) => segments.join('/'))
    fc.assert(
      fc.property(
        simple,
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (pattern, names) => {
          expect(new GlobPattern(pattern).matches(names.join('/'))).toBe(oracle(pattern).test(`${names.join('/')}/`))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('take at most (tokens + 1) steps for a character, however they are made', () => {
    let steps = 0
    const counted = (tokens: Token[]) =>
      new Proxy(tokens, {
        get(target, key, receiver) {
          if (typeof key === 'string' && /^\d+$/.test(key)) steps++
          return Reflect.get(target, key, receiver)
        },
      })
    const tokens: Token[] = Array.from({ length: 60 }, (_, index) =>
      index % 2 === 0 ? { kind: 'any' } : { kind: 'character', character: 'a' },
    )
    const name = 'a'.repeat(255)
    expect(matchesTokens(counted([...tokens, { kind: 'character', character: 'b' }]), name)).toBe(false)
    expect(steps).toBeLessThan(name.length * (tokens.length + 2) * 4)
  })

  it('end soon on patterns that backtracking would not survive', () => {
    expect(new GlobPattern(`${'**/*a*/'.repeat(100)}b`).matches(`${'aa/'.repeat(400)}c`)).toBe(false)
    expect(new GlobPattern(`${'*a?'.repeat(80)}[b]`).matches('a'.repeat(4000))).toBe(false)
  })

  it('know which folders cannot lead anywhere', () => {
    const pattern = new GlobPattern('out/*/lib/*.jar')
    expect(pattern.fixed).toEqual(['out'])
    expect(pattern.enter('src', pattern.start(1))).not.toEqual([])
    expect(pattern.enter('bin', pattern.enter('src', pattern.start(1)))).toEqual([])
  })

  it('count characters, not UTF-16 units', () => {
    expect(new GlobPattern('?.txt').matches('😀.txt')).toBe(true)
    expect(new GlobPattern('??.txt').matches('😀.txt')).toBe(false)
  })
})
