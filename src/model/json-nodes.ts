import type { Location } from '../core/diagnostics.ts'

/** A value of a JSON text with the place where it begins. */
export type JsonNode = JsonObject | JsonArray | JsonScalar

/** An object; members in the order of the text, each key once. A list, so that no key can reach a prototype. */
export interface JsonObject {
  readonly kind: 'object'
  readonly members: readonly JsonMember[]
  readonly location: Location
}

export interface JsonMember {
  readonly key: string
  /** Where the key begins. */
  readonly location: Location
  readonly value: JsonNode
}

export interface JsonArray {
  readonly kind: 'array'
  readonly items: readonly JsonNode[]
  readonly location: Location
}

export interface JsonScalar {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  readonly location: Location
}

/** The member of that name. */
export function memberOf(object: JsonObject, key: string): JsonMember | undefined {
  return object.members.find((member) => member.key === key)
}

/** Every scalar of a tree, in the order of the text. */
export function* scalarsOf(node: JsonNode): Generator<JsonScalar> {
  if (node.kind === 'scalar') yield node
  else if (node.kind === 'array') for (const item of node.items) yield* scalarsOf(item)
  else for (const member of node.members) yield* scalarsOf(member.value)
}
