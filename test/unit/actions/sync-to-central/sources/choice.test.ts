import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, tree } from '../../../../support/temporary-folder.ts'
import { collected, errorsOf } from './collecting.ts'
import { release } from './releases.ts'

describe('include and exclude', () => {
  const parts = { ...release('staging', 'core'), ...release('staging', 'cli'), ...release('staging', 'core', { version: '1.1' }) }

  it.each([
    [{ include: ['org.acme:core'] }, ['core:1.0', 'core:1.1']],
    [{ include: ['org.acme:c*:1.0'] }, ['cli:1.0', 'core:1.0']],
    [{ exclude: ['*:core:1.1'] }, ['cli:1.0', 'core:1.0']],
    [{ include: ['*:core'], exclude: ['*:*:1.0'] }, ['core:1.1']],
  ] as const)('%o take %j', async (choices, expected) => {
    await using folder = temporaryFolder()
    const { collection, errors } = await collected(tree(folder.path, parts), ['staging'], choices)
    using _ = collection
    expect(errors).toEqual([])
    expect(collection.components.map(({ coordinates }) => `${coordinates.artifactId}:${coordinates.version}`)).toEqual(expected)
    expect(collection.excluded).toHaveLength(3 - expected.length)
  })

  it('keep conflicts out of what is not taken', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...release('one', 'core'), ...release('two', 'core'), ...release('two', 'cli') })
    writeFileSync(join(workspace, 'two/org/acme/core/1.0/core-1.0.jar'), 'other')
    expect(await errorsOf(workspace, ['one', 'two'])).toHaveLength(1)
    expect(await errorsOf(workspace, ['one', 'two'], { exclude: ['org.acme:core'] })).toEqual([])
  })

  it('are told when they are no patterns, match nothing, or leave nothing', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, parts)
    expect(await errorsOf(workspace, ['staging'], { include: ['org/acme'], exclude: ['core'] })).toEqual([
      "input 'include' takes coordinates, got 'org/acme'",
      "input 'exclude' takes coordinates, got 'core'",
    ])
    const { collection, diagnostics, errors } = await collected(workspace, ['staging'], { include: ['org.acme:core', 'org.acme:cor'] })
    collection[Symbol.dispose]()
    expect(errors).toEqual([])
    expect(diagnostics.all.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      "warning: 'org.acme:cor' in the input 'include' matches nothing",
    ])
    expect(await errorsOf(workspace, ['staging'], { exclude: ['*:*'] })).toEqual(["there is nothing to sync in 'staging'"])
  })
})
