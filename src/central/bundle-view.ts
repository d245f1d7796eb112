import type { Coordinates } from '../maven/coordinates.ts'
import type { EffectiveModel, PomError } from '../maven/effective-model.ts'
import type { DigestAlgorithm, Digests } from '../model/digests.ts'
import type { JarListing } from './jar-listing.ts'
import type { LeftOut, Misfit, Orphan } from './whitelist.ts'

/**
 * What is known of a file's signature: `valid`, the staged one verifies and stays; `planned`, this run makes one; `later`, a run with a key would
 * make one (a dry run without); `missing`, nobody can make one; `invalid`, the staged one does not fit the bytes and nobody can make another.
 */
export type SignatureState = 'valid' | 'planned' | 'later' | 'missing' | 'invalid'

/** A file of a bundle, sidecars apart. */
export interface BundleFile {
  /** In the bundle: `org/acme/lib/1.0/lib-1.0.jar`. */
  readonly path: string
  /** Its last segment. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** A Sigstore bundle is a signature: it needs none itself. */
  readonly kind: 'artifact' | 'sigstore'
  /** Of archives that the rules look into (`isArchiveName`); absent when nobody looked. */
  readonly archive?: JarListing
  /** As far as they were computed. */
  readonly digests?: Partial<Digests>
  readonly signature: SignatureState
  /** The text of the sidecars that were staged beside it. */
  readonly stagedChecksums: Readonly<Partial<Record<DigestAlgorithm, string>>>
}

/** The POM of a component, or why it cannot be read. */
export type BundlePom =
  | { readonly file: BundleFile; readonly model: EffectiveModel }
  | { readonly file: BundleFile; readonly error: PomError }

/** All that a bundle holds of one release. */
export interface BundleComponent {
  /** As the folder says. */
  readonly coordinates: Coordinates
  /** In path order, the POM among them. */
  readonly files: readonly BundleFile[]
  /** Absent when there is none. */
  readonly pom?: BundlePom
  readonly misfits: readonly Misfit[]
  readonly orphans: readonly Orphan[]
}

/** A bundle as it would be sent, for the rules to judge. */
export interface BundleView {
  readonly components: readonly BundleComponent[]
  readonly leftOut: readonly LeftOut[]
  /** Path in the bundle → where the file lies, as annotations name it; not of what exists only in memory. */
  readonly origins: ReadonlyMap<string, string>
  /** Of the whole zip, sidecars too. */
  readonly bytes: number
  /** What the Portal takes, in bytes. */
  readonly maximumBytes: number
}
