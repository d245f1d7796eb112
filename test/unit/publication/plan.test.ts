import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ActionError } from '../../../src/core/errors.ts'
import type { RecordedFile, VersionRecord } from '../../../src/model/version-record.ts'
import { recordSchema } from '../../../src/model/version-record.ts'
import { type PlanRequest, planDiscard, planVersion } from '../../../src/publication/plan.ts'
import type { PublishableFile } from '../../../src/publication/publishable-file.ts'
import type { VersionState } from '../../../src/publication/version-state.ts'
import type { Entry } from '../../../src/repositories/repository.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const keys = { first: 'A'.repeat(40), second: 'B'.repeat(40) }

function digestsOf(text: string) {
  const digest = (algorithm: string) => createHash(algorithm).update(text).digest('hex')
  return { md5: digest('md5'), sha1: digest('sha1'), sha256: digest('sha256'), sha512: digest('sha512') }
}

function file(path: string, text: string, more: Partial<PublishableFile> = {}): PublishableFile {
  return {
    path,
    source: `/in/${path}`,
    shownAs: `in/${path}`,
    size: text.length,
    digests: digestsOf(text),
    staged: false,
    sidecars: [],
    override: false,
    ...more,
  }
}

const recorded = (path: string, text: string, fingerprint?: string): RecordedFile => ({
  path,
  size: text.length,
  ...digestsOf(text),
  mediaType: 'application/octet-stream',
  ...(fingerprint !== undefined && { signature: { path: `${path}.asc`, fingerprint } }),
})

const entry = (text: string): Entry => ({ kind: 'file', size: text.length, sha256: digestsOf(text).sha256 })

function record(files: readonly RecordedFile[], publishedAt?: string): VersionRecord {
  return {
    schema: recordSchema,
    package: { name: 'tool' },
    version: { name: '1.0' },
    files,
    published: publishedAt === undefined ? [] : [{ target: 'repo', time: publishedAt }],
    syncs: [],
  }
}

const empty: VersionState = {
  published: undefined,
  staged: undefined,
  entries: new Map(),
  stagedEntries: new Map(),
  waiting: [],
  damaged: [],
  stagedPaths: [],
  owners: new Map(),
  foundSignatures: new Map(),
}

function plan(files: readonly PublishableFile[], state: Partial<VersionState> = {}, more: Partial<PlanRequest> = {}) {
  const request: PlanRequest = {
    package: { name: 'tool' },
    metadata: { name: '1.0' },
    files,
    publish: true,
    override: false,
    target: 'repo',
    time: '2026-11-21T12:00:00Z',
    run: {},
    version: '1.0',
    now,
    updateWindowDays: 180,
    ...more,
  }
  return planVersion(request, { ...empty, ...state })
}

function reasons(attempt: () => unknown): string {
  try {
    attempt()
  } catch (error) {
    if (error instanceof ActionError) return error.diagnostics.map(({ message, hint }) => `${message} ${hint ?? ''}`).join('\n')
    throw error
  }
  return ''
}

const published = (files: Record<string, string>, publishedAt = '2026-11-01T00:00:00Z'): Partial<VersionState> => ({
  published: record(
    Object.entries(files).map(([path, text]) => recorded(path, text)),
    publishedAt,
  ),
  entries: new Map(Object.entries(files).map(([path, text]) => [path, entry(text)])),
})

test('a new version: everything is uploaded, the record says it and when', () => {
  const { uploads, record: made, recordDocument, items } = plan([file('tool/1.0/b', 'B'), file('tool/1.0/a', 'A')])
  expect(uploads.map(({ path }) => path)).toEqual(['tool/1.0/a', 'tool/1.0/b'])
  expect(items.map(({ decision }) => decision)).toEqual(['upload', 'upload'])
  expect(made.published).toEqual([{ target: 'repo', time: '2026-11-21T12:00:00Z' }])
  expect(recordDocument?.path).toBe('.outtray/packages/tool/versions/1.0.json')
})

test('the same again changes nothing at all, not even the time', () => {
  const { uploads, companions, removals, recordDocument, items } = plan([file('a', 'A')], published({ a: 'A' }))
  expect({ uploads, companions, removals, recordDocument }).toEqual({
    uploads: [],
    companions: [],
    removals: [],
    recordDocument: undefined,
  })
  expect(items.map(({ decision }) => decision)).toEqual(['unchanged'])
})

test('every path with other bytes is refused by name, in one error', () => {
  const refused = reasons(() => plan([file('a', 'A2'), file('b', 'B2'), file('c', 'C')], published({ a: 'A', b: 'B' })))
  expect(refused).toMatch(/'a' is published with other bytes[\s\S]*'b' is published with other bytes/)
  expect(refused).not.toMatch(/'c'/)
})

