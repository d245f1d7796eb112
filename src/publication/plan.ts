import { createHash } from 'node:crypto'
import { Diagnostics } from '../core/diagnostics.ts'
import { ActionError } from '../core/errors.ts'
import type { PackageMetadata, VersionMetadata } from '../model/metadata.ts'
import { serializeRecord } from '../model/record-json.ts'
import { publishedRecord, stagedFile, stagedRecord } from '../model/repository-layout.ts'
import type { RecordedOrigin, RecordedRun, RecordedSignature, VersionRecord } from '../model/version-record.ts'
import type { Change, Document, Move, Upload } from '../repositories/repository.ts'
import { checkWindow, type Decision, type DecisionRules, decide } from './decision.ts'
import { checkOccupancy } from './occupancy.ts'
import { type Companion, companionOf, companionsOf, ownPaths, type PublishableFile, signaturePath } from './publishable-file.ts'
import { mergeRecord } from './record-merge.ts'
import { recordedFile } from './recorded-files.ts'
import { withoutSuperseded } from './superseded.ts'
import type { VersionState } from './version-state.ts'

/** What a run wants: these files of this version, staged or published. */
export interface PlanRequest extends DecisionRules {
  readonly package: PackageMetadata & { readonly name: string }
  readonly metadata: VersionMetadata & { readonly name: string }
  readonly files: readonly PublishableFile[]
  readonly publish: boolean
  /** Lets files that an earlier run staged replace published ones. */
  readonly override: boolean
  /** Paths whose bytes may be replaced, signatures and checksums among them: releases whose assets may change, such as a nightly build. */
  readonly replaces?: ReadonlySet<string>
  /** Staged paths that are wanted no more, signatures and checksums among them; removed. */
  readonly drops?: ReadonlySet<string>
  /** Published paths that are wrong by now, such as checksums of bytes that are replaced; removed where they are the version's. */
  readonly withdraws?: ReadonlySet<string>
  /** Where the version comes from; replaces what its record said before. */
  readonly origin?: RecordedOrigin
  /** The repository as it is written. */
  readonly target: string
  /** The run's time, as records spell it. */
  readonly time: string
  readonly run: RecordedRun
}

/** One file of the plan, with what is to be done and the signature that its record will name. */
export interface PlannedItem {
  readonly file: PublishableFile
  readonly decision: Decision
  readonly signature: RecordedSignature | undefined
}

export interface Plan {
  readonly items: readonly PlannedItem[]
  readonly uploads: readonly Upload[]
  readonly moves: readonly Move[]
  /** Signatures and sidecars. */
  readonly companions: readonly Document[]
  readonly removals: readonly string[]
  readonly record: VersionRecord
  /** The record where it changes. */
  readonly recordDocument: Document | undefined
  /** Whether everything of the version is visible once the plan is done. */
  readonly published: boolean
  readonly notices: readonly string[]
}

/**
 * Compares what is wanted with what is there, and says what has to be done: a pure function of both. Throws `conflict` with every reason why it
 * cannot be done; nothing has been written then.
 */
export function planVersion(request: PlanRequest, found: VersionState): Plan {
  const diagnostics = new Diagnostics()
  const state = withoutSuperseded(found, request)
  const files = incomingFiles(request, state).map((file) => ({ ...file, override: file.override || mayReplace(file.path, request) }))
  checkOccupancy(files, request, { state, diagnostics })
  if (request.publish) checkDamage(files, state, diagnostics)
  const decided = files.map((file) => ({ file, decision: decide(candidateOf(file), state, request, diagnostics) }))
  const builder = new PlanBuilder(request, state, diagnostics)
  // What is published already with the same bytes need not be staged.
  const wanted = decided.filter(({ decision }) => request.publish || decision !== 'unchanged')
  const items = wanted.map(({ file, decision }): PlannedItem => ({ file, decision, signature: builder.add(file, decision) }))
  refuse(diagnostics)
  if (request.publish) builder.clearAway(found)
  else builder.clearDropped(found)

  const nothingToStage = !request.publish && items.length === 0 && state.staged === undefined && state.published !== undefined
  const record = nothingToStage ? state.published : mergeRecord(request, state, items)
  const before = request.publish ? found.published : found.staged
  const text = serializeRecord(record)
  const changed = !nothingToStage && (before === undefined || serializeRecord(before) !== text)
  const place = request.publish ? publishedRecord : stagedRecord
  const left = request.publish
    ? []
    : decided.filter(({ decision }) => decision === 'unchanged').map((rest): PlannedItem => ({ ...rest, signature: undefined }))
  return {
    ...builder.result(),
    items: [...items, ...left].sort((a, b) => (a.file.path < b.file.path ? -1 : 1)),
    record,
    recordDocument: changed ? { path: place(request.package.name, request.metadata.name), content: text } : undefined,
    published: request.publish || nothingToStage,
  }
}

