import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface InputDefinition {
  readonly description?: string
  readonly required?: boolean
  readonly default?: unknown
  readonly deprecationMessage?: string
}

export interface OutputDefinition {
  readonly description?: string
  /** Of a composite: the expression that gives the output. */
  readonly value?: string
}

/** A step as workflows and composites write it, before expressions are evaluated. */
export interface StepDefinition {
  readonly id?: string
  readonly name?: string
  readonly if?: string | boolean
  readonly uses?: string
  readonly run?: string
  readonly shell?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, unknown>>
  readonly 'working-directory'?: string
  readonly 'continue-on-error'?: boolean | string
}

export type ActionRuns =
  | {
      readonly using: 'node24'
      readonly main: string
      readonly pre?: string
      readonly 'pre-if'?: string
      readonly post?: string
      readonly 'post-if'?: string
    }
  | { readonly using: 'composite'; readonly steps: readonly StepDefinition[] }

/** What an `action.yml` says. */
export interface ActionDefinition {
  readonly name?: string
  readonly inputs?: Readonly<Record<string, InputDefinition | null>>
  readonly outputs?: Readonly<Record<string, OutputDefinition | null>>
  readonly runs: ActionRuns
}

/** Reads the `action.yml` or `action.yaml` of a folder. The harness runs `node24` and `composite`; anything else is an error. */
export function readActionDefinition(folder: string): ActionDefinition {
  const file = ['action.yml', 'action.yaml'].map((name) => join(folder, name)).find((path) => existsSync(path))
  if (file === undefined)
    throw new Error(`Can't find 'action.yml' or 'action.yaml' under '${folder}'. Did you forget to run actions/checkout?`)
  const definition: ActionDefinition = parse(readFileSync(file, 'utf8'))
  const using: string = definition.runs.using
  if (using !== 'node24' && using !== 'composite') throw new Error(`${file}: runs.using '${using}' is not supported`)
  return definition
}

/** The variable through which a JavaScript action gets an input: upper case, spaces become `_`, hyphens stay. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}
