import type { HttpLimits, HttpSurroundings } from '../core/http.ts'
import type { Digests } from '../model/digests.ts'
import type { GitHubApi } from './api.ts'
import type { AssetHosts } from './asset-hosts.ts'
import type { SourceAsset, SourceRepository } from './source-model.ts'

/** Something to download. */
export interface DownloadableAsset {
  /** For messages. */
  readonly name: string
  /** Bytes; absent for an archive that is made while it is sent. */
  readonly size?: number
  /** `sha256:<hex>`. */
  readonly digest?: string
  readonly url: string
  /** The API gives it, with the token, and usually sends us elsewhere for the bytes. */
  readonly throughApi: boolean
}

/** The place for bytes that `AssetDownloads` needs; an `Arrival` of a repository is one. */
export interface ArrivingFile {
  readonly localPath: string
  readonly size: number
  append(chunk: Uint8Array): Promise<void>
  restart(): Promise<void>
}

export interface AssetDownloadOptions extends HttpSurroundings {
  readonly api: GitHubApi
  readonly hosts: AssetHosts
  /** No download is longer, in bytes. */
  readonly maxBytes: number
  readonly limits?: Partial<HttpLimits>
  readonly signal?: AbortSignal
}

export interface ReceivedBytes {
  readonly digests: Digests
  /** Bytes of the whole file. */
  readonly size: number
  /** Bytes that came over the network. */
  readonly received: number
}

/** How to get an asset: public ones cost no quota, what is hidden needs the API and the token. */
export declare function downloadOf(asset: SourceAsset, visibility: { readonly hidden: boolean }): DownloadableAsset
/** How to get GitHub's own archive of a tag. */
export declare function sourceArchiveOf(
  repository: SourceRepository,
  request: { readonly tag: string; readonly form: 'tar' | 'zip'; readonly api: GitHubApi },
): DownloadableAsset

export declare class AssetDownloads implements AsyncDisposable {
  constructor(options: AssetDownloadOptions)
  receive(asset: DownloadableAsset, arrival: ArrivingFile): Promise<ReceivedBytes>
  [Symbol.asyncDispose](): Promise<void>
}
