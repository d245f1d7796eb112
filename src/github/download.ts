import type { HttpStream, HttpSurroundings } from '../core/http.ts'
import { HttpError, unexpectedStatus } from '../core/http-error.ts'
import { defaultRetries, type RetryableAnswer, withRetries } from '../core/retry-policy.ts'
import type { DownloadableAsset } from './asset-address.ts'
import { type Body, bodyIn } from './asset-body.ts'
import { type Intake, NotAsAnnounced } from './intake.ts'

/** What a download needs of its surroundings. */
export interface DownloadOptions extends Pick<HttpSurroundings, 'clock' | 'log'> {
  readonly asset: DownloadableAsset
  readonly intake: Intake
  /** Asks for the asset, with these headers besides; one try. */
  readonly open: (headers: Readonly<Record<string, string>>) => Promise<HttpStream>
  readonly signal?: AbortSignal | undefined
}

/** The end of one transfer: the file is whole, or the status says that there is nothing for us. */
interface Ended extends RetryableAnswer {
  readonly url: URL
}

// Long transfers break more often than short ones, and outlast any deadline: whenever one got this many bytes further, it has all its tries again.
const worthAnotherSeries = 1 << 20

/** One asset on its way: asked for from where its bytes end, again and again until it is whole. */
export class Download {
  readonly #options: DownloadOptions
  /** The version of the file that the bytes so far are of, where the server names it. */
  #validator: string | undefined

  constructor(options: DownloadOptions) {
    this.#options = options
  }

  /** Settles when the file is whole. Throws `HttpError` when that is not to be had, and `NotAsAnnounced`; what came is in the intake. */
  async finish(): Promise<void> {
    const { asset, intake } = this.#options
    let furthest = intake.position
    while (!intake.isWhole) {
      try {
        const ended = await this.#tries()
        if (ended.status >= 400) throw unexpectedStatus({ method: 'GET', ...ended })
        return
      } catch (error) {
        const moved = asset.size !== undefined && intake.position >= furthest + worthAnotherSeries
        if (!(error instanceof HttpError && moved && mayPass(error))) throw error
        furthest = intake.position
      }
    }
  }

  async #tries(): Promise<Ended> {
    const { asset, clock, log, signal } = this.#options
    return await withRetries(() => this.#transfer(), {
      policy: defaultRetries,
      repeatable: true,
      clock,
      signal,
      onPause: (why, pause) => {
        const reason = why instanceof HttpError ? why.message : `the server answered ${why}`
        log.info(`${asset.name}: ${reason}: trying again in ${(pause / 1000).toFixed(1)} s`)
      },
    })
  }

  async #transfer(): Promise<Ended> {
    const { asset, intake, open } = this.#options
    // What is packed while it is sent has no second half that fits the first.
    if (asset.size === undefined && intake.position > 0) await intake.restart()
    const position = intake.position
    const resuming = position > 0 && { range: `bytes=${position}-`, ...(this.#validator !== undefined && { 'if-range': this.#validator }) }
    await using stream = await open({ accept: 'application/octet-stream', ...resuming })
    const ended = { status: stream.status, headers: stream.headers, url: stream.url }
    if (stream.status >= 400 && stream.status !== 416) return ended
    const body = bodyIn(stream, position)
    if (body === undefined || body.start < position) {
      this.#validator = undefined
      await intake.restart()
    }
    if (body === undefined) return await this.#transfer()
    this.#validator = body.validator
    await this.#take(stream, body)
    return ended
  }

  async #take(stream: HttpStream, { length }: Body): Promise<void> {
    const { asset, intake } = this.#options
    const missing = asset.size === undefined ? undefined : asset.size - intake.position
    const honest = length === undefined || length === missing
    // With a digest the promise need not hold: when enough has come, the bytes prove themselves.
    if (!honest && missing !== undefined && asset.digest === undefined) {
      throw new NotAsAnnounced(asset.name, `${length} bytes are offered where ${missing} are missing`)
    }
    try {
      for await (const chunk of stream.chunks) {
        await intake.take(chunk)
        if (intake.isWhole && !honest) break
      }
    } catch (error) {
      if (!(error instanceof HttpError && intake.isWhole)) throw error
    } finally {
      await intake.flush()
    }
    if (missing === undefined || intake.isWhole) return
    throw new HttpError('unavailable', `ended after ${intake.position} of ${asset.size} bytes`, {
      method: 'GET',
      url: stream.url,
      status: stream.status,
      progress: 'answered',
    })
  }
}

function mayPass({ code }: HttpError): boolean {
  return code === 'unavailable' || code === 'timeout'
}
