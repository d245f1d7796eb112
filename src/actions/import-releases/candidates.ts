import { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { RateLimited } from '../../github/api.ts'
import type { SourceRepository } from '../../github/source-model.ts'
import type { Inventory } from './inventory.ts'
import type { RepositoryVerdict, SeenRepository } from './repository-selection.ts'
import type { Services } from './services.ts'
import { tellUnselected } from './shards.ts'

/** Takes a repository that is to be looked at. */
export type Visit = (repository: SourceRepository) => Promise<void>

/**
 * Finds the repositories that the inputs select, or of those the shard's. What may not be imported is told as a refusal; what cannot be read fails or
 * is pending, and the others go on.
 */
export class Candidates {
  /** Reasons why nothing may be written. */
  readonly refusals = new Diagnostics()
  readonly #services: Services
  readonly #inventory: Inventory
  /** Full names, lower case, of what GitHub has, selected or not. */
  readonly #there = new Set<string>()
  /** The same by id. */
  readonly #found = new Map<number, SourceRepository>()
  readonly #told: SeenRepository[] = []
  /** Owners whose listing ended early. */
  readonly #unlisted = new Set<string>()
  #complete = true

  constructor(services: Services, inventory: Inventory) {
    this.#services = services
    this.#inventory = inventory
  }

  /** Whether everything could be read: else nobody knows that a line matches nothing. */
  get complete(): boolean {
    return this.#complete
  }

  /** Repositories that were not visited, and about which the user has been told. */
  get told(): readonly SeenRepository[] {
    return this.#told
  }

  /** Visits every repository once, as soon as it is found, several at a time. */
  async find(visit: Visit, slot: <T>(work: () => Promise<T>) => Promise<T>): Promise<void> {
    const { shard, repositories } = this.#services.rules
    const visits: Promise<void>[] = []
    const start = (work: () => Promise<void>) => {
      const started = slot(work)
      // A failure is told by the last line of this method; until then nobody waits for it.
      started.catch(() => undefined)
      visits.push(started)
    }
    if (shard !== undefined) tellUnselected(shard, repositories, this.refusals)
    for (const owner of shard === undefined ? repositories.accounts : []) {
      await this.#list(owner, (repository) => start(() => visit(repository)))
    }
    const named = shard?.repositories.map(({ fullName }) => fullName).filter((name) => repositories.takes(name)) ?? repositories.named
    for (const fullName of named.filter((name) => !this.#there.has(name.toLowerCase()))) start(() => this.#read(fullName, visit))
    await Promise.all(visits)
  }

  /** Tells repositories that were imported and that GitHub has no more: what is here of them stays. */
  async tellGone(): Promise<void> {
    const { shard, repositories } = this.#services.rules
    if (shard !== undefined) return
    for (const owner of repositories.accounts.filter((name) => !this.#unlisted.has(name.toLowerCase()))) {
      for (const name of this.#inventory.importedOf(owner)) {
        const fullName = `${owner}/${name}`
        if (!repositories.takes(fullName) || this.#there.has(fullName.toLowerCase())) continue
        const isGone = await this.#isGone(fullName).catch((error: unknown) => this.#tellUnread(fullName, error))
        if (isGone !== false) this.#told.push({ fullName })
      }
    }
  }

  async #list(owner: string, start: (repository: SourceRepository) => void): Promise<void> {
    const { source, rules, inputs } = this.#services
    const named = new Set(rules.repositories.named.map((name) => name.toLowerCase()))
    let hidden = 0
    try {
      for await (const repository of source.account(owner, inputs)) {
        const verdict = this.#judge(repository)
        if (verdict === 'selected') start(repository)
        // The log may be public: names that stand in no input stay out of it.
        else if (verdict === 'private' && !named.has(repository.fullName.toLowerCase())) hidden++
        else if (verdict === 'private') this.#refusePrivate(repository.fullName)
      }
      if (hidden > 0) {
        this.refusals.error(
          `${owner}/* selects ${hidden} private ${hidden === 1 ? 'repository' : 'repositories'}, and what is imported may become public`,
          {
            hint: "Set 'include-private: true' if that is meant; or give a token that does not show them, or select the others by name.",
          },
        )
      }
    } catch (error) {
      this.#unlisted.add(owner.toLowerCase())
      if (error instanceof ActionError && error.code === 'not-found') this.#tellMissing(`${owner}/*`, error)
      // No job could be red about repositories that nobody knows.
      else if (error instanceof ActionError && inputs.mode === 'plan' && !(error instanceof RateLimited)) {
        this.refusals.error(`${owner}/* could not be listed: ${error.message}`, error.hint === undefined ? {} : { hint: error.hint })
      } else this.#tellUnread(`${owner}/*`, error)
    }
  }

  async #read(fullName: string, visit: Visit): Promise<void> {
    const { source } = this.#services
    const repository = await source.repository(fullName).catch((error: unknown) => this.#tellUnread(fullName, error))
    if (repository === 'unread') return
    if (repository === undefined) {
      if (await this.#isGone(fullName)) this.#told.push({ fullName })
      else this.#tellMissing(fullName, source.missing(fullName))
      return
    }
    if (repository.fullName.toLowerCase() !== fullName.toLowerCase()) {
      this.#told.push({ fullName })
      const hint = `Write that into 'repositories'.${await this.#keepingPackage(fullName, repository)}`
      this.refusals.error(`${fullName} has another name by now: ${repository.fullName}`, { hint })
      return
    }
    const verdict = this.#judge(repository)
    if (verdict === 'private') this.#refusePrivate(fullName)
    if (verdict === 'selected') await visit(repository)
  }

  /** `undefined` when it was judged before: a listing may bring one twice. */
  #judge(repository: SourceRepository): RepositoryVerdict | undefined {
    if (this.#found.has(repository.id)) return undefined
    this.#found.set(repository.id, repository)
    this.#there.add(repository.fullName.toLowerCase())
    return this.#services.rules.repositories.judge(repository)
  }

  #refusePrivate(fullName: string): void {
    this.#told.push({ fullName })
    this.refusals.error(`${fullName} is private, and what is imported may become public`, {
      hint: `Set 'include-private: true' if that is meant, or leave it out with '!${fullName}' in 'repositories'.`,
    })
  }

  /** A line that names nothing. */
  #tellMissing(fullName: string, { message, hint }: ActionError): void {
    this.#told.push({ fullName })
    this.refusals[this.#services.inputs.failOnUnmatched ? 'error' : 'warning'](message, hint === undefined ? {} : { hint })
  }

  #tellUnread(repository: string, error: unknown): 'unread' {
    const { ledger, context } = this.#services
    context.cancelled.throwIfAborted()
    this.#complete = false
    if (error instanceof RateLimited) ledger.add('pending', { repository, reason: error.message })
    else if (error instanceof ActionError) ledger.failBy({ repository }, error)
    else throw error
    return 'unread'
  }

  /** What else is to be written so that a renamed repository stays the package that is here. */
  async #keepingPackage(fullName: string, renamed: SourceRepository): Promise<string> {
    const [owner = '', name = ''] = fullName.split('/')
    const state = await this.#inventory.stateOf(owner, name).catch(() => undefined)
    const isSame = state?.repository.id === renamed.id && state.package !== this.#packageOf(renamed)
    return isSame ? ` It stays the package '${state.package}' only in a step of its own with 'package: ${state.package}'.` : ''
  }

  #packageOf(repository: SourceRepository): string {
    return this.#inventory.spelled(this.#services.rules.naming.packageOf(repository))
  }

  /** Under its new name it may be another package: then what is here stays, and is imported once more. */
  #tellRenamed(fullName: string, name: string, renamed: SourceRepository): void {
    const current = this.#packageOf(renamed)
    if (current === name) return
    this.#services.context.diagnostics.notice(
      `${fullName} is ${renamed.fullName} by now: its releases are imported as package '${current}', and package '${name}' stays as it is`,
      {
        hint: "To go on with the old package, import the repository in a step of its own, with 'package' set to that name.",
      },
    )
  }

  /** Whether a repository that GitHub does not have was imported earlier; then its versions are told as gone. */
  async #isGone(fullName: string): Promise<boolean> {
    const [owner = '', name = ''] = fullName.split('/')
    const state = await this.#inventory.stateOf(owner, name)
    if (state === undefined) return false
    const renamed = this.#found.get(state.repository.id)
    if (renamed !== undefined) {
      this.#tellRenamed(fullName, state.package, renamed)
      return false
    }
    this.#there.add(fullName.toLowerCase())
    for (const release of state.releases) {
      const row = { repository: fullName, package: release.package, version: release.version }
      this.#services.ledger.add('unchanged', { ...row, reason: 'gone: GitHub has the repository no more, or hides it from the token' })
    }
    return true
  }
}
