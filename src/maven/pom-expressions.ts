/** How many expressions may stand for one another in a row. */
export const maximumExpressionDepth = 32

/** How long a value may become, in UTF-16 units. */
export const maximumExpressionLength = 64 * 1024

/** An expression that cannot be replaced; the message is the end of a sentence that names the element. */
export class PomExpressionError extends Error {
  override readonly name = 'PomExpressionError'
}

/** Maven's `${…}` (https://maven.apache.org/pom.html#properties), replaced by what one POM knows without its parents. */
export class PomExpressions {
  readonly #known: ReadonlyMap<string, string>
  /** Each name is worked out once: otherwise a few names that each hold the next one twice take for ever. */
  readonly #resolved = new Map<string, string>()

  /** @param known the text of each name, with the expressions that it holds */
  constructor(known: ReadonlyMap<string, string>) {
    this.#known = known
  }

  /** @throws PomExpressionError when a name is unknown, stands for itself, or leads too deep or to too much text */
  resolve(text: string): string {
    return this.#replace(text, [])
  }

  #replace(text: string, trail: readonly string[]): string {
    let length = text.length
    return text.replace(/\$\{([^{}]*)\}/g, (_, name: string) => {
      const value = this.#value(name, trail)
      length += value.length
      if (length > maximumExpressionLength) throw new PomExpressionError(`becomes longer than ${maximumExpressionLength} characters`)
      return value
    })
  }

  #value(name: string, trail: readonly string[]): string {
    const resolved = this.#resolved.get(name)
    if (resolved !== undefined) return resolved
    if (trail.includes(name)) throw new PomExpressionError(`holds \${${name}}, which stands for itself`)
    if (trail.length === maximumExpressionDepth)
      throw new PomExpressionError(`leads through more than ${maximumExpressionDepth} expressions`)
    const raw = this.#known.get(name)
    if (raw === undefined) throw new PomExpressionError(`holds \${${name}}, which this POM does not define`)
    const value = this.#replace(raw, [...trail, name])
    this.#resolved.set(name, value)
    return value
  }
}
