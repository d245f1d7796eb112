import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../../../src/core/diagnostics.ts'
import type { JsonNode } from '../../../src/model/json-nodes.ts'
import { jsonLimits, parseLenientJson } from '../../../src/model/lenient-json.ts'

function plain(node: JsonNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'array') return node.items.map(plain)
  return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]))
}

function read(text: string): { value: unknown; told: string[]; tree: JsonNode | undefined } {
  const diagnostics = new Diagnostics()
  const tree = parseLenientJson(text, 'd.json', diagnostics)
  const told = diagnostics.all.map(({ severity, message, location }) => `${severity} ${location?.line}:${location?.column} ${message}`)
  return { value: tree === undefined ? undefined : plain(tree), told, tree }
}

describe('lenient JSON', () => {
  it('reads every JSON text as JSON.parse does, without a word', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent)
        expect(read(text)).toMatchObject({ value: JSON.parse(text), told: [] })
      }),
    )
  })

  it('never throws, and says something whenever it gives nothing', () => {
    const scrap = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '1',
        '-',
        'true',
        'x',
        "'",
        '\\',
        '\\u12',
        '//',
        '/*',
        '*/',
        '\n',
        '\r\n',
        ' ',
        '\uFEFF',
        '😀',
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(scrap, (parts) => {
        const { tree, told } = read(parts.join(''))
        expect(tree !== undefined || told.some((line) => line.startsWith('error'))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['// first\n{ "a": "https://x", // the last\n /* "b": 2,\n */ "c": 1 } // end', { a: 'https://x', c: 1 }],
    ['\uFEFF{"a": 1}\n\n', { a: 1 }],
    ['{\r\n\t"a": [\r\n]\r\n}', { a: [] }],
    ['{"a": "\\u0041\\/\\n"}', { a: 'A/\n' }],
    ['{"a": "tab\there"}', { a: 'tab\there' }],
    ['{"__proto__": {"x": 1}}', JSON.parse('{"__proto__": {"x": 1}}')],
  ])('reads %j silently', (text, value) => {
    expect(read(text)).toMatchObject({ value, told: [] })
  })

  it.each([
    ['{"a": "out/(.*\\.deb)"}', { a: 'out/(.*\\.deb)' }, ['notice 1:15 \\. is no escape in JSON; the backslash is taken as it stands']],
    ['{\n  "a": "\\./x\\d\\u12"\n}', { a: '\\./x\\d\\u12' }, ['notice 2:9 \\. is no escape in JSON; the backslash is taken as it stands']],
    [
      '{"a": [1, 2, ],\n}',
      { a: [1, 2] },
      [
        'notice 1:12 The comma before ] is too many in JSON; it is ignored',
        'notice 1:15 The comma before } is too many in JSON; it is ignored',
      ],
    ],
  ])('reads %j with a notice', (text, value, told) => {
    const outcome = read(text)
    expect(outcome.value).toEqual(value)
    expect(outcome.told).toEqual(told)
  })

  it.each([
    ['{\n  "a": 1\n  "b": 2\n}', ['error 2:9 expected , or }']],
    ['{"a": {"b": "x"} "c": [1 2]}', ['error 1:17 expected , or }', 'error 1:25 expected , or ]']],
    ['{\n "a": 1,\n "a": 2}', ['error 3:2 "a" is given twice: here, and at line 2, column 2']],
    ['"files": [\n]', ['error 1:1 expected { at the beginning']],
    ['{"a": 1', ['error 1:8 expected , or }, but the file ends here']],
    ['{"a": [1\n', ['error 1:9 expected , or ], but the file ends here']],
    [
      '{ "package": { "name": "x", }\n  "version": ',
      [
        'notice 1:27 The comma before } is too many in JSON; it is ignored',
        'error 1:30 expected , or }',
        'error 2:14 expected a value, found the end of the file',
      ],
    ],
    ['{"a": "x\n}', ['error 1:7 the text that begins here has no closing " on its line']],
    ['{"a" 1}', ['error 1:6 expected : after the key "a", found "1"']],
    ["{'a': 1}", ['error 1:2 expected a key in double quotes or }, found "\'"']],
    ['{"a": 01}', ['error 1:7 expected a value, found "0"']],
    ['{"a": NaN}', ['error 1:7 expected a value, found "N"']],
    ['{"a": 1,, "b": 2}', ['error 1:9 expected a key in double quotes or }, found ","']],
    ['{} x', ['error 1:4 expected the end of the file, found "x"']],
    ['/* {}', ['error 1:1 the comment that begins here is not closed']],
    ['', ['error 1:1 expected a value, found the end of the file']],
    ['{"😀": !}', ['error 1:8 expected a value, found "!"']],
  ])('refuses %j with the place', (text, told) => {
    expect(read(text).told).toEqual(told)
  })

  it('is bounded in depth and length', () => {
    expect(read('['.repeat(jsonLimits.depth + 1)).told).toEqual(['error 1:101 more than 100 levels of nesting'])
    expect(read('['.repeat(jsonLimits.depth) + ']'.repeat(jsonLimits.depth)).told).toEqual([])
    expect(read(' '.repeat(jsonLimits.characters + 1)).told).toEqual(['error 1:1 The file is longer than 1048576 characters'])
  })
})
