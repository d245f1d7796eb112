import { ActionError } from '../core/errors.ts'
import type { DeploymentStatus } from './deployment-status.ts'
import { comparePurls } from './purl.ts'
import type { DeliveryPorts } from './upload.ts'

/** What the Portal says that a deployment holds. */
export interface DeploymentContents {
  /** As seen while VALIDATED; undefined when that state was over before. */
  readonly purls: readonly string[] | undefined
  readonly warnings: readonly string[]
}

/** A deployment that holds something else than was sent: it is not published. */
export class UnexpectedContent extends ActionError {
  /** What it holds, as the Portal says while it is VALIDATED. */
  readonly purls: readonly string[]

  constructor(id: string, { purls, planned }: { readonly purls: readonly string[]; readonly planned: readonly string[] }) {
    super('rejected', `deployment ${id} holds ${purls.join(', ') || 'nothing'}, not ${planned.join(', ')}`, {
      hint: 'Nothing was published. Drop the deployment in the Portal, and please report this.',
    })
    this.purls = purls
  }
}

// The Portal's list of contents comes a little later than the state, at times; milliseconds.
const secondLooks = [1_000, 3_000]

/**
 * Looks what a deployment holds, as seen while VALIDATED: later the Portal says nothing reliable. Of one that somebody else has uploaded nothing is
 * planned. Throws `UnexpectedContent` when it holds something else than planned.
 */
export async function lookInside(
  id: string,
  { first, planned }: { readonly first: DeploymentStatus; readonly planned: readonly string[] | undefined },
  { portal, clock, cancelled, note }: DeliveryPorts,
): Promise<DeploymentContents> {
  const fits = ({ purls }: DeploymentStatus) => (planned === undefined ? purls.length > 0 : samePurls(planned, purls))
  let status = first
  for (const pause of secondLooks) {
    if (status.state !== 'VALIDATED' || fits(status)) break
    await clock.sleep(pause, cancelled)
    const answer = await portal.status(id, { signal: cancelled })
    if (answer.ok && answer.value.state === 'VALIDATED') status = answer.value
  }
  const { state, purls, warnings } = status
  if (state !== 'VALIDATED') return { purls: undefined, warnings }
  if (planned === undefined || fits(status)) return { purls, warnings }
  const error = new UnexpectedContent(id, { purls, planned })
  await note({ state: 'validated', deployment: id, errors: [error.message] })
  throw error
}

function samePurls(planned: readonly string[], seen: readonly string[]): boolean {
  const { missing, unexpected } = comparePurls(planned, seen)
  return missing.length === 0 && unexpected.length === 0
}
