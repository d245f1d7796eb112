import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RepositorySelection } from '../../../../src/actions/import-releases/repository-selection.ts'
import {
  checkShardCount,
  mostShards,
  parseShard,
  planShards,
  type Shard,
  type ShardedRepository,
  serializeShard,
  tellUnselected,
} from '../../../../src/actions/import-releases/shards.ts'
import { Diagnostics } from '../../../../src/core/diagnostics.ts'

const fullName = fc
  .tuple(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,9}$/), fc.stringMatching(/^[a-z0-9._-]{1,9}$/))
  .filter(([, name]) => name !== '.' && name !== '..')
  .map((parts) => parts.join('/'))
const tag = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), fc.constantFrom('v1.0', 'a,b;c@d/e%2F', 'é', '../..'))
const plan: fc.Arbitrary<Required<ShardedRepository>[]> = fc.uniqueArray(
  fc.record({ fullName, tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 5 }), bytes: fc.nat({ max: 1_000_000 }) }),
  { selector: (repository) => repository.fullName, maxLength: 30 },
)
const count = fc.integer({ min: 1, max: 20 })

function read(text: string): Shard {
  const diagnostics = new Diagnostics()
  const shard = parseShard(text, diagnostics)
  expect(diagnostics.all).toEqual([])
  if (shard === undefined) throw new Error('a shard that is not told as wrong is read')
  return shard
}

const named = (shards: readonly Shard[]) =>
  shards.flatMap(({ repositories }) => repositories.flatMap(({ fullName: name, tags = [] }) => tags.map((each) => `${name} ${each}`)))

describe('a plan', () => {
  test('in shards is complete, disjoint and splits no repository', () => {
    fc.assert(
      fc.property(plan, count, (repositories, most) => {
        const shards = planShards(repositories, most).map(read)
        expect(shards).toHaveLength(Math.min(most, repositories.length))
        expect(shards.map(({ index }) => index)).toEqual(shards.map((_, position) => position + 1))
        expect(shards.every((shard) => shard.count === shards.length && shard.repositories.length > 0)).toBe(true)
        const parts = shards.flatMap((shard) => shard.repositories.map((part) => part.fullName))
        expect(parts.toSorted()).toEqual(repositories.map((repository) => repository.fullName).sort())
        expect(named(shards).sort()).toEqual(
          repositories.flatMap(({ fullName: name, tags }) => tags.map((each) => `${name} ${each}`)).sort(),
        )
      }),
    )
  })

  test('names a repository alone of which nobody knows the releases', () => {
    const repositories = [
      { fullName: 'acme/unread', bytes: 0 },
      { fullName: 'acme/widget', tags: ['v1'], bytes: 5 },
    ]
    expect(planShards(repositories, 1)).toEqual(['1/1:acme/unread;acme/widget@v1'])
    expect(planShards(repositories, 2)).toEqual(['1/2:acme/widget@v1', '2/2:acme/unread'])
  })

  test('is the same text for the same work, in whatever order it was found', () => {
    fc.assert(
      fc.property(plan, count, fc.nat(), (repositories, most, turn) => {
        const turned = repositories
          .map((_, index) => repositories[(index + turn) % repositories.length])
          .filter((each) => each !== undefined)
        const reversed = turned.map((each) => ({ ...each, tags: each.tags.toReversed() }))
        expect(planShards(reversed, most)).toEqual(planShards(repositories, most))
      }),
    )
  })

  test('is balanced: no shard has more than the average and one repository', () => {
    fc.assert(
      fc.property(plan, count, (repositories, most) => {
        const bytes = new Map(repositories.map((repository) => [repository.fullName, repository.bytes]))
        const loads = planShards(repositories, most).map((text) =>
          read(text).repositories.reduce((sum, part) => sum + (bytes.get(part.fullName) ?? 0), 0),
        )
        const total = loads.reduce((sum, load) => sum + load, 0)
        const largest = Math.max(0, ...bytes.values())
        for (const load of loads) expect(load).toBeLessThanOrEqual(total / loads.length + largest)
      }),
    )
  })

  test('divides what has no bytes by releases', () => {
    const repositories = Array.from({ length: 8 }, (_, index) => ({ fullName: `acme/r${index}`, tags: ['v1'], bytes: 0 }))
    expect(planShards(repositories, 4).map((text) => read(text).repositories.length)).toEqual([2, 2, 2, 2])
  })

  test('with nothing to do has no shard, and never more than GitHub runs', () => {
    expect(planShards([], 8)).toEqual([])
    const many = Array.from({ length: 300 }, (_, index) => ({ fullName: `acme/r${index}`, tags: ['v1'], bytes: index }))
    expect(planShards(many, 300)).toHaveLength(mostShards)
  })

  test('is spelt so that people can read it', () => {
    expect(planShards([{ fullName: 'acme/widget', tags: ['v2', 'v1', 'pkg@1,0'], bytes: 1 }], 3)).toEqual([
      '1/1:acme/widget@pkg%401%2C0,v1,v2',
    ])
  })

  test('names repositories without tags where a job could not be given all of them', () => {
    const tags = Array.from({ length: 2_000 }, (_, index) => `nightly-2026-01-01-${index}`)
    const repositories = [
      { fullName: 'acme/nightly', tags, bytes: 5 },
      { fullName: 'acme/widget', tags: ['v1'], bytes: 1 },
    ]
    const [only = ''] = planShards(repositories, 1)
    expect(only).toBe('1/1:acme/nightly;acme/widget@v1')
    expect(read(only).repositories[0]).toEqual({ fullName: 'acme/nightly' })
  })

  test('of too many repositories for a job says so', () => {
    const repositories = Array.from({ length: 3_000 }, (_, index) => ({ fullName: `an-owner/repository-${index}`, tags: ['v1'], bytes: 1 }))
    expect(() => planShards(repositories, 1)).toThrow('a shard would name 3000 repositories, more than a job can be given')
    expect(planShards(repositories, 8)).toHaveLength(8)
  })

  test('of 1,000 repositories with 10 releases fits into the outputs of a job', () => {
    const tags = Array.from({ length: 10 }, (_, index) => `v1.${index}.0`)
    const repositories = Array.from({ length: 1_000 }, (_, index) => ({ fullName: `acme/repository-${index}`, tags, bytes: index }))
    for (const most of [1, 8, 256]) {
      const shards = planShards(repositories, most)
      expect(shards.every((text) => text.length <= 32_000)).toBe(true)
      expect(JSON.stringify({ include: shards.map((shard) => ({ shard })) }).length).toBeLessThan(500_000)
    }
    expect(named(planShards(repositories, 8).map(read))).toHaveLength(10_000)
  })

  test('names a repository alone when a tag is no Unicode', () => {
    expect(planShards([{ fullName: 'acme/widget', tags: ['v1', '\ud800'], bytes: 1 }], 1)).toEqual(['1/1:acme/widget'])
  })
})

