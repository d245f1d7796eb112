import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ActionManifest, folderOf, readManifests } from './action-manifest.ts'
import { inputSpecsSource } from './input-specs-source.ts'
import { hasSection, replaceSection } from './marked-section.ts'
import { actionsTable, inputsTable, outputsTable } from './reference-tables.ts'

/** The workflow that the root README shows and that the demo runs. */
export const shownWorkflow = 'examples/release-to-directory.yml'

/** The workflow for pull requests that the root README shows. */
const preflightWorkflow = 'examples/central-preflight.yml'

/** Files derived from the declarations of the actions: path relative to the project's root → the text that the file must have. */
export async function generatedFiles(root: string): Promise<Map<string, string>> {
  const actions = await readManifests(root)
  const files = new Map<string, string>()
  for (const action of actions) {
    if (action.using !== 'composite') files.set(`src/actions/${action.name}/action.gen.ts`, inputSpecsSource(action))
    if (action.name !== '') files.set(pageOf(action.name), await filledPage(root, action.name, referenceOf(action)))
  }
  const ownReference = actions.filter(({ name }) => name === '').flatMap((action) => Object.entries(referenceOf(action)))
  files.set(
    pageOf(''),
    await filledPage(root, '', {
      ...Object.fromEntries(ownReference),
      actions: actionsTable(actions),
      workflow: await workflowBlock(root, shownWorkflow),
      preflight: await workflowBlock(root, preflightWorkflow),
    }),
  )
  return files
}

function pageOf(name: string): string {
  return join(folderOf(name), 'README.md')
}

function referenceOf(action: ActionManifest): Record<string, string> {
  return { inputs: inputsTable(action), outputs: outputsTable(action) }
}

/** An action's page must have all its sections; the root page has those that it has room for. */
async function filledPage(root: string, name: string, sections: Readonly<Record<string, string>>): Promise<string> {
  const page = pageOf(name)
  let document = await readFile(join(root, page), 'utf8')
  for (const [section, content] of Object.entries(sections)) {
    if (name === '' && !hasSection(document, section)) continue
    try {
      document = replaceSection(document, section, content)
    } catch (error) {
      throw new Error(`${page}: no place for the section '${section}'`, { cause: error })
    }
  }
  return document
}

async function workflowBlock(root: string, path: string): Promise<string> {
  const text = await readFile(join(root, path), 'utf8').catch(() => '')
  return `\`\`\`yaml\n${text.trim()}\n\`\`\``
}
