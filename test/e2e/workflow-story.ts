import { expect } from 'vitest'
import type { WorkflowReport } from '../harness/workflow.ts'

/** All that a run of a workflow said, step by step. */
export function story({ jobs }: WorkflowReport): string {
  const steps = jobs.flatMap((job) => job.steps)
  return steps
    .map((step) => [`--- ${step.name}: ${step.conclusion}`, step.log, ...step.annotations.map((a) => `${a.kind}: ${a.message}`)].join('\n'))
    .join('\n')
}

/** Green; else the whole story. */
export function expectGreen(report: WorkflowReport): void {
  expect(report.conclusion, story(report)).toBe('success')
}
