import { deploymentsPage } from '../../central/portal.ts'
import { usagePage } from '../../central/portal-error.ts'
import type { ActionResult } from '../../core/action.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { type Inline, Markdown } from '../../core/markdown.ts'
import { formatCoordinates } from '../../maven/coordinates.ts'
import { versionFolder } from '../../maven/layout.ts'
import type { OutputName } from './action.gen.ts'
import type { Row, SyncOutcome } from './outcome.ts'
import type { SyncInputs } from './rules.ts'

type Result = ActionResult<OutputName>

/** What the user is told of a run: outputs, summary, and the failure if it was one. */
export function resultOf(outcome: SyncOutcome, inputs: SyncInputs, diagnostics: Diagnostics): Result {
  const { failure } = outcome
  return {
    outputs: outputsOf(outcome, inputs, diagnostics),
    summary: summaryOf(outcome, inputs),
    ...(failure !== undefined && { failure }),
  }
}

function outputsOf(outcome: SyncOutcome, inputs: SyncInputs, diagnostics: Diagnostics): Result['outputs'] {
  const { deployment, lastSynced, footprint, record } = outcome
  const warnings = diagnostics.all.filter(({ severity }) => severity === 'warning').map(({ message }) => message)
  return {
    state: outcome.state,
    ...(deployment !== undefined && { 'deployment-id': deployment, 'deployment-url': deploymentsPage(inputs.portalUrl) }),
    ...(lastSynced !== undefined && { 'last-synced': lastSynced }),
    purls: JSON.stringify(outcome.purls),
    errors: JSON.stringify(errorsOf(outcome)),
    warnings: JSON.stringify(warnings),
    synced: JSON.stringify(outcome.synced),
    missing: JSON.stringify(outcome.missing),
    deferred: JSON.stringify(outcome.deferred),
    conflicts: JSON.stringify(outcome.conflicts),
    ...(footprint !== undefined && { files: String(footprint.files), bytes: String(footprint.bytes) }),
    'central-urls': JSON.stringify(
      outcome.releases.map((release) => `${inputs.centralUrl.replace(/\/+$/, '')}/${versionFolder(release)}/`),
    ),
    ...(record !== undefined && { record }),
  }
}

/** The Portal's messages and our own findings in one form. */
function errorsOf({ messages, findings, failure }: SyncOutcome): readonly object[] {
  const own = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message, file, cause, fix, coordinates, location }) => ({
      kind: rule,
      text: message,
      ...(coordinates !== undefined && { coordinates: formatCoordinates(coordinates) }),
      ...(file !== undefined && { file }),
      ...(location !== undefined && { location }),
      cause,
      cure: fix,
    }))
  const known = [...own, ...messages]
  if (known.length > 0 || failure === undefined) return known
  const told = failure.diagnostics.length > 0 ? failure.diagnostics : [failure]
  return told.map(({ message, hint }) => ({ kind: failure.code, text: message, ...(hint !== undefined && { cure: hint }) }))
}

const titles: Readonly<Record<SyncOutcome['state'], string>> = {
  planned: 'would be synced to Maven Central',
  uploading: 'is being uploaded',
  pending: 'waits at the Portal',
  validating: 'is being validated',
  validated: 'is validated, and waits to be published',
  publishing: 'is being published by Maven Central',
  published: 'is published',
  available: 'is on Maven Central',
  failed: 'was refused by Maven Central',
  dropped: 'was dropped',
  rejected: 'was not sent to Maven Central',
  ineligible: 'cannot be synced',
  deferred: 'is deferred',
}

function summaryOf(outcome: SyncOutcome, inputs: SyncInputs): Markdown {
  const { releases, deployment, shares, state, failure } = outcome
  const [first] = releases
  const subject =
    first === undefined ? (inputs.version ?? 'Sync') : releases.length === 1 ? formatCoordinates(first) : `${releases.length} releases`
  const summary = new Markdown().heading(`${inputs.dryRun === 'false' ? '' : 'Dry run: '}${subject} ${titles[state]}`)
  if (failure !== undefined) summary.paragraph(failure.message)
  if (deployment !== undefined) {
    summary.paragraph('Deployment ', { code: deployment }, ' at ', { link: 'the Portal', href: deploymentsPage(inputs.portalUrl) }, '.')
  }
  if (state === 'available' && outcome.synced.length === 0 && failure === undefined)
    summary.paragraph('Nothing to do: it is already there, with the same bytes.')
  for (const share of shares) summary.paragraph(`${share}.`)
  if (shares.length + outcome.deferred.length > 0) summary.paragraph({ link: 'Usage of the organization', href: usagePage })
  tellProblems(summary, outcome)
  tellRows(summary, 'Synced', outcome.synced)
  tellRows(summary, 'Missing', outcome.missing)
  tellRows(summary, 'Deferred', outcome.deferred)
  tellRows(summary, 'Conflicts', outcome.conflicts)
  tellRows(summary, 'Not eligible', outcome.ineligible)
  if (releases.length > 0) {
    summary.table(
      ['Release', 'On Maven Central'],
      releases.map((release): Inline[] => [
        { code: formatCoordinates(release) },
        { link: 'folder', href: `${inputs.centralUrl.replace(/\/+$/, '')}/${versionFolder(release)}/` },
      ]),
    )
  }
  return summary
}

function tellProblems(summary: Markdown, { messages, findings }: SyncOutcome): void {
  const rows = [
    ...messages.map(({ text, purl, file, cause, cure }): Inline[] => ['error', { code: file ?? purl ?? '' }, text, cause, cure]),
    ...findings.map(({ severity, message, location, file, cause, fix }): Inline[] => {
      const place = location === undefined ? (file ?? '') : `${location.file}${location.line === undefined ? '' : `:${location.line}`}`
      return [severity, { code: place }, message, cause, fix]
    }),
  ]
  if (rows.length > 0) summary.heading('Problems', 3).table(['Severity', 'Where', 'What Central says', 'Why', 'What to do'], rows)
}

function tellRows(summary: Markdown, title: string, rows: readonly Row[]): void {
  if (rows.length === 0) return
  summary.heading(title, 3).table(
    ['Version', 'Coordinates', 'Why'],
    rows.map((row): Inline[] => [
      [row.package, row.version].filter((part) => part !== undefined).join(' '),
      { code: row.coordinates ?? '' },
      row.reason,
    ]),
  )
}
