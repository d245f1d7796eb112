import { expect, test } from 'vitest'
import { MonthlyBudget } from '../../../../src/actions/sync-to-central/budget.ts'
import { recordSchema, type Sync, type VersionRecord } from '../../../../src/model/version-record.ts'

const limits = { files: 1000, megabytes: 80, releases: 7 }
const now = Date.parse('2026-11-21T12:00:00Z')
let deployments = 0
const record = (...syncs: readonly Partial<Sync>[]): VersionRecord => ({
  schema: recordSchema,
  package: {},
  version: {},
  files: [],
  published: [],
  syncs: syncs.map((sync) => ({
    target: 'https://central.sonatype.com',
    deployment: `d${++deployments}`,
    state: 'published',
    started: '2026-11-01T00:00:00Z',
    files: 16,
    bytes: 1_000_000,
    ...sync,
  })),
})

test('the syncs of this month count, by UTC, whether they are published or on their way', () => {
  const budget = new MonthlyBudget(
    limits,
    [record({}, { state: 'publishing' }), record({ state: 'available', started: '2026-11-30T23:59:59Z' })],
    now,
  )
  expect(budget.share({ files: 20, bytes: 8_000_000 })).toBe(
    '20 files (2 % of the monthly 1000), 8.00 MB (10 % of 80 MB), release 4 of 7 this month, as far as the records know',
  )
})

test.each<[string, Partial<Sync>]>([
  ['of another month', { started: '2026-10-31T23:59:59Z' }],
  ['that failed', { state: 'failed' }],
  ['that was dropped', { state: 'dropped' }],
  ['that waits', { state: 'validated' }],
])('a sync %s does not count', (_, sync) => {
  expect(new MonthlyBudget({ ...limits, releases: 1 }, [record(sync)], now).refusal()).toBeUndefined()
})

test('a sync counts in the month in which it was published, not in which it began', () => {
  const begun = record({ started: '2026-10-31T23:50:00Z', finished: '2026-11-01T00:10:00Z' })
  const { syncs } = record({ started: '2026-10-31T23:50:00Z', finished: '2026-10-31T23:55:00Z' })
  const one = { ...limits, releases: 1 }
  expect(new MonthlyBudget(one, [begun], now).refusal()).toContain('1 of 1 releases')
  expect(new MonthlyBudget(one, [{ ...begun, syncs }], now).refusal()).toBeUndefined()
})

test('what somebody else brought there does not count', () => {
  const { syncs } = record({ state: 'available' })
  const foreign = syncs.map(({ deployment: _, ...sync }) => sync)
  expect(new MonthlyBudget({ ...limits, releases: 1 }, [{ ...record(), syncs: foreign }], now).refusal()).toBeUndefined()
})

test('a release that exceeds one of the limits does not fit, and is told which', () => {
  const budget = new MonthlyBudget(limits, [record({ files: 990 })], now)
  expect(budget.refusal({ files: 10, bytes: 1 })).toBeUndefined()
  expect(budget.refusal({ files: 11, bytes: 1 })).toBe("does not fit into this month's budget: used are 990 of 1000 files, and it has 11")
  expect(budget.refusal({ files: 1, bytes: 79_000_001 })).toContain('1.00 of 80 MB, and it has 79.0')
})

test('what this run sends counts at once', () => {
  const budget = new MonthlyBudget({ ...limits, releases: 1 }, [], now)
  budget.take({ files: 16, bytes: 1 })
  expect(budget.refusal()).toBe("does not fit into this month's budget: used are 1 of 1 releases")
})

test('a deployment counts once: in the records of all its versions, and in a run that goes on with it', () => {
  const shared = { deployment: 'shared', files: 600 }
  const budget = new MonthlyBudget(limits, [record(shared), record(shared)], now)
  budget.take({ files: 600, bytes: 1 }, 'shared')
  expect(budget.refusal({ files: 400, bytes: 1 })).toBeUndefined()
  budget.take({ files: 400, bytes: 1 }, 'other')
  budget.take({ files: 400, bytes: 1 }, 'other')
  expect(budget.refusal({ files: 1, bytes: 1 })).toContain('used are 1000 of 1000 files')
  expect(budget.share({ files: 1, bytes: 1 })).toContain('release 3 of 7')
})
