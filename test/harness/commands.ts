/** A workflow command that a step printed. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

export type AnnotationKind = 'error' | 'warning' | 'notice'

/** An annotation as GitHub shows it. Lines and columns count from 1. */
export interface Annotation {
  readonly kind: AnnotationKind
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** Commands that the runner knows; the rest of its output is text. */
const registered = new Set([
  'internal-set-repo-path', 'set-env', 'add-path', 'set-output', 'save-state', 'add-mask', 'add-matcher', 'remove-matcher',
  'debug', 'warning', 'error', 'notice', 'group', 'endgroup', 'echo', 'stop-commands',
]) // biome-ignore format: a list of words

/** Messages are cut at this many characters. */
const messageLimit = 4096

/** Annotations of one kind that a step can have; the runner drops the rest. */
const annotationLimit = 10

/** What the commands of one step did, while its output is fed line by line. */
export class CommandProcessor {
  readonly outputs: Record<string, string> = {}
  readonly state: Record<string, string> = {}
  readonly masks: string[] = []
  /** Every annotation in order; `shownAnnotations` says which of them GitHub keeps. */
  readonly annotations: Annotation[] = []
  /** Commands that were refused; each makes the step fail. */
  readonly errors: string[] = []
  #stopToken: string | undefined

  /** Takes one line of output; says whether it was a command. */
  line(text: string): boolean {
    const command = parseCommand(text, this.#stopToken)
    if (command === undefined) return false
    if (this.#stopToken !== undefined) {
      if (command.name !== this.#stopToken.toLowerCase()) return false
      this.#stopToken = undefined
      return true
    }
    this.#run(command)
    return true
  }

  #run({ name, properties, data }: Command): void {
    switch (name) {
      case 'stop-commands':
        if (data.trim() === '' || registered.has(data.toLowerCase())) this.errors.push(`Invalid stop-commands token '${data}'`)
        else {
          this.#stopToken = data
          if (data.length > 6) this.masks.push(data)
        }
        break
      case 'set-output':
        if (properties.name) this.outputs[properties.name] = data
        else this.errors.push("Required field 'name' is missing in ##[set-output] command.")
        break
      case 'save-state':
        if (properties.name) this.state[properties.name] = data
        else this.errors.push("Required field 'name' is missing in ##[save-state] command.")
        break
      case 'set-env':
      case 'add-path':
        this.errors.push(`The \`${name}\` command is disabled.`)
        break
      case 'add-mask':
        this.masks.push(...[data, ...data.split(/[\r\n]+/)].filter((value, at, all) => value.trim() !== '' && all.indexOf(value) === at))
        break
      case 'error':
      case 'warning':
      case 'notice':
        this.annotations.push(annotation(name, properties, data))
        break
    }
  }
}

function annotation(kind: AnnotationKind, properties: Readonly<Record<string, string>>, data: string): Annotation {
  const line = wholeNumber(properties.line)
  const column = wholeNumber(properties.col)
  return {
    kind,
    message: data.slice(0, messageLimit),
    ...(properties.title ? { title: properties.title } : {}),
    ...(properties.file ? { file: properties.file } : {}),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}

/** The annotations that GitHub shows: at most ten of each kind per step. */
export function shownAnnotations(all: readonly Annotation[]): Annotation[] {
  const seen = { error: 0, warning: 0, notice: 0 }
  return all.filter(({ kind }) => ++seen[kind] <= annotationLimit)
}

/**
 * The command in a line, if there is one, by the runner's two rules (`ActionCommand`): `::name props::data` after leading white space, or the
 * old `##[name props]data` **anywhere** in the line. Names are compared without regard to case; `extra` is the token that ends stop-commands.
 */
export function parseCommand(text: string, extra?: string): Command | undefined {
  return parseColons(text.trimStart(), extra) ?? parseBrackets(text, extra)
}

function isKnown(name: string, extra: string | undefined): boolean {
  return registered.has(name.toLowerCase()) || (extra !== undefined && name.toLowerCase() === extra.toLowerCase())
}

function parseColons(text: string, extra: string | undefined): Command | undefined {
  if (!text.startsWith('::')) return undefined
  const end = text.indexOf('::', 2)
  if (end < 0) return undefined
  const [name, properties] = splitHead(text.slice(2, end))
  if (!isKnown(name, extra)) return undefined
  return {
    name: name.toLowerCase(),
    properties: parseProperties(properties, ',', unescapeProperty),
    data: unescapeData(text.slice(end + 2)),
  }
}

function parseBrackets(text: string, extra: string | undefined): Command | undefined {
  const start = text.indexOf('##[')
  const end = start < 0 ? -1 : text.indexOf(']', start)
  if (end < 0) return undefined
  const [name, properties] = splitHead(text.slice(start + 3, end))
  if (!isKnown(name, extra)) return undefined
  return {
    name: name.toLowerCase(),
    properties: parseProperties(properties, ';', unescapeBrackets),
    data: unescapeBrackets(text.slice(end + 1)),
  }
}

function splitHead(head: string): [name: string, properties: string] {
  const space = head.indexOf(' ')
  return space < 0 ? [head, ''] : [head.slice(0, space), head.slice(space + 1).trim()]
}

function parseProperties(text: string, separator: string, decode: (value: string) => string): Record<string, string> {
  const properties: Record<string, string> = {}
  for (const pair of text.split(separator)) {
    const equals = pair.indexOf('=')
    if (equals > 0) properties[pair.slice(0, equals).trim()] = decode(pair.slice(equals + 1))
  }
  return properties
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function unescapeProperty(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')
}

function unescapeBrackets(text: string): string {
  return text.replaceAll('%3B', ';').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%5D', ']').replaceAll('%25', '%')
}
