import { askForPoms, type PomAnswers } from '../../central/comparison.ts'
import { diagnosticOf, type Finding, judgeBundle } from '../../central/preflight.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { type Coordinates, formatCoordinates } from '../../maven/coordinates.ts'
import type { MonthlyBudget } from './budget.ts'
import { endingInTime } from './cancellation.ts'
import { lastSynced, onTheirWay, SyncHistory } from './history.ts'
import { failureIn, type Identity, outcome, type Row, rowsOf, type SyncOutcome } from './outcome.ts'
import { assembleBundle, digestOf, type Footprint, footprintOf, type PreparedBundle } from './prepared-bundle.ts'
import { type PreparedFile, prepareFiles } from './prepared-files.ts'
import { recordsOf } from './records.ts'
import type { Services } from './services.ts'
import { Shipment } from './shipment.ts'
import { collect, verifyRecorded } from './sources/collect.ts'
import type { Collection } from './sources/collection.ts'
import { compareWithCentral, type StandingRequest } from './standing.ts'

/** One version to bring to Central. */
export interface Subject {
  readonly from: readonly string[]
  readonly package?: string | undefined
  readonly version?: string | undefined
  /** What Central was asked for already. */
  readonly poms?: PomAnswers
  /** `ask`: somebody asked for this very version, and what cannot be synced is an error. `catch-up`: it is told, and left. */
  readonly manner: 'ask' | 'catch-up'
  readonly budget: MonthlyBudget
}

/** Brings one version to Central, or tells why not: whatever is wrong with it becomes a diagnostic and part of the outcome. */
export async function syncVersion(subject: Subject, services: Services, diagnostics: Diagnostics): Promise<SyncOutcome> {
  const { inputs, context } = services
  const { include, exclude } = inputs
  const wanted = { workspace: context.workspace, from: subject.from, package: subject.package, version: subject.version, include, exclude }
  using collection = await collect(wanted, diagnostics)
  await tellLeftOut(collection, services)
  return await new VersionSync(subject, collection, services, diagnostics).run()
}

class VersionSync {
  readonly #subject: Subject
  readonly #collection: Collection
  readonly #services: Services
  readonly #diagnostics: Diagnostics
  readonly #identity: Identity
  #known: Partial<SyncOutcome> = {}

  constructor(subject: Subject, collection: Collection, services: Services, diagnostics: Diagnostics) {
    this.#subject = subject
    this.#collection = collection
    this.#services = services
    this.#diagnostics = diagnostics
    this.#identity = identityOf(subject, collection)
  }

