import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePurls, formatPurl, parsePurl } from '../../../src/central/purl.ts'

const coordinates = { groupId: 'org.acme', artifactId: 'lib_2.13', version: '1.0' }

test('a purl is spelled as the Portal spells it', () => {
  expect(formatPurl(coordinates, 'jar')).toBe('pkg:maven/org.acme/lib_2.13@1.0')
  expect(formatPurl(coordinates, 'pom')).toBe('pkg:maven/org.acme/lib_2.13@1.0?type=pom')
  expect(formatPurl({ ...coordinates, version: '1.0+b' }, 'bundle')).toBe('pkg:maven/org.acme/lib_2.13@1.0%2Bb?type=bundle')
})

test('a purl gives back its coordinates, qualifiers ignored', () => {
  const part = fc.stringMatching(/^[A-Za-z0-9_.+-]{1,20}$/)
  fc.assert(
    fc.property(part, part, part, fc.constantFrom('jar', 'pom'), (groupId, artifactId, version, packaging) => {
      expect(parsePurl(formatPurl({ groupId, artifactId, version }, packaging))).toEqual({ groupId, artifactId, version })
    }),
  )
  expect(parsePurl('pkg:maven/org.acme/lib@1.0+b?classifier=x&type=zip#sub')?.version).toBe('1.0+b')
})

test.each(['', 'common', 'pkg:npm/a@1', 'pkg:maven/lib@1.0', 'pkg:maven/g/a', 'pkg:maven/g/a@%', 'pkg:maven/g/a/b@1'])(
  '%j is no purl of Maven',
  (text) => {
    expect(parsePurl(text)).toBeUndefined()
  },
)

test('purls are compared by group, name and version', () => {
  expect(comparePurls(['pkg:maven/g/a@1', 'pkg:maven/g/b@1'], ['pkg:maven/g/a@1?type=bundle', 'pkg:maven/g/c@1', 'what'])).toEqual({
    missing: ['pkg:maven/g/b@1'],
    unexpected: ['pkg:maven/g/c@1', 'what'],
  })
})