test('a replaced file loses the signature and checksums that were of the old bytes, in the same step', () => {
  const state = published({ a: 'A' })
  const entries = new Map([...(state.entries ?? []), ['a.asc', entry('old signature')], ['a.sha256', entry('old sum')]] as const)
  const {
    uploads,
    companions,
    removals,
    record: made,
  } = plan([file('a', 'A2', { override: true, sidecars: [{ algorithm: 'sha256', content: 'new', generated: false }] })], {
    ...state,
    entries,
  })
  expect(uploads.map(({ path }) => path)).toEqual(['a'])
  expect(companions).toEqual([{ path: 'a.sha256', content: 'new' }])
  expect(removals).toEqual(['a.asc'])
  expect(made.files[0]?.signature).toBeUndefined()
})

test.each([
  ['2026-05-26T12:00:00Z', 180, false],
  ['2026-05-20T12:00:00Z', 180, true],
  ['2026-11-21T11:59:59Z', 0, true],
])('published on %s, a window of %i days: refused is %s', (time, updateWindowDays, refused) => {
  const more = { updateWindowDays }
  const replace = () => plan([file('a', 'A2', { override: true })], published({ a: 'A' }, time), more)
  const add = () => plan([file('b', 'B')], published({ a: 'A' }, time), more)
  for (const attempt of [replace, add]) {
    if (refused) expect(reasons(attempt)).toMatch(/cannot be (added|replaced): version '1\.0' was published on 2026-/)
    else expect(attempt).not.toThrow()
  }
  expect(() => plan([file('a', 'A')], published({ a: 'A' }, time), more)).not.toThrow()
})

test('a path of another version is refused, whatever the bytes, and the cure is named', () => {
  const state = { entries: new Map([['latest/x', entry('X')]]), owners: new Map([['latest/x', { package: 'tool', version: '0.9' }]]) }
  for (const text of ['X', 'Y']) {
    expect(reasons(() => plan([file('latest/x', text, { override: true })], state))).toMatch(
      /belongs to version '0\.9' of package 'tool'.*\{package\} and \{version\}/,
    )
  }
})

test('a file that nobody recorded is adopted when it has the bytes, and in the way when not', () => {
  const entries = new Map([['a', entry('A')]])
  expect(plan([file('a', 'A')], { entries }).items[0]?.decision).toBe('unchanged')
  expect(reasons(() => plan([file('a', 'B')], { entries }))).toMatch(/other bytes/)
})

test('a new signature of an unchanged file counts as nothing new; by another key it is said', () => {
  const state: Partial<VersionState> = {
    published: record([recorded('a', 'A', keys.first)], '2026-11-01T00:00:00Z'),
    entries: new Map([
      ['a', entry('A')],
      ['a.asc', entry('signature')],
    ]),
  }
  const signed = (fingerprint: string) => plan([file('a', 'A', { signature: { content: 'another signature', fingerprint } })], state)
  expect(signed(keys.first)).toMatchObject({ companions: [], recordDocument: undefined, notices: [] })
  expect(signed(keys.second)).toMatchObject({
    companions: [],
    recordDocument: undefined,
    notices: [expect.stringMatching(/stays as it is/)],
  })
})

test('a signature is added to a published file that has none, within the window', () => {
  const signed = [file('a', 'A', { signature: { content: 'S', fingerprint: keys.first } })]
  const added = plan(signed, published({ a: 'A' }))
  expect(added.companions).toEqual([{ path: 'a.asc', content: 'S' }])
  expect(added.record.files[0]?.signature).toEqual({ path: 'a.asc', fingerprint: keys.first })
  expect(reasons(() => plan(signed, published({ a: 'A' }), { updateWindowDays: 0 }))).toMatch(/a\.asc/)
})

test('a checksum file of ours that says something wrong is put right, one of the publisher is left', () => {
  const state = published({ a: 'A' })
  const entries = new Map([...(state.entries ?? []), ['a.md5', entry('wrong')], ['a.sha1', entry('wrong')]] as const)
  const sidecars = [
    { algorithm: 'md5', content: 'right', generated: true },
    { algorithm: 'sha1', content: 'right', generated: false },
  ] as const
  expect(plan([file('a', 'A', { sidecars })], { ...state, entries }).companions).toEqual([{ path: 'a.md5', content: 'right' }])
})

