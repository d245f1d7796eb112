import { messageOf } from '../src/core/errors.ts'
import { nearest } from '../src/core/nearest.ts'
import type { ActionManifest, ManifestInput } from './action-manifest.ts'

/** Where a command line's secrets come from, besides itself. */
export interface SecretSources {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Reads the file named by `--<name>-file`. */
  readonly readFile: (path: string) => string
}

/** The inputs that a command line gives, as a workflow's `with:` would, and everything that is wrong with it. */
export interface CommandLine {
  readonly inputs: Readonly<Record<string, string>>
  readonly help: boolean
  readonly problems: readonly string[]
}

/**
 * Reads `--name value`, `--name=value`, `--flag`, `--no-flag`; a list option may be repeated. Secrets come from the environment or from a file, never
 * from the command line, where every process of the machine can read them.
 */
export function readCommandLine(action: ActionManifest, args: readonly string[], secrets: SecretSources): CommandLine {
  const options = new Map(action.inputs.flatMap((input) => optionsOf(input).map((option) => [option.name, option])))
  const inputs = secretsOf(action, secrets.environment)
  const given = new Set<string>()
  const problems: string[] = []

  const rest = [...args]
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--help') return { inputs: {}, help: true, problems: [] }
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? []
    if (name === undefined) {
      problems.push(`'${argument}' is no option, and no option before it takes it`)
      continue
    }
    const option = options.get(name)
    const value = inline ?? option?.alone ?? takeValue(rest)
    if (option === undefined) problems.push(unknownOption(name, options.keys()))
    else if (option.refusal !== undefined) problems.push(option.refusal)
    else if (option.negates && inline !== undefined) problems.push(`--${name} takes no value`)
    else if (value === undefined) problems.push(`--${name} needs a value`)
    else if (given.has(option.input) && !option.list) problems.push(`--${name} is given twice`)
    else {
      try {
        const text = option.fromFile ? secrets.readFile(value) : value
        inputs.set(option.input, given.has(option.input) ? `${inputs.get(option.input)}\n${text}` : text)
        given.add(option.input)
      } catch (error) {
        problems.push(`--${name}: ${messageOf(error)}`)
      }
    }
  }
  return { inputs: Object.fromEntries(inputs), help: false, problems }
}

/** The environment variable from which a secret is read: `OUTTRAY_PRIVATE_KEY`. */
export function secretVariable(input: string): string {
  return `OUTTRAY_${input.replaceAll('-', '_').toUpperCase()}`
}

interface Option {
  readonly name: string
  readonly input: string
  /** May be given several times. */
  readonly list?: true
  /** The value when the option stands alone; without it the option takes the next argument. */
  readonly alone?: string
  /** Spells `--<input>=false`. */
  readonly negates?: true
  /** The value is the path of a file that holds the input. */
  readonly fromFile?: true
  /** Why the option cannot be used. */
  readonly refusal?: string
}

function optionsOf({ name, spec }: ManifestInput): Option[] {
  switch (spec.type) {
    case 'boolean':
      return [
        { name, input: name, alone: 'true' },
        { name: `no-${name}`, input: name, alone: 'false', negates: true },
      ]
    case 'secret': {
      const refusal = `--${name}: every process of the machine can read a command line; set ${secretVariable(name)} or give --${name}-file`
      return [
        { name, input: name, refusal },
        { name: `${name}-file`, input: name, fromFile: true },
      ]
    }
    case 'list':
      return [{ name, input: name, list: true }]
    default:
      return [{ name, input: name }]
  }
}

/** The next argument, unless it is an option itself: a value that begins so is written `--name=--value`. */
function takeValue(rest: string[]): string | undefined {
  return rest[0]?.startsWith('--') ? undefined : rest.shift()
}

function secretsOf(action: ActionManifest, environment: SecretSources['environment']): Map<string, string> {
  const secrets = new Map<string, string>()
  for (const { name, spec } of action.inputs) {
    const value = environment[secretVariable(name)]
    if (spec.type === 'secret' && value !== undefined) secrets.set(name, value)
  }
  return secrets
}

function unknownOption(name: string, known: Iterable<string>): string {
  const [guess] = nearest(name, known)
  return `there is no option --${name}${guess === undefined ? '' : `; did you mean --${guess}?`}`
}
