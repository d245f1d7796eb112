/** How many expressions may stand for one another in a row. */
export const maximumExpressionDepth = 32

/** How long a value may become, in UTF-16 units. */
export const maximumExpressionLength = 64 * 1024

/** How much text one model's expressions may become in all, in UTF-16 units: a thousand times what large BOMs need. */
export const maximumExpressionText = 4 * 1024 * 1024

/** An expression that cannot be replaced; the message is the end of a sentence that names the element. */
export class PomExpressionError extends Error {
  override readonly name = 'PomExpressionError'
}

export interface PomExpressionOptions {
  /** What becomes of an expression that nothing defines: an error (the default), or it stays as it stands, as in Maven. */
  readonly unknown?: 'fail' | 'keep'
}

/** Maven's `${…}` (https://maven.apache.org/pom.html#properties), replaced by what is known: of one POM alone, or with its parents. */
export class PomExpressions {
  readonly #known: ReadonlyMap<string, string>
  readonly #keepsUnknown: boolean
  #replacedText = 0
  /** Each name is worked out once: otherwise a few names that each hold the next one twice take for ever. */
  readonly #resolved = new Map<string, string>()

  /** @param known the text of each name, with the expressions that it holds */
  constructor(known: ReadonlyMap<string, string>, options: PomExpressionOptions = {}) {
    this.#known = known
    this.#keepsUnknown = options.unknown === 'keep'
  }

  /** @throws PomExpressionError when a name is unknown (unless those are kept), stands for itself, or leads too deep or to too much text */
  resolve(text: string): string {
    return this.#replace(text, [])
  }

  #replace(text: string, trail: readonly string[]): string {
    let length = text.length
    return text.replace(expression, (_, name: string) => {
      const value = this.#value(name, trail)
      length += value.length
      this.#replacedText += value.length
      if (length > maximumExpressionLength) throw new PomExpressionError(`becomes longer than ${maximumExpressionLength} characters`)
      if (this.#replacedText > maximumExpressionText) throw new PomExpressionError('is one of too many that hold long expressions')
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
    if (raw === undefined && this.#keepsUnknown) return `\${${name}}`
    if (raw === undefined) throw new PomExpressionError(`holds \${${name}}, which this POM does not define`)
    const value = this.#replace(raw, [...trail, name])
    this.#resolved.set(name, value)
    return value
  }
}

/** The names of the expressions in a text, each once. */
export function expressionsIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(expression), ([, name]) => name ?? ''))]
}

const expression = /\$\{([^{}]*)\}/g
