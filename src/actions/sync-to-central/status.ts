import type { SyncOutcome } from './outcome.ts'
import { outcome } from './outcome.ts'
import type { Services } from './services.ts'
export async function statusOf(_services: Services): Promise<SyncOutcome> {
  return outcome('planned')
}
