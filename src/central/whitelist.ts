import { type Coordinates, coordinateParts, coordinateProblem } from '../maven/coordinates.ts'
import { isMavenBookkeeping, versionFolder } from '../maven/layout.ts'
import { type DigestAlgorithm, digestAlgorithms } from '../model/digests.ts'

/** A file that a bundle gets, with the sidecars that were staged beside it. Paths are relative to the bundle's root. */
export interface StagedFile {
  readonly path: string
  readonly kind: 'artifact' | 'sigstore'
  /** The path of its `.asc`. */
  readonly signature?: string
  /** Paths. They are compared and never sent: a bundle gets sidecars of our own. */
  readonly checksums: Readonly<Partial<Record<DigestAlgorithm, string>>>
}

/** A file in the folder of a version that does not belong to it by its name. */
export interface Misfit {
  readonly path: string
}

/** A signature or checksum without the file that it is about. */
export interface Orphan {
  readonly path: string
  /** The path of the file that is not there. */
  readonly missing: string
}

/** A file that does not go into the bundle. */
export interface LeftOut {
  readonly path: string
  readonly reason: string
  /** Whether build tools leave such files as a matter of course; the others somebody may miss. */
  readonly expected: boolean
}

/** The files of one version. */
export interface StagedComponent {
  /** As the folder says. */
  readonly coordinates: Coordinates
  readonly files: readonly StagedFile[]
  readonly misfits: readonly Misfit[]
  readonly orphans: readonly Orphan[]
}

export interface Whitelisted {
  /** In the order of their folders. */
  readonly components: readonly StagedComponent[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Tells what of a staging directory in Maven layout goes into a bundle (https://central.sonatype.org/publish/publish-portal-upload/): files named
 * `<artifactId>-<version>…` in the folder of their version. Everything else is left out with the reason, or told as a misfit or an orphan.
 * @param paths of files, relative to the staging directory, with `/`
 */
export function whitelist(paths: readonly string[]): Whitelisted {
  const leftOut: LeftOut[] = []
  const folders = new Map<string, string[]>()
  for (const path of [...paths].sort()) {
    const left = bookkeeping(path)
    if (left !== undefined) leftOut.push({ path, ...left })
    else folders.set(folderOf(path), [...(folders.get(folderOf(path)) ?? []), path])
  }
  const components: StagedComponent[] = []
  for (const [folder, files] of folders) {
    const coordinates = coordinatesOf(folder)
    const isVersion =
      coordinates !== undefined && (/^[0-9]/.test(coordinates.version) || files.some((path) => fits(nameOf(path), coordinates)))
    if (isVersion) components.push(component(coordinates, files, leftOut))
    else for (const path of files) leftOut.push({ path, reason: 'it does not lie in the folder of a version', expected: false })
  }
  return { components, leftOut: leftOut.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

function component(coordinates: Coordinates, paths: readonly string[], leftOut: LeftOut[]): StagedComponent {
  const files = paths.filter((path) => sidecarOf(path) === undefined)
  const present = new Set(files)
  const sidecars = new Map<string, Sidecar & { path: string }>()
  const orphans: Orphan[] = []
  for (const path of paths) {
    const sidecar = sidecarOf(path)
    if (sidecar === undefined) continue
    if (!present.has(sidecar.of)) orphans.push({ path, missing: sidecar.of })
    else if (fits(nameOf(path), coordinates)) sidecars.set(path, { ...sidecar, path })
    if (present.has(sidecar.of) && (sidecar.kind === 'sha256' || sidecar.kind === 'sha512')) {
      leftOut.push({ path, reason: 'Central asks for md5 and sha1 only, and every file counts against the monthly limit', expected: true })
    }
  }
  const beside = (path: string, kind: Sidecar['kind']) => sidecars.get(`${path}.${kind}`)?.path
  return {
    coordinates,
    files: files
      .filter((path) => fits(nameOf(path), coordinates))
      .map((path) => {
        const signature = beside(path, 'asc')
        return {
          path,
          kind: path.endsWith('.sigstore.json') ? 'sigstore' : 'artifact',
          ...(signature !== undefined && { signature }),
          checksums: Object.fromEntries(
            digestAlgorithms.flatMap((algorithm) => {
              const checksum = beside(path, algorithm)
              return checksum === undefined ? [] : [[algorithm, checksum]]
            }),
          ),
        }
      }),
    misfits: files.filter((path) => !fits(nameOf(path), coordinates)).map((path) => ({ path })),
    orphans,
  }
}

/** What build tools leave beside a release, whatever folder it lies in. */
function bookkeeping(path: string): Omit<LeftOut, 'path'> | undefined {
  const because = (reason: string) => ({ reason, expected: true })
  const name = nameOf(path)
  if (path.split('/').includes('.locks')) return because("a lock of Maven's")
  if (isMavenBookkeeping(name)) return because('bookkeeping of Maven: Central writes its own')
  if (path.split('/').some((segment) => segment.startsWith('.'))) return because('hidden')
  if (/\.(asc|sigstore\.json)\.(md5|sha1|sha256|sha512)$/.test(name)) return because('a checksum of a signature: Central asks for none')
  if (/\.asc\.asc$|\.(md5|sha1|sha256|sha512)\.asc$|\.sigstore\.json\.asc$/.test(name))
    return because('a signature of a sidecar: Central asks for none')
  if (/-(consumer|build)\.pom(\.[a-z0-9]+)?$/.test(name) && !isPomOf(name, coordinatesOf(folderOf(path))))
    return because("a POM of Maven 4's own use: Central takes one POM for a version")
  return undefined
}

/** A version may end in `-build`: then this is its POM, or a sidecar of it. */
function isPomOf(name: string, coordinates: Coordinates | undefined): boolean {
  return coordinates !== undefined && name.startsWith(`${coordinates.artifactId}-${coordinates.version}.pom`)
}

interface Sidecar {
  /** The path of the file that it is about. */
  readonly of: string
  readonly kind: DigestAlgorithm | 'asc'
}

function sidecarOf(path: string): Sidecar | undefined {
  const kind = (['asc', ...digestAlgorithms] as const).find((extension) => path.endsWith(`.${extension}`))
  return kind === undefined ? undefined : { of: path.slice(0, -kind.length - 1), kind }
}

/** `<artifactId>-<version>` and then `.` or `-`; a snapshot's files have a time in place of `SNAPSHOT`. */
function fits(name: string, { artifactId, version }: Coordinates): boolean {
  const stem = `${artifactId}-${version}`
  if (name.startsWith(stem)) return /^[.-]./.test(name.slice(stem.length))
  return /-SNAPSHOT$/.test(version) && name.startsWith(stem.slice(0, -'SNAPSHOT'.length))
}

/** Undefined when no coordinates lead to this folder. */
function coordinatesOf(folder: string): Coordinates | undefined {
  const segments = folder.split('/')
  const [version, artifactId] = segments.slice(-2).toReversed()
  if (version === undefined || artifactId === undefined) return undefined
  const coordinates = { groupId: segments.slice(0, -2).join('.'), artifactId, version }
  const sound = coordinateParts.every((part) => coordinateProblem(part, coordinates[part]) === undefined)
  return sound && versionFolder(coordinates) === folder ? coordinates : undefined
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
