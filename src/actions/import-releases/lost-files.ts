import { ActionError } from '../../core/errors.ts'
import { digestAlgorithms } from '../../model/digests.ts'
import { publishedRecord, stagedFile, stagedRecord } from '../../model/repository-layout.ts'
import { companionOf } from '../../publication/publishable-file.ts'
import { type ReleaseChange, restoring } from './changes.ts'
import type { ImportedAsset } from './import-state.ts'
import type { Services } from './services.ts'

/**
 * Looks whether the files of a version are in their places with their bytes before something of it changes, and has those fetched again that are not.
 * Throws `not-found` for what GitHub does not offer as it was.
 */
export async function restoringLost(change: ReleaseChange, { target, type }: Pick<Services, 'target' | 'type'>): Promise<ReleaseChange> {
  const { kind, known, fetch, kept, gone } = change
  if (known === undefined || kind !== 'update') return change
  const dropped = new Set(known.state === 'staged' ? gone.map(({ name }) => name) : [])
  const awaited = new Set([...dropped, ...fetch.map(({ asset }) => asset.name)])
  const places = new Map(
    known.assets
      .filter(({ name, path }) => path !== undefined && !awaited.has(name))
      .map((asset) => {
        const { path = '' } = asset
        return [known.state === 'published' ? path : stagedFile(known.package, known.version, path), asset]
      }),
  )
  const entries = await target.inspect([...places.keys()])
  // GitHub packs an archive of the source anew for each download, and promises nothing of its bytes.
  const offered = new Set(kept.filter(({ asset }) => asset.archive === undefined).map(({ asset }) => asset.name))
  const lost: ImportedAsset[] = []
  for (const [place, asset] of places) {
    const entry = entries.get(place)
    const isThere = entry?.kind === 'file' && (entry.sha256 === asset.sha256 || (type === 'maven' && isChecksum(asset.name)))
    // What travelled with a file that is dropped goes with it, and comes again as a file of its own.
    if (!isThere || dropped.has(companionOf(asset.name) ?? '')) lost.push(asset)
  }
  const missing = lost.filter(({ name }) => !offered.has(name))
  if (missing.length > 0) {
    const record = known.state === 'published' ? publishedRecord : stagedRecord
    throw new ActionError(
      'not-found',
      `${missing.map(({ path }) => `'${path}'`).join(', ')} is recorded, and not there with its bytes; GitHub does not offer it as it was`,
      {
        hint: `Restore it from a copy, or remove '${target.locate(record(known.package, known.version))}': the version is then imported again.`,
      },
    )
  }
  // What was read and not kept has to be read again with what is new.
  const unkept = fetch.length + lost.length === 0 ? [] : known.assets.filter(({ path }) => path === undefined)
  return restoring(change, new Set([...lost, ...unkept].map(({ name }) => name)))
}

/** In a Maven repository we write those ourselves: they need not have the bytes of the asset. */
function isChecksum(name: string): boolean {
  return digestAlgorithms.some((algorithm) => name.endsWith(`.${algorithm}`))
}
