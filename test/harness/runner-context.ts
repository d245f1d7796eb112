import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What a run is about: the event that started it and where. Everything has a plausible value by default. */
export interface RunRequest {
  /** Owner and name. */
  readonly repository?: string
  /** In full: `refs/tags/v1.0.0`. */
  readonly ref?: string
  readonly sha?: string
  readonly eventName?: string
  readonly event?: Readonly<Record<string, unknown>>
  readonly token?: string
  readonly apiUrl?: string
  readonly serverUrl?: string
  readonly actor?: string
  readonly runId?: string
  readonly runAttempt?: number
  readonly workflow?: string
  readonly job?: string
  /** What every process finds in its environment because the machine is so: its proxy, its certificates. */
  readonly machine?: Readonly<Record<string, string>>
}

/** The `github` context, with the names that expressions use. */
export interface GitHubContext {
  readonly [name: string]: unknown
  readonly repository: string
  readonly workspace: string
  readonly token: string
}

/** A machine that runs one job: its folders, and the contexts that describe it. */
export interface RunnerContext {
  readonly github: GitHubContext
  readonly runner: Readonly<Record<string, string>>
  /** Variables that every process of the job gets. */
  readonly env: Readonly<Record<string, string>>
  readonly folder: string
}

/** `github.token` of a run that was given none; nobody accepts it. */
export const defaultToken = 'ghs_harness'

/** Nothing listens at this port: a forgotten request fails at once, and no test leaves the machine. */
const nowhere = 'http://127.0.0.1:9'

const systemPath = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin']

/** Sets a machine up for one job. `folder` must be empty; `workspace` is where the job works. */
export function prepareRunner(folder: string, workspace: string, request: RunRequest = {}): RunnerContext {
  const [temp, home, tools] = [join(folder, 'temp'), join(folder, 'home'), join(folder, 'tools')]
  for (const path of [temp, home, tools, workspace]) mkdirSync(path, { recursive: true })
  const eventPath = join(folder, 'event.json')
  writeFileSync(eventPath, JSON.stringify(request.event ?? {}))
  const repository = request.repository ?? 'acme/widget'
  const ref = request.ref ?? 'refs/heads/main'
  const apiUrl = request.apiUrl ?? nowhere
  const actor = request.actor ?? 'octocat'
  const sha = request.sha ?? '0123456789abcdef0123456789abcdef01234567'
  const github = {
    token: request.token ?? defaultToken,
    repository,
    repository_owner: repository.split('/')[0] ?? '',
    repository_id: '1',
    repository_owner_id: '2',
    repositoryUrl: `git://github.com/${repository}.git`,
    workspace,
    ref,
    ref_name: ref.replace(/^refs\/[^/]+\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: false,
    head_ref: '',
    base_ref: '',
    sha,
    event_name: request.eventName ?? 'push',
    event: request.event ?? {},
    event_path: eventPath,
    actor,
    actor_id: '3',
    triggering_actor: actor,
    run_id: request.runId ?? '4242',
    run_number: '7',
    run_attempt: String(request.runAttempt ?? 1),
    retention_days: '90',
    workflow: request.workflow ?? 'release',
    workflow_ref: `${repository}/.github/workflows/release.yml@${ref}`,
    workflow_sha: sha,
    job: request.job ?? 'release',
    api_url: apiUrl,
    graphql_url: `${apiUrl}/graphql`,
    server_url: request.serverUrl ?? 'https://github.com',
  }
  const runner = { os: 'Linux', arch: 'X64', name: 'harness', environment: 'github-hosted', temp, tool_cache: tools }
  return {
    github,
    runner,
    folder,
    env: { ...processVariables(home, temp), ...request.machine, ...githubVariables(github), ...runnerVariables(runner) },
  }
}

function processVariables(home: string, temp: string): Record<string, string> {
  return { PATH: systemPath.join(delimiter), HOME: home, LANG: 'C.UTF-8', TMPDIR: temp, CI: 'true', GITHUB_ACTIONS: 'true' }
}

/** Parts of the context that are not variables. */
const onlyContext = ['token', 'event', 'repositoryUrl']

function githubVariables(github: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(github).filter(([name]) => !onlyContext.includes(name))
  return Object.fromEntries(entries.map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, String(value)]))
}

function runnerVariables(runner: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(runner).map(([name, value]) => [`RUNNER_${name.toUpperCase()}`, value]))
}