test('staging puts everything under the staged folder, and leaves out what is published already', () => {
  const {
    uploads,
    companions,
    recordDocument,
    published: visible,
  } = plan([file('a', 'A'), file('b', 'B', { signature: { content: 'S' } })], published({ a: 'A' }), { publish: false })
  expect(uploads.map(({ path }) => path)).toEqual(['.outtray/staged/tool/1.0/files/b'])
  expect(companions).toEqual([{ path: '.outtray/staged/tool/1.0/files/b.asc', content: 'S' }])
  expect(recordDocument?.path).toBe('.outtray/staged/tool/1.0/record.json')
  expect(visible).toBe(false)
})

const waitingState: Partial<VersionState> = {
  staged: record([recorded('a', 'A', keys.first)]),
  stagedEntries: new Map([
    ['a', entry('A')],
    ['a.asc', entry('S')],
  ]),
  waiting: [{ ...file('a', 'A', { staged: true, signature: { content: 'S', fingerprint: keys.first } }) }],
  stagedPaths: ['.outtray/staged/tool/1.0/files/a', '.outtray/staged/tool/1.0/files/a.asc', '.outtray/staged/tool/1.0/record.json'],
}

test.each([
  ['no files', []],
  ['the same file', [file('a', 'A')]],
])('publishing what is staged, with %s: it is moved, not uploaded, and nothing stays staged', (_, files) => {
  const { moves, uploads, companions, removals, record: made } = plan(files, waitingState)
  expect(moves).toEqual([{ from: '.outtray/staged/tool/1.0/files/a', to: 'a' }])
  expect(uploads).toEqual([])
  expect(companions).toEqual([{ path: 'a.asc', content: 'S' }])
  expect(removals).toEqual(['.outtray/staged/tool/1.0/files/a.asc', '.outtray/staged/tool/1.0/record.json'])
  expect(made.files[0]?.signature).toEqual({ path: 'a.asc', fingerprint: keys.first })
})

test('a staged file gives way to other bytes without override, and the staged bytes go', () => {
  const { uploads, moves, removals } = plan([file('a', 'A2')], waitingState)
  expect(uploads.map(({ path }) => path)).toEqual(['a'])
  expect(moves).toEqual([])
  expect(removals).toContain('.outtray/staged/tool/1.0/files/a')
})

test('staging the same again changes nothing', () => {
  const { uploads, companions, recordDocument } = plan([file('a', 'A')], waitingState, { publish: false })
  expect({ uploads, companions, recordDocument }).toEqual({ uploads: [], companions: [], recordDocument: undefined })
})

test('what arrived is moved to its place, staged or final, and what is there already stays where it arrived', () => {
  const arrived = [file('a', 'A', { arrived: '.outtray/incoming/a' }), file('b', 'B', { arrived: '.outtray/incoming/b' })]
  expect(plan(arrived, published({ a: 'A' }))).toMatchObject({ moves: [{ from: '.outtray/incoming/b', to: 'b' }], uploads: [] })
  expect(plan(arrived, {}, { publish: false }).moves).toEqual([
    { from: '.outtray/incoming/a', to: '.outtray/staged/tool/1.0/files/a' },
    { from: '.outtray/incoming/b', to: '.outtray/staged/tool/1.0/files/b' },
  ])
})

test('only paths that may change are replaced, signatures and checksums like files', () => {
  const state = { ...published({ a: 'A', b: 'B' }), foundSignatures: new Map([['b.asc', keys.first]]) }
  const entries = new Map([...(state.entries ?? []), ['b.asc', entry('old')] as const])
  const signed = file('b', 'B', { signature: { content: 'new', fingerprint: keys.second } })
  const attempt = (replaces: readonly string[]) => () =>
    plan([file('a', 'A2'), signed], { ...state, entries }, { replaces: new Set(replaces) })
  expect(reasons(attempt(['b.asc']))).toMatch(/'a' is published with other bytes/)
  expect(attempt(['a'])()).toMatchObject({ uploads: [{ path: 'a' }], companions: [] })
  const { companions, record: made } = attempt(['a', 'b.asc'])()
  expect(companions).toEqual([{ path: 'b.asc', content: 'new' }])
  expect(made.files[1]?.signature).toEqual({ path: 'b.asc', fingerprint: keys.second })
})

test('what is dropped of a staged version is removed, and never published', () => {
  const state = {
    ...waitingState,
    staged: record([recorded('a', 'A', keys.first), recorded('b', 'B')]),
    stagedEntries: new Map([...(waitingState.stagedEntries ?? []), ['b', entry('B')] as const]),
    waiting: [...(waitingState.waiting ?? []), file('b', 'B', { staged: true })],
    stagedPaths: [...(waitingState.stagedPaths ?? []), '.outtray/staged/tool/1.0/files/b'],
  }
  const drops = new Set(['b', 'a.asc'])
  const still = plan([], state, { publish: false, drops })
  expect(still.removals).toEqual(['.outtray/staged/tool/1.0/files/b', '.outtray/staged/tool/1.0/files/a.asc'])
  expect(still.record.files).toEqual([recorded('a', 'A')])
  expect(still.recordDocument).toBeDefined()
  const released = plan([], state, { drops })
  expect(released).toMatchObject({ moves: [{ to: 'a' }], companions: [], record: { files: [recorded('a', 'A')] } })
  expect(released.removals).toEqual(expect.arrayContaining([...still.removals]))
})

