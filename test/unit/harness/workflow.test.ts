import { describe, expect, test } from 'vitest'
import type { StepReport } from '../../harness/job-state.ts'
import { runWorkflow, type WorkflowReport, type WorkflowRequest } from '../../harness/workflow.ts'
import { temporaryFolder, tree } from '../../support/temporary-folder.ts'

const $ = '$'

interface Given extends Partial<WorkflowRequest> {
  /** Steps of a job `main`, as YAML; or `workflow` in whole. */
  readonly steps?: string
  /** Files of the repository that `$/` and `acme/tools` mean. */
  readonly files?: Record<string, string>
}

async function run({ steps, files = {}, ...request }: Given): Promise<WorkflowReport> {
  await using folder = temporaryFolder('workflow')
  const root = tree(`${folder.path}/repository`, { '.keep': '', ...files })
  return await runWorkflow({
    workflow: `jobs:\n  main:\n    steps:\n${(steps ?? '').replace(/^/gm, '      ')}`,
    folder: `${folder.path}/run`,
    root,
    repositories: { 'acme/tools': root },
    ...request,
  })
}

function stepsOf(report: WorkflowReport): readonly StepReport[] {
  return report.jobs.flatMap((job) => job.steps)
}

const nodeAction = (script: string, more = ''): Record<string, string> => ({
  'node/action.yml': `inputs: { a: { default: dflt }, b-c: {}, old: { deprecationMessage: use a } }\nruns: { using: node24, main: main.mjs${more} }`,
  'node/main.mjs': `import fs from 'node:fs'; const out = (name, value) => fs.appendFileSync(process.env.GITHUB_OUTPUT, name + '=' + value + '\\n')\n${script}`,
})

describe('steps', () => {
  test('run in order with the environment of workflow, job and step, and of the steps before them', async () => {
    const report = await run({
      workflow: `
env: { A: w, B: w, C: w }
jobs:
  main:
    env: { B: j, C: j }
    outputs: { all: "${$}{{ steps.last.outputs.all }}" }
    steps:
      - run: |
          echo "D=from file" >> "$GITHUB_ENV"
          mkdir tool && printf '#!/bin/sh\\necho tool' > tool/my-tool && chmod +x tool/my-tool && echo "$PWD/tool" >> "$GITHUB_PATH"
      - id: last
        env: { C: "${$}{{ env.B }}s" }
        run: echo "all=$A $B $C $D $(my-tool) ${$}{{ env.D }}" >> "$GITHUB_OUTPUT"
`,
    })
    expect(report.jobs[0]?.outputs).toEqual({ all: 'w j js from file tool from file' })
  })

  test('after a failure only steps that ask for it run, and the job is red', async () => {
    const report = await run({
      steps: `
- { id: bad, run: exit 3 }
- { run: echo never }
- { if: failure() && steps.bad.outcome == 'failure', run: echo told }
- { if: always(), run: echo always }`,
    })
    expect(stepsOf(report).map((step) => step.conclusion)).toEqual(['failure', 'skipped', 'success', 'success'])
    expect(stepsOf(report)[0]?.annotations).toEqual([{ kind: 'error', message: 'Process completed with exit code 3.' }])
    expect(report.conclusion).toBe('failure')
  })

  test('continue-on-error forgives: outcome failure, conclusion success', async () => {
    const report = await run({ steps: `- { run: exit 1, continue-on-error: true }\n- { run: echo on }` })
    expect(stepsOf(report).map((step) => [step.outcome, step.conclusion])).toEqual([
      ['failure', 'success'],
      ['success', 'success'],
    ])
    expect(report.conclusion).toBe('success')
  })

  test('plain run stops at the first failing command but not in a pipe, shell: bash in a pipe too', async () => {
    const report = await run({ steps: `- { run: false | true }\n- { shell: bash, run: false | true, continue-on-error: true }` })
    expect(stepsOf(report).map((step) => step.outcome)).toEqual(['success', 'failure'])
  })

  test('hashFiles sees the workspace', async () => {
    const report = await run({
      steps: `- run: echo 1 > lock && mkdir sub && echo 2 > sub/lock\n- run: echo "${$}{{ hashFiles('**/lock') }}|${$}{{ hashFiles('none') }}"`,
    })
    expect(stepsOf(report)[1]?.log).toMatch(/^[0-9a-f]{64}\|$/m)
  })

  test("nobody overrides the runner's own variables", async () => {
    const steps = `- run: echo GITHUB_REF=forged >> "$GITHUB_ENV"\n- { env: { GITHUB_SHA: forged }, run: echo "got $GITHUB_REF $GITHUB_SHA" }`
    const report = await run({ steps, run: { ref: 'refs/tags/v1', sha: 'abc' } })
    expect(stepsOf(report)[1]?.log).toContain('got refs/tags/v1 abc\n')
  })

  test('NODE_OPTIONS in GITHUB_ENV fails the step', async () => {
    const report = await run({ steps: `- run: echo NODE_OPTIONS=--inspect >> "$GITHUB_ENV"` })
    expect(stepsOf(report)[0]).toMatchObject({ conclusion: 'failure', annotations: [{ message: expect.stringContaining('NODE_OPTIONS') }] })
  })

  test('an unknown action is an error that names it', async () => {
    const report = await run({ steps: `- uses: other/thing@v1` })
    expect(stepsOf(report)[0]?.annotations[0]?.message).toBe("nothing here stands in for 'other/thing@v1'")
  })
})

