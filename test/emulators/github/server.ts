import type { Fault } from './faults.ts'
import { FaultTable } from './faults.ts'
import { type Account, EmulatedRepository, type RepositoryPlan } from './repository.ts'
import type { SeenRequest } from './requests.ts'
import { Timeline } from './timeline.ts'

/** How a GitHub is set up; everything has a plausible default. */
export interface GitHubOptions {
  /** A token that may read and write everything here. Default: a made-up one. */
  readonly token?: string
  /** Port of the API. Default: a free one. The other hosts always have free ones. */
  readonly port?: number
  /** What clients are told as the address of the API, when something stands in front of it. Without final slash. */
  readonly publicUrl?: string
  /** An Enterprise Server: the API is `/api/v3` of the server itself. */
  readonly enterprise?: boolean
  /** Requests of one minute, after which the secondary limit strikes. Default: 900, as GitHub's; 0: no limit. */
  readonly perMinute?: number
  /** Requests of one window by one token, and by all that come without one. Default: 5,000 and 60 an hour; 0: no limit. */
  readonly perHour?: number
  readonly anonymousPerHour?: number
  /** Length of the window of both, and of the minute, in seconds. Default: 3,600 and 60. */
  readonly hourSeconds?: number
  readonly minuteSeconds?: number
  /** Results that a listing gives at most; a page beyond answers 422. Default: 10,000. */
  readonly listingLimit?: number
  /** `stream`: the API sends an asset itself instead of redirecting to storage. Default: `redirect`. */
  readonly assetAnswer?: 'redirect' | 'stream'
  /** Whether Link names repositories by number, as GitHub does, or by name. Default: by number. */
  readonly links?: 'by number' | 'by name'
  /** How long a signed address is good, in seconds. Default: 300. */
  readonly signedSeconds?: number
  readonly faults?: readonly Fault[]
}

/** What a token may do besides reading what is public. */
export interface TokenGrant {
  /** Default: a made-up one. */
  readonly token?: string
  /** Private repositories that it may read, by `owner/name`; default: none. */
  readonly reads?: 'everything' | readonly string[]
  /** Repositories that it may write to, whose drafts it sees therefore; default: none. */
  readonly writes?: 'everything' | readonly string[]
  /** The user that it speaks for; without one it is a job's token. */
  readonly login?: string
  readonly perHour?: number
}

/** A GitHub on loopback, for any client: an API, a server, storage and codeload, each an origin of its own. */
export class GitHubEmulator implements AsyncDisposable {
  /** Of the API, without final slash. */
  readonly url: string = ''
  /** What github.com is, without final slash. */
  readonly serverUrl: string = ''
  readonly storageUrl: string = ''
  readonly codeloadUrl: string = ''
  /** A token that may read and write everything here. */
  readonly token: string
  /** All requests to the API since the start. */
  readonly requests: readonly SeenRequest[] = []
  /** All requests to storage and codeload: what was really downloaded. */
  readonly assetRequests: readonly SeenRequest[] = []
  /** All requests to all hosts. */
  readonly traffic: readonly SeenRequest[] = []
  /** What broke inside the emulator; a test should find it empty. */
  readonly breakdowns: readonly string[] = []
  readonly faults = new FaultTable()
  /** Called when a request has arrived, before it is answered; `count` starts at 1. */
  onRequest: ((request: SeenRequest, count: number) => void | Promise<void>) | undefined
  readonly #timeline = new Timeline()
  readonly #accounts = new Map<string, Account>()
  readonly #repositories = new Map<string, EmulatedRepository>()

  private constructor(options: GitHubOptions) {
    this.token = options.token ?? 'ghp_emulated0123456789'
  }

  static async start(options: GitHubOptions = {}): Promise<GitHubEmulator> {
    return new GitHubEmulator(options)
  }

  /** Makes a token; gives its text. */
  addToken(grant: TokenGrant): string {
    return grant.token ?? ''
  }

  addRepository(plan: RepositoryPlan): EmulatedRepository {
    const login = plan.fullName.slice(0, plan.fullName.indexOf('/'))
    const owner = this.#accounts.get(login) ?? {
      id: this.#timeline.nextId(),
      login,
      type: plan.ownerType ?? 'Organization',
      createdAt: this.#timeline.tick(),
    }
    this.#accounts.set(login, owner)
    const repository = new EmulatedRepository(plan, { owner, timeline: this.#timeline, onRename: () => {} })
    this.#repositories.set(plan.fullName.toLowerCase(), repository)
    return repository
  }

  /** The repository of that `owner/name`; throws when there is none. */
  repository(fullName: string): EmulatedRepository {
    const found = this.#repositories.get(fullName.toLowerCase())
    if (found === undefined) throw new Error(`there is no repository '${fullName}'`)
    return found
  }

  removeRepository(fullName: string): void {
    this.#repositories.delete(fullName.toLowerCase())
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
