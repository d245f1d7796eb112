import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { BundleFile, SignatureState } from '../../central/bundle-view.ts'
import { isArchiveName, listJar } from '../../central/jar-listing.ts'
import { type PlaceholderKind, placeholderJar, placeholderName } from '../../central/placeholders.ts'
import type { Coordinates } from '../../maven/coordinates.ts'
import { versionFolder } from '../../maven/layout.ts'
import type { Digests } from '../../model/digests.ts'
import { digestsOfText } from '../../model/file-digests.ts'
import { hashFiles } from '../../signing/engine.ts'
import type { PublicKeys } from '../../signing/public-keys.ts'
import type { Signer } from '../../signing/signer.ts'
import { readAt } from '../../signing/steady-file.ts'
import type { CollectedComponent, CollectedFile, Collection, StagedSignature } from './sources/collection.ts'

/** A file of the bundle with everything that the zip and the rules need. */
export interface PreparedFile extends BundleFile {
  readonly coordinates: Coordinates
  readonly digests: Digests
  readonly crc32: number
  /** Absent for what is made here. */
  readonly collected?: CollectedFile
  readonly bytes?: Uint8Array
  /** The armored signature that goes along. */
  readonly armored?: string
}

export interface PreparationOptions {
  readonly signer: Promise<Signer> | undefined
  readonly publicKeys: PublicKeys | undefined
  /** A run without a key only checks: what is unsigned would be signed by one with a key. */
  readonly rehearsal: boolean
  readonly placeholders: ReadonlySet<PlaceholderKind>
}

/** Hashes every file once, signs in the same pass what has no valid signature, and adds placeholders. In path order. */
export async function prepareFiles(collection: Collection, options: PreparationOptions): Promise<readonly PreparedFile[]> {
  const collected = collection.components.flatMap(({ coordinates, files }) => files.map((file) => ({ coordinates, file })))
  const toHash = collected.map(({ file }) => ({ ...file, ...existingOf(file) }))
  const hashed = await hashFiles(toHash, { crc32: true, ...(options.signer !== undefined && { signer: options.signer }) })
  const signer = await options.signer
  const files: PreparedFile[] = []
  for (const [index, { coordinates, file }] of collected.entries()) {
    const found = hashed[index]
    if (found === undefined) continue
    const { md5, sha1, sha256, sha512, crc32: sum = 0 } = found
    const signature = await signatureOf(file, found, options)
    files.push({
      ...bundleFileOf(file),
      coordinates,
      digests: { md5, sha1, sha256, sha512 },
      crc32: sum,
      collected: file,
      ...archiveOf(file),
      ...signature,
    })
  }
  for (const component of collection.components) files.push(...(await placeholdersOf(component, files, { signer, options })))
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Central takes armored signatures only. */
function isArmored({ read, content }: StagedSignature): boolean {
  return read !== undefined && content.startsWith('-----BEGIN ')
}

function existingOf({ kind, signatures }: CollectedFile) {
  const existing = signatures.find(isArmored)?.read
  return kind === 'artifact' && existing !== undefined ? { existing } : {}
}

function bundleFileOf({ bundlePath, name, size, kind, stagedChecksums }: CollectedFile): Omit<BundleFile, 'signature'> {
  return { path: bundlePath, name, size, kind, stagedChecksums }
}

/** A staged signature is kept if it verifies, else replaced; without a key it is an error that the rules tell. */
async function signatureOf(
  file: CollectedFile,
  hashed: { readonly signature?: string; readonly keptSignature?: true },
  { publicKeys, signer, rehearsal }: PreparationOptions,
): Promise<{ signature: SignatureState; armored?: string }> {
  if (file.kind === 'sigstore') return { signature: 'valid' }
  const staged = file.signatures.find(isArmored)
  if (hashed.keptSignature && staged !== undefined) return { signature: 'valid', armored: staged.content }
  for (const { read, content } of file.signatures.filter(isArmored)) {
    if (read !== undefined && (await publicKeys?.verify(read, file, file.descriptor))) return { signature: 'valid', armored: content }
  }
  if (signer !== undefined && hashed.signature !== undefined) return { signature: 'planned', armored: hashed.signature }
  if (rehearsal) return { signature: 'later' }
  return { signature: file.signatures.length > 0 ? 'invalid' : 'missing' }
}

function archiveOf(file: CollectedFile): Pick<BundleFile, 'archive'> {
  if (!isArchiveName(file.name)) return {}
  const read = (position: number, length: number) => {
    const room = Buffer.alloc(length)
    readAt(file.descriptor, room, position)
    return room
  }
  return { archive: listJar({ size: file.size, read }) }
}

/** Jars with a README, where a jar with classes has no javadoc or sources of its own; Central allows them (https://central.sonatype.org/publish/requirements/). */
async function placeholdersOf(
  { coordinates }: CollectedComponent,
  files: readonly PreparedFile[],
  { signer, options }: { signer: Signer | undefined; options: PreparationOptions },
): Promise<readonly PreparedFile[]> {
  const own = files.filter((file) => file.coordinates === coordinates)
  const main = own.find(({ name }) => name === `${coordinates.artifactId}-${coordinates.version}.jar`)
  if (main?.archive?.kind !== 'archive' || !main.archive.hasClasses) return []
  const made: PreparedFile[] = []
  for (const kind of options.placeholders) {
    const name = placeholderName(coordinates, kind)
    if (own.some((file) => file.name === name)) continue
    const bytes = placeholderJar(coordinates, kind)
    const armored = await signer?.sign(createHash('sha512').update(bytes).update(signer.portable.template.trailer).digest())
    made.push({
      path: `${versionFolder(coordinates)}/${name}`,
      name,
      size: bytes.length,
      kind: 'artifact',
      archive: { kind: 'archive', hasClasses: false, prefix: 0 },
      stagedChecksums: {},
      coordinates,
      digests: digestsOfText(bytes),
      crc32: crc32(bytes),
      bytes,
      signature: armored !== undefined ? 'planned' : options.rehearsal ? 'later' : 'missing',
      ...(armored !== undefined && { armored }),
    })
  }
  return made
}
