import type { Digests } from '../../model/digests.ts'
import { hashFiles } from '../../signing/engine.ts'
import type { ImportableAsset, ReleaseChange } from './changes.ts'
import { placesOf } from './places.ts'
import type { Services } from './services.ts'

/** An asset whose bytes stand in their place already, though no record says so. */
export interface PresentAsset {
  readonly asset: ImportableAsset
  readonly localPath: string
  /** Bytes. */
  readonly size: number
  readonly digests: Digests
}

/**
 * Finds what a target without records has of a release: files in the places of its assets, with the sizes and digests that GitHub says. Those need not be
 * fetched. In a Maven repository the places are known only when the POM is there.
 */
export async function presentAssets(
  change: ReleaseChange,
  packageName: string,
  { target, type, inputs }: Services,
): Promise<readonly PresentAsset[]> {
  if (change.kind !== 'import' || change.release.draft || type === 'maven') return []
  const assets = new Map(change.fetch.map(({ asset }) => [asset.name, asset]))
  const places = placesOf(assets.keys(), inputs.path, { package: packageName, version: change.version })
  const entries = await target.inspect([...places.values()])
  const found: { asset: ImportableAsset; path: string; size: number }[] = []
  for (const [name, place] of places) {
    const [asset, entry] = [assets.get(name), entries.get(place)]
    if (asset === undefined || entry?.kind !== 'file') continue
    const isSame = entry.size === asset.size && asset.digest === `sha256:${entry.sha256}`
    if (isSame) found.push({ asset, path: await target.localFile(place), size: entry.size })
  }
  const hashed = found.length === 0 ? [] : await hashFiles(found.map(({ path, size }) => ({ path, size })))
  return found.flatMap(({ asset, path, size }, index) => {
    const file = hashed[index]
    if (file === undefined) return []
    const { md5, sha1, sha256, sha512 } = file
    return [{ asset, localPath: path, size, digests: { md5, sha1, sha256, sha512 } }]
  })
}