describe('actions', () => {
  test.each(['./node', '$/node', 'acme/tools/node@v1'])('%s gets inputs and defaults, and its outputs come back', async (uses) => {
    const files = nodeAction(`out('x', [process.env.INPUT_A, process.env['INPUT_B-C'], process.env.GITHUB_ACTION_PATH.endsWith('node')])`)
    const copy = Object.entries(files).map(([path, text]) => `mkdir -p node; cat > ${path} <<'END'\n${text}\nEND`) // for ./
    const report = await run({
      files,
      steps: `
- run: |
${copy.join('\n').replace(/^/gm, '    ')}
- { id: it, uses: ${uses}, with: { B-C: 5, old: x, strange: 1 } }
- run: echo "got ${$}{{ steps.it.outputs.x }}"`,
    })
    expect(stepsOf(report)[2]?.log).toContain('got dflt,5,true\n')
    expect(stepsOf(report)[1]?.annotations).toEqual([
      { kind: 'warning', message: "Input 'old' has been deprecated with message: use a" },
      { kind: 'warning', message: "Unexpected input(s) 'strange', valid inputs are ['a', 'b-c', 'old']" },
    ])
  })

  test('pre runs before all steps, post after all, the last one first, with state, whatever happened', async () => {
    const script = (name: string): string =>
      `console.log('${name} ' + process.env.INPUT_A + ' ' + process.env.STATE_s); fs.appendFileSync(process.env.GITHUB_STATE, 's=${name}\\n')`
    const files = nodeAction(script('main'), ', pre: pre.mjs, post: post.mjs')
    const report = await run({
      files: {
        ...files,
        'node/pre.mjs': `import fs from 'node:fs'; ${script('pre')}`,
        'node/post.mjs': `console.log('post ' + process.env.INPUT_A + ' ' + process.env.STATE_s)`,
        'both/action.yml': `runs: { using: composite, steps: [{ uses: $/node, with: { a: 2 } }] }`,
      },
      steps: `- { run: echo first }\n- { uses: $/node, with: { a: 1 } }\n- { uses: $/both }\n- { run: exit 1 }`,
    })
    const output = stepsOf(report).map((step) => step.log.trim().split('\n').at(-1))
    expect(output).toEqual([
      'pre 1 undefined',
      'pre 2 undefined',
      'first',
      'main 1 pre',
      'main 2 pre',
      '> exit 1',
      'post 2 main',
      'post 1 main',
    ])
  })

  test('a composite: inputs, nested $/ and steps, outputs, no secrets, no INPUT_ variables', async () => {
    const report = await run({
      secrets: { KEY: 'a secret value' },
      files: {
        ...nodeAction(`out('x', process.env.INPUT_A.toUpperCase())`),
        'outer/action.yml': `
inputs: { word: { default: "${$}{{ github.repository }}" } }
outputs: { loud: { value: "${$}{{ steps.inner.outputs.loud }}" }, env: { value: "${$}{{ steps.env.outputs.n }}" } }
runs:
  using: composite
  steps:
    - { id: inner, uses: $/inner, with: { word: "${$}{{ inputs.word }}" } }
    - { id: env, shell: bash, run: echo "n=$(env | grep -c ^INPUT_) $FROM $(basename "$GITHUB_ACTION_PATH")" >> "$GITHUB_OUTPUT" }`,
        'inner/action.yml': `
inputs: { word: {} }
outputs: { loud: { value: "${$}{{ steps.n.outputs.x }}!" } }
runs: { using: composite, steps: [{ id: n, uses: $/node, with: { a: "${$}{{ inputs.word }}" } }] }`,
        'nosy/action.yml': `runs: { using: composite, steps: [{ shell: bash, run: "echo ${$}{{ secrets.KEY }}" }] }`,
        'shellless/action.yml': 'runs: { using: composite, steps: [{ run: echo }] }',
      },
      steps: `
- { id: o, uses: acme/tools/outer@v1, env: { FROM: caller } }
- run: echo "${$}{{ steps.o.outputs.loud }} ${$}{{ steps.o.outputs.env }}"
- { uses: $/nosy, continue-on-error: true }
- { uses: $/shellless }`,
    })
    expect(stepsOf(report)[1]?.log).toContain('ACME/WIDGET! 0 caller outer\n')
    expect(stepsOf(report)[2]).toMatchObject({ outcome: 'failure', annotations: [{ message: expect.stringContaining('secrets') }] })
    expect(stepsOf(report)[3]).toMatchObject({ outcome: 'failure', annotations: [{ message: "Required property is missing: 'shell'" }] })
  })

  test('a step that fails inside a composite fails it, its always() steps run, and annotations share one budget', async () => {
    const report = await run({
      files: {
        'c/action.yml': `
runs:
  using: composite
  steps:
    - { shell: bash, run: "for i in 1 2 3 4 5 6 7 8; do echo ::warning::$i; done; echo one >> $GITHUB_STEP_SUMMARY; exit 1" }
    - { shell: bash, run: echo never }
    - { if: always(), shell: bash, run: "for i in 1 2 3 4; do echo ::warning::$i; done; echo two >> $GITHUB_STEP_SUMMARY" }`,
      },
      steps: `- uses: $/c`,
    })
    const [step] = stepsOf(report)
    expect(step?.conclusion).toBe('failure')
    expect(step?.annotations.filter((annotation) => annotation.kind === 'warning')).toHaveLength(10)
    expect(step?.summaries).toEqual(['one\n', 'two\n'])
    expect(step?.log).not.toMatch(/^never/m)
  })

  test('composites that use themselves stop at the limit', async () => {
    const files = { 'c/action.yml': 'runs: { using: composite, steps: [{ uses: $/c }] }' }
    await expect(run({ files, steps: '- uses: $/c' })).rejects.toThrow('Composite action depth exceeded max depth 9')
  })
})

