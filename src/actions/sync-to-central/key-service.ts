import type { ConnectedContext } from '../../core/action.ts'
import type { KeyServer } from '../../signing/keyserver-address.ts'
import { type KeyReport, KeyServers, keyWarnings } from '../../signing/keyservers.ts'
import { openSigningKey, type SigningKey } from '../../signing/signing-key.ts'
import type { SyncInputs } from './rules.ts'

// A key that has just been sent is served within minutes, or not soon.
const longestWaitMs = 5 * 60_000
const pauseMs = 5_000

/** The key that signs, and what the key servers that Central asks have of it. */
export class KeyService implements AsyncDisposable {
  readonly #context: ConnectedContext
  readonly #publish: boolean
  readonly #servers: readonly KeyServer[]
  readonly #ended = new AbortController()
  readonly #key: Promise<SigningKey>
  readonly #reports: Promise<readonly KeyReport[]>
  #asking: KeyServers | undefined
  #told = false

  /** Begins to unlock the key, and then to ask the servers; nobody has to wait for either until it matters. */
  constructor(inputs: SyncInputs & { readonly privateKey: string }, servers: readonly KeyServer[], context: ConnectedContext) {
    this.#context = context
    this.#publish = inputs.publishKey === 'auto' && inputs.dryRun !== 'true'
    this.#servers = servers
    this.#key = openSigningKey({
      secret: inputs.privateKey,
      signedAt: context.clock.now(),
      today: new Date(),
      ...(inputs.passphrase !== undefined && { passphrase: inputs.passphrase }),
      ...(inputs.signingKey !== undefined && { signingKey: inputs.signingKey }),
    })
    this.#reports = this.#ask()
    // Both are told by whoever waits for them.
    this.#key.catch(() => {})
    this.#reports.catch(() => {})
  }

  get key(): Promise<SigningKey> {
    return this.#key
  }

  /** Warns of what Central will not find, once; with `publish-key: auto` sends the key where it is missing or stale, and waits until it is served. */
  async settle(): Promise<void> {
    if (this.#told) return
    this.#told = true
    const { diagnostics, clock } = this.#context
    const key = await this.#key
    for (const { message, hint } of key.warnings) diagnostics.warning(message, { hint })
    const reports = await this.#reports
    const lacking = reports.filter(({ presence }) => presence === 'missing' || presence === 'stale').map(({ server }) => server)
    const sent = this.#publish && lacking.length > 0 ? await this.#send(lacking, clock.elapsed() + longestWaitMs) : []
    const current = reports.map((report) => sent.find(({ server }) => server === report.server) ?? report)
    for (const { message, hint } of keyWarnings(current, key.fingerprint)) diagnostics.warning(message, { hint })
  }

  /** Whether `settle` has to come before the upload: it changes what Central finds. */
  get mustSettleFirst(): boolean {
    return this.#publish
  }

  /** After Central has not found the key: waits until a server serves it. False when none does before the deadline, by `clock.elapsed()`. */
  async waitUntilServed(deadline: number): Promise<boolean> {
    const { clock, cancelled } = this.#context
    const last = Math.min(deadline, clock.elapsed() + longestWaitMs)
    const asking = this.#asking
    if (asking === undefined) return false
    for (;;) {
      const reports = await asking.check(cancelled)
      if (reports.some(({ presence }) => presence === 'found')) return true
      if (clock.elapsed() + pauseMs > last) return false
      await clock.sleep(pauseMs, cancelled)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended.abort()
    await Promise.allSettled([this.#key, this.#reports])
    await this.#asking?.[Symbol.asyncDispose]()
  }

  async #ask(): Promise<readonly KeyReport[]> {
    const key = await this.#key
    if (this.#servers.length === 0 || this.#ended.signal.aborted) return []
    const { environment, clock, log } = this.#context
    this.#asking = new KeyServers({ servers: this.#servers, key, environment, clock, log })
    return await this.#asking.check(this.#ended.signal)
  }

  async #send(servers: readonly KeyServer[], deadline: number): Promise<readonly KeyReport[]> {
    const { diagnostics, log, cancelled } = this.#context
    const asking = this.#asking
    if (asking === undefined) return []
    const uploads = await asking.upload(servers, cancelled)
    for (const { server, failure, mailed } of uploads) {
      if (failure !== undefined) diagnostics.warning(`${server.name} did not take the public key: ${failure}`)
      else log.info(`${server.name}: the public key was sent`)
      if (mailed.length > 0) {
        diagnostics.warning(`${server.name} has sent a mail to ${mailed.join(', ')}: it shows the user ID once that is answered`, {
          hint: 'Follow the link in the mail, or Central may not use the key from there.',
        })
      }
    }
    const taken = uploads.filter(({ failure }) => failure === undefined).map(({ server }) => server)
    return await asking.waitUntilServed(taken, { deadline, signal: cancelled })
  }
}
