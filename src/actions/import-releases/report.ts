import type { ActionResult } from '../../core/action.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { type Inline, Markdown } from '../../core/markdown.ts'
import type { OutputName } from './action.gen.ts'
import type { Alarm, Fate, Ledger, Row } from './ledger.ts'
import type { ImportInputs } from './rules.ts'

type Result = ActionResult<OutputName>

/** What a run came to. */
export interface ImportEnd {
  readonly ledger: Ledger
  readonly apiCalls: number
  /** Of assets, that came over the network. */
  readonly bytes: number
  /** JSON; only of a plan. */
  readonly matrix?: string
  /** What ended the run early. */
  readonly failure?: ActionError
}

/** What the user is told of a run: outputs, summary, and the failure if it was one. */
export function resultOf(end: ImportEnd, inputs: ImportInputs, diagnostics: Diagnostics): Result {
  const failure = end.failure ?? failureOf(end.ledger, inputs, diagnostics)
  return { outputs: outputsOf(end), summary: summaryOf(end, inputs), ...(failure !== undefined && { failure }) }
}

/** A plan lists what is wrong, and leaves it to the jobs to be red about it: otherwise none of them would run. */
function failureOf(ledger: Ledger, { mode }: ImportInputs, diagnostics: Diagnostics): ActionError | undefined {
  if (!ledger.isRed || mode === 'plan') return undefined
  const failed = ledger.rows('failed').length
  const alarms = ledger.alarms.length
  const parts = [...(failed > 0 ? [count(failed, 'failure')] : []), ...(alarms > 0 ? [count(alarms, 'alarm')] : [])]
  return new ActionError('rejected', `the import ended with ${parts.join(' and ')}; everything else is imported`, {
    diagnostics: diagnostics.errors,
  })
}

const fates = ['imported', 'unchanged', 'failed', 'pending'] as const satisfies readonly Fate[]

function outputsOf({ ledger, apiCalls, bytes, matrix }: ImportEnd): Result['outputs'] {
  const lists = fates.flatMap((fate): [string, string][] => {
    const rows = ledger.rows(fate)
    return [
      [fate, JSON.stringify(rows)],
      [`${fate}-count`, String(rows.length)],
    ]
  })
  return {
    ...Object.fromEntries(lists),
    alarms: JSON.stringify(ledger.alarms),
    'alarms-count': String(ledger.alarms.length),
    bytes: String(bytes),
    'api-calls': String(apiCalls),
    ...(matrix !== undefined && { matrix }),
    records: JSON.stringify(ledger.records),
  }
}

function summaryOf({ ledger, apiCalls, bytes, matrix, failure }: ImportEnd, inputs: ImportInputs): Markdown {
  const imported = ledger.rows('imported').length
  const ahead = inputs.dryRun || inputs.mode === 'plan'
  const title = `${count(imported, 'version')} ${ahead ? 'to import' : 'imported'}`
  const prefix = inputs.mode === 'plan' ? 'Plan: ' : inputs.dryRun ? 'Dry run: ' : ''
  const summary = new Markdown().heading(failure === undefined ? `${prefix}${title}` : `${prefix}The import ended early`)
  if (failure !== undefined) summary.paragraph(failure.message)
  summary.paragraph(
    `${title}, ${ledger.rows('unchanged').length} unchanged, ${ledger.rows('failed').length} failed, ${ledger.rows('pending').length} pending, ${count(ledger.alarms.length, 'alarm')}. `,
    `${megabytes(bytes)} fetched, ${count(apiCalls, 'request')} of GitHub's API.`,
  )
  if (matrix !== undefined) summary.paragraph('Matrix of ', count(shardsIn(matrix), 'job'), '.')
  tellAlarms(summary, ledger.alarms)
  tellRows(summary, 'Failed', ledger.rows('failed'))
  tellRows(summary, 'Pending', ledger.rows('pending'))
  tellRows(summary, ahead ? 'To import' : 'Imported', ledger.rows('imported'))
  tellRows(summary, 'Unchanged', ledger.rows('unchanged'))
  return summary
}

function tellRows(summary: Markdown, title: string, rows: readonly Row[]): void {
  if (rows.length === 0) return
  summary.heading(title, 3).table(
    ['Repository', 'Package', 'Version', 'Why'],
    rows.map((row): Inline[] => [row.repository, row.package ?? '', row.version ?? '', row.reason ?? '']),
  )
}

function tellAlarms(summary: Markdown, alarms: readonly Alarm[]): void {
  if (alarms.length === 0) return
  summary.heading('Alarms', 3).paragraph('These assets changed at GitHub after they were imported. Nothing was replaced.')
  summary.table(
    ['Repository', 'Version', 'Asset', 'Was', 'Is'],
    alarms.map((alarm): Inline[] => [
      alarm.repository,
      `${alarm.package} ${alarm.version}`,
      alarm.asset,
      { code: alarm.was },
      { code: alarm.is },
    ]),
  )
}

function shardsIn(matrix: string): number {
  return (JSON.parse(matrix) as { include: readonly unknown[] }).include.length
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${bytes} bytes` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
