import type { Diagnostics } from './diagnostics.ts'

/** One input of an action, as `action.yml` and `action-types.yml` declare it; generated into `action.gen.ts`. */
export type InputSpec = {
  /** The default of `action.yml`; with one the value is always present. */
  readonly default?: string
  readonly required?: true
} & (
  | { readonly type: 'string' | 'secret' | 'boolean' | 'integer' | 'number' }
  | { readonly type: 'enum'; readonly values: readonly string[] }
  | { readonly type: 'list'; readonly values?: readonly string[] }
)

export type InputSpecs = Readonly<Record<string, InputSpec>>

type ValueOf<Spec extends InputSpec> = Spec extends { type: 'enum'; values: readonly (infer Value)[] }
  ? Value
  : Spec extends { type: 'list'; values: readonly (infer Value)[] }
    ? readonly Value[]
    : Spec extends { type: 'list' }
      ? readonly string[]
      : Spec extends { type: 'integer' | 'number' }
        ? number
        : Spec extends { type: 'boolean' }
          ? boolean
          : string

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name

type Present<Spec extends InputSpec> = Spec extends { default: string } | { required: true } | { type: 'list' } ? true : false

/** The typed inputs of an action: camel case; an optional input without a default is `undefined` when empty, an empty list is `[]`. */
export type InputsOf<Specs extends InputSpecs> = {
  readonly [Name in keyof Specs & string as CamelCase<Name>]: Present<Specs[Name]> extends true
    ? ValueOf<Specs[Name]>
    : ValueOf<Specs[Name]> | undefined
}

export type Environment = Record<string, string | undefined>

/**
 * Reads every declared input from the environment and collects every mistake. A wrong value is replaced by the input's default, so that the rest
 * of the input can be judged in the same run. The variables of secrets are deleted: no child process and no worker inherits them.
 */
export function readInputs<const Specs extends InputSpecs>(
  specs: Specs,
  environment: Environment,
  diagnostics: Diagnostics,
): InputsOf<Specs> {
  const values: Record<string, unknown> = {}
  for (const [name, spec] of Object.entries(specs)) {
    const variable = variableOf(name)
    const raw = environment[variable] ?? ''
    if (spec.type === 'secret') delete environment[variable]
    const text = spec.type === 'secret' ? withoutFinalNewline(raw) : raw.trim()
    const given = text !== ''
    if (!given && spec.required) diagnostics.error(`input '${name}' is required`)
    const value = given ? parse(name, text, spec, diagnostics) : undefined
    // The runner fills in defaults itself: a list that arrives empty was emptied on purpose.
    const emptied = spec.type === 'list' && environment[variable] !== undefined && !given
    values[inputKey(name)] = value ?? (emptied ? [] : fallback(spec))
  }
  return values as InputsOf<Specs>
}

/** The variable in which the runner hands an input over: upper case, blanks to `_`, hyphens kept (actions/runner, Handler.cs). */
export function variableOf(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

/** The items of a list input: one per line, trimmed, without empty lines and `#` comments. */
export function listItems(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

function parse(name: string, text: string, spec: InputSpec, diagnostics: Diagnostics): unknown {
  const wrong = (rule: string) => diagnostics.error(`input '${name}' must be ${rule}, got '${text}'`)
  switch (spec.type) {
    case 'string':
    case 'secret':
      return text
    case 'boolean': {
      // YAML 1.2's core schema, as the toolkit has it: nothing else is a boolean.
      if (/^(true|True|TRUE)$/.test(text)) return true
      if (/^(false|False|FALSE)$/.test(text)) return false
      return wrong('true or false')
    }
    case 'integer':
      return /^\d{1,15}$/.test(text) ? Number(text) : wrong('a whole number')
    case 'number':
      return /^\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : wrong('a number')
    case 'enum':
      return spec.values.includes(text) ? text : wrong(`one of ${spec.values.join(', ')}`)
    case 'list': {
      const items = listItems(text)
      const unknown = items.filter((item) => spec.values !== undefined && !spec.values.includes(item))
      for (const item of unknown) {
        diagnostics.error(`input '${name}' takes ${spec.values?.join(', ')}, one per line, got '${item}'`)
      }
      return items.filter((item) => !unknown.includes(item))
    }
  }
}

function fallback(spec: InputSpec): unknown {
  if (spec.default !== undefined && spec.type !== 'list') {
    if (spec.type === 'boolean') return spec.default === 'true'
    return spec.type === 'integer' || spec.type === 'number' ? Number(spec.default) : spec.default
  }
  if (spec.type === 'list') return listItems(spec.default ?? '')
  return spec.required ? '' : undefined
}

function withoutFinalNewline(text: string): string {
  return text.replace(/\r?\n$/, '')
}

/** The key under which `InputsOf` has an input: `dry-run` is `dryRun`. */
export function inputKey(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
