import type { InputSpec } from '../src/core/inputs.ts'
import type { ActionManifest } from './action-manifest.ts'
import { folderOf } from './action-manifest.ts'

/** The Markdown table of an action's inputs. */
export function inputsTable(action: ActionManifest): string {
  const rows = action.inputs.map(({ name, description, spec }) => [
    `\`${name}\``,
    typeWords(spec),
    defaultWords(spec),
    spec.required === true ? 'yes' : '',
    description,
  ])
  return table(['input', 'type', 'default', 'required', 'description'], rows)
}

/** A list's default has an item per line, which a cell of a table cannot have. */
function defaultWords({ default: text }: InputSpec): string {
  return text === undefined ? '' : text.trimEnd().split('\n').map((line) => `\`${line}\``).join('<br>') // biome-ignore format: one thought
}

/** The Markdown table of an action's outputs. */
export function outputsTable(action: ActionManifest): string {
  return table(
    ['output', 'type', 'description'],
    action.outputs.map(({ name, type, description }) => [`\`${name}\``, type, description]),
  )
}

/** The Markdown table of the actions, with a link to each one's page. */
export function actionsTable(actions: readonly ActionManifest[]): string {
  const rows = actions
    .filter(({ name }) => name !== '')
    .map(({ name, description }) => [`[\`${name}\`](${folderOf(name)}/README.md)`, description])
  return table(['action', 'what it does'], rows)
}

function typeWords(spec: InputSpec): string {
  switch (spec.type) {
    case 'enum':
      return spec.values.map((value) => `\`${value}\``).join(' or ')
    case 'list':
      return spec.values === undefined ? 'list, one per line' : `list of ${spec.values.map((value) => `\`${value}\``).join(', ')}`
    default:
      return spec.type
  }
}

/** A Markdown table. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}
