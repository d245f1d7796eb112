import { describe, expect, test } from 'vitest'
import { Expressions, splitExpressions } from '../../harness/expressions.ts'

const $ = '$'

const expressions = new Expressions(
  {
    github: { ref: 'refs/tags/v1', event: { release: { body: 'x' } } },
    steps: { a: { outputs: { 'b-c': 'yes' } } },
    env: { N: '5' },
    list: [1, 2],
  },
  { success: () => true, failure: () => false, always: () => true, hashFiles: (...patterns) => patterns.join('+') },
)

describe('Expressions', () => {
  test.each([
    ["github.ref == 'REFS/TAGS/V1'", true],
    ['steps.a.outputs.b-c', 'yes'],
    ['steps.none.outputs.x', null],
    ["format('{0}-{1}', env.N, 2)", '5-2'],
    ["env.N == 5 && !contains(github.ref, 'heads')", true],
    ['fromJSON(\'{"a":[1]}\').a[0]', 1],
    ["hashFiles('a', 'b')", 'a+b'],
    ['list[1]', 2],
    ["startsWith(github.ref, 'refs/tags/') && 'tag' || 'branch'", 'tag'],
  ])('%s', (text, expected) => {
    expect(expressions.evaluate(text)).toEqual(expected)
  })

  test('a context that is not there is an error, as on GitHub', () => {
    expect(() => expressions.evaluate('secrets.KEY')).toThrow(/secrets/)
  })

  test.each([
    [`v${$}{{ env.N }}!`, 'v5!'],
    [`${$}{{ '}}' }}`, '}}'],
    [`${$}{{ null }}|${$}{{ true }}|${$}{{ 1.50 }}`, '|true|1.5'],
    ['plain', 'plain'],
    [180, '180'],
    [undefined, ''],
  ])('text of %j', (text, expected) => {
    expect(expressions.text(text)).toBe(expected)
  })

  test.each([
    [undefined, true],
    ['failure()', false],
    ['always()', true],
    ["env.N == '5'", true],
    [`${$}{{ env.N == '6' }}`, false],
    [false, false],
  ])('condition %j', (condition, expected) => {
    expect(expressions.condition(condition)).toBe(expected)
  })

  test('a condition that asks for no status holds only after success', () => {
    const failed = new Expressions({}, { success: () => false, failure: () => true })
    expect([failed.condition('true'), failed.condition('failure()'), failed.condition(undefined)]).toEqual([false, true, false])
  })

  test('an expression that is not closed is an error', () => {
    expect(() => splitExpressions(`a ${$}{{ b`)).toThrow(/not closed/)
  })
})
