import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a step wrote into its command files, and what the runner complains about. */
export interface CommandFileContents {
  readonly outputs: Record<string, string>
  readonly env: Record<string, string>
  readonly state: Record<string, string>
  /** Folders to put before PATH, the last one first. */
  readonly path: string[]
  readonly summary: string
  /** Each of them makes the step fail, except an over-long summary. */
  readonly errors: string[]
  /** The summary was over the limit and is not shown; the step stays green. */
  readonly summaryRefused: string | undefined
  /** The bytes as written, for the search for secrets. */
  readonly raw: Readonly<Record<string, string>>
}

const fileNames = {
  GITHUB_OUTPUT: 'set_output',
  GITHUB_ENV: 'set_env',
  GITHUB_STATE: 'save_state',
  GITHUB_PATH: 'add_path',
  GITHUB_STEP_SUMMARY: 'step_summary',
} as const

/** Largest step summary in bytes; the runner uploads nothing of a larger one. */
export const summaryLimit = 1024 * 1024

/** Variables that a step may not set for the steps after it (the runner's `SetEnvFileCommand`). */
const refusedVariables = ['NODE_OPTIONS']

/** The files through which a step talks to the runner: made empty before it starts, read when it has ended. */
export class CommandFiles {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    for (const path of Object.values(this.env)) writeFileSync(path, '')
  }

  /** The variables that tell the step where the files are. */
  get env(): Record<keyof typeof fileNames, string> {
    const at = (name: string): string => join(this.#folder, name)
    return {
      GITHUB_OUTPUT: at(fileNames.GITHUB_OUTPUT),
      GITHUB_ENV: at(fileNames.GITHUB_ENV),
      GITHUB_STATE: at(fileNames.GITHUB_STATE),
      GITHUB_PATH: at(fileNames.GITHUB_PATH),
      GITHUB_STEP_SUMMARY: at(fileNames.GITHUB_STEP_SUMMARY),
    }
  }

  read(): CommandFileContents {
    const errors: string[] = []
    const raw = Object.fromEntries(Object.entries(this.env).map(([name, path]) => [name, readFileSync(path, 'utf8')]))
    const pairs = (name: keyof typeof fileNames): Record<string, string> => {
      try {
        return parseCommandFile(raw[name] ?? '')
      } catch (error) {
        errors.push(`Unable to process file command '${name}' successfully: ${error instanceof Error ? error.message : error}`)
        return {}
      }
    }
    const env = pairs('GITHUB_ENV')
    for (const name of Object.keys(env).filter((key) => refusedVariables.includes(key.toUpperCase()))) {
      errors.push(`Can't store ${name} output parameter using '$GITHUB_ENV' command.`)
      delete env[name]
    }
    const size = statSync(this.env.GITHUB_STEP_SUMMARY).size
    const tooLong = size > summaryLimit
    return {
      outputs: pairs('GITHUB_OUTPUT'),
      env,
      state: pairs('GITHUB_STATE'),
      path: (raw.GITHUB_PATH ?? '')
        .split(/\r?\n/)
        .filter((line) => line !== '')
        .reverse(),
      summary: tooLong ? '' : (raw.GITHUB_STEP_SUMMARY ?? ''),
      summaryRefused: tooLong
        ? `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(size / 1024)}k`
        : undefined,
      errors,
      raw,
    }
  }
}

/**
 * Reads `name=value` lines and `name<<DELIMITER` blocks as the runner does (`FileCommandManager`): whichever of `=` and `<<` comes first in
 * the line decides, and a block ends only at a line that is exactly its delimiter. A line that is neither is an error.
 */
export function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const name = line.slice(0, heredoc)
      const delimiter = line.slice(heredoc + 2)
      if (name === '' || delimiter === '')
        throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`)
      const end = lines.indexOf(delimiter, at + 1)
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
      values[name] = lines.slice(at + 1, end).join('\n')
      at = end
    } else if (equals > 0) values[line.slice(0, equals)] = line.slice(equals + 1)
    else throw new Error(equals === 0 ? `Invalid format '${line}'. Name must not be empty` : `Invalid format '${line}'`)
  }
  return values
}
