import { messageOf } from '../core/errors.ts'
import type { GitHubContext } from '../core/github.ts'
import { HttpClient, type HttpSurroundings } from '../core/http.ts'
import { unexpectedStatus } from '../core/http-error.ts'
import { noRetries } from '../core/retry-policy.ts'

/** The states of a deployment at GitHub that we use. */
export type GitHubDeploymentState = 'in_progress' | 'success' | 'failure'

/** Where to record. */
export interface GitHubDeploymentOptions extends HttpSurroundings {
  /** Its API: `https://api.github.com`. */
  readonly apiUrl: string
  readonly token: string
  readonly environmentName: string
  readonly github: GitHubContext
}

/** One step of what is recorded. */
export interface GitHubDeploymentStep {
  readonly state: GitHubDeploymentState
  /** One sentence. */
  readonly description: string
  /** Where the result is seen. */
  readonly url: string
}

const answerMs = 10_000
const longestDescription = 140

/**
 * A release, recorded as a deployment of the GitHub repository (https://docs.github.com/rest/deployments). It is a courtesy: each step is tried once,
 * and what fails is said in the debug log and nowhere else.
 */
export class GitHubDeployment implements AsyncDisposable {
  readonly #options: GitHubDeploymentOptions
  readonly #http: HttpClient
  #path: string | undefined

  constructor(options: GitHubDeploymentOptions) {
    this.#options = options
    const headers = {
      authorization: `Bearer ${options.token}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
    }
    this.#http = new HttpClient({ ...options, baseUrl: options.apiUrl, headers })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#http[Symbol.asyncDispose]()
  }

  /** Creates the deployment with the first step, and adds a status for each. */
  async report({ state, description, url }: GitHubDeploymentStep, payload: unknown): Promise<void> {
    const { github, log } = this.#options
    try {
      this.#path ??= await this.#create(description, payload)
      const run = `${github.serverUrl}/${github.repository}/actions/runs/${github.runId}`
      const text = description.slice(0, longestDescription)
      await this.#post(`${this.#path}/statuses`, { state, description: text, environment_url: url, log_url: run, auto_inactive: false })
    } catch (error) {
      log.debug(`the GitHub deployment was not recorded: ${messageOf(error)}`)
    }
  }

  async #create(description: string, payload: unknown): Promise<string> {
    const { github, environmentName } = this.#options
    const path = `repos/${github.repository}/deployments`
    const answer = await this.#post(path, {
      ref: github.sha,
      environment: environmentName,
      description: description.slice(0, longestDescription),
      payload,
      auto_merge: false,
      required_contexts: [],
      transient_environment: false,
      production_environment: true,
    })
    const id: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'id') : undefined
    if (typeof id !== 'number') throw new Error('the answer has no id')
    return `${path}/${id}`
  }

  async #post(url: string, content: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(content)
    const response = await this.#http.send({ method: 'POST', url, headers, body, retries: noRetries, headersMs: answerMs })
    if (response.status === 201) return JSON.parse(response.body.toString('utf8'))
    throw unexpectedStatus({ method: 'POST', url: response.url, status: response.status, body: response.body.toString('utf8') })
  }
}
