import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { differences } from '../../../scripts/folder-differences.ts'

test('two folders are told apart by missing, left-over and different files, in any depth', async () => {
  const root = await mkdtemp(join(tmpdir(), 'outtray-differences-'))
  try {
    const files = { 'a/same': 'x', 'a/deep/changed': '1', 'a/old': '', 'b/same': 'x', 'b/deep/changed': '2', 'b/new': '' }
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, file)), { recursive: true })
      await writeFile(join(root, file), text)
    }
    expect(await differences(join(root, 'a'), join(root, 'b'))).toEqual(['deep/changed differs', 'new is missing', 'old is left over'])
    expect(await differences(join(root, 'a'), join(root, 'a'))).toEqual([])
    expect(await differences(join(root, 'nowhere'), join(root, 'b'))).toHaveLength(3)
  } finally {
    await rm(root, { recursive: true })
  }
})
