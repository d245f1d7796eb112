import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { StepDefinition } from './action-definition.ts'
import type { Expressions } from './expressions.ts'
import type { JobState, Scope, StepRecord } from './job-state.ts'
import { runStepProcess } from './step-process.ts'

/** What a kind of step hands back. */
export interface StepEnd {
  readonly succeeded: boolean
  readonly outputs: Readonly<Record<string, string>>
}

/** How the runner starts each shell; without a word about it, it is `bash -e`. */
const shells: Record<string, readonly string[]> = {
  unspecified: ['bash', '-e'],
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail'],
  sh: ['sh', '-e'],
}

/** Runs a `run:` step. */
export async function runShellStep(
  job: JobState,
  scope: Scope,
  step: { definition: StepDefinition; env: Readonly<Record<string, string>>; expressions: Expressions; record: StepRecord },
): Promise<StepEnd> {
  const { definition, expressions, record } = step
  const shell = expressions.text(definition.shell ?? scope.defaults.shell ?? (scope.actionPath === undefined ? 'unspecified' : undefined))
  const start = shells[shell]
  if (start === undefined) throw new Error(shell === '' ? "Required property is missing: 'shell'" : `the harness knows no shell '${shell}'`)
  const script = join(job.runner.runner.temp ?? '', `${randomUUID()}.sh`)
  const text = expressions.text(definition.run)
  writeFileSync(script, text)
  job.leaked.push(...job.leaks.inText('the text of a script', text))
  record.lines.push(...text.trimEnd().split('\n').map((line) => `> ${line}`)) // biome-ignore format: one thought
  const [command = '', ...args] = start
  const result = await runStepProcess({
    program: { command, args: [...args, script] },
    cwd: resolve(job.workspace, expressions.text(definition['working-directory'] ?? scope.defaults['working-directory'])),
    env: job.processEnvironment({ ...step.env, ...(scope.actionPath === undefined ? {} : { GITHUB_ACTION_PATH: scope.actionPath }) }),
    runnerFolder: job.runner.folder,
    leaks: job.leaks,
  })
  return { succeeded: job.absorb(result, record), outputs: result.outputs }
}
