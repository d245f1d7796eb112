import { ActionError } from '../core/errors.ts'
import { AnswerTooLong } from '../core/http-error.ts'
import type { ApiAnswer, GitHubApi } from './api.ts'
import { nameInPath, repositoryPath } from './names.ts'
import type { ReleaseListing, SourceRelease, SourceRepository } from './source-model.ts'
import { readAccount, readInstallation, readReadme, readReleases, readRepositories, readRepository, readTags } from './source-schema.ts'

export type { ReleaseListing, SourceAsset, SourceRelease, SourceRepository } from './source-model.ts'

const fullPage = 100
const smallPage = 10
const perPage = { per_page: String(fullPage) }

/** What the import reads of GitHub, checked. Throws what `GitHubApi` throws, and `rejected` for answers that are not what GitHub promises. */
export class GitHubSource {
  readonly #api: GitHubApi

  constructor(api: GitHubApi) {
    this.#api = api
  }

  /**
   * The repositories of a user or an organization, each once. Of an organization, private ones are among them wherever the token shows them: whoever
   * takes none has to be told. Throws `not-found`, and `unauthorized` when private ones are wanted and could not be listed.
   */
  async *account(owner: string, { includePrivate }: { readonly includePrivate: boolean }): AsyncGenerator<SourceRepository> {
    const path = `users/${nameInPath(owner)}`
    if (includePrivate && !this.#api.authenticated) throw this.#needsToken(`the private repositories of ${owner}`)
    const answer = await this.#api.get(path)
    if (answer.status !== 200) {
      throw new ActionError('not-found', `there is no user or organization ${owner} at ${this.#api.url.host}`, {
        hint: "Check the spelling in 'repositories'.",
      })
    }
    const { login, isOrganization } = readAccount(answer.body, `the account ${owner}`)
    const listings = isOrganization
      ? [this.#listed(`orgs/${login}/repos`, { type: 'all', ...perPage })]
      : [this.#listed(`${path}/repos`, { type: 'owner', ...perPage }), ...(includePrivate ? [await this.#privateOf(login)] : [])]
    const seen = new Set<number>()
    for (const listing of listings) {
      for await (const repository of listing) {
        if (!sameName(repository.owner, login) || seen.has(repository.id)) continue
        seen.add(repository.id)
        yield repository
      }
    }
  }

  /** Undefined when it does not exist, or when nobody may know that it does: see `missing`. */
  async repository(fullName: string): Promise<SourceRepository | undefined> {
    const answer = await this.#api.get(repositoryPath(fullName))
    return this.#isThere(answer, fullName) ? readRepository(answer.body, fullName) : undefined
  }

  /** The error for a repository that was not found: what that may mean with this token, and what to do. */
  missing(fullName: string): ActionError {
    const { url, authenticated } = this.#api
    return new ActionError(
      'not-found',
      `${fullName} was not found at ${url.host}: it does not exist, or it is private and ${
        authenticated ? 'the token may not read it' : 'no token was given'
      }`,
      {
        hint: authenticated
          ? "Check the spelling. A private repository needs 'include-private' and a token that may read it; a job's own token reads the job's repository only."
          : "Check the spelling. A private repository needs 'include-private' and a token that may read it.",
      },
    )
  }

  /**
   * All releases of a repository, drafts too where the token may see them. With the `etags` of an earlier listing nothing but validators is sent
   * while no page has changed. Throws `not-found` when there is no such repository.
   */
  async releases(fullName: string, { etags = [] }: { readonly etags?: readonly string[] } = {}): Promise<ReleaseListing> {
    try {
      return await this.#releases(fullName, fullPage, etags)
    } catch (error) {
      // Some projects attach hundreds of files to each release.
      if (!(error instanceof AnswerTooLong)) throw error
      return await this.#releases(fullName, smallPage, [])
    }
  }

  /** Commits by tag. With `wanted`, no more pages are read than those take. */
  async tags(fullName: string, wanted?: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const commits = new Map<string, string>()
    const missing = new Set(wanted)
    for await (const { body } of this.#api.pages(`${repositoryPath(fullName)}/tags`, { query: perPage })) {
      for (const { name, sha } of readTags(body, `the tags of ${fullName}`)) {
        commits.set(name, sha)
        missing.delete(name)
      }
      if (wanted !== undefined && missing.size === 0) break
    }
    return commits
  }

  /** Its text, in whatever it is written; undefined when there is none, or it has more than a megabyte. */
  async readme(fullName: string): Promise<string | undefined> {
    const answer = await this.#api.get(`${repositoryPath(fullName)}/readme`)
    return this.#isThere(answer, fullName) ? readReadme(answer.body, `the README of ${fullName}`) : undefined
  }

  async #releases(fullName: string, size: number, known: readonly string[]): Promise<ReleaseListing> {
    const path = `${repositoryPath(fullName)}/releases`
    const read = (page: number, etag?: string) => {
      const query = { per_page: String(size), ...(page > 1 && { page: String(page) }) }
      return this.#api.get(path, { query, ...(etag !== undefined && { etag }) })
    }
    let first = await read(1, known[0])
    if (first.status === 304) {
      const others = await Promise.all(known.slice(1).map((etag, index) => read(index + 2, etag)))
      if (others.every(({ status }) => status === 304)) return { releases: [], etags: known, unchanged: true, truncated: false }
      first = await read(1)
    }
    const releases = new Map<number, SourceRelease>()
    const etags: (string | undefined)[] = []
    let truncated = false
    let lastLength = 0
    for await (const page of this.#api.pagesFrom(first, path)) {
      const content = readReleases(page.body, `the releases of ${fullName}`, (id) => `${this.#api.url.href}${path}/assets/${id}`)
      // A release that was added meanwhile moves others to the next page.
      for (const release of content) if (!releases.has(release.id)) releases.set(release.id, release)
      etags.push(page.etag)
      truncated ||= page.truncated
      lastLength = content.length
    }
    // A full last page may look the same when another one follows, and pages of another size are not asked for again. A page that was refused has no
    // validator: such a list is always read.
    const repeatable = size === fullPage && lastLength < fullPage
    const validators = etags.filter((etag) => etag !== undefined)
    return {
      releases: [...releases.values()],
      etags: repeatable && validators.length === etags.length ? validators : [],
      unchanged: false,
      truncated,
    }
  }

  async *#listed(path: string, query: Readonly<Record<string, string>>): AsyncGenerator<SourceRepository> {
    yield* this.#parsed(await this.#api.get(path, { query }), path, readRepositories)
  }

  /** The private repositories of a user: only a token of somebody who may read them lists them, or one of an app that is installed there. */
  async #privateOf(owner: string): Promise<AsyncIterable<SourceRepository>> {
    const query = { visibility: 'private', affiliation: 'owner,collaborator', ...perPage }
    const mine = await this.#firstPage('user/repos', query)
    if (mine !== undefined) return this.#parsed(mine, 'user/repos', readRepositories)
    const installed = await this.#firstPage('installation/repositories', perPage)
    if (installed !== undefined) return this.#parsed(installed, 'installation/repositories', readInstallation)
    throw new ActionError('unauthorized', `the token may not list the private repositories of ${owner}`, {
      hint: `Give a token of ${owner} as the source's, or name the private repositories in full.`,
    })
  }

