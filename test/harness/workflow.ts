import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Expressions } from './expressions.ts'
import { type JobReport, type JobRequest, runJob } from './job.ts'
import type { StandIn, Status } from './job-state.ts'
import { LeakDetector } from './leaks.ts'
import { type Combination, expandMatrix, type MatrixDefinition } from './matrix.ts'
import { defaultToken, type RunRequest } from './runner-context.ts'
import { dispatchInputs, type JobDefinition, jobOrder, needsOf, parseWorkflow, type WorkflowDefinition } from './workflow-definition.ts'

/** A workflow to run and the world around it. */
export interface WorkflowRequest {
  /** The text of the workflow file. */
  readonly workflow: string
  /** An empty folder for the machines of the jobs. */
  readonly folder: string
  /** The root of the workflow's own repository: what `$/` means. */
  readonly root: string
  /** Checkouts of public repositories by `owner/name`, for `uses: owner/name/path@ref`. */
  readonly repositories?: Readonly<Record<string, string>>
  /** Local implementations of actions that are not here, by `owner/name` or `owner/name/path`. */
  readonly standIns?: Readonly<Record<string, StandIn>>
  /** Secrets of the repository. */
  readonly secrets?: Readonly<Record<string, string>>
  /** Secrets that only jobs of an environment get, by its name. */
  readonly environments?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Environments whose reviewers say no. */
  readonly rejecting?: readonly string[]
  readonly vars?: Readonly<Record<string, string>>
  /** Inputs of a run by hand. */
  readonly inputs?: Readonly<Record<string, unknown>>
  readonly run?: RunRequest
  /** `report` leaves leaked secrets to the caller; otherwise they make the whole run throw. */
  readonly onLeak?: 'throw' | 'report'
}

/** How a run ended. */
export interface WorkflowReport {
  readonly conclusion: Status
  /** In the order they ran; a job with a matrix is there once for each combination. */
  readonly jobs: readonly JobReport[]
  /** Where secrets were seen that should be nowhere. */
  readonly leaked: readonly string[]
}

/** `needs.<id>` of a later job. */
interface NeededJob {
  readonly result: Status
  readonly outputs: Readonly<Record<string, string>>
}

/** Runs all jobs of a workflow, one after another, each on a machine of its own. */
export async function runWorkflow(request: WorkflowRequest): Promise<WorkflowReport> {
  const workflow = parseWorkflow(request.workflow)
  const secrets = [request.secrets ?? {}, ...Object.values(request.environments ?? {})].flatMap((table) => Object.values(table))
  const leaks = await LeakDetector.of([...new Set([...secrets, request.run?.token ?? defaultToken])])
  const finished: Record<string, NeededJob> = {}
  const reports: JobReport[] = []
  for (const id of jobOrder(workflow)) {
    const ran = await runJobWithMatrix({ id, workflow, request, leaks, finished })
    finished[id] = ran.needed
    reports.push(...ran.reports)
  }
  const leaked = [...new Set(reports.flatMap((report) => report.leaked.map((leak) => `${report.name}: ${leak}`)))]
  if (leaked.length > 0 && request.onLeak !== 'report') throw new Error(`secrets where none may be:\n${leaked.join('\n')}`)
  const failed = Object.entries(finished).some(([id, job]) => job.result === 'failure' && workflow.jobs[id]?.['continue-on-error'] !== true)
  return { conclusion: failed ? 'failure' : 'success', jobs: reports, leaked }
}

interface JobTurn {
  readonly id: string
  readonly workflow: WorkflowDefinition
  readonly request: WorkflowRequest
  readonly leaks: LeakDetector
  readonly finished: Readonly<Record<string, NeededJob>>
}

