import { join } from 'node:path'
import type { Contexts } from './expressions.ts'
import { JobState, type Scope, type StandIn, type Status, type StepReport } from './job-state.ts'
import type { LeakDetector } from './leaks.ts'
import { SecretMasker } from './masks.ts'
import { prepareRunner, type RunRequest } from './runner-context.ts'
import { runPreSteps, runSteps } from './steps.ts'
import type { JobDefinition } from './workflow-definition.ts'

/** One job, of a matrix or not, with all it needs. */
export interface JobRequest {
  readonly id: string
  readonly definition: JobDefinition
  /** Empty; the machine keeps its files there. */
  readonly folder: string
  /** `needs`, `vars`, `inputs`, `matrix`, `strategy`. */
  readonly contexts: Contexts
  readonly workflowEnv: Readonly<Record<string, unknown>>
  readonly defaults: Scope['defaults']
  readonly root: string
  readonly repositories: Readonly<Record<string, string>>
  readonly standIns: Readonly<Record<string, StandIn>>
  /** Those that this job may see. */
  readonly secrets: Readonly<Record<string, string>>
  readonly run: RunRequest
  readonly leaks: LeakDetector
}

/** How a job ended. */
export interface JobReport {
  readonly id: string
  readonly name: string
  readonly conclusion: Status
  readonly outputs: Readonly<Record<string, string>>
  readonly steps: readonly StepReport[]
  readonly leaked: readonly string[]
  /** What the job left behind. */
  readonly workspace: string
}

/** Runs one job: `pre` scripts, steps, `post` scripts in reverse order, job outputs, and a search of its folders for secrets. */
export async function runJob(request: JobRequest): Promise<JobReport> {
  const { definition } = request
  const workspace = join(request.folder, 'work')
  const runner = prepareRunner(join(request.folder, 'runner'), workspace, request.run)
  const masker = new SecretMasker()
  for (const secret of Object.values(request.secrets)) masker.add(secret)
  masker.add(runner.github.token)
  const { leaks, repositories, standIns } = request
  const job = new JobState({ runner, masker, leaks, repositories, standIns })
  const scope: Scope = {
    contexts: {
      ...request.contexts,
      github: runner.github,
      runner: runner.runner,
      secrets: { ...request.secrets, GITHUB_TOKEN: runner.github.token },
    },
    steps: {},
    given: {},
    root: request.root,
    defaults: request.defaults,
    depth: 0,
    key: request.id,
    status: 'success',
  }
  for (const [name, value] of [...Object.entries(request.workflowEnv), ...Object.entries(definition.env ?? {})]) {
    job.env[name] = job.expressions(scope).text(value)
  }
  const name = job.expressions(scope).text(definition.name ?? request.id)

  await runPreSteps(job, scope, definition.steps)
  await runSteps(job, scope, definition.steps)
  for (const post of job.posts.reverse()) await post.run()

  job.leaked.push(...leaks.inFolder(workspace), ...leaks.inFolder(runner.runner.temp ?? workspace))
  return {
    id: request.id,
    name,
    conclusion: scope.status,
    outputs: jobOutputs(job, scope, definition),
    steps: job.reports,
    leaked: job.leaked,
    workspace,
  }
}

/** An output that holds a secret is dropped, as GitHub does. */
function jobOutputs(job: JobState, scope: Scope, definition: JobDefinition): Record<string, string> {
  const expressions = job.expressions(scope)
  const entries = Object.entries(definition.outputs ?? {}).map(([name, text]): [string, string] => [name, expressions.text(text)])
  return Object.fromEntries(entries.filter(([, value]) => !job.masker.holdsSecret(value)))
}
