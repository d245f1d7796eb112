import { deploymentsPage } from '../../central/portal.ts'
import type { ConnectedContext } from '../../core/action.ts'
import { GitHubDeployment, type GitHubDeploymentState } from '../../github/deployments.ts'
import type { SyncState } from './outcome.ts'
import type { SyncInputs } from './rules.ts'

const states: Readonly<Partial<Record<SyncState, GitHubDeploymentState>>> = {
  uploading: 'in_progress',
  published: 'success',
  available: 'success',
  failed: 'failure',
  dropped: 'failure',
}

/** A sync as a deployment of the GitHub repository, for those who asked for it. Each change of state is told once. */
export class GitHubHistory implements AsyncDisposable {
  readonly #deployment: GitHubDeployment
  readonly #url: string
  #last: GitHubDeploymentState | undefined

  constructor(inputs: SyncInputs & { readonly deploymentEnvironment: string; readonly token: string }, context: ConnectedContext) {
    const { environment, clock, log, github } = context
    this.#url = deploymentsPage(inputs.portalUrl)
    this.#deployment = new GitHubDeployment({
      apiUrl: environment.GITHUB_API_URL ?? 'https://api.github.com',
      token: inputs.token,
      environmentName: inputs.deploymentEnvironment,
      github,
      environment,
      clock,
      log,
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#deployment[Symbol.asyncDispose]()
  }

  /** Tells a state that GitHub knows too. */
  async report(state: SyncState, purls: readonly string[]): Promise<void> {
    const told = states[state]
    if (told === undefined || told === this.#last) return
    this.#last = told
    await this.#deployment.report({ state: told, description: `Maven Central: ${state}`, url: this.#url }, { purls })
  }
}
