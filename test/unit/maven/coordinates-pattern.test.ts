import { describe, expect, it } from 'vitest'
import { parseCoordinatesPattern } from '../../../src/maven/coordinates-pattern.ts'

const lib = { groupId: 'org.acme', artifactId: 'lib-core', version: '1.0' }

describe('a pattern of coordinates', () => {
  it.each(['org.acme:lib-core', 'org.acme:lib-core:1.0', '*:*', 'org.*:lib*', '*:*-core:1.*', 'o*e:*:*0'])('%s matches', (text) => {
    expect(parseCoordinatesPattern(text)?.matches(lib)).toBe(true)
  })

  it.each(['org.acme:lib', 'acme:lib-core', 'org.acme:lib-core:1', 'org?acme:lib-core', 'com.*:*', '*:*:2.*'])(
    '%s does not match',
    (text) => {
      expect(parseCoordinatesPattern(text)?.matches(lib) ?? false).toBe(false)
    },
  )

  it('takes a dot for a dot', () => {
    expect(parseCoordinatesPattern('org.acme:lib')?.matches({ ...lib, groupId: 'orgxacme', artifactId: 'lib' })).toBe(false)
  })

  it.each(['', 'org.acme', 'org.acme:', ':lib', 'a:b:c:d', 'org acme:lib', 'org/acme:lib', 'org?acme:lib'])("'%s' is none", (text) => {
    expect(parseCoordinatesPattern(text)).toBeUndefined()
  })
})
