import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { parseCommandFile } from '../../harness/command-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const source = pathToFileURL(path.resolve('src/core/commands.ts')).href

function run(script: string, env: Readonly<Record<string, string>> = {}): string {
  const program = `const { issueCommand, setOutput, addSummary, maskValue } = await import(${JSON.stringify(source)})\n${script}`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', env })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout
}

test('commands escape what would end their line or their properties', () => {
  expect(run(`issueCommand('error', '100%\\r\\nsecond', { file: 'a,b:c.pom', line: 3, col: undefined })`)).toBe(
    '::error file=a%2Cb%3Ac.pom,line=3::100%25%0D%0Asecond\n',
  )
  expect(run(`issueCommand('endgroup', '')`)).toBe('::endgroup::\n')
  expect(run(`maskValue('two\\nlines')`)).toBe('::add-mask::two%0Alines\n')
})

test('no value of an output can end its own block', async () => {
  await using folder = temporaryFolder()
  const file = path.join(folder.path, 'output')
  const value = 'a\nghadelimiter_x\nb=c\nname<<EOF\nEOF\n'
  run(`setOutput('one', ${JSON.stringify(value)}); setOutput('two', '')`, { GITHUB_OUTPUT: file })
  expect(parseCommandFile(readFileSync(file, 'utf8'))).toEqual({ one: value, two: '' })
})

test('outside GitHub nobody is told', () => {
  expect(run(`setOutput('a', 'b'); addSummary('c')`)).toBe('')
})
