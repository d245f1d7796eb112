import { expect, test } from 'vitest'
import {
  fingerprintOf,
  type ImportedRelease,
  type ImportState,
  importedRelease,
  importStatePath,
  importStateSchema,
  packageFingerprint,
  parseImportState,
  sameFacts,
  serializeImportState,
  versionFingerprint,
} from '../../../../src/actions/import-releases/import-state.ts'
import { ActionError } from '../../../../src/core/errors.ts'
import { recordSchema, type VersionRecord } from '../../../../src/model/version-record.ts'
import { sha256 } from './github-facts.ts'

const release = (id: number, version: string): ImportedRelease => ({
  id,
  tag: `v${version}`,
  package: 'widget',
  version,
  state: 'published',
  metadata: fingerprintOf({ name: version }),
  assets: [
    { id: id * 10 + 1, name: 'b', size: 1, updated: '2026-01-01T00:00:00Z', sha256: sha256('b'), path: `widget/${version}/b` },
    {
      id: id * 10,
      name: 'a',
      size: 1,
      digest: `sha256:${sha256('a')}`,
      updated: '2026-01-01T00:00:00Z',
      sha256: sha256('a'),
      path: `widget/${version}/a`,
    },
  ],
})

const state: ImportState = {
  schema: importStateSchema,
  repository: { id: 1, owner: 'acme', name: 'widget' },
  package: 'widget',
  metadata: fingerprintOf({}),
  selection: fingerprintOf([]),
  etags: ['W/"1"', '"2"'],
  releases: [release(2, '2.0'), release(1, '1.0')],
}

test('a state has its place by host, owner and name', () => {
  expect(importStatePath('github.com', 'acme', 'widget')).toBe('.outtray/imports/github.com/acme/widget.json')
  expect(importStatePath('127.0.0.1:8080', 'acme', '..')).toBe('.outtray/imports/127.0.0.1%3A8080/acme/%2E%2E.json')
})

test('what is written reads back, and the same facts are the same bytes in whatever order they come', () => {
  const text = serializeImportState(state)
  const read = parseImportState(text, 'state.json')
  expect(serializeImportState(read)).toBe(text)
  const shuffled = Object.fromEntries(
    Object.entries({ ...state, releases: state.releases.toReversed() }).toReversed(),
  ) as unknown as ImportState
  expect(serializeImportState(shuffled)).toBe(text)
  expect(read.releases.map(({ id }) => id)).toEqual([1, 2])
  expect(read.releases[0]?.assets.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(read.etags).toEqual(state.etags)
  expect(text).toMatch(/^\{\n {2}"schema": "outtray\/import-state\/v1",\n {2}"repository"/)
  expect(text.endsWith('}\n')).toBe(true)
})

test.each([
  ['', /is no JSON/],
  ['{"schema": "outtray/import-state/v1"', /is no JSON/],
  ['null', /the document: /],
  [serializeImportState({ ...state, schema: 'outtray/import-state/v2' as typeof importStateSchema }), /schema: /],
  [serializeImportState({ ...state, selection: 'x' }), /selection: must be a SHA-256/],
  [serializeImportState({ ...state, releases: [{ ...release(1, '1.0'), id: -1 }] }), /releases\.0\.id: /],
  [JSON.stringify({ ...state, more: 1 }), /more: /],
  [serializeImportState({ ...state, releases: [{ ...release(1, '1.0'), state: 'gone' as 'staged' }] }), /releases\.0\.state: /],
])('a damaged state is a clear error', (text, reason) => {
  const read = () => parseImportState(text, '.outtray/imports/github.com/acme/widget.json')
  expect(read).toThrow(ActionError)
  expect(read).toThrow(reason)
  expect(read).toThrow(/^'\.outtray\/imports\/github\.com\/acme\/widget\.json' is no state of an import: /)
  expect(read).toThrow(expect.objectContaining({ code: 'invalid-input', hint: expect.stringContaining('delete it') }))
})

test('validators and the selection are no facts, everything else is', () => {
  expect(sameFacts(undefined, state)).toBe(false)
  expect(sameFacts({ ...state, etags: [], selection: fingerprintOf(1), releases: state.releases.toReversed() }, state)).toBe(true)
  const [first, second] = state.releases
  if (first === undefined || second === undefined) throw new Error('the state has two releases')
  const [asset, ...assets] = first.assets
  if (asset === undefined) throw new Error('the release has assets')
  const changed = (more: Partial<ImportedRelease>): ImportState => ({ ...state, releases: [{ ...first, ...more }, second] })
  const others: ImportState[] = [
    { ...state, package: 'other' },
    { ...state, metadata: fingerprintOf(2) },
    { ...state, repository: { ...state.repository, id: 9 } },
    { ...state, releases: [first] },
    changed({ id: 9 }),
    changed({ tag: 'x' }),
    changed({ state: 'staged' }),
    changed({ metadata: fingerprintOf(2) }),
    changed({ assets }),
    ...[{ id: 9 }, { size: 9 }, { updated: 'x' }, { digest: 'sha256:9' }, { path: 'x' }].map((more) =>
      changed({ assets: [{ ...asset, ...more }, ...assets] }),
    ),
  ]
  expect(others.filter((other) => sameFacts(other, state))).toEqual([])
})

test('a fingerprint tells values apart, and neither the order of keys nor what is absent', () => {
  expect(fingerprintOf({ a: 1, b: [{ d: undefined, c: 2 }] })).toBe(fingerprintOf({ b: [{ c: 2 }], a: 1, e: undefined }))
  const values = [{}, [], '', null, 0, { a: 1 }, { a: '1' }, [1, 2], [2, 1], [['a', 1]], { b: 1 }, [[1], 2]]
  expect(new Set(values.map(fingerprintOf)).size).toBe(values.length)
})

test('the commit does not count, for it is not read on every run', () => {
  expect(versionFingerprint({ name: '1', vcsCommit: 'a' })).toBe(versionFingerprint({ name: '1' }))
  expect(versionFingerprint({ name: '1', releaseNotes: 'a' })).not.toBe(versionFingerprint({ name: '1' }))
  expect(packageFingerprint({ name: '1', labels: ['a'] })).not.toBe(packageFingerprint({ name: '1' }))
})

test('a record says the same of a release as the state does', () => {
  const [, expected] = state.releases
  if (expected === undefined) throw new Error('the state has two releases')
  const version = { name: '1.0', vcsTag: 'v1.0', vcsCommit: 'a'.repeat(40) }
  const record: VersionRecord = {
    schema: recordSchema,
    package: { name: 'widget' },
    version,
    files: [],
    origin: {
      url: 'https://github.com/acme/widget/releases/tag/v1.0',
      host: 'github.com',
      repository: 'acme/widget',
      release: 1,
      assets: expected.assets.map((asset) => ({ ...asset, checks: [] })),
    },
    published: [],
    syncs: [],
  }
  expect(importedRelease(record, 'published')).toEqual({ ...expected, metadata: versionFingerprint(version) })
  const { origin: _, ...handmade } = record
  expect(importedRelease(handmade, 'published')).toBeUndefined()
})