  /** Undefined when this kind of token has no such list. */
  async #firstPage(path: string, query: Readonly<Record<string, string>>): Promise<ApiAnswer | undefined> {
    try {
      const answer = await this.#api.get(path, { query })
      return answer.status === 200 ? answer : undefined
    } catch (error) {
      if (error instanceof ActionError && error.code === 'unauthorized') return undefined
      throw error
    }
  }

  async *#parsed(first: ApiAnswer, path: string, parse: typeof readRepositories): AsyncGenerator<SourceRepository> {
    for await (const { body, truncated } of this.#api.pagesFrom(first, path)) {
      if (!truncated) yield* parse(body, path)
      else {
        throw new ActionError('rejected', `${this.#api.url.host} does not list all repositories of this account (${path})`, {
          hint: "Name those that are wanted in 'repositories', instead of all.",
        })
      }
    }
  }

  #needsToken(what: string): ActionError {
    return new ActionError('unauthorized', `${what} cannot be read without a token`, {
      hint: "Give one that may read them, or leave 'include-private' out.",
    })
  }

  #isThere({ status }: ApiAnswer, fullName: string): boolean {
    if (status === 200) return true
    if (status === 404 || status === 410) return false
    throw this.#api.unexpected(fullName, status)
  }
}

/** GitHub's names differ by more than case. */
function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