describe('jobs', () => {
  test('needs, outputs, if and matrix', async () => {
    const report = await run({
      workflow: `
jobs:
  all:
    needs: [list, build]
    steps: [{ run: "echo ${$}{{ needs.list.outputs.names }} ${$}{{ needs.build.result }}" }]
  list:
    outputs: { names: "${$}{{ steps.l.outputs.names }}" }
    steps: [{ id: l, run: "echo 'names=[\\"a\\",\\"b\\"]' >> $GITHUB_OUTPUT" }]
  build:
    needs: list
    name: build ${$}{{ matrix.name }}
    strategy: { matrix: { name: "${$}{{ fromJSON(needs.list.outputs.names) }}", include: [{ name: b, more: yes }] } }
    steps: [{ run: "echo ${$}{{ matrix.name }}-${$}{{ matrix.more }}" }]
  never:
    if: github.ref == 'refs/heads/other'
    steps: [{ run: exit 1 }]
  after-never:
    needs: never
    steps: [{ run: exit 1 }]
`,
    })
    expect(report.jobs.map((job) => job.name)).toEqual(['list', 'build a', 'build b', 'all'])
    expect(report.jobs.flatMap((job) => job.steps.map((step) => step.log.split('\n').at(-2)))).toEqual([
      '> echo \'names=["a","b"]\' >> $GITHUB_OUTPUT',
      'a-',
      'b-yes',
      '[a,b] success',
    ])
    expect(report.conclusion).toBe('success')
  })

  const fanOut = (matrix: string, step: string) => `
jobs:
  plan:
    outputs: { matrix: "${$}{{ steps.p.outputs.matrix }}", empty: "${$}{{ fromJSON(steps.p.outputs.matrix).include[0] == null }}" }
    steps: [{ id: p, run: 'echo "matrix=$M" >> "$GITHUB_OUTPUT"', env: { M: '${matrix}' } }]
  import:
    needs: plan
    if: needs.plan.outputs.empty != 'true'
    strategy: { fail-fast: false, max-parallel: 2, matrix: "${$}{{ fromJSON(needs.plan.outputs.matrix) }}" }
    steps: [{ run: '${step}', env: { SHARD: "${$}{{ matrix.shard }}", OF: "${$}{{ strategy.job-index }}/${$}{{ strategy.job-total }}/${$}{{ strategy.max-parallel }}" } }]
  sum:
    needs: [plan, import]
    if: always()
    steps: [{ run: 'echo "import: ${$}{{ needs.import.result }}"' }]
`
  const lastLines = (report: WorkflowReport) => stepsOf(report).map((step) => step.log.trimEnd().split('\n').at(-1))

  test('a whole matrix that another job has put out as JSON', async () => {
    const shards = ['1/2:acme/widget@v1.0.0,pkg%2Fv2;acme/tool@v1', '2/2:acme/b%20c@%40scope%2Fx']
    const report = await run({ workflow: fanOut(JSON.stringify({ include: shards.map((shard) => ({ shard })) }), 'echo "$OF $SHARD"') })
    expect(report.jobs.map(({ id }) => id)).toEqual(['plan', 'import', 'import', 'sum'])
    expect(lastLines(report).slice(1)).toEqual([`0/2/2 ${shards[0]}`, `1/2/2 ${shards[1]}`, 'import: success'])
  })

  test('a job of such a matrix that fails lets the others run, where the workflow says so', async () => {
    const report = await run({ workflow: fanOut('{"include":[{"shard":"bad"},{"shard":"good"}]}', 'test "$SHARD" = good && echo fine') })
    expect(report.jobs.map(({ id, conclusion }) => [id, conclusion])).toEqual([
      ['plan', 'success'],
      ['import', 'failure'],
      ['import', 'success'],
      ['sum', 'success'],
    ])
    expect(lastLines(report).slice(2)).toEqual(['fine', 'import: failure'])
    expect(report.conclusion).toBe('failure')
  })

  test('an empty matrix is an error, as on GitHub, unless a condition keeps its job from running', async () => {
    const guarded = await run({ workflow: fanOut('{"include":[]}', 'echo never') })
    expect(lastLines(guarded).slice(1)).toEqual(['import: skipped'])
    const unguarded = fanOut('{"include":[]}', 'echo never').replace(/^ {4}if: needs\.plan.*\n/m, '')
    await expect(run({ workflow: unguarded })).rejects.toThrow('Matrix must define at least one vector')
  })

  test('a failed job stops those that need it, but not one that asks for failure', async () => {
    const report = await run({
      workflow: `
jobs:
  bad: { steps: [{ run: exit 1 }] }
  next: { needs: bad, steps: [{ run: echo }] }
  tell: { needs: [next], if: failure(), steps: [{ run: echo }] }
`,
    })
    expect(report.jobs.map((job) => [job.id, job.conclusion])).toEqual([
      ['bad', 'failure'],
      ['tell', 'success'],
    ])
    expect(report.conclusion).toBe('failure')
  })

  test('what the harness cannot run faithfully is an error', async () => {
    await expect(run({ workflow: 'jobs: { a: { container: x, steps: [] } }' })).rejects.toThrow("cannot run 'container'")
    await expect(run({ steps: '- { run: echo, background: true }' })).rejects.toThrow("cannot run 'background'")
    await expect(run({ workflow: 'jobs: { a: { needs: b, steps: [] }, b: { needs: a, steps: [] } }' })).rejects.toThrow('in a circle')
  })
})

