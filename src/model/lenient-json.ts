import type { Diagnostics, Location } from '../core/diagnostics.ts'
import type { JsonArray, JsonMember, JsonNode, JsonObject, JsonScalar } from './json-nodes.ts'

/** Longest text and deepest nesting that is read: a descriptor has some kilobytes and six levels. */
export const jsonLimits = { characters: 1_048_576, depth: 100 }

/**
 * Reads JSON as people write it: comments of both kinds, a byte order mark, trailing commas and backslashes before any character are
 * accepted (the last two with a notice; the backslash is kept, which is what the author of a pattern meant). Missing commas and repeated keys
 * are errors after which reading goes on; other faults end it. Undefined when there is no tree; a tree may come with errors.
 */
export function parseLenientJson(text: string, file: string, diagnostics: Diagnostics): JsonNode | undefined {
  const parser = new Parser(text, file, diagnostics)
  try {
    return parser.document()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    diagnostics.error(error.message, { location: parser.locate(error.offset), ...(error.hint === undefined ? {} : { hint: error.hint }) })
    return undefined
  }
}

/** A fault after which the text makes no sense. Never leaves this file. */
class Fault extends Error {
  readonly offset: number
  readonly hint: string | undefined

  constructor(message: string, offset: number, hint?: string) {
    super(message)
    this.offset = offset
    this.hint = hint
  }
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y
const wordPattern = /[\w$.+-]+/y
const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

class Parser {
  readonly #text: string
  readonly #file: string
  readonly #diagnostics: Diagnostics
  /** Offsets at which lines begin. */
  readonly #lines: number[]
  #offset: number
  #depth = 0

  constructor(text: string, file: string, diagnostics: Diagnostics) {
    this.#text = text
    this.#file = file
    this.#diagnostics = diagnostics
    this.#offset = text.startsWith('\uFEFF') ? 1 : 0
    this.#lines = [this.#offset]
    if (text.length > jsonLimits.characters) return
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.#lines.push(end + 1)
  }

