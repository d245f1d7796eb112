import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { InputSpec } from '../src/core/inputs.ts'

/** One input of an action. */
export interface ManifestInput {
  readonly name: string
  readonly description: string
  readonly spec: InputSpec
}

/** One output of an action; `type` is the word of action-types.yml. */
export interface ManifestOutput {
  readonly name: string
  readonly description: string
  readonly type: string
}

/** What an action.yml and the action-types.yml beside it declare together. */
export interface ActionManifest {
  /** The action's folder under actions/, or '' for the action in the project's root. */
  readonly name: string
  readonly description: string
  /** What runs it: `node24` or `composite`. */
  readonly using: string
  readonly inputs: readonly ManifestInput[]
  readonly outputs: readonly ManifestOutput[]
}

interface ActionYaml {
  readonly description?: string
  readonly inputs?: Readonly<Record<string, { readonly description?: string; readonly required?: boolean; readonly default?: string }>>
  readonly outputs?: Readonly<Record<string, { readonly description?: string }>>
  readonly runs: { readonly using: string }
}

interface TypeYaml {
  readonly type?: string
  readonly 'allowed-values'?: readonly string[]
  readonly separator?: string
  readonly 'list-item'?: TypeYaml
}

interface TypesYaml {
  readonly inputs?: Readonly<Record<string, TypeYaml>>
  readonly outputs?: Readonly<Record<string, TypeYaml>>
}

/** Names of inputs whose value must never be seen: they are masked, read untrimmed, and refused on a command line. */
const secretName = /^(private-key|passphrase|password|token|.+-(password|token))$/

/** The manifests of all actions of a project, by name; the composite in the root comes first, when there is one. */
export async function readManifests(root: string): Promise<ActionManifest[]> {
  const folders = (await readdir(join(root, 'actions'))).filter((name) => existsSync(join(root, 'actions', name, 'action.yml'))).sort()
  const names = existsSync(join(root, 'action.yml')) ? ['', ...folders] : folders
  return Promise.all(names.map((name) => readManifest(root, name)))
}

/** Reads one action; fails with every disagreement between its two files. */
export async function readManifest(root: string, name: string): Promise<ActionManifest> {
  const folder = folderOf(name)
  const action = parse(await readFile(join(root, folder, 'action.yml'), 'utf8')) as ActionYaml
  const types = parse(await readFile(join(root, folder, 'action-types.yml'), 'utf8')) as TypesYaml
  const problems = [...undeclared('input', action.inputs, types.inputs), ...undeclared('output', action.outputs, types.outputs)]

  const inputs = Object.entries(action.inputs ?? {}).map(([input, declared]): ManifestInput => {
    const spec = specOf(input, declared, types.inputs?.[input] ?? {})
    if (typeof spec === 'string') problems.push(spec)
    return { name: input, description: sentence(declared.description), spec: typeof spec === 'string' ? { type: 'string' } : spec }
  })
  const outputs = Object.entries(action.outputs ?? {}).map(([output, declared]): ManifestOutput => {
    return { name: output, description: sentence(declared.description), type: types.outputs?.[output]?.type ?? 'string' }
  })
  for (const { name: missing } of [...inputs, ...outputs].filter(({ description }) => description === ''))
    problems.push(`'${missing}' has no description`)
  if (problems.length > 0) throw new Error(`${join(folder, 'action.yml')}: ${problems.join('; ')}`)
  return { name, description: sentence(action.description), using: action.runs.using, inputs, outputs }
}

/** The folder of an action, relative to the project's root. */
export function folderOf(name: string): string {
  return name === '' ? '' : `actions/${name}`
}

function undeclared(kind: string, declared: object | undefined, typed: object | undefined): string[] {
  const names = Object.keys(declared ?? {})
  const typedNames = Object.keys(typed ?? {})
  return [
    ...names.filter((name) => !typedNames.includes(name)).map((name) => `${kind} '${name}' has no entry in action-types.yml`),
    ...typedNames.filter((name) => !names.includes(name)).map((name) => `action-types.yml names ${kind} '${name}', which is not declared`),
  ]
}

/** The spec of an input, or what is wrong with its declaration. */
function specOf(name: string, declared: { readonly required?: boolean; readonly default?: string }, type: TypeYaml): InputSpec | string {
  const presence = {
    ...(declared.required === true && { required: true as const }),
    // An expression such as `${{ github.token }}` is the runner's to fill in: elsewhere the input is simply not given.
    ...(declared.default !== undefined && !String(declared.default).includes('${{') && { default: String(declared.default) }),
  }
  switch (type.type) {
    case 'string':
      return { type: secretName.test(name) ? 'secret' : 'string', ...presence }
    case 'boolean':
      return { type: 'boolean', ...presence }
    case 'integer':
      return { type: 'integer', ...presence }
    case 'float':
      return { type: 'number', ...presence }
    case 'enum':
      if (presence.default !== undefined && !type['allowed-values']?.includes(presence.default))
        return `default of '${name}' is not an allowed value`
      return { type: 'enum', values: type['allowed-values'] ?? [], ...presence }
    case 'list': {
      if (type.separator !== '\n') return `list '${name}' must have the separator "\\n": list inputs take one item per line`
      const values = type['list-item']?.['allowed-values']
      return { type: 'list', ...(values !== undefined && { values }), ...presence }
    }
    default:
      return `'${name}' has the type '${type.type ?? ''}', which the generator does not know`
  }
}

/** Folded YAML text as one line. */
function sentence(text: string | undefined): string {
  return (text ?? '').trim().replaceAll(/\s+/g, ' ')
}
