// What a step tells GitHub's runner, as actions/runner reads it (ActionCommand.cs, FileCommandManager.cs). The toolkit's @actions/core does the same, but
// loads an HTTP client for OIDC: 45 ms of every run. See docs/adr/0004-own-runner-commands.md.
import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'

export interface AnnotationPlace {
  readonly file?: string
  readonly line?: number
  readonly col?: number
}

/** Prints a workflow command, `::name key=value::message`. Line breaks in it are escaped, everything else is the caller's to make safe. */
export function issueCommand(name: string, message: string, properties: AnnotationPlace = {}): void {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined)
  const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')
  process.stdout.write(`::${name}${list === '' ? '' : ` ${list}`}::${escapeData(message)}\n`)
}

/** Has the runner hide a value wherever it is printed from now on. */
export function maskValue(value: string): void {
  issueCommand('add-mask', value)
}

/** Sets an output of the step. The delimiter is random, so that no value can end its own block. Outside GitHub there is nobody to tell. */
export function setOutput(name: string, value: string): void {
  const file = process.env.GITHUB_OUTPUT
  if (file === undefined || file === '') return
  const delimiter = `ghadelimiter_${randomUUID()}`
  appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
}

/** Adds to the job summary of the step. */
export function addSummary(text: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (file !== undefined && file !== '') appendFileSync(file, text)
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
