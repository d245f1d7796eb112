import { ActionError } from '../../core/errors.ts'
import { limit } from '../../core/limit.ts'
import { RateLimited } from '../../github/api.ts'
import type { ReleaseListing, SourceRelease, SourceRepository } from '../../github/source-model.ts'
import { isMavenBookkeeping } from '../../maven/layout.ts'
import { archivesOf } from './archives.ts'
import { Candidates } from './candidates.ts'
import { compareRepository, type ReleaseChange, type RepositoryChanges } from './changes.ts'
import { draftsBeside, type NamedRepository, tellCollisions } from './collisions.ts'
import {
  fingerprintOf,
  type ImportedRelease,
  type ImportState,
  importedRelease,
  packageFingerprint,
  versionFingerprint,
} from './import-state.ts'
import type { Inventory } from './inventory.ts'
import { packageMetadata, versionMetadata } from './mapping.ts'
import { checkSameRepository, type Holdings, holdingsOf } from './ownership.ts'
import { problemOf } from './release-problem.ts'
import type { Services } from './services.ts'
import { Unmatched } from './unmatched.ts'

/** A selected repository, and what there is to do of it. */
export interface SurveyedRepository {
  readonly repository: SourceRepository
  readonly package: string
  readonly state: ImportState | undefined
  /** What is here of it: by the state, and by the records where that lacks something. */
  readonly known: readonly ImportedRelease[]
  /** What has to be done, oldest release first; of what needs nothing no more is kept. */
  readonly changes: readonly ReleaseChange[]
  /** Tags of releases about which somebody must do something. */
  readonly red: readonly string[]
  /** Validators of the listing; none when the next run has to see it whole. */
  readonly etags: readonly string[]
}

interface Named {
  readonly repository: SourceRepository
  readonly package: string
}

interface Chosen {
  readonly release: SourceRelease
  readonly version: string
}

interface Listed {
  readonly listing: ReleaseListing
  readonly chosen: readonly Chosen[]
}

// Repositories looked at side by side; the client of the API bounds its requests itself.
const repositoriesAtOnce = 16

/**
 * Compares everything that is selected with what is here, before anything is written. Throws with every reason why nothing may be written: two
 * repositories that would be one package, two tags that would be one version, what is private without the word, what a shard names and the inputs do
 * not. What needs no work has its row in the ledger afterwards.
 */
export async function survey(services: Services, inventory: Inventory): Promise<readonly SurveyedRepository[]> {
  return await new Survey(services, inventory).run()
}

class Survey {
  readonly #services: Services
  readonly #inventory: Inventory
  readonly #candidates: Candidates
  readonly #unmatched = new Unmatched()
  readonly #named: NamedRepository[] = []
  readonly #surveyed: SurveyedRepository[] = []

  constructor(services: Services, inventory: Inventory) {
    this.#services = services
    this.#inventory = inventory
    this.#candidates = new Candidates(services, inventory)
  }

  async run(): Promise<readonly SurveyedRepository[]> {
    await this.#candidates.find((repository) => this.#visit(repository), limit(repositoriesAtOnce))
    await this.#candidates.tellGone()
    this.#refuse()
    return this.#surveyed.sort((a, b) => (a.repository.fullName < b.repository.fullName ? -1 : 1))
  }

  #refuse(): void {
    const { refusals, complete, told } = this.#candidates
    const { rules, inputs, context } = this.#services
    tellCollisions(this.#named, refusals)
    if (rules.shard === undefined && complete) {
      for (const { fullName } of told) this.#unmatched.sawRepository(fullName)
      this.#unmatched.tell(rules, inputs, refusals)
    }
    for (const { message, hint } of refusals.all.filter(({ severity }) => severity === 'warning')) {
      context.diagnostics.warning(message, hint === undefined ? {} : { hint })
    }
    refusals.throwIfErrors()
  }

  async #visit(repository: SourceRepository): Promise<void> {
    const { ledger, rules, context } = this.#services
    const named = { repository, package: this.#inventory.spelled(rules.naming.packageOf(repository)) }
    try {
      this.#surveyed.push(await this.#survey(named))
    } catch (error) {
      context.cancelled.throwIfAborted()
      this.#unmatched.sawRepository(repository.fullName)
      const row = { repository: repository.fullName, package: named.package }
      if (error instanceof RateLimited) ledger.add('pending', { ...row, reason: error.message })
      else if (error instanceof ActionError) ledger.failBy(row, error)
      else throw error
    }
  }

