import { describe, expect, test } from 'vitest'
import type { ActionManifest } from '../../../scripts/action-manifest.ts'
import { readCommandLine, secretVariable } from '../../../scripts/command-line.ts'
import { actionUsage } from '../../../scripts/usage.ts'

const action: ActionManifest = {
  name: 'sign-things',
  description: 'Signs things',
  using: 'node24',
  inputs: [
    { name: 'files', description: 'What to sign.', spec: { type: 'list', required: true } },
    { name: 'private-key', description: 'The key.', spec: { type: 'secret' } },
    { name: 'dry-run', description: 'Write nothing.', spec: { type: 'boolean', default: 'false' } },
    { name: 'path', description: 'Where to.', spec: { type: 'string' } },
    { name: 'repository-type', description: 'Kind.', spec: { type: 'enum', values: ['maven', 'generic'] } },
  ],
  outputs: [],
}

const read = (args: readonly string[], environment: Record<string, string> = {}, files: Record<string, string> = {}) =>
  readCommandLine(action, args, {
    environment,
    readFile: (path) => {
      const text = files[path]
      if (text === undefined) throw new Error(`no such file: ${path}`)
      return text
    },
  })

describe('the command line of an action', () => {
  test('takes values after the option or after an equals sign', () => {
    expect(read(['--path', 'a/b', '--repository-type=maven'])).toEqual({
      inputs: { path: 'a/b', 'repository-type': 'maven' },
      help: false,
      problems: [],
    })
  })

  test('keeps equals signs and line ends inside a value', () => {
    expect(read(['--path=a=b\nc']).inputs).toEqual({ path: 'a=b\nc' })
  })

  test('gives a repeated list option one line per item', () => {
    expect(read(['--files', '*.jar', '--files=!x.jar']).inputs).toEqual({ files: '*.jar\n!x.jar' })
  })

  test('reads a flag alone as true, with no- as false, and with a value as that', () => {
    expect(read(['--dry-run']).inputs).toEqual({ 'dry-run': 'true' })
    expect(read(['--no-dry-run']).inputs).toEqual({ 'dry-run': 'false' })
    expect(read(['--dry-run=false', '--path', 'p']).inputs).toEqual({ 'dry-run': 'false', path: 'p' })
  })

  test('refuses a secret, and does not repeat it in the message', () => {
    for (const args of [['--private-key', 'hunter2'], ['--private-key=hunter2']]) {
      const { problems, inputs } = read(args)
      expect(problems).toHaveLength(1)
      expect(problems[0]).toContain('set OUTTRAY_PRIVATE_KEY or give --private-key-file')
      expect(problems[0]).not.toContain('hunter2')
      expect(inputs).toEqual({})
    }
  })

  test('takes secrets untouched from the environment or from a file, and the file wins', () => {
    expect(secretVariable('private-key')).toBe('OUTTRAY_PRIVATE_KEY')
    expect(read([], { OUTTRAY_PRIVATE_KEY: ' key\n' }).inputs).toEqual({ 'private-key': ' key\n' })
    expect(read(['--private-key-file', 'k.asc'], { OUTTRAY_PRIVATE_KEY: 'other' }, { 'k.asc': 'key' }).inputs).toEqual({
      'private-key': 'key',
    })
  })

  test('reads nothing but secrets from the environment', () => {
    expect(read([], { OUTTRAY_PATH: 'elsewhere' }).inputs).toEqual({})
  })

  test('tells every mistake at once', () => {
    const { problems } = read([
      '--pathh',
      'x',
      'stray',
      '--private-key-file',
      'missing',
      '--no-dry-run=true',
      '--path=a',
      '--path=b',
      '--repository-type',
    ])
    expect(problems).toEqual([
      'there is no option --pathh; did you mean --path?',
      "'stray' is no option, and no option before it takes it",
      '--private-key-file: no such file: missing',
      '--no-dry-run takes no value',
      '--path is given twice',
      '--repository-type needs a value',
    ])
  })

  test('does not swallow the next option as a value', () => {
    expect(read(['--path', '--dry-run'])).toEqual({ inputs: { 'dry-run': 'true' }, help: false, problems: ['--path needs a value'] })
  })
})

test('the help of an action names every input once, with the words of action.yml', () => {
  const help = actionUsage(action)
  for (const { name, description } of action.inputs) {
    expect(help.match(new RegExp(`^--${name}\\b`, 'gm'))).toHaveLength(1)
    expect(help).toContain(description)
  }
  expect(help).toContain('--private-key-file <path>, or the variable OUTTRAY_PRIVATE_KEY')
})
