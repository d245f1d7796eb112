import { SaxesParser } from 'saxes'

/** The largest XML file that is read, in bytes; the longest POMs in public repositories are a tenth of it. */
export const maximumXmlBytes = 1024 * 1024

/** The deepest nesting of elements that is read. */
export const maximumXmlDepth = 128

/** A place in an XML file; both count from 1, columns in UTF-16 units. */
export interface XmlPosition {
  readonly line: number
  readonly column: number
}

/**
 * An element with the places of its parts, as offsets into `XmlDocument.text`. Names keep their prefix: Maven reads POMs without namespaces.
 * `<a>b</a>` has `start` at `<a>`, `contentStart` at `b`, `contentEnd` at `</a>` and `end` behind it; in `<a/>` all but `start` are behind it.
 */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Character data that stands directly in the element, CDATA included, comments left out, trimmed of XML white space. */
  readonly text: string
  readonly start: number
  readonly contentStart: number
  readonly contentEnd: number
  readonly end: number
}

/** An XML file that cannot be read: what is wrong with it, and where. */
export class XmlError extends Error {
  override readonly name = 'XmlError'
  readonly position: XmlPosition

  constructor(message: string, position: XmlPosition) {
    super(message)
    this.position = position
  }
}

/** A well-formed XML file without document type: its text, its elements, and their places. */
export class XmlDocument {
  /** The decoded file, without byte order mark. */
  readonly text: string
  readonly root: XmlElement
  readonly #lines: LineIndex

  constructor(text: string, root: XmlElement, lines: LineIndex) {
    this.text = text
    this.root = root
    this.#lines = lines
  }

  /** Where an offset into `text` is. */
  position(offset: number): XmlPosition {
    return this.#lines.position(offset)
  }

  /** Where the content of an element begins, white space skipped; the element itself when it has none. */
  contentPosition(element: XmlElement): XmlPosition {
    let offset = element.contentStart
    while (offset < element.contentEnd && isXmlSpace(this.text.charCodeAt(offset))) offset++
    return this.position(offset < element.contentEnd ? offset : element.start)
  }
}

/**
 * Reads an XML 1.0 file in UTF-8 or ISO-8859-1. A document type is an error, so no entity is ever defined or expanded
 * (https://owasp.org/www-community/vulnerabilities/XML_External_Entity_(XXE)_Processing).
 * @throws XmlError, and nothing else, whatever the bytes are
 */
export function parseXml(bytes: Uint8Array): XmlDocument {
  if (bytes.length > maximumXmlBytes)
    throw new XmlError(`the file has ${bytes.length} bytes; at most ${maximumXmlBytes} are read`, { line: 1, column: 1 })
  const text = decode(bytes)
  const lines = new LineIndex(text)
  return new XmlDocument(text, readTree(text, lines), lines)
}

/** Removes XML white space from both ends, in linear time; other blanks (a no-break space) are part of the text. */
export function trimXmlSpace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

/** https://www.w3.org/TR/xml/#NT-S */
function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d
}

interface OpenElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  text: string
  start: number
  contentStart: number
}

function readTree(text: string, lines: LineIndex): XmlElement {
  const open: OpenElement[] = []
  let root: XmlElement | undefined
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  const fail = (message: string, offset: number): never => {
    throw new XmlError(message, lines.position(offset))
  }

  parser.on('error', (error) => fail(error.message.replace(/\.$/, ''), parser.position - 1))
  parser.on('xmldecl', ({ version }) => {
    if (version !== '1.0') fail(`XML version ${version}: Maven reads version 1.0 only`, 0)
  })
  parser.on('doctype', () => fail('a document type (<!DOCTYPE …>) is not allowed here', text.lastIndexOf('<!DOCTYPE', parser.position)))
  parser.on('opentagstart', ({ name }) => {
    // A name holds no `<`, so the nearest one before the parser opened this tag.
    const start = text.lastIndexOf('<', parser.position - 1)
    if (open.length === maximumXmlDepth) fail(`elements are nested more than ${maximumXmlDepth} deep`, start)
    open.push({ name, attributes: {}, children: [], text: '', start, contentStart: start })
  })
  parser.on('opentag', ({ attributes }) => {
    const element = open.at(-1)
    if (element === undefined) return
    element.contentStart = parser.position
    element.attributes = attributes
  })
  const addText = (data: string) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += data
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = open.pop()
    if (element === undefined) return
    const end = parser.position
    const contentEnd = isSelfClosing ? end : text.lastIndexOf('<', end - 1)
    const closed: XmlElement = { ...element, text: trimXmlSpace(element.text), contentEnd, end }
    const parent = open.at(-1)
    if (parent === undefined) root = closed
    else parent.children.push(closed)
  })

  parser.write(text).close()
  return root ?? fail('there is no element', 0)
}

const encodingDeclaration = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/

/** https://www.w3.org/TR/xml/#charencoding, as far as POMs are written today. */
function decode(bytes: Uint8Array): string {
  const start = { line: 1, column: 1 }
  const [first, second, third] = bytes
  if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe))
    throw new XmlError(`the file is in UTF-16; ${encodingCure}`, start)
  const marked = first === 0xef && second === 0xbb && third === 0xbf
  const content = marked ? bytes.subarray(3) : bytes
  const beginning = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 1024)).toString('latin1')
  const declared = encodingDeclaration.exec(beginning)?.[1]
  const encoding = declared?.toUpperCase() ?? 'UTF-8'
  if (encoding === 'UTF-8' || encoding === 'UTF8' || encoding === 'US-ASCII' || encoding === 'ASCII') return decodeUtf8(content)
  // Java's ISO-8859-1, unlike the web's, is not windows-1252; Buffer agrees with Java.
  if (encoding === 'ISO-8859-1' && !marked) return Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1')
  throw new XmlError(
    marked ? `the file begins as UTF-8 but declares ${declared}; ${encodingCure}` : `the encoding ${declared} is not read; ${encodingCure}`,
    start,
  )
}

const encodingCure = 'save it as UTF-8'

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const lines = new LineIndex(lossy)
    throw new XmlError(
      'there is a byte that is not UTF-8; save the file as UTF-8, or declare its encoding in the first line',
      lines.position(lossy.indexOf('\ufffd')),
    )
  }
}

/** Turns offsets into lines and columns. */
class LineIndex {
  readonly #starts: number[] = [0]
  readonly #length: number

  constructor(text: string) {
    this.#length = text.length
    for (let newline = text.indexOf('\n'); newline !== -1; newline = text.indexOf('\n', newline + 1)) this.#starts.push(newline + 1)
  }

  position(offset: number): XmlPosition {
    const within = Math.min(Math.max(offset, 0), this.#length)
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= within) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: within - (this.#starts[low] ?? 0) + 1 }
  }
}
