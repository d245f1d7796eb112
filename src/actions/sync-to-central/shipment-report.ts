import type { Delivery } from '../../central/delivery.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import type { Coordinates } from '../../maven/coordinates.ts'
import { type Identity, rowsOf, type SyncOutcome, type SyncState } from './outcome.ts'
import type { PreparedFile } from './prepared-files.ts'
import type { SyncInputs } from './rules.ts'

/** What was sent of a version, and what turned out to be there. */
export interface Shipped {
  readonly identity: Identity
  readonly sent: readonly Coordinates[]
  readonly there: readonly Coordinates[]
}

/** What is on Central, or on its way, and what is not, once a bundle is in a state. */
export function rowsAfter(state: SyncState, { identity, sent, there }: Shipped): Pick<SyncOutcome, 'synced' | 'missing'> {
  const synced = rowsOf(there, identity, 'was there already, with the same bytes')
  switch (state) {
    case 'publishing':
    case 'published':
    case 'available':
      return { synced: [...synced, ...rowsOf(sent, identity, `is ${state}`)], missing: [] }
    case 'validated':
      return { synced, missing: rowsOf(sent, identity, "is validated, and waits for mode 'publish'") }
    case 'dropped':
      return { synced, missing: rowsOf(sent, identity, 'was validated in a dry run, and dropped') }
    default:
      return { synced, missing: rowsOf(sent, identity, `is not on Maven Central: ${state}`) }
  }
}

/** Tells every message of a refusal with its file, cause and cure. */
export function tellRefusal({ deployment, messages }: Delivery, files: readonly PreparedFile[], diagnostics: Diagnostics): void {
  if (messages.length === 0) {
    diagnostics.error(`Central refused deployment ${deployment} without saying why`, { hint: 'Run again, or look into the Portal.' })
  }
  for (const { text, purl, file, cause, cure } of messages) {
    const named = file === undefined ? undefined : files.find(({ name, path }) => name === file || path === file)?.collected?.shownAs
    const subject = purl === undefined ? '' : `${purl}: `
    diagnostics.error(`${subject}${text} — ${cause}`, { hint: cure, ...(named !== undefined && { location: { file: named } }) })
  }
}

/** Tells that the wait was over before the goal, after the Portal had accepted the publish request. */
export function tellLate(
  deployment: string,
  state: SyncState,
  { onTimeout, diagnostics }: Pick<SyncInputs, 'onTimeout'> & { readonly diagnostics: Diagnostics },
): void {
  const what =
    state === 'published' ? 'is published, but not shown by Maven Central yet' : 'is being published by Maven Central, and not done yet'
  diagnostics[onTimeout === 'fail' ? 'error' : 'warning'](`deployment ${deployment} ${what}`, {
    hint: "Central goes on by itself, which took hours at times. Mode 'status' tells when it is there; do not release it again.",
  })
}