describe('the input shard', () => {
  test.each([
    '',
    '1',
    '1/1',
    '1/1:',
    '0/1:acme/widget',
    '2/1:acme/widget',
    '01/1:acme/widget',
    '1/257:acme/widget',
    '1/1:acme',
    '1/1:acme/*',
    '1/1:acme/widget/x',
    '1/1:../../etc',
    '1/1:acme/..',
    '1/1:acme%2Fwidget',
    '1/1:acme/widget@',
    '1/1:acme/widget@v1,',
    '1/1:acme/widget@v1@v2',
    '1/1:acme/widget@v1,v1',
    '1/1:acme/widget@v2,v1',
    '1/1:acme/widget@%761',
    '1/1:acme/widget@v1%2c',
    '1/1:acme/widget@%',
    '1/1:acme/widget@%ff',
    '1/1:acme/widget@v 1',
    '1/1:acme/widget;',
    '1/1:acme/Widget;acme/widget',
    '1/1:b/b;a/a',
    '1/1:acme/widget\n',
    ' 1/1:acme/widget',
    '1/1:acme/widget@*\u0000',
    `1/1:acme/widget@${'a'.repeat(40_000)}`,
  ])('%j is no shard', (text) => {
    const diagnostics = new Diagnostics()
    expect(parseShard(text, diagnostics)).toBeUndefined()
    expect(diagnostics.errors).toHaveLength(1)
    expect(diagnostics.errors[0]?.message).toMatch(/^input 'shard' is no shard of a plan: '/)
    expect(diagnostics.errors[0]?.message.length).toBeLessThan(130)
  })

  test('has one spelling only: whatever is read is written the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'12/:;@,%2Fav.'), maxLength: 24 }), (text) => {
        const shard = parseShard(text, new Diagnostics())
        if (shard !== undefined) expect(serializeShard(shard)).toBe(text)
      }),
      { numRuns: 5_000 },
    )
  })

  test('may name only what the inputs select', () => {
    const unselected = (lines: readonly string[], text: string) => {
      const diagnostics = new Diagnostics()
      const rules = { current: undefined, includeForks: false, includeArchived: false, includePrivate: false }
      tellUnselected(read(text), new RepositorySelection(lines, rules, diagnostics), diagnostics)
      return diagnostics.errors.map(({ message }) => message)
    }
    expect(unselected(['acme/*', '!acme/old'], '1/1:Acme/widget@v1;acme/gadget')).toEqual([])
    expect(unselected(['acme/*', '!acme/old'], '1/1:acme/old@v1,v2')).toEqual([
      "input 'shard' names what 'repositories' does not select: 'acme/old'",
    ])
    expect(unselected(['acme/widget@v1'], '1/1:acme/widget@v1,v2;other/x')).toEqual([
      "input 'shard' names what 'repositories' does not select: 'acme/widget@v2' and 1 more",
    ])
  })
})

test('the number of shards is between 1 and 256', () => {
  const told = (number: number) => {
    const diagnostics = new Diagnostics()
    checkShardCount(number, diagnostics)
    return diagnostics.errors.map(({ message }) => message)
  }
  expect([1, 256].flatMap(told)).toEqual([])
  expect(told(0)).toEqual(["input 'shards' must be between 1 and 256, got '0'"])
  expect(told(257)).toHaveLength(1)
})
