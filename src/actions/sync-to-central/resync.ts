import { isoTime } from '../../core/clock.ts'
import { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { formatCoordinates } from '../../maven/coordinates.ts'
import type { Repository } from '../../repositories/repository.ts'
import { MonthlyBudget } from './budget.ts'
import { askCentral, type CentralAnswers, conflictsIn, releasesIn, type Verdict, verdictOn } from './central-answers.ts'
import { noteAllAvailable, onTheirWay, seenAvailable } from './history.ts'
import { distinctRows, failureIn, type Identity, outcome, type Row, rowsOf, type SyncOutcome } from './outcome.ts'
import { needsOf, oldestFirst, type PublishedVersion, parentsFirst, publishedVersion } from './published-version.ts'
import { publishedRecords, repositoryIn, stagedVersions } from './records.ts'
import { type Services, waitForCentral } from './services.ts'
import { Choice } from './sources/choice.ts'
import { findPlace } from './sources/place.ts'
import { staged } from './sources/repository-source.ts'
import { VersionChoice } from './version-choice.ts'
import { syncVersion } from './version-sync.ts'

/** Compares every published version of a repository with Central, and brings what is missing: oldest first, one after another. */
export async function resync(services: Services): Promise<SyncOutcome> {
  const { inputs, context } = services
  const [from = ''] = inputs.from
  const place = findPlace(from, context.workspace, context.diagnostics)
  if (place !== undefined && place.kind !== 'repository') {
    context.diagnostics.error(`'${from}' in the input 'from' is no repository: mode 'resync' goes by the records of one`, {
      hint: "Publish into a repository first, or sync a staging directory with mode 'sync'.",
    })
  }
  const versions = new VersionChoice(inputs.versions, context.diagnostics)
  const choice = new Choice(inputs, context.diagnostics)
  context.diagnostics.throwIfErrors()
  const repository = repositoryIn(place?.absolute ?? '', context)
  const records = await publishedRecords(repository)
  const limits = { files: inputs.maxFilesPerMonth, megabytes: inputs.maxMegabytesPerMonth, releases: inputs.maxReleasesPerMonth }
  const budget = new MonthlyBudget(
    limits,
    records.map(({ record }) => record),
    context.clock.now(),
  )
  const published = records
    .map(({ path, record }) => publishedVersion(path, record, choice))
    .filter((one) => inputs.package === undefined || one.package === inputs.package)
  versions.warnOfUnmatched(
    published.map(({ version }) => version),
    context.diagnostics,
  )
  const wanted = published.filter(({ version }) => versions.takes(version))
  const onlyStaged = (await stagedVersions(repository)).filter(
    (one) =>
      (inputs.package === undefined || one.package === inputs.package) &&
      versions.takes(one.version) &&
      !published.some(({ package: name, version }) => name === one.package && version === one.version),
  )
  return await new Resync({ repository, from, budget }, services).run(wanted, onlyStaged.map(staged))
}

interface ResyncPlace {
  readonly repository: Repository
  /** As the user wrote it. */
  readonly from: string
  readonly budget: MonthlyBudget
}

class Resync {
  readonly #place: ResyncPlace
  readonly #services: Services
  readonly #deferred: Row[] = []
  readonly #conflicts: Row[] = []
  readonly #ineligible: Row[] = []
  readonly #outcomes: SyncOutcome[] = []
  /** Releases that are not on Central after their turn, and those that this run has sent: what needs them must wait. */
  readonly #absent = new Set<string>()
  readonly #sent = new Set<string>()
  #full: string | undefined

  constructor(place: ResyncPlace, services: Services) {
    this.#place = place
    this.#services = services
  }

  async run(versions: readonly PublishedVersion[], staged: readonly Row[]): Promise<SyncOutcome> {
    const { context } = this.#services
    const ineligible = versions.flatMap((version) =>
      version.ineligible === undefined ? [] : [{ ...identityOf(version), reason: version.ineligible }],
    )
    for (const row of [...ineligible, ...staged]) {
      context.log.info(`version '${row.version}' of package '${row.package}' is not eligible: it ${row.reason}`)
      this.#ineligible.push(row)
    }
    const eligible = versions.filter(({ releases }) => releases.length > 0)
    const asked = eligible.filter(({ record }) => this.#services.inputs.compare === 'all' || !seenAvailable(record))
    context.log.info(`${eligible.length} versions, ${eligible.length - asked.length} of which are known to be on Maven Central`)
    const answers = new Map(await Promise.all(asked.map(async (version) => [version, await askCentral(version, this.#services)] as const)))
    const judged = (wanted: Verdict) => [...answers].filter(([, answer]) => verdictOn(answer) === wanted)
    await this.#noteAvailable(judged('there').map(([version]) => version))
    for (const [version, answer] of judged('left')) this.#leave(version, answer)
    const missing = judged('missing').map(([version]) => version)
    const needs = new Map(
      await Promise.all(missing.map(async (version) => [version, await needsOf(version, this.#place.repository)] as const)),
    )
    for (const version of missing) for (const { coordinates } of version.releases) this.#absent.add(formatCoordinates(coordinates))
    for (const version of parentsFirst(oldestFirst(missing), needs)) {
      await this.#syncUnlessCancelled(
        version,
        answers.get(version) ?? { poms: new Map(), comparisons: [] },
        needs.get(version) ?? new Set(),
      )
    }
    if (missing.length === 0) context.log.info('nothing to do: Maven Central lacks nothing that it could be brought')
    return this.#end(eligible.length)
  }

  /** Tells what differs, which nobody can change, and leaves for the next run what is not known. */
  #leave(version: PublishedVersion, answers: CentralAnswers): void {
    this.#tellConflicts(version, answers)
    const untold = releasesIn(version, answers, ['missing', 'unknown'])
    this.#deferred.push(...rowsOf(untold, identityOf(version), 'Maven Central did not tell what it has: the next run asks again'))
  }

  async #noteAvailable(versions: readonly PublishedVersion[]): Promise<void> {
    const { inputs, context } = this.#services
    if (inputs.dryRun !== 'false') return
    const whole = versions.filter((version) => version.whole)
    await noteAllAvailable(this.#place.repository, whole, { target: inputs.portalUrl, now: isoTime(context.clock.now()) })
  }

  /** Leaves for another run what a version lacks. */
  #defer(version: PublishedVersion, answers: CentralAnswers, reason: string): void {
    this.#tellConflicts(version, answers)
    this.#deferred.push(...rowsOf(releasesIn(version, answers, ['missing']), identityOf(version), reason))
  }

  /** Of a version whose turn does not come: one that is synced is compared as a whole then. */
  #tellConflicts(version: PublishedVersion, answers: CentralAnswers): void {
    const rows = conflictsIn(version, answers)
    this.#conflicts.push(...rows)
    for (const { coordinates, reason } of rows) {
      this.#services.context.diagnostics.warning(`${coordinates} ${reason}`, { hint: 'What is on Central never changes.' })
    }
  }

  /** A cancelled run still tells what it has done, and what it has not. */
  async #syncUnlessCancelled(version: PublishedVersion, answers: CentralAnswers, needs: ReadonlySet<string>): Promise<void> {
    const { cancelled } = this.#services.context
    try {
      cancelled.throwIfAborted()
      await this.#sync(version, answers, needs)
    } catch (error) {
      if (!cancelled.aborted || !(error instanceof ActionError)) throw error
      this.#defer(version, answers, error.message)
    }
  }

  async #sync(version: PublishedVersion, answers: CentralAnswers, needs: ReadonlySet<string>): Promise<void> {
    const { context } = this.#services
    const { budget, from } = this.#place
    const full = this.#full ?? (budget.counts(onTheirWay(version.record)) ? undefined : budget.refusal())
    if (full !== undefined) return this.#defer(version, answers, full)
    const waiting = await this.#missingNeeds(needs)
    if (waiting.length > 0) {
      const reason = `needs ${waiting.join(', ')}, which Maven Central does not show yet: the next run tries again`
      return this.#defer(version, answers, reason)
    }
    const diagnostics = new Diagnostics()
    const subject = {
      from: [from],
      package: version.package,
      version: version.version,
      poms: answers.poms,
      manner: 'catch-up' as const,
      budget,
    }
    const done = await this.#attempt(() => syncVersion(subject, this.#services, diagnostics))
    for (const { severity, message, ...details } of diagnostics.all) {
      context.diagnostics[severity](`${version.package} ${version.version}: ${message}`, details)
    }
    this.#outcomes.push(done)
    const { failure } = done
    if (context.cancelled.aborted) return
    if (failure !== undefined && done.state !== 'deferred' && diagnostics.errors.length === 0) {
      context.diagnostics.error(
        `${version.package} ${version.version}: ${failure.message}`,
        failure.hint === undefined ? {} : { hint: failure.hint },
      )
    }
    if (done.state === 'deferred' && failure !== undefined) {
      this.#full = failure.message
      const { hint } = failure
      context.diagnostics.warning(`${version.package} ${version.version}: ${failure.message}`, hint === undefined ? {} : { hint })
    }
    const isPublic = done.state === 'publishing' || done.state === 'published' || done.state === 'available' || done.state === 'planned'
    if (!isPublic) return
    for (const name of version.releases.map(({ coordinates }) => formatCoordinates(coordinates))) {
      this.#absent.delete(name)
      if (done.state !== 'available') this.#sent.add(name)
    }
  }

  /** A version that cannot be synced must not keep the others from it. */
  async #attempt(work: () => Promise<SyncOutcome>): Promise<SyncOutcome> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ActionError) || this.#services.context.cancelled.aborted) throw error
      return outcome('rejected', { failure: error })
    }
  }

  /** What has to be on Central before, and is not: neither brought by this run, nor shown in time. */
  async #missingNeeds(needs: ReadonlySet<string>): Promise<readonly string[]> {
    const { context, inputs } = this.#services
    const absent = [...needs].filter((need) => this.#absent.has(need))
    if (absent.length > 0 || inputs.dryRun === 'true') return absent
    const releases = [...needs]
      .filter((need) => this.#sent.has(need))
      .map((need) => {
        const [groupId = '', artifactId = '', version = ''] = need.split(':')
        return { groupId, artifactId, version }
      })
    if (releases.length === 0) return []
    context.log.info(`waiting until Maven Central shows ${releases.map(formatCoordinates).join(', ')}`)
    const deadline = context.clock.elapsed() + inputs.timeoutMinutes * 60_000
    return (await waitForCentral(this.#services, releases, deadline)).map(formatCoordinates)
  }

  #end(eligible: number): SyncOutcome {
    const all = <T>(list: (one: SyncOutcome) => readonly T[]): readonly T[] => this.#outcomes.flatMap(list)
    const last = this.#outcomes.findLast(({ deployment }) => deployment !== undefined)
    const deferred = [...this.#deferred, ...all((one) => one.deferred)]
    const { diagnostics, cancelled } = this.#services.context
    const failure = cancelled.reason instanceof ActionError ? cancelled.reason : failureIn(diagnostics)
    const sum = (amount: 'files' | 'bytes') => this.#outcomes.reduce((total, { footprint }) => total + (footprint?.[amount] ?? 0), 0)
    const furthest =
      last?.state ??
      (eligible === 0
        ? 'ineligible'
        : this.#outcomes.some(({ state }) => state === 'planned')
          ? 'planned'
          : deferred.length > 0
            ? 'deferred'
            : 'available')
    const lastSynced = this.#outcomes.findLast((one) => one.lastSynced !== undefined)?.lastSynced
    // Whoever looks at the state alone must see that something is wrong.
    const bad = this.#outcomes.find((one) => one.failure !== undefined && one.state !== 'deferred')
    return outcome(bad?.state ?? furthest, {
      releases: all((one) => one.releases),
      purls: all((one) => one.purls),
      messages: all((one) => one.messages),
      findings: all((one) => one.findings),
      warnings: all((one) => one.warnings),
      synced: all((one) => one.synced),
      missing: all((one) => one.missing),
      deferred,
      ineligible: distinctRows([...this.#ineligible, ...all((one) => one.ineligible)]),
      shares: all((one) => one.shares),
      conflicts: [...this.#conflicts, ...all((one) => one.conflicts)],
      footprint: { files: sum('files'), bytes: sum('bytes') },
      ...(last?.deployment !== undefined && { deployment: last.deployment }),
      ...(last?.record !== undefined && { record: last.record }),
      ...(lastSynced !== undefined && { lastSynced }),
      ...(failure !== undefined && { failure }),
    })
  }
}

function identityOf({ package: name, version }: PublishedVersion): Identity {
  return { package: name, version }
}
