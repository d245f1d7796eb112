import { expect, test } from 'vitest'
import { draftsBeside, type NamedRepository, tellCollisions } from '../../../../src/actions/import-releases/collisions.ts'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'
import { release, repository } from './github-facts.ts'

function named(
  fullName: string,
  name: string,
  versions: Readonly<Record<string, string>> = {},
  more: Partial<NamedRepository> = {},
): NamedRepository {
  const releases = Object.entries(versions).map(([tag, version]) => ({ release: release(tag), version }))
  return { repository: repository(fullName), package: name, releases, ...more }
}

function collisions(...repositories: readonly NamedRepository[]): string[] {
  const diagnostics = new Diagnostics()
  tellCollisions(repositories, diagnostics)
  expect(diagnostics.errors.every(({ hint }) => hint !== undefined)).toBe(true)
  return diagnostics.errors.map(({ message }) => message)
}

test('different packages with different versions are no collision', () => {
  expect(collisions(named('acme/a', 'a', { v1: '1', v2: '2' }), named('acme/b', 'b', { v1: '1' }))).toEqual([])
})

test('two repositories that would be one package, by case and Unicode form, too', () => {
  expect(collisions(named('acme/lib', 'lib'), named('other/Lib', 'Lib'))).toEqual([
    'acme/lib and other/Lib would be one package, lib = Lib',
  ])
  expect(collisions(named('acme/a', '\u00e9'), named('acme/b', 'E\u0301'))).toHaveLength(1)
})

test('many that would be one package are one message', () => {
  const all = Array.from({ length: 9 }, (_, index) => named(`acme/r${index}`, 'all'))
  expect(collisions(...all)).toEqual(['acme/r0, acme/r1, acme/r2, acme/r3 and 5 more would be one package, all'])
})

test('one repository under two names is one repository', () => {
  const { repository: one } = named('acme/lib', 'lib')
  expect(collisions(named('acme/lib', 'lib'), { repository: { ...one, fullName: 'acme/old-lib' }, package: 'lib', releases: [] })).toEqual(
    [],
  )
})

test('two releases of a repository that would be one version', () => {
  expect(collisions(named('acme/lib', 'lib', { 'v1.0': '1.0', '1.0': '1.0', v2: '2', 'v1.0-RC': '1.0-RC', 'v1.0-rc': '1.0-rc' }))).toEqual([
    "the releases '1.0' and 'v1.0' of acme/lib would be one version, 1.0".replace("'1.0' and 'v1.0'", "'v1.0' and '1.0'"),
    "the releases 'v1.0-RC' and 'v1.0-rc' of acme/lib would be one version, 1.0-RC = 1.0-rc",
  ])
})

test('two drafts of one tag are told as drafts', () => {
  const draft = (id: number) => ({ release: { id, tag: 'v1', draft: true }, version: '1' })
  expect(collisions({ repository: repository('acme/lib'), package: 'lib', releases: [draft(1), draft(2)] })).toEqual([
    "the releases 'v1' (a draft) and 'v1' (a draft) of acme/lib would be one version, 1",
  ])
})

test('drafts beside a published release of their version are set apart, others are not', () => {
  const given = (tag: string, version: string, draft = true) => ({ release: release(tag, { draft }), version })
  const [one, other, alone] = [given('v1', '1'), given('V1', '1'), given('v2', '2')]
  expect(draftsBeside([one, given('v1', '1', false), other, alone])).toEqual(new Set([one, other]))
  expect(draftsBeside([one, other, alone])).toEqual(new Set())
})

test('a package that came from elsewhere earlier', () => {
  expect(collisions(named('acme/lib', 'lib', {}, { packageFrom: 'from other/lib' }))).toEqual([
    "package 'lib' is here already, from other/lib; acme/lib would be the same package",
  ])
})
