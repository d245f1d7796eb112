import { waitUntilAvailable } from '../../central/availability.ts'
import { DeliveryRun } from '../../central/delivery.ts'
import { portalError } from '../../central/portal-error.ts'
import { parsePurl } from '../../central/purl.ts'
import type { Progress } from '../../central/upload.ts'
import { withdraw } from '../../central/withdrawal.ts'
import { isoTime } from '../../core/clock.ts'
import { ActionError } from '../../core/errors.ts'
import { SyncHistory } from './history.ts'
import { failureIn, outcome, type SyncOutcome } from './outcome.ts'
import { keptRecord } from './records.ts'
import { firstAvailabilityPause, type Services } from './services.ts'
import { sourceRecord } from './sources/source-record.ts'

/** Publishes a deployment that an earlier job left: for the job behind an environment's approval. */
export async function publishDeployment(services: Services): Promise<SyncOutcome> {
  const { inputs, context } = services
  const { portal, id } = theDeployment(services)
  const history = await historyOf(services)
  const note = async (progress: Progress) => {
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
  const state = delivered === 'published' && inputs.waitFor === 'available' ? await untilAvailable(services, purls) : delivered
  await history?.note({ state, deployment: id, errors: messages.map(({ text }) => text) }, { ended: true })
  const failure = failureIn(diagnostics)
  return outcome(state, {
    deployment: id,
    purls,
    messages,
    warnings,
    ...(state !== 'failed' && { lastSynced: isoTime(clock.now()) }),
    ...(history?.shownAs !== undefined && { record: history.shownAs }),
    ...(failure !== undefined && { failure }),
  })
}

/** Waits until Central shows what was published, as far as the Portal has told what that is. */
async function untilAvailable(services: Services, purls: readonly string[]): Promise<'available' | 'published'> {
  const { inputs, context, central } = services
  const { clock, cancelled: signal } = context
  const releases = purls.flatMap((purl) => parsePurl(purl) ?? [])
  const deadline = clock.elapsed() + inputs.timeoutMinutes * 60_000
  const firstPauseMs = firstAvailabilityPause(inputs.centralUrl)
  const unseen = await waitUntilAvailable({ central, releases, clock, deadline, firstPauseMs, signal })
  if (releases.length === 0) context.log.info('the Portal does not tell any more what the deployment holds: Maven Central was not asked')
  else if (unseen.length === 0) return 'available'
  else tellLate(services, `deployment ${inputs.deploymentId} is published, but not shown by Maven Central yet`)
  return 'published'
}

function tellLate({ inputs, context }: Services, message: string): void {
  const tell = inputs.onTimeout === 'fail' ? 'error' : 'warning'
  context.diagnostics[tell](message, { hint: 'Central goes on by itself. Run this again to wait longer; do not release it again.' })
}

/** Takes a deployment back that is not published. One that is gone is as good as dropped. */
export async function dropDeployment(services: Services): Promise<SyncOutcome> {
  const { inputs, context } = services
  const { portal, id } = theDeployment(services)
  const { clock, log } = context
  const first = await portal.status(id)
  if (!first.ok && (first.failure.kind === 'unauthorized' || first.failure.kind === 'forbidden')) {
    throw portalError(`learn the state of deployment ${id}`, first.failure)
  }
  const history = await historyOf(services)
  const result = await withdraw({ portal, id, clock, deadline: clock.elapsed() + inputs.timeoutMinutes * 60_000 })
  if (result === 'published') {
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

function theDeployment({ inputs, portal }: Services) {
  const id = inputs.deploymentId
  if (portal === undefined || id === undefined) throw new Error('the rules let through a run without a deployment or a token')
  return { portal, id }
}

/** The history in the record that `from` leads to, if it leads to one that is kept. */
async function historyOf({ inputs, context }: Services): Promise<SyncHistory | undefined> {
  const source = sourceRecord(inputs, context)
  const kept = source && keptRecord(source, context)
  return kept && new SyncHistory([kept], inputs.portalUrl, context.clock)
}
