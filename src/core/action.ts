import { readFile, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { type Clock, systemClock } from './clock.ts'
import { addSummary, maskValue, setOutput } from './commands.ts'
import { Diagnostics } from './diagnostics.ts'
import { ActionError, messageOf, systemCode } from './errors.ts'
import { type GitHubContext, readGitHubContext, untrustedTrigger } from './github.ts'
import { type Environment, type InputSpecs, type InputsOf, inputKey, readInputs } from './inputs.ts'
import { type Log, printDiagnostics, runnerLog } from './log.ts'
import type { Markdown } from './markdown.ts'
import { maskVariants } from './secrets.ts'

/** What every use case gets besides its inputs. */
export interface ActionContext {
  /** Absolute, without links. */
  readonly workspace: string
  readonly clock: Clock
  readonly log: Log
  /** Holds the mistakes in the inputs already; a use case adds its own and calls `throwIfErrors` before its first write. */
  readonly diagnostics: Diagnostics
  readonly github: GitHubContext
}

/** What use cases get that talk to servers. */
export interface ConnectedContext extends ActionContext {
  /** The variables of the run, without secrets: proxies are named there. */
  readonly environment: Environment
  /** The values of `secretVariables`, taken out of the environment. */
  readonly secrets: Readonly<Record<string, string>>
  /** A folder for this job's files, absolute. */
  readonly temporary: string
  /** Aborted when the run is cancelled. Whoever asks for it takes over SIGINT and SIGTERM, and must end soon after. */
  readonly cancelled: AbortSignal
  /** Sets an output at once, so that it is known also when the run ends badly. */
  setOutput(name: string, value: string): void
  /** Masks a secret that was made of others, such as a bearer token. */
  mask(secret: string): void
}

/** What a use case did. A failure after the first write is data: outputs and summary are written before it ends the run. */
export interface ActionResult<OutputName extends string> {
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>
  readonly summary: Markdown
  readonly failure?: ActionError
}

type UseCase<Specs extends InputSpecs, OutputName extends string> = (
  inputs: InputsOf<Specs>,
  context: ConnectedContext,
) => Promise<ActionResult<OutputName>>

/** Runs an action to its end: reads inputs, guards and masks secrets, and reports the outcome the way GitHub Actions expects it. */
export async function runAction<const Specs extends InputSpecs, OutputName extends string>(
  specs: Specs,
  useCase: UseCase<Specs, OutputName>,
  { secretVariables = [] }: { secretVariables?: readonly string[] } = {},
): Promise<void> {
  const diagnostics = new Diagnostics()
  try {
    const inputs = readInputs(specs, process.env, diagnostics)
    const secrets = takeSecrets(secretVariables)
    const github = readGitHubContext(process.env)
    await guardSecrets(specs, inputs, { github, variables: Object.keys(secrets) })
    const workspace = await findWorkspace(process.env.GITHUB_WORKSPACE ?? process.cwd())
    const clock = systemClock(process.env.SOURCE_DATE_EPOCH)
    const result = await useCase(inputs, {
      workspace,
      clock,
      log: runnerLog,
      diagnostics,
      github,
      environment: process.env,
      secrets,
      temporary: process.env.RUNNER_TEMP ?? tmpdir(),
      get cancelled() {
        return cancellation()
      },
      setOutput: setOutput,
      mask: (secret) => maskVariants(secret).forEach(maskValue),
    })
    for (const [name, value] of Object.entries<string | undefined>(result.outputs)) if (value !== undefined) setOutput(name, value)
    if (inputNamed(inputs, 'summary') !== false) addSummary(result.summary.toString())
    if (result.failure !== undefined) throw result.failure
    printDiagnostics(diagnostics.all)
  } catch (error) {
    reportFailure(error, diagnostics)
  }
}

/** The workspace without links. */
async function findWorkspace(named: string): Promise<string> {
  try {
    return await realpath(named)
  } catch (error) {
    throw new ActionError(
      'not-found',
      `the workspace '${named}' (variable GITHUB_WORKSPACE) cannot be read: ${systemCode(error) ?? messageOf(error)}`,
      {
        cause: error,
        hint: 'Check the code out first, or start the run in the folder that holds the files.',
      },
    )
  }
}

/** Masks every secret with its variants, then refuses to go on where outsiders decide what the run does. */
async function guardSecrets<Specs extends InputSpecs>(
  specs: Specs,
  inputs: InputsOf<Specs>,
  { github, variables }: { github: GitHubContext; variables: readonly string[] },
): Promise<void> {
  const names = Object.keys(specs).filter((name) => specs[name]?.type === 'secret')
  const secrets = names.map((name) => ({ name, value: inputNamed(inputs, name) }))
  for (const { value } of secrets) if (typeof value === 'string') maskVariants(value).forEach(maskValue)

  const inInputs = secrets.filter(({ value }) => value !== undefined && value !== '').map(({ name }) => `input '${name}'`)
  const given = [...inInputs, ...variables.map((name) => `variable '${name}'`)]
  if (given.length === 0 || inputNamed(inputs, 'allow-untrusted-trigger') === true) return
  const reason = untrustedTrigger(github, await readEvent())
  if (reason === undefined) return
  throw new ActionError('unauthorized', `${given.join(', ')} is given, but ${reason}`, {
    hint: 'Release from a push, a tag or a manual run; or set "allow-untrusted-trigger: true" if you know that no outsider decides what is released.',
  })
}

/** Takes secrets out of the environment, so that no child inherits them, and masks them. */
function takeSecrets(variables: readonly string[]): Readonly<Record<string, string>> {
  const secrets: Record<string, string> = {}
  for (const variable of variables) {
    const value = process.env[variable]
    delete process.env[variable]
    if (value === undefined || value === '') continue
    maskVariants(value).forEach(maskValue)
    secrets[variable] = value
  }
  return secrets
}

let cancelling: AbortController | undefined

/** The runner cancels by SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL (actions/runner, ProcessInvoker.cs). */
function cancellation(): AbortSignal {
  if (cancelling === undefined) {
    const controller = new AbortController()
    const cancel = () => controller.abort(new ActionError('timeout', 'the run was cancelled'))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, cancel)
    cancelling = controller
  }
  return cancelling.signal
}

