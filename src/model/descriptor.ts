import type { Location } from '../core/diagnostics.ts'
import type { PackageMetadata, RepositoryMetadata, VersionMetadata } from './metadata.ts'

/** Which spelling a descriptor has. Bintray's two forms share a file name; their keys tell them apart. */
export type DescriptorForm = 'outtray' | 'artifactory' | 'travis'

/** Files chosen by GitHub's globs, as in the `files` input: one pattern each, `!` excludes. */
export interface GlobSelection {
  readonly kind: 'globs'
  readonly patterns: readonly LocatedText[]
}

/** Files chosen by one of Artifactory's patterns (Artifactory User Guide, "Push to Bintray"; documented reading, no switch). */
export interface BintraySelection {
  readonly kind: 'bintray'
  /** Folder that the pattern is relative to. */
  readonly base: 'workspace' | 'descriptor'
  readonly pattern: LocatedText
}

/** Files chosen by one entry of Travis's `files[]`. */
export interface TravisSelection {
  readonly kind: 'travis'
  /** Folder to walk, relative to the workspace; the text before the first group. */
  readonly folder: string
  readonly include: LocatedText
  readonly exclude?: LocatedText
  /** `$1` … `$9` stand for groups of `include`. */
  readonly upload?: LocatedText
  /** The entry's `matrixParams.override`. */
  readonly override?: boolean
}

/** Everything under the descriptor's folder: what an empty selection of Artifactory's form means. */
export interface FolderSelection {
  readonly kind: 'folder'
}

export type FileSelection = GlobSelection | BintraySelection | TravisSelection | FolderSelection

export interface LocatedText {
  readonly text: string
  readonly location: Location
}

/** What a publisher wrote about what to publish, whichever way it was spelt. Validated: every mistake was told before this exists. */
export interface Descriptor {
  readonly form: DescriptorForm
  /** Absolute path of the file. */
  readonly file: string
  /** Where the values stand, for messages: keys such as `package.name`, `version.name`, `version.released`, `files`. */
  readonly locations: ReadonlyMap<string, Location>
  readonly repository: RepositoryMetadata
  /** Artifactory's `repo.updateExisting`: overwrite an existing repository's own labels and description. */
  readonly updateExisting: boolean
  readonly package: PackageMetadata
  readonly version: VersionMetadata
  readonly selections: readonly FileSelection[]
  /** Absent in Bintray's forms means false, in `outtray.yml` true: the reader has applied that. */
  readonly publish: boolean
  /** `version.gpgSign` of Bintray's forms, `gpg-sign` of `outtray.yml`. */
  readonly gpgSign?: boolean
  /** The rest is spoken by `outtray.yml` only, named as the inputs are. */
  readonly path?: string
  readonly tagPattern?: string
  readonly override?: boolean
  readonly updateWindowDays?: number
  readonly maxFiles?: number
  readonly maxFileMegabytes?: number
  readonly repositoryUrl?: string
}
