import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from '../../../src/core/nearest.ts'

describe('the nearest names', () => {
  it.each([
    ['vs_tag', ['vcs_tag', 'name', 'desc'], ['vcs_tag']],
    ['includePatern', ['includePattern', 'excludePattern', 'uploadPattern'], ['includePattern', 'excludePattern']],
    ['vcsUrl', ['vcs_url', 'website_url'], ['vcs_url']],
    ['licence', ['licenses', 'labels'], ['licenses']],
    ['zebra', ['package', 'version'], []],
    ['tool-1.0.tar.gz', ['tool-1.1.tar.gz', 'readme.md'], ['tool-1.1.tar.gz']],
  ])('of %s among %j are %j', (name, candidates, expected) => {
    expect(nearest(name, candidates, 2)).toEqual(expected)
  })

  it('begin with the name itself where it is there', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 20 }),
        fc.array(fc.string({ minLength: 21, maxLength: 30 })),
        (name, others) => nearest(name, [...others, name])[0] === name,
      ),
    )
  })
})
