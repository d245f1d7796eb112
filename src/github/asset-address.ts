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
  readonly url: string
  /** The API gives it, to the token, and usually sends us elsewhere for the bytes. */
  readonly throughApi: boolean
}

/** How to get an asset. What everybody may see costs no quota; what is hidden, of a private repository or a draft, needs the API and the token. */
export function downloadOf(asset: SourceAsset, { hidden }: { readonly hidden: boolean }): DownloadableAsset {
  return {
    name: asset.name,
    size: asset.size,
    ...(asset.digest !== undefined && { digest: asset.digest }),
    url: hidden ? asset.apiUrl : asset.downloadUrl,
    throughApi: hidden,
  }
}

/** How to get GitHub's own archive of a tag: not an asset, so without size and digest, and packed anew whenever GitHub likes. */
export function sourceArchiveOf(
  repository: SourceRepository,
  { tag, form, api }: { readonly tag: string; readonly form: 'tar' | 'zip'; readonly api: GitHubApi },
): DownloadableAsset {
  const ending = form === 'tar' ? 'tar.gz' : 'zip'
  const name = `${repository.fullName} ${tag}, source code (${ending})`
  if (!repository.private) {
    return { name, url: `${repository.htmlUrl}/archive/refs/tags/${tagInPath(tag)}.${ending}`, throughApi: false }
  }
  const url = `${api.url.href}${repositoryPath(repository.fullName)}/${form}ball/refs/tags/${tagInPath(tag)}`
  return { name, url, throughApi: true }
}
