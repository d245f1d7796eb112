import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import type { Diagnostics } from '../../core/diagnostics.ts'
import type { AssetRole } from '../../model/asset-roles.ts'
import { type DigestAlgorithm, digestAlgorithms } from '../../model/digests.ts'
import { checkRelease, mavenSidecars, placeInLayout, pomVersions, readPoms, straysOf } from '../../publication/maven-files.ts'
import type { PublishableFile, Sidecar, Signature } from '../../publication/publishable-file.ts'
import { checkPaths, defaultTemplate, expandTemplate, type NamedFile, type PlacedFile } from '../../publication/target-path.ts'
import { readSignature } from '../../signing/signature-reader.ts'
import type { FoundRecord } from './inventory.ts'
import { ownerOf, type Part } from './release-parts.ts'
import type { Services } from './services.ts'

/** The names of what is imported. */
export interface Identity {
  /** `owner/name` at GitHub. */
  readonly fullName: string
  readonly package: string
  readonly version: string
}

/** A release as files of a version. */
export interface ReleaseFiles {
  /** Those that bring something new. */
  readonly files: readonly PublishableFile[]
  /** Where each asset is in the repository, by name; what only speaks about others may have no place. */
  readonly paths: ReadonlyMap<string, string>
  /** Paths whose bytes may be replaced. */
  readonly replaces: ReadonlySet<string>
}

/** Longest signature or checksum that travels with its file, in bytes. */
const longestCompanion = 1 << 20

/** Gives every asset its place. What is wrong with that is told; the result is then not to be used. */
export async function filesOf(parts: ReadonlyMap<string, Part>, rules: PlacementRules, diagnostics: Diagnostics): Promise<ReleaseFiles> {
  const { identity, services } = rules
  const isThere = (name: string) => parts.has(name)
  const owners = new Map([...parts.keys()].map((name) => [name, ownerOf(name, isThere)]))
  const fresh = [...parts.values()].filter(({ fetched, unrecorded }) => fetched !== undefined || unrecorded === true)
  const own = fresh.filter(({ name }) => owners.get(name) === undefined)
  const placed = await placeFiles(own, rules, diagnostics)
  checkPaths(placed, diagnostics)

  const paths = new Map<string, string>()
  for (const { name, recorded } of parts.values()) if (recorded?.path !== undefined) paths.set(name, recorded.path)
  for (const { path, file } of placed) paths.set(file.name, path)
  for (const [name, owner] of owners) {
    const ownerPath = owner === undefined ? undefined : paths.get(owner)
    if (ownerPath !== undefined) paths.set(name, `${ownerPath}${posix.extname(name)}`)
  }

  const bringing = new Set(fresh.map(({ name }) => owners.get(name) ?? name))
  const files: PublishableFile[] = []
  for (const name of bringing) {
    const part = parts.get(name)
    const path = paths.get(name)
    if (part === undefined || path === undefined) continue
    const companions = [...parts.values()].filter((other) => owners.get(other.name) === name)
    files.push({
      ...fileOf(part, path, identity),
      ...(await companionsOf(part, companions, { maven: services.type === 'maven', diagnostics })),
    })
  }
  const changed = [...parts.values()].filter(({ fetched }) => fetched?.why === 'replace' || fetched?.why === 'restore')
  // With what travels with a file the file may be anew.
  const names = changed.flatMap(({ name }) => [name, owners.get(name) ?? name])
  return { files, paths, replaces: new Set(names.flatMap((name) => paths.get(name) ?? [])) }
}

function fileOf({ name, size, digests, fetched }: Part, path: string, { fullName, version }: Identity) {
  return {
    path,
    staged: false,
    shownAs: shownAs(name, fullName, version),
    size,
    digests,
    override: false,
    ...(fetched !== undefined && { arrived: fetched.arrival.path }),
  }
}

function shownAs(name: string, fullName: string, version: string): string {
  return `${fullName} ${version}: ${name}`
}

/** By what files get their places. */
export interface PlacementRules {
  readonly identity: Identity
  readonly found: FoundRecord | undefined
  /** Undefined for what was not verified. */
  readonly roleOf: (part: Part) => AssetRole | undefined
  readonly services: Services
}

