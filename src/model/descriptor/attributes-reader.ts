import type { Diagnostics, Location } from '../../core/diagnostics.ts'
import { nearest } from '../../core/nearest.ts'
import { type Attribute, type AttributeType, type AttributeValue, attributeTypes } from '../attributes.ts'
import { isDate } from './values.ts'

/** An attribute as a descriptor spells it, before its type is known to fit. */
export interface WrittenAttribute {
  readonly name: string
  readonly type: { readonly text: string; readonly location: Location } | undefined
  readonly values: readonly { readonly value: AttributeValue; readonly location: Location }[]
}

const fits: Readonly<Record<AttributeType, (value: AttributeValue) => boolean>> = {
  string: (value) => typeof value === 'string',
  version: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && isDate(value),
}

/** The order in which a type that is not written is looked for among the values (Bintray REST API, "Attributes"). */
const inferred: readonly AttributeType[] = ['number', 'boolean', 'date', 'string']

/** Checks that all values are of the attribute's type, which is inferred when it is not written. Undefined after an error, or without values. */
export function checkAttribute(written: WrittenAttribute, diagnostics: Diagnostics): Attribute | undefined {
  const { name, values } = written
  const [first] = values
  if (first === undefined) return undefined
  const type =
    written.type === undefined
      ? inferred.find((candidate) => values.every(({ value }) => fits[candidate](value)))
      : typeNamed(written.type.text)
  if (type === undefined) {
    if (written.type === undefined) {
      const odd = values.find(({ value }) => typeof value !== typeof first.value) ?? first
      diagnostics.error(`The attribute ${name} has values of different types`, {
        location: odd.location,
        hint: 'All values of an attribute are of one type.',
      })
    } else {
      const { text, location } = written.type
      const like = nearest(text, attributeTypes, 1).map((one) => ` Nearest: ${one}.`)
      diagnostics.error(`The attribute ${name} has the type ${text}, which there is not`, {
        location,
        hint: `The types are ${attributeTypes.join(', ')}.${like}`,
      })
    }
    return undefined
  }
  const wrong = values.filter(({ value }) => !fits[type](value))
  for (const { value, location } of wrong) {
    diagnostics.error(`The attribute ${name} is of type ${type}, and ${JSON.stringify(value)} is none`, { location, hint: hints[type] })
  }
  return wrong.length > 0 ? undefined : { name, type, values: values.map(({ value }) => value) }
}

const hints: Readonly<Record<AttributeType, string>> = {
  string: 'Put the value into double quotes.',
  version: 'Put the value into double quotes.',
  number: 'Write a number without quotes, or another type.',
  boolean: 'Write true or false without quotes, or another type.',
  date: 'Write 2026-11-21 or 2026-11-21T12:00:00+0100, or another type.',
}

/** Bintray's clients wrote types in any case: `Boolean`, `STRING`. */
function typeNamed(text: string): AttributeType | undefined {
  return attributeTypes.find((type) => type === text.toLowerCase())
}
