import { ActionError, messageOf } from '../core/errors.ts'
import { digestAlgorithms } from '../model/digests.ts'
import type { RepositoryMetadata } from '../model/metadata.ts'
import { parseRecord } from '../model/record-json.ts'
import {
  packagesFolder,
  publishedRecord,
  repositoryDocument,
  stagedFile,
  stagedRecord,
  stagedVersionFolder,
} from '../model/repository-layout.ts'
import { pathProblem } from '../model/repository-path.ts'
import type { RecordedFile, VersionRecord } from '../model/version-record.ts'
import type { Entry, Repository } from '../repositories/repository.ts'
import { readSignature } from '../signing/signature-reader.ts'
import { ownPaths, type PublishableFile, type Sidecar, sidecarPath, signaturePath } from './publishable-file.ts'

/** The version that a path belongs to. */
export interface Owner {
  readonly package: string
  readonly version: string
}

/** What a repository holds of one version, and at the paths that this run is about. Read under the repository's lock. */
export interface VersionState {
  readonly published: VersionRecord | undefined
  readonly staged: VersionRecord | undefined
  /** What stands at the final paths of all files in question and of what belongs to them. */
  readonly entries: ReadonlyMap<string, Entry>
  /** The same of what is staged, by the path that it will have. */
  readonly stagedEntries: ReadonlyMap<string, Entry>
  /** Staged files that are there with the bytes of their record, with what belongs to them. */
  readonly waiting: readonly PublishableFile[]
  /** Paths that the staged record names and that are not there with its bytes. */
  readonly damaged: readonly string[]
  /** Every path under the staged folder of the version. */
  readonly stagedPaths: readonly string[]
  /** Owners of paths that are taken and are not this version's. */
  readonly owners: ReadonlyMap<string, Owner>
  /** Fingerprints of the keys behind signatures that stand in the repository and that no record mentions, by path. */
  readonly foundSignatures: ReadonlyMap<string, string | undefined>
}

/** Reads what a repository says of itself; `undefined` when it is none yet. */
export async function readRepositoryMetadata(repository: Repository): Promise<RepositoryMetadata | undefined> {
  const bytes = await repository.read(repositoryDocument)
  if (bytes === undefined) return undefined
  return parseDocument<RepositoryMetadata>(bytes, repository.locate(repositoryDocument))
}

/** Parses a small JSON document of the repository. Throws `conflict` when it is damaged: nothing is overwritten that is not understood. */
export function parseDocument<T extends object>(bytes: Uint8Array, shownAs: string): T {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString())
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as T
    throw new Error('it is no object')
  } catch (error) {
    throw new ActionError('conflict', `'${shownAs}' is damaged: ${messageOf(error)}`, {
      cause: error,
      hint: 'Restore it from a copy of the repository.',
    })
  }
}

/** Reads what there is of a version; `paths` are the final paths of the files that this run brings. */
export async function readVersionState(repository: Repository, name: Owner, paths: readonly string[]): Promise<VersionState> {
  const published = await readRecord(repository, publishedRecord(name.package, name.version))
  const staged = await readRecord(repository, stagedRecord(name.package, name.version))
  const stagedPaths = await repository.list(stagedVersionFolder(name.package, name.version))
  const stagedEntries = await inspectStaged(repository, name, stagedPaths)
  const concerned = new Set([...paths, ...(staged?.files.map(({ path }) => path) ?? [])])
  const entries = await repository.inspect([...concerned].flatMap(ownPaths))
  const ours = new Set(published?.files.flatMap(({ path }) => ownPaths(path)) ?? [])
  const foreign = [...entries.keys()].filter((path) => !ours.has(path))
  const recorded = staged?.files ?? []
  const intact = recorded.filter((file) => isIntact(file, stagedEntries))
  return {
    published,
    staged,
    entries,
    stagedEntries,
    waiting: await readWaiting(repository, name, intact, stagedEntries),
    damaged: recorded.filter((file) => !intact.includes(file)).map(({ path }) => path),
    stagedPaths,
    owners: foreign.length === 0 ? new Map() : await findOwners(repository, new Set(foreign), name),
    foundSignatures: await readFoundSignatures(repository, entries, published?.files ?? []),
  }
}

