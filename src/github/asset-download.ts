import { ActionError, type ErrorCode } from '../core/errors.ts'
import { HttpClient, type HttpLimits, type HttpStream, type HttpSurroundings } from '../core/http.ts'
import { HostNotAllowed } from '../core/http-error.ts'
import { noRetries } from '../core/retry-policy.ts'
import { visible } from '../core/sanitize.ts'
import type { Digests } from '../model/digests.ts'
import { GrowingFiles } from '../signing/growing-digests.ts'
import { type GitHubApi, RateLimited } from './api.ts'
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
  #received = 0

  constructor(options: AssetDownloadOptions) {
    const { environment, clock, log, limits } = options
    this.#options = options
    this.#http = new HttpClient({ environment, clock, log, ...(limits && { limits }) })
  }

  /** Bytes that came over the network so far, in vain or not. */
  get received(): number {
    return this.#received
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
    const { maxBytes, signal } = this.#options
    if (size !== undefined && size > maxBytes) {
      throw new ActionError('rejected', `${visible(asset.name)} has ${size} bytes, more than the ${maxBytes} that are allowed`)
    }
    if (arrival.size > (size ?? 0)) await arrival.restart()
    const wasThere = arrival.size > 0
    using intake = new Intake(arrival, { name: asset.name, size, mostBytes: size ?? maxBytes }, this.#files)
    try {
      return await this.#receive(asset, intake).catch(async (error: unknown) => {
        // Only what came in one run is surely the server's word.
        if (!(error instanceof NotAsAnnounced && wasThere)) throw error
        await intake.restart()
        return await this.#receive(asset, intake)
      })
    } catch (error) {
      if (error instanceof NotAsAnnounced) await intake.restart()
      throw signal?.aborted === true ? error : explained(asset, error)
    } finally {
      this.#received += intake.received
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

  /** One try to get the asset's bytes, or some of them; refusals for a limit are waited for. */
  async #open(asset: DownloadableAsset, headers: Readonly<Record<string, string>>): Promise<HttpStream> {
    const { assetLimits } = this.#options.api
    for (let tries = 1; ; tries++) {
      await assetLimits.pass()
      const stream = await this.#ask(asset, headers)
      if (stream.status < 400 || !assetLimits.learn({ ...stream, text: '' }, tries)) return stream
      await stream[Symbol.asyncDispose]()
    }
  }

  async #ask(asset: DownloadableAsset, headers: Readonly<Record<string, string>>): Promise<HttpStream> {
    const { api, hosts, signal } = this.#options
    const allowsHost = (url: URL) => hosts.allows(url)
    if (asset.publicUrl !== undefined) {
      const request = { method: 'GET' as const, url: asset.publicUrl, headers, allowsHost, retries: noRetries }
      const stream = await this.#http.open({ ...request, ...(signal && { signal }) })
      if (!asksForLogin(stream)) return stream
      await stream[Symbol.asyncDispose]()
    }
    return await api.open(asset.apiUrl, { headers, allowsHost })
  }
}

/** An Enterprise Server in private mode sends everybody without a session there, and answers 200. Its API knows the token. */
function asksForLogin({ url }: HttpStream): boolean {
  return url.pathname === '/login'
}

/** The same error, telling which asset it is about and what to do. */
function explained({ name }: DownloadableAsset, error: unknown): unknown {
  if (!(error instanceof ActionError) || error instanceof NotAsAnnounced || error instanceof RateLimited) return error
  const hint =
    error instanceof HostNotAllowed ? "If that host is to be trusted, name it in 'asset-hosts'." : (error.hint ?? hints[error.code])
  return new ActionError(error.code, `${visible(name)} did not come: ${error.message}`, {
    cause: error,
    ...(hint !== undefined && { hint }),
  })
}

const hints: Partial<Record<ErrorCode, string>> = {
  'not-found': 'It was listed, and is gone: somebody is changing the release. Run again.',
  unavailable: 'Run again: what has come of it is kept.',
  timeout: 'Run again: what has come of it is kept.',
}
