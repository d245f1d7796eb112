import { type ActionDefinition, readActionDefinition, type StepDefinition } from './action-definition.ts'
import { type ActionFolder, parseRemoteReference, resolveAction } from './action-references.ts'
import { compositeOutputs, compositeScope } from './composite.ts'
import { type Expressions, isTrue } from './expressions.ts'
import { type JobState, type Scope, type Status, StepRecord, type StepResult } from './job-state.ts'
import { type NodeAction, registerPost, resolveInputs, runNodeScript } from './node-action.ts'
import { runShellStep, type StepEnd } from './shell-step.ts'

/** One step on its way. */
interface RunningStep {
  readonly definition: StepDefinition
  /** Tells the step from all others of the job, before it runs and after. */
  readonly key: string
  readonly name: string
  readonly env: Readonly<Record<string, string>>
  readonly expressions: Expressions
  readonly record: StepRecord
}

/** What a `uses:` leads to, ready to run. */
interface UsedAction {
  readonly action: ActionFolder
  readonly definition: ActionDefinition
  readonly inputs: Readonly<Record<string, string>>
}

/**
 * Runs the steps of a scope in order. In a job (`outer` undefined) each step gets a report of its own; in a composite all of them write into the
 * record of the step that uses it.
 */
export async function runSteps(job: JobState, scope: Scope, steps: readonly StepDefinition[], outer?: StepRecord): Promise<void> {
  for (const [index, definition] of steps.entries()) {
    const step = startStep(job, scope, definition, { key: `${scope.key}/${index}`, record: outer ?? new StepRecord() })
    const result = await runStep(job, scope, step)
    if (definition.id !== undefined) scope.steps[definition.id] = result
    if (result.conclusion === 'failure') scope.status = 'failure'
    if (outer === undefined) job.report(step.name, result, step.record)
  }
}

/**
 * Runs the `pre` scripts of all JavaScript actions that the steps will use, those inside composites too, before the first step. Local actions
 * (`./`) have none: they may not be there yet.
 */
export async function runPreSteps(job: JobState, scope: Scope, steps: readonly StepDefinition[]): Promise<void> {
  for (const [index, definition] of steps.entries()) {
    if (definition.uses === undefined || definition.uses.startsWith('./')) continue
    const step = startStep(job, scope, definition, { key: `${scope.key}/${index}`, record: new StepRecord() })
    const used = findAction(job, scope, step)
    if (used === undefined) continue
    if (used.definition.runs.using === 'composite') {
      await runPreSteps(job, compositeScope(scope, { ...used, key: step.key, env: step.env }), used.definition.runs.steps)
      continue
    }
    const { pre, 'pre-if': condition } = used.definition.runs
    if (pre === undefined || !step.expressions.condition(condition ?? 'always()')) continue
    const { succeeded, outputs } = await runNodeScript(job, nodeAction(job, step, used), pre, step.record)
    if (!succeeded) scope.status = 'failure'
    const status = succeeded ? 'success' : 'failure'
    job.report(`Pre ${step.name}`, { outputs, outcome: status, conclusion: status }, step.record)
  }
}

function startStep(job: JobState, scope: Scope, definition: StepDefinition, parts: Pick<RunningStep, 'key' | 'record'>): RunningStep {
  const outside = job.expressions(scope)
  const own = Object.fromEntries(Object.entries(definition.env ?? {}).map(([name, value]) => [name, outside.text(value)]))
  const expressions = job.expressions(scope, own)
  const fallback = `Run ${definition.uses ?? String(definition.run).trim().split('\n')[0]}`
  const name = definition.name === undefined ? fallback : expressions.text(definition.name)
  return { ...parts, definition, name, env: { ...scope.given, ...own }, expressions }
}

async function runStep(job: JobState, scope: Scope, step: RunningStep): Promise<StepResult> {
  const { definition, expressions, record } = step
  const end = (outcome: Status, outputs: StepEnd['outputs'] = {}): StepResult => {
    const forgiven = outcome === 'failure' && isTrue(expressions.value(definition['continue-on-error'] ?? false))
    return { outputs, outcome, conclusion: forgiven ? 'success' : outcome }
  }
  try {
    if (!expressions.condition(definition.if)) return end('skipped')
    const { succeeded, outputs } = definition.uses === undefined ? await runShellStep(job, scope, step) : await useAction(job, scope, step)
    return end(succeeded ? 'success' : 'failure', outputs)
  } catch (error) {
    record.annotations.push({ kind: 'error', message: error instanceof Error ? error.message : String(error) })
    return end('failure')
  }
}

async function useAction(job: JobState, scope: Scope, step: RunningStep): Promise<StepEnd> {
  const used = findAction(job, scope, step)
  if (used === undefined) return useStandIn(job, step)
  const { runs } = used.definition
  if (runs.using === 'composite') {
    const inner = compositeScope(scope, { ...used, key: step.key, env: step.env })
    await runSteps(job, inner, runs.steps, step.record)
    return { succeeded: inner.status === 'success', outputs: compositeOutputs(used.definition, job.expressions(inner)) }
  }
  const action = nodeAction(job, step, used)
  registerPost(job, scope, action)
  return runNodeScript(job, action, runs.main, step.record)
}

async function useStandIn(job: JobState, { definition, expressions, record }: RunningStep): Promise<StepEnd> {
  const reference = String(definition.uses)
  const { repository, path } = parseRemoteReference(reference)
  const standIn = job.standIns[path === '' ? repository : `${repository}/${path}`]
  if (standIn === undefined) throw new Error(`nothing here stands in for '${reference}'`)
  const outputs = await standIn({
    inputs: evaluateInputs(definition, expressions),
    workspace: job.workspace,
    github: job.runner.github,
    log: (line) => record.lines.push(line),
  })
  return { succeeded: true, outputs: outputs ?? {} }
}

function findAction(job: JobState, scope: Scope, { definition, expressions, record }: RunningStep): UsedAction | undefined {
  const action = resolveAction(String(definition.uses), job.sources(scope))
  if (action === undefined) return undefined
  const described = readActionDefinition(action.folder)
  const given = evaluateInputs(definition, expressions)
  return { action, definition: described, inputs: resolveInputs(described, given, (text) => expressions.text(text), record) }
}

function evaluateInputs(definition: StepDefinition, expressions: Expressions): Record<string, string> {
  return Object.fromEntries(Object.entries(definition.with ?? {}).map(([name, value]) => [name, expressions.text(value)]))
}

function nodeAction(job: JobState, step: RunningStep, { action, definition, inputs }: UsedAction): NodeAction {
  if (definition.runs.using !== 'node24') throw new Error(`${action.folder} is no JavaScript action`)
  return { name: step.name, folder: action.folder, runs: definition.runs, inputs, env: step.env, state: job.stateOf(step.key) }
}
