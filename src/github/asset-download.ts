import { ActionError } from '../core/errors.ts'
import { HttpClient, type HttpLimits, type HttpStream, type HttpSurroundings } from '../core/http.ts'
import { noRetries } from '../core/retry-policy.ts'
import { visible } from '../core/sanitize.ts'
import type { Digests } from '../model/digests.ts'
import { GrowingFiles } from '../signing/growing-digests.ts'
import type { GitHubApi } from './api.ts'
import type { DownloadableAsset } from './asset-address.ts'
import type { AssetHosts } from './asset-hosts.ts'
import { Download } from './download.ts'
import { type ArrivingFile, Intake, NotAsAnnounced } from './intake.ts'

export { type DownloadableAsset, downloadOf, sourceArchiveOf } from './asset-address.ts'
export type { ArrivingFile } from './intake.ts'

/** What downloading needs. */
export interface AssetDownloadOptions extends HttpSurroundings {
  readonly api: GitHubApi
  readonly hosts: AssetHosts
  /** No download is longer, in bytes. */
  readonly maxBytes: number
  readonly limits?: Partial<HttpLimits>
  readonly signal?: AbortSignal | undefined
}

/** What has come. */
export interface ReceivedBytes {
  readonly digests: Digests
  /** Bytes of the whole file. */
  readonly size: number
  /** Bytes that came over the network; fewer when some were there already, more when some came twice. */
  readonly received: number
}

/**
 * Receives assets: from where the bytes end that are there, as often as it takes, and never more than what was announced. Public ones without any
 * token; for others the API gets it, and no host that it sends us to.
 */
export class AssetDownloads implements AsyncDisposable {
  readonly #options: AssetDownloadOptions
  readonly #http: HttpClient
  readonly #files = new GrowingFiles()

  constructor(options: AssetDownloadOptions) {
    const { environment, clock, log, limits } = options
    this.#options = options
    this.#http = new HttpClient({ environment, clock, log, ...(limits && { limits }) })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#http[Symbol.asyncDispose](), this.#files[Symbol.asyncDispose]()])
  }

  /**
   * Makes the arriving file the asset; what is there of it from an earlier run must be the beginning of this very asset, so its place is named
   * after the asset's id. Throws `rejected`, and drops the bytes, when they are not what was announced; `not-found` and `unauthorized` when the
   * asset is not to be had; `unavailable`, `timeout` and `RateLimited` when it did not come whole, and then keeps what came.
   */
  async receive(asset: DownloadableAsset, arrival: ArrivingFile): Promise<ReceivedBytes> {
    const { size } = asset
    const most = this.#options.maxBytes
    if (size !== undefined && size > most)
      throw new ActionError('rejected', `${visible(asset.name)} has ${size} bytes, more than the ${most} that are allowed`)
    if (arrival.size > (size ?? 0)) await arrival.restart()
    const wasThere = arrival.size > 0
    using intake = new Intake(arrival, { name: asset.name, size, mostBytes: size ?? most }, this.#files)
    try {
      return await this.#receive(asset, intake)
    } catch (error) {
      if (!(error instanceof NotAsAnnounced)) throw error
      await intake.restart()
      // Only what came in one run is surely the server's word.
      if (!wasThere) throw error
    }
    try {
      return await this.#receive(asset, intake)
    } catch (error) {
      if (error instanceof NotAsAnnounced) await intake.restart()
      throw error
    }
  }

  async #receive(asset: DownloadableAsset, intake: Intake): Promise<ReceivedBytes> {
    const { clock, log, signal } = this.#options
    await new Download({ asset, intake, clock, log, signal, open: (headers) => this.#open(asset, headers) }).finish()
    const digests = await intake.finish()
    if (asset.digest !== undefined && asset.digest !== `sha256:${digests.sha256}`) {
      throw new NotAsAnnounced(asset.name, `its SHA-256 is ${digests.sha256}, and the digest that GitHub lists is ${asset.digest}`)
    }
    return { digests, size: intake.position, received: intake.received }
  }

  /** One try to get the asset's bytes, or some of them. */
  async #open(asset: DownloadableAsset, headers: Readonly<Record<string, string>>): Promise<HttpStream> {
    const { api, hosts, signal } = this.#options
    const allowsHost = (url: URL) => hosts.allows(url)
    if (asset.throughApi) return await api.open(asset.url, { headers, allowsHost })
    return await this.#http.open({ method: 'GET', url: asset.url, headers, allowsHost, retries: noRetries, ...(signal && { signal }) })
  }
}
