import { createHash } from 'node:crypto'
import type { BundleComponent, BundleFile, BundleView, SignatureState } from '../../../src/central/bundle-view.ts'
import { type ByteSource, isArchiveName, listJar } from '../../../src/central/jar-listing.ts'
import { type StagedComponent, type StagedFile, whitelist } from '../../../src/central/whitelist.ts'
import { EffectiveModels, PomError } from '../../../src/maven/effective-model.ts'
import { versionFolder } from '../../../src/maven/layout.ts'
import { type DigestAlgorithm, digestAlgorithms } from '../../../src/model/digests.ts'

/** Files of a bundle, by path. */
export type Files = Readonly<Record<string, string | Buffer>>

export interface LocalBundleOptions {
  /** The Maven repository in which parents and BOMs are looked for after the bundle; default: empty. `unknown`: it does not answer. */
  readonly central?: Files | 'unknown'
  /** Judges a staged signature; default: every one is good. */
  readonly verifies?: (content: Buffer, signature: string) => boolean
  /** Of files without signature; default `planned`. */
  readonly unsigned?: SignatureState
  readonly maximumBytes?: number
}

export function bytesIn(content: Buffer): ByteSource {
  return { size: content.length, read: (position, length) => content.subarray(position, position + length) }
}

/** Files in memory, as a bundle for the rules; where they lie is `staging/<path>`. */
export async function viewOf(given: Files, options: LocalBundleOptions = {}): Promise<BundleView> {
  const files = new Map(Object.entries(given).map(([path, content]) => [path, Buffer.from(content)]))
  const { components, leftOut } = whitelist([...files.keys()])
  const models = new EffectiveModels({
    async read(coordinates) {
      const path = `${versionFolder(coordinates)}/${coordinates.artifactId}-${coordinates.version}.pom`
      const bytes = files.get(path)
      if (bytes !== undefined) return { bytes, file: `staging/${path}` }
      if (options.central === 'unknown') return 'unknown'
      const published = options.central?.[path]
      return published === undefined ? 'missing' : { bytes: Buffer.from(published), file: `central/${path}` }
    },
  })
  return {
    components: await Promise.all(components.map((component) => componentOf(component, { files, models, options }))),
    leftOut,
    origins: new Map([...files.keys()].map((path) => [path, `staging/${path}`])),
    bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0),
    maximumBytes: options.maximumBytes ?? 1024 ** 3,
  }
}

interface Surroundings {
  readonly files: ReadonlyMap<string, Buffer>
  readonly models: EffectiveModels
  readonly options: LocalBundleOptions
}

async function componentOf({ files: staged, ...component }: StagedComponent, surroundings: Surroundings): Promise<BundleComponent> {
  const files = staged.map((file) => fileOf(file, surroundings))
  const { artifactId, version } = component.coordinates
  const file = files.find(({ name }) => name === `${artifactId}-${version}.pom`)
  if (file === undefined) return { ...component, files }
  try {
    const bytes = surroundings.files.get(file.path) ?? Buffer.alloc(0)
    return { ...component, files, pom: { file, model: await surroundings.models.of({ bytes, file: `staging/${file.path}` }) } }
  } catch (error) {
    if (!(error instanceof PomError)) throw error
    return { ...component, files, pom: { file, error } }
  }
}

function fileOf({ path, kind, signature, checksums }: StagedFile, { files, options }: Surroundings): BundleFile {
  const content = files.get(path) ?? Buffer.alloc(0)
  const text = (sidecar: string) => files.get(sidecar)?.toString() ?? ''
  const verified = signature !== undefined && (options.verifies ?? (() => true))(content, text(signature))
  const name = path.slice(path.lastIndexOf('/') + 1)
  const digest = (algorithm: DigestAlgorithm) => createHash(algorithm).update(content).digest('hex')
  return {
    path,
    name,
    size: content.length,
    kind,
    ...(isArchiveName(name) && { archive: listJar(bytesIn(content)) }),
    digests: Object.fromEntries(digestAlgorithms.map((algorithm) => [algorithm, digest(algorithm)])),
    signature: signature === undefined ? (options.unsigned ?? 'planned') : verified ? 'valid' : 'invalid',
    stagedChecksums: Object.fromEntries(Object.entries(checksums).map(([algorithm, sidecar]) => [algorithm, text(sidecar)])),
  }
}
