import { createHash, randomBytes } from 'node:crypto'
import type { EmulatedRelease } from './release.ts'
import type { EmulatedRepository } from './repository.ts'

/** What a token may do besides reading what is public. */
export interface TokenGrant {
  /** Default: a made-up one. */
  readonly token?: string
  /** Private repositories that it may read, by `owner/name`; default: those that it may write to. */
  readonly reads?: 'everything' | readonly string[]
  /** Repositories that it may write to, whose drafts it sees therefore; default: none. */
  readonly writes?: 'everything' | readonly string[]
  /** The user that it speaks for; without one it is a job's token. */
  readonly login?: string
  /** Requests of an hour; default: 5,000 for a user's token, 1,000 for a job's. */
  readonly perHour?: number
}

/** Who asks. */
export interface Caller {
  /** What ETags and limits are bound to: follows from the token, and does not give it away. */
  readonly key: string
  /** Undefined: asks without a token. */
  readonly grant: TokenGrant | undefined
}

const nobody: Caller = { key: 'anonymous', grant: undefined }

/** The tokens that there are. */
export class Tokens {
  readonly #grants = new Map<string, TokenGrant>()

  add(grant: TokenGrant): string {
    const token = grant.token ?? `${grant.login === undefined ? 'ghs' : 'ghp'}_${randomBytes(18).toString('hex')}`
    this.#grants.set(token, grant)
    return token
  }

  /** From now on it is a bad credential. */
  revoke(token: string): void {
    this.#grants.delete(token)
  }

  /** Who sends this `Authorization` header; undefined when its token is none. */
  callerOf(header: string | undefined): Caller | undefined {
    if (header === undefined) return nobody
    const [, scheme = '', credentials = ''] = /^(\S+) +(\S+)$/.exec(header) ?? []
    for (const token of tokensIn(scheme.toLowerCase(), credentials)) {
      const grant = this.#grants.get(token)
      if (grant !== undefined) return { key: createHash('sha256').update(token).digest('hex'), grant }
    }
    return undefined
  }
}

/** Tokens that credentials may hold; of `Basic`, either half. */
function tokensIn(scheme: string, credentials: string): readonly string[] {
  if (scheme === 'bearer' || scheme === 'token') return [credentials]
  return scheme === 'basic' ? Buffer.from(credentials, 'base64').toString().split(':') : []
}

export function mayRead(caller: Caller, repository: EmulatedRepository): boolean {
  return !repository.private || isGranted(caller, repository)
}

/** Whether the token was made for a repository, public or not. */
export function isGranted(caller: Caller, repository: EmulatedRepository): boolean {
  return names(caller.grant?.reads, repository) || mayWrite(caller, repository)
}

function mayWrite({ grant }: Caller, repository: EmulatedRepository): boolean {
  return names(grant?.writes, repository)
}

/** Whether the caller sees a release of a repository that it may read: drafts need more. */
export function maySee(caller: Caller, repository: EmulatedRepository, release: EmulatedRelease): boolean {
  return !release.draft || mayWrite(caller, repository)
}

function names(list: TokenGrant['reads'], { fullName }: EmulatedRepository): boolean {
  return list === 'everything' || list?.some((name) => name.toLowerCase() === fullName.toLowerCase()) === true
}
