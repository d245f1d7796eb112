import type { Diagnostics } from '../../core/diagnostics.ts'
import type { SourceRelease, SourceRepository } from '../../github/source-model.ts'
import type { PackageMetadata, VersionMetadata } from '../../model/metadata.ts'

/** What GitHub says of a repository, in our words. */
export declare function packageMetadata(repository: SourceRepository, name: string): PackageMetadata

/** What GitHub says of a release, in our words; the commit is known only where the tags were read. */
export declare function versionMetadata(release: SourceRelease, name: string, commit?: string): VersionMetadata

/** Why a release cannot be imported under these names, whatever its bytes are; it fails, others go on. Paths are judged by the publication. */
export declare function nameProblem(names: {
  readonly package: string
  readonly version: string
  readonly release: SourceRelease
}): string | undefined

/** A repository with the releases to import of it. */
export interface NamedRepository {
  readonly repository: Pick<SourceRepository, 'id' | 'fullName'>
  readonly package: string
  readonly releases: readonly { readonly release: Pick<SourceRelease, 'id' | 'tag' | 'draft'>; readonly version: string }[]
}

/** Tells every two repositories that would be one package, and every two releases that would be one version, on any system: before the first write. */
export declare function tellCollisions(repositories: readonly NamedRepository[], diagnostics: Diagnostics): void
