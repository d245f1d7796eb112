import { cpus, totalmem } from 'node:os'
import { versionOf } from './programs.ts'
import type { ComparisonResult, Row } from './rounds.ts'
import { showSpread } from './spread.ts'

/** A measured peak of memory, in 10⁶ bytes. */
export interface FootprintResult {
  readonly title: string
  readonly megabytes: number
  readonly goal: number
}

/** The Markdown of one comparison. */
export function comparisonTable({ title, rows, rounds, disturbed, disturbedCounted }: ComparisonResult): string {
  const noise =
    disturbed === 0
      ? ''
      : disturbedCounted
        ? `; ${disturbed} of them disturbed by other work`
        : `; ${disturbed} more were disturbed and left out`
  return [
    `**${title}**`,
    '',
    '| | seconds: median (min–max) | ratio or rate: median (min–max) | goal | reached |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${[nameOf(row), showSpread(row.seconds), ...verdictOf(row)].join(' | ')} |`),
    '',
    `Rounds: ${rounds}${noise}.`,
  ].join('\n')
}

/** The Markdown of the peaks of memory. */
export function footprintTable(footprints: readonly FootprintResult[]): string {
  return [
    '| | peak of the resident set, MB | goal | reached |',
    '| --- | --- | --- | --- |',
    ...footprints.map(
      ({ title, megabytes, goal }) => `| ${title} | ${megabytes.toFixed(0)} | ≤ ${goal} | ${megabytes <= goal ? 'yes' : 'no'} |`,
    ),
  ].join('\n')
}

/** What was measured, where, and with which programs. */
export function machineLine(): string {
  const [processor] = cpus()
  const programs = [
    `Node ${process.versions.node} (OpenSSL ${process.versions.openssl})`,
    ...['gpg', 'sq'].map((name) => versionOf(name)),
    versionOf('openssl', 'version'),
    versionOf('cp'),
  ]
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`
  const machine = `${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${memory}, ${process.platform} ${process.arch}`
  return `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}; ${programs.filter((name) => name !== undefined).join(', ')}.`
}

function nameOf({ name, remark }: Row): string {
  return remark === undefined ? name : `${name} (${remark})`
}

function verdictOf({ verdict: { figure, goal = '', reached } = { figure: '' } }: Row): readonly string[] {
  return [figure, goal, reached === undefined ? '' : reached ? 'yes' : 'no']
}
