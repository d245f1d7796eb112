import { askForPoms, type ComparedFile, compareFiles, type PomAnswers } from '../../central/comparison.ts'
import { findDeployments } from '../../central/deployment-search.ts'
import { diagnosticOf, type Finding, judgeBundle } from '../../central/preflight.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { type Coordinates, formatCoordinates } from '../../maven/coordinates.ts'
import { versionFolder } from '../../maven/layout.ts'
import type { MonthlyBudget } from './budget.ts'
import { lastSynced, SyncHistory } from './history.ts'
import { failureIn, type Identity, outcome, type Row, rowsOf, type SyncOutcome } from './outcome.ts'
import { assembleBundle, digestOf, footprintOf, type PreparedBundle } from './prepared-bundle.ts'
import { type PreparedFile, prepareFiles } from './prepared-files.ts'
import { recordsOf } from './records.ts'
import type { Services } from './services.ts'
import { Shipment } from './shipment.ts'
import { collect, verifyRecorded } from './sources/collect.ts'
import type { Collection } from './sources/collection.ts'

// Central's servers show what is published within the hour, mostly; some took several (central.md 5).
const propagationMs = 6 * 3_600_000

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
    const rest = await this.#compare(files, poms, { digest, history })
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
    const tight = this.#subject.manner === 'catch-up' ? this.#subject.budget.refusal(footprint) : undefined
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
    const { inputs, central, key, publicKeys } = this.#services
    const known: PomAnswers = this.#subject.poms ?? new Map()
    const unasked = releases.filter((release) => !known.has(formatCoordinates(release)))
    const [files, poms] = await Promise.all([
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
    const collected = files.flatMap(({ collected: file, digests }) => (file === undefined ? [] : [{ file, digests }]))
    verifyRecorded(
      collected.map(({ file }) => file),
      collected.map(({ digests }) => digests),
      this.#diagnostics,
    )
    return { files, poms: new Map([...known, ...poms]) }
  }

  /** The releases that are not on Central. What is there with other bytes is a conflict. */
  async #compare(
    files: readonly PreparedFile[],
    poms: PomAnswers,
    past: { readonly digest: string; readonly history: SyncHistory },
  ): Promise<readonly Coordinates[]> {
    const { central, context } = this.#services
    const compared = await Promise.all(
      this.#collection.components.map(async ({ coordinates }) => {
        const own = files.filter((file) => file.coordinates === coordinates && file.kind === 'artifact').map(comparedFile)
        return { coordinates, comparison: await compareFiles(central, { coordinates, files: own }, poms) }
      }),
    )
    const origins = new Map(files.map(({ path, collected }) => [path, collected?.shownAs]))
    const isThere = (name: string) => poms.get(name) !== 'unknown'
    const onItsWay = compared.some(({ comparison: { state } }) => state === 'incomplete') && (await this.#isOnItsWay(past))
    for (const { coordinates, comparison } of compared) {
      const { state, differing, lacking } = comparison
      const name = formatCoordinates(coordinates)
      if (state === 'equal') context.log.info(`${name} is already on Maven Central, with the same bytes`)
      if (state === 'unknown' && isThere(name)) this.#untold(coordinates)
      else if (state === 'unknown') context.log.info(`whether ${name} is on Maven Central could not be learnt: the Portal will tell`)
      if (state === 'different')
        this.#conflict(
          coordinates,
          `is on Maven Central with other bytes: ${differing.map(nameOf).join(', ')}`,
          origins.get(differing[0] ?? ''),
        )
      if (state !== 'incomplete') continue
      const reason = `is on Maven Central without ${lacking.map(nameOf).join(', ')}`
      if (onItsWay) this.#incomplete(coordinates, reason)
      else this.#conflict(coordinates, reason, origins.get(lacking[0] ?? ''))
    }
    const toSend = compared.filter(
      ({ coordinates, comparison: { state } }) => state === 'missing' || (state === 'unknown' && !isThere(formatCoordinates(coordinates))),
    )
    return toSend.map(({ coordinates }) => coordinates)
  }

  #conflict(coordinates: Coordinates, reason: string, file: string | undefined): void {
    const details = {
      hint: 'What is on Central never changes: release it under a new version.',
      ...(file !== undefined && { location: { file } }),
    }
    const tell = this.#subject.manner === 'ask' ? 'error' : 'warning'
    this.#diagnostics[tell](`${formatCoordinates(coordinates)} ${reason}`, details)
    this.#know({ conflicts: [...(this.#known.conflicts ?? []), ...rowsOf([coordinates], this.#identity, reason)] })
  }

  /** It is published a short while ago, or just now: Central shows some files before the others. */
  #incomplete(coordinates: Coordinates, reason: string): void {
    this.#diagnostics.warning(`${formatCoordinates(coordinates)} ${reason}`, {
      hint: 'Its deployment is published: Central may show the rest soon. Nothing can be added later: then release a new version.',
    })
    this.#know({ conflicts: [...(this.#known.conflicts ?? []), ...rowsOf([coordinates], this.#identity, reason)] })
  }

  /** Whether a deployment of ours is being published, or was in the last hours, as far as the records and the Portal tell. */
  async #isOnItsWay({ digest, history }: { readonly digest: string; readonly history: SyncHistory }): Promise<boolean> {
    const { portal, context } = this.#services
    if (history.publishedSince(context.clock.now() - propagationMs)) return true
    const [first] = this.#collection.components
    if (portal === undefined || first === undefined) return false
    const pathStarting = `${versionFolder(first.coordinates)}/`
    const found = await findDeployments(portal, { digest, wider: [], pathStarting, known: history.known, rehearsal: false })
    return found.ok && found.value.some(({ state }) => state === 'PUBLISHING' || state === 'PUBLISHED')
  }

  /** Its POM is there, so it cannot be sent again; whether all of it is equal is not known. */
  #untold(coordinates: Coordinates): void {
    const reason = 'is on Maven Central, which did not tell of every file: run again to compare it'
    this.#diagnostics.warning(`${formatCoordinates(coordinates)} ${reason}`)
    this.#know({ deferred: [...this.#deferred, ...rowsOf([coordinates], this.#identity, reason)] })
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

function comparedFile({ path, digests: { sha1 } }: PreparedFile): ComparedFile {
  return { path, sha1 }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
