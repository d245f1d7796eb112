import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checksumLine } from '../../../../src/actions/sign-artifacts/checksum-lines.ts'
import { temporaryFolder, tree } from '../../../support/temporary-folder.ts'

const oddNames = [
  'plain.jar',
  'two  blanks',
  ' *star',
  '-dash',
  'back\\slash',
  'line\nbreak',
  'carriage\rreturn',
  '\\n',
  'ünïcode €',
  '\'quotes"',
  '#hash',
]

describe('checksum lines', () => {
  it.each(oddNames)('sha256sum checks %j', async (name) => {
    await using folder = temporaryFolder()
    tree(folder.path, { [name]: 'content', SUMS: checksumLine(createHash('sha256').update('content').digest('hex'), name) })
    expect(() => execFileSync('sha256sum', ['--strict', '--check', 'SUMS'], { cwd: folder.path, stdio: 'pipe' })).not.toThrow()
  })

  it.each(['plain.jar', 'back\\slash', 'line\nbreak'])('are those of sha256sum itself for %j', async (name) => {
    await using folder = temporaryFolder()
    tree(folder.path, { [name]: 'content' })
    const theirs = execFileSync('sha256sum', ['--', name], { cwd: folder.path }).toString()
    expect(checksumLine(createHash('sha256').update('content').digest('hex'), name)).toBe(theirs)
  })
})