  async #survey(named: Named): Promise<SurveyedRepository> {
    const { source: github, rules, ledger, target, host } = this.#services
    const { repository, package: name } = named
    const { fullName } = repository
    const state = await this.#inventory.stateOf(repository.owner, repository.name)
    checkSameRepository(state, repository, target.locate(this.#inventory.statePathOf(repository.owner, repository.name)))
    const kept = state?.releases.filter((release) => release.package === name && this.#inventory.holds(release)) ?? []
    const same = state?.metadata === packageFingerprint(packageMetadata(repository, name))
    // An unchanged listing says only as much as was known when it was made.
    const suffices = state?.selection === rules.selection && same && kept.length === state.releases.length
    const listing = await github.releases(fullName, suffices ? { etags: state.etags } : {})
    if (listing.unchanged) {
      this.#unmatched.sawRepository(
        fullName,
        kept.map(({ tag }) => tag),
      )
      this.#named.push({ repository, package: name, releases: [] })
      for (const { tag, version } of kept) {
        if (this.#isMine(fullName, tag)) ledger.add('unchanged', { repository: fullName, package: name, version })
      }
      return { ...named, state, known: kept, changes: [], red: [], etags: state?.etags ?? [] }
    }
    const listed = { listing, chosen: this.#choose(named, listing) }
    if (listing.truncated) {
      const message = `${fullName}: GitHub lists its newest ${listing.releases.length} releases, and no older ones`
      this.#services.context.diagnostics.warning(message, {
        hint: 'What is older and here stays as it is; what is not cannot be imported.',
      })
    }
    const source = { fullName, host, releases: new Set(listing.releases.map(({ id }) => id)) }
    const wanted = { package: name, versions: listed.chosen.map(({ version }) => version) }
    const here = await holdingsOf(source, wanted, { inventory: this.#inventory, state, kept })
    this.#named.push({ repository, package: name, releases: listed.chosen, packageFrom: here.packageFrom })
    const { changes, known } = await this.#compare(named, listed, here)
    const releases = same || state === undefined ? changes.releases : withPackageEdit(changes.releases)
    return { ...named, state, known, ...this.#judge(named, { ...changes, releases }, { listing, known }) }
  }

  #choose({ repository: { fullName }, package: name }: Named, { releases }: ReleaseListing): readonly Chosen[] {
    const { rules, ledger, context } = this.#services
    const selected = rules.releases.select(releases, (tag) => rules.repositories.takesTag(fullName, tag))
    const { notSemver } = selected
    this.#unmatched.sawReleases(fullName, releases, selected)
    if (notSemver.length > 0) {
      const some = notSemver.slice(0, 10).join(', ')
      context.log.info(`${fullName}: a range leaves out ${notSemver.length} tags that are no semantic versions: ${some}`)
    }
    const mine = selected.releases.filter(({ tag }) => this.#isMine(fullName, tag))
    const chosen = mine.map((release) => ({ release, version: rules.naming.versionOf(release.tag) }))
    const beside = draftsBeside(chosen)
    for (const { release, version } of beside) {
      const reason = `the draft '${release.tag}' has the version of a release that is published`
      ledger.add('pending', { repository: fullName, package: name, version, reason })
    }
    return chosen.filter((each) => !beside.has(each))
  }

  /** Whether a release is this job's. */
  #isMine(fullName: string, tag: string): boolean {
    const { shard } = this.#services.rules
    const part = shard?.repositories.find((repository) => repository.fullName.toLowerCase() === fullName.toLowerCase())
    return shard === undefined || (part !== undefined && (part.tags?.includes(tag) ?? true))
  }

  /** Compares; what seems to have changed is compared once more with its record, which may be newer than the state. */
  async #compare(named: Named, listed: Listed, here: Holdings): Promise<{ changes: RepositoryChanges; known: readonly ImportedRelease[] }> {
    const changes = this.#changes(named, listed, here)
    const newer = new Map<ImportedRelease, ImportedRelease>()
    for (const change of changes.releases) {
      if (change.known === undefined || (change.kind !== 'update' && change.kind !== 'alarm')) continue
      const found = await this.#inventory.recordOf(named.package, change.version)
      const recorded = found && importedRelease(found.record, found.state)
      if (recorded !== undefined && fingerprintOf(recorded) !== fingerprintOf(change.known)) newer.set(change.known, recorded)
    }
    if (newer.size === 0) return { changes, known: here.known }
    const known = here.known.map((release) => newer.get(release) ?? release)
    return { changes: this.#changes(named, listed, { ...here, known }), known }
  }

  #changes({ repository }: Named, { listing, chosen }: Listed, { known, strangers }: Holdings): RepositoryChanges {
    const { rules, inputs, type } = this.#services
    return compareRepository({
      listed: listing.releases,
      complete: !listing.truncated,
      draftsSeen: inputs.includeDrafts,
      selected: chosen.map(({ release, version }) => ({
        release,
        version,
        metadata: versionFingerprint(versionMetadata(release, version)),
        stranger: strangers.get(version),
        archives: archivesOf(release, { name: repository.name, version }, inputs.sourceArchives),
      })),
      known: known.filter(({ tag }) => this.#isMine(repository.fullName, tag)),
      // A Maven repository makes those itself.
      takesAsset: (asset) => {
        const taken = rules.assets.takes(asset)
        this.#unmatched.sawAsset(taken)
        return taken && !(type === 'maven' && isMavenBookkeeping(asset))
      },
      isRolling: (tag) => rules.rolling.takes(tag),
    })
  }

  /** Tells what becomes of each release without any work, and keeps the others. */
  #judge(
    { repository, package: name }: Named,
    { releases, gone }: RepositoryChanges,
    { listing, known }: { readonly listing: ReleaseListing; readonly known: readonly ImportedRelease[] },
  ) {
    const { ledger } = this.#services
    const red: string[] = []
    const changes = releases.filter((change) => {
      const row = { repository: repository.fullName, package: name, version: change.version }
      const reason = change.reason === undefined ? {} : { reason: change.reason }
      const problem = problemOf(change, { fullName: repository.fullName, package: name }, this.#services)
      if (problem !== undefined) ledger.fail(row, problem)
      for (const alarm of change.kind === 'alarm' ? change.alarms : []) ledger.alarm({ ...row, ...alarm })
      if (problem !== undefined || change.kind === 'alarm') red.push(change.release.tag)
      if (change.kind === 'pending') ledger.add('pending', { ...row, ...reason })
      if (change.kind === 'unchanged' || change.kind === 'refresh') ledger.add('unchanged', { ...row, ...goneAssets(change) })
      return problem === undefined && (change.kind === 'import' || change.kind === 'update' || change.kind === 'refresh')
    })
    for (const { version } of gone) {
      const reason = 'gone: GitHub has the release no more'
      ledger.add('unchanged', { repository: repository.fullName, package: name, version, reason })
    }
    return { changes, red, etags: red.length === 0 && this.#isSettled(releases, listing, known) ? listing.etags : [] }
  }

  /**
   * Whether the same listing would need no second look: everything in it is here or about to be, and everything that is here is in it. Else a validator
   * would hide what is left to do, and what is gone.
   */
  #isSettled(releases: readonly ReleaseChange[], listing: ReleaseListing, known: readonly ImportedRelease[]): boolean {
    const matched = new Set(releases.map((change) => change.known))
    return (
      releases.length === listing.releases.length &&
      releases.every(({ kind, gone, release }) => kind !== 'pending' && gone.length === 0 && !release.draft) &&
      known.every((release) => matched.has(release))
    )
  }
}

/** What is said of a package is written with a version of it: with the newest. */
function withPackageEdit(releases: readonly ReleaseChange[]): readonly ReleaseChange[] {
  const newest = releases.at(-1)
  if (newest === undefined || (newest.kind !== 'unchanged' && newest.kind !== 'refresh')) return releases
  return [...releases.slice(0, -1), { ...newest, kind: 'update', metadataChanged: true, reason: 'package metadata edited' }]
}

function goneAssets({ gone }: ReleaseChange): { readonly reason?: string } {
  if (gone.length === 0) return {}
  return { reason: `gone: GitHub has no more ${gone.map(({ name }) => `'${name}'`).join(', ')}` }
}
