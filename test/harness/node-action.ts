import { join } from 'node:path'
import { type ActionDefinition, type ActionRuns, inputVariable } from './action-definition.ts'
import { type JobState, outermost, type Scope, StepRecord } from './job-state.ts'
import type { StepEnd } from './shell-step.ts'
import { runStepProcess } from './step-process.ts'

/** A JavaScript action about to run in a job. */
export interface NodeAction {
  readonly name: string
  readonly folder: string
  readonly runs: Extract<ActionRuns, { using: 'node24' }>
  readonly inputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  /** What `pre` and `main` saved; the later scripts get it as `STATE_<name>`. */
  readonly state: Record<string, string>
}

/** Runs one script of a JavaScript action. */
export async function runNodeScript(job: JobState, action: NodeAction, script: string, record: StepRecord): Promise<StepEnd> {
  const variables = Object.entries(action.inputs).map(([name, value]) => [inputVariable(name), value])
  const state = Object.entries(action.state).map(([name, value]) => [`STATE_${name}`, value])
  const result = await runStepProcess({
    program: { node: join(action.folder, script) },
    cwd: job.workspace,
    env: job.processEnvironment({
      ...action.env,
      GITHUB_ACTION_PATH: action.folder,
      ...Object.fromEntries(variables),
      ...Object.fromEntries(state),
    }),
    runnerFolder: job.runner.folder,
    leaks: job.leaks,
  })
  Object.assign(action.state, result.state)
  return { succeeded: job.absorb(result, record), outputs: result.outputs }
}

/** Notes that the action's `post` script is due when the job's own steps have ended; `post-if` is judged then. */
export function registerPost(job: JobState, scope: Scope, action: NodeAction): void {
  const { post } = action.runs
  if (post === undefined) return
  const name = `Post ${action.name}`
  job.posts.push({
    name,
    async run() {
      const wholeJob = outermost(scope)
      if (!job.expressions({ ...scope, status: wholeJob.status }, action.env).condition(action.runs['post-if'] ?? 'always()')) return
      const record = new StepRecord()
      const { succeeded, outputs } = await runNodeScript(job, action, post, record)
      if (!succeeded) wholeJob.status = 'failure'
      const status = succeeded ? 'success' : 'failure'
      job.report(name, { outputs, outcome: status, conclusion: status }, record)
    },
  })
}

/**
 * The inputs of an action as it gets them: what it was given, else its defaults (evaluated by `evaluate`). Names are compared without regard to
 * case. An input that the action does not declare is passed on with a warning; `required` is not enforced by the runner.
 */
export function resolveInputs(
  definition: ActionDefinition,
  given: Readonly<Record<string, string>>,
  evaluate: (text: unknown) => string,
  record: StepRecord,
): Record<string, string> {
  const declared = Object.keys(definition.inputs ?? {})
  const values: Record<string, string> = {}
  for (const name of declared) {
    const key = Object.keys(given).find((other) => other.toLowerCase() === name.toLowerCase())
    const spec = definition.inputs?.[name]
    values[name] = key === undefined ? evaluate(spec?.default) : (given[key] ?? '')
    if (key !== undefined && spec?.deprecationMessage) {
      record.annotations.push({ kind: 'warning', message: `Input '${name}' has been deprecated with message: ${spec.deprecationMessage}` })
    }
  }
  const unexpected = Object.keys(given).filter((key) => !declared.some((name) => name.toLowerCase() === key.toLowerCase()))
  for (const key of unexpected) values[key] = given[key] ?? ''
  if (unexpected.length > 0) {
    const [names, valid] = [unexpected, declared].map((list) => list.map((name) => `'${name}'`).join(', '))
    record.annotations.push({ kind: 'warning', message: `Unexpected input(s) ${names}, valid inputs are [${valid}]` })
  }
  return values
}
