import type { SourceAsset, SourceRelease, SourceRepository } from '../../github/source-model.ts'
import type { ImportedAsset, ImportedRelease } from './import-state.ts'

/** An asset to fetch. `compare`: only its bytes tell whether it changed; see `compared`. `replace`: it may change. */
export interface AssetToFetch {
  readonly asset: SourceAsset
  readonly why: 'new' | 'compare' | 'replace'
  /** What was imported of it; absent when it is new. */
  readonly known?: ImportedAsset
}

/** An asset that is not what was imported; digests where both are known, else sizes in bytes. */
export interface AssetAlarm {
  readonly asset: string
  readonly was: string
  readonly is: string
}

/** A selected release and what a run has to do about it. */
export interface ReleaseChange {
  readonly release: SourceRelease
  readonly version: string
  readonly known?: ImportedRelease
  /**
   * `import`: nothing of it is here. `update`: something of it changed, see the other fields. `refresh`: only what the state file says of it (ids,
   * times). `alarm`: nothing of it may be written. `pending`: an asset is still being uploaded.
   */
  readonly kind: 'import' | 'update' | 'refresh' | 'unchanged' | 'alarm' | 'pending'
  readonly fetch: readonly AssetToFetch[]
  /** Selected assets that are here as they are there. */
  readonly kept: readonly { readonly asset: SourceAsset; readonly known: ImportedAsset }[]
  readonly metadataChanged: boolean
  /** Staged until now, and no draft any more. */
  readonly released: boolean
  readonly alarms: readonly AssetAlarm[]
  /** Assets that are here and there no more. */
  readonly gone: readonly ImportedAsset[]
  /** For people: what changed, or what is awaited. */
  readonly reason?: string
}

export interface RepositoryChanges {
  /** One per selected release, in their order. */
  readonly releases: readonly ReleaseChange[]
  /** Releases that are here and there no more. */
  readonly gone: readonly ImportedRelease[]
}

export interface ComparedRepository {
  readonly listed: readonly SourceRelease[]
  /** The listing has every release: what is not in it is gone. */
  readonly complete: boolean
  /** Drafts were asked for: a staged release that is not listed is gone. */
  readonly draftsSeen: boolean
  readonly selected: readonly {
    readonly release: SourceRelease
    readonly version: string /** `versionFingerprint` */
    readonly metadata: string
  }[]
  readonly known: readonly ImportedRelease[]
  readonly takesAsset: (name: string) => boolean
  readonly isRolling: (tag: string) => boolean
}

/** Compares what GitHub lists of a repository with what was imported of it. */
export declare function compareRepository(repository: ComparedRepository): RepositoryChanges

/** What the bytes of an asset fetched to `compare` say: undefined when they are what was imported. */
export declare function compared(fetched: AssetToFetch, sha256: string): AssetAlarm | undefined

export type GoneRepository = Pick<SourceRepository, 'fullName'>
