import { expect, test } from 'vitest'
import { Diagnostics } from '../../../src/core/diagnostics.ts'
import { type InputSpecs, readInputs, variableOf } from '../../../src/core/inputs.ts'

const specs = {
  repository: { type: 'string', required: true },
  files: { type: 'list' },
  checksums: { type: 'list', values: ['md5', 'sha256'] },
  'private-key': { type: 'secret' },
  passphrase: { type: 'secret' },
  'dry-run': { type: 'boolean', default: 'false' },
  publish: { type: 'boolean' },
  'max-files': { type: 'integer' },
  'timeout-minutes': { type: 'number', default: '60' },
  'repository-type': { type: 'enum', values: ['maven', 'generic'] },
} as const satisfies InputSpecs

function read(given: Record<string, string>) {
  const diagnostics = new Diagnostics()
  const environment: Record<string, string | undefined> = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [variableOf(name), value]),
  )
  return { inputs: readInputs(specs, environment, diagnostics), messages: diagnostics.errors.map(({ message }) => message), environment }
}

test('the runner keeps hyphens in the names of variables', () => {
  expect(variableOf('dry-run')).toBe('INPUT_DRY-RUN')
})

test('values are typed; what is empty and has no default is undefined, a list is empty', () => {
  const { inputs, messages } = read({
    repository: ' repo ',
    files: 'a\n\n  # no\n b ',
    'dry-run': 'TRUE',
    'max-files': '0',
    'timeout-minutes': '0.5',
    publish: 'False',
  })
  expect(messages).toEqual([])
  expect(inputs).toEqual({
    repository: 'repo',
    files: ['a', 'b'],
    checksums: [],
    privateKey: undefined,
    passphrase: undefined,
    dryRun: true,
    publish: false,
    maxFiles: 0,
    timeoutMinutes: 0.5,
    repositoryType: undefined,
  })
})

test('every mistake is told in one run, with the name, the rule and the value', () => {
  const { inputs, messages } = read({
    checksums: 'md5\ncrc32',
    'dry-run': 'yes',
    'max-files': '3o',
    'timeout-minutes': '1e9',
    'repository-type': 'rpm',
    publish: '1',
  })
  expect(messages).toEqual([
    "input 'repository' is required",
    "input 'checksums' takes md5, sha256, one per line, got 'crc32'",
    "input 'dry-run' must be true or false, got 'yes'",
    "input 'publish' must be true or false, got '1'",
    "input 'max-files' must be a whole number, got '3o'",
    "input 'timeout-minutes' must be a number, got '1e9'",
    "input 'repository-type' must be one of maven, generic, got 'rpm'",
  ])
  expect(inputs).toMatchObject({ checksums: ['md5'], dryRun: false, maxFiles: undefined, timeoutMinutes: 60 })
})

test('a secret keeps its blanks, loses one final newline, and its variable is deleted', () => {
  const { inputs, environment } = read({ repository: 'r', passphrase: '  two blanks \n', 'private-key': '-----BEGIN\n\n' })
  expect(inputs.passphrase).toBe('  two blanks ')
  expect(inputs.privateKey).toBe('-----BEGIN\n')
  expect(Object.keys(environment)).toEqual(['INPUT_REPOSITORY'])
})
