import { digestInName } from './bundle-digest.ts'
import type { DeploymentState, ListedDeployment } from './deployment-status.ts'
import type { Portal } from './portal.ts'
import type { Answer } from './portal-error.ts'

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

/** How the names of rehearsals begin. */
export const rehearsalMark = 'dry run: '

/** The furthest first: of two deployments of the same files, the one that is done counts. */
const order: readonly DeploymentState[] = ['PUBLISHED', 'PUBLISHING', 'VALIDATED', 'VALIDATING', 'PENDING', 'UNKNOWN', 'FAILED']

/** The deployments that hold these files, the furthest first; none is adopted whose digest is not in its name. */
export async function findDeployments(
  portal: Pick<Portal, 'deployments'>,
  { digest, wider, pathStarting, known, rehearsal }: SearchRequest,
): Promise<Answer<readonly ListedDeployment[]>> {
  const fits = ({ name = '', state }: ListedDeployment) => {
    if (name.startsWith(rehearsalMark) !== rehearsal) return false
    const ending = digestInName(name)
    const published = state === 'PUBLISHED' || state === 'PUBLISHING'
    return ending === digest || (published && ending !== undefined && wider.includes(ending))
  }
  const usable = (deployment: ListedDeployment) => fits(deployment) && deployment.state !== 'FAILED'
  if (known.length > 0) {
    const answer = await portal.deployments({ ids: known })
    if (answer.ok && answer.value.some(usable)) return { ok: true, value: sorted(answer.value.filter(fits)) }
  }
  const answer = await portal.deployments({ pathStarting, until: usable })
  return answer.ok ? { ok: true, value: sorted(answer.value.filter(fits)) } : answer
}

function sorted(deployments: readonly ListedDeployment[]): readonly ListedDeployment[] {
  return deployments.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}
