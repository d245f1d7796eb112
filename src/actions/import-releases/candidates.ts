import { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { RateLimited } from '../../github/api.ts'
import type { SourceRepository } from '../../github/source-model.ts'
import type { Inventory } from './inventory.ts'
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
      for (const name of await this.#inventory.importedOf(owner)) {
        const fullName = `${owner}/${name}`
        if (repositories.takes(fullName) && !this.#there.has(fullName.toLowerCase())) await this.#isGone(fullName)
      }
    }
  }

  async #list(owner: string, start: (repository: SourceRepository) => void): Promise<void> {
    try {
      for await (const repository of this.#services.source.account(owner, this.#services.inputs)) {
        if (this.#isSelected(repository)) start(repository)
      }
    } catch (error) {
      this.#unlisted.add(owner.toLowerCase())
      if (error instanceof ActionError && error.code === 'not-found') this.#refuse(error)
      else this.#tellUnread(`${owner}/*`, error)
    }
  }

  async #read(fullName: string, visit: Visit): Promise<void> {
    const repository = await this.#services.source.repository(fullName).catch((error: unknown) => this.#tellUnread(fullName, error))
    if (repository === 'unread') return
    if (repository === undefined) {
      if (!(await this.#isGone(fullName))) this.#refuse(this.#services.source.missing(fullName))
    } else if (this.#isSelected(repository)) {
      await visit(repository)
    }
  }

  #isSelected(repository: SourceRepository): boolean {
    const { fullName } = repository
    // A listing may bring one twice, and a name may lead to one that has another name by now.
    if (this.#there.has(fullName.toLowerCase())) return false
    this.#there.add(fullName.toLowerCase())
    const verdict = this.#services.rules.repositories.judge(repository)
    if (verdict === 'private') {
      this.refusals.error(`${fullName} is private, and what is imported may become public`, {
        hint: `Set 'include-private: true' if that is meant, or leave it out with '!${fullName}' in 'repositories'.`,
      })
    }
    return verdict === 'selected'
  }

  #refuse({ message, hint }: ActionError): void {
    this.refusals.error(message, hint === undefined ? {} : { hint })
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

  /** Whether a repository that GitHub does not have was imported earlier; then its versions are told as gone. */
  async #isGone(fullName: string): Promise<boolean> {
    const [owner = '', name = ''] = fullName.split('/')
    const state = await this.#inventory.stateOf(owner, name)
    if (state === undefined) return false
    this.#there.add(fullName.toLowerCase())
    for (const release of state.releases) {
      const row = { repository: fullName, package: release.package, version: release.version }
      this.#services.ledger.add('unchanged', { ...row, reason: 'gone: GitHub has the repository no more, or hides it from the token' })
    }
    return true
  }
}
