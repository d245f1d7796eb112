import { describe, expect, test } from 'vitest'
import { coordinateProblem, formatCoordinates, isSnapshot } from '../../../src/maven/coordinates.ts'

test('coordinates are written with colons', () => {
  expect(formatCoordinates({ groupId: 'org.acme', artifactId: 'lib', version: '1.0' })).toBe('org.acme:lib:1.0')
})

describe('a part of coordinates', () => {
  test.each([
    ['groupId', 'org.acme'],
    ['groupId', 'junit'],
    ['groupId', 'io.github.acme-corp_1'],
    ['artifactId', 'play-json_2.13'],
    ['artifactId', 'hibernate.core'],
    ['version', '1.0'],
    ['version', '2.0.65.Final'],
    ['version', '1.0.0+build.1'],
    ['version', '1..0'],
  ] as const)('%s %j is allowed', (part, value) => {
    expect(coordinateProblem(part, value)).toBeUndefined()
  })

  test.each([
    ['groupId', '', 'is empty'],
    ['groupId', 'org..acme', 'may not hold two dots in a row'],
    ['groupId', '.org', 'may neither begin nor end with a dot'],
    ['groupId', 'org/acme', "may hold only letters, digits, '_', '.' and '-'"],
    ['artifactId', '..', 'may neither begin nor end with a dot'],
    ['artifactId', '.', 'may neither begin nor end with a dot'],
    ['artifactId', 'lib.', 'may neither begin nor end with a dot'],
    ['artifactId', 'a+b', "may hold only letters, digits, '_', '.' and '-'"],
    ['artifactId', 'a b', "may hold only letters, digits, '_', '.' and '-'"],
    ['artifactId', 'é', "may hold only letters, digits, '_', '.' and '-'"],
    ['version', '[1.0,2.0)', "may hold only letters, digits, '_', '.', '+' and '-'"],
    ['version', '1.0\n', "may hold only letters, digits, '_', '.', '+' and '-'"],
    ['version', `$\{revision}`, "may hold only letters, digits, '_', '.', '+' and '-'"],
    ['version', '1'.repeat(256), 'is longer than 255 characters'],
  ] as const)('%s %j is not', (part, value, problem) => {
    expect(coordinateProblem(part, value)).toBe(problem)
  })
})

describe('a snapshot', () => {
  test.each(['1.0-SNAPSHOT', '1.0-snapshot', '1.0.BUILD-SNAPSHOT', 'SNAPSHOT', '1.0-20260101.120000-1'])('is %s', (version) => {
    expect(isSnapshot(version)).toBe(true)
  })

  test.each(['1.0', '1.0-SNAPSHOT-1', '20260101', '1.0-20260101-1', '1.0-20260101.120000', '1.0-rc1'])('is not %s', (version) => {
    expect(isSnapshot(version)).toBe(false)
  })
})
