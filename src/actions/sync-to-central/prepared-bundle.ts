import { bundleDigest } from '../../central/bundle-digest.ts'
import type { BundleComponent, BundlePom, BundleView } from '../../central/bundle-view.ts'
import type { CentralReader } from '../../central/central-reader.ts'
import { formatPurl } from '../../central/purl.ts'
import { layoutZip, type ZipEntry, type ZipLayout } from '../../central/stored-zip.ts'
import { formatCoordinates } from '../../maven/coordinates.ts'
import { EffectiveModels, PomError } from '../../maven/effective-model.ts'
import { isPomName, versionFolder } from '../../maven/layout.ts'
import type { PomSource } from '../../maven/pom-source.ts'
import type { PreparedFile } from './prepared-files.ts'
import type { Collection } from './sources/collection.ts'
import { contentOf } from './sources/open-files.ts'

/** What is to be sent, as the rules and the Portal see it. */
export interface PreparedBundle {
  readonly files: readonly PreparedFile[]
  readonly view: BundleView
  readonly purls: readonly string[]
}

export interface BundleRequest {
  readonly collection: Collection
  /** Of the whole collection, those that are not sent included: their POMs may be parents. */
  readonly files: readonly PreparedFile[]
  /** `groupId:artifactId:version` of what is sent. */
  readonly chosen: ReadonlySet<string>
  readonly central: CentralReader
  /** What the Portal takes. */
  readonly maximumBytes: number
}

/** Puts the chosen releases together and reads their POMs with their parents. */
export async function assembleBundle(request: BundleRequest): Promise<PreparedBundle> {
  const { collection, chosen, central, maximumBytes } = request
  const models = new EffectiveModels(pomSource(request.files, central))
  const components: BundleComponent[] = []
  const purls: string[] = []
  for (const { coordinates, misfits, orphans } of collection.components) {
    if (!chosen.has(formatCoordinates(coordinates))) continue
    const own = request.files.filter((file) => file.coordinates === coordinates)
    const pom = await pomOf(own, models)
    components.push({ coordinates, files: own, misfits, orphans, ...(pom !== undefined && { pom }) })
    purls.push(formatPurl(coordinates, pom !== undefined && 'model' in pom && pom.model.packaging === 'pom' ? 'pom' : 'jar'))
  }
  const files = request.files.filter(({ coordinates }) => chosen.has(formatCoordinates(coordinates)))
  const origins = new Map(files.flatMap(({ path, collected }) => (collected === undefined ? [] : [[path, collected.shownAs] as const])))
  for (const { path, shownAs } of collection.leftOut) origins.set(path, shownAs)
  const view: BundleView = { components, leftOut: collection.leftOut, origins, bytes: zipOf(files).size, maximumBytes }
  return { files, view, purls }
}

/** What a bundle takes of the monthly limits. */
export interface Footprint {
  readonly files: number
  readonly bytes: number
}

// An armored signature by RSA-4096, in bytes.
const usualSignature = 833

/** By which a release is known again, whoever signs it. */
export function digestOf(files: readonly PreparedFile[]): string {
  return bundleDigest(files.filter(({ kind }) => kind === 'artifact').map(({ path, digests: { sha256 } }) => ({ path, sha256 })))
}

/** The zip: every file with its signature and the two checksums that Central demands, and nothing else: each of them counts against the limits. */
export function zipOf(files: readonly PreparedFile[]): ZipLayout {
  return layoutZip(files.flatMap(entriesOf))
}

/** Entries and bytes as Central stores them. What is signed later counts with a signature of usual size. */
export function footprintOf(files: readonly PreparedFile[]): Footprint {
  const entries = files.flatMap(entriesOf)
  const later = files.filter(({ signature }) => signature === 'later').length
  const bytes = entries.reduce((sum, entry) => sum + ('bytes' in entry ? entry.bytes.length : entry.size), 0)
  return { files: entries.length + later, bytes: bytes + later * usualSignature }
}

function entriesOf(file: PreparedFile): ZipEntry[] {
  const text = (suffix: string, content: string): ZipEntry => ({ name: `${file.path}.${suffix}`, bytes: Buffer.from(content) })
  return [
    mainEntry(file),
    ...(file.armored === undefined ? [] : [text('asc', file.armored)]),
    text('md5', file.digests.md5),
    text('sha1', file.digests.sha1),
  ]
}

function mainEntry({ path, size, crc32: sum, bytes, collected }: PreparedFile): ZipEntry {
  if (collected === undefined) return { name: path, bytes: bytes ?? new Uint8Array() }
  return { name: path, path: collected.shownAs, descriptor: collected.descriptor, size, crc32: sum }
}

async function pomOf(files: readonly PreparedFile[], models: EffectiveModels): Promise<BundlePom | undefined> {
  const file = files.find(({ name }) => isPomName(name))
  if (file?.collected === undefined) return undefined
  try {
    return { file, model: await models.of({ bytes: contentOf(file.collected), file: file.collected.shownAs }) }
  } catch (error) {
    if (!(error instanceof PomError)) throw error
    return { file, error }
  }
}

/** Parents and BOMs are looked for in the bundle first, then at Central. */
function pomSource(files: readonly PreparedFile[], central: CentralReader): PomSource {
  const poms = new Map(files.filter(({ name }) => isPomName(name)).map((file) => [formatCoordinates(file.coordinates), file.collected]))
  return {
    async read(coordinates) {
      const own = poms.get(formatCoordinates(coordinates))
      if (own !== undefined) return { bytes: contentOf(own), file: own.shownAs }
      const path = `${versionFolder(coordinates)}/${coordinates.artifactId}-${coordinates.version}.pom`
      const answer = await central.read(path)
      return typeof answer === 'string' ? answer : { bytes: Buffer.from(answer.text), file: path }
    },
  }
}
