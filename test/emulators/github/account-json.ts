import type { Addresses } from './addresses.ts'
import type { Account } from './repository.ts'

/** An account where it is part of something else: `simple-user`. */
export function simpleUser({ id, login, type }: Account, { api, server }: Addresses): Record<string, unknown> {
  const url = `${api}/users/${login}`
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `${server}/avatars/${id}`,
    gravatar_id: '',
    url,
    html_url: `${server}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  }
}

/** `GET /users/{login}`: of a user, or of an organization. */
export function publicUser(account: Account, publicRepositories: number, addresses: Addresses): Record<string, unknown> {
  return {
    ...simpleUser(account, addresses),
    name: account.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: publicRepositories,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.createdAt,
  }
}

/** `GET /orgs/{login}`. */
export function organization(account: Account, publicRepositories: number, { api, server }: Addresses): Record<string, unknown> {
  const { id, login, createdAt } = account
  const url = `${api}/orgs/${login}`
  return {
    login,
    id,
    node_id: `O_${id}`,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${server}/avatars/${id}`,
    description: null,
    name: login,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: publicRepositories,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${server}/${login}`,
    type: 'Organization',
    created_at: createdAt,
    updated_at: createdAt,
    archived_at: null,
  }
}
