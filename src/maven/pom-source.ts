import type { Coordinates } from './coordinates.ts'

/** A POM file as it is stored. */
export interface PomBytes {
  readonly bytes: Uint8Array
  /** What messages call it: a path relative to the workspace, or an address. */
  readonly file: string
}

/**
 * Where the parents and import BOMs of a POM are found: in the same bundle first, then in a repository. `missing` is a sure no (404), `unknown` means
 * that nobody could be asked. Coordinates are safe as path segments.
 */
export interface PomSource {
  read(coordinates: Coordinates): Promise<PomBytes | 'missing' | 'unknown'>
}
