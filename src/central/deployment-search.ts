import type { Clock } from '../core/clock.ts'
import { digestInName } from './bundle-digest.ts'
import type { DeploymentState, ListedDeployment } from './deployment-status.ts'
import type { Patience, Portal } from './portal.ts'
import { type Answer, isPassing } from './portal-error.ts'

/** How deployments of the same files are known again. */
export interface SearchRequest {
  /** Of the bundle, as in the deployment's name. */
  readonly digest: string
  /**
   * Of larger bundles that hold this one. When one of them is being published, so is this one: Central may show some of its components before the
   * others.
   */
  readonly wider: readonly string[]
  /** Something that only bundles of these coordinates hold: `org/acme/lib/1.0/`. */
  readonly pathStarting: string
  /** Ids that earlier runs noted, or that the user gave; asked before the list is read. */
  readonly known: readonly string[]
  /** Looks among rehearsals instead: those are dropped, and never published. */
  readonly rehearsal: boolean
}

/** The furthest first: of two deployments of the same files, the one that is done counts. */
const order: readonly DeploymentState[] = ['PUBLISHED', 'PUBLISHING', 'VALIDATED', 'VALIDATING', 'PENDING', 'UNKNOWN', 'FAILED']

/** The deployments that hold these files, the furthest first; none is adopted whose digest is not in its name. */
export async function findDeployments(
  portal: Pick<Portal, 'deployments'>,
  { digest, wider, pathStarting, known, rehearsal }: SearchRequest,
  patience: Patience = {},
): Promise<Answer<readonly ListedDeployment[]>> {
  const fits = ({ name = '', state }: ListedDeployment) => {
    const named = digestInName(name)
    if (named === undefined || named.rehearsal !== rehearsal) return false
    const published = state === 'PUBLISHED' || state === 'PUBLISHING'
    return named.digest === digest || (published && wider.includes(named.digest))
  }
  const usable = (deployment: ListedDeployment) => fits(deployment) && deployment.state !== 'FAILED'
  if (known.length > 0) {
    const answer = await portal.deployments({ ids: known, ...patience })
    if (answer.ok && answer.value.some(usable)) return { ok: true, value: sorted(answer.value.filter(fits)) }
  }
  const answer = await portal.deployments({ pathStarting, until: usable, ...patience })
  return answer.ok ? { ok: true, value: sorted(answer.value.filter(fits)) } : answer
}

/** How long a search goes on asking. */
export interface SearchPatience extends Patience {
  readonly clock: Clock
  /** By `clock.elapsed()`, in milliseconds: until then it asks again while the Portal has trouble. */
  readonly deadline: number
  /** Until then it waits while the Portal asks to wait (429). */
  readonly throttledUntil: number
  /** Whether the Portal has accepted the token in this run. If not, a 401 is final. */
  readonly tokenProven: boolean
}

const firstPauseMs = 1_000
const growth = 1.5
const longestPauseMs = 20_000
const throttledPauseMs = 60_000
const refusalsTolerated = 3

/** The same, asked again and ever more slowly while there is no answer: that the list is down does not mean that nothing is there. */
export async function searchPatiently(
  portal: Pick<Portal, 'deployments'>,
  request: SearchRequest,
  { clock, deadline, throttledUntil, tokenProven, ...patience }: SearchPatience,
): Promise<Answer<readonly ListedDeployment[]>> {
  const { signal } = patience
  let refusals = 0
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * growth)) {
    signal?.throwIfAborted()
    const answer = await findDeployments(portal, request, patience)
    if (answer.ok) return answer
    const { kind, retryAfterMs } = answer.failure
    const passing = isPassing(answer.failure) || kind === 'missing'
    refusals = passing ? 0 : refusals + 1
    if (!passing && (!tokenProven || refusals > refusalsTolerated)) return answer
    const wait = Math.max(pause, retryAfterMs ?? (kind === 'throttled' ? throttledPauseMs : 0))
    if (clock.elapsed() + wait > (kind === 'throttled' ? throttledUntil : deadline)) return answer
    await clock.sleep(wait, signal)
  }
}

function sorted(deployments: readonly ListedDeployment[]): readonly ListedDeployment[] {
  return deployments.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}
