import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { OutputLayout } from '../../../../src/actions/sign-artifacts/output-layout.ts'
import { writeAll } from '../../../../src/actions/sign-artifacts/planned-writes.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

it('a write that fails names its file and leaves nothing behind', async () => {
  await using folder = temporaryFolder()
  mkdirSync(join(folder.path, 'a.asc/in-the-way'), { recursive: true })
  const layout = new OutputLayout({ workspace: folder.path })
  expect(() => writeAll([{ path: join(folder.path, 'a.asc'), content: 'a signature' }], layout)).toThrow(/^'a\.asc' cannot be written: /)
  expect(readdirSync(folder.path)).toEqual(['a.asc'])
})
