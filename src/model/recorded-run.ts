import type { GitHubContext } from '../core/github.ts'
import type { RecordedRun } from './version-record.ts'

/** What a record says of the workflow run that makes it; nothing of it is known outside GitHub. */
export function recordedRun({ repository, workflow, ref, sha, runId, runAttempt }: GitHubContext): RecordedRun {
  return {
    ...(repository !== undefined && { repository }),
    ...(workflow !== undefined && { workflow }),
    ...(ref !== undefined && { ref }),
    ...(sha !== undefined && { commit: sha }),
    ...(runId !== undefined && { id: runId }),
    // The variable is anybody's to set: a record with anything but a number could not be read again.
    ...(/^\d{1,9}$/.test(runAttempt ?? '') && { attempt: Number(runAttempt) }),
  }
}
