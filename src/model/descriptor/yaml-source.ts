import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, Scalar, visit } from 'yaml'
import type { Diagnostics, Location } from '../../core/diagnostics.ts'
import { messageOf } from '../../core/errors.ts'
import type { LocatedText } from '../descriptor.ts'

/** A step to a value: a key, or an index. */
export type YamlPath = readonly (string | number)[]

/** Longest file that is read, and most values that aliases may stand for: a descriptor has some kilobytes and no aliases. */
export const yamlLimits = { characters: 1_048_576, aliases: 100 }

/** A YAML file (version 1.2, one document, unique keys) whose values know where they stand. */
export class YamlSource {
  readonly #document: Document
  readonly #lines: LineCounter
  readonly #file: string
  readonly #text: string

  private constructor(parts: { document: Document; lines: LineCounter; file: string; text: string }) {
    this.#document = parts.document
    this.#lines = parts.lines
    this.#file = parts.file
    this.#text = parts.text
  }

  /** Undefined when the file is no YAML; every fault is told. */
  static parse(text: string, file: string, diagnostics: Diagnostics): YamlSource | undefined {
    if (text.length > yamlLimits.characters) {
      diagnostics.error(`The file is longer than ${yamlLimits.characters} characters`, { location: { file, line: 1, column: 1 } })
      return undefined
    }
    const lines = new LineCounter()
    try {
      const document = parseDocument(text, {
        version: '1.2',
        uniqueKeys: true,
        resolveKnownTags: false,
        prettyErrors: false,
        lineCounter: lines,
        logLevel: 'error',
      })
      const source = new YamlSource({ document, lines, file, text })
      for (const { message, pos } of document.errors) diagnostics.error(message, { location: source.#at(pos[0]) })
      for (const { message, pos } of document.warnings) diagnostics.warning(message, { location: source.#at(pos[0]) })
      return document.errors.length > 0 ? undefined : source
    } catch (error) {
      diagnostics.error(`The file cannot be read as YAML: ${messageOf(error)}`, { location: { file, line: 1, column: 1 } })
      return undefined
    }
  }

  /** The plain values, mappings as objects; undefined after an error such as too many aliases. */
  toPlain(diagnostics: Diagnostics): unknown {
    try {
      return this.#document.toJS({ maxAliasCount: yamlLimits.aliases })
    } catch (error) {
      diagnostics.error(`The aliases of the file cannot be followed: ${messageOf(error)}`, {
        location: { file: this.#file, line: 1, column: 1 },
      })
      return undefined
    }
  }

  /** A text as it is written, without its quotes; undefined for anything else. */
  text(path: YamlPath): string | undefined {
    const node = this.#node(path)
    return isScalar(node) && typeof node.value === 'string' ? node.value : undefined
  }

  /** Where the value stands, or the nearest value that holds it. */
  locate(path: YamlPath): Location {
    for (let length = path.length; length >= 0; length--) {
      const range = this.#node(path.slice(0, length))?.range
      if (range) return this.#at(range[0])
    }
    return { file: this.#file, line: 1, column: 1 }
  }

  /** The keys of a mapping with their places. */
  keys(path: YamlPath): { key: string; location: Location }[] {
    const node = this.#node(path)
    if (!isMap(node)) return []
    return node.items.map(({ key }) => {
      const range = isScalar(key) ? key.range : undefined
      return { key: isScalar(key) ? String(key.value) : String(key), location: range ? this.#at(range[0]) : this.locate(path) }
    })
  }

  /** The value as it is written in the file, quotes included. */
  written(path: YamlPath): string {
    const range = this.#node(path)?.range
    return range ? this.#text.slice(range[0], range[1]) : ''
  }

  /** Replaces every text by what `change` makes of it, or removes it. `path` leads to the text. */
  changeTexts(change: (text: string, path: YamlPath) => string | undefined): void {
    visit(this.#document, {
      Scalar: (key, node, ancestors) => {
        if (key === 'key' || typeof node.value !== 'string') return undefined
        const path: (string | number)[] = []
        for (const [index, ancestor] of [...ancestors, node].entries()) {
          const parent = ancestors[index - 1]
          if (isSeq(parent)) path.push(parent.items.indexOf(ancestor))
          else if (parent !== undefined && 'key' in parent && isScalar(parent.key)) path.push(String(parent.key.value))
        }
        const text = change(node.value, path)
        if (text === undefined) return visit.REMOVE
        node.value = text
        return undefined
      },
    })
  }

  /** The lines of a text, each with its own place where the file spells them on lines of their own (`files: |`). */
  linesOf(path: YamlPath): LocatedText[] {
    const node = this.#node(path)
    if (!isScalar(node) || typeof node.value !== 'string') return []
    const start = this.locate(path)
    return node.value.split('\n').flatMap((line, index) => {
      if (line.trim() === '') return []
      return [{ text: line.trim(), location: node.type === Scalar.BLOCK_LITERAL ? this.#lineStart((start.line ?? 0) + 1 + index) : start }]
    })
  }

  #lineStart(line: number): Location {
    const written = this.#text.split('\n')[line - 1] ?? ''
    return { file: this.#file, line, column: Math.max(0, written.search(/\S/)) + 1 }
  }

  #node(path: YamlPath): Node | undefined {
    const node = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true)
    return node === null || node === undefined ? undefined : (node as Node)
  }

  #at(offset: number): Location {
    const { line, col } = this.#lines.linePos(offset)
    return { file: this.#file, line, column: col }
  }
}
