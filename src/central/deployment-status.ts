import { classifyMessage, type DeploymentMessage } from './deployment-errors.ts'

/** The Portal's states, in the order in which a deployment goes through them; `UNKNOWN` stands for one that it added since. */
export const deploymentStates = ['PENDING', 'VALIDATING', 'VALIDATED', 'PUBLISHING', 'PUBLISHED', 'FAILED', 'UNKNOWN'] as const
export type DeploymentState = (typeof deploymentStates)[number]

/** What the Portal says of a deployment. Only `state` decides anything: errors and contents are noise in most states. */
export interface DeploymentStatus {
  readonly id: string
  readonly name: string | undefined
  readonly state: DeploymentState
  /** The state as the Portal spells it. */
  readonly spelledState: string
  /** What it holds. Complete while VALIDATED only: empty or partial in other states, without meaning. */
  readonly purls: readonly string[]
  /** Without the Portal's noise. */
  readonly errors: readonly DeploymentMessage[]
  readonly warnings: readonly string[]
}

/** A deployment as the list of deployments has it. */
export interface ListedDeployment {
  readonly id: string
  readonly name: string | undefined
  readonly state: DeploymentState
  /** Milliseconds since 1970. */
  readonly created: number | undefined
  readonly purls: readonly string[]
  /** Paths in the bundle. */
  readonly files: readonly string[]
}

/** Reads a status answer; undefined when it is none. Whatever is absent, null or new is no mistake. `redacted` takes secrets out of its words. */
export function readStatus(value: unknown, redacted = (text: string): string => text): DeploymentStatus | undefined {
  const spelledState = textAt(value, 'deploymentState')
  if (spelledState === undefined) return undefined
  return {
    id: textAt(value, 'deploymentId') ?? '',
    name: textAt(value, 'deploymentName'),
    state: stateOf(spelledState),
    spelledState: redacted(spelledState),
    purls: textsIn(at(value, 'purls')),
    errors: messagesIn(at(value, 'errors'), redacted),
    warnings: messageTexts(at(value, 'warnings')).map(redacted),
  }
}

/** Reads one page of the list; undefined when it is none. */
export function readList(value: unknown): { readonly deployments: readonly ListedDeployment[]; readonly pageCount: number } | undefined {
  const listed = at(value, 'deployments')
  if (!Array.isArray(listed)) return undefined
  const pageCount = at(value, 'pageCount')
  return {
    deployments: listed.flatMap((entry) => readListed(entry) ?? []),
    pageCount: typeof pageCount === 'number' ? pageCount : 1,
  }
}

function readListed(entry: unknown): ListedDeployment | undefined {
  const id = textAt(entry, 'deploymentId')
  if (id === undefined) return undefined
  const created = at(entry, 'createTimestamp') ?? at(entry, 'createdTimestamp')
  const files = at(entry, 'deploymentFiles')
  return {
    id,
    name: textAt(entry, 'deploymentName'),
    state: stateOf(textAt(entry, 'deploymentState') ?? ''),
    created: typeof created === 'number' ? created : undefined,
    purls: textsIn(at(entry, 'purls')),
    files: Array.isArray(files) ? files.flatMap((file) => textAt(file, 'relativePath') ?? []) : [],
  }
}

function stateOf(text: string): DeploymentState {
  return deploymentStates.find((state) => state === text.toUpperCase()) ?? 'UNKNOWN'
}

/** Errors come as `{subject: [message]}`, where the subject is a purl or `common`; any other shape is taken for messages without a subject. */
function messagesIn(errors: unknown, redacted: (text: string) => string): DeploymentMessage[] {
  const bySubject =
    typeof errors === 'object' && errors !== null && !Array.isArray(errors) ? Object.entries(errors) : [['common', errors] as const]
  return bySubject
    .flatMap(([subject, messages]) => messageTexts(messages).map((text) => classifyMessage(redacted(text), subject)))
    .filter(({ kind }) => kind !== 'noise')
}

/** All texts in a value, at whatever of these depths the Portal has put them. */
function messageTexts(value: unknown, depth = 4): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || depth === 0) return []
  return Object.values(value).flatMap((inner) => messageTexts(inner, depth - 1))
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function textAt(value: unknown, key: string): string | undefined {
  const found = at(value, key)
  return typeof found === 'string' ? found : undefined
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
