import type { EffectiveModel } from './effective/model.ts'
import { ModelBuild } from './effective/model-build.ts'
import { PomLibrary } from './effective/pom-library.ts'
import { readRawModel } from './effective/raw-model.ts'
import type { PomBytes, PomSource } from './pom-source.ts'

export type { EffectiveFact } from './effective/interpolation.ts'
export type { EffectiveDependency } from './effective/management.ts'
export type { EffectiveItem, EffectiveModel, UnresolvedPom } from './effective/model.ts'
export { maximumRelatedPoms } from './effective/model-build.ts'
export type { UnappliedProfile } from './effective/profiles.ts'
export { PomError } from './effective/raw-model.ts'

/**
 * Effective models as Maven makes them of POMs in a repository (https://maven.apache.org/ref/3.9.9/maven-model-builder/), without Maven and without
 * profiles. Give all POMs of a bundle to one of these: the parents and BOMs that they share are read once.
 */
export class EffectiveModels {
  readonly #library: PomLibrary

  /** @param source called once for each parent and BOM */
  constructor(source: PomSource) {
    this.#library = new PomLibrary(source)
  }

  /**
   * What a POM says with its parents and BOMs, at most 50 of them; those that cannot be used are told in the model.
   * @throws PomError, and nothing else of its own, when this POM cannot be read
   */
  async of(pom: PomBytes): Promise<EffectiveModel> {
    return new ModelBuild(this.#library).build(readRawModel(pom))
  }
}
