import type { Diagnostics, Location } from '../../core/diagnostics.ts'
import type { LocatedText } from '../descriptor.ts'
import type { JsonNode, JsonObject, JsonScalar } from '../json-nodes.ts'
import { memberOf } from '../json-nodes.ts'
import type { NamedText } from './values.ts'

/** What all readers of one descriptor share. */
export interface Reading {
  /** For messages: relative to the workspace. */
  readonly file: string
  readonly diagnostics: Diagnostics
  /** Filled while reading: `package.name` → where its value stands. */
  readonly locations: Map<string, Location>
  /** What the inputs give, so that the descriptor need not. */
  readonly known: { readonly package?: string; readonly version?: string }
}

const yes: ReadonlySet<JsonScalar['value']> = new Set([true, 1, 'true', '1'])
const no: ReadonlySet<JsonScalar['value']> = new Set([false, 0, 'false', '0'])

/**
 * Reads the fields of one object of Bintray's descriptors as forgivingly as Artifactory did: empty text, empty lists and null count as absent, a scalar
 * is a list of one. Every field that is there but of another type is an error with its place.
 */
export class ClauseReader {
  readonly name: string
  readonly object: JsonObject
  readonly reading: Reading
  /** What was read, so that a fault is told once however often the field is asked for. */
  readonly #texts = new Map<string, NamedText | undefined>()
  readonly #clauses = new Map<string, ClauseReader | undefined>()

  /** `name` is for messages, such as `package`; the descriptor itself has none. */
  constructor(reading: Reading, name: string, object: JsonObject) {
    this.reading = reading
    this.name = name
    this.object = object
    if (name !== '') reading.locations.set(name, object.location)
    for (const { key, value } of object.members) reading.locations.set(this.nameOf(key), value.location)
  }

  get keys(): readonly string[] {
    return this.object.members.map(({ key }) => key)
  }

  nameOf(key: string): string {
    return this.name === '' ? key : `${this.name}.${key}`
  }

  /** True when the key is there with anything but null. */
  has(key: string): boolean {
    return this.#node(key) !== undefined
  }

  /** True when the value, or one of its list, is there and its fault has been told already. */
  isVoid(key: string): boolean {
    const node = this.#node(key)
    const nodes = node?.kind === 'array' ? node.items : [node]
    return nodes.some((one) => one?.kind === 'scalar' && one.void === true)
  }

  /** Where the field is, or the object that lacks it. */
  locate(key: string): Location {
    return this.#node(key)?.location ?? this.object.location
  }

  clause(key: string): ClauseReader | undefined {
    const node = this.#node(key)
    if (node === undefined || isEmpty(node)) return undefined
    if (!this.#clauses.has(key)) {
      const clause = node.kind === 'object' ? new ClauseReader(this.reading, this.nameOf(key), node) : undefined
      if (clause === undefined) this.#wrongType(key, 'an object in { and }')
      this.#clauses.set(key, clause)
    }
    return this.#clauses.get(key)
  }

  /** The objects of a list; a single one counts as a list. */
  clauses(key: string): ClauseReader[] {
    return this.#items(key).flatMap((node, index) => {
      const name = `${this.nameOf(key)}[${index}]`
      if (node.kind === 'object') return [new ClauseReader(this.reading, name, node)]
      if (!isEmpty(node)) this.reading.diagnostics.error(`${name} must be an object in { and }`, { location: node.location })
      return []
    })
  }

  text(key: string): string | undefined {
    return this.named(key)?.text
  }

  /** The text of a field with its name and place. */
  named(key: string): NamedText | undefined {
    const node = this.#node(key)
    if (node === undefined) return undefined
    if (!this.#texts.has(key)) this.#texts.set(key, this.#textOf(node, this.nameOf(key)))
    return this.#texts.get(key)
  }

  located(key: string): LocatedText | undefined {
    const named = this.named(key)
    return named === undefined ? undefined : { text: named.text, location: named.location }
  }

  /** The texts of a list, without empty ones. */
  texts(key: string): NamedText[] {
    return this.#items(key).flatMap((node) => this.#textOf(node, this.nameOf(key)) ?? [])
  }

  /** The scalars of a list, such as an attribute's values. */
  scalars(key: string): { value: string | number | boolean; location: Location }[] {
    return this.#items(key).flatMap((node) => {
      if (node.kind !== 'scalar')
        this.reading.diagnostics.error(`${this.nameOf(key)} holds a list or an object where a value belongs`, { location: node.location })
      return node.kind !== 'scalar' || node.value === null || node.void ? [] : [{ value: node.value, location: node.location }]
    })
  }

  /** `true`, `1`, `"true"` and `"1"` are the same, as they were for Bintray. */
  boolean(key: string): boolean | undefined {
    const node = this.#node(key)
    if (node === undefined || isEmpty(node)) return undefined
    if (node.kind === 'scalar' && yes.has(node.value)) return true
    if (node.kind === 'scalar' && no.has(node.value)) return false
    this.#wrongType(key, 'true or false')
    return undefined
  }

  error(key: string, message: string, hint: string): void {
    this.reading.diagnostics.error(message, { location: this.locate(key), hint })
  }

  #node(key: string): JsonNode | undefined {
    const node = memberOf(this.object, key)?.value
    return node?.kind === 'scalar' && node.value === null && !node.void ? undefined : node
  }

  #items(key: string): readonly JsonNode[] {
    const node = this.#node(key)
    if (node === undefined || isEmpty(node)) return []
    return node.kind === 'array' ? node.items : [node]
  }

  #textOf(node: JsonNode, name: string): NamedText | undefined {
    if (isEmpty(node)) return undefined
    if (node.kind === 'scalar' && typeof node.value === 'string') return { name, text: node.value.trim(), location: node.location }
    const { diagnostics } = this.reading
    if (node.kind !== 'scalar') diagnostics.error(`${name} must be text`, { location: node.location })
    else
      diagnostics.error(`${name} must be text, not ${JSON.stringify(node.value)}`, {
        location: node.location,
        hint: 'Put it into double quotes.',
      })
    return undefined
  }

  #wrongType(key: string, wanted: string): void {
    this.reading.diagnostics.error(`${this.nameOf(key)} must be ${wanted}`, { location: this.locate(key) })
  }
}

function isEmpty(node: JsonNode): boolean {
  if (node.kind !== 'scalar') return false
  return node.void === true || node.value === null || (typeof node.value === 'string' && node.value.trim() === '')
}
