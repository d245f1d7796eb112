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
  /** True for a value whose fault has been told: it is there, but says nothing. */
  readonly void?: true
}

/** The member of that name. */
export function memberOf(object: JsonObject, key: string): JsonMember | undefined {
  return object.members.find((member) => member.key === key)
}

/** The tree with every scalar replaced by what `change` makes of it; `path` holds the keys and indices that lead to it. */
export function mapScalars(
  node: JsonNode,
  change: (scalar: JsonScalar, path: readonly string[]) => JsonScalar,
  path: readonly string[] = [],
): JsonNode {
  if (node.kind === 'scalar') return change(node, path)
  if (node.kind === 'array') return { ...node, items: node.items.map((item, index) => mapScalars(item, change, [...path, String(index)])) }
  return { ...node, members: node.members.map((member) => ({ ...member, value: mapScalars(member.value, change, [...path, member.key]) })) }
}
