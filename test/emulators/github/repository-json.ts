import { simpleUser } from './account-json.ts'
import type { Addresses } from './addresses.ts'
import type { EmulatedRepository } from './repository.ts'

// What follows the repository's own address in each of the URLs that only tell where else to look.
const templates: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
}

const licenseNames: Readonly<Record<string, string>> = {
  'Apache-2.0': 'Apache License 2.0',
  MIT: 'MIT License',
}

/** A repository as listings show it. */
export function listedRepository(repository: EmulatedRepository, addresses: Addresses): Record<string, unknown> {
  const { id, name, fullName, owner, settings, createdAt, updatedAt } = repository
  const url = `${addresses.api}/repos/${fullName}`
  const html = `${addresses.server}/${fullName}`
  return {
    id,
    node_id: `R_${id}`,
    name,
    full_name: fullName,
    private: settings.private,
    owner: simpleUser(owner, addresses),
    html_url: html,
    description: settings.description,
    fork: settings.fork,
    url,
    ...Object.fromEntries(Object.entries(templates).map(([key, rest]) => [key, url + rest])),
    created_at: createdAt,
    updated_at: updatedAt,
    pushed_at: updatedAt,
    git_url: `git://${new URL(html).host}/${fullName}.git`,
    ssh_url: `git@${new URL(html).hostname}:${fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: settings.homepage,
    size: 108,
    stargazers_count: 3,
    watchers_count: 3,
    language: null,
    has_issues: settings.hasIssues,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: settings.archived,
    disabled: settings.disabled,
    open_issues_count: 0,
    license: licenseOf(settings.license, addresses),
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: settings.topics,
    visibility: settings.private ? 'private' : 'public',
    forks: 0,
    open_issues: 0,
    watchers: 3,
    default_branch: settings.defaultBranch,
  }
}

/** A repository by itself. */
export function fullRepository(repository: EmulatedRepository, addresses: Addresses): Record<string, unknown> {
  const { owner } = repository
  return {
    ...listedRepository(repository, addresses),
    temp_clone_token: null,
    ...(owner.type === 'Organization' && { organization: simpleUser(owner, addresses) }),
    network_count: 0,
    subscribers_count: 1,
  }
}

function licenseOf(spdx: string | null, { api }: Addresses) {
  if (spdx === null) return null
  if (spdx === 'NOASSERTION') return { key: 'other', name: 'Other', spdx_id: 'NOASSERTION', url: null, node_id: 'L_other' }
  const key = spdx.toLowerCase()
  return { key, name: licenseNames[spdx] ?? spdx, spdx_id: spdx, url: `${api}/licenses/${key}`, node_id: `L_${key}` }
}
