import { type AnnotationPlace, issueCommand } from './commands.ts'
import type { Diagnostic } from './diagnostics.ts'
import { safe } from './sanitize.ts'

/** What a use case may say while it works. Every text is made safe here, in one place: file names cannot give orders to the runner. */
export interface Log {
  debug(message: string): void
  /** One line. */
  info(message: string): void
  /** Folds the lines that `body` prints under a title. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>
}

/** The log of a step on GitHub's runner. */
export const runnerLog: Log = {
  debug: (message) => issueCommand('debug', safe(message)),
  info: (message) => void process.stdout.write(`${safe(message)}\n`),
  async group(title, body) {
    issueCommand('group', safe(title))
    try {
      return await body()
    } finally {
      issueCommand('endgroup', '')
    }
  },
}

// The runner shows ten annotations of a kind per step (actions/runner, `_maxCountPerIssueType`): nine of ours, and one that counts the rest.
const shownPerSeverity = 9

/** Prints diagnostics as annotations at their file, line and column; what does not fit is counted in a last one and printed as log lines. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const severity of ['error', 'warning', 'notice'] as const) {
    const all = diagnostics.filter((diagnostic) => diagnostic.severity === severity)
    const fitting = all.length > shownPerSeverity + 1 ? shownPerSeverity : all.length
    for (const diagnostic of all.slice(0, fitting)) issueCommand(severity, textOf(diagnostic), placeOf(diagnostic))
    const rest = all.slice(fitting)
    if (rest.length === 0) continue
    issueCommand(severity, `and ${rest.length} more ${severity}s, see the log`)
    for (const diagnostic of rest) runnerLog.info(`${severity}: ${prefixOf(diagnostic)}${diagnostic.message}`)
  }
}

function textOf({ message, hint }: Diagnostic): string {
  return hint === undefined ? safe(message) : `${safe(message)}\n${safe(hint)}`
}

function placeOf({ location }: Diagnostic): AnnotationPlace {
  if (location === undefined) return {}
  return {
    file: safe(location.file),
    ...(location.line !== undefined && { line: location.line }),
    ...(location.column !== undefined && { col: location.column }),
  }
}

function prefixOf({ location }: Diagnostic): string {
  if (location === undefined) return ''
  return `${[location.file, location.line, location.column].filter((part) => part !== undefined).join(':')}: `
}
