import type { ActionManifest, ManifestInput } from './action-manifest.ts'
import { secretVariable } from './command-line.ts'

const width = 100

/** What `outtray --help` prints. */
export function usage(actions: readonly ActionManifest[]): string {
  return [
    'Usage: npm run outtray -- <action> [options]',
    '',
    ...actions.flatMap(({ name, description }) => [name, ...wrapped(description), '']),
    'Options of an action: npm run outtray -- <action> --help',
  ].join('\n')
}

/** What `outtray <action> --help` prints: one option per input, with the words of action.yml. */
export function actionUsage(action: ActionManifest): string {
  return [
    `Usage: npm run outtray -- ${action.name} [options]`,
    '',
    ...wrapped(action.description, ''),
    '',
    ...action.inputs.flatMap((input) => [optionLine(input), ...wrapped(input.description), '']),
    'Outputs are printed to standard output as JSON; log and summary go to standard error. Paths are relative to the current folder.',
  ].join('\n')
}

function optionLine({ name, spec }: ManifestInput): string {
  const notes = [
    ...(spec.required === true ? ['required'] : []),
    ...(spec.type === 'list' ? ['may be repeated'] : []),
    ...(spec.default === undefined ? [] : [`default: ${spec.default.trimEnd().replaceAll('\n', ', ')}`]),
  ]
  return `${spelling({ name, spec })}${notes.length === 0 ? '' : `  (${notes.join('; ')})`}`
}

function spelling({ name, spec }: Pick<ManifestInput, 'name' | 'spec'>): string {
  switch (spec.type) {
    case 'secret':
      return `--${name}-file <path>, or the variable ${secretVariable(name)}`
    case 'boolean':
      return `--${name}, --no-${name}`
    case 'enum':
      return `--${name} ${spec.values.join('|')}`
    default:
      return `--${name} <${spec.type === 'list' ? (spec.values?.join('|') ?? 'item') : spec.type}>`
  }
}

function wrapped(text: string, indent = '    '): string[] {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + word.length > width) {
      lines.push(line.trimEnd())
      line = indent
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()]
}
