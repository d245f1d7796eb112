import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { variableOf } from '../src/core/inputs.ts'
import { CommandFiles } from '../test/harness/command-files.ts'
import { CommandProcessor, parseCommand } from '../test/harness/commands.ts'
import { SecretMasker } from '../test/harness/masks.ts'
import { runProcess } from '../test/harness/processes.ts'
import type { ActionManifest } from './action-manifest.ts'

/** An action to run on this machine, outside a workflow. */
export interface LocalRun {
  /** The project's root, where dist/ is. */
  readonly project: string
  readonly action: ActionManifest
  readonly inputs: Readonly<Record<string, string>>
  /** The folder that relative paths start from. */
  readonly workspace: string
  /** Takes each line of the log, masked, in plain words instead of workflow commands. */
  readonly print: (line: string) => void
}

export interface LocalResult {
  readonly code: number
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown. */
  readonly summary: string
}

/** What a program needs of its surroundings; everything else of the caller's environment stays outside, its secrets above all. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot', 'SOURCE_DATE_EPOCH']

/** Runs the committed bundle of an action as the runner would: inputs as variables, command files in a folder of its own, a clean environment. */
export async function runLocally({ project, action, inputs, workspace, print }: LocalRun): Promise<LocalResult> {
  const folder = await mkdtemp(join(tmpdir(), 'outtray-run-'))
  try {
    const files = new CommandFiles(folder)
    const masker = new SecretMasker()
    for (const { name, spec } of action.inputs) if (spec.type === 'secret') masker.add(inputs[name] ?? '')
    const commands = new CommandProcessor()
    const { code } = await runProcess({
      command: process.execPath,
      args: [join(project, 'dist', action.name, 'index.js')],
      cwd: workspace,
      env: { ...surroundings(), ...inputVariables(action, inputs), ...files.env, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: folder },
      timeoutMs: 2 ** 31 - 1,
      onLine: (line) => {
        const isCommand = commands.line(line)
        for (const secret of commands.masks.splice(0)) masker.add(secret)
        const text = isCommand ? inWords(line) : line
        if (text !== undefined) print(masker.mask(text))
      },
    })
    const { outputs, summary } = files.read()
    return { code: code ?? 1, outputs, summary: masker.mask(summary) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function surroundings(): Record<string, string> {
  return Object.fromEntries(inherited.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}

function inputVariables(action: ActionManifest, inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(action.inputs.map(({ name, spec }) => [variableOf(name), inputs[name] ?? spec.default ?? '']))
}

/** A workflow command as a person reads it on a terminal; nothing for those that speak to the runner alone. */
function inWords(line: string): string | undefined {
  const command = parseCommand(line)
  switch (command?.name) {
    case 'error':
    case 'warning':
    case 'notice': {
      const { file, line: row, col } = command.properties
      const place = [file, row, col].filter((part) => part !== undefined).join(':')
      return `${command.name}: ${place === '' ? '' : `${place}: `}${command.data}`
    }
    case 'group':
      return command.data
    default:
      return undefined
  }
}
