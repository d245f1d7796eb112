import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ReceivedAsset } from '../../github/assets/received-asset.ts'
import type { Digests } from '../../model/digests.ts'
import { digestsOfText } from '../../model/file-digests.ts'
import { stagedFile } from '../../model/repository-layout.ts'
import type { RecordedAsset } from '../../model/version-record.ts'
import { companionOf } from '../../publication/publishable-file.ts'
import { recordedFile } from '../../publication/recorded-files.ts'
import type { Repository } from '../../repositories/repository.ts'
import type { ImportableAsset, ReleaseChange } from './changes.ts'
import type { FoundRecord } from './inventory.ts'
import type { Fetched, ReceivedRelease } from './received-release.ts'

/** One asset of a version as it will be: fetched now, or here already. */
export interface Part {
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly digests: Digests
  /** Absolute path of its bytes. */
  readonly localPath: string
  /** As GitHub lists it; absent when it does so no more. */
  readonly asset?: ImportableAsset
  /** Absent for what is here already. */
  readonly fetched?: Fetched
  /** What was recorded of it; absent when it is new. */
  readonly recorded?: RecordedAsset
  /** It stands in its place, and no record says so. */
  readonly unrecorded?: true
}

/** All assets that a version will have, by name; those that were read earlier and not kept are not among them. */
export async function partsOf(
  change: ReleaseChange,
  { fetched, present }: Pick<ReceivedRelease, 'fetched' | 'present'>,
  {
    target,
    found,
    dropped,
  }: { readonly target: Repository; readonly found: FoundRecord | undefined; readonly dropped: readonly RecordedAsset[] },
): Promise<ReadonlyMap<string, Part>> {
  const assets = found?.record.origin?.assets.filter((asset) => !dropped.includes(asset))
  const recorded = new Map(assets?.map((asset) => [asset.name, asset]))
  const listed = new Map(change.kept.map(({ asset }) => [asset.name, asset]))
  const parts = new Map<string, Part>()
  const arrived = new Set(fetched.map(({ asset }) => asset.name))
  for (const [name, asset] of recorded) {
    const there = listed.get(name)
    const { path } = asset
    if (found !== undefined && path !== undefined && !arrived.has(name))
      parts.set(name, { ...(await herePart({ ...asset, path }, found, target)), ...(there !== undefined && { asset: there }) })
  }
  for (const { asset, ...there } of present) parts.set(asset.name, { name: asset.name, asset, ...there, unrecorded: true })
  for (const each of fetched) {
    const { asset, arrival, bytes } = each
    const { name } = asset
    const before = recorded.get(name)
    const part = { name, size: bytes.size, digests: bytes.digests, localPath: arrival.localPath, asset, fetched: each }
    parts.set(name, { ...part, ...(before !== undefined && { recorded: before }) })
  }
  return parts
}

/**
 * What goes with this change of what is recorded. All that a draft has no more: nobody but its publisher has seen it, and nobody shall. Of a published
 * version signatures and checksums that GitHub has no more, and that speak of bytes that are replaced: they would be wrong.
 */
export function droppedOf(
  { gone }: ReleaseChange,
  fetched: readonly Pick<Fetched, 'asset' | 'why'>[],
  found: FoundRecord | undefined,
): readonly RecordedAsset[] {
  const recorded = new Map(found?.record.origin?.assets.map((asset) => [asset.name, asset]))
  const withdrawn = gone.flatMap(({ name }) => recorded.get(name) ?? [])
  if (found?.state === 'staged') return withdrawn
  const wrong = new Set(fetched.filter(({ why }) => why === 'replace').map(({ asset }) => asset.name))
  // What is added here is looked at, too: the signature of a list of checksums goes with the list.
  for (const name of wrong) {
    const witnesses = new Set(recorded.get(name)?.checks.map(({ by }) => by))
    for (const each of withdrawn) if (witnesses.has(each.name) || companionOf(each.name) === name) wrong.add(each.name)
  }
  return withdrawn.filter(({ name }) => wrong.has(name))
}

async function herePart(
  recorded: RecordedAsset & { readonly path: string },
  { record, state }: FoundRecord,
  target: Repository,
): Promise<Part> {
  const { name, size, path } = recorded
  const place = state === 'published' ? path : stagedFile(record.package.name ?? '', record.version.name ?? '', path)
  const localPath = await target.localFile(place)
  const file = recordedFile(record, path)
  // Signatures and checksums have no entry of their own among the files.
  const digests = file ?? digestsOfText(await readFile(localPath))
  const { md5, sha1, sha256, sha512 } = digests
  return { name, size, digests: { md5, sha1, sha256, sha512 }, localPath, recorded }
}

/** The asset that another one travels with, as its signature or checksum. What speaks about a signature or checksum is a file of its own. */
export function ownerOf(name: string, isThere: (name: string) => boolean): string | undefined {
  const owner = companionOf(name)
  if (owner === undefined || !isThere(owner)) return undefined
  return ownerOf(owner, isThere) === undefined ? owner : undefined
}

/** What is verified of a part. */
export function receivedAsset({ name, size, digests, localPath, asset }: Part): ReceivedAsset {
  return {
    name,
    size,
    digests,
    ...(asset?.digest !== undefined && { githubDigest: asset.digest }),
    content: () => readFile(localPath),
    chunks: () => createReadStream(localPath),
  }
}