async function placeFiles(
  parts: readonly Part[],
  { identity, found, roleOf, services }: PlacementRules,
  diagnostics: Diagnostics,
): Promise<readonly PlacedFile<NamedFile>[]> {
  const template = services.inputs.path
  const files = parts.map(({ name, localPath }) => ({
    name,
    shownAs: shownAs(name, identity.fullName, identity.version),
    absolute: localPath,
  }))
  const templated = ({ name }: NamedFile) => expandTemplate(template ?? defaultTemplate, { name, rest: name }, identity)
  if (services.type === 'generic') return files.map((file) => ({ file, path: templated(file) }))

  checkRelease(identity.version, diagnostics)
  const poms = await readPoms(files, diagnostics)
  const others = pomVersions(poms).filter((version) => version !== identity.version)
  if (others.length > 0) {
    diagnostics.error(`the POM says version ${others.join(', ')}, but the tag gives ${identity.version}`, {
      hint: "Say with 'tag-pattern' how a tag spells the version.",
    })
  }
  const earlier = found === undefined ? [] : [found.record]
  const strays = new Set(straysOf(files, poms, earlier).map(({ name }) => name))
  tellStrays(
    parts.filter((part) => strays.has(part.name) && (roleOf(part) ?? 'payload') === 'payload'),
    diagnostics,
  )
  const named = files.filter(({ name }) => !strays.has(name))
  const placed = placeInLayout(named, poms, earlier, diagnostics)
  for (const { file, path } of template === undefined ? [] : placed) {
    if (templated(file) === path) continue
    diagnostics.error(`'path' puts '${file.shownAs}' at '${templated(file)}', but in a Maven repository its place is '${path}'`, {
      hint: "Leave 'path' out: the Maven layout follows from the POM.",
    })
  }
  return placed
}

/** What people come for has a place, or its release fails. What speaks about others has been read, and is recorded. */
function tellStrays(strays: readonly Part[], diagnostics: Diagnostics): void {
  if (strays.length === 0) return
  const lines = strays
    .map(({ name, asset }) => (asset?.archive === undefined ? `!${name}` : undefined))
    .filter((line) => line !== undefined)
  const cures = [
    ...(lines.length > 0 ? [`leave others out with ${lines.map((line) => `'${line}'`).join(' and ')} in 'assets'`] : []),
    ...(lines.length < strays.length ? ["set 'source-archives: none'"] : []),
  ]
  const names = strays.map(({ name }) => `'${name}'`).join(', ')
  diagnostics.error(`${names} ${strays.length === 1 ? 'belongs' : 'belong'} to no POM among the assets`, {
    hint: `A Maven repository takes files named <artifactId>-<version>…: ${cures.join(', and ')}.`,
  })
}

interface CompanionRules {
  readonly maven: boolean
  readonly diagnostics: Diagnostics
}

/** Reads what travels with a file. */
async function companionsOf(
  { digests }: Part,
  companions: readonly Part[],
  { maven, diagnostics }: CompanionRules,
): Promise<{ readonly sidecars: readonly Sidecar[]; readonly signature?: Signature }> {
  let signature: Signature | undefined
  const sidecars: Sidecar[] = []
  for (const { name, size, localPath } of companions) {
    if (size > longestCompanion) {
      diagnostics.error(`'${name}' has ${size} bytes, which is too long for what its name says`, {
        hint: `Leave it out with '!${name}' in 'assets'.`,
      })
      continue
    }
    const content = await readFile(localPath)
    const algorithm = digestAlgorithms.find((known) => name.endsWith(`.${known}`))
    if (algorithm !== undefined) sidecars.push({ algorithm, content, generated: false })
    else signature = signatureOf(content)
  }
  const algorithms = sidecars.map((sidecar): DigestAlgorithm => sidecar.algorithm)
  return { sidecars: maven ? mavenSidecars(algorithms, digests) : sidecars, ...(signature !== undefined && { signature }) }
}

function signatureOf(content: Buffer): Signature {
  const fingerprint = readSignature(content)?.fingerprint
  return { content, ...(fingerprint !== undefined && { fingerprint }) }
}
