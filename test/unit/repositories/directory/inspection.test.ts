import { rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { FolderInspection } from '../../../../src/repositories/directory/inspection.ts'
import { temporaryFolder, tree } from '../../../support/temporary-folder.ts'

test('says what stands at a path, and what is in the way', async () => {
  await using folder = temporaryFolder()
  tree(folder.path, { 'a/file': 'four', 'a/Twin': '' })
  symlinkSync('file', path.join(folder.path, 'a/link'))
  const inspection = new FolderInspection(folder.path)
  expect(['a/file', 'a/none', 'b/none', 'a', 'a/file/below', 'a/twin', 'a/link'].map((file) => inspection.look(file))).toEqual([
    { size: 4 },
    undefined,
    undefined,
    { obstacle: "'a' is a folder" },
    { obstacle: "'a/file' is a file" },
    { obstacle: "'a/Twin' is there, which some systems take for the same name" },
    { obstacle: "'a/link' is a symbolic link" },
  ])
})

test('takes a file that another publisher makes or removes at that moment for no twin of itself', async () => {
  await using folder = temporaryFolder()
  tree(folder.path, { 'a/passing': '' })
  const inspection = new FolderInspection(folder.path)
  expect(inspection.look('a/none')).toBeUndefined()
  rmSync(path.join(folder.path, 'a/passing'))
  expect(inspection.look('a/passing')).toBeUndefined()
})
