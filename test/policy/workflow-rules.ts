import { splitExpressions } from '../harness/expressions.ts'
import { listOf, type NodePath, objectOf, type PolicyFile, type Problem, type Rule, type YamlObject } from './policy-file.ts'

/** Triggers that run with the repository's secrets on behalf of strangers. */
const dangerousTriggers = ['pull_request_target', 'workflow_run']

/** Rules about workflows and jobs as a whole. */
export const workflowRules: readonly Rule[] = [
  workflowRule('anonymous-definition', function* ({ data, file }) {
    if (typeof data.name !== 'string') yield { at: [], message: 'the workflow has no name' }
    for (const { job, at } of file.jobs()) if (typeof job.name !== 'string') yield { at, message: 'the job has no name' }
  }),

  workflowRule('dangerous-triggers', function* ({ data }) {
    for (const trigger of triggers(data))
      if (dangerousTriggers.includes(trigger)) yield { at: ['on'], message: `${trigger} is not to be used` }
  }),

  workflowRule('excessive-permissions', function* ({ data, file }) {
    const top = data.permissions
    if (typeof top !== 'object' || top === null || Object.keys(top).length > 0)
      yield { at: ['permissions'], message: 'say permissions: {} at the top' }
    for (const { job, at } of file.jobs()) {
      if (typeof job.permissions === 'string')
        yield { at: [...at, 'permissions'], message: `${job.permissions} grants more than is needed` }
    }
  }),

  workflowRule('undocumented-permissions', function* ({ file }) {
    for (const { job, at } of file.jobs()) {
      for (const scope of Object.keys(objectOf(job.permissions))) {
        const grant = [...at, 'permissions', scope]
        if (file.comment(grant) === undefined) yield { at: grant, message: `say in a comment what ${scope} is for` }
      }
    }
  }),

  workflowRule('concurrency-limits', function* ({ data }) {
    const concurrency = objectOf(data.concurrency)
    if (!('group' in concurrency && 'cancel-in-progress' in concurrency)) {
      yield { at: ['concurrency'], message: 'say concurrency with group and cancel-in-progress' }
    }
  }),

  workflowRule('lost-releases', function* ({ data }) {
    // Of the runs that wait, only the newest survives unless they queue: a release would be lost.
    const concurrency = objectOf(data.concurrency)
    if (isReleaseWorkflow(data) && concurrency.queue !== 'max') yield { at: ['concurrency'], message: 'say queue: max' }
  }),

  workflowRule('timeout', function* ({ file }) {
    for (const { job, at } of file.jobs()) if (!('uses' in job || 'timeout-minutes' in job)) yield { at, message: 'say timeout-minutes' }
  }),

  workflowRule('self-hosted-runner', function* ({ file }) {
    for (const { job, at } of file.jobs()) {
      const labels = typeof job['runs-on'] === 'string' ? [job['runs-on']] : listOf(job['runs-on']).map(String)
      const values = labels.flatMap((label) => (splitExpressions(label)[0]?.expression === undefined ? [label] : matrixValues(job, label)))
      if ('uses' in job) continue
      if (values.length === 0) yield { at: [...at, 'runs-on'], message: 'name the runner, or a matrix that does' }
      for (const value of values)
        if (!/^(ubuntu|windows|macos)-/.test(value)) yield { at: [...at, 'runs-on'], message: `'${value}' is not GitHub's own` }
    }
  }),

  workflowRule('secrets-inherit', function* ({ file }) {
    for (const { job, at } of file.jobs()) if (job.secrets === 'inherit') yield { at: [...at, 'secrets'], message: 'name each secret' }
  }),

  workflowRule('secrets-outside-env', function* ({ data, file }) {
    const isInherited = (at: NodePath): boolean => at[0] !== 'jobs'
    for (const { expression, at } of file.expressions()) {
      if (!/\bsecrets\s*[.[]/i.test(expression.replaceAll(/\bsecrets\.GITHUB_TOKEN\b/gi, ''))) continue
      const job = objectOf(objectOf(data.jobs)[String(at[1])])
      if (isInherited(at) || job.environment === undefined) yield { at, message: 'a job that uses a secret needs an environment' }
    }
  }),

  workflowRule('secrets-in-wide-environments', function* ({ file }) {
    for (const { expression, at } of file.expressions()) {
      const wide = at[0] === 'env' || (at[0] === 'jobs' && at[2] === 'env')
      if (wide && /\bsecrets\b|github\.token/i.test(expression))
        yield { at, message: 'give a secret to the step that needs it, not to all' }
    }
  }),

  workflowRule('unpinned-images', function* ({ file }) {
    for (const { job, at } of file.jobs()) {
      const images: { image: unknown; at: NodePath }[] = [
        { image: typeof job.container === 'string' ? job.container : objectOf(job.container).image, at: [...at, 'container'] },
        ...Object.entries(objectOf(job.services)).map(([name, service]) => ({
          image: objectOf(service).image,
          at: [...at, 'services', name],
        })),
      ]
      for (const { image, at: place } of images) {
        if (typeof image === 'string' && !/@sha256:[0-9a-f]{64}$/.test(image)) yield { at: place, message: `pin '${image}' by its digest` }
      }
    }
  }),

  workflowRule('hardcoded-container-credentials', function* ({ file }) {
    for (const { job, at } of file.jobs()) {
      for (const [name, container] of Object.entries({ container: job.container, ...objectOf(job.services) })) {
        const { password } = objectOf(objectOf(container).credentials)
        if (typeof password === 'string' && !password.includes('secrets.')) yield { at, message: `${name} has its password in the file` }
      }
    }
  }),
]

function workflowRule(name: string, check: (given: { data: YamlObject; file: PolicyFile }) => Iterable<Problem>): Rule {
  return { name, check: (file) => (file.isWorkflow ? check({ data: file.data, file }) : []) }
}

function triggers(data: YamlObject): string[] {
  const { on } = data
  if (typeof on === 'string') return [on]
  return Array.isArray(on) ? on.map(String) : Object.keys(objectOf(on))
}

/** Whether a workflow starts when something is released: a tag or a release. */
export function isReleaseWorkflow(data: YamlObject): boolean {
  return triggers(data).includes('release') || 'tags' in objectOf(objectOf(data.on).push)
}

function matrixValues(job: YamlObject, expression: string): string[] {
  const name = /matrix\.([\w-]+)/.exec(expression)?.[1]
  return name === undefined ? [] : listOf(objectOf(objectOf(job.strategy).matrix)[name]).map(String)
}
