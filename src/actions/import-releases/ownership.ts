import { ActionError } from '../../core/errors.ts'
import type { SourceRepository } from '../../github/source-model.ts'
import type { RecordedOrigin } from '../../model/version-record.ts'
import { type ImportedRelease, type ImportState, importedRelease } from './import-state.ts'
import type { Inventory } from './inventory.ts'

/** A repository at one GitHub; `releases` are the ids of those that it lists. */
export interface Source extends Pick<SourceRepository, 'fullName'> {
  readonly host: string
  readonly releases: ReadonlySet<number>
}

/** What is here of a repository, and what stands in its place. */
export interface Holdings {
  readonly known: readonly ImportedRelease[]
  /** Versions that are here and are not the repository's; each with what is said of it: `from …`, or `and was not imported`. */
  readonly strangers: ReadonlyMap<string, string>
  /** The same of the package, if nothing of it is the repository's. */
  readonly packageFrom?: string
}

/** The names that a repository's releases are to have. */
export interface WantedNames {
  readonly package: string
  readonly versions: readonly string[]
}

/**
 * Finds what is here of a repository. Where the state lacks a release, its record tells: a run may have died before it wrote the state, which never says
 * what is staged. What was not imported from this very repository, whatever that was called then, is a stranger's.
 * @param state the repository's
 * @param kept what the state says and is still there
 */
export async function holdingsOf(
  source: Source,
  wanted: WantedNames,
  here: { readonly inventory: Inventory; readonly state: ImportState | undefined; readonly kept: readonly ImportedRelease[] },
): Promise<Holdings> {
  const { inventory, state, kept } = here
  const known = new Map(kept.map((release) => [release.version, release]))
  const strangers = new Map<string, string>()
  for (const version of wanted.versions) {
    if (known.has(version)) continue
    const found = await inventory.recordOf(wanted.package, version)
    if (found === undefined) continue
    const release = isFrom(source, found.record.origin) ? importedRelease(found.record, found.state) : undefined
    if (release === undefined) strangers.set(version, originOf(found.record.origin))
    else known.set(version, release)
  }
  for (const { record, state: seen } of await inventory.stagedOf(wanted.package)) {
    const release = isFrom(source, record.origin) ? importedRelease(record, seen) : undefined
    if (release !== undefined && !known.has(release.version)) known.set(release.version, release)
  }
  const packageFrom = known.size > 0 || state?.package === wanted.package ? undefined : await strangerIn(wanted.package, source, inventory)
  return { known: [...known.values()], strangers, ...(packageFrom !== undefined && { packageFrom }) }
}

/**
 * Throws `conflict` when a state is another repository's: a name that was given up is anybody's.
 * @param stateFile how people find the state
 */
export function checkSameRepository(
  state: ImportState | undefined,
  { id, fullName }: Pick<SourceRepository, 'id' | 'fullName'>,
  stateFile: string,
): void {
  if (state === undefined || state.repository.id === id) return
  throw new ActionError(
    'conflict',
    `${fullName} is another repository by now: what was imported came from the one with the id ${state.repository.id}, this one has ${id}`,
    {
      hint: `Find out who has the name now. If the new one is meant, delete '${stateFile}'; otherwise leave it out with '!${fullName}' in 'repositories'.`,
    },
  )
}

/** Repositories have their names and releases their ids at one GitHub only. */
function isFrom({ host, fullName, releases }: Source, origin: RecordedOrigin | undefined): boolean {
  if (origin?.host !== host) return false
  return releases.has(origin.release) || origin.repository.toLowerCase() === fullName.toLowerCase()
}

/** What is said of a package that is here and of which nothing is the repository's. */
async function strangerIn(name: string, source: Source, inventory: Inventory): Promise<string | undefined> {
  const [staged] = await inventory.stagedOf(name)
  let stranger = staged && originOf(staged.record.origin)
  for await (const { origin } of inventory.publishedOf(name)) {
    if (isFrom(source, origin)) return undefined
    stranger ??= originOf(origin)
  }
  if (stranger !== undefined) return stranger
  const document = await inventory.packageOf(name)
  if (document === undefined || document.githubRepository?.toLowerCase() === source.fullName.toLowerCase()) return undefined
  return document.githubRepository === undefined ? notImported : `from ${document.githubRepository}`
}

const notImported = 'and was not imported'

function originOf(origin: RecordedOrigin | undefined): string {
  return origin === undefined ? notImported : `from ${origin.host}/${origin.repository}`
}
