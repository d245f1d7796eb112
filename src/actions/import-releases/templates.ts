import type { Diagnostics } from '../../core/diagnostics.ts'
import { versionInTag } from '../../publication/names.ts'

export interface NameTemplates {
  /** Of `{owner}` and `{name}`. */
  readonly package: string
  /** Of `{tag}` and `{version}`. */
  readonly version: string
  /** With `{version}`; without one a `v` before a digit is dropped. */
  readonly tagPattern: string | undefined
}

/** Names packages and versions by the inputs `package`, `version` and `tag-pattern`. Mistakes are collected. */
export class Naming {
  readonly #templates: NameTemplates

  constructor(templates: NameTemplates, diagnostics: Diagnostics) {
    this.#templates = templates
    checkPlaceholders('package', templates.package, ['{owner}', '{name}'], diagnostics)
    checkPlaceholders('version', templates.version, ['{tag}', '{version}'], diagnostics)
    const pattern = templates.tagPattern
    if (pattern !== undefined) {
      checkPlaceholders('tag-pattern', pattern, ['{version}'], diagnostics)
      if (pattern.split('{version}').length !== 2) {
        diagnostics.error(`input 'tag-pattern' must have {version} once, got '${pattern}'`, { hint: 'Write v{version}, for example.' })
      }
    }
  }

  packageOf({ owner, name }: { readonly owner: string; readonly name: string }): string {
    return expand(this.#templates.package, { owner, name })
  }

  versionOf(tag: string): string {
    return expand(this.#templates.version, { tag, version: this.versionOfTag(tag) })
  }

  /** What `{version}` stands for. */
  versionOfTag(tag: string): string {
    const pattern = this.#templates.tagPattern
    return pattern === undefined ? tag.replace(/^v(?=\d)/, '') : versionInTag(pattern, tag)
  }
}

function checkPlaceholders(input: string, template: string, known: readonly string[], diagnostics: Diagnostics): void {
  for (const [used] of template.matchAll(/\{[^{}]*\}?|\}/g)) {
    if (!known.includes(used)) {
      diagnostics.error(`input '${input}' has '${used}', which stands for nothing`, {
        hint: `There ${known.length > 1 ? 'are' : 'is'} ${known.join(' and ')}.`,
      })
    }
  }
}

function expand(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
}
