import { deploymentName } from '../../central/bundle-digest.ts'
import { type Delivery, DeliveryRun } from '../../central/delivery.ts'
import { UnexpectedContent } from '../../central/deployment-contents.ts'
import { PortalError, type PortalFailure } from '../../central/portal-error.ts'
import type { Parcel, Progress } from '../../central/upload.ts'
import { isoTime } from '../../core/clock.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { type Coordinates, formatCoordinates } from '../../maven/coordinates.ts'
import { versionFolder } from '../../maven/layout.ts'
import type { MonthlyBudget } from './budget.ts'
import type { SyncHistory } from './history.ts'
import { failureIn, type Identity, type Row, rowsOf, type SyncOutcome, type SyncState } from './outcome.ts'
import { digestOf, footprintOf, type PreparedBundle, zipOf } from './prepared-bundle.ts'
import { type Conflict, proveThere } from './proof.ts'
import { type Services, waitForCentral } from './services.ts'
import { rowsAfter, type Shipped, tellLate, tellRefusal } from './shipment-report.ts'

/** What is to be shipped. */
export interface Cargo {
  readonly bundle: PreparedBundle
  /** Digest of all that was collected, of which the bundle may be a part. */
  readonly wider: string
  readonly identity: Identity
  readonly conflicts: readonly Row[]
  /** Whether the version is all on Central once the bundle is there. */
  readonly whole: boolean
  /** Makes a smaller bundle of the same files. */
  readonly assemble: (chosen: ReadonlySet<string>) => Promise<PreparedBundle>
  readonly budget: MonthlyBudget
  /** The bundle beside the monthly limits, one sentence. */
  readonly share: string
}

/** One bundle on its way: to the Portal, through it, and to Central, as far as the inputs ask. */
export class Shipment {
  readonly #cargo: Cargo
  readonly #history: SyncHistory
  readonly #services: Services
  readonly #diagnostics: Diagnostics
  #bundle: PreparedBundle
  #deployment: string | undefined
  #state: SyncState = 'uploading'
  #deadline = Number.POSITIVE_INFINITY
  /** Releases that turned out to be there while we were at it. */
  #there: readonly Coordinates[] = []
  /** Each bundle beside the monthly limits. */
  readonly #shares: string[]
  /** Releases that are there with other bytes. */
  #conflicts: readonly Conflict[] = []

  constructor(cargo: Cargo, history: SyncHistory, services: Services, diagnostics: Diagnostics) {
    this.#cargo = cargo
    this.#history = history
    this.#services = services
    this.#diagnostics = diagnostics
    this.#bundle = cargo.bundle
    this.#shares = [cargo.share]
  }

  /** What changes in the outcome by it. */
  async ship(): Promise<Partial<SyncOutcome> & Pick<SyncOutcome, 'state'>> {
    const { context, key } = this.#services
    try {
      if (key?.mustSettleFirst) await key.settle()
      const delivery = await this.#deliverWithRetries()
      await key?.settle()
      return delivery === undefined ? await this.#allThere() : await this.#delivered(delivery)
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      if (!context.cancelled.aborted) await key?.settle().catch(() => {})
      return this.#gaveUp(error)
    }
  }

