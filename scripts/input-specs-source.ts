import type { InputSpec } from '../src/core/inputs.ts'
import type { ActionManifest } from './action-manifest.ts'

/** TypeScript source that tells the compiler an action's inputs, with their types and defaults, and the names of its outputs. */
export function inputSpecsSource(action: ActionManifest): string {
  return [
    `// Generated from actions/${action.name}/action.yml and action-types.yml by \`npm run generate\`. Do not edit.`,
    "import type { InputSpec } from '../../core/inputs.ts'",
    '',
    'export const inputSpecs = {',
    ...action.inputs.map(({ name, spec }) => `  '${name}': ${specSource(spec)},`),
    '} as const satisfies Record<string, InputSpec>',
    '',
    action.outputs.length === 0 ? 'export type OutputName = never' : 'export type OutputName =',
    ...action.outputs.map(({ name }) => `  | '${name}'`),
    '',
  ].join('\n')
}

function specSource(spec: InputSpec): string {
  const fields = Object.entries(spec).map(([key, value]) => `${key}: ${literal(value)}`)
  return `{ ${fields.join(', ')} }`
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  return typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'` : String(value)
}
