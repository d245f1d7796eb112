import { posix } from 'node:path'
import type { PackageMetadata } from '../../model/metadata.ts'
import { parseRecord } from '../../model/record-json.ts'
import {
  packageDocument,
  packagesFolder,
  publishedRecord,
  stagedFolder,
  stagedRecord,
  stagedVersionFolder,
} from '../../model/repository-layout.ts'
import { encodeName, foldedPath } from '../../model/repository-path.ts'
import type { VersionRecord } from '../../model/version-record.ts'
import { parseDocument } from '../../publication/version-state.ts'
import type { Repository } from '../../repositories/repository.ts'
import { type ImportedRelease, type ImportState, importStatePath, importsFolder, parseImportState } from './import-state.ts'

/** A version record, and whether everybody sees its version. */
export interface FoundRecord {
  readonly record: VersionRecord
  readonly state: ImportedRelease['state']
}

/** What the target holds of earlier imports. Opened with one listing of its metadata; a record is read only when it is asked for. */
export class Inventory {
  readonly #target: Repository
  readonly #host: string
  readonly #records: ReadonlySet<string>
  readonly #staged: readonly string[]
  /** Paths by what no system tells apart: neither GitHub's names nor all folders know case. */
  readonly #states: ReadonlyMap<string, string>
  readonly #packages: ReadonlyMap<string, string>

  private constructor(target: Repository, host: string, { records, states }: { records: ReadonlySet<string>; states: readonly string[] }) {
    this.#target = target
    this.#host = host
    this.#records = records
    this.#states = new Map(states.map((path) => [foldedPath(path), path]))
    this.#packages = new Map([...records].map((path) => packageFolderIn(path)).map((folder) => [folder.toLowerCase(), folder]))
    this.#staged = [...records].filter(
      (path) => path.startsWith(`${stagedFolder}/`) && posix.basename(path) === posix.basename(stagedRecord('any', 'any')),
    )
  }

  static async open(target: Repository, host: string): Promise<Inventory> {
    // What a run that died left half-done has arrived, though no record says so yet.
    await target.recover()
    const documents = [...(await target.list(packagesFolder)), ...(await target.list(stagedFolder))]
    const records = new Set(documents.filter((file) => file.endsWith('.json')))
    return new Inventory(target, host, { records, states: await target.list(importsFolder) })
  }

  /** What was imported of a repository; undefined when nothing was. Throws `invalid-input` when the state is damaged. */
  async stateOf(owner: string, name: string): Promise<ImportState | undefined> {
    const path = this.statePathOf(owner, name)
    const bytes = await this.#target.read(path)
    return bytes === undefined ? undefined : parseImportState(Buffer.from(bytes).toString(), this.#target.locate(path))
  }

  /** Where the state of a repository is, or is to be. */
  statePathOf(owner: string, name: string): string {
    const path = importStatePath(this.#host, owner, name)
    return this.#states.get(foldedPath(path)) ?? path
  }

  /** The repositories of an owner of which something was imported, as `stateOf` takes them. */
  importedOf(owner: string): readonly string[] {
    const folder = foldedPath(posix.dirname(importStatePath(this.#host, owner, 'any')))
    const states = [...this.#states].filter(([folded]) => posix.dirname(folded) === folder)
    return states.map(([, path]) => decodeURIComponent(posix.basename(path, '.json')))
  }

  /** The name of a package as it is spelled here, if it is here. */
  spelled(name: string): string {
    const folder = this.#packages.get(encodeName(name).toLowerCase())
    return folder === undefined ? name : decodeURIComponent(folder)
  }

  /** What is said of a package that is here. */
  async packageOf(name: string): Promise<PackageMetadata | undefined> {
    const path = packageDocument(name)
    if (!this.#records.has(path)) return undefined
    const bytes = await this.#target.read(path)
    return bytes && parseDocument<PackageMetadata>(bytes, this.#target.locate(path))
  }

  /** The records of a package's published versions, one after another. */
  async *publishedOf(name: string): AsyncGenerator<VersionRecord> {
    const folder = posix.dirname(publishedRecord(name, 'any'))
    for (const path of this.#records) {
      const found = posix.dirname(path) === folder ? await this.#read([{ path, state: 'published' }]) : undefined
      if (found !== undefined) yield found.record
    }
  }

  /** The records of a package's staged versions. */
  async stagedOf(name: string): Promise<readonly FoundRecord[]> {
    const folder = posix.dirname(stagedVersionFolder(name, 'any'))
    const paths = this.#staged.filter((path) => posix.dirname(posix.dirname(path)) === folder)
    const records = await Promise.all(paths.map((path) => this.#read([{ path, state: 'staged' }])))
    return records.filter((found) => found !== undefined)
  }

  /** Whether a version that was imported is still there. */
  holds({ package: name, version, state }: Pick<ImportedRelease, 'package' | 'version' | 'state'>): boolean {
    return this.#records.has(state === 'published' ? publishedRecord(name, version) : stagedRecord(name, version))
  }

  /** The record of a version that was there when the inventory was opened: of what is published, else of what is staged. */
  async recordOf(name: string, version: string): Promise<FoundRecord | undefined> {
    return await this.#read(placesOf(name, version).filter(({ path }) => this.#records.has(path)))
  }

  /** The same as of now: another run may have published meanwhile what was staged. */
  async currentRecordOf(name: string, version: string): Promise<FoundRecord | undefined> {
    return await this.#read(placesOf(name, version))
  }

  async #read(places: readonly RecordPlace[]): Promise<FoundRecord | undefined> {
    for (const { path, state } of places) {
      const bytes = await this.#target.read(path)
      if (bytes !== undefined) return { record: parseRecord(Buffer.from(bytes).toString(), this.#target.locate(path)), state }
    }
    return undefined
  }
}

/** The package that a document below the folders of packages belongs to, as its folder spells it: whatever folders people may have made there. */
function packageFolderIn(path: string): string {
  const folder = path.startsWith(`${packagesFolder}/`) ? packagesFolder : stagedFolder
  return path.slice(folder.length + 1).split('/')[0] ?? ''
}

interface RecordPlace {
  readonly path: string
  readonly state: ImportedRelease['state']
}

function placesOf(name: string, version: string): readonly RecordPlace[] {
  return [
    { path: publishedRecord(name, version), state: 'published' },
    { path: stagedRecord(name, version), state: 'staged' },
  ]
}