function inputNamed(inputs: object, name: string): unknown {
  return Reflect.get(inputs, inputKey(name))
}

async function readEvent(): Promise<unknown> {
  try {
    return JSON.parse(await readFile(process.env.GITHUB_EVENT_PATH ?? '', 'utf8'))
  } catch {
    // Without the event nothing shows that the head is ours: `untrustedTrigger` then refuses the events that may come from forks.
    return undefined
  }
}

function reportFailure(error: unknown, diagnostics: Diagnostics): void {
  process.exitCode = 1
  const foreseen = error instanceof ActionError
  const told = foreseen && error.diagnostics.length > 0
  if (foreseen && !told) diagnostics.error(error.message, error.hint === undefined ? {} : { hint: error.hint })
  if (!foreseen) {
    diagnostics.error(`Unexpected failure: ${messageOf(error)}`, {
      hint: 'Please report it, with the log: https://github.com/outtray/outtray/issues',
    })
  }
  const unlisted = told ? error.diagnostics.filter((diagnostic) => !diagnostics.all.includes(diagnostic)) : []
  printDiagnostics([...diagnostics.all, ...unlisted])
  if (told) runnerLog.info(error.message)
  if (!foreseen && error instanceof Error) for (const line of (error.stack ?? '').split('\n')) runnerLog.info(line)
  for (let cause = causeOf(error); cause !== undefined; cause = causeOf(cause)) runnerLog.info(`Caused by: ${messageOf(cause)}`)
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined
}
