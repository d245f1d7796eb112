import type { SourceAsset, SourceRelease } from '../../github/source-model.ts'
import { foldedPath } from '../../model/repository-path.ts'
import { type ComparedAssets, compareAssets, sha256Of } from './asset-changes.ts'
import type { ImportedAsset, ImportedRelease } from './import-state.ts'

/** Something to import as a file: an asset, or GitHub's own archive of the source, which has neither an id nor a digest. */
export interface ImportableAsset extends SourceAsset {
  readonly archive?: 'tar' | 'zip'
}

/**
 * An asset to fetch. `compare`: only its bytes tell whether it changed, see `settled`. `replace`: it changed, and may. `restore`: it is as it was
 * imported, and not here any more.
 */
export interface AssetToFetch {
  readonly asset: ImportableAsset
  readonly why: 'new' | 'compare' | 'replace' | 'restore'
  /** What was imported of it; absent when it is new. */
  readonly known?: ImportedAsset
}

/** An asset that is as it was imported, though perhaps under another id. */
export interface KeptAsset {
  readonly asset: ImportableAsset
  readonly known: ImportedAsset
}

/** An asset that is not what was imported; digests where both are known, else sizes. */
export interface AssetAlarm {
  readonly asset: string
  readonly was: string
  readonly is: string
}

/** A selected release and what a run has to do about it. */
export interface ReleaseChange {
  readonly release: SourceRelease
  readonly version: string
  /** What was imported of it. */
  readonly known?: ImportedRelease
  /**
   * `import`: nothing of it is here. `update`: something of it changed, see the other fields. `refresh`: only what the state file says of it (ids,
   * times). `alarm`: nothing of it may be written. `pending`: an asset is still being uploaded. `refused`: its version is
   * another release's that is still there, or a stranger's.
   */
  readonly kind: 'import' | 'update' | 'refresh' | 'unchanged' | 'alarm' | 'pending' | 'refused'
  readonly fetch: readonly AssetToFetch[]
  /** Selected assets that are here as they are there. */
  readonly kept: readonly KeptAsset[]
  readonly metadataChanged: boolean
  /** Staged until now, and no draft any more. */
  readonly released: boolean
  readonly alarms: readonly AssetAlarm[]
  /** Assets that are here and there no more. They stay, but for those of a staged version. */
  readonly gone: readonly ImportedAsset[]
  /** For people: what changed, or what is awaited. */
  readonly reason?: string
}

export interface RepositoryChanges {
  /** One per selected release, in their order. */
  readonly releases: readonly ReleaseChange[]
  /** Releases that are here and there no more. They stay. */
  readonly gone: readonly ImportedRelease[]
}

/** A release that is to be here. */
export interface SelectedRelease {
  readonly release: SourceRelease
  readonly version: string
  /** `versionFingerprint` of its metadata. */
  readonly metadata: string
  /** What is said of a version of that name that is here and is not the repository's. */
  readonly stranger?: string | undefined
  /** Archives of its source that are to be imported, too. */
  readonly archives?: readonly ImportableAsset[]
}

export interface ComparedRepository {
  /** Every release that GitHub lists, selected or not. */
  readonly listed: readonly SourceRelease[]
  /** The listing has every release: what is not in it is gone. */
  readonly complete: boolean
  /** Drafts were asked for: a staged release that is not listed is gone. */
  readonly draftsSeen: boolean
  readonly selected: readonly SelectedRelease[]
  readonly known: readonly ImportedRelease[]
  readonly takesAsset: (name: string) => boolean
  /** Whether the assets of the release with that tag may change. */
  readonly isRolling: (tag: string) => boolean
}

/** Compares what GitHub lists of a repository with what was imported of it. */
export function compareRepository(repository: ComparedRepository): RepositoryChanges {
  const { listed, selected, known, complete, draftsSeen } = repository
  const tags = new Set(listed.map(({ tag }) => tag))
  const byVersion = new Map(known.map((release) => [foldedPath(release.version), release]))
  const releases = selected.map((each) => compareRelease(each, byVersion.get(foldedPath(each.version)), repository))
  const found = new Set(releases.map((change) => change.known))
  // The tag is what people know a release by: one that was deleted and made again is not gone, nor is a version whose release has another tag by now.
  const isGone = (release: ImportedRelease) => !tags.has(release.tag) && !found.has(release)
  return {
    releases,
    gone: complete ? known.filter((release) => isGone(release) && (release.state === 'published' || draftsSeen)) : [],
  }
}

function compareRelease(selected: SelectedRelease, known: ImportedRelease | undefined, repository: ComparedRepository): ReleaseChange {
  const { release, version, stranger, archives = [] } = selected
  if (stranger !== undefined)
    return { ...nothing, release, version, kind: 'refused', reason: `version '${version}' is here already, ${stranger}` }
  const taken: readonly ImportableAsset[] = [...release.assets.filter(({ name }) => repository.takesAsset(name)), ...archives]
  const uploading = taken.find(({ state }) => state !== 'uploaded')
  const awaited = uploading === undefined ? undefined : `asset '${uploading.name}' is still being uploaded`
  if (known === undefined) {
    const fetch = taken.map((asset): AssetToFetch => ({ asset, why: 'new' }))
    return { ...nothing, release, version, fetch, ...(awaited === undefined ? { kind: 'import' } : { kind: 'pending', reason: awaited }) }
  }
  const rival = rivalOf(selected, known, repository.listed)
  if (rival !== undefined) return { ...nothing, release, version, known, kind: 'refused', reason: rival }
  // Nobody but the publisher has seen what is staged: it may change as the draft does.
  const mayChange = known.state === 'staged' || repository.isRolling(release.tag)
  const assets = compareAssets({
    taken: taken.filter(({ state }) => state === 'uploaded'),
    present: release.assets,
    known: known.assets,
    mayChange,
  })
  return judged({
    ...assets,
    release,
    version,
    known,
    metadataChanged: known.metadata !== selected.metadata,
    released: known.state === 'staged' && !release.draft,
    awaited,
  })
}