async function runJobWithMatrix(turn: JobTurn): Promise<{ needed: NeededJob; reports: readonly JobReport[] }> {
  const { id, workflow, request, finished } = turn
  const definition = workflow.jobs[id]
  if (definition === undefined) throw new Error(`no job '${id}'`)
  const needs = Object.fromEntries(needsOf(definition).map((need) => [need, finished[need] ?? { result: 'skipped', outputs: {} }]))
  const base = { needs, vars: request.vars ?? {}, inputs: dispatchInputs(workflow, request.inputs ?? {}) }
  const upstream = [...ancestors(workflow, id)].map((need) => finished[need]?.result)
  const expressions = new Expressions(
    { ...base, github: { ...githubFacts(request.run) } },
    {
      success: () => upstream.every((result) => result === 'success'),
      failure: () => upstream.includes('failure'),
      cancelled: () => false,
      always: () => true,
    },
  )
  if (!expressions.condition(definition.if)) return { needed: { result: 'skipped', outputs: {} }, reports: [] }

  // A job that was not approved has failed without a step, and so without an output.
  if (request.rejecting?.includes(environmentOf(definition) ?? '')) return { needed: { result: 'failure', outputs: {} }, reports: [] }

  const matrix = evaluateDeep(definition.strategy?.matrix, expressions)
  const combinations: readonly (Combination | undefined)[] = matrix === undefined ? [undefined] : expandMatrix(matrix as MatrixDefinition)
  const failFast = definition.strategy?.['fail-fast'] !== false
  const maxParallel = definition.strategy?.['max-parallel'] ?? combinations.length
  const reports: JobReport[] = []
  for (const [index, combination] of combinations.entries()) {
    const stop = failFast && reports.some((report) => report.conclusion === 'failure')
    if (stop) break
    const folder = join(request.folder, `${id}-${index}`)
    mkdirSync(folder, { recursive: true })
    const strategy = { 'fail-fast': failFast, 'job-index': index, 'job-total': combinations.length, 'max-parallel': maxParallel }
    reports.push(await runJob(jobRequest(turn, definition, { folder, contexts: { ...base, strategy, matrix: combination ?? {} } })))
  }
  const failed = reports.some((report) => report.conclusion === 'failure')
  return {
    needed: { result: failed ? 'failure' : 'success', outputs: Object.assign({}, ...reports.map((report) => report.outputs)) },
    reports,
  }
}

function jobRequest(turn: JobTurn, definition: JobDefinition, place: Pick<JobRequest, 'folder' | 'contexts'>): JobRequest {
  const { id, workflow, request, leaks } = turn
  const environment = environmentOf(definition)
  return {
    ...place,
    id,
    definition,
    workflowEnv: workflow.env ?? {},
    defaults: { ...workflow.defaults?.run, ...definition.defaults?.run },
    root: request.root,
    repositories: request.repositories ?? {},
    standIns: request.standIns ?? {},
    secrets: { ...request.secrets, ...(environment === undefined ? {} : request.environments?.[environment]) },
    run: { ...request.run, job: id, ...(workflow.name === undefined ? {} : { workflow: workflow.name }) },
    leaks,
  }
}

function environmentOf({ environment }: JobDefinition): string | undefined {
  return typeof environment === 'object' ? environment.name : environment
}

function ancestors(workflow: WorkflowDefinition, id: string): Set<string> {
  const job = workflow.jobs[id]
  const direct = job === undefined ? [] : needsOf(job)
  return new Set(direct.flatMap((need) => [need, ...ancestors(workflow, need)]))
}

function githubFacts(run: RunRequest = {}): Record<string, unknown> {
  const ref = run.ref ?? 'refs/heads/main'
  return {
    repository: run.repository ?? 'acme/widget',
    ref,
    ref_name: ref.replace(/^refs\/[^/]+\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    event_name: run.eventName ?? 'push',
    event: run.event ?? {},
    actor: run.actor ?? 'octocat',
  }
}

function evaluateDeep(value: unknown, expressions: Expressions): unknown {
  if (Array.isArray(value)) return value.map((item) => evaluateDeep(item, expressions))
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? expressions.value(value) : (value ?? undefined)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, evaluateDeep(item, expressions)]))
}
