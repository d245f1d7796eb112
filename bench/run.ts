// Measures the bundled actions against this machine's limit and against other programs, and keeps the result in docs/benchmarks.md.
//   --quick         smaller data and fewer rounds; prints, keeps nothing
//   --only <name>   one scenario (may be repeated)
//   --5gib          one file of 5 GiB instead of 1 GiB
//   --rounds <n>    rounds to keep of each comparison; default 5
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { replaceSection } from '../scripts/marked-section.ts'
import { Calibration } from './calibration.ts'
import { inFreshFolder } from './fresh-folder.ts'
import { type BenchKey, forgetKey, keyKinds, makeKey } from './keys.ts'
import { comparisonTable, footprintTable, machineLine } from './report.ts'
import { compare } from './rounds.ts'
import type { Bench, Scenario } from './scenario.ts'
import { bundle } from './scenarios/bundle.ts'
import { importLarge } from './scenarios/import-large.ts'
import { importMany } from './scenarios/import-many.ts'
import { importPlan } from './scenarios/import-plan.ts'
import { memory } from './scenarios/memory.ts'
import { publishMany } from './scenarios/publish-many.ts'
import { resync } from './scenarios/resync.ts'
import { signLarge } from './scenarios/sign-large.ts'
import { signMany } from './scenarios/sign-many.ts'
import { startUp } from './scenarios/start-up.ts'
import { syncLarge } from './scenarios/sync-large.ts'
import { syncMany } from './scenarios/sync-many.ts'
import { syncModules } from './scenarios/sync-modules.ts'

const scenarios: readonly Scenario[] = [
  startUp,
  signMany,
  signLarge,
  publishMany,
  bundle,
  syncModules,
  syncMany,
  syncLarge,
  resync,
  importPlan,
  importMany,
  importLarge,
  memory,
]
const page = 'docs/benchmarks.md'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    '5gib': { type: 'boolean', default: false },
    rounds: { type: 'string' },
  },
})
for (const name of values.only) {
  if (!scenarios.some((scenario) => scenario.name === name))
    throw new Error(`--only takes ${scenarios.map((known) => known.name).join(', ')}, got '${name}'`)
}

await inFreshFolder(async (folder) => {
  await using calibration = new Calibration()
  const keys: BenchKey[] = []
  try {
    for (const kind of keyKinds) keys.push(await makeKey(kind, folder))
    const bench = { folder, keys, calibration, quick: values.quick, huge: values['5gib'] }
    const rounds = Number(values.rounds ?? (values.quick ? 2 : 5))
    for (const scenario of scenarios.filter(({ name }) => values.only.length === 0 || values.only.includes(name))) {
      const report = `${await play(scenario, bench, rounds)}\n\n${machineLine()}`
      console.log(`${report}\n`)
      if (!values.quick) keep(bench.huge && scenario.name === 'sign-large' ? 'sign-huge' : scenario.name, report)
    }
  } finally {
    keys.forEach(forgetKey)
  }
})

async function play(scenario: Scenario, bench: Omit<Bench, 'opened'>, rounds: number): Promise<string> {
  await using opened = new AsyncDisposableStack()
  const { comparisons = [], footprints = [] } = await scenario.prepare({ ...bench, opened })
  const tables: string[] = []
  for (const comparison of comparisons) tables.push(comparisonTable(await compare(comparison, rounds)))
  const peaks = []
  for (const { title, goal, measure } of footprints) peaks.push({ title, goal, megabytes: await inFreshFolder(measure) })
  if (peaks.length > 0) tables.push(footprintTable(peaks))
  return tables.join('\n\n')
}

function keep(section: string, report: string): void {
  writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), section, report))
}