const nothing = { fetch: [], kept: [], metadataChanged: false, released: false, alarms: [], gone: [] } as const

/** Two tags that give one version are told in one run; of two runs with different selections the second finds the first one's release. */
function rivalOf({ release, version }: SelectedRelease, known: ImportedRelease, listed: readonly SourceRelease[]): string | undefined {
  const other = known.id === release.id ? undefined : listed.find(({ id, tag }) => id === known.id && tag === known.tag)
  if (other === undefined && known.version === version) return undefined
  const reason = other === undefined ? `version '${known.version}' is here, which some systems take for the same` : undefined
  return reason ?? `its version was imported from the release '${known.tag}', which is still there`
}

interface Judged extends ComparedAssets, Pick<ReleaseChange, 'release' | 'version' | 'metadataChanged' | 'released'> {
  readonly known: ImportedRelease
  readonly awaited: string | undefined
}

function judged({ awaited, ...change }: Judged): ReleaseChange {
  if (change.alarms.length > 0) {
    return { ...change, kind: 'alarm', reason: `${counted(change.alarms.length, 'asset')} changed after the import` }
  }
  if (awaited !== undefined) return { ...change, kind: 'pending', reason: awaited }
  const reason = reasonOf(change, change.known.state === 'staged' ? change.gone.length : 0)
  if (reason !== undefined) return { ...change, kind: 'update', reason }
  if (!isStale(change)) return { ...change, kind: 'unchanged' }
  // Of what is staged no state file speaks, but its record.
  return change.known.state === 'staged' ? { ...change, kind: 'update', reason: 'uploaded again' } : { ...change, kind: 'refresh' }
}

function reasonOf(
  { fetch, metadataChanged, released }: Pick<ReleaseChange, 'fetch' | 'metadataChanged' | 'released'>,
  removed: number,
): string | undefined {
  const number = (wanted: AssetToFetch['why']) => fetch.filter(({ why }) => why === wanted).length
  const restored = fetch.filter(({ why, known }) => why === 'restore' && known?.path !== undefined).length
  const reasons = [
    released ? 'released' : undefined,
    number('new') > 0 ? `${counted(number('new'), 'asset')} added` : undefined,
    number('replace') > 0 ? `${counted(number('replace'), 'asset')} replaced` : undefined,
    number('compare') > 0 ? `${counted(number('compare'), 'asset')} to compare` : undefined,
    restored > 0 ? `${counted(restored, 'asset')} restored` : undefined,
    removed > 0 ? `${counted(removed, 'asset')} removed` : undefined,
    metadataChanged ? 'notes or metadata edited' : undefined,
  ].filter((reason) => reason !== undefined)
  return reasons.length === 0 ? undefined : reasons.join(', ')
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** Whether the state file says something of a release or its assets that GitHub says otherwise. */
function isStale({ release, known, kept }: Pick<ReleaseChange, 'release' | 'kept'> & { readonly known: ImportedRelease }): boolean {
  if (known.id !== release.id || known.tag !== release.tag) return true
  return kept.some(({ asset, known: was }) => {
    return asset.archive === undefined && (was.id !== asset.id || was.updated !== asset.updatedAt || was.digest !== asset.digest)
  })
}

/** The same change, which also fetches again what is recorded of its release and was lost here; `lost` are names of kept assets. */
export function restoring(change: ReleaseChange, lost: ReadonlySet<string>): ReleaseChange {
  const { known, kept } = change
  if (known === undefined || lost.size === 0) return change
  const again = kept.filter(({ asset }) => lost.has(asset.name)).map((each): AssetToFetch => ({ ...each, why: 'restore' }))
  return judged({
    ...change,
    known,
    awaited: undefined,
    fetch: [...change.fetch, ...again],
    kept: kept.filter(({ asset }) => !lost.has(asset.name)),
  })
}

/**
 * What is left to do once the bytes of assets are known: those that are as they were imported are kept, and of those fetched to `compare` or to
 * `restore` the others are alarms.
 * @param received SHA-256 by id of asset
 */
export function settled(change: ReleaseChange, received: ReadonlyMap<number, string>): ReleaseChange {
  const { known } = change
  if (known === undefined || (change.kind !== 'update' && change.kind !== 'refresh')) return change
  const outcomes = change.fetch.map((each) => {
    const is = received.get(each.asset.id)
    const same = each.known !== undefined && each.known.sha256 === is
    const mustBeSame = each.why === 'compare' || each.why === 'restore'
    return { each, is, kept: same && each.why !== 'restore', alarming: !same && mustBeSame && is !== undefined }
  })
  return judged({
    ...change,
    known,
    awaited: undefined,
    fetch: outcomes.flatMap(({ each, kept, alarming }) => (kept || alarming ? [] : each)),
    kept: [
      ...change.kept,
      ...outcomes.flatMap(({ each: { asset, known: was }, kept }) => (kept && was !== undefined ? { asset, known: was } : [])),
    ],
    alarms: outcomes.flatMap(({ each: { asset, known: was }, is, alarming }) => {
      return alarming && was !== undefined ? { asset: asset.name, was: sha256Of(was), is: `sha256:${is}` } : []
    }),
  })
}
