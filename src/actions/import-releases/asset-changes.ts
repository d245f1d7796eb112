import type { AssetAlarm, AssetToFetch, ImportableAsset, KeptAsset } from './changes.ts'
import type { ImportedAsset } from './import-state.ts'

export interface AssetsToCompare {
  /** Selected and uploaded. */
  readonly taken: readonly ImportableAsset[]
  /** All that the release has. */
  readonly present: readonly Pick<ImportableAsset, 'name'>[]
  readonly known: readonly ImportedAsset[]
  /** Replaced, instead of an alarm. */
  readonly mayChange: boolean
}

export interface ComparedAssets {
  readonly fetch: readonly AssetToFetch[]
  readonly kept: readonly KeptAsset[]
  readonly alarms: readonly AssetAlarm[]
  readonly gone: readonly ImportedAsset[]
}

/** Compares the assets of a release with those that were imported. They are the same by their name: deleted and uploaded again, one gets another id. */
export function compareAssets({ taken, present, known, mayChange }: AssetsToCompare): ComparedAssets {
  const byName = new Map(known.map((asset) => [asset.name, asset]))
  const names = new Set(present.map(({ name }) => name))
  const fetch: AssetToFetch[] = []
  const kept: KeptAsset[] = []
  const alarms: AssetAlarm[] = []
  for (const asset of taken) {
    const was = byName.get(asset.name)
    if (was === undefined) {
      fetch.push({ asset, why: 'new' })
      continue
    }
    const verdict = verdictOn(asset, was)
    if (verdict === 'same') kept.push({ asset, known: was })
    else if (mayChange) fetch.push({ asset, why: 'replace', known: was })
    else if (verdict === 'unknown') fetch.push({ asset, why: 'compare', known: was })
    else alarms.push({ asset: asset.name, ...verdict })
  }
  // An archive of the source (its id is 0) is made on demand, and never gone.
  return { fetch, kept, alarms, gone: known.filter(({ id, name }) => id !== 0 && !names.has(name)) }
}

/** Without a digest the same id and time are the same bytes; another one of the same size has to be fetched to know. */
function verdictOn(asset: ImportableAsset, was: ImportedAsset): 'same' | 'unknown' | { readonly was: string; readonly is: string } {
  // GitHub makes archives anew for each download, and promises nothing of their bytes.
  if (asset.archive !== undefined) return 'same'
  const digest = asset.digest?.startsWith('sha256:') === true ? asset.digest : undefined
  if (digest !== undefined && digest !== sha256Of(was)) return { was: sha256Of(was), is: digest }
  if (asset.size !== was.size) return { was: `${was.size} bytes`, is: `${asset.size} bytes` }
  if (digest !== undefined) return 'same'
  return asset.id === was.id && asset.updatedAt === was.updated ? 'same' : 'unknown'
}

/** The digest of what was received, as GitHub spells digests. */
export function sha256Of({ sha256 }: Pick<ImportedAsset, 'sha256'>): string {
  return `sha256:${sha256}`
}