  locate(offset: number): Location {
    let low = 0
    for (let high = this.#lines.length; high - low > 1; ) {
      const middle = (low + high) >> 1
      if ((this.#lines[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { file: this.#file, line: low + 1, column: Math.max(0, offset - (this.#lines[low] ?? 0)) + 1 }
  }

  document(): JsonNode {
    if (this.#text.length > jsonLimits.characters) throw new Fault(`The file is longer than ${jsonLimits.characters} characters`, 0)
    this.#blanks()
    const start = this.#offset
    const value = this.#value()
    this.#blanks()
    if (this.#peek() === ':' && value.kind === 'scalar')
      throw new Fault('expected { at the beginning', start, 'The whole file is one object in { and }.')
    if (this.#offset < this.#text.length) throw new Fault(`expected the end of the file, found ${this.#found()}`, this.#offset)
    return value
  }

  #value(): JsonNode {
    const start = this.#offset
    const character = this.#peek()
    if (character === '{' || character === '[') {
      if (++this.#depth > jsonLimits.depth) throw new Fault(`more than ${jsonLimits.depth} levels of nesting`, start)
      const value = character === '{' ? this.#object() : this.#array()
      this.#depth--
      return value
    }
    if (character === '"') return this.#scalar(this.#string(), start)
    const number = this.#take(numberPattern)
    if (number !== undefined) return this.#scalar(Number(number), start)
    const word = this.#take(wordPattern)
    const value = words.get(word ?? '')
    if (value !== undefined) return this.#scalar(value, start)
    this.#offset = start
    throw new Fault(
      `expected a value, found ${this.#found()}`,
      start,
      word === undefined && character !== "'" ? undefined : 'Text is written in double quotes.',
    )
  }

  #scalar(value: JsonScalar['value'], start: number): JsonScalar {
    return { kind: 'scalar', value, location: this.locate(start) }
  }

  #object(): JsonObject {
    const location = this.locate(this.#offset)
    const members = new Map<string, JsonMember>()
    this.#list('}', () => {
      const start = this.#offset
      if (this.#peek() !== '"') throw new Fault(`expected a key in double quotes or }, found ${this.#found()}`, start)
      const key = this.#string()
      this.#blanks()
      if (this.#peek() !== ':') throw new Fault(`expected : after the key ${JSON.stringify(key)}, found ${this.#found()}`, this.#offset)
      this.#offset++
      this.#blanks()
      const member = { key, location: this.locate(start), value: this.#value() }
      const earlier = members.get(key)
      if (earlier === undefined) {
        members.set(key, member)
      } else {
        const { line, column } = earlier.location
        this.#diagnostics.error(`${JSON.stringify(key)} is given twice: here, and at line ${line}, column ${column}`, {
          location: member.location,
          hint: 'Remove one of them.',
        })
      }
    })
    return { kind: 'object', members: [...members.values()], location }
  }

  #array(): JsonArray {
    const location = this.locate(this.#offset)
    const items: JsonNode[] = []
    this.#list(']', () => items.push(this.#value()))
    return { kind: 'array', items, location }
  }

  /** Elements between brackets, with commas between them. A comma that is missing belongs where the element before it ends. */
  #list(close: '}' | ']', element: () => void): void {
    const open = this.#offset++
    this.#blanks()
    while (this.#peek() !== close) {
      element()
      const end = this.#offset
      this.#blanks()
      if (this.#peek() === ',') {
        const comma = this.#offset++
        this.#blanks()
        if (this.#peek() === close)
          this.#diagnostics.notice(`The comma before ${close} is too many in JSON; it is ignored`, { location: this.locate(comma) })
      } else if (this.#peek() === '') {
        const { line } = this.locate(open)
        throw new Fault(
          `expected , or ${close}, but the file ends here`,
          end,
          `The ${close === '}' ? '{' : '['} of line ${line} is not closed.`,
        )
      } else if (this.#peek() !== close) {
        if (!/["{[\w-]/.test(this.#peek())) throw new Fault(`expected , or ${close}, found ${this.#found()}`, this.#offset)
        this.#diagnostics.error(`expected , or ${close}`, { location: this.locate(end), hint: 'A comma is missing here.' })
      }
    }
    this.#offset++
  }

  #string(): string {
    const start = this.#offset++
    let value = ''
    let odd: number | undefined
    for (;;) {
      const character = this.#peek()
      if (character === '' || character === '\n') throw new Fault('the text that begins here has no closing " on its line', start)
      this.#offset++
      if (character === '"') break
      if (character !== '\\') {
        value += character
        continue
      }
      const escaped = this.#escape()
      if (escaped === undefined) odd ??= this.#offset - 1
      value += escaped ?? '\\'
    }
    if (odd !== undefined) {
      const sign = this.#text.slice(odd, odd + 2)
      this.#diagnostics.notice(`${sign} is no escape in JSON; the backslash is taken as it stands`, {
        location: this.locate(odd),
        hint: `Write \\${sign}.`,
      })
    }
    return value
  }

  /** What the characters after a backslash stand for; undefined, and none taken, when JSON knows no such escape. */
  #escape(): string | undefined {
    const character = this.#peek()
    const known = escapes.get(character)
    if (known !== undefined) {
      this.#offset++
      return known
    }
    const digits = this.#text.slice(this.#offset + 1, this.#offset + 5)
    if (character !== 'u' || !/^[0-9a-fA-F]{4}$/.test(digits)) return undefined
    this.#offset += 5
    return String.fromCharCode(Number.parseInt(digits, 16))
  }

  #blanks(): void {
    for (;;) {
      if (/[ \t\r\n\f\v\u00A0]/.test(this.#peek())) this.#offset++
      else if (this.#text.startsWith('//', this.#offset)) this.#skipTo('\n')
      else if (this.#text.startsWith('/*', this.#offset)) this.#skipTo('*/')
      else return
    }
  }

  #skipTo(mark: '\n' | '*/'): void {
    const end = this.#text.indexOf(mark, this.#offset + 2)
    if (end < 0 && mark === '*/') throw new Fault('the comment that begins here is not closed', this.#offset)
    this.#offset = end < 0 ? this.#text.length : end + mark.length
  }

  #peek(): string {
    return this.#text.charAt(this.#offset)
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset
    const taken = pattern.exec(this.#text)?.[0]
    this.#offset += taken?.length ?? 0
    return taken
  }

  #found(): string {
    return this.#offset >= this.#text.length
      ? 'the end of the file'
      : JSON.stringify(String.fromCodePoint(this.#text.codePointAt(this.#offset) ?? 0))
  }
}
