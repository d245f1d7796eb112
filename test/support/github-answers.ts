import type { IncomingMessage, ServerResponse } from 'node:http'
import type { components } from '@octokit/openapi-types'
import { GitHubApi, type GitHubApiOptions } from '../../src/github/api.ts'
import { TestClock, TestLog } from './test-clock.ts'

/** A client of the API at an address, with a clock whose sleeps take no time. */
export function apiAt(url: string, options: Partial<GitHubApiOptions> = {}) {
  const clock = new TestClock()
  const log = new TestLog()
  const api = new GitHubApi({ environment: {}, clock, log, apiUrl: url, waitMs: 600_000, ...options })
  return { api, clock, log, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() }
}

/** What one path of a server answers: a value as JSON, or something of its own. */
export type Answer = unknown | ((request: IncomingMessage, response: ServerResponse) => unknown)

/** Answers by path and query; anything else is 404, as GitHub words it. */
export function answering(answers: Readonly<Record<string, Answer>>) {
  return (request: IncomingMessage, response: ServerResponse): unknown => {
    const answer = answers[request.url ?? '']
    if (typeof answer === 'function') return answer(request, response)
    return json(response, answer ?? { message: 'Not Found' }, { status: answer === undefined ? 404 : 200 })
  }
}

/** Ends an answer with JSON. */
export function json(
  response: ServerResponse,
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** Some of the fields that GitHub's own description promises, of the types that it says. */
type Some<T> = T extends readonly (infer Element)[] ? readonly Some<Element>[] : T extends object ? { [Key in keyof T]?: Some<T[Key]> } : T
type Described<Name extends keyof components['schemas']> = Some<components['schemas'][Name]>

/** A repository as GitHub lists it. */
export function repositoryJson(fullName: string, more: object = {}) {
  const [login = '', name = ''] = fullName.split('/')
  const described = {
    id: 1,
    name,
    full_name: fullName,
    owner: { login, id: 7, type: 'Organization' },
    private: false,
    visibility: 'public',
    fork: false,
    archived: false,
    disabled: false,
    description: 'About it',
    homepage: '',
    topics: ['tool'],
    license: { spdx_id: 'MIT' },
    html_url: `https://github.test/${fullName}`,
    clone_url: `https://github.test/${fullName}.git`,
    has_issues: true,
    default_branch: 'main',
  } satisfies Described<'minimal-repository'>
  return { ...described, ...more }
}

/** A release as GitHub lists it. */
export function releaseJson(tag: string, more: object = {}) {
  const described = {
    id: 10,
    tag_name: tag,
    name: tag,
    body: 'Notes',
    draft: false,
    prerelease: false,
    created_at: '2026-01-01T00:00:00Z',
    published_at: '2026-01-02T00:00:00Z',
    html_url: `https://github.test/acme/widget/releases/tag/${tag}`,
    assets: [],
  } satisfies Described<'release'>
  return { ...described, ...more }
}

/** An asset as GitHub lists it. */
export function assetJson(name: string, more: object = {}) {
  const described = {
    id: 100,
    name,
    size: 5,
    digest: `sha256:${'0'.repeat(64)}`,
    state: 'uploaded',
    updated_at: '2026-01-01T00:00:00Z',
    url: 'https://evil.test/takes-the-token',
    browser_download_url: `https://github.test/acme/widget/releases/download/v1/${encodeURIComponent(name)}`,
    content_type: 'application/gzip',
  } satisfies Described<'release-asset'>
  return { ...described, ...more }
}
