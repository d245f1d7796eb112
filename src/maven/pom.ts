import type { Diagnostics, Location } from '../core/diagnostics.ts'
import { type CoordinatePart, type Coordinates, coordinateParts, coordinateProblem } from './coordinates.ts'
import { PomExpressionError, PomExpressions } from './pom-expressions.ts'
import { parseXml, type XmlDocument, type XmlElement, XmlError } from './xml.ts'

/** What one POM file says of itself, parents not followed. */
export interface Pom {
  /** The path of the file, as messages name it. */
  readonly file: string
  /** Its own, or the parent's where it has none; valid, expressions replaced. */
  readonly coordinates: Coordinates
  /** Where each coordinate is written; in the `parent` element when it is inherited. */
  readonly locations: Readonly<Record<CoordinatePart, Location>>
  /** `jar` when the POM does not say. */
  readonly packaging: string
  /** The project's name for people; an expression that this file alone cannot replace is left as it stands. */
  readonly name?: string
}

/**
 * Reads the facts of a POM (https://maven.apache.org/pom.html). Every mistake becomes an error with its line and column.
 * @param file the path that messages name
 * @returns undefined when there were errors
 */
export function readPom(bytes: Uint8Array, file: string, diagnostics: Diagnostics): Pom | undefined {
  try {
    return new PomReader(parseXml(bytes), file, diagnostics).read()
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    diagnostics.error(`cannot read the POM: ${error.message}`, { location: { file, ...error.position } })
    return undefined
  }
}

const flatten = 'Publish the POM with the value filled in: Maven does that with the flatten-maven-plugin (goal flatten:flatten).'

class PomReader {
  readonly #document: XmlDocument
  readonly #file: string
  readonly #diagnostics: Diagnostics
  #failed = false

  constructor(document: XmlDocument, file: string, diagnostics: Diagnostics) {
    this.#document = document
    this.#file = file
    this.#diagnostics = diagnostics
  }

  read(): Pom | undefined {
    const project = this.#document.root
    if (project.name !== 'project') {
      this.#error(`this is no POM: the outermost element is <${project.name}>, not <project>`, this.#locate(project))
      return undefined
    }
    const own = this.#children(project, ['groupId', 'artifactId', 'version', 'packaging', 'name', 'parent', 'properties'])
    const parent = own.parent && this.#children(own.parent, coordinateParts)
    const sources = { groupId: own.groupId ?? parent?.groupId, artifactId: own.artifactId, version: own.version ?? parent?.version }
    const packaging = own.packaging?.text || 'jar'
    const expressions = new PomExpressions(
      knownValues({
        project: { ...textOf(sources), packaging, name: own.name?.text },
        parent: textOf(parent ?? {}),
        properties: own.properties?.children ?? [],
      }),
    )
    const coordinates = { groupId: '', artifactId: '', version: '' }
    const locations = { groupId: this.#locate(project), artifactId: this.#locate(project), version: this.#locate(project) }
    for (const part of coordinateParts) {
      const element = sources[part]
      if (element === undefined) {
        this.#error(`the POM has no <${part}>${part === 'artifactId' ? '' : ', neither its own nor in <parent>'}`, locations[part])
        continue
      }
      locations[part] = this.#locate(element)
      coordinates[part] = this.#coordinate(part, element, expressions)
    }
    const facts: Pom = { file: this.#file, coordinates, locations, packaging: lenient(packaging, expressions) }
    if (this.#failed) return undefined
    return own.name?.text ? { ...facts, name: lenient(own.name.text, expressions) } : facts
  }

  #coordinate(part: CoordinatePart, element: XmlElement, expressions: PomExpressions): string {
    if (element.children.length > 0) {
      this.#error(`<${part}> holds elements, where text is expected`, this.#locate(element))
      return ''
    }
    try {
      const value = expressions.resolve(element.text)
      const problem = coordinateProblem(part, value)
      if (problem !== undefined) this.#error(`<${part}> ${problem}${value === '' ? '' : `: ${excerpt(value)}`}`, this.#locate(element))
      return value
    } catch (error) {
      if (!(error instanceof PomExpressionError)) throw error
      this.#error(`<${part}> ${error.message}`, this.#locate(element), flatten)
      return ''
    }
  }

  /** Maven reads a POM in which one of these occurs twice as damaged, and so do we: which of both counts would be a guess. */
  #children<Name extends string>(element: XmlElement, names: readonly Name[]): Partial<Record<Name, XmlElement>> {
    const found: Partial<Record<Name, XmlElement>> = {}
    for (const name of names) {
      const [first, second] = element.children.filter((child) => child.name === name)
      if (first !== undefined) found[name] = first
      if (second !== undefined) this.#error(`<${name}> is there twice in <${element.name}>`, this.#locate(second))
    }
    return found
  }

  #locate(element: XmlElement): Location {
    const position = element.children.length === 0 ? this.#document.contentPosition(element) : this.#document.position(element.start)
    return { file: this.#file, ...position }
  }

  #error(message: string, location: Location, hint?: string): void {
    this.#failed = true
    this.#diagnostics.error(message, hint === undefined ? { location } : { location, hint })
  }
}

interface KnownSources {
  readonly project: Readonly<Record<string, string | undefined>>
  readonly parent: Readonly<Record<string, string | undefined>>
  readonly properties: readonly XmlElement[]
}

/** Names in Maven's order of precedence: the model by its prefix, the POM's properties, the model without prefix as Maven 1 had it. */
function knownValues({ project, parent, properties }: KnownSources): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  const learn = (prefix: string, values: Readonly<Record<string, string | undefined>>) => {
    for (const [name, value] of Object.entries(values)) if (value !== undefined) known.set(`${prefix}${name}`, value)
  }
  learn('', project)
  learn('parent.', parent)
  for (const { name, text } of properties) known.set(name, text)
  for (const prefix of ['pom.', 'project.']) {
    learn(prefix, project)
    learn(`${prefix}parent.`, parent)
  }
  return known
}

function textOf(elements: Partial<Record<string, XmlElement | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(elements).map(([name, element]) => [name, element?.text]))
}

function lenient(text: string, expressions: PomExpressions): string {
  try {
    return expressions.resolve(text)
  } catch (error) {
    if (!(error instanceof PomExpressionError)) throw error
    return text
  }
}

function excerpt(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
