import type { YamlPath } from './yaml-source.ts'

/** The plain values of a YAML file without keys that have no value: these count as absent. */
export function withoutNulls(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(withoutNulls)
  if (typeof content !== 'object' || content === null) return content
  return Object.fromEntries(Object.entries(content).flatMap(([key, value]) => (value === null ? [] : [[key, withoutNulls(value)]])))
}

/** Takes a key out of plain content. */
export function remove(content: object, path: YamlPath): void {
  const holder = path.slice(0, -1).reduce<unknown>((inner, step) => (isHolder(inner) ? Reflect.get(inner, step) : undefined), content)
  const last = path.at(-1)
  if (isHolder(holder) && last !== undefined) Reflect.deleteProperty(holder, last)
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** The way to a value, or to the whole list that holds it: the places of other items must not change. */
export function withoutIndex(path: YamlPath): YamlPath {
  const index = path.findIndex((step) => typeof step === 'number')
  return index < 0 ? path : path.slice(0, index)
}
