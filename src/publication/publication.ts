import type { ActionContext } from '../core/action.ts'
import { isoTime } from '../core/clock.ts'
import { ActionError, messageOf } from '../core/errors.ts'
import type { RepositoryType } from '../model/metadata.ts'
import { recordedRun } from '../model/recorded-run.ts'
import { stagedFile } from '../model/repository-layout.ts'
import type { Change, Document, Repository } from '../repositories/repository.ts'
import { hashFiles } from '../signing/engine.ts'
import type { Signer } from '../signing/signer.ts'
import { metadataDocuments } from './maven-files.ts'
import { type Plan, type PlanRequest, planDiscard, planVersion } from './plan.ts'
import { changedDocuments, packageDocuments, type RepositoryRequest, repositoryDocuments } from './repository-documents.ts'
import { readRepositoryMetadata, readVersionState, type VersionState } from './version-state.ts'

/** What is to be there: a version with its metadata and files. */
export interface Wanted extends Pick<PlanRequest, 'package' | 'metadata' | 'files' | 'origin' | 'replaces' | 'drops' | 'withdraws'> {
  /** Signs what was staged without a signature, too. */
  readonly signer: Signer | undefined
  /** More documents of its package, such as a README; written where they differ, once something of the version is published. */
  readonly documents?: readonly Document[]
}

/** How a version is to be published, and what is to be said of its repository. */
export interface PublicationRequest
  extends RepositoryRequest,
    Pick<PlanRequest, 'publish' | 'override' | 'updateWindowDays' | 'replacing'> {}

/** Publishes or stages: looks at what is there, does what is missing, in one step. Other publishers wait meanwhile. */
export async function publishVersion(
  repository: Repository,
  wanted: Wanted,
  request: PublicationRequest,
  context: Pick<ActionContext, 'clock' | 'github'>,
): Promise<Plan> {
  const now = context.clock.now()
  return await repository.exclusively(async () => {
    await checkType(repository, request.type)
    const name = { package: wanted.package.name, version: wanted.metadata.name }
    const found = await readVersionState(
      repository,
      name,
      wanted.files.map(({ path }) => path),
    )
    const state = request.publish ? await signWaiting(repository, found, wanted) : found
    // A release without assets is a version all the same.
    if (wanted.files.length === 0 && wanted.origin === undefined && state.staged === undefined && state.published === undefined) {
      throw new ActionError(
        'invalid-input',
        `no files are given, and nothing is staged of version '${name.version}' of package '${name.package}'`,
        {
          hint: "Give 'files', a descriptor or a record; or check the names.",
        },
      )
    }
    const plan = planVersion(
      {
        ...wanted,
        publish: request.publish,
        override: request.override,
        version: name.version,
        now,
        updateWindowDays: request.updateWindowDays,
        ...(request.replacing !== undefined && { replacing: request.replacing }),
        target: repository.target,
        time: isoTime(now),
        run: recordedRun(context.github),
      },
      state,
    )
    const visible = request.publish && (plan.record.files.length > 0 || plan.record.origin !== undefined)
    const change: Change = {
      uploads: plan.uploads,
      moves: plan.moves,
      documents: [
        ...plan.companions,
        ...(await repositoryDocuments(repository, request)),
        ...(visible ? await packageDocuments(repository, { ...state.staged?.package, ...wanted.package }) : []),
        ...(visible ? await changedDocuments(repository, wanted.documents ?? []) : []),
        ...(plan.recordDocument === undefined ? [] : [plan.recordDocument]),
        // Last: whoever reads the metadata finds the version that it names.
        ...(visible && request.type === 'maven' ? await metadataDocuments(repository, plan.record, now) : []),
      ],
      removals: plan.removals,
    }
    await apply(repository, change)
    return plan
  })
}

/** Signs files that an earlier run staged without a signature. */
async function signWaiting(
  repository: Repository,
  state: VersionState,
  { signer, package: { name }, metadata }: Wanted,
): Promise<VersionState> {
  const unsigned = state.waiting.filter(({ signature }) => signature === undefined)
  if (signer === undefined || unsigned.length === 0) return state
  const sources = await Promise.all(
    unsigned.map(async ({ path, size }) => ({ path: await repository.localFile(stagedFile(name, metadata.name, path)), size })),
  )
  const hashed = await hashFiles(sources, { signer })
  const signed = new Map(unsigned.map((file, index) => [file, hashed[index]?.signature]))
  const waiting = state.waiting.map((file) => {
    const content = signed.get(file)
    return content === undefined ? file : { ...file, signature: { content, fingerprint: signer.portable.fingerprint } }
  })
  return { ...state, waiting }
}

/** Removes what is staged of a version; nothing staged is fine. */
export async function discardVersion(repository: Repository, name: { package: string; version: string }): Promise<number> {
  return await repository.exclusively(async () => {
    const state = await readVersionState(repository, name, [])
    const change = planDiscard(state, name.version)
    await apply(repository, change)
    return state.staged?.files.length ?? 0
  })
}

/** Another run may have made the repository since we looked. */
async function checkType(repository: Repository, type: RepositoryType): Promise<void> {
  const there = (await readRepositoryMetadata(repository))?.type
  if (there !== undefined && there !== type)
    throw new ActionError('conflict', `the repository is of type '${there}' by now, not '${type}'`, { hint: 'Run again.' })
}

async function apply(repository: Repository, change: Change): Promise<void> {
  try {
    await repository.apply(change)
  } catch (error) {
    if (error instanceof ActionError && error.hint !== undefined) throw error
    throw new ActionError(
      error instanceof ActionError ? error.code : 'unavailable',
      `the repository '${repository.target}' could not be written: ${messageOf(error)}`,
      {
        cause: error,
        hint: 'Mend the cause and run again: what was begun is completed, what was not is done anew.',
      },
    )
  }
}
