import { appendFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CommandFiles, parseCommandFile, summaryLimit } from '../../harness/command-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('parseCommandFile', () => {
  test.each([
    ['a=1\nb=x=y\n', { a: '1', b: 'x=y' }],
    ['a<<E\n1\n2=3\n\nE\nb=2', { a: '1\n2=3\n', b: '2' }],
    ['a=x<<y\n', { a: 'x<<y' }],
    ['a<<E\r\n1\r\nE\r\n', { a: '1' }],
    ['a=\n\n', { a: '' }],
    ['a<<E\nE\n', { a: '' }],
    ['a<<E\n E\nEE\nE', { a: ' E\nEE' }],
  ])('%j', (text, expected) => {
    expect(parseCommandFile(text)).toEqual(expected)
  })

  test.each([
    ['a<<E\n1\n', /delimiter not found 'E'/],
    ['just words\n', /Invalid format 'just words'/],
    ['=x\n', /Name must not be empty/],
    ['a<<\nx\n', /delimiter must not be empty/],
  ])('%j is an error', (text, message) => {
    expect(() => parseCommandFile(text)).toThrow(message)
  })
})

describe('CommandFiles', () => {
  test('NODE_OPTIONS is refused in GITHUB_ENV, the rest of the file counts', async () => {
    await using folder = temporaryFolder()
    const files = new CommandFiles(folder.path)
    appendFileSync(files.env.GITHUB_ENV, 'Node_Options=--inspect\nA=1\n')
    appendFileSync(files.env.GITHUB_PATH, '/one\n/two\n')
    const { env, errors, path } = files.read()
    expect(env).toEqual({ A: '1' })
    expect(errors).toEqual(["Can't store Node_Options output parameter using '$GITHUB_ENV' command."])
    expect(path).toEqual(['/two', '/one'])
  })

  test.each([
    [summaryLimit, false],
    [summaryLimit + 1, true],
  ])('a summary of %i bytes: refused is %s', async (size, refused) => {
    await using folder = temporaryFolder()
    const files = new CommandFiles(folder.path)
    appendFileSync(files.env.GITHUB_STEP_SUMMARY, 'x'.repeat(size))
    const { summary, summaryRefused, errors } = files.read()
    expect([summary.length, summaryRefused !== undefined, errors]).toEqual([refused ? 0 : size, refused, []])
  })

  test('a broken file is an error of the step, not of the harness', async () => {
    await using folder = temporaryFolder()
    const files = new CommandFiles(folder.path)
    appendFileSync(files.env.GITHUB_OUTPUT, 'a<<E\n1')
    expect(files.read()).toMatchObject({ outputs: {}, errors: [expect.stringContaining('GITHUB_OUTPUT')] })
  })
})
