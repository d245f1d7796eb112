import { parse } from 'yaml'
import type { StepDefinition } from './action-definition.ts'

/** A job as workflows write it. Keys that only GitHub's servers care about (permissions, runs-on, concurrency) are not listed. */
export interface JobDefinition {
  readonly name?: string
  readonly needs?: string | readonly string[]
  readonly if?: string | boolean
  readonly environment?: string | { readonly name: string }
  readonly env?: Readonly<Record<string, unknown>>
  readonly defaults?: { readonly run?: { readonly shell?: string; readonly 'working-directory'?: string } }
  readonly outputs?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix?: unknown; readonly 'fail-fast'?: boolean; readonly 'max-parallel'?: number }
  readonly 'continue-on-error'?: boolean | string
  readonly steps: readonly StepDefinition[]
}

/** A workflow file. */
export interface WorkflowDefinition {
  readonly name?: string
  readonly on?: unknown
  readonly env?: Readonly<Record<string, unknown>>
  readonly defaults?: JobDefinition['defaults']
  readonly jobs: Readonly<Record<string, JobDefinition>>
}

/** Parts of a job that need a server or a container, and would change what its steps do. */
const unsupported = ['uses', 'container', 'services']

/** Parts of a step that would change when it runs and for how long. */
const unsupportedInSteps = ['background', 'wait', 'wait-all', 'parallel', 'timeout-minutes']

/** Reads a workflow; what the harness cannot run faithfully is an error, never left out in silence. */
export function parseWorkflow(text: string): WorkflowDefinition {
  const workflow: WorkflowDefinition = parse(text)
  for (const [id, job] of Object.entries(workflow.jobs)) {
    for (const key of unsupported) if (key in job) throw new Error(`job '${id}': the harness cannot run '${key}'`)
    for (const step of job.steps) {
      for (const key of unsupportedInSteps) if (key in step) throw new Error(`job '${id}': the harness cannot run '${key}'`)
    }
    for (const need of needsOf(job)) if (!(need in workflow.jobs)) throw new Error(`job '${id}' needs '${need}', which is not there`)
  }
  return workflow
}

/** The jobs that a job waits for. */
export function needsOf(job: JobDefinition): readonly string[] {
  return typeof job.needs === 'string' ? [job.needs] : (job.needs ?? [])
}

/** The jobs in an order in which each comes after those it needs. */
export function jobOrder(workflow: WorkflowDefinition): string[] {
  const order: string[] = []
  const visit = (id: string, path: readonly string[]): void => {
    if (order.includes(id)) return
    if (path.includes(id)) throw new Error(`jobs need each other in a circle: ${[...path, id].join(' → ')}`)
    const job = workflow.jobs[id]
    for (const need of job === undefined ? [] : needsOf(job)) visit(need, [...path, id])
    order.push(id)
  }
  for (const id of Object.keys(workflow.jobs)) visit(id, [])
  return order
}

/** Inputs of a run by hand: what was given, else the defaults under `on.workflow_dispatch.inputs`. */
export function dispatchInputs(workflow: WorkflowDefinition, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const on = workflow.on as { workflow_dispatch?: { inputs?: Record<string, { default?: unknown }> } | null } | undefined
  const declared = Object.entries(on?.workflow_dispatch?.inputs ?? {}).map(([name, spec]) => [name, spec?.default ?? ''])
  return { ...Object.fromEntries(declared), ...given }
}
