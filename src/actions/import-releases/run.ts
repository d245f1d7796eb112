import type { ActionResult, ConnectedContext } from '../../core/action.ts'
import { ActionError } from '../../core/errors.ts'
import { growSlowly } from '../../core/heap.ts'
import { limit } from '../../core/limit.ts'
import type { OutputName } from './action.gen.ts'
import type { ReleaseChange } from './changes.ts'
import { Inventory } from './inventory.ts'
import { Ledger } from './ledger.ts'
import { bytesToFetch, withinLimits } from './limits.ts'
import { resultOf } from './report.ts'
import { RepositoryImport } from './repository-import.ts'
import { type ImportInputs, readRules } from './rules.ts'
import { openServices, type Services } from './services.ts'
import { planShards } from './shards.ts'
import { type SurveyedRepository, survey } from './survey.ts'

const downloadsAtOnce = 8
const repositoriesAtOnce = 8

/** The use case: brings the releases of GitHub repositories into a repository, or says what there is to bring. */
export async function importReleases(inputs: ImportInputs, context: ConnectedContext): Promise<ActionResult<OutputName>> {
  growSlowly()
  // A plan leaves it to its jobs to be red: otherwise none of them would run.
  const ledger = new Ledger(context.diagnostics, inputs.mode === 'plan' ? 'warning' : 'error')
  const end: { apiCalls: number; bytes: number; matrix?: string; failure?: ActionError } = { apiCalls: 0, bytes: 0 }
  try {
    const rules = readRules(inputs, context)
    await using services = await openServices({ inputs, rules, context, ledger })
    try {
      const matrix = await runIn(services)
      if (matrix !== undefined) end.matrix = matrix
    } finally {
      end.apiCalls = services.api.calls
      end.bytes = services.downloads.received
    }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    end.failure = error
  }
  ledger.close()
  return resultOf({ ...end, ledger }, inputs, context.diagnostics)
}

/** A change of a repository that was surveyed. */
interface Todo {
  readonly fullName: string
  readonly surveyed: SurveyedRepository
  readonly change: ReleaseChange
}

/** Gives the matrix of a plan. */
async function runIn(services: Services): Promise<string | undefined> {
  const { inputs, rules, ledger, target, host } = services
  const inventory = await Inventory.open(target, host)
  const repositories = await survey(services, inventory)
  const all = repositories.flatMap((surveyed) => {
    const { fullName } = surveyed.repository
    return surveyed.changes.filter(({ kind }) => kind !== 'refresh').map((change): Todo => ({ fullName, surveyed, change }))
  })
  services.context.log.info(
    `${count(repositories.length, 'repository', 'repositories')} compared, ${count(all.length, 'release', 'releases')} to import`,
  )
  const { now, pending, failed } = withinLimits(all, rules.limits)
  for (const { change, reason } of pending) ledger.add('pending', { ...rowOf(change), reason })
  for (const { change, reason } of failed) {
    ledger.fail(rowOf(change), { message: reason, hint: "Leave the asset out with 'assets', or raise the limit." })
  }
  if (inputs.dryRun || inputs.mode === 'plan') {
    for (const todo of now)
      ledger.add('imported', { ...rowOf(todo), ...(todo.change.reason !== undefined && { reason: todo.change.reason }) })
    const red = failed.map(({ change }) => change)
    const unread = ledger.rows('failed').flatMap(({ repository, version }) => (version === undefined ? [repository] : []))
    return inputs.mode === 'plan' ? matrixOf({ repositories, unread }, [...now, ...red], inputs.shards) : undefined
  }
  await importAll(repositories, now, { services, inventory })
  return undefined
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function rowOf({ fullName, surveyed, change }: Todo) {
  return { repository: fullName, package: surveyed.package, version: change.version }
}

/** The jobs that do it; what is wrong, or could not be read, goes to them, too, for they are red about it. */
function matrixOf(
  { repositories, unread }: { readonly repositories: readonly SurveyedRepository[]; readonly unread: readonly string[] },
  todo: readonly Todo[],
  count: number,
): string {
  const changes = Map.groupBy(todo, ({ fullName }) => fullName)
  const sharded = repositories.flatMap(({ repository: { fullName }, red }) => {
    const mine = changes.get(fullName) ?? []
    const tags = [...new Set([...mine.map(({ change }) => change.release.tag), ...red])]
    return tags.length === 0 ? [] : [{ fullName, tags, bytes: mine.reduce((sum, { change }) => sum + bytesToFetch(change), 0) }]
  })
  const blind = unread.map((fullName) => ({ fullName, bytes: 0 }))
  return JSON.stringify({ include: planShards([...sharded, ...blind], count).map((shard) => ({ shard })) })
}

/** Imports repositories side by side; the first thing that concerns all of them ends the run when what is under way has ended. */
async function importAll(
  repositories: readonly SurveyedRepository[],
  now: readonly Todo[],
  { services, inventory }: { readonly services: Services; readonly inventory: Inventory },
): Promise<void> {
  const changes = Map.groupBy(now, ({ fullName }) => fullName)
  const failures: unknown[] = []
  const surroundings = { services, inventory, download: limit(downloadsAtOnce), publish: limit(1), goesOn: () => failures.length === 0 }
  const slot = limit(repositoriesAtOnce)
  const importOne = async (surveyed: SurveyedRepository) => {
    if (failures.length > 0) return
    try {
      services.context.cancelled.throwIfAborted()
      const mine = changes.get(surveyed.repository.fullName) ?? []
      await new RepositoryImport(surveyed, surroundings).run(mine.map(({ change }) => change))
    } catch (error) {
      failures.push(error)
    }
  }
  await Promise.all(repositories.map((surveyed) => slot(() => importOne(surveyed))))
  if (failures.length === 0) return
  services.ledger.addRest(now.map(rowOf), 'the run ended before it was imported')
  throw failures[0]
}
