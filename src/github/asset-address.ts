import type { GitHubApi } from './api.ts'
import { repositoryPath, tagInPath } from './names.ts'
import type { SourceAsset, SourceRepository } from './source-model.ts'

/** Something to download. */
export interface DownloadableAsset {
  /** For messages. */
  readonly name: string
  /** Bytes; absent for an archive that is packed while it is sent. */
  readonly size?: number
  /** `sha256:` and lower-case hex. */
  readonly digest?: string
  /** Where everybody gets it, if everybody may: costs no quota, and needs no token. */
  readonly publicUrl?: string
  /** Where the API gives it to the token; usually it sends us elsewhere for the bytes. */
  readonly apiUrl: string
}

/** How to get an asset; `hidden` are those of private repositories and of drafts. */
export function downloadOf(asset: SourceAsset, { hidden }: { readonly hidden: boolean }): DownloadableAsset {
  return {
    name: asset.name,
    size: asset.size,
    ...(asset.digest !== undefined && { digest: asset.digest }),
    ...(!hidden && { publicUrl: asset.downloadUrl }),
    apiUrl: asset.apiUrl,
  }
}

/** How to get GitHub's own archive of a tag: not an asset, so without size and digest, and packed anew whenever GitHub likes. */
export function sourceArchiveOf(
  repository: SourceRepository,
  { tag, form, api }: { readonly tag: string; readonly form: 'tar' | 'zip'; readonly api: GitHubApi },
): DownloadableAsset {
  const ending = form === 'tar' ? 'tar.gz' : 'zip'
  const name = `${repository.fullName} ${tag}, source code (${ending})`
  const path = `refs/tags/${tagInPath(tag)}`
  return {
    name,
    ...(!repository.private && { publicUrl: `${repository.htmlUrl}/archive/${path}.${ending}` }),
    apiUrl: `${api.url.href}${repositoryPath(repository.fullName)}/${form}ball/${path}`,
  }
}
