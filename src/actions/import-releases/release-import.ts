import { isoTime } from '../../core/clock.ts'
import { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { type ReleaseVerdict, verifyRelease } from '../../github/assets/verification.ts'
import type { SourceRepository } from '../../github/source-model.ts'
import type { VersionMetadata } from '../../model/metadata.ts'
import type { RecordedAsset, RecordedOrigin } from '../../model/version-record.ts'
import type { Plan } from '../../publication/plan.ts'
import { publishVersion } from '../../publication/publication.ts'
import type { Document } from '../../repositories/repository.ts'
import { type ReleaseChange, settled } from './changes.ts'
import { type ImportedRelease, importedRelease, versionFingerprint } from './import-state.ts'
import type { FoundRecord, Inventory } from './inventory.ts'
import { packageMetadata, versionMetadata } from './mapping.ts'
import { arrivalOf, type Fetched, type ReceivedRelease } from './received-release.ts'
import { filesOf, type ReleaseFiles } from './release-files.ts'
import { droppedOf, type Part, partsOf, receivedAsset } from './release-parts.ts'
import type { Services } from './services.ts'
import { TargetFailure } from './target-failure.ts'

/** A release to bring into the target, whose assets have arrived. */
export interface ReleaseWork {
  readonly repository: SourceRepository
  readonly package: string
  readonly change: ReleaseChange
  /** The commit of its tag; absent when it was not read, or the tag is not there. */
  readonly commit?: string
  /** The package's. */
  readonly documents: readonly Document[]
}

/** What publishing takes besides a release. */
export interface PublishingSurroundings {
  readonly services: Services
  readonly inventory: Inventory
  /** One publication after another: each takes the target's lock. */
  readonly publish: <T>(work: () => Promise<T>) => Promise<T>
}

/** What was wrong with the writing, not with the release: the next one would fare no better. */
const wider: ReadonlySet<string> = new Set(['unavailable', 'timeout'])

/**
 * Verifies a release and publishes it, or stages a draft, in one step. Gives what the state is to say of it, or undefined when it raised alarms. Throws
 * with every reason why nothing of it was published.
 */
export async function importRelease(
  work: ReleaseWork,
  received: Pick<ReceivedRelease, 'fetched' | 'present'>,
  surroundings: PublishingSurroundings,
): Promise<ImportedRelease | undefined> {
  const { services, inventory } = surroundings
  const change = settled(work.change, new Map(received.fetched.map(({ asset, bytes }) => [asset.id, bytes.digests.sha256])))
  const row = { repository: work.repository.fullName, package: work.package, version: change.version }
  for (const alarm of change.alarms) services.ledger.alarm({ ...row, ...alarm })
  if (change.kind === 'alarm') return undefined
  if (change.kind !== 'import' && change.kind !== 'update') {
    services.ledger.add('unchanged', row)
    return refreshed(change)
  }
  const publication = new ReleasePublication({ ...work, change }, surroundings)
  const wanted = new Set(change.fetch.map(({ asset }) => asset.name))
  const plan = await publication.publish(
    { ...received, fetched: received.fetched.filter(({ asset }) => wanted.has(asset.name)) },
    await inventory.currentRecordOf(work.package, change.version),
  )
  services.context.log.info(
    `${plan.published ? 'imported' : 'staged'}: ${work.package} ${change.version}, from ${work.repository.fullName} ${change.release.tag}`,
  )
  services.ledger.adopted(received.present.length)
  services.ledger.add('imported', { ...row, ...reasonOf(work.change, plan) })
  if (plan.recordDocument !== undefined) services.ledger.wrote(services.target.locate(plan.recordDocument.path))
  await clearAway(work, received.fetched, { plan, services })
  return publication.imported(plan)
}

function reasonOf({ kind, reason }: ReleaseChange, { published }: Plan): { readonly reason?: string } {
  if (kind === 'import') return published ? {} : { reason: 'staged: it is a draft' }
  return reason === undefined ? {} : { reason }
}

/** Removes what arrived and was read, not moved: signatures and checksums. */
async function clearAway(
  { repository, change }: ReleaseWork,
  received: readonly Fetched[],
  { plan, services: { target, host } }: { readonly plan: Plan; readonly services: Services },
): Promise<void> {
  const moved = new Set(plan.moves.map(({ from }) => from))
  for (const { arrival, asset } of received) {
    await arrival[Symbol.asyncDispose]()
    if (!moved.has(arrival.path)) await target.discardArrivals(arrivalOf(host, repository, change, asset))
  }
}

/** What the state says of a release whose ids or times changed, and nothing else. */
export function refreshed({ known, release, kept }: ReleaseChange): ImportedRelease | undefined {
  if (known === undefined) return undefined
  const listed = new Map(kept.map((each) => [each.known.name, each.asset]))
  const assets = known.assets.map((was) => {
    const asset = listed.get(was.name)
    if (asset === undefined || asset.archive !== undefined) return was
    const { digest: _, ...rest } = was
    return { ...rest, id: asset.id, updated: asset.updatedAt, ...(asset.digest !== undefined && { digest: asset.digest }) }
  })
  return { ...known, id: release.id, tag: release.tag, assets }
}

/** What GitHub alone says of a version, and of a package: where it says nothing any more, nothing is said. */
const unsaid = { description: undefined, released: undefined, releaseNotes: undefined, prerelease: undefined }
const unsaidOfPackage = {
  description: undefined,
  labels: undefined,
  licenses: undefined,
  websiteUrl: undefined,
  issueTrackerUrl: undefined,
}

/** What came out about a release, and what was known. */
interface Findings extends Pick<ReleaseFiles, 'paths'> {
  readonly verdict: ReleaseVerdict | undefined
  readonly found: FoundRecord | undefined
  readonly dropped: readonly RecordedAsset[]
}

class ReleasePublication {
  readonly #work: ReleaseWork
  readonly #services: Services
  readonly #publish: PublishingSurroundings['publish']

  constructor(work: ReleaseWork, { services, publish }: PublishingSurroundings) {
    this.#work = work
    this.#services = services
    this.#publish = publish
  }

  async publish(received: Pick<ReceivedRelease, 'fetched' | 'present'>, found: FoundRecord | undefined): Promise<Plan> {
    const { repository, package: name, change } = this.#work
    const { target, context } = this.#services
    const dropped = droppedOf(change, received.fetched, found)
    const parts = await partsOf(change, received, { target, found, dropped })
    const verdict = received.fetched.length + received.present.length === 0 ? undefined : await this.#verify(parts)
    const diagnostics = new Diagnostics()
    const identity = { fullName: repository.fullName, package: name, version: change.version }
    const roleOf = (part: Part) => verdict?.roles.get(part.name)?.role ?? part.recorded?.role
    const placed = await filesOf(parts, { identity, found, roleOf, services: this.#services }, diagnostics)
    rejectIf(diagnostics)
    const droppedPaths = new Set(dropped.flatMap(({ path }) => path ?? []))
    const wanted = {
      package: { ...(unsaidOfPackage as object), ...packageMetadata(repository, name), name },
      metadata: { ...(unsaid as object), ...this.#metadata(), name: change.version },
      files: placed.files,
      signer: undefined,
      origin: this.#origin(parts, { ...placed, verdict, found, dropped }),
      replaces: placed.replaces,
      ...(found?.state === 'staged' ? { drops: droppedPaths } : { withdraws: droppedPaths }),
      documents: this.#work.documents,
    }
    try {
      return await this.#publish(() => publishVersion(target, wanted, this.#request(), context))
    } catch (error) {
      if (error instanceof ActionError && wider.has(error.code)) throw TargetFailure.of(error)
      throw error
    }
  }

  imported({ record, published }: Plan): ImportedRelease | undefined {
    const imported = importedRelease(record, published ? 'published' : 'staged')
    return imported && { ...imported, tag: this.#work.change.release.tag, metadata: versionFingerprint(this.#metadata()) }
  }

  #metadata(): VersionMetadata {
    const { change, commit } = this.#work
    return versionMetadata(change.release, change.version, commit)
  }

  #request() {
    const { rules, type } = this.#services
    return {
      repository: {},
      type,
      updateExisting: false,
      // Of jobs that import side by side one writes what belongs to all.
      writesRepositoryDocument: rules.shard === undefined || rules.shard.index === 1,
      publish: !this.#work.change.release.draft,
      override: false,
      // A release may get assets at any time.
      updateWindowDays: Number.POSITIVE_INFINITY,
      replacing: 'No import that is recorded wrote it: move it away, and run again.',
    }
  }

  async #verify(parts: ReadonlyMap<string, Part>): Promise<ReleaseVerdict> {
    const verdict = await verifyRelease([...parts.values()].filter(isCheckable).map(receivedAsset), this.#services.trust)
    const diagnostics = new Diagnostics()
    for (const { message, hint } of verdict.problems) diagnostics.error(message, hint === undefined ? {} : { hint })
    if (diagnostics.errors.length > 0) await dropUnproven(parts)
    rejectIf(diagnostics)
    const { repository, change } = this.#work
    for (const notice of verdict.notices) this.#services.context.diagnostics.notice(`${repository.fullName} ${change.version}: ${notice}`)
    return verdict
  }

  #origin(parts: ReadonlyMap<string, Part>, { paths, verdict, found, dropped }: Findings): RecordedOrigin {
    const { repository, change } = this.#work
    const earlier = found?.record.origin?.assets.filter((asset) => !dropped.includes(asset)) ?? []
    const unkept = earlier.filter(({ name, path }) => path === undefined && !parts.has(name))
    const assets = [...unkept, ...[...parts.values()].map((part) => this.#recorded(part, paths.get(part.name), verdict))]
    return {
      url: change.release.htmlUrl,
      host: this.#services.host,
      repository: repository.fullName,
      release: change.release.id,
      assets: assets.sort((a, b) => (a.name < b.name ? -1 : 1)),
    }
  }

  #recorded(part: Part, path: string | undefined, verdict: ReleaseVerdict | undefined): RecordedAsset {
    const { name, size, digests, asset, fetched, recorded } = part
    // GitHub lists it no more: what was recorded stays.
    if (asset === undefined && recorded !== undefined) return recorded
    const { role, checks } = verdict !== undefined && isCheckable(part) ? verdictOn(name, verdict) : (recorded ?? unchecked)
    const earlier = this.#earlier(part)
    return {
      id: asset?.id ?? 0,
      name,
      size,
      ...(asset?.digest !== undefined && { digest: asset.digest }),
      updated: asset?.updatedAt ?? '',
      ...(path !== undefined && { path }),
      sha256: fetched === undefined && recorded !== undefined ? recorded.sha256 : digests.sha256,
      ...(role !== undefined && role !== 'payload' && { role }),
      checks,
      ...(earlier.length > 0 && { earlier }),
    }
  }

  /** The bytes that it had before: a rolling release's past. What was staged only nobody has seen. */
  #earlier({ fetched, recorded, digests }: Part): NonNullable<RecordedAsset['earlier']> {
    const before = recorded?.earlier ?? []
    const wasPublished = this.#work.change.known?.state === 'published'
    if (fetched === undefined || recorded === undefined || recorded.sha256 === digests.sha256 || !wasPublished) return before
    const { sha256, size } = recorded
    return [...before, { sha256, size, replaced: isoTime(this.#services.context.clock.now()) }]
  }
}

/** What is recorded of an archive of the source: it is nobody's but GitHub's, and changes with its packing. */
const unchecked: Pick<RecordedAsset, 'role' | 'checks'> = {
  role: 'source-archive',
  checks: [{ kind: 'github-digest', state: 'unverified' }],
}

/** Without GitHub's digest a file may be wrong only here, where an earlier run left its beginning: it is fetched anew. */
async function dropUnproven(parts: ReadonlyMap<string, Part>): Promise<void> {
  for (const { fetched } of parts.values()) if (fetched !== undefined && fetched.asset.digest === undefined) await fetched.arrival.restart()
}

function verdictOn(name: string, { roles, checks }: ReleaseVerdict): Pick<RecordedAsset, 'role' | 'checks'> {
  const role = roles.get(name)?.role
  return { ...(role !== undefined && { role }), checks: checks.get(name) ?? [] }
}

/** Whether the bytes that are here are those of an asset: a Maven repository writes checksum files in its own form. */
function isCheckable({ asset, fetched, recorded, digests }: Part): boolean {
  if (asset === undefined || asset.archive !== undefined) return false
  return fetched !== undefined || recorded === undefined || recorded.sha256 === digests.sha256
}

function rejectIf({ errors }: Diagnostics): void {
  const [first] = errors
  if (first === undefined) return
  const message = errors.map((error) => error.message).join('; ')
  throw new ActionError('rejected', message, first.hint === undefined ? {} : { hint: first.hint })
}
