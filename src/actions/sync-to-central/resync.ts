import { waitUntilAvailable } from '../../central/availability.ts'
import { askForPoms, type Comparison, compareFiles, comparePom, type PomAnswers } from '../../central/comparison.ts'
import { isoTime } from '../../core/clock.ts'
import { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { type Coordinates, formatCoordinates } from '../../maven/coordinates.ts'
import type { Repository } from '../../repositories/repository.ts'
import { MonthlyBudget } from './budget.ts'
import { noteAllAvailable, seenAvailable } from './history.ts'
import { distinctRows, failureIn, type Identity, outcome, type Row, rowsOf, type SyncOutcome } from './outcome.ts'
import { needsOf, oldestFirst, type PublishedVersion, parentsFirst, publishedVersion } from './published-version.ts'
import { publishedRecords, repositoryIn, stagedVersions } from './records.ts'
import { firstAvailabilityPause, type Services } from './services.ts'
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

/** What Central says of a version, the comparisons in the order of its releases. */
interface Answers {
  readonly poms: PomAnswers
  readonly comparisons: readonly Comparison[]
}

/** `missing`: something of it is to be brought; `there`: all of it is on Central; `left`: nothing can be done now. */
type Verdict = 'missing' | 'there' | 'left'

const noAnswers: Answers = { poms: new Map(), comparisons: [] }

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
    const answers = new Map(await Promise.all(asked.map(async (version) => [version, await this.#ask(version)] as const)))
    const states = new Map([...answers].map(([version, { comparisons }]) => [version, this.#judge(version, comparisons)]))
    const inState = (wanted: Verdict) => asked.filter((version) => states.get(version) === wanted)
    await this.#noteAvailable(inState('there'))
    const missing = inState('missing')
    const needs = new Map(
      await Promise.all(missing.map(async (version) => [version, await needsOf(version, this.#place.repository)] as const)),
    )
    for (const version of missing) for (const { coordinates } of version.releases) this.#absent.add(formatCoordinates(coordinates))
    for (const version of parentsFirst(oldestFirst(missing), needs)) {
      if (context.cancelled.aborted) break
      await this.#sync(version, answers.get(version) ?? noAnswers, needs.get(version) ?? new Set())
    }
    if (missing.length === 0) context.log.info('nothing to do: Maven Central lacks nothing that it could be brought')
    return this.#end(eligible.length)
  }

  async #ask({ releases }: PublishedVersion): Promise<Answers> {
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

  /** What is to be done about a version. What differs is told at once, unless its turn comes: then it is compared as a whole. */
  #judge(version: PublishedVersion, comparisons: readonly Comparison[]): Verdict {
    const states = new Set(comparisons.map(({ state }) => state))
    if (states.has('missing') && !states.has('unknown')) return 'missing'
    if (states.size === 1 && states.has('equal')) return 'there'
    this.#tellConflicts(version, comparisons)
    const untold = releasesIn(version, comparisons, ['missing', 'unknown'])
    this.#deferred.push(...rowsOf(untold, identityOf(version), 'Maven Central did not tell what it has: the next run asks again'))
    return 'left'
  }

  async #noteAvailable(versions: readonly PublishedVersion[]): Promise<void> {
    const { inputs, context } = this.#services
    if (inputs.dryRun !== 'false') return
    const whole = versions.filter((version) => version.whole)
    await noteAllAvailable(this.#place.repository, whole, { target: inputs.portalUrl, now: isoTime(context.clock.now()) })
  }

  #tellConflicts(version: PublishedVersion, comparisons: readonly Comparison[]): void {
    for (const [index, { state, differing, lacking }] of comparisons.entries()) {
      if (state !== 'different' && state !== 'incomplete') continue
      const reason = `is on Maven Central ${state === 'different' ? 'with other bytes' : 'without'}: ${[...differing, ...lacking].join(', ')}`
      const releases = version.releases.slice(index, index + 1).map(({ coordinates }) => coordinates)
      const rows = rowsOf(releases, identityOf(version), reason)
      this.#conflicts.push(...rows)
      for (const { coordinates } of rows) {
        this.#services.context.diagnostics.warning(`${coordinates} ${reason}`, { hint: 'What is on Central never changes.' })
      }
    }
  }

  /** Leaves for another run what a version lacks. */
  #defer(version: PublishedVersion, { comparisons }: Answers, reason: string): void {
    this.#tellConflicts(version, comparisons)
    this.#deferred.push(...rowsOf(releasesIn(version, comparisons, ['missing']), identityOf(version), reason))
  }

  async #sync(version: PublishedVersion, answers: Answers, needs: ReadonlySet<string>): Promise<void> {
    const { context } = this.#services
    const { budget, from } = this.#place
    const full = this.#full ?? budget.refusal()
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

/** The releases of a version in one of these states. */
function releasesIn(
  { releases }: PublishedVersion,
  comparisons: readonly Comparison[],
  states: readonly Comparison['state'][],
): readonly Coordinates[] {
  return releases.flatMap(({ coordinates }, index) => (states.includes(comparisons[index]?.state ?? 'unknown') ? [coordinates] : []))
}

function identityOf({ package: name, version }: PublishedVersion): Identity {
  return { package: name, version }
}