  async run(): Promise<SyncOutcome> {
    const releases = this.#collection.components.map(({ coordinates }) => coordinates)
    this.#know({ releases })
    this.#tellIneligible()
    if (this.#diagnostics.errors.length > 0)
      return this.#end(this.#collection.ineligible.length > 0 && releases.length === 0 ? 'ineligible' : 'rejected')
    if (releases.length === 0) return this.#end('ineligible')

    const { files, poms } = await this.#prepare(releases)
    const digest = digestOf(files)
    const history = this.#history(files, digest)
    const rest = await this.#compare({ files, poms, digest, history })
    if (rest.length === 0) return await this.#nothingToDo(history)

    const bundle = await this.#assemble(files, new Set(rest.map(formatCoordinates)))
    const findings = this.#judge(bundle)
    const footprint = footprintOf(bundle.files)
    const share = this.#subject.budget.share(footprint)
    const label = this.#subject.manner === 'ask' ? 'The bundle' : `${this.#identity.package ?? ''} ${this.#identity.version ?? ''}`
    const shown = `${label}: ${share}`
    const plan = { footprint, shares: [shown], purls: bundle.purls, missing: rowsOf(rest, this.#identity, 'is not on Maven Central yet') }
    this.#know({ findings })
    if (this.#diagnostics.errors.length > 0) return this.#end('rejected', plan)
    const tight = this.#subject.manner === 'catch-up' ? this.#refusal(footprint) : undefined
    if (tight !== undefined) return this.#end('deferred', { deferred: [...this.#deferred, ...rowsOf(rest, this.#identity, tight)] })
    this.#know(plan)
    this.#services.context.log.info(shown)
    if (this.#services.inputs.dryRun === 'true') {
      this.#subject.budget.take(footprint)
      await this.#services.key?.settle()
      return this.#end('planned')
    }

    const assemble = (chosen: ReadonlySet<string>) => this.#assemble(files, chosen)
    const shipment = new Shipment(
      {
        bundle,
        wider: digest,
        identity: this.#identity,
        conflicts: this.#known.conflicts ?? [],
        whole: this.#isWhole(),
        assemble,
        budget: this.#subject.budget,
        share: shown,
      },
      history,
      this.#services,
      this.#diagnostics,
    )
    const shipped = { ...outcome('uploading', this.#known), ...(await shipment.ship()) }
    // Who asked for this very version is told that it was not sent.
    if (this.#subject.manner === 'catch-up' || shipped.state !== 'deferred') return shipped
    return { ...shipped, state: 'rejected', missing: shipped.deferred, deferred: this.#deferred }
  }

  /** Hashes and signs while Central is asked what it has. */
  async #prepare(releases: readonly Coordinates[]): Promise<{ files: readonly PreparedFile[]; poms: PomAnswers }> {
    const { inputs, context, central, key, publicKeys } = this.#services
    const known: PomAnswers = this.#subject.poms ?? new Map()
    const unasked = releases.filter((release) => !known.has(formatCoordinates(release)))
    const preparing = Promise.all([
      prepareFiles(this.#collection, {
        signer: key?.key.then(({ signer }) => signer),
        publicKeys,
        rehearsal: inputs.dryRun === 'true',
        placeholders: new Set([
          ...(inputs.placeholderJavadoc ? (['javadoc'] as const) : []),
          ...(inputs.placeholderSources ? (['sources'] as const) : []),
        ]),
      }),
      askForPoms(central, unasked),
    ])
    const [files, poms] = await endingInTime(preparing, context.cancelled, 0)
    const collected = files.flatMap(({ collected: file, digests }) => (file === undefined ? [] : [{ file, digests }]))
    verifyRecorded(
      collected.map(({ file }) => file),
      collected.map(({ digests }) => digests),
      this.#diagnostics,
    )
    return { files, poms: new Map([...known, ...poms]) }
  }

  /** The releases that are not on Central. */
  async #compare(known: Pick<StandingRequest, 'files' | 'poms' | 'digest' | 'history'>): Promise<readonly Coordinates[]> {
    const request = { ...known, collection: this.#collection, identity: this.#identity, strict: this.#subject.manner === 'ask' }
    const { missing, conflicts, untold } = await compareWithCentral(request, this.#services, this.#diagnostics)
    this.#know({ conflicts, deferred: untold })
    return missing
  }

  /** Why a bundle does not fit into the month; one whose deployment is being published is counted in it already. */
  #refusal(footprint: Footprint): string | undefined {
    const { budget } = this.#subject
    const begun = this.#collection.records.flatMap(({ record }) => onTheirWay(record))
    return budget.counts(begun) ? undefined : budget.refusal(footprint)
  }

  get #deferred(): readonly Row[] {
    return this.#known.deferred ?? []
  }

  /** Whether what is sent and what was found equal are all of the version. */
  #isWhole(): boolean {
    const { excluded, records } = this.#collection
    return (this.#known.conflicts ?? []).length + this.#deferred.length === 0 && (excluded.length === 0 || records.length === 0)
  }

  async #nothingToDo(history: SyncHistory): Promise<SyncOutcome> {
    if (this.#diagnostics.errors.length > 0) return this.#end('rejected')
    const { context, inputs } = this.#services
    const conflicts = this.#known.conflicts ?? []
    const state = this.#deferred.length > 0 ? 'deferred' : conflicts.length > 0 ? 'publishing' : 'available'
    context.log.info(`nothing to do: everything is ${state === 'publishing' ? 'on its way to' : 'already on'} Maven Central`)
    const noted = inputs.dryRun === 'false' && this.#isWhole()
    if (noted) await history.noteAvailable()
    const seen = lastSynced(this.#collection.records.flatMap(({ record }) => record.syncs))
    const isKept = noted || (inputs.dryRun === 'false' && this.#collection.records.length > 0)
    return this.#end(state, {
      ...(seen !== undefined && { lastSynced: seen }),
      ...(isKept && history.shownAs !== undefined && { record: history.shownAs }),
    })
  }

  #assemble(files: readonly PreparedFile[], chosen: ReadonlySet<string>): Promise<PreparedBundle> {
    const { central, inputs } = this.#services
    return assembleBundle({ collection: this.#collection, files, chosen, central, maximumBytes: inputs.maxBundleMegabytes * 1024 * 1024 })
  }

  #judge({ view }: PreparedBundle): readonly Finding[] {
    const findings = judgeBundle(view)
    for (const finding of findings) {
      const { severity, message, ...details } = diagnosticOf(finding)
      this.#diagnostics[severity](message, details)
    }
    return findings
  }

  #tellIneligible(): void {
    for (const { coordinates, package: name, version, reason } of this.#collection.ineligible) {
      const what = coordinates ?? `version '${version ?? '?'}' of package '${name ?? '?'}'`
      const row = { ...(name !== undefined && { package: name }), ...(version !== undefined && { version }), reason }
      this.#know({ ineligible: [...(this.#known.ineligible ?? []), { ...row, ...(coordinates !== undefined && { coordinates }) }] })
      if (this.#subject.manner === 'ask') this.#diagnostics.error(`${what} cannot be synced: it ${reason}`)
      else this.#services.context.log.info(`${what} is not eligible: it ${reason}`)
    }
  }

  #history(files: readonly PreparedFile[], digest: string): SyncHistory {
    const { context, inputs } = this.#services
    const records = recordsOf(this.#collection, { files, digest }, context)
    return new SyncHistory(records, inputs.portalUrl, context.clock)
  }

  #know(known: Partial<SyncOutcome>): void {
    this.#known = { ...this.#known, ...known }
  }

  #end(state: SyncOutcome['state'], known: Partial<SyncOutcome> = {}): SyncOutcome {
    const failure = failureIn(this.#diagnostics)
    return outcome(state, { ...this.#known, ...known, ...(failure !== undefined && { failure }) })
  }
}

function identityOf({ package: name, version }: Subject, { records }: Collection): Identity {
  const [first] = records
  const named = { package: name ?? first?.record.package.name, version: version ?? first?.record.version.name }
  return { ...(named.package !== undefined && { package: named.package }), ...(named.version !== undefined && { version: named.version }) }
}

async function tellLeftOut({ leftOut, excluded }: Collection, { context: { log } }: Services): Promise<void> {
  if (leftOut.length + excluded.length === 0) return
  await log.group(`${leftOut.length + excluded.length} left out`, async () => {
    for (const { shownAs, reason } of leftOut) log.info(`left out: ${shownAs}: ${reason}`)
    for (const coordinates of excluded) log.info(`left out: ${formatCoordinates(coordinates)}: the inputs 'include' and 'exclude' say so`)
  })
}
