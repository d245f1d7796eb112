import { expect, test } from 'vitest'
import { compareFiles } from '../../../src/central/comparison.ts'

const coordinates = { groupId: 'org.acme', artifactId: 'lib', version: '1.0' }
const base = 'org/acme/lib/1.0/lib-1.0'
const [pom, jar, sources] = [`${base}.pom`, `${base}.jar`, `${base}-sources.jar`]

async function compared(answers: Readonly<Record<string, string>>) {
  const files = [pom, jar, sources].map((path) => ({ path, sha1: `sha1 of ${path}` }))
  const central = { sha1Of: async (path: string) => answers[path] ?? `sha1 of ${path}` }
  return await compareFiles(central, { coordinates, files }, new Map([['org.acme:lib:1.0', answers[pom] ?? `sha1 of ${pom}`]]))
}

test('a release is equal when Central tells the same of every file', async () => {
  expect(await compared({})).toEqual({ state: 'equal', differing: [], lacking: [] })
})

test('a file that Central does not tell of leaves the release unknown', async () => {
  expect(await compared({ [jar]: 'unknown' })).toMatchObject({ state: 'unknown' })
})

test.each([
  ['different', { [pom]: 'other' }, { differing: [pom] }],
  ['different', { [jar]: 'unknown', [sources]: 'other' }, { differing: [sources] }],
  ['incomplete', { [jar]: 'unknown', [sources]: 'missing' }, { lacking: [sources] }],
  ['missing', { [pom]: 'missing', [jar]: 'other' }, { differing: [] }],
  ['unknown', { [pom]: 'unknown', [jar]: 'other' }, { differing: [] }],
])('it is %s when Central answers %j', async (state, answers, expected) => {
  expect(await compared(answers)).toMatchObject({ state, ...expected })
})
