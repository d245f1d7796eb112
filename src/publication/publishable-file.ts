import type { DigestAlgorithm, Digests } from '../model/digests.ts'

/** A detached signature that belongs to a file. */
export interface Signature {
  readonly content: string | Uint8Array
  /** Upper-case hexadecimal fingerprint of the key that signed, when the signature says it. */
  readonly fingerprint?: string
}

/** A checksum file that belongs to a file; its digest has been found right. */
export interface Sidecar {
  readonly algorithm: DigestAlgorithm
  readonly content: string | Uint8Array
  /** Ours to write, as in Maven repositories: one that says something else is put right. */
  readonly generated: boolean
}

/** A file that the publisher gave, with everything that travels with it. */
export interface PublishableFile {
  /** Where it goes in the repository. */
  readonly path: string
  /** Absolute path of its bytes; absent when only an earlier run gave it. */
  readonly source?: string
  /** Where in the repository it was received: then it is moved from there, not uploaded. Its digests were taken while it arrived. */
  readonly arrived?: string
  /** Whether an earlier run staged the same bytes: then they are moved, not uploaded again. */
  readonly staged: boolean
  /** How messages name it: relative to the workspace. */
  readonly shownAs: string
  /** Bytes. */
  readonly size: number
  readonly digests: Digests
  readonly signature?: Signature
  readonly sidecars: readonly Sidecar[]
  /** Whether it may replace a published file with other bytes. */
  readonly override: boolean
}

export function signaturePath(path: string): string {
  return `${path}.asc`
}

export function sidecarPath(path: string, algorithm: DigestAlgorithm): string {
  return `${path}.${algorithm}`
}

/** A small file beside a file. */
export interface Companion {
  readonly path: string
  readonly content: string | Uint8Array
  readonly generated: boolean
}

export function companionsOf({
  path,
  signature,
  sidecars,
}: Pick<PublishableFile, 'path' | 'signature' | 'sidecars'>): readonly Companion[] {
  return [
    ...(signature === undefined ? [] : [{ path: signaturePath(path), content: signature.content, generated: false }]),
    ...sidecars.map(({ algorithm, content, generated }) => ({ path: sidecarPath(path, algorithm), content, generated })),
  ]
}

/** The file that a path would be the signature or a checksum of, by its name. */
export function companionOf(path: string): string | undefined {
  return /^(.+)\.(?:asc|md5|sha1|sha256|sha512)$/.exec(path)?.[1]
}

/** All paths that a file and what belongs to it may take in a repository. */
export function ownPaths(path: string): readonly string[] {
  return [
    path,
    signaturePath(path),
    sidecarPath(path, 'md5'),
    sidecarPath(path, 'sha1'),
    sidecarPath(path, 'sha256'),
    sidecarPath(path, 'sha512'),
  ]
}
