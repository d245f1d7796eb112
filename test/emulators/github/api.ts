import { type Caller, isGranted, mayRead } from './access.ts'
import { organization, publicUser } from './account-json.ts'
import { type Addresses, segmentsOf } from './addresses.ts'
import { type Answer, json, notFound, problem } from './answers.ts'
import { releaseByTag } from './graphql.ts'
import type { RateLimits } from './limits.ts'
import { type PageRequest, paged } from './paging.ts'
import type { Account, EmulatedRepository } from './repository.ts'
import type { RepositoryApi } from './repository-api.ts'
import { listedRepository } from './repository-json.ts'
import type { SeenRequest } from './requests.ts'
import type { World } from './world.ts'

/** What the API is made of. */
export interface ApiParts {
  readonly world: World
  readonly addresses: Addresses
  readonly limits: RateLimits
  readonly repositories: RepositoryApi
  /** Whether Link names what it can by number, as GitHub does. */
  readonly linksByNumber: boolean
}

/** One request to the API. */
export interface ApiCall {
  /** Below the root of the API, encoded. */
  readonly path: string
  readonly seen: SeenRequest
  /** Of a POST; else empty. */
  readonly body: string
  readonly caller: Caller
  /** Items of a listing that can be reached. */
  readonly listingLimit: number
}

/** What api.github.com is, as far as reading repositories and their releases goes. */
export class Api {
  readonly #parts: ApiParts

  constructor(parts: ApiParts) {
    this.#parts = parts
  }

  answer(call: ApiCall): Answer {
    if (call.seen.method === 'POST' && call.path === '/graphql') return releaseByTag(call.body, call.caller, this.#parts.world)
    if (call.seen.method !== 'GET' && call.seen.method !== 'HEAD') return notFound()
    const segments = segmentsOf(call.path)
    if (segments === undefined) return problem(400, 'Bad Request')
    const [kind = '', first = '', second = '', ...rest] = segments
    if (kind === 'rate_limit' && segments.length === 1) return this.#rateLimit(call.caller)
    if (kind === 'user') return this.#self(call, segments.slice(1))
    if (call.path === '/installation/repositories') return this.#installation(call)
    if (kind === 'users' && segments.length <= 3) return this.#user(call, first, second)
    if (kind === 'orgs' && segments.length <= 3) return this.#organization(call, first, second)
    if (kind === 'organizations' && second === 'repos') return this.#organization(call, this.#loginOf(first), second)
    if (kind === 'repos' && segments.length >= 3) return this.#named(call, `${first}/${second}`, rest)
    if (kind === 'repositories' && segments.length >= 2) return this.#numbered(call, Number(first), segments.slice(2))
    return notFound()
  }

  #rateLimit(caller: Caller): Answer {
    const core = this.#parts.limits.overview(caller)
    return json({ resources: { core, search: { limit: 30, remaining: 30, reset: core.reset, used: 0 } }, rate: core })
  }

  /** The user whose token it is: a job's token speaks for none. */
  #self(call: ApiCall, rest: readonly string[]): Answer {
    // Link names the listing of a user by number: `/user/1234/repos`.
    if (rest.length === 2 && rest[1] === 'repos') return this.#user(call, this.#loginOf(rest[0] ?? ''), 'repos')
    const { grant } = call.caller
    if (grant === undefined) return problem(401, 'Requires authentication')
    const account = grant.login === undefined ? undefined : this.#parts.world.account(grant.login)
    if (account === undefined) return problem(403, 'Resource not accessible by integration')
    if (rest.length === 0) return json(publicUser(account, this.#public(account).length, this.#parts.addresses))
    if (rest[0] !== 'repos' || rest.length > 1) return notFound()
    const { affiliation, visibility, type } = call.seen.query
    if (type !== undefined && (visibility !== undefined || affiliation !== undefined)) {
      return problem(422, 'If you specify visibility or affiliation, you cannot specify type.')
    }
    const owned = type === 'owner' || affiliation === 'owner'
    const wanted = visibility ?? (type === 'public' || type === 'private' ? type : 'all')
    const mine = this.#parts.world.repositories.filter(
      (one) => (one.owner === account ? mayRead(call.caller, one) : !owned && isGranted(call.caller, one)) && hasVisibility(one, wanted),
    )
    return this.#list(call, { repositories: mine, numbered: '/user/repos', sort: 'full_name' })
  }

