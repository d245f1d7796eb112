import type { ActionResult, ConnectedContext } from '../../core/action.ts'
import { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { growSlowly } from '../../core/heap.ts'
import type { OutputName } from './action.gen.ts'
import { MonthlyBudget } from './budget.ts'
import { endingInTime } from './cancellation.ts'
import { dropDeployment, publishDeployment } from './deployments.ts'
import { outcome, type SyncOutcome } from './outcome.ts'
import { publishedRecords, repositoryIn } from './records.ts'
import { resultOf } from './report.ts'
import { resync } from './resync.ts'
import { checkInputs, type SyncInputs } from './rules.ts'
import { openServices, type Services } from './services.ts'
import { findPlace } from './sources/place.ts'
import { statusOf } from './status.ts'
import { syncVersion } from './version-sync.ts'

/** The use case: brings Maven Central up to date, or tells how things stand there. */
export async function syncToCentral(inputs: SyncInputs, context: ConnectedContext): Promise<ActionResult<OutputName>> {
  growSlowly()
  checkInputs(inputs, context.diagnostics)
  await using services = await openServices(inputs, context)
  return resultOf(await telling(services), inputs, context.diagnostics)
}

/** A run that ends early tells state and errors as outputs too, and one that is cancelled does so while there is time. */
async function telling(services: Services): Promise<SyncOutcome> {
  const { inputs, context, whereabouts } = services
  try {
    return await endingInTime(modes[inputs.mode](services), context.cancelled)
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const { state, deployment } = whereabouts
    return outcome(state, { ...(deployment !== undefined && { deployment }), failure: error })
  }
}

const modes: Readonly<Record<SyncInputs['mode'], (services: Services) => Promise<SyncOutcome>>> = {
  sync,
  resync,
  status: statusOf,
  publish: publishDeployment,
  drop: dropDeployment,
}

async function sync(services: Services): Promise<SyncOutcome> {
  const { inputs, context } = services
  const { from, package: name, version } = inputs
  return await syncVersion({ from, package: name, version, manner: 'ask', budget: await budgetOf(services) }, services, context.diagnostics)
}

/** The month as far as the repositories among the sources know it. A mistake in the sources is told when they are collected. */
async function budgetOf({ inputs, context }: Services): Promise<MonthlyBudget> {
  const limits = { files: inputs.maxFilesPerMonth, megabytes: inputs.maxMegabytesPerMonth, releases: inputs.maxReleasesPerMonth }
  const places = inputs.from
    .map((line) => findPlace(line, context.workspace, new Diagnostics()))
    .filter((place) => place?.kind === 'repository')
  const records = await Promise.all(places.map((place) => publishedRecords(repositoryIn(place?.absolute ?? '', context))))
  return new MonthlyBudget(
    limits,
    records.flat().map(({ record }) => record),
    context.clock.now(),
  )
}
