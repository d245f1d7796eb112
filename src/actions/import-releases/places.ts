import { posix } from 'node:path'
import { defaultTemplate, expandTemplate, type TemplateValues } from '../../publication/target-path.ts'
import { ownerOf } from './release-parts.ts'

/** Where assets go in a generic repository, by name; what travels with a file stands beside it. */
export function placesOf(names: Iterable<string>, template: string | undefined, identity: TemplateValues): ReadonlyMap<string, string> {
  const all = new Set(names)
  const placeOf = (name: string): string => {
    const owner = ownerOf(name, (other) => all.has(other))
    if (owner !== undefined) return `${placeOf(owner)}${posix.extname(name)}`
    return expandTemplate(template ?? defaultTemplate, { name, rest: name }, identity)
  }
  return new Map([...all].map((name) => [name, placeOf(name)]))
}
