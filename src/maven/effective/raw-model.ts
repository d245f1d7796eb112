import type { Location } from '../../core/diagnostics.ts'
import type { PomBytes } from '../pom-source.ts'
import { parseXml, type XmlDocument, type XmlElement, XmlError } from '../xml.ts'

/** A text of a POM and the place where it is written. */
export interface RawFact {
  readonly text: string
  readonly location: Location
}

/** One element of a list: a license, a developer, a dependency. */
export interface RawItem {
  readonly location: Location
  /** By the names of its children. */
  readonly facts: ReadonlyMap<string, RawFact>
}

/** What a profile would add if it were active; none is ever applied. */
export interface RawProfile {
  readonly id: string
  readonly location: Location
  readonly properties: ReadonlyMap<string, RawFact>
  readonly managed: readonly RawItem[]
}

/** What one POM file says, with places: nothing inherited, no expression replaced. */
export interface RawModel {
  readonly file: string
  /** Where the project begins. */
  readonly location: Location
  /** By path below the project, with dots: `name`, `scm.url`, `parent.version`. */
  readonly facts: ReadonlyMap<string, RawFact>
  /** Of the paths that a child appends its folder to, `false` where the POM forbids it. */
  readonly appendsPath: ReadonlyMap<string, boolean>
  readonly properties: ReadonlyMap<string, RawFact>
  readonly licenses: readonly RawItem[]
  readonly developers: readonly RawItem[]
  readonly dependencies: readonly RawItem[]
  readonly managed: readonly RawItem[]
  readonly modules: readonly string[]
  readonly profiles: readonly RawProfile[]
  /** Where it asks for artifacts of other repositories than Central, if it does. */
  readonly repositories?: Location
}

/** A POM that cannot be read: what is wrong with it, and where. Reading throws nothing else, whatever the bytes are. */
export class PomError extends Error {
  override readonly name = 'PomError'
  readonly location: Location

  constructor(message: string, location: Location, options: ErrorOptions = {}) {
    super(message, options)
    this.location = location
  }
}

/** @throws PomError when it is no POM, is larger than 1 MiB, has a document type, or says a thing twice */
export function readRawModel({ bytes, file }: PomBytes): RawModel {
  try {
    return new RawModelReader(parseXml(bytes), file).read()
  } catch (error) {
    if (error instanceof XmlError) throw new PomError(error.message, { file, ...error.position }, { cause: error })
    throw error
  }
}

/** Elements that hold further facts, and those of them whose own children are lists or matter to nobody here. */
const sections = new Set([
  'parent',
  'organization',
  'scm',
  'issueManagement',
  'ciManagement',
  'distributionManagement',
  'relocation',
  'build',
])

/** Texts, for Maven too: with an element inside it cannot read the POM. */
const texts = new Set([
  'modelVersion',
  'groupId',
  'artifactId',
  'version',
  'packaging',
  'name',
  'description',
  'url',
  'inceptionYear',
  'connection',
  'developerConnection',
])

class RawModelReader {
  readonly #document: XmlDocument
  readonly #file: string

  constructor(document: XmlDocument, file: string) {
    this.#document = document
    this.#file = file
  }

  read(): RawModel {
    const project = this.#document.root
    const location = this.#locate(project)
    if (project.name !== 'project')
      throw new PomError(`this is no POM: the outermost element is <${project.name}>, not <project>`, location)
    const facts = new Map<string, RawFact>()
    this.#collectFacts(project, '', facts)
    const repositories = [...children(project, 'repositories'), ...children(project, 'pluginRepositories')].find(
      (list) => list.children.length > 0,
    )
    return {
      file: this.#file,
      location,
      facts,
      appendsPath: appendsPath(project),
      ...this.#base(project),
      licenses: this.#items(project, 'licenses', 'license'),
      developers: this.#items(project, 'developers', 'developer'),
      dependencies: this.#items(project, 'dependencies', 'dependency'),
      modules: listOf(project, 'modules', 'module').map(({ text }) => text),
      profiles: listOf(project, 'profiles', 'profile').map((profile) => ({
        id: this.#texts(profile).get('id')?.text || 'default',
        location: this.#locate(profile),
        ...this.#base(profile),
      })),
      ...(repositories && { repositories: this.#locate(repositories) }),
    }
  }

  /** What projects and profiles have alike. */
  #base(element: XmlElement): Pick<RawProfile, 'properties' | 'managed'> {
    const properties = new Map<string, RawFact>()
    // Maven's own reader keeps the last of two properties of one name.
    for (const property of children(element, 'properties').flatMap((list) => list.children))
      properties.set(property.name, this.#fact(property))
    return {
      properties,
      managed: children(element, 'dependencyManagement').flatMap((list) => this.#items(list, 'dependencies', 'dependency')),
    }
  }

  #collectFacts(element: XmlElement, prefix: string, facts: Map<string, RawFact>): void {
    const seen = new Set<string>()
    for (const child of element.children) {
      // Which of two would count, only a guess could tell; Maven too refuses such a POM.
      if (seen.has(child.name)) throw new PomError(`<${child.name}> is there twice in <${element.name}>`, this.#locate(child))
      seen.add(child.name)
      const path = `${prefix}${child.name}`
      if (child.children.length === 0) facts.set(path, this.#fact(child))
      else if (sections.has(child.name)) this.#collectFacts(child, `${path}.`, facts)
      else this.#refuseElements(child)
    }
  }

  #items(element: XmlElement, list: string, item: string): RawItem[] {
    return listOf(element, list, item).map((entry) => ({ location: this.#locate(entry), facts: this.#texts(entry) }))
  }

  #texts(element: XmlElement): ReadonlyMap<string, RawFact> {
    const facts = new Map<string, RawFact>()
    for (const child of element.children) {
      this.#refuseElements(child)
      if (facts.has(child.name)) throw new PomError(`<${child.name}> is there twice in <${element.name}>`, this.#locate(child))
      if (child.children.length === 0) facts.set(child.name, this.#fact(child))
    }
    return facts
  }

  #refuseElements(element: XmlElement): void {
    if (element.children.length > 0 && texts.has(element.name)) {
      throw new PomError(`<${element.name}> holds elements, where text is expected`, this.#locate(element))
    }
  }

  #fact(element: XmlElement): RawFact {
    return { text: element.text, location: { file: this.#file, ...this.#document.contentPosition(element) } }
  }

  #locate(element: XmlElement): Location {
    return { file: this.#file, ...this.#document.position(element.start) }
  }
}

function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

function listOf(element: XmlElement, list: string, item: string): readonly XmlElement[] {
  return children(element, list).flatMap((found) => children(found, item))
}

/** https://maven.apache.org/ref/3.9.9/maven-model/maven.html: attributes `child.….inherit.append.path` of `project` and `scm`. */
function appendsPath(project: XmlElement): ReadonlyMap<string, boolean> {
  const says = new Map<string, boolean>()
  const learn = (path: string, value: string | undefined) => {
    if (value !== undefined) says.set(path, value.toLowerCase() !== 'false')
  }
  learn('url', project.attributes['child.project.url.inherit.append.path'])
  for (const scm of children(project, 'scm')) {
    for (const name of ['url', 'connection', 'developerConnection'])
      learn(`scm.${name}`, scm.attributes[`child.scm.${name}.inherit.append.path`])
  }
  return says
}
