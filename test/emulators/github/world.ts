import { type Account, EmulatedRepository, type RepositoryPlan } from './repository.ts'
import { Timeline } from './timeline.ts'

/** All accounts and repositories. */
export class World {
  readonly #timeline = new Timeline()
  readonly #accounts = new Map<string, Account>()
  readonly #repositories = new Map<string, EmulatedRepository>()
  readonly #byId = new Map<number, EmulatedRepository>()
  /** Former names, lower-case. */
  readonly #moved = new Map<string, EmulatedRepository>()

  get repositories(): readonly EmulatedRepository[] {
    return [...this.#repositories.values()]
  }

  account(login: string): Account | undefined {
    return this.#accounts.get(login.toLowerCase())
  }

  accountById(id: number): Account | undefined {
    return this.#accounts.values().find((account) => account.id === id)
  }

  addAccount(login: string, type: Account['type']): Account {
    const known = this.account(login)
    if (known !== undefined) return known
    const account = { id: this.#timeline.nextId(), login, type, createdAt: this.#timeline.tick() }
    this.#accounts.set(login.toLowerCase(), account)
    return account
  }

  add(plan: RepositoryPlan): EmulatedRepository {
    const [login = '', name = '', ...more] = plan.fullName.split('/')
    if (login === '' || name === '' || more.length > 0) throw new Error(`'${plan.fullName}' is not owner/name`)
    if (this.find(plan.fullName) !== undefined) throw new Error(`there is a repository '${plan.fullName}' already`)
    const owner = this.addAccount(login, plan.ownerType ?? 'Organization')
    const repository = new EmulatedRepository(plan, {
      owner,
      timeline: this.#timeline,
      onRename: (renamed, from) => {
        this.#repositories.delete(from.toLowerCase())
        this.#moved.set(from.toLowerCase(), renamed)
        this.#repositories.set(renamed.fullName.toLowerCase(), renamed)
      },
    })
    this.#repositories.set(plan.fullName.toLowerCase(), repository)
    this.#byId.set(repository.id, repository)
    return repository
  }

  remove(fullName: string): void {
    const repository = this.find(fullName)
    if (repository === undefined) throw new Error(`there is no repository '${fullName}'`)
    this.#repositories.delete(fullName.toLowerCase())
    this.#byId.delete(repository.id)
  }

  find(fullName: string): EmulatedRepository | undefined {
    return this.#repositories.get(fullName.toLowerCase())
  }

  findById(id: number): EmulatedRepository | undefined {
    return this.#byId.get(id)
  }

  /** Where a repository of a former name is now. */
  movedTo(fullName: string): EmulatedRepository | undefined {
    const repository = this.#moved.get(fullName.toLowerCase())
    return repository === undefined ? undefined : this.findById(repository.id)
  }

  /** Repositories of an account, in the order in which they were made. */
  ownedBy(account: Account): readonly EmulatedRepository[] {
    return this.repositories.filter(({ owner }) => owner === account).sort((one, other) => one.id - other.id)
  }
}