  /** The repositories that an app's token, such as a job's, was made for. */
  #installation(call: ApiCall): Answer {
    const { grant } = call.caller
    if (grant === undefined) return problem(401, 'Requires authentication')
    if (grant.login !== undefined) {
      return problem(403, 'You must authenticate with an installation access token in order to list repositories for an installation.')
    }
    const granted = this.#parts.world.repositories.filter((one) => isGranted(call.caller, one))
    const page = this.#list(call, { repositories: granted, numbered: '/installation/repositories', sort: 'created' })
    if (page.status !== 200) return page
    const body = { total_count: granted.length, repository_selection: 'selected', repositories: JSON.parse(String(page.body)) }
    return { ...page, body: JSON.stringify(body) }
  }

  #user(call: ApiCall, login: string, listing: string): Answer {
    const account = this.#parts.world.account(login)
    if (account === undefined) return notFound()
    if (listing === '') return json(publicUser(account, this.#public(account).length, this.#parts.addresses))
    if (listing !== 'repos') return notFound()
    // "Lists public repositories for the specified user", whoever asks.
    return this.#list(call, { repositories: this.#public(account), numbered: `/user/${account.id}/repos`, sort: 'full_name' })
  }

  #organization(call: ApiCall, login: string, listing: string): Answer {
    const account = this.#parts.world.account(login)
    if (account?.type !== 'Organization') return notFound()
    if (listing === '') return json(organization(account, this.#public(account).length, this.#parts.addresses))
    if (listing !== 'repos') return notFound()
    const { type = 'all' } = call.seen.query
    const visible = this.#parts.world.ownedBy(account).filter((one) => mayRead(call.caller, one))
    const repositories = visible.filter((one) => {
      if (type === 'forks') return one.settings.fork
      return type === 'sources' ? !one.settings.fork : hasVisibility(one, type)
    })
    return this.#list(call, { repositories, numbered: `/organizations/${account.id}/repos`, sort: 'created' })
  }

  #named(call: ApiCall, fullName: string, rest: readonly string[]): Answer {
    const { world, addresses } = this.#parts
    const repository = world.find(fullName)
    if (repository !== undefined) return this.#repository(call, repository, rest)
    const moved = world.movedTo(fullName)
    if (moved === undefined || !mayRead(call.caller, moved)) return notFound()
    const address = `${addresses.api}/repositories/${moved.id}${call.path
      .split('/')
      .slice(4)
      .map((part) => `/${part}`)
      .join('')}`
    return json({ message: 'Moved Permanently', url: address, documentation_url: 'https://docs.github.com/rest' }, 301, {
      location: address,
    })
  }

  #numbered(call: ApiCall, id: number, rest: readonly string[]): Answer {
    const repository = this.#parts.world.findById(id)
    return repository === undefined ? notFound() : this.#repository(call, repository, rest)
  }

  #repository(call: ApiCall, repository: EmulatedRepository, rest: readonly string[]): Answer {
    // What may not be read is not there.
    if (!mayRead(call.caller, repository)) return notFound()
    const { addresses, linksByNumber, repositories } = this.#parts
    const base = linksByNumber ? `${addresses.api}/repositories/${repository.id}` : `${addresses.api}/repos/${repository.fullName}`
    const page = this.#page(call, `${base}/${rest.join('/')}`)
    return repositories.answer({ repository, rest, page, caller: call.caller, seen: call.seen })
  }

  #list(
    call: ApiCall,
    { repositories, numbered, sort }: { repositories: readonly EmulatedRepository[]; numbered: string; sort: SortKey },
  ): Answer {
    const { addresses, linksByNumber } = this.#parts
    const page = this.#page(call, `${addresses.api}${linksByNumber ? numbered : call.path}`)
    const { query } = call.seen
    const key = isSortKey(query.sort) ? query.sort : sort
    const direction = query.direction ?? (key === 'full_name' ? 'asc' : 'desc')
    const ascending = [...repositories].sort(orders[key])
    return paged(direction === 'asc' ? ascending : ascending.reverse(), page, (one) => listedRepository(one, addresses))
  }

  #page({ seen: { query }, listingLimit }: ApiCall, address: string): PageRequest {
    return { address, query, limit: listingLimit }
  }

  #public(account: Account): readonly EmulatedRepository[] {
    return this.#parts.world.ownedBy(account).filter((one) => !one.private)
  }

  #loginOf(id: string): string {
    return this.#parts.world.accountById(Number(id))?.login ?? ''
  }
}

const orders = {
  full_name: (one: EmulatedRepository, other: EmulatedRepository) => (one.fullName.toLowerCase() < other.fullName.toLowerCase() ? -1 : 1),
  created: (one: EmulatedRepository, other: EmulatedRepository) => one.id - other.id,
  updated: (one: EmulatedRepository, other: EmulatedRepository) => Date.parse(one.updatedAt) - Date.parse(other.updatedAt),
  pushed: (one: EmulatedRepository, other: EmulatedRepository) => Date.parse(one.updatedAt) - Date.parse(other.updatedAt),
}

type SortKey = keyof typeof orders

function isSortKey(text: string | undefined): text is SortKey {
  return text !== undefined && Object.hasOwn(orders, text)
}

function hasVisibility(repository: EmulatedRepository, wanted: string): boolean {
  return wanted === 'public' ? !repository.private : wanted !== 'private' || repository.private
}
