import type { Environment } from './inputs.ts'

/** What the runner says about the run; all of it may be absent outside GitHub. */
export interface GitHubContext {
  /** `owner/name`. */
  readonly repository?: string
  /** `refs/tags/v1.0`, `refs/heads/main`. */
  readonly ref?: string
  readonly refName?: string
  readonly refType?: string
  readonly sha?: string
  readonly runId?: string
  readonly runAttempt?: string
  readonly workflow?: string
  readonly serverUrl?: string
  readonly eventName?: string
}

const variables: Readonly<Record<keyof GitHubContext, string>> = {
  repository: 'GITHUB_REPOSITORY',
  ref: 'GITHUB_REF',
  refName: 'GITHUB_REF_NAME',
  refType: 'GITHUB_REF_TYPE',
  sha: 'GITHUB_SHA',
  runId: 'GITHUB_RUN_ID',
  runAttempt: 'GITHUB_RUN_ATTEMPT',
  workflow: 'GITHUB_WORKFLOW',
  serverUrl: 'GITHUB_SERVER_URL',
  eventName: 'GITHUB_EVENT_NAME',
}

export function readGitHubContext(environment: Environment): GitHubContext {
  const given = Object.entries(variables).map(([key, variable]) => [key, environment[variable]] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ''))
}

/**
 * Why secrets must not be used in this run: outsiders decide what such runs build, so whatever is signed or published is theirs
 * (https://docs.github.com/actions/reference/security/secure-use). `undefined` when the trigger can be trusted.
 */
export function untrustedTrigger(context: GitHubContext, event: unknown): string | undefined {
  const ours = (head: unknown) => context.repository !== undefined && head === context.repository
  switch (context.eventName) {
    case 'pull_request_target':
      return 'pull_request_target runs with secrets for whoever opens a pull request'
    case 'pull_request':
      return ours(at(event, 'pull_request', 'head', 'repo', 'full_name')) ? undefined : 'this pull_request comes from a fork'
    case 'workflow_run':
      return ours(at(event, 'workflow_run', 'head_repository', 'full_name')) ? undefined : 'this workflow_run was started by a fork'
    default:
      return undefined
  }
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value)
}
