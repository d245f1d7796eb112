import { DeliveryRun } from '../../central/delivery.ts'
import { portalError } from '../../central/portal-error.ts'
import { parsePurl } from '../../central/purl.ts'
import type { Progress } from '../../central/upload.ts'
import { whitelist } from '../../central/whitelist.ts'
import { withdraw } from '../../central/withdrawal.ts'
import { isoTime } from '../../core/clock.ts'
import { ActionError } from '../../core/errors.ts'
import type { Coordinates } from '../../maven/coordinates.ts'
import { SyncHistory } from './history.ts'
import { failureIn, outcome, type SyncOutcome, stateFrom } from './outcome.ts'
import { recordOf } from './records.ts'
import { type Services, waitForCentral } from './services.ts'
import type { SourceRecord } from './sources/found-file.ts'
import { sourceRecord } from './sources/source-record.ts'

/** Publishes a deployment that an earlier job left: for the job behind an environment's approval. */
export async function publishDeployment(services: Services): Promise<SyncOutcome> {
  const { inputs, context, whereabouts } = services
  const { portal, id } = theDeployment(services)
  whereabouts.tell('rejected', id)
  const source = sourceRecord(inputs, context)
  const history = historyOf(source, services)
  const deadline = context.clock.elapsed() + inputs.timeoutMinutes * 60_000
  const note = async (progress: Progress) => {
    whereabouts.tell(progress.state, id)
    await history?.note(progress)
    await services.gitHub?.report(progress.state, [])
  }
  const { clock, log, cancelled, diagnostics } = context
  const goal = {
    publish: true,
    until: inputs.waitFor === 'validated' ? 'validated' : 'published',
    waitMs: inputs.timeoutMinutes * 60_000,
    dropFailed: inputs.dropFailed,
  } as const
  const {
    state: delivered,
    messages,
    warnings,
    purls = [],
    late,
  } = await new DeliveryRun(goal, { portal, clock, log, cancelled, note }).goOn(id)
  for (const warning of warnings) diagnostics.warning(`the Portal warns: ${warning}`)
  for (const { text, purl, cause, cure } of messages)
    diagnostics.error(`${purl === undefined ? '' : `${purl}: `}${text} — ${cause}`, { hint: cure })
  if (delivered === 'failed' && messages.length === 0) diagnostics.error(`Central refused deployment ${id} without saying why`)
  if (late) tellLate(services, `deployment ${id} is being published by Maven Central, and not done yet`)
  const state =
    delivered === 'published' && inputs.waitFor === 'available'
      ? await untilAvailable(services, releasesOf(purls, source), deadline)
      : delivered
  await history?.note({ state, deployment: id, errors: messages.map(({ text }) => text) }, { ended: true })
  const failure = failureIn(diagnostics)
  return outcome(state, {
    deployment: id,
    purls,
    messages,
    warnings,
    ...(state !== 'failed' && { lastSynced: history?.publishedAt(id) ?? isoTime(clock.now()) }),
    ...(history?.shownAs !== undefined && { record: history.shownAs }),
    ...(failure !== undefined && { failure }),
  })
}

/** Takes a deployment back that is not published. One that is gone is as good as dropped. */
export async function dropDeployment(services: Services): Promise<SyncOutcome> {
  const { inputs, context, whereabouts } = services
  const { portal, id } = theDeployment(services)
  whereabouts.tell('rejected', id)
  const { clock, log, cancelled: signal } = context
  const first = await portal.status(id, { signal })
  if (first.ok && first.value.state !== 'UNKNOWN') whereabouts.tell(stateFrom(first.value.state), id)
  if (!first.ok && (first.failure.kind === 'unauthorized' || first.failure.kind === 'forbidden')) {
    throw portalError(`learn the state of deployment ${id}`, first.failure)
  }
  const history = historyOf(sourceRecord(inputs, context), services)
  const result = await withdraw({ portal, id, clock, deadline: clock.elapsed() + inputs.timeoutMinutes * 60_000, signal })
  if (result === 'published') {
    if (!first.ok || (first.value.state !== 'PUBLISHING' && first.value.state !== 'PUBLISHED')) whereabouts.tell('publishing', id)
    await history?.note({ state: whereabouts.state, deployment: id }, { ended: true })
    throw new ActionError('conflict', `deployment ${id} is published, or about to be: it cannot be dropped any more`, {
      hint: 'What is on Maven Central stays there. Release what has changed under a new version.',
    })
  }
  if (result === 'refused')
    throw new ActionError('timeout', `deployment ${id} could not be dropped in time`, { hint: 'Run again, or drop it in the Portal.' })
  await history?.note({ state: 'dropped', deployment: id })
  log.info(`deployment ${id} is dropped`)
  return outcome('dropped', { deployment: id, ...(history?.shownAs !== undefined && { record: history.shownAs }) })
}

/** What a deployment holds: as the Portal said while it was VALIDATED, later as the record says. */
function releasesOf(purls: readonly string[], source: SourceRecord | undefined): readonly Coordinates[] {
  if (purls.length > 0 || source === undefined) return purls.flatMap((purl) => parsePurl(purl) ?? [])
  return whitelist(source.record.files.map(({ path }) => path)).components.map(({ coordinates }) => coordinates)
}

/** Waits until Central shows what was published, as far as it is known what that is. */
async function untilAvailable(services: Services, releases: readonly Coordinates[], deadline: number): Promise<'available' | 'published'> {
  const { inputs, context } = services
  const unseen = await waitForCentral(services, releases, deadline)
  if (releases.length === 0) context.log.info('the Portal does not tell any more what the deployment holds: Maven Central was not asked')
  else if (unseen.length === 0) return 'available'
  else tellLate(services, `deployment ${inputs.deploymentId} is published, but not shown by Maven Central yet`)
  return 'published'
}

function tellLate({ inputs, context }: Services, message: string): void {
  const tell = inputs.onTimeout === 'fail' ? 'error' : 'warning'
  context.diagnostics[tell](message, { hint: 'Central goes on by itself. Run this again to wait longer; do not release it again.' })
}

function theDeployment({ inputs, portal }: Services) {
  const id = inputs.deploymentId
  if (portal === undefined || id === undefined) throw new Error('the rules let through a run without a deployment or a token')
  return { portal, id }
}

/** The history of the version that `from` leads to, if it leads to one. */
function historyOf(source: SourceRecord | undefined, { inputs, context }: Services): SyncHistory | undefined {
  if (source === undefined) return undefined
  return new SyncHistory([recordOf(source, inputs.deploymentId ?? '', context)], inputs.portalUrl, context.clock)
}
