/** A repository at GitHub, as the import reads it. */
export interface SourceRepository {
  readonly id: number
  readonly owner: string
  readonly name: string
  /** `owner/name`, spelt as GitHub spells it. */
  readonly fullName: string
  /** Also true for what only an enterprise's members see. */
  readonly private: boolean
  readonly fork: boolean
  readonly archived: boolean
  /** Blocked by GitHub. */
  readonly disabled: boolean
  readonly description?: string
  readonly homepage?: string
  readonly topics: readonly string[]
  /** SPDX id; absent when GitHub recognised none. */
  readonly license?: string
  readonly htmlUrl: string
  readonly cloneUrl: string
  readonly hasIssues: boolean
  readonly defaultBranch: string
}

/** A release of a repository. Times are RFC 3339. */
export interface SourceRelease {
  readonly id: number
  readonly tag: string
  readonly name?: string
  /** Notes, Markdown. */
  readonly body?: string
  readonly draft: boolean
  readonly prerelease: boolean
  readonly createdAt: string
  /** Absent while it is a draft. */
  readonly publishedAt?: string
  readonly updatedAt?: string
  readonly htmlUrl: string
  readonly assets: readonly SourceAsset[]
}

/** A file that is attached to a release. Its name is whatever somebody typed. */
export interface SourceAsset {
  readonly id: number
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** `sha256:` and 64 lower-case hex digits; GitHub has none for what was uploaded before June 2025. */
  readonly digest?: string
  /** `uploaded`, or something that will be. */
  readonly state: string
  readonly updatedAt: string
  /** The API's address of it, of the API that was asked. */
  readonly apiUrl: string
  /** Where everybody may download it, while the repository is public and the release no draft. */
  readonly downloadUrl: string
  readonly contentType?: string
}

/** The releases of a repository, newest first, as GitHub lists them. */
export interface ReleaseListing {
  /** Empty when `unchanged`. */
  readonly releases: readonly SourceRelease[]
  /** One per page, for the next time; none when the server gives none. */
  readonly etags: readonly string[]
  /** Every page said by its ETag that it is as it was. */
  readonly unchanged: boolean
  /** The server lists no more than this, although there is more. */
  readonly truncated: boolean
}
