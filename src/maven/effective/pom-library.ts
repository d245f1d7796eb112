import { type Coordinates, formatCoordinates } from '../coordinates.ts'
import type { PomSource } from '../pom-source.ts'
import type { EffectiveDependency } from './management.ts'
import { PomError, type RawModel, readRawModel } from './raw-model.ts'

/** What came of asking for a POM. */
export type RelatedPom = RawModel | PomError | 'missing' | 'unknown'

/** The dependency management of a BOM, and all POMs that it took: itself, its parents, its own BOMs with theirs. */
export interface Bom {
  readonly managed: readonly EffectiveDependency[]
  readonly poms: ReadonlySet<string>
}

/** Parents and BOMs, each read once, however many POMs of a bundle share it. */
export class PomLibrary {
  readonly #source: PomSource
  readonly #related = new Map<string, Promise<RelatedPom>>()
  /** By coordinates; only those that could be worked out wholly. */
  readonly boms = new Map<string, Bom>()

  constructor(source: PomSource) {
    this.#source = source
  }

  related(coordinates: Coordinates): Promise<RelatedPom> {
    const key = formatCoordinates(coordinates)
    const reading = this.#related.get(key) ?? this.#read(coordinates)
    this.#related.set(key, reading)
    return reading
  }

  async #read(coordinates: Coordinates): Promise<RelatedPom> {
    const found = await this.#source.read(coordinates)
    if (typeof found === 'string') return found
    try {
      return readRawModel(found)
    } catch (error) {
      if (error instanceof PomError) return error
      throw error
    }
  }
}