test('a checksum that was there before its file becomes the checksum of the file, unless it would get other bytes', () => {
  const bring = (content: string) => [file('a', 'A', { sidecars: [{ algorithm: 'sha256', content, generated: false }] })]
  const there = plan(bring('S'), published({ 'a.sha256': 'S' }))
  expect(there.record.files).toEqual([recorded('a', 'A')])
  expect(there.removals).toEqual([])
  const staged = {
    staged: record([recorded('a.sha256', 'S')]),
    stagedEntries: new Map([['a.sha256', entry('S')]]),
    waiting: [file('a.sha256', 'S', { staged: true })],
    stagedPaths: ['.outtray/staged/tool/1.0/files/a.sha256'],
  }
  expect(plan(bring('S'), staged, { publish: false })).toMatchObject({ record: { files: [recorded('a', 'A')] }, removals: [] })
  expect(plan(bring('S'), staged)).toMatchObject({
    record: { files: [recorded('a', 'A')] },
    companions: [{ path: 'a.sha256', content: 'S' }],
  })
  expect(reasons(() => plan(bring('other'), published({ 'a.sha256': 'S' })))).toMatch(/'a\.sha256' is the place of a signature/)
  const replacing = { replaces: new Set(['a', 'a.sha256']) }
  expect(plan(bring('other'), published({ 'a.sha256': 'S' }), replacing)).toMatchObject({ companions: [{ content: 'other' }] })
})

test('what to do about other bytes is said in the words of who publishes', () => {
  const bring = [file('a', 'A2'), file('b', 'B', { sidecars: [{ algorithm: 'sha256', content: 'S', generated: false }] })]
  const state = published({ a: 'A' })
  const there = { ...state, entries: new Map([...(state.entries ?? []), ['b.sha256', entry('other')] as const]) }
  expect(reasons(() => plan(bring, there)).match(/override: true/g)).toHaveLength(2)
  const words = reasons(() => plan(bring, there, { replacing: 'Move it away.' }))
  expect(words.match(/Move it away\./g)).toHaveLength(2)
  expect(words).not.toContain('override')
})

test('where a version comes from is kept until something else is said', () => {
  const origin = (release: number) => ({ url: 'https://example.org', host: 'example.org', repository: 'acme/tool', release, assets: [] })
  const staged = { ...record([recorded('a', 'A')]), origin: origin(2) }
  const before = { ...published({ a: 'A' }), published: { ...record([recorded('a', 'A')], '2026-11-01T00:00:00Z'), origin: origin(1) } }
  expect(plan([], before).record.origin).toEqual(origin(1))
  expect(plan([], { ...before, staged }).record.origin).toEqual(origin(2))
  expect(plan([], { ...before, staged }, { origin: origin(3) }).record.origin).toEqual(origin(3))
})

test('fields that are given overwrite, others stay', () => {
  const before = { ...record([recorded('a', 'A')], '2026-11-01T00:00:00Z'), package: { name: 'tool', description: 'old', labels: ['x'] } }
  const { record: made, recordDocument } = plan(
    [file('a', 'A')],
    { ...published({ a: 'A' }), published: before },
    { package: { name: 'tool', description: 'new' } },
  )
  expect(made.package).toEqual({ name: 'tool', description: 'new', labels: ['x'] })
  expect(made.published).toHaveLength(1)
  expect(recordDocument).toBeDefined()
})

test('twins of a path that the version has already are refused', () => {
  expect(reasons(() => plan([file('A', 'x')], published({ a: 'A' })))).toMatch(/'A' and 'a' cannot both/)
})

test('a file may not take the place of another file’s signature', () => {
  expect(reasons(() => plan([file('a', 'A', { signature: { content: 'S' } }), file('a.asc', 'x')]))).toMatch(
    /'a\.asc' is the place of a signature/,
  )
})

test('discarding removes what is staged, and is refused for a published version', () => {
  expect(planDiscard({ ...empty, ...waitingState }, '1.0').removals).toEqual(waitingState.stagedPaths)
  expect(planDiscard(empty, '1.0').removals).toEqual([])
  expect(() => planDiscard({ ...empty, ...published({ a: 'A' }) }, '1.0')).toThrow(/published/)
})
