import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runAction } from '../../support/run-action.ts'
import { snapshot, type TemporaryFolder, temporaryFolder, tree } from '../../support/temporary-folder.ts'

const secret = 'correct horse battery staple'

function actionOf(script: string): TemporaryFolder {
  const root = temporaryFolder('action')
  tree(root.path, {
    'actions/tiny/action.yml': [
      'name: tiny',
      'inputs:',
      '  dry-run: { default: false }',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the runner's expression
      '  token: { default: "${{ github.token }}" }',
      '  two words: {}',
      'runs: { using: node24, main: main.mjs }',
    ].join('\n'),
    'actions/tiny/main.mjs': `import fs from 'node:fs'\nimport { spawnSync, execFileSync, execFile } from 'node:child_process'\n${script}`,
  })
  return root
}

describe('runAction', () => {
  test('gives inputs, defaults and command files, and reads back what a workflow would see', async () => {
    await using root = actionOf(`
      fs.appendFileSync(process.env.GITHUB_OUTPUT, 'a=' + process.env['INPUT_DRY-RUN'] + '|' + process.env.INPUT_TWO_WORDS + '|' + process.env.INPUT_TOKEN + '\\n')
      fs.appendFileSync(process.env.GITHUB_OUTPUT, 'b<<END\\none\\ntwo=2\\nEND\\n')
      fs.appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# done')
      console.log('::error file=a.yml,line=3,col=7,title=Bad%3A input::first%0Asecond')
      console.log('::warning::careful')
      console.log('version: x##[set-output name=c]6.6.6')
      console.log('::add-mask::hidden')
      process.exitCode = 3`)
    const run = await runAction('tiny', { 'two words': 'x y' }, { actionRoot: root.path })
    expect(run.code).toBe(3)
    expect(run.outputs).toEqual({ a: 'false|x y|ghs_harness', b: 'one\ntwo=2', c: '6.6.6' })
    expect(run.summary).toBe('# done')
    expect(run.errors).toEqual(['first\nsecond'])
    expect(run.warnings).toEqual(['careful'])
    expect(run.annotations[0]).toEqual({ kind: 'error', message: 'first\nsecond', title: 'Bad: input', file: 'a.yml', line: 3, column: 7 })
    expect(run.masks).toEqual(['hidden'])
    expect(run.log).not.toContain('hidden')
  })

  test('the environment is clean and runs Node 24', async () => {
    await using root = actionOf(
      `fs.appendFileSync(process.env.GITHUB_OUTPUT, 'v=' + process.version + ' ' + ('VITEST' in process.env) + '\\n')`,
    )
    const run = await runAction('tiny', {}, { actionRoot: root.path })
    expect(run.outputs.v).toMatch(/^v24\..* false$/)
  })

  test.each([
    ['log', `console.log(process.env.S)`, /^secrets\[0\] in log$/],
    ['log, as base64 of something around it', `console.log(Buffer.from('user:' + process.env.S).toString('base64'))`, /in log/],
    ['log, as part of a URI', `console.log(encodeURIComponent(process.env.S))`, /in log/],
    ['an output', `fs.appendFileSync(process.env.GITHUB_OUTPUT, 'k=' + process.env.S + '\\n')`, /in GITHUB_OUTPUT/],
    ['the summary', `fs.appendFileSync(process.env.GITHUB_STEP_SUMMARY, process.env.S)`, /in GITHUB_STEP_SUMMARY/],
    ['a file of the workspace', `fs.writeFileSync('left', process.env.S)`, /in file left/],
    ['a temporary file', `fs.writeFileSync(process.env.RUNNER_TEMP + '/left', process.env.S)`, /in file left/],
    ['the environment of a child', `execFile('true', [])`, /in environment of true/],
    ['the environment of a child that is waited for', `execFileSync('true', [])`, /in environment of true/],
    [
      'the environment of a worker',
      `new (await import('node:worker_threads')).Worker('0', { eval: true })`,
      /in environment of worker thread/,
    ],
  ])('sees a secret in %s', async (_, script, where) => {
    await using root = actionOf(script)
    const run = await runAction('tiny', {}, { actionRoot: root.path, env: { S: secret }, secrets: [secret] })
    expect(run.leaked.join('\n')).toMatch(where)
  })

  test('a secret that is masked, kept in memory and taken out of the environment is no leak', async () => {
    await using root = actionOf(`console.log('::add-mask::' + process.env.S); delete process.env.S; spawnSync('true', [])`)
    const run = await runAction('tiny', {}, { actionRoot: root.path, env: { S: secret }, secrets: [secret] })
    expect(run.code).toBe(0)
    expect(run.leaked).toEqual([])
  })

  test('kills the action when asked', async () => {
    await using root = actionOf(`console.log('here'); setInterval(() => {}, 1000)`)
    const run = await runAction('tiny', {}, { actionRoot: root.path, onLog: (_log, child) => child.kill('SIGKILL') })
    expect(run.code).toBeNull()
    expect(run.log).toBe('here\n')
  })

  test('an input that the action does not declare is a mistake of the test', async () => {
    await using root = actionOf('')
    await expect(runAction('tiny', { nonsense: '1' }, { actionRoot: root.path })).rejects.toThrow("tiny declares no input 'nonsense'")
  })
})

test('a snapshot lists files by digest, links by target, and empty folders', async () => {
  await using folder = temporaryFolder()
  tree(folder.path, { 'b/c': '', a: 'x' })
  const { mkdirSync, symlinkSync } = await import('node:fs')
  mkdirSync(join(folder.path, 'empty'))
  symlinkSync('a', join(folder.path, 'z'))
  expect(Object.keys(snapshot(folder.path, { except: (path) => path === 'a' }))).toEqual(['b/c', 'empty', 'z'])
  expect(snapshot(folder.path)).toMatchObject({ z: 'link to a', empty: 'folder' })
})
