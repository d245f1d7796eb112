import { ActionError, messageOf } from '../../core/errors.ts'
import { RateLimited } from '../../github/api.ts'
import { packageReadme } from '../../model/repository-layout.ts'
import type { Document } from '../../repositories/repository.ts'
import type { ReleaseChange } from './changes.ts'
import {
  type ImportedRelease,
  type ImportState,
  importStateSchema,
  packageFingerprint,
  sameFacts,
  serializeImportState,
} from './import-state.ts'
import { packageMetadata } from './mapping.ts'
import { arrivalsOf, type DownloadSlot, type ReceivedRelease, receiveRelease } from './received-release.ts'
import { importRelease, type PublishingSurroundings, refreshed } from './release-import.ts'
import type { SurveyedRepository } from './survey.ts'
import { isFailedCall, TargetFailure } from './target-failure.ts'

/** What all repositories of a run share. */
export interface ImportSurroundings extends PublishingSurroundings {
  readonly download: DownloadSlot
  /** False once something failed that concerns every repository. */
  readonly goesOn: () => boolean
}

// How many releases of a repository may arrive ahead of the one that is to be published next.
const ahead = 8

/** What GitHub says of a repository beyond its releases; read only when one of them is imported. */
interface Details {
  readonly commits: ReadonlyMap<string, string>
  readonly documents: readonly Document[]
}

/**
 * Imports releases of one repository, oldest first, and then writes down what is there. A release that fails is told and leaves the others alone.
 * Throws `TargetFailure`, and what a cancelled run throws.
 */
export class RepositoryImport {
  readonly #surveyed: SurveyedRepository
  readonly #surroundings: ImportSurroundings
  readonly #results = new Map<ReleaseChange, ImportedRelease>()
  #isClean = true
  #packageWritten = false

  constructor(surveyed: SurveyedRepository, surroundings: ImportSurroundings) {
    this.#surveyed = surveyed
    this.#surroundings = surroundings
  }

  /** @param changes those of the repository's changes that this run may do; refreshes cost nothing and are always done */
  async run(changes: readonly ReleaseChange[]): Promise<void> {
    const { repository } = this.#surveyed
    const { services, inventory } = this.#surroundings
    const todo = this.#surveyed.changes.filter(({ kind }) => kind !== 'refresh')
    this.#isClean = changes.length === todo.length
    for (const change of this.#surveyed.changes.filter(({ kind }) => kind === 'refresh')) this.#keep(change, refreshed(change))
    const details = await this.#details(changes)
    if (details !== undefined) await this.#importAll(changes, details)
    const state = this.#state()
    const { target, host } = services
    if (!sameFacts(this.#surveyed.state, state) && (state.releases.length > 0 || this.#surveyed.state !== undefined)) {
      const document = { path: inventory.statePathOf(repository.owner, repository.name), content: serializeImportState(state) }
      await this.#surroundings.publish(() =>
        target.exclusively(() => target.apply({ uploads: [], moves: [], documents: [document], removals: [] })),
      )
    }
    // Those of another run that died, too, while this one found nothing to do.
    if (this.#isClean) await target.discardArrivals(arrivalsOf(host, repository))
  }

  /** Undefined when they cannot be read: then every release has been told as pending or failed. */
  async #details(changes: readonly ReleaseChange[]): Promise<Details | undefined> {
    const { source } = this.#surroundings.services
    const { repository, package: name } = this.#surveyed
    const fresh = changes.filter(({ kind, released, release }) => (kind === 'import' && !release.draft) || released)
    if (changes.every(({ kind }) => kind !== 'import') && fresh.length === 0) return { commits: new Map(), documents: [] }
    try {
      const commits = await source.tags(repository.fullName, new Set(fresh.map(({ release }) => release.tag)))
      const readme = await source.readme(repository.fullName)
      return { commits, documents: readme === undefined ? [] : [{ path: packageReadme(name), content: readme }] }
    } catch (error) {
      const failures = changes.map((change) => this.#tellFailure(change, error)).filter((failure) => failure !== undefined)
      if (failures.length > 0) throw failures[0]
      return undefined
    }
  }

  /** Lets some releases arrive ahead of the one that is published: of one package the oldest comes first. */
  async #importAll(changes: readonly ReleaseChange[], details: Details): Promise<void> {
    const arriving: Promise<ReceivedRelease>[] = []
    let failure: unknown
    for (const [index, change] of changes.entries()) {
      const last = failure === undefined && this.#surroundings.goesOn() ? Math.min(index + ahead, changes.length) : arriving.length
      for (const next of changes.slice(arriving.length, last)) {
        const release = receiveRelease({ ...this.#surveyed, change: next }, this.#surroundings.services, this.#surroundings.download)
        // Told when it is this release's turn.
        release.catch(() => undefined)
        arriving.push(release)
      }
      const release = arriving[index]
      if (release === undefined) break
      try {
        await using arrived = await release
        if (failure === undefined) await this.#import(change, arrived, details)
      } catch (error) {
        failure ??= this.#tellFailure(change, error)
      }
    }
    if (failure !== undefined) throw failure
    if (arriving.length < changes.length) this.#isClean = false
  }

  async #import(change: ReleaseChange, received: ReceivedRelease, { commits, documents }: Details): Promise<void> {
    const { repository, package: name } = this.#surveyed
    const commit = commits.get(change.release.tag)
    const work = { repository, package: name, change: received.change, documents, ...(commit !== undefined && { commit }) }
    const result = await importRelease(work, received, this.#surroundings)
    this.#keep(change, result)
    if (result === undefined) this.#isClean = false
    else if (result.state === 'published') this.#packageWritten = true
  }

  #keep(change: ReleaseChange, result: ImportedRelease | undefined): void {
    if (result !== undefined) this.#results.set(change, result)
  }

  /** Tells what became of a release that was not imported. Gives the error back where it ends more than this release. */
  #tellFailure(change: ReleaseChange, error: unknown): unknown {
    const { ledger, context } = this.#surroundings.services
    this.#isClean = false
    if (context.cancelled.aborted) return context.cancelled.reason
    const concernsOne = isFailedCall(error) || error instanceof ActionError
    if (!concernsOne || error instanceof TargetFailure) return error
    const row = { repository: this.#surveyed.repository.fullName, package: this.#surveyed.package, version: change.version }
    if (error instanceof RateLimited) ledger.add('pending', { ...row, reason: error.message })
    else if (error instanceof ActionError) ledger.failBy(row, error)
    else ledger.fail(row, { message: `its files could not be read: ${messageOf(error)}`, hint: 'Mend the cause and run again.' })
    return undefined
  }

  /** What is here by now: with what this run did, and without what it did not touch being lost. */
  #state(): ImportState {
    const { repository, package: name, known, state, etags } = this.#surveyed
    const results = [...this.#results]
    const replaced = new Set(results.map(([change]) => change.known))
    const releases = [...known.filter((release) => !replaced.has(release)), ...results.map(([, release]) => release)]
    // Everybody may read the state. Of what is staged the records tell, which only the publisher sees.
    const published = releases.filter((release) => release.state === 'published')
    const current = packageFingerprint(packageMetadata(repository, name))
    return {
      schema: importStateSchema,
      repository: { id: repository.id, owner: repository.owner, name: repository.name },
      package: name,
      metadata: this.#packageWritten || state?.package !== name ? current : state.metadata,
      selection: this.#surroundings.services.rules.selection,
      etags: this.#isClean ? etags : [],
      releases: published,
    }
  }
}
