import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ActionManifest } from '../../../scripts/action-manifest.ts'
import { runLocally } from '../../../scripts/local-run.ts'

const action: ActionManifest = {
  name: 'echo',
  description: 'Echoes',
  using: 'node24',
  inputs: [
    { name: 'text', description: '', spec: { type: 'string', default: 'by default' } },
    { name: 'pass-word', description: '', spec: { type: 'secret' } },
  ],
  outputs: [{ name: 'said', description: '', type: 'string' }],
}

/** Speaks to the runner in every way, as an action does. */
const bundle = `
import { appendFileSync } from 'node:fs'
const { env } = process
console.log('plain text ' + env['INPUT_PASS-WORD'])
console.log('::add-mask::derived-secret')
console.log('::error file=a.yml,line=3,col=5::100%25 wrong%0Asecond line')
console.log('::group::Title')
console.log('derived-secret inside')
console.log('::endgroup::')
console.log('::debug::not for people')
appendFileSync(env.GITHUB_OUTPUT, 'said<<EOF\\n' + env.INPUT_TEXT + ' in ' + process.cwd() + '\\nEOF\\n')
appendFileSync(env.GITHUB_OUTPUT, 'environment<<EOF\\n' + Object.keys(env).join() + '\\nEOF\\n')
appendFileSync(env.GITHUB_STEP_SUMMARY, '# Summary with ' + env['INPUT_PASS-WORD'])
process.exitCode = 3
`

describe('an action run on this machine', () => {
  let project = ''
  const lines: string[] = []
  let result: Awaited<ReturnType<typeof runLocally>>

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'outtray-local-'))
    await mkdir(join(project, 'dist/echo'), { recursive: true })
    await writeFile(join(project, 'dist/echo/index.js'), bundle)
    await writeFile(join(project, 'package.json'), '{"type":"module"}')
    vi.stubEnv('OUTTRAY_PASS_WORD', 'from outside')
    vi.stubEnv('TMPDIR', project)
    result = await runLocally({
      project,
      action,
      inputs: { 'pass-word': 'hunter2!' },
      workspace: project,
      print: (line) => lines.push(line),
    })
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    return rm(project, { recursive: true })
  })

  test('gets its inputs and defaults, runs in the workspace, and answers by outputs, summary and exit code', () => {
    expect(result.code).toBe(3)
    expect(result.outputs.said).toBe(`by default in ${project}`)
    expect(result.summary).toBe('# Summary with ***')
  })

  test('prints annotations as a compiler does, and nothing that is meant for the runner alone', () => {
    expect(lines).toEqual(['plain text ***', 'error: a.yml:3:5: 100% wrong\nsecond line', 'Title', '*** inside'])
  })

  test('inherits no secret of the caller', () => {
    expect(result.outputs.environment?.split(',')).toContain('GITHUB_OUTPUT')
    expect(result.outputs.environment).not.toContain('OUTTRAY_')
  })

  test('leaves no command files behind', async () => {
    expect((await readdir(project)).sort()).toEqual(['dist', 'package.json'])
  })
})
