import { waitUntilAvailable } from '../../central/availability.ts'
import { askForPoms, type Comparison, compareFiles, comparePom, type PomAnswers } from '../../central/comparison.ts'
import { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { formatCoordinates } from '../../maven/coordinates.ts'
import type { Repository } from '../../repositories/repository.ts'
import { MonthlyBudget } from './budget.ts'
import { recordInRepository, SyncHistory, seenAvailable } from './history.ts'
import { failureIn, type Identity, outcome, type Row, rowsOf, type SyncOutcome } from './outcome.ts'
import { needsOf, oldestFirst, type PublishedVersion, parentsFirst, publishedVersion } from './published-version.ts'
import { publishedRecords, repositoryIn } from './records.ts'
import { firstAvailabilityPause, type Services } from './services.ts'
import { Choice } from './sources/choice.ts'
import { findPlace } from './sources/place.ts'
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
  return await new Resync({ repository, from, budget }, services).run(wanted)
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

  async run(versions: readonly PublishedVersion[]): Promise<SyncOutcome> {
    const { context } = this.#services
    for (const version of versions) {
      if (version.ineligible === undefined) continue
      context.log.info(`version '${version.version}' of package '${version.package}' is not eligible: it ${version.ineligible}`)
      this.#ineligible.push({ ...identityOf(version), reason: version.ineligible })
    }
    const eligible = versions.filter(({ releases }) => releases.length > 0)
    const asked = eligible.filter(({ record }) => this.#services.inputs.compare === 'all' || !seenAvailable(record))
    context.log.info(`${eligible.length} versions, ${eligible.length - asked.length} of which are known to be on Maven Central`)
    const answers = new Map(await Promise.all(asked.map(async (version) => [version, await this.#ask(version)] as const)))
    const missing: PublishedVersion[] = []
    for (const version of asked) {
      const answer = answers.get(version)
      if (answer !== undefined && (await this.#judge(version, answer.comparisons))) missing.push(version)
    }
    const needs = new Map(
      await Promise.all(missing.map(async (version) => [version, await needsOf(version, this.#place.repository)] as const)),
    )
    for (const version of missing) for (const { coordinates } of version.releases) this.#absent.add(formatCoordinates(coordinates))
    for (const version of parentsFirst(oldestFirst(missing), needs)) {
      if (context.cancelled.aborted) break
      await this.#sync(version, answers.get(version)?.poms ?? new Map(), needs.get(version) ?? new Set())
    }
    if (missing.length === 0) context.log.info('nothing to do: Maven Central lacks nothing that it could be brought')
    return this.#end(eligible.length)
  }

  async #ask({ releases }: PublishedVersion): Promise<{ poms: PomAnswers; comparisons: readonly Comparison[] }> {
    const { central, inputs } = this.#services
    const poms = await askForPoms(
      central,
      releases.map(({ coordinates }) => coordinates),
    )
    const comparisons = await Promise.all(
      releases.map((release) =>
        inputs.compare === 'all' ? compareFiles(central, release, poms) : comparePom(release.coordinates, release.files, poms),
      ),
    )
    return { poms, comparisons }
  }

  /** Whether something of the version is to be brought to Central now. What is there, differs or is unknown is noted. */
  async #judge(version: PublishedVersion, comparisons: readonly Comparison[]): Promise<boolean> {
    const { inputs, context } = this.#services
    const releases = version.releases.map(({ coordinates }) => coordinates)
    const states = new Set(comparisons.map(({ state }) => state))
    if (states.has('unknown')) {
      this.#deferred.push(...rowsOf(releases, identityOf(version), 'Maven Central did not tell what it has: the next run asks again'))
      return false
    }
    if (states.has('missing')) return true
    if (states.size === 1 && states.has('equal')) {
      if (inputs.dryRun === 'false' && version.whole) await this.#history(version).noteAvailable()
      return false
    }
    for (const [index, { state, differing, lacking }] of comparisons.entries()) {
      if (state === 'equal') continue
      const reason = `is on Maven Central ${state === 'different' ? 'with other bytes' : 'without'}: ${[...differing, ...lacking].join(', ')}`
      const rows = rowsOf(releases.slice(index, index + 1), identityOf(version), reason)
      this.#conflicts.push(...rows)
      for (const { coordinates } of rows)
        context.diagnostics.warning(`${coordinates} ${reason}`, { hint: 'What is on Central never changes.' })
    }
    return false
  }

  async #sync(version: PublishedVersion, poms: PomAnswers, needs: ReadonlySet<string>): Promise<void> {
    const { context } = this.#services
    const { budget, from } = this.#place
    const releases = version.releases.map(({ coordinates }) => coordinates)
    const lacking = releases.filter((release) => poms.get(formatCoordinates(release)) === 'missing')
    const full = this.#full ?? budget.refusal()
    if (full !== undefined) return void this.#deferred.push(...rowsOf(lacking, identityOf(version), full))
    const waiting = await this.#missingNeeds(needs)
    if (waiting.length > 0) {
      const reason = `needs ${waiting.join(', ')}, which Maven Central does not show yet: the next run tries again`
      return void this.#deferred.push(...rowsOf(lacking, identityOf(version), reason))
    }
    const diagnostics = new Diagnostics()
    const subject = { from: [from], package: version.package, version: version.version, poms, manner: 'catch-up' as const, budget }
    const done = await this.#attempt(() => syncVersion(subject, this.#services, diagnostics))
    for (const { severity, message, ...details } of diagnostics.all) {
      context.diagnostics[severity](`${version.package} ${version.version}: ${message}`, details)
    }
    this.#outcomes.push(done)
    const { failure } = done
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
    for (const name of releases.map(formatCoordinates)) {
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
    const { central, context, inputs } = this.#services
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
    const { clock, cancelled: signal } = context
    const deadline = clock.elapsed() + inputs.timeoutMinutes * 60_000
    const firstPauseMs = firstAvailabilityPause(inputs.centralUrl)
    return (await waitUntilAvailable({ central, releases, clock, deadline, firstPauseMs, signal })).map(formatCoordinates)
  }

  #history({ document, record }: PublishedVersion): SyncHistory {
    const { context, inputs } = this.#services
    return new SyncHistory([recordInRepository(this.#place.repository, document, record)], inputs.portalUrl, context.clock)
  }

  #end(eligible: number): SyncOutcome {
    const all = <T>(list: (one: SyncOutcome) => readonly T[]): readonly T[] => this.#outcomes.flatMap(list)
    const last = this.#outcomes.findLast(({ deployment }) => deployment !== undefined)
    const deferred = [...this.#deferred, ...all((one) => one.deferred)]
    const failure = failureIn(this.#services.context.diagnostics)
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
      ineligible: [...this.#ineligible, ...all((one) => one.ineligible)],
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
