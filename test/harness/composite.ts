import type { ActionDefinition } from './action-definition.ts'
import type { ActionFolder } from './action-references.ts'
import type { Expressions } from './expressions.ts'
import type { Scope } from './job-state.ts'

/** Composites inside composites, at most (the runner's `CompositeActionsMaxDepth`). */
const depthLimit = 9

/** Contexts that steps of a composite may use, besides `env`, `steps` and `job`. There is no `secrets`, `vars` or `needs`. */
const visibleContexts = ['github', 'runner', 'strategy', 'matrix']

/** A composite action about to run. */
export interface CompositeUse {
  readonly action: ActionFolder
  readonly inputs: Readonly<Record<string, string>>
  /** Variables of the step that uses it; they reach its steps. Inputs do not become variables. */
  readonly env: Readonly<Record<string, string>>
  readonly key: string
}

/** The scope in which the steps of a composite run. */
export function compositeScope(outer: Scope, { action, inputs, env, key }: CompositeUse): Scope {
  if (outer.depth >= depthLimit) throw new Error(`Composite action depth exceeded max depth ${depthLimit}`)
  const { github, ...visible } = Object.fromEntries(Object.entries(outer.contexts).filter(([name]) => visibleContexts.includes(name)))
  return {
    contexts: { ...visible, github: { ...(github as Record<string, unknown>), action_path: action.folder }, inputs },
    steps: {},
    given: env,
    root: action.root,
    defaults: {},
    actionPath: action.folder,
    outer,
    depth: outer.depth + 1,
    key,
    status: 'success',
  }
}

/** The outputs of a composite, evaluated when its steps have ended. */
export function compositeOutputs(definition: ActionDefinition, expressions: Expressions): Record<string, string> {
  return Object.fromEntries(Object.entries(definition.outputs ?? {}).map(([name, output]) => [name, expressions.text(output?.value)]))
}
