import type { ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inputVariable, readActionDefinition } from '../harness/action-definition.ts'
import type { Annotation } from '../harness/commands.ts'
import { Expressions } from '../harness/expressions.ts'
import { fileStamps, LeakDetector } from '../harness/leaks.ts'
import { prepareRunner, type RunRequest } from '../harness/runner-context.ts'
import { runStepProcess } from '../harness/step-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The folder of the project. */
export const project = resolve(import.meta.dirname, '../..')

/** How to run an action; everything but the inputs has a plausible value by default. */
export interface ActionRunOptions extends RunRequest {
  /** Where the action works. Default: an empty folder that is gone when the action has ended. */
  readonly workspace?: string
  /** Added to the environment, which otherwise holds only what the runner sets. */
  readonly env?: Readonly<Record<string, string>>
  /** What must be seen nowhere but in the inputs. */
  readonly secrets?: readonly string[]
  /** Holds `actions/` and `dist/`. Default: the project. */
  readonly actionRoot?: string
  readonly timeoutMs?: number
  /** Sends `signal` (default SIGKILL) after so many milliseconds. */
  readonly killAfterMs?: number
  readonly signal?: NodeJS.Signals
  readonly onStart?: (child: ChildProcess) => void
  readonly onLog?: (log: string, child: ChildProcess) => void
}

/** What a workflow would see of the action. */
export interface ActionRun {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null
  /** Its output without `add-mask` commands; not masked. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Messages of the annotations, all of them. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  readonly notices: readonly string[]
  readonly annotations: readonly Annotation[]
  readonly masks: readonly string[]
  /** Where a secret or a spelling of it was seen: log, outputs, summary, files of the workspace, environments of children. Ought to be empty. */
  readonly leaked: readonly string[]
  readonly workspace: string
  /** Wall time of the whole process. */
  readonly ms: number
}

/** Runs the committed bundle of an action as GitHub's runner would: inputs and defaults of its `action.yml`, a clean environment, Node 24. */
export async function runAction(
  name: string,
  inputs: Readonly<Record<string, string>>,
  options: ActionRunOptions = {},
): Promise<ActionRun> {
  await using machine = temporaryFolder('runner')
  const folder = resolve(options.actionRoot ?? project, 'actions', name)
  const definition = readActionDefinition(folder)
  if (definition.runs.using === 'composite') throw new Error(`${name} is a composite: run it with test/harness`)
  const workspace = options.workspace ?? join(machine.path, 'workspace')
  mkdirSync(workspace, { recursive: true })
  const context = prepareRunner(join(machine.path, 'runner'), workspace, options)

  const declared = definition.inputs ?? {}
  for (const key of Object.keys(inputs)) if (!(key in declared)) throw new Error(`${name} declares no input '${key}'`)
  const expressions = new Expressions({ github: context.github, runner: context.runner })
  const variables = Object.entries(declared).map(([key, spec]) => [inputVariable(key), inputs[key] ?? expressions.text(spec?.default)])

  const secrets = options.secrets ?? []
  const leaks = await LeakDetector.of(secrets)
  const before = secrets.length === 0 ? undefined : fileStamps(workspace)
  let timer: NodeJS.Timeout | undefined
  const started = performance.now()
  const result = await runStepProcess({
    program: { node: resolve(folder, definition.runs.main) },
    cwd: workspace,
    env: {
      ...context.env,
      GITHUB_ACTION: `__outtray_${name}`,
      GITHUB_ACTION_PATH: folder,
      ...Object.fromEntries(variables),
      ...options.env,
    },
    runnerFolder: context.folder,
    leaks,
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    ...(options.onLog === undefined ? {} : { onLog: options.onLog }),
    onStart(child) {
      if (options.killAfterMs !== undefined) timer = setTimeout(() => child.kill(options.signal ?? 'SIGKILL'), options.killAfterMs)
      options.onStart?.(child)
    },
  })
  const ms = performance.now() - started
  clearTimeout(timer)
  const messages = (kind: Annotation['kind']): string[] => result.annotations.filter((a) => a.kind === kind).map((a) => a.message)
  return {
    code: result.code,
    log: result.log,
    outputs: result.outputs,
    summary: result.summary,
    errors: [...messages('error'), ...result.errors],
    warnings: messages('warning'),
    notices: messages('notice'),
    annotations: result.annotations,
    masks: result.masks,
    leaked:
      before === undefined ? [] : [...result.leaked, ...leaks.inFolder(workspace, before), ...leaks.inFolder(join(context.folder, 'temp'))],
    workspace,
    ms,
  }
}

/** A file of the project, as text. */
export function projectFile(path: string): string {
  return readFileSync(join(project, path), 'utf8')
}
