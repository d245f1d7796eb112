import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** The contexts of an expression (`github`, `env`, `steps`, …) as plain values. */
export type Contexts = Readonly<Record<string, unknown>>

/** Functions that depend on where the expression stands: `success()`, `hashFiles()`, … */
export type ContextFunctions = Readonly<Record<string, (...args: unknown[]) => unknown>>

/** Evaluates expressions with GitHub's own library, over plain JavaScript values. */
export class Expressions {
  readonly #contexts: Contexts
  readonly #functions: ContextFunctions

  constructor(contexts: Contexts, functions: ContextFunctions = {}) {
    this.#contexts = contexts
    this.#functions = functions
  }

  /** The value of an expression without `${{ }}`. */
  evaluate(expression: string): unknown {
    return fromData(this.#evaluate(expression))
  }

  #evaluate(expression: string): data.ExpressionData {
    const { tokens } = new Lexer(expression).lex()
    const functions = Object.entries(this.#functions).map(([name, body]) => ({
      name,
      minArgs: 0,
      maxArgs: 255,
      call: (...args: data.ExpressionData[]) => toData(body(...args.map(fromData))),
    }))
    const parsed = new Parser(tokens, Object.keys(this.#contexts), functions).parse()
    const definitions = new Map(functions.map((definition) => [definition.name.toLowerCase(), definition]))
    return new Evaluator(parsed, contextDictionary(this.#contexts), definitions).evaluate()
  }

  /** A text with every `${{ expression }}` replaced; a text that is one expression keeps the type of its value. */
  value(text: unknown): unknown {
    if (typeof text !== 'string') return text
    const parts = splitExpressions(text)
    if (parts.length === 1 && parts[0]?.expression !== undefined) return this.evaluate(parts[0].expression)
    return parts.map((part) => (part.expression === undefined ? part.text : this.#evaluate(part.expression).coerceString())).join('')
  }

  /** As `value`, always a string, as in inputs and variables. */
  text(text: unknown): string {
    if (typeof text !== 'string') return text === null || text === undefined ? '' : String(text)
    return splitExpressions(text)
      .map((part) => (part.expression === undefined ? part.text : this.#evaluate(part.expression).coerceString()))
      .join('')
  }

  /** An `if:`: `${{ }}` may be left out, nothing said is `success()`, and `success() &&` is put before a condition that asks for no status. */
  condition(condition: string | boolean | undefined): boolean {
    const text = String(condition ?? 'success()').trim()
    const [only, ...others] = splitExpressions(text)
    const expression = others.length === 0 && only?.expression !== undefined ? only.expression : text
    const asksForStatus = /\b(success|failure|cancelled|always)\s*\(/.test(expression)
    return isTrue(this.evaluate(asksForStatus ? expression : `success() && (${expression})`))
  }
}

/** The truth of a value in expressions: false, 0, -0, "", null and NaN are false. */
export function isTrue(value: unknown): boolean {
  return !(value === false || value === 0 || value === '' || value === null || value === undefined || Number.isNaN(value))
}

interface Part {
  readonly text: string
  readonly expression?: string
}

/** Splits a text at `${{ … }}`; a `}}` inside a quoted string does not end the expression. */
export function splitExpressions(text: string): Part[] {
  const parts: Part[] = []
  let at = 0
  while (at < text.length) {
    const start = text.indexOf('${{', at)
    if (start < 0) break
    let quoted = false
    let end = start + 3
    while (end < text.length && (quoted || !text.startsWith('}}', end))) {
      if (text[end] === "'") quoted = !quoted
      end++
    }
    if (end >= text.length) throw new Error(`an expression is not closed: ${text.slice(start)}`)
    if (start > at) parts.push({ text: text.slice(at, start) })
    parts.push({ text: text.slice(start, end + 2), expression: text.slice(start + 3, end).trim() })
    at = end + 2
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at) })
  return parts
}

function contextDictionary(contexts: Contexts): data.Dictionary {
  return new data.Dictionary(...Object.entries(contexts).map(([key, value]) => ({ key, value: toData(value) })))
}

function toData(value: unknown): data.ExpressionData {
  if (value === null || value === undefined) return new data.Null()
  if (typeof value === 'string') return new data.StringData(value)
  if (typeof value === 'boolean') return new data.BooleanData(value)
  if (typeof value === 'number') return new data.NumberData(value)
  if (Array.isArray(value)) return new data.Array(...value.map(toData))
  return contextDictionary(value as Contexts)
}

function fromData(value: data.ExpressionData): unknown {
  if (value instanceof data.StringData || value instanceof data.BooleanData || value instanceof data.NumberData) return value.value
  if (value instanceof data.Array) return value.values().map(fromData)
  if (value instanceof data.Dictionary) return Object.fromEntries(value.pairs().map((pair) => [pair.key, fromData(pair.value)]))
  return null
}
