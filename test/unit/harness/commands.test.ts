import { describe, expect, test } from 'vitest'
import { CommandProcessor, parseCommand, shownAnnotations } from '../../harness/commands.ts'

describe('parseCommand', () => {
  test.each([
    ['::error file=a.yml,line=3::m', { name: 'error', properties: { file: 'a.yml', line: '3' }, data: 'm' }],
    ['   ::notice::indented', { name: 'notice', properties: {}, data: 'indented' }],
    ['::WARNING::case does not matter', { name: 'warning', properties: {}, data: 'case does not matter' }],
    ['::error title=a%3Ab%2Cc::x%0Ay%25', { name: 'error', properties: { title: 'a:b,c' }, data: 'x\ny%' }],
    ['file ##[set-output name=v]1', { name: 'set-output', properties: { name: 'v' }, data: '1' }],
    ['##[error]old%5D', { name: 'error', properties: {}, data: 'old]' }],
    ['a ::error::only at the start', undefined],
    ['::nonsense::x', undefined],
    ['::error only one pair of colons', undefined],
    ['##[nonsense]x', undefined],
  ])('%j', (line, expected) => {
    expect(parseCommand(line)).toEqual(expected)
  })
})

describe('CommandProcessor', () => {
  function processed(...lines: string[]): CommandProcessor {
    const commands = new CommandProcessor()
    for (const line of lines) commands.line(line)
    return commands
  }

  test('set-output and save-state still work', () => {
    const { outputs, state } = processed('::set-output name=a::1', '::save-state name=b::2')
    expect({ outputs, state }).toEqual({ outputs: { a: '1' }, state: { b: '2' } })
  })

  test('set-env and add-path are refused and fail the step', () => {
    expect(processed('::set-env name=a::1', '::add-path::/x').errors).toHaveLength(2)
  })

  test('a mask of several lines hides each of them', () => {
    expect(processed('::add-mask::one%0Atwo').masks).toEqual(['one\ntwo', 'one', 'two'])
  })

  test('nothing is a command between stop-commands and its token, and the token becomes a mask', () => {
    const commands = processed('::stop-commands::token-1234', '::error::hidden', '::token-1234::', '::error::seen')
    expect(commands.annotations.map((annotation) => annotation.message)).toEqual(['seen'])
    expect(commands.masks).toEqual(['token-1234'])
  })

  test('a message is cut at 4096 characters, and ten annotations of a kind are shown', () => {
    const commands = processed(...Array.from({ length: 12 }, () => `::error::${'x'.repeat(5000)}`), '::warning::w')
    expect(commands.annotations[0]?.message).toHaveLength(4096)
    expect(shownAnnotations(commands.annotations).map((annotation) => annotation.kind)).toEqual([...Array(10).fill('error'), 'warning'])
  })
})