  async #deliverWithRetries(): Promise<Delivery | undefined> {
    let delivery = await this.#deliver()
    const only = (kind: string) => delivery.messages.length > 0 && delivery.messages.every((message) => message.kind === kind)
    if (delivery.state === 'failed' && only('key-not-found') && (await this.#keyIsServed())) delivery = await this.#deliver()
    if (delivery.state === 'failed' && only('quota')) {
      const text = delivery.messages.map((message) => message.text).join('; ')
      throw new PortalError(`Central refused deployment ${delivery.deployment}: ${text}`, quotaReached(text))
    }
    if (delivery.state !== 'failed' || !only('exists')) return delivery
    const refused = { bundle: this.#bundle, messages: delivery.messages, deadline: this.#deadline }
    const { there, conflicts } = await proveThere(refused, this.#services, this.#diagnostics)
    this.#conflicts = conflicts
    if (there === undefined) return delivery
    this.#there = there
    const rest = this.#releases.filter((release) => !there.includes(release))
    if (rest.length === 0) return undefined
    this.#services.context.log.info(
      `${there.length} of ${this.#releases.length} releases are on Maven Central with the same bytes: sending the others`,
    )
    this.#bundle = await this.#cargo.assemble(new Set(rest.map(formatCoordinates)))
    const share = `The bundle: ${this.#cargo.budget.share(footprintOf(this.#bundle.files))}`
    this.#services.context.log.info(share)
    this.#shares.push(share)
    return await this.#deliver()
  }

  async #deliver(): Promise<Delivery> {
    const { inputs, context, portal } = this.#services
    if (portal === undefined) throw new Error('a shipment without a Portal')
    const run = new DeliveryRun(
      {
        publish: inputs.publish,
        until: inputs.waitFor === 'validated' ? 'validated' : 'published',
        waitMs: inputs.timeoutMinutes * 60_000,
        dropFailed: inputs.dropFailed,
      },
      { portal, clock: context.clock, log: context.log, cancelled: context.cancelled, note: (progress) => this.#note(progress) },
    )
    return await run.deliver(this.#parcel())
  }

  #parcel(): Parcel {
    const { inputs } = this.#services
    const { files, purls } = this.#bundle
    const [first] = this.#releases
    const digest = digestOf(files)
    const rehearsal = inputs.dryRun === 'portal'
    const words = inputs.name ?? wordsFor(this.#releases)
    const given = inputs.deploymentId === undefined ? [] : [inputs.deploymentId]
    return {
      name: deploymentName(words, { digest, rehearsal }),
      digest,
      wider: [this.#cargo.wider],
      pathStarting: first === undefined ? '' : `${versionFolder(first)}/`,
      known: [...given, ...this.#history.known],
      purls,
      bundle: () => zipOf(files),
      maxAttempts: inputs.maxAttempts,
      rehearsal,
    }
  }

  async #note(progress: Progress): Promise<void> {
    const { context, inputs } = this.#services
    const { deployment, state } = progress
    this.#state = state
    this.#services.whereabouts.tell(state, deployment ?? this.#deployment)
    if (deployment !== undefined && deployment !== this.#deployment) {
      this.#deployment = deployment
      this.#deadline = context.clock.elapsed() + inputs.timeoutMinutes * 60_000
      context.setOutput('deployment-id', deployment)
    }
    if (inputs.dryRun === 'false') await this.#history.note(progress, { facts: footprintOf(this.#bundle.files) })
    await this.#services.gitHub?.report(state, this.#bundle.purls)
  }

  async #keyIsServed(): Promise<boolean> {
    const { key, context } = this.#services
    if (key === undefined) return false
    context.log.info('Central did not find the key: waiting until a key server serves it, then trying once more')
    await key.settle()
    return await key.waitUntilServed(this.#deadline)
  }

  async #delivered(delivery: Delivery): Promise<Partial<SyncOutcome> & Pick<SyncOutcome, 'state'>> {
    const { inputs, context } = this.#services
    const { deployment, messages, warnings, late } = delivery
    for (const warning of warnings) this.#diagnostics.warning(`the Portal warns: ${warning}`)
    if (inputs.deploymentId !== undefined && inputs.deploymentId !== deployment) {
      this.#diagnostics.warning(`deployment ${inputs.deploymentId} was not continued: it is gone, has failed, or holds other files`)
    }
    if (delivery.state === 'failed') tellRefusal(delivery, this.#bundle.files, this.#diagnostics)
    const published = delivery.state === 'published' && inputs.waitFor === 'available' && inputs.publish
    const unseen = published ? await waitForCentral(this.#services, this.#releases, this.#deadline) : []
    const state = published && unseen.length === 0 ? 'available' : delivery.state
    if (late || unseen.length > 0) tellLate(deployment, state, { onTimeout: inputs.onTimeout, diagnostics: this.#diagnostics })
    const public_ = state === 'publishing' || state === 'published' || state === 'available'
    const footprint = footprintOf(this.#bundle.files)
    if (inputs.dryRun === 'false') {
      const errors = messages.map(({ text }) => text)
      const noted = state === 'available' && !this.#cargo.whole ? 'published' : state
      await this.#history.note({ state: noted, deployment, errors }, { ended: true, facts: footprint })
      // What waits for its approval will be published in this month too.
      if (public_ || state === 'validated') this.#cargo.budget.take(footprint, deployment)
    }
    await this.#services.gitHub?.report(state, this.#bundle.purls)
    const failure = failureIn(this.#diagnostics)
    const conflicts = this.#conflicts.flatMap(({ release, reason }) => rowsOf([release], this.#cargo.identity, reason))
    return {
      state,
      deployment,
      ...(delivery.purls !== undefined && { purls: delivery.purls }),
      messages: [...messages, ...this.#conflicts.map(({ message }) => message)],
      warnings,
      conflicts: [...this.#cargo.conflicts, ...conflicts],
      ...rowsAfter(state, this.#shipped),
      footprint,
      shares: this.#shares,
      ...(inputs.dryRun === 'false' && this.#history.shownAs !== undefined && { record: this.#history.shownAs }),
      ...(public_ && { lastSynced: this.#history.publishedAt(deployment) ?? isoTime(context.clock.now()) }),
      ...(failure !== undefined && { failure }),
    }
  }

  /** Everything was there when the Portal looked: somebody else was faster, or our own earlier run. */
  async #allThere(): Promise<Partial<SyncOutcome> & Pick<SyncOutcome, 'state'>> {
    const { context, inputs } = this.#services
    const isReal = inputs.dryRun === 'false'
    if (isReal) await this.#history.noteThere(this.#cargo.whole)
    context.log.info('nothing to do: everything is already on Maven Central')
    const synced = rowsOf(this.#there, this.#cargo.identity, 'was there already, with the same bytes')
    return {
      state: 'available',
      synced,
      missing: [],
      lastSynced: isoTime(context.clock.now()),
      ...(isReal && this.#history.shownAs !== undefined && { record: this.#history.shownAs }),
      ...(this.#deployment !== undefined && { deployment: this.#deployment }),
    }
  }

  #gaveUp(error: ActionError): Partial<SyncOutcome> & Pick<SyncOutcome, 'state'> {
    const deployment = this.#deployment
    const state = deployment === undefined ? 'rejected' : this.#state
    const record = this.#services.inputs.dryRun === 'false' ? this.#history.shownAs : undefined
    const known = {
      failure: error,
      state,
      missing: rowsOf(this.#releases, this.#cargo.identity, error.message),
      // It was only waited for.
      ...(state === 'published' && { ...rowsAfter(state, this.#shipped), lastSynced: isoTime(this.#services.context.clock.now()) }),
      ...(error instanceof UnexpectedContent && { purls: error.purls }),
      ...(deployment !== undefined && { deployment }),
      ...(record !== undefined && { record }),
    }
    if (!(error instanceof PortalError) || error.kind !== 'quota') return known
    return { ...known, state: 'deferred', missing: [], deferred: rowsOf(this.#releases, this.#cargo.identity, error.message) }
  }

  get #shipped(): Shipped {
    return { identity: this.#cargo.identity, sent: this.#releases, there: this.#there }
  }

  get #releases(): readonly Coordinates[] {
    return this.#bundle.view.components.map(({ coordinates }) => coordinates)
  }
}

/** The limits may also be told as a message of the validation. */
function quotaReached(text: string): PortalFailure {
  return { kind: 'quota', status: undefined, text, retryAfterMs: undefined, maybeDone: false }
}

function wordsFor(releases: readonly Coordinates[]): string {
  const [first] = releases
  if (first === undefined) return ''
  return releases.length === 1 ? formatCoordinates(first) : `${formatCoordinates(first)} and ${releases.length - 1} more`
}
