import { askForPoms, compareFiles } from '../../central/comparison.ts'
import type { DeploymentMessage } from '../../central/deployment-errors.ts'
import { parsePurl } from '../../central/purl.ts'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { type Coordinates, formatCoordinates } from '../../maven/coordinates.ts'
import type { PreparedBundle } from './prepared-bundle.ts'
import { type Services, waitForCentral } from './services.ts'

/** What was refused because it exists. */
export interface Refused {
  readonly bundle: PreparedBundle
  readonly messages: readonly DeploymentMessage[]
  /** Until when to wait for Central to show it: by `clock.elapsed()`, in milliseconds. */
  readonly deadline: number
}

/** What Central has of the releases of which the Portal says that they exist. */
export interface Proof {
  /** All of these releases, when Central has each with the same bytes; undefined when one of them is not proven. */
  readonly there: readonly Coordinates[] | undefined
  readonly conflicts: readonly Conflict[]
}

/** A release that is there with other bytes, or without some files. */
export interface Conflict {
  readonly release: Coordinates
  /** The end of a sentence that names it. */
  readonly reason: string
  readonly message: DeploymentMessage
}

/** Compares with Central what the Portal refused because it exists. A conflict is told as an error. */
export async function proveThere({ bundle, messages, deadline }: Refused, services: Services, diagnostics: Diagnostics): Promise<Proof> {
  const { central, context } = services
  const named = new Set(messages.flatMap(({ purl }) => parsePurl(purl ?? '') ?? []).map(formatCoordinates))
  const releases = bundle.view.components.map(({ coordinates }) => coordinates).filter((release) => named.has(formatCoordinates(release)))
  if (releases.length === 0) return { there: undefined, conflicts: [] }
  context.log.info('the Portal says that it exists: comparing with Maven Central')
  const unseen = await waitForCentral(services, releases, deadline)
  if (unseen.length > 0) return { there: undefined, conflicts: [] }
  const poms = await askForPoms(central, releases)
  const conflicts: Conflict[] = []
  let proven = true
  for (const release of releases) {
    const own = bundle.files.filter((file) => file.coordinates === release && file.kind === 'artifact')
    const files = own.map(({ path, digests: { sha1 } }) => ({ path, sha1 }))
    const { state, differing, lacking } = await compareFiles(central, { coordinates: release, files }, poms)
    if (state === 'equal') continue
    proven = false
    if (state !== 'unknown') conflicts.push(conflictOf(release, [...differing, ...lacking]))
  }
  for (const { message } of conflicts) {
    const file = bundle.files.find(({ path }) => path === message.file)?.collected?.shownAs
    diagnostics.error(message.text, { hint: message.cure, ...(file !== undefined && { location: { file } }) })
  }
  return { there: proven ? releases : undefined, conflicts }
}

function conflictOf(release: Coordinates, paths: readonly string[]): Conflict {
  const reason = `is on Maven Central with other bytes, or without: ${paths.join(', ')}`
  const message: DeploymentMessage = {
    kind: 'exists',
    text: `${formatCoordinates(release)} ${reason}`,
    cause: 'This version was published before from other files, and what is on Central never changes.',
    cure: 'Release what has changed under a new version.',
    ...(paths[0] !== undefined && { file: paths[0] }),
  }
  return { release, reason, message }
}
