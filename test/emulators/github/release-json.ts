import { simpleUser } from './account-json.ts'
import { type Addresses, segment } from './addresses.ts'
import type { EmulatedAsset, EmulatedRelease } from './release.ts'
import type { EmulatedRepository } from './repository.ts'

/** A release with all its assets. */
export function releaseJson(release: EmulatedRelease, repository: EmulatedRepository, addresses: Addresses): Record<string, unknown> {
  const { id, tag } = release
  const repositoryUrl = `${addresses.api}/repos/${repository.fullName}`
  const url = `${repositoryUrl}/releases/${id}`
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${url.replace('//api.', '//uploads.')}/assets{?name,label}`,
    html_url: `${addresses.server}/${repository.fullName}/releases/tag/${segment(release.urlTag)}`,
    id,
    author: simpleUser(repository.owner, addresses),
    node_id: `RE_${id}`,
    tag_name: tag,
    target_commitish: repository.settings.defaultBranch,
    name: release.name,
    draft: release.draft,
    immutable: false,
    prerelease: release.prerelease,
    created_at: release.createdAt,
    updated_at: release.updatedAt,
    published_at: release.publishedAt,
    assets: release.assets.map((asset) => assetJson(asset, repository, addresses)),
    tarball_url: release.draft ? null : `${repositoryUrl}/tarball/${segment(tag)}`,
    zipball_url: release.draft ? null : `${repositoryUrl}/zipball/${segment(tag)}`,
    body: release.body,
  }
}

export function assetJson(asset: EmulatedAsset, repository: EmulatedRepository, addresses: Addresses): Record<string, unknown> {
  const { id, name, release } = asset
  return {
    url: `${addresses.api}/repos/${repository.fullName}/releases/assets/${id}`,
    id,
    node_id: `RA_${id}`,
    name,
    label: '',
    uploader: simpleUser(repository.owner, addresses),
    content_type: asset.contentType,
    state: asset.state,
    size: asset.size,
    digest: asset.digest,
    download_count: asset.downloadCount,
    created_at: asset.createdAt,
    updated_at: asset.updatedAt,
    browser_download_url: `${addresses.server}/${repository.fullName}/releases/download/${segment(release.urlTag)}/${segment(name)}`,
  }
}

export function tagJson(
  [name, sha]: readonly [string, string],
  repository: EmulatedRepository,
  { api }: Addresses,
): Record<string, unknown> {
  const url = `${api}/repos/${repository.fullName}`
  return {
    name,
    zipball_url: `${url}/zipball/refs/tags/${segment(name)}`,
    tarball_url: `${url}/tarball/refs/tags/${segment(name)}`,
    commit: { sha, url: `${url}/commits/${sha}` },
    node_id: `REF_${repository.id}_${segment(name)}`,
  }
}
