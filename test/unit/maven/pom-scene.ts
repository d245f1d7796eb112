import { type Coordinates, formatCoordinates } from '../../../src/maven/coordinates.ts'
import { type EffectiveModel, EffectiveModels } from '../../../src/maven/effective-model.ts'
import type { PomSource } from '../../../src/maven/pom-source.ts'

export const use = (name: string) => `$\{${name}}`

/** Elements of a POM `g:<artifact>:1`, with a parent `g:<parent>:1`. */
export function pomText(artifact: string, body: string, parent?: string, attributes = ''): string {
  const parentElement =
    parent === undefined ? '' : `<parent><groupId>g</groupId><artifactId>${parent}</artifactId><version>1</version></parent>\n`
  return `<project${attributes}>\n<modelVersion>4.0.0</modelVersion>\n${parentElement}<groupId>g</groupId><artifactId>${artifact}</artifactId><version>1</version>\n${body}\n</project>`
}

export const dependency = (artifact: string, more = '') =>
  `<dependency><groupId>d</groupId><artifactId>${artifact}</artifactId>${more}</dependency>`
export const version = (text: string) => `<version>${text}</version>`
export const managed = (...entries: string[]) =>
  `<dependencyManagement><dependencies>${entries.join('')}</dependencies></dependencyManagement>`
export const bom = (artifact: string) =>
  `<dependency><groupId>g</groupId><artifactId>${artifact}</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency>`
export const aPom = '<packaging>pom</packaging>'

/** A source that holds `g:<artifact>:1` for each key; counts what is asked. */
export class Poms implements PomSource {
  readonly asked: string[] = []
  readonly #poms: Readonly<Record<string, string | 'unknown'>>

  constructor(poms: Readonly<Record<string, string | 'unknown'>>) {
    this.#poms = poms
  }

  async read(coordinates: Coordinates) {
    this.asked.push(formatCoordinates(coordinates))
    const text = this.#poms[coordinates.artifactId]
    if (text === undefined || coordinates.groupId !== 'g' || coordinates.version !== '1') return 'missing'
    return text === 'unknown' ? 'unknown' : { bytes: Buffer.from(text), file: `${coordinates.artifactId}.pom` }
  }
}

export function modelOf(text: string, others: Readonly<Record<string, string>> = {}): Promise<EffectiveModel> {
  return new EffectiveModels(new Poms(others)).of({ bytes: Buffer.from(text), file: 'own.pom' })
}

export const fact = (model: EffectiveModel, path: string) => model.facts.get(path)?.value
export const versions = (model: EffectiveModel) => model.dependencies.map(({ artifactId, version }) => `${artifactId}=${version?.value}`)
