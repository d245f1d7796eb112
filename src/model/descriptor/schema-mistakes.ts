import type { BaseIssue } from 'valibot'

/** One thing that a schema refused. */
export interface SchemaMistake {
  readonly path: readonly (string | number)[]
  /** What belongs there, as the schema's message says it. */
  readonly wanted: string
  /** What is there instead. */
  readonly value: unknown
  readonly missing: boolean
}

/**
 * The mistakes behind valibot's issues, each at the value that is wrong: where one of several shapes was possible, those of the shape that fits the
 * value's kind. Unknown keys are left out; whoever knows their places tells them.
 */
export function schemaMistakes(issues: readonly BaseIssue<unknown>[], base: SchemaMistake['path'] = []): SchemaMistake[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))]
    if (isUnknownKey(issue)) return []
    const deeper = (issue.issues ?? []).filter((one) => one.path !== undefined && !(isUnknownKey(one) && Array.isArray(one.path[0].input)))
    const compound = typeof issue.input === 'object' && issue.input !== null
    if (issue.type === 'union' && compound && deeper.length > 0) return schemaMistakes(deeper, path)
    return [{ path, wanted: issue.message, value: issue.input, missing: issue.type === 'strict_object' && issue.received === 'undefined' }]
  })
}

function isUnknownKey(issue: BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never'
}
