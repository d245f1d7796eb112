import { ActionError } from '../core/errors.ts'
import { type Coordinates, isSnapshot } from './coordinates.ts'
import { compareVersions } from './version-order.ts'
import { parseXml, type XmlDocument, type XmlElement, XmlError } from './xml.ts'

/** Versions of one artifact that a repository has, and that its metadata must name. */
export interface PublishedVersions extends Omit<Coordinates, 'version'> {
  readonly versions: readonly string[]
}

/** The name of the file that lists an artifact's versions, in the folder of the artifact. */
export const metadataName = 'maven-metadata.xml'

/**
 * Adds versions to an artifact's `maven-metadata.xml` (https://maven.apache.org/ref/3.9.9/maven-repository-metadata/repository-metadata.html):
 * `versions` in Maven's order, `latest` and `release` the highest, `lastUpdated` the clock's. All else that the file holds stays as it is.
 * @param existing the file as it is in the repository, if it is there
 * @param now milliseconds since 1970
 * @returns the new text, for UTF-8, or undefined when the file says all of it already
 * @throws ActionError when the existing file cannot be understood: it is never replaced by one that has lost versions
 */
export function mergeMetadata(existing: Uint8Array | undefined, add: PublishedVersions, now: number): string | undefined {
  try {
    const document = parseXml(existing ?? Buffer.from(empty))
    return new MetadataMerge(document, add).text(now)
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    const { line, column } = error.position
    throw new ActionError(
      'conflict',
      `cannot read the ${metadataName} of ${add.groupId}:${add.artifactId} in the repository: line ${line}, column ${column}: ${error.message}`,
      {
        cause: error,
        hint: 'Put back a good copy of that file and run again; it was left as it is.',
      },
    )
  }
}

const empty = '<?xml version="1.0" encoding="UTF-8"?>\n<metadata>\n</metadata>\n'

class MetadataMerge {
  readonly #document: XmlDocument
  readonly #add: PublishedVersions
  readonly #newline: string

  constructor(document: XmlDocument, add: PublishedVersions) {
    this.#document = document
    this.#add = add
    this.#newline = document.text.includes('\r\n') ? '\r\n' : '\n'
  }

  text(now: number): string | undefined {
    const { root, text } = this.#document
    if (root.name !== 'metadata') throw this.#damage(`the outermost element is <${root.name}>, not <metadata>`, root)
    const missing = this.#missingIdentity(root)
    const versioning = this.#child(root, 'versioning')
    const versions = this.#child(versioning, 'versions')
    const present = this.#presentVersions(versions)
    const wanted = inMavenOrder([...present, ...this.#add.versions])
    const latest = wanted.at(-1)
    const release = wanted.findLast((version) => !isSnapshot(version))
    const highest = { latest, release }
    const upToDate =
      Object.keys(missing).length === 0 &&
      present.join('\n') === wanted.join('\n') &&
      Object.entries(highest).every(([name, version]) => version === undefined || this.#child(versioning, name)?.text === version)
    if (upToDate || latest === undefined) return undefined

    const unknown = (versions?.children ?? [])
      .filter((child) => child.name !== 'version')
      .map((child) => text.slice(child.start, child.end))
    const content = {
      ...textElements(highest),
      versions: this.#block('versions', [...wanted.map((version) => textElement('version', version)), ...unknown], 2),
      ...textElements({ lastUpdated: timestamp(now) }),
    }
    const versioningText =
      versioning === undefined ? this.#block('versioning', Object.values(content), 1) : this.#withChildren(versioning, content, 1)
    const changed = this.#withChildren(root, { ...missing, versioning: versioningText }, 0)
    const prolog = text.slice(0, root.start).replace(/^(<\?xml[^>]*?\bencoding\s*=\s*["'])[^"']*/, '$1UTF-8')
    return `${prolog}${changed}${text.slice(root.end)}`
  }

  /** What the file does not say about whose it is; a plugin group's metadata, which may stand at the same place, says nothing. */
  #missingIdentity(root: XmlElement): Record<string, string> {
    const missing: Record<string, string> = {}
    for (const name of ['groupId', 'artifactId'] as const) {
      const element = this.#child(root, name)
      if (element === undefined) missing[name] = textElement(name, this.#add[name])
      else if (element.text !== this.#add[name])
        throw this.#damage(`it says <${name}> ${element.text}, where ${this.#add[name]} is expected`, element)
    }
    return missing
  }

  #presentVersions(versions: XmlElement | undefined): readonly string[] {
    return (versions?.children ?? [])
      .filter((child) => child.name === 'version')
      .map((child) => {
        if (child.text === '') throw this.#damage('a <version> is empty', child)
        return child.text
      })
  }

  #child(element: XmlElement | undefined, name: string): XmlElement | undefined {
    const [first, second] = element?.children.filter((child) => child.name === name) ?? []
    if (second !== undefined) throw this.#damage(`<${name}> is there twice`, second)
    return first
  }

  /** An element with some of its children replaced, those that it lacks added at its end, and everything between them as it was. */
  #withChildren(element: XmlElement, children: Readonly<Record<string, string>>, depth: number): string {
    const { text } = this.#document
    const lacking = new Map(Object.entries(children))
    const selfClosing = element.contentEnd === element.end
    let result = selfClosing ? `${text.slice(element.start, element.end - '/>'.length)}>` : text.slice(element.start, element.contentStart)
    let copied = element.contentStart
    for (const child of element.children) {
      result += text.slice(copied, child.start) + (lacking.get(child.name) ?? text.slice(child.start, child.end))
      lacking.delete(child.name)
      copied = child.end
    }
    for (const child of lacking.values()) result += `${this.#lineBreak(depth + 1)}${child}`
    return selfClosing ? `${result}${this.#lineBreak(depth)}</${element.name}>` : result + text.slice(copied, element.end)
  }

  #block(name: string, children: readonly string[], depth: number): string {
    return `<${name}>${children.map((child) => `${this.#lineBreak(depth + 1)}${child}`).join('')}${this.#lineBreak(depth)}</${name}>`
  }

  #lineBreak(depth: number): string {
    return `${this.#newline}${'  '.repeat(depth)}`
  }

  #damage(message: string, element: XmlElement): XmlError {
    return new XmlError(message, this.#document.contentPosition(element))
  }
}

/** Sorted by text first, so that versions which Maven takes for the same (`1.0`, `1.0.0`) stand in one order, whoever publishes last. */
function inMavenOrder(versions: readonly string[]): readonly string[] {
  return [...new Set(versions)].sort().sort(compareVersions)
}

function textElements(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const elements: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) if (value !== undefined) elements[name] = textElement(name, value)
  return elements
}

function textElement(name: string, value: string): string {
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<${name}>${escaped}</${name}>`
}

/** `yyyyMMddHHmmss`, UTC. */
function timestamp(milliseconds: number): string {
  return new Date(milliseconds)
    .toISOString()
    .slice(0, 19)
    .replace(/[^0-9]/g, '')
}
