import { expect, test } from 'vitest'
import { oldestFirst, type PublishedVersion, parentsFirst } from '../../../../src/actions/sync-to-central/published-version.ts'
import { recordSchema } from '../../../../src/model/version-record.ts'

function published(version: string, released?: string, name = 'lib'): PublishedVersion {
  const record = {
    schema: recordSchema,
    package: { name },
    version: { name: version, ...(released !== undefined && { released }) },
    files: [],
    published: [],
    syncs: [],
  } as const
  const coordinates = { groupId: 'org.acme', artifactId: name, version }
  return { package: name, version, document: `${name}-${version}.json`, record, whole: true, releases: [{ coordinates, files: [] }] }
}

const names = (versions: readonly PublishedVersion[]) => versions.map((one) => one.version)

test('versions without a day stand in the order of versions', () => {
  expect(names(oldestFirst([published('1.10'), published('1.9'), published('1.0-rc-1'), published('1.0')]))).toEqual([
    '1.0-rc-1',
    '1.0',
    '1.9',
    '1.10',
  ])
})

test('the day of release comes first, and an undated version stands behind the one before it', () => {
  const late = published('1.0', '2026-05-01')
  const patch = published('1.1')
  const early = published('2.0', '2026-01-01')
  expect(names(oldestFirst([patch, late, early]))).toEqual(['2.0', '1.0', '1.1'])
})

test('what a version needs stands before it, and circles end', () => {
  const [child, parent, other] = [published('1.0', undefined, 'child'), published('1.0', undefined, 'parent'), published('2.0')]
  const needs = new Map([
    [child, new Set(['org.acme:parent:1.0'])],
    [parent, new Set(['org.acme:child:1.0', 'org.acme:elsewhere:1.0'])],
  ])
  expect(parentsFirst([child, other, parent], needs).map((one) => one.package)).toEqual(['parent', 'child', 'lib'])
})
