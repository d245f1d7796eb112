import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, tree } from '../../../../support/temporary-folder.ts'
import { collected, errorsOf, filesOf, folder10 } from './collecting.ts'
import { release } from './releases.ts'

describe('several parts', () => {
  it('become one: identical files collapse, the others come together', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, {
      ...release('part0', 'native', { files: ['.jar', '-sources.jar'] }),
      ...release('part1', 'native', { files: ['-linux.jar'] }),
      ...release('part2', 'native', { files: ['-macos.jar', '.jar'] }),
    })
    const { collection, errors } = await collected(workspace, ['part0', 'part1', 'part2', 'part0'])
    using _ = collection
    expect(errors).toEqual([])
    expect(filesOf(collection).map(({ name, origin }) => [name, origin])).toEqual([
      ['native-1.0-linux.jar', 'part1'],
      ['native-1.0-macos.jar', 'part2'],
      ['native-1.0-sources.jar', 'part0'],
      ['native-1.0.jar', 'part0'],
      ['native-1.0.pom', 'part0'],
    ])
  })

  it('that hold other bytes under one path are a conflict, which names both origins, all of them in one run', async () => {
    await using folder = temporaryFolder()
    const files = ['.jar', '-sources.jar', '-javadoc.jar']
    const workspace = tree(folder.path, { ...release('one', 'lib', { files }), ...release('two', 'lib', { files }) })
    writeFileSync(join(workspace, `two/${folder10}/lib-1.0.jar`), 'content of lib.JAR')
    appendFileSync(join(workspace, `two/${folder10}/lib-1.0-sources.jar`), 'x')
    expect(await errorsOf(workspace, ['one', 'two'])).toEqual([
      `'${folder10}/lib-1.0-sources.jar' is in 'one' and in 'two', with other bytes`,
      `'${folder10}/lib-1.0.jar' is in 'one' and in 'two', with other bytes`,
    ])
  })

  it('differ in their last byte only, far behind the first read', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...release('one'), ...release('two') })
    const bytes = Buffer.alloc(700_000, 'x')
    writeFileSync(join(workspace, `one/${folder10}/lib-1.0.jar`), bytes)
    writeFileSync(join(workspace, `two/${folder10}/lib-1.0.jar`), bytes)
    expect(await errorsOf(workspace, ['one', 'two'])).toEqual([])
    bytes[bytes.length - 1] = 0
    writeFileSync(join(workspace, `two/${folder10}/lib-1.0.jar`), bytes)
    expect(await errorsOf(workspace, ['one', 'two'])).toHaveLength(1)
  })

  it('may have signed the same file each, and may write the same checksum in other words, but not another checksum', async () => {
    await using folder = temporaryFolder()
    const jar = `${folder10}/lib-1.0.jar`
    const md5 = 'c'.repeat(32)
    const workspace = tree(folder.path, {
      ...release('one'),
      ...release('two'),
      [`one/${jar}.asc`]: 'signature one',
      [`two/${jar}.asc`]: 'signature two',
      [`one/${jar}.md5`]: md5,
      [`two/${jar}.md5`]: `${md5.toUpperCase()}  lib-1.0.jar\n`,
    })
    const { collection, errors } = await collected(workspace, ['one', 'two'])
    collection[Symbol.dispose]()
    expect(errors).toEqual([])
    expect(filesOf(collection)[0]?.signatures.map(({ content }) => content)).toEqual(['signature one', 'signature two'])
    writeFileSync(join(workspace, `two/${jar}.md5`), 'd'.repeat(32))
    expect(await errorsOf(workspace, ['one', 'two'])).toEqual([`'${jar}.md5' is in 'one' and in 'two', with other bytes`])
  })

  it('may hold a file in one and its signature in another', async () => {
    await using folder = temporaryFolder()
    const workspace = tree(folder.path, { ...release('one'), [`two/${folder10}/lib-1.0.jar.asc`]: 'signature' })
    const { collection, errors } = await collected(workspace, ['one', 'two'])
    using _ = collection
    expect(errors).toEqual([])
    expect(collection.components[0]?.orphans).toEqual([])
    expect(filesOf(collection)[0]?.signatures).toHaveLength(1)
  })
})
