import type { Diagnostics } from '../../core/diagnostics.ts'

export interface NameTemplates {
  /** Of `{owner}` and `{name}`. */
  readonly package: string
  /** Of `{tag}` and `{version}`. */
  readonly version: string
  /** With `{version}`; without one a `v` before a digit is dropped. */
  readonly tagPattern: string | undefined
}

/** Names packages and versions by the inputs `package`, `version` and `tag-pattern`. Mistakes are collected. */
export declare class Naming {
  constructor(templates: NameTemplates, diagnostics: Diagnostics)
  packageOf(repository: { readonly owner: string; readonly name: string }): string
  versionOf(tag: string): string
  /** What `{version}` stands for. */
  versionOfTag(tag: string): string
}