describe('secrets', () => {
  const secrets = { KEY: 'correct horse battery' }

  test('a step that is given one may use it', async () => {
    const report = await run({ secrets, steps: `- { env: { K: "${$}{{ secrets.KEY }}" }, run: 'echo "length ${$}{#K}"' }` })
    expect(report).toMatchObject({ conclusion: 'success', leaked: [] })
    expect(stepsOf(report)[0]?.log).toContain('length 21\n')
  })

  test.each([
    ['the log', `- { env: { K: "${$}{{ secrets.KEY }}" }, run: echo "$K" }`, 'in log'],
    ['the log, as base64', `- { env: { K: "${$}{{ secrets.KEY }}" }, run: printf "user:$K" | base64 }`, 'in log'],
    ['the text of a script', `- { run: "true ${$}{{ secrets.KEY }}" }`, 'in the text of a script'],
    ['a file', `- { env: { K: "${$}{{ secrets.KEY }}" }, run: echo "$K" > left }`, 'in file left'],
    ['an output', `- { env: { K: "${$}{{ secrets.KEY }}" }, run: echo "k=$K" >> "$GITHUB_OUTPUT" }`, 'in GITHUB_OUTPUT'],
    ['the environment of other steps', `- { env: { K: "${$}{{ secrets.KEY }}" }, run: echo "K2=$K" >> "$GITHUB_ENV" }`, 'in GITHUB_ENV'],
  ])('fails when one is in %s', async (_, steps, where) => {
    await expect(run({ secrets, steps })).rejects.toThrow(where)
    const report = await run({ secrets, steps, onLeak: 'report' })
    expect(JSON.stringify(report.jobs.map((job) => job.steps.map((step) => [step.log, step.summaries])))).not.toContain(secrets.KEY)
  })

  test('fails when a job gives one to all its steps', async () => {
    const workflow = `jobs: { a: { env: { K: "${$}{{ secrets.KEY }}" }, steps: [{ run: echo }] } }`
    await expect(run({ secrets, workflow })).rejects.toThrow('in the environment of every step')
  })

  test("fails when the job's token is left in a file, as a checkout that keeps it would", async () => {
    const steps = `- { env: { T: "${$}{{ github.token }}" }, run: 'mkdir .git && echo "$T" > .git/config' }`
    await expect(run({ steps })).rejects.toThrow('secrets[0] in file .git/config')
  })

  test("only jobs of an environment see that environment's secrets", async () => {
    const report = await run({
      environments: { release: secrets },
      workflow: `
jobs:
  build: { steps: [{ env: { K: "${$}{{ secrets.KEY }}" }, run: 'echo "length ${$}{#K}"' }] }
  release: { environment: release, steps: [{ env: { K: "${$}{{ secrets.KEY }}" }, run: 'echo "length ${$}{#K}"' }] }
`,
    })
    expect(stepsOf(report).map((step) => step.log.split('\n').at(-2))).toEqual(['length 0', 'length 21'])
  })

  test('a job whose environment is rejected fails without a step; jobs that always run see that', async () => {
    const report = await run({
      rejecting: ['production'],
      workflow: `
jobs:
  deploy: { environment: { name: production }, outputs: { o: "${$}{{ steps.s.outcome }}" }, steps: [{ id: s, run: 'true' }] }
  next: { needs: deploy, steps: [{ run: 'true' }] }
  cleanup: { needs: deploy, if: always(), steps: [{ run: 'echo "${$}{{ needs.deploy.result }}[${$}{{ needs.deploy.outputs.o }}]"' }] }
`,
    })
    expect(report.conclusion).toBe('failure')
    expect(report.jobs.map(({ id }) => id)).toEqual(['cleanup'])
    expect(stepsOf(report)[0]?.log).toContain('failure[]')
  })

  test("steps find what is the machine's own in their environment", async () => {
    const report = await run({ steps: '- run: echo "$HTTPS_PROXY"', run: { machine: { HTTPS_PROXY: 'http://127.0.0.1:9' } } })
    expect(stepsOf(report)[0]?.log).toContain('http://127.0.0.1:9')
  })

  test('a job output that holds a mask is dropped', async () => {
    const report = await run({
      workflow: `
jobs:
  a:
    outputs: { hidden: "${$}{{ steps.s.outputs.v }}", open: "${$}{{ steps.s.outputs.w }}" }
    steps: [{ id: s, run: 'echo "::add-mask::made at run time"; echo "v=x made at run time" >> "$GITHUB_OUTPUT"; echo w=1 >> "$GITHUB_OUTPUT"' }]
`,
    })
    expect(report.jobs[0]?.outputs).toEqual({ open: '1' })
  })
})
