/** The types that Bintray's attributes had (reference: Bintray REST API 2018, "Attributes"); `version` behaves as `string`. */
export const attributeTypes = ['string', 'number', 'boolean', 'date', 'version'] as const
export type AttributeType = (typeof attributeTypes)[number]

export type AttributeValue = string | number | boolean

/** A typed name with values on a package or a version. All values are of `type`; dates are kept as they were written. */
export interface Attribute {
  readonly name: string
  readonly type: AttributeType
  readonly values: readonly AttributeValue[]
}
