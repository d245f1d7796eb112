import { delimiter } from 'node:path'
import type { ActionSources } from './action-references.ts'
import { type Annotation, shownAnnotations } from './commands.ts'
import { type Contexts, Expressions } from './expressions.ts'
import { hashFiles } from './hash-files.ts'
import type { LeakDetector } from './leaks.ts'
import type { SecretMasker } from './masks.ts'
import type { GitHubContext, RunnerContext } from './runner-context.ts'
import type { StepProcessResult } from './step-process.ts'

export type Status = 'success' | 'failure' | 'cancelled' | 'skipped'

/** `steps.<id>` as expressions see it. */
export interface StepResult {
  readonly outputs: Readonly<Record<string, string>>
  /** Before `continue-on-error`. */
  readonly outcome: Status
  /** After it. */
  readonly conclusion: Status
}

/** What a page of a run shows of one step of a job; the steps inside a composite count for the step that uses it. */
export interface StepReport extends StepResult {
  readonly name: string
  /** At most ten of each kind. */
  readonly annotations: readonly Annotation[]
  /** One for each step inside a composite that wrote one. */
  readonly summaries: readonly string[]
  /** Masked. */
  readonly log: string
}

/** Stands in for an action of somebody else's; gives back its outputs and throws to fail. */
export type StandIn = (call: StandInCall) => Promise<Readonly<Record<string, string>> | undefined>

export interface StandInCall {
  readonly inputs: Readonly<Record<string, string>>
  readonly workspace: string
  readonly github: GitHubContext
  readonly log: (line: string) => void
}

/** A script that runs when the job's own steps have ended. */
export interface PostStep {
  readonly name: string
  readonly run: () => Promise<void>
}

/** A list of steps being run: those of a job, or those of a composite. */
export interface Scope {
  /** All contexts but `env`, `steps` and `job`. */
  readonly contexts: Contexts
  readonly steps: Record<string, StepResult>
  /** Variables that the steps around this scope (those that use the composite) were given. */
  readonly given: Readonly<Record<string, string>>
  /** The root of the repository that the steps stand in. */
  readonly root: string
  readonly defaults: { readonly shell?: string; readonly 'working-directory'?: string }
  /** Of a composite: its folder. */
  readonly actionPath?: string
  /** Tells this list of steps from all others of the job. */
  readonly key: string
  /** The scope around this one; a job's own has none. */
  readonly outer?: Scope
  /** Composites around these steps. */
  readonly depth: number
  /** So far. Inside a composite it tells of the composite's own steps only. */
  status: 'success' | 'failure'
}

/** The job's own scope, whose status is the job's. */
export function outermost(scope: Scope): Scope {
  return scope.outer === undefined ? scope : outermost(scope.outer)
}

/** What one step of a job gathers while it runs. */
export class StepRecord {
  readonly annotations: Annotation[] = []
  readonly summaries: string[] = []
  readonly lines: string[] = []
}

/** Everything that one job on one machine shares between its steps. */
export class JobState {
  readonly runner: RunnerContext
  readonly masker: SecretMasker
  readonly leaks: LeakDetector
  readonly repositories: Readonly<Record<string, string>>
  readonly standIns: Readonly<Record<string, StandIn>>
  /** Variables of the workflow and the job, and what steps put into `GITHUB_ENV`. */
  readonly env: Record<string, string> = {}
  /** Folders before the system's PATH. */
  readonly path: string[] = []
  readonly posts: PostStep[] = []
  readonly leaked: string[] = []
  readonly reports: StepReport[] = []
  readonly #states = new Map<string, Record<string, string>>()

  constructor(parts: Pick<JobState, 'runner' | 'masker' | 'leaks' | 'repositories' | 'standIns'>) {
    this.runner = parts.runner
    this.masker = parts.masker
    this.leaks = parts.leaks
    this.repositories = parts.repositories
    this.standIns = parts.standIns
  }

  get workspace(): string {
    return this.runner.github.workspace
  }

  /** What the scripts of one step's action saved for each other, by the step's key. */
  stateOf(key: string): Record<string, string> {
    const state = this.#states.get(key) ?? {}
    this.#states.set(key, state)
    return state
  }

  sources(scope: Scope): ActionSources {
    return { workspace: this.workspace, root: scope.root, repositories: this.repositories }
  }

  /** Expressions as a step of the scope may use them; `env` are the variables of that step alone. */
  expressions(scope: Scope, env: Readonly<Record<string, string>> = {}): Expressions {
    const contexts = {
      ...scope.contexts,
      env: { ...this.env, ...scope.given, ...env },
      steps: scope.steps,
      job: { status: outermost(scope).status },
    }
    return new Expressions(contexts, {
      success: () => scope.status === 'success',
      failure: () => scope.status === 'failure',
      cancelled: () => false,
      always: () => true,
      hashFiles: (...patterns) => hashFiles(this.workspace, patterns.map(String)),
    })
  }

  /**
   * The environment of a process: the runner's, the job's, and what this step was given. The runner's own `GITHUB_*` and `RUNNER_*` cannot be
   * overridden.
   */
  processEnvironment(given: Readonly<Record<string, string>>): Record<string, string> {
    const env = { ...this.runner.env, ...this.env }
    this.leaked.push(...this.leaks.inText('the environment of every step', Object.values(env).join('\n')))
    const own = Object.entries(this.runner.env).filter(([name]) => /^(GITHUB|RUNNER)_/.test(name))
    return { ...env, PATH: [...this.path, env.PATH].join(delimiter), ...given, ...Object.fromEntries(own) }
  }

  /** Takes over what a process told the runner; says whether it succeeded. */
  absorb(result: StepProcessResult, record: StepRecord): boolean {
    for (const mask of result.masks) this.masker.add(mask)
    Object.assign(this.env, result.env)
    this.path.unshift(...result.path)
    record.annotations.push(...result.annotations)
    record.lines.push(...result.log.split('\n').slice(0, -1))
    for (const message of [...result.remarks, ...result.errors]) record.annotations.push({ kind: 'error', message })
    if (result.summary !== '') record.summaries.push(result.summary)
    this.leaked.push(...result.leaked)
    const succeeded = result.code === 0 && result.errors.length === 0
    if (result.code !== 0) record.annotations.push({ kind: 'error', message: `Process completed with exit code ${result.code}.` })
    return succeeded
  }

  /** Ends a step of the job: its report, with all secrets hidden as the run's page hides them. */
  report(name: string, result: StepResult, record: StepRecord): void {
    const mask = (text: string): string => this.masker.mask(text)
    this.reports.push({
      name: mask(name),
      ...result,
      annotations: shownAnnotations(record.annotations).map((annotation) => ({ ...annotation, message: mask(annotation.message) })),
      summaries: record.summaries.map(mask),
      log: mask(record.lines.map((line) => `${line}\n`).join('')),
    })
  }
}
