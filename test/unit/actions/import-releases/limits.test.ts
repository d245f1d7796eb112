import { expect, test } from 'vitest'
import { compareRepository } from '../../../../src/actions/import-releases/changes.ts'
import { fingerprintOf } from '../../../../src/actions/import-releases/import-state.ts'
import { type LimitedChange, type RunLimits, withinLimits } from '../../../../src/actions/import-releases/limits.ts'
import { asset, release } from './github-facts.ts'

const none: RunLimits = { releases: undefined, asset: undefined, total: undefined }

/** A release to import with one asset of that many bytes. */
function wanted(fullName: string, day: string, size: number): LimitedChange {
  const source = release(day, { publishedAt: `${day}T00:00:00Z`, assets: [{ ...asset('a.bin', 'a'), size }] })
  const [change] = compareRepository({
    listed: [source],
    complete: true,
    draftsSeen: false,
    selected: [{ release: source, version: day, metadata: fingerprintOf(1) }],
    known: [],
    takesAsset: () => true,
    isRolling: () => false,
  }).releases
  if (change === undefined) throw new Error('one release gives one change')
  return { fullName, change }
}

/** A release that is here and whose notes were edited. */
function edited(fullName: string, day: string): LimitedChange {
  const { change } = wanted(fullName, day, 1)
  return { fullName, change: { ...change, kind: 'update', fetch: [], metadataChanged: true } }
}

const shown = ({ fullName, change }: LimitedChange) => `${fullName}@${change.version}`

function bounded(changes: readonly LimitedChange[], limits: Partial<RunLimits>) {
  const { now, pending, failed } = withinLimits(changes, { ...none, ...limits })
  return {
    now: now.map(shown),
    pending: pending.map(({ change, reason }) => `${shown(change)}: ${reason}`),
    failed: failed.map(({ change, reason }) => `${shown(change)}: ${reason}`),
  }
}

const all = [
  wanted('acme/b', '2026-01-02', 400_000_000),
  wanted('acme/a', '2026-01-03', 300_000_000),
  wanted('acme/b', '2026-01-01', 600_000_000),
]

test('without limits everything is done, oldest first over all repositories', () => {
  expect(bounded(all, {})).toEqual({ now: ['acme/b@2026-01-01', 'acme/b@2026-01-02', 'acme/a@2026-01-03'], pending: [], failed: [] })
  expect(bounded([wanted('b/b', '2026-01-01', 1), wanted('a/a', '2026-01-01', 1)], {}).now).toEqual(['a/a@2026-01-01', 'b/b@2026-01-01'])
})

test('a number of releases leaves the newest', () => {
  expect(bounded(all, { releases: 2 })).toMatchObject({
    now: ['acme/b@2026-01-01', 'acme/b@2026-01-02'],
    pending: ['acme/a@2026-01-03: over max-releases, 2 in one run'],
  })
})

test('a number of bytes is kept exactly, and nothing smaller jumps the queue', () => {
  expect(bounded(all, { total: 1_000_000_000 }).now).toHaveLength(2)
  expect(bounded(all, { total: 999_999_999 })).toMatchObject({
    now: ['acme/b@2026-01-01'],
    pending: [
      'acme/b@2026-01-02: over max-total-gigabytes, 1 GB in one run',
      'acme/a@2026-01-03: over max-total-gigabytes, 1 GB in one run',
    ],
  })
})

test('a release that fits into no run fails, and holds up nobody', () => {
  expect(bounded(all, { total: 500_000_000 })).toEqual({
    now: ['acme/b@2026-01-02'],
    pending: ['acme/a@2026-01-03: over max-total-gigabytes, 0.5 GB in one run'],
    failed: ['acme/b@2026-01-01: its assets have 0.6 GB, more than max-total-gigabytes allows in one run: 0.5 GB'],
  })
})

test('an asset that is too large fails its release', () => {
  expect(bounded(all, { asset: 400_000_000 })).toMatchObject({
    now: ['acme/b@2026-01-02', 'acme/a@2026-01-03'],
    failed: ["acme/b@2026-01-01: asset 'a.bin' has 600 MB, more than max-asset-megabytes allows: 400 MB"],
  })
})

test('what fetches nothing costs nothing', () => {
  const changes = [...all, edited('acme/a', '2026-01-09')]
  expect(bounded(changes, { releases: 1, total: 600_000_000 }).now).toEqual(['acme/b@2026-01-01', 'acme/a@2026-01-09'])
  expect(bounded([wanted('acme/a', '2026-01-01', 0), wanted('acme/a', '2026-01-02', 0)], { releases: 1 }).now).toHaveLength(1)
})
