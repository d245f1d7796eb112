import type { Digests } from '../../model/digests.ts'

/** An asset whose bytes are here. */
export interface ReceivedAsset {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Of the bytes that were received. */
  readonly digests: Digests
  /** `sha256:…`, as GitHub says it; releases from before 2025 have none. */
  readonly githubDigest?: string
  /** The whole content; asked for only up to `longestCompanion` bytes. */
  content(): Promise<Uint8Array>
  /** The content from its beginning, anew for every call. */
  chunks(): AsyncIterable<Uint8Array>
}

/** Longest checksum file, signature, bundle or SBOM that is looked into, in bytes. */
export const longestCompanion = 4 << 20
