import type { ActionContext } from '../../core/action.ts'
import { isoTime } from '../../core/clock.ts'
import { ActionError, messageOf } from '../../core/errors.ts'
import type { GitHubContext } from '../../core/github.ts'
import type { RepositoryType } from '../../model/metadata.ts'
import type { RecordedRun } from '../../model/version-record.ts'
import type { Change, Repository } from '../../repositories/repository.ts'
import { metadataDocuments } from './maven-files.ts'
import { type Plan, type PlanRequest, planDiscard, planVersion } from './plan.ts'
import { packageDocuments, repositoryDocuments } from './repository-documents.ts'
import type { PublishRequest } from './request.ts'
import { readRepositoryMetadata, readVersionState } from './version-state.ts'

export type Wanted = Pick<PlanRequest, 'package' | 'metadata' | 'files'>

/** Publishes or stages: looks at what is there, does what is missing, in one step. Other publishers wait meanwhile. */
export async function publishVersion(
  repository: Repository,
  wanted: Wanted,
  request: PublishRequest,
  context: ActionContext,
): Promise<Plan> {
  const now = context.clock.now()
  return await repository.exclusively(async () => {
    await checkType(repository, request.type)
    const name = { package: wanted.package.name, version: wanted.metadata.name }
    const state = await readVersionState(
      repository,
      name,
      wanted.files.map(({ path }) => path),
    )
    if (wanted.files.length === 0 && state.staged === undefined && state.published === undefined) {
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
        target: repository.target,
        time: isoTime(now),
        run: recordedRun(context.github),
      },
      state,
    )
    const visible = request.publish && plan.record.files.length > 0
    const change: Change = {
      uploads: plan.uploads,
      moves: plan.moves,
      documents: [
        ...plan.companions,
        ...(await repositoryDocuments(repository, request)),
        ...(visible ? await packageDocuments(repository, { ...plan.record.package, name: name.package }) : []),
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
    if (error instanceof ActionError) throw error
    throw new ActionError('unavailable', `the repository '${repository.target}' could not be written: ${messageOf(error)}`, {
      cause: error,
      hint: 'Nothing half-done is visible. Mend the cause and run again: it continues.',
    })
  }
}

function recordedRun({ repository, workflow, ref, sha, runId, runAttempt }: GitHubContext): RecordedRun {
  return {
    ...(repository !== undefined && { repository }),
    ...(workflow !== undefined && { workflow }),
    ...(ref !== undefined && { ref }),
    ...(sha !== undefined && { commit: sha }),
    ...(runId !== undefined && { id: runId }),
    ...(runAttempt !== undefined && { attempt: Number(runAttempt) }),
  }
}
