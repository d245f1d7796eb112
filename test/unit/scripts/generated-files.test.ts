import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { generatedFiles } from '../../../scripts/generated-files.ts'

const page =
  '# page\n<!-- generated:inputs -->\nold\n<!-- /generated:inputs -->\nkept\n<!-- generated:outputs -->\n<!-- /generated:outputs -->\n'

const project = {
  'actions/pack/action.yml': `
name: Pack
description: Packs things
inputs:
  files:
    description: >-
      What to pack:
      a | b.
    required: true
  token: { description: Secret. }
  level: { description: How hard., default: '9' }
  kind: { description: "It's a kind.", default: zip }
  hosts: { description: Where to., default: "a\\nb\\n" }
outputs:
  archive: { description: Path. }
runs: { using: node24, main: ../../dist/pack/index.js }
`,
  'actions/pack/action-types.yml': `
inputs:
  files: { type: list, separator: "\\n", list-item: { type: string } }
  token: { type: string }
  level: { type: integer }
  kind: { type: enum, allowed-values: [zip, tar] }
  hosts: { type: list, separator: "\\n", list-item: { type: string } }
outputs:
  archive: { type: string }
`,
  'actions/pack/README.md': page,
  'README.md': '<!-- generated:actions -->\n<!-- /generated:actions -->\n',
}

const folders: string[] = []

async function generate(changes: Record<string, string> = {}): Promise<ReadonlyMap<string, string>> {
  const root = await mkdtemp(join(tmpdir(), 'outtray-generate-'))
  folders.push(root)
  for (const [file, text] of Object.entries({ ...project, ...changes })) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  return generatedFiles(root)
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

describe('the generator', () => {
  test('writes the specs of the inputs and the names of the outputs', async () => {
    expect((await generate()).get('src/actions/pack/action.gen.ts')).toContain(
      [
        'export const inputSpecs = {',
        "  'files': { type: 'list', required: true },",
        "  'token': { type: 'secret' },",
        "  'level': { type: 'integer', default: '9' },",
        "  'kind': { type: 'enum', values: ['zip', 'tar'], default: 'zip' },",
        "  'hosts': { type: 'list', default: 'a\\nb\\n' },",
        '} as const satisfies Record<string, InputSpec>',
        '',
        'export type OutputName =',
        "  | 'archive'",
      ].join('\n'),
    )
  })

  test('fills the tables of a page and leaves the rest of it alone', async () => {
    const text = (await generate()).get('actions/pack/README.md')
    expect(text).toContain('| `files` | list, one per line |  | yes | What to pack: a \\| b. |')
    expect(text).toContain("| `kind` | `zip` or `tar` | `zip` |  | It's a kind. |")
    expect(text).toContain('| `hosts` | list, one per line | `a`<br>`b` |  | Where to. |')
    expect(text).toContain('| `archive` | string | Path. |')
    expect(text).toContain('\nkept\n')
    expect(text).not.toContain('old')
  })

  test('lists the actions in the root page, with links', async () => {
    expect((await generate()).get('README.md')).toContain('| [`pack`](actions/pack/README.md) | Packs things |')
  })

  test('gives the same text again from its own output', async () => {
    const first = await generate()
    expect(await generate(Object.fromEntries(first))).toEqual(first)
  })

  test('tells everything that the two files of an action disagree about', async () => {
    const types =
      'inputs:\n  files: { type: blob }\n  kind: { type: enum, allowed-values: [tar] }\n  level: { type: integer }\n  other: { type: string }\n'
    await expect(generate({ 'actions/pack/action-types.yml': types })).rejects.toThrow(
      /action\.yml: input 'token' has no entry.*names input 'other'.*output 'archive' has no entry.*'files' has the type 'blob'.*default of 'kind'/,
    )
  })

  test('fails when a page has no place for a table, naming page and table', async () => {
    await expect(generate({ 'actions/pack/README.md': '# page\n' })).rejects.toThrow(
      "actions/pack/README.md: no place for the section 'inputs'",
    )
    await expect(generate({ 'actions/pack/README.md': page + page })).rejects.toThrow("no place for the section 'inputs'")
  })
})
