import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readManifests } from '../../../scripts/action-manifest.ts'

const run = promisify(execFile)
const actions = (await readManifests('.')).filter(({ using }) => using !== 'composite').map(({ name }) => name)

test('there is a bundle for every action, and no other', async () => {
  expect((await readdir('dist')).sort()).toEqual(actions)
})

describe.each(actions)('the bundle of %s', (name) => {
  test('starts in a folder without node_modules, and says which input is missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'outtray-bundle-'))
    try {
      await cp(join('dist', name), join(folder, name), { recursive: true })
      const ended = await run(process.execPath, [join(folder, name, 'index.js')], { cwd: folder, env: {} }).catch((error: unknown) => error)
      expect(ended).toMatchObject({ code: 1, stdout: expect.stringMatching(/^::error::.*(is required|needs input)/m), stderr: '' })
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('names no folder of the machine that built it', async () => {
    for (const entry of await readdir(join('dist', name), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const text = await readFile(join(entry.parentPath, entry.name), 'utf8')
      expect(text.includes(process.cwd()), entry.name).toBe(false)
      // The bundler names each module relative to the project: an outer path would be the builder's.
      expect(text, entry.name).not.toMatch(/ MODULE: (\.\.)?\//)
    }
  })

  test('tells the licence of every package inside, with its text', async () => {
    const licenses = await readFile(join('dist', name, 'licenses.txt'), 'utf8')
    for (const inside of ['openpgp', 'valibot']) {
      expect(licenses).toMatch(new RegExp(`^${inside} \\d+\\.\\d+\\.\\d+\\n(MIT|LGPL-3\\.0\\+)\\n\\n.{20}`, 'ms'))
    }
    const code = await readFile(join('dist', name, 'index.js'), 'utf8')
    for (const [, inside] of code.matchAll(/ MODULE: \.\/node_modules\/((?:@[^/]+\/)?[^/]+)/g)) {
      expect(licenses).toMatch(new RegExp(`^${inside} \\d`, 'm'))
    }
  })
})
