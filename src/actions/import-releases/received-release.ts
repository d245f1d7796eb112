import { ActionError, messageOf } from '../../core/errors.ts'
import { RateLimited } from '../../github/api.ts'
import { downloadOf, type ReceivedBytes, sourceArchiveOf } from '../../github/asset-download.ts'
import type { SourceRepository } from '../../github/source-model.ts'
import type { Arrival } from '../../repositories/repository.ts'
import type { AssetToFetch, ImportableAsset, ReleaseChange } from './changes.ts'
import { restoringLost } from './lost-files.ts'
import { type PresentAsset, presentAssets } from './present-files.ts'
import type { Services } from './services.ts'
import { isFailedCall, TargetFailure } from './target-failure.ts'

/** An asset whose bytes came in this run, or in an earlier one that did not get further. */
export interface Fetched extends AssetToFetch {
  readonly arrival: Arrival
  readonly bytes: ReceivedBytes
}

/** What has arrived of a release. Until it is disposed nobody else may take it over; what no change has moved by then is kept for the next run. */
export interface ReceivedRelease extends AsyncDisposable {
  /** What is to be done, by what turned out to be here. */
  readonly change: ReleaseChange
  readonly fetched: readonly Fetched[]
  /** What was in its place already, and was not fetched. */
  readonly present: readonly PresentAsset[]
}

/** Runs a download as soon as there is room for one more. */
export type DownloadSlot = <T>(work: () => Promise<T>) => Promise<T>

/** Where the assets of a repository arrive, and under it each of them. */
export function arrivalsOf(host: string, { fullName }: Pick<SourceRepository, 'fullName'>): string {
  return `${host}/${fullName}`
}

/** The name stays the same over runs: the next one goes on where this one ended. */
export function arrivalOf(host: string, repository: SourceRepository, { release }: ReleaseChange, asset: ImportableAsset): string {
  const file = asset.archive === undefined ? String(asset.id) : `${release.id}-${asset.archive}`
  return `${arrivalsOf(host, repository)}/${file}`
}

/** Fetches what a release lacks. Throws with what is wrong with each asset that could not be had; what came of the others is kept. */
export async function receiveRelease(
  work: { readonly repository: SourceRepository; readonly package: string; readonly change: ReleaseChange },
  services: Services,
  slot: DownloadSlot,
): Promise<ReceivedRelease> {
  const { repository } = work
  const change = await restoringLost(work.change, services)
  const present = await presentAssets(change, work.package, services)
  const there = new Set(present.map(({ asset }) => asset))
  const wanted = change.fetch.filter(({ asset }) => !there.has(asset))
  const outcomes = await Promise.allSettled(wanted.map((fetch) => slot(() => receive(fetch, { repository, change, services }))))
  const fetched = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const release = {
    change,
    fetched,
    present,
    async [Symbol.asyncDispose]() {
      for (const { arrival } of fetched) await arrival[Symbol.asyncDispose]()
    },
  }
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
  if (failures.length === 0) return release
  await release[Symbol.asyncDispose]()
  throw failureOf(failures)
}

interface Surroundings {
  readonly repository: SourceRepository
  readonly change: ReleaseChange
  readonly services: Services
}

async function receive(fetch: AssetToFetch, { repository, change, services }: Surroundings): Promise<Fetched> {
  const { target, downloads, api, host, context } = services
  context.cancelled.throwIfAborted()
  const { asset } = fetch
  const { release } = change
  const download =
    asset.archive === undefined
      ? downloadOf(asset, { hidden: repository.private || release.draft })
      : sourceArchiveOf(repository, { tag: release.tag, form: asset.archive, api })
  const arrival = await target.arrival(arrivalOf(host, repository, change, asset)).catch((error: unknown) => {
    throw error instanceof ActionError ? TargetFailure.of(error) : error
  })
  try {
    return { ...fetch, arrival, bytes: await downloads.receive(download, arrival) }
  } catch (error) {
    await arrival[Symbol.asyncDispose]()
    throw explained(error, services)
  }
}

/** A failed system call is the target's, which every other release would meet, too. */
function explained(error: unknown, { target }: Services): unknown {
  if (!isFailedCall(error)) return error
  return new TargetFailure('unavailable', `the repository '${target.target}' could not be written: ${messageOf(error)}`, {
    cause: error,
    hint: 'Mend the cause and run again: what has arrived is kept.',
  })
}

/** What ends more than this release wins; else every asset's failure is told. */
function failureOf(failures: readonly unknown[]): unknown {
  const unforeseen = failures.find((error) => !(error instanceof ActionError))
  const wider = failures.find((error) => error instanceof TargetFailure || error instanceof RateLimited)
  if (unforeseen !== undefined || wider !== undefined) return unforeseen ?? wider
  const errors = failures.filter((error) => error instanceof ActionError)
  const [first, ...others] = errors
  if (first === undefined || others.length === 0) return first
  return new ActionError(first.code, errors.map(({ message }) => message).join('; '), {
    cause: first,
    ...(first.hint !== undefined && { hint: first.hint }),
  })
}
