import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { splitExpressions } from '../harness/expressions.ts'

/** Something that a rule does not allow, at a place that can be clicked. */
export interface Finding {
  readonly rule: string
  /** `path:line`. */
  readonly place: string
  readonly message: string
}

/** One rule, under the name that zizmor gives it, or one of our own. */
export interface Rule {
  readonly name: string
  readonly check: (file: PolicyFile) => Iterable<Problem>
}

/** What a rule found, before it is put into words for the reader. */
export interface Problem {
  readonly at: NodePath
  readonly message: string
}

/** Keys and positions that lead from the top of a document to a node. */
export type NodePath = readonly (string | number)[]

export type YamlObject = Readonly<Record<string, unknown>>

/** A step of a job or of a composite, with the way to it. */
export interface PolicyStep {
  readonly step: YamlObject
  readonly at: NodePath
}

/** A workflow, an action or a Dependabot configuration, with the positions of everything in it. */
export class PolicyFile {
  readonly path: string
  readonly data: YamlObject
  readonly #text: string
  readonly #document: Document
  readonly #lines = new LineCounter()

  constructor(path: string, text: string) {
    this.path = path
    this.#text = text
    this.#document = parseDocument(text, { lineCounter: this.#lines })
    const [error] = this.#document.errors
    if (error !== undefined) throw new Error(`${path}: ${error.message}`)
    this.data = objectOf(this.#document.toJS())
  }

  static read(root: string, path: string): PolicyFile {
    return new PolicyFile(path, readFileSync(join(root, path), 'utf8'))
  }

  get isWorkflow(): boolean {
    return 'jobs' in this.data
  }

  get isAction(): boolean {
    return 'runs' in this.data
  }

  get isDependabot(): boolean {
    return 'updates' in this.data
  }

  /** The jobs of a workflow, by id. */
  jobs(): { id: string; job: YamlObject; at: NodePath }[] {
    return Object.entries(objectOf(this.data.jobs)).map(([id, job]) => ({ id, job: objectOf(job), at: ['jobs', id] }))
  }

  /** The steps of all jobs, or of a composite. */
  steps(): PolicyStep[] {
    const lists: { steps: unknown; at: NodePath }[] = this.isAction
      ? [{ steps: objectOf(this.data.runs).steps, at: ['runs', 'steps'] }]
      : this.jobs().map(({ job, at }) => ({ steps: job.steps, at: [...at, 'steps'] }))
    return lists.flatMap(({ steps, at }) => listOf(steps).map((step, index) => ({ step: objectOf(step), at: [...at, index] })))
  }

  /** The line of a node, from 1; that of its key where it has one. */
  line(at: NodePath): number {
    const parent = at.length === 0 ? undefined : this.#document.getIn(at.slice(0, -1), true)
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === at.at(-1)) : undefined
    const node = isScalar(pair?.key) ? pair.key : this.#document.getIn(at, true)
    const range = typeof node === 'object' && node !== null && 'range' in node ? (node.range as readonly number[] | null) : null
    return this.#lines.linePos(range?.[0] ?? 0).line
  }

  /** The comment at the end of the line on which a node stands, without `#`. */
  comment(at: NodePath): string | undefined {
    return /\s#\s*(.+?)\s*$/.exec(this.#text.split('\n')[this.line(at) - 1] ?? '')?.[1]
  }

  /** Every expression of the file, `${{ }}` or `if:`, with the way to its text. */
  expressions(): { expression: string; at: NodePath }[] {
    const found: { expression: string; at: NodePath }[] = []
    visit(this.#document, {
      Scalar: (key, node, ancestors) => {
        if (typeof node.value !== 'string' || key === 'key') return
        const at = pathOf(ancestors, node)
        const parts = splitExpressions(node.value).flatMap((part) => (part.expression === undefined ? [] : [part.expression]))
        const bare = at.at(-1) === 'if' && parts.length === 0 ? [node.value] : []
        for (const expression of [...parts, ...bare]) found.push({ expression, at })
      },
    })
    return found
  }

  finding(rule: string, { at, message }: Problem): Finding {
    return { rule, place: `${this.path}:${this.line(at)}`, message }
  }
}

function pathOf(ancestors: readonly unknown[], node: unknown): NodePath {
  const path: (string | number)[] = []
  const chain = [...ancestors, node]
  for (const [index, ancestor] of chain.entries()) {
    const next = chain[index + 1]
    if (typeof ancestor !== 'object' || ancestor === null) continue
    if ('key' in ancestor && isScalar(ancestor.key)) path.push(String(ancestor.key.value))
    else if ('items' in ancestor && Array.isArray(ancestor.items) && !isMap(ancestor)) path.push(ancestor.items.indexOf(next))
  }
  return path
}

/** A mapping, or an empty one for anything else. */
export function objectOf(value: unknown): YamlObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as YamlObject) : {}
}

/** A list, or an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** All files of the project that GitHub runs or configures itself by, and the examples that people copy. */
export function policedFiles(root: string): PolicyFile[] {
  const yamlIn = (folder: string): string[] =>
    readdirSync(join(root, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => `${folder}/${name}`)
  const actions = readdirSync(join(root, 'actions')).map((name) => `actions/${name}/action.yml`)
  const paths = [...yamlIn('.github/workflows'), '.github/dependabot.yml', ...yamlIn('examples'), 'action.yml', ...actions]
  return paths.filter((path) => existsSync(join(root, path))).map((path) => PolicyFile.read(root, path))
}