/** What discards a staged version. Throws `conflict` for a published one. */
export function planDiscard(state: VersionState, version: string): Change {
  if (state.published !== undefined) {
    throw new ActionError('conflict', `version '${version}' is published: only what is staged can be discarded`)
  }
  return { uploads: [], moves: [], documents: [], removals: state.stagedPaths }
}

/** Files given in this run, and when publishing also those that earlier runs staged. */
function incomingFiles(request: PlanRequest, state: VersionState): readonly PublishableFile[] {
  const waiting = new Map(state.waiting.map((file) => [file.path, { ...file, override: request.override }]))
  const given = request.files.map((file): PublishableFile => {
    const twin = waiting.get(file.path)
    if (twin === undefined || twin.digests.sha256 !== file.digests.sha256) return file
    const known = new Set(file.sidecars.map(({ algorithm }) => algorithm))
    const sidecars = [...file.sidecars, ...twin.sidecars.filter(({ algorithm }) => !known.has(algorithm))]
    return { ...file, staged: true, sidecars, ...(twin.signature !== undefined && { signature: twin.signature }) }
  })
  const paths = new Set(given.map(({ path }) => path))
  const rest = request.publish ? [...waiting.values()].filter(({ path }) => !paths.has(path)) : []
  return [...given, ...rest].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function mayReplace(path: string, { replaces }: PlanRequest): boolean {
  return replaces?.has(path) ?? false
}

function candidateOf({ path, size, digests, override }: PublishableFile) {
  return { path, size, sha256: digests.sha256, override }
}

/** What was staged is published whole or not at all. */
function checkDamage(files: readonly PublishableFile[], { damaged }: VersionState, diagnostics: Diagnostics): void {
  const brought = new Set(files.map(({ path }) => path))
  for (const path of damaged.filter((staged) => !brought.has(staged))) {
    diagnostics.error(`'${path}' was staged, and is missing or has other bytes by now`, {
      hint: 'Give the file again, or set "discard: true" and stage the version anew.',
    })
  }
}

function refuse(diagnostics: Diagnostics): void {
  const { errors } = diagnostics
  if (errors.length > 0)
    throw new ActionError('conflict', `nothing was changed: ${errors.length} reasons against it`, { diagnostics: errors })
}

/** Collects what has to be written, file by file. */
class PlanBuilder {
  readonly #request: PlanRequest
  readonly #state: VersionState
  readonly #diagnostics: Diagnostics
  readonly #uploads: Upload[] = []
  readonly #moves: Move[] = []
  readonly #companions: Document[] = []
  readonly #removals = new Set<string>()
  readonly #notices: string[] = []

  constructor(request: PlanRequest, state: VersionState, diagnostics: Diagnostics) {
    this.#request = request
    this.#state = state
    this.#diagnostics = diagnostics
  }

  result(): Pick<Plan, 'uploads' | 'moves' | 'companions' | 'removals' | 'notices'> {
    return {
      uploads: this.#uploads,
      moves: this.#moves,
      companions: this.#companions,
      removals: [...this.#removals],
      notices: this.#notices,
    }
  }

  /** Adds a file and what belongs to it; returns the signature that its record will name. */
  add(file: PublishableFile, decision: Decision): RecordedSignature | undefined {
    const { publish } = this.#request
    const fresh = publish ? decision !== 'unchanged' : !file.staged
    if (fresh) this.#bring(file)
    const written = companionsOf(file).filter((companion) => fresh || this.#isMissing(companion))
    for (const { path, content } of written) this.#companions.push({ path: this.#place(path), content })
    const paths = new Set(written.map(({ path }) => path))
    const signature = signaturePath(file.path)
    if (publish && !fresh && paths.has(signature)) checkWindow(signature, 'added', this.#state, this.#request, this.#diagnostics)
    if (fresh) this.#dropOldCompanions(file.path, paths)
    return paths.has(signature) && file.signature !== undefined
      ? recordedSignature(signature, file.signature.fingerprint)
      : this.#keptSignature(file, fresh)
  }

  /** Removes what is staged and not moved, and what is published and withdrawn. */
  clearAway({ published }: VersionState): void {
    const moved = new Set(this.#moves.map(({ from }) => from))
    for (const path of this.#state.stagedPaths) if (!moved.has(path)) this.#removals.add(path)
    const isOurs = (path: string) => recordedFile(published, path) !== undefined
    for (const path of this.#request.withdraws ?? []) if (isOurs(path) || isOurs(companionOf(path) ?? '')) this.#removals.add(path)
  }

  /** Removes what is staged and wanted no more. */
  clearDropped({ stagedEntries }: VersionState): void {
    for (const path of this.#request.drops ?? []) if (stagedEntries.has(path)) this.#removals.add(this.#stagedAt(path))
  }

  #bring({ path, source, size, digests, staged, arrived }: PublishableFile): void {
    if (staged) this.#moves.push({ from: this.#stagedAt(path), to: path })
    else if (arrived !== undefined) this.#moves.push({ from: arrived, to: this.#place(path) })
    else if (source !== undefined) this.#uploads.push({ path: this.#place(path), from: source, size, sha256: digests.sha256 })
  }

  /** A signature or sidecar of an unchanged file is never replaced, unless it may change or is a sidecar of ours that says something wrong. */
  #isMissing({ path, content, generated }: Companion): boolean {
    const entry = (this.#request.publish ? this.#state.entries : this.#state.stagedEntries).get(path)
    if (entry === undefined) return true
    return (
      (generated || mayReplace(path, this.#request)) &&
      entry.kind === 'file' &&
      entry.sha256 !== createHash('sha256').update(content).digest('hex')
    )
  }

  /** The old signature and sidecars of replaced bytes are wrong by now; a file of its own that has such a name stays. */
  #dropOldCompanions(path: string, written: ReadonlySet<string>): void {
    const { published, entries, stagedEntries } = this.#state
    for (const own of ownPaths(path).slice(1)) {
      if (written.has(own)) continue
      if (!this.#request.publish && stagedEntries.has(own)) this.#removals.add(this.#stagedAt(own))
      if (
        this.#request.publish &&
        recordedFile(published, path) !== undefined &&
        entries.has(own) &&
        recordedFile(published, own) === undefined
      )
        this.#removals.add(own)
    }
  }

  #keptSignature(file: PublishableFile, fresh: boolean): RecordedSignature | undefined {
    if (fresh) return undefined
    const path = signaturePath(file.path)
    const { publish } = this.#request
    const record = publish ? this.#state.published : this.#state.staged
    const recorded = recordedFile(record, file.path)?.signature
    const found =
      publish && this.#state.foundSignatures.has(path) ? recordedSignature(path, this.#state.foundSignatures.get(path)) : undefined
    const kept = recorded ?? found
    if (
      publish &&
      kept?.fingerprint !== undefined &&
      file.signature?.fingerprint !== undefined &&
      kept.fingerprint !== file.signature.fingerprint
    ) {
      this.#notices.push(`'${path}' is by key ${kept.fingerprint} and stays as it is: its file is unchanged`)
    }
    return kept
  }

  #place(path: string): string {
    return this.#request.publish ? path : this.#stagedAt(path)
  }

  #stagedAt(path: string): string {
    return stagedFile(this.#request.package.name, this.#request.metadata.name, path)
  }
}

function recordedSignature(path: string, fingerprint: string | undefined): RecordedSignature {
  return { path, ...(fingerprint !== undefined && { fingerprint }) }
}