async function inspectStaged(repository: Repository, name: Owner, stagedPaths: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
  const prefix = stagedFile(name.package, name.version, '')
  const entries = await repository.inspect(stagedPaths.filter((path) => path.startsWith(prefix)))
  return new Map([...entries].map(([path, entry]) => [path.slice(prefix.length), entry]))
}

/** What was tampered with or damaged while it was staged is never published; a path that the repository may not have is no better. */
function isIntact({ path, sha256 }: RecordedFile, entries: ReadonlyMap<string, Entry>): boolean {
  const entry = entries.get(path)
  return pathProblem(path) === undefined && entry?.kind === 'file' && entry.sha256 === sha256
}

async function readWaiting(
  repository: Repository,
  name: Owner,
  files: readonly RecordedFile[],
  entries: ReadonlyMap<string, Entry>,
): Promise<readonly PublishableFile[]> {
  const read = (path: string) => (entries.has(path) ? repository.read(stagedFile(name.package, name.version, path)) : undefined)
  const waiting: PublishableFile[] = []
  for (const { path, size, md5, sha1, sha256, sha512, signature } of files) {
    const content = signature === undefined ? undefined : await read(signaturePath(path))
    const sidecars: Sidecar[] = []
    for (const algorithm of digestAlgorithms) {
      const sidecar = await read(sidecarPath(path, algorithm))
      if (sidecar !== undefined) sidecars.push({ algorithm, content: sidecar, generated: false })
    }
    waiting.push({
      path,
      shownAs: repository.locate(stagedFile(name.package, name.version, path)),
      size,
      digests: { md5, sha1, sha256, sha512 },
      staged: true,
      override: false,
      sidecars,
      ...(content !== undefined && {
        signature: { content, ...(signature?.fingerprint !== undefined && { fingerprint: signature.fingerprint }) },
      }),
    })
  }
  return waiting
}

async function readRecord(repository: Repository, path: string): Promise<VersionRecord | undefined> {
  const bytes = await repository.read(path)
  return bytes === undefined ? undefined : parseRecord(Buffer.from(bytes).toString(), repository.locate(path))
}

/** Looks through the records of all versions: needed only when a path is taken and not ours, which is rare. */
async function findOwners(repository: Repository, taken: ReadonlySet<string>, self: Owner): Promise<ReadonlyMap<string, Owner>> {
  const owners = new Map<string, Owner>()
  for (const path of await repository.list(packagesFolder)) {
    if (owners.size === taken.size) break
    if (!path.includes('/versions/') || path === publishedRecord(self.package, self.version)) continue
    const record = await readRecord(repository, path)
    const owner = { package: record?.package.name ?? '', version: record?.version.name ?? '' }
    for (const file of record?.files ?? []) for (const own of ownPaths(file.path)) if (taken.has(own)) owners.set(own, owner)
  }
  return owners
}

async function readFoundSignatures(
  repository: Repository,
  entries: ReadonlyMap<string, Entry>,
  recorded: readonly RecordedFile[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const known = new Set(recorded.filter((file) => file.signature !== undefined).map((file) => signaturePath(file.path)))
  const found = new Map<string, string | undefined>()
  for (const [path, entry] of entries) {
    if (!path.endsWith('.asc') || entry.kind !== 'file' || known.has(path)) continue
    const bytes = await repository.read(path)
    if (bytes !== undefined) found.set(path, readSignature(Buffer.from(bytes))?.fingerprint)
  }
  return found
}

/** The records that there are of a version: published, staged. Read without the lock, to know what the version has already. */
export async function readRecordsOf(repository: Repository, name: Owner): Promise<readonly VersionRecord[]> {
  const records = [
    await readRecord(repository, publishedRecord(name.package, name.version)),
    await readRecord(repository, stagedRecord(name.package, name.version)),
  ]
  return records.filter((record) => record !== undefined)
}
