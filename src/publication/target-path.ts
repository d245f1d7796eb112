import type { Diagnostics, Location } from '../core/diagnostics.ts'
import { pathClashes, pathProblem } from '../model/repository-path.ts'

/** A file that gets its place by its name, wherever its bytes lie. */
export interface NamedFile {
  /** Without folders. */
  readonly name: string
  /** How messages name it. */
  readonly shownAs: string
  /** Absolute path of its bytes. */
  readonly absolute: string
}

/** What the placeholders of a template stand for. */
export interface TemplateValues {
  readonly package: string
  readonly version: string
}

const placeholders = ['{package}', '{version}', '{path}', '{name}'] as const
/** Where files go when nobody says anything else. */
export const defaultTemplate = '{package}/{version}/{name}'

/** Tells what is wrong with a `path` template; `location` is where a descriptor holds it. */
export function checkTemplate(template: string, diagnostics: Diagnostics, location?: Location): void {
  for (const used of unknownPlaceholders(template)) {
    diagnostics.error(`'path' has '${used}', which stands for nothing`, {
      hint: `There are ${placeholders.join(', ')}.`,
      ...(location !== undefined && { location }),
    })
  }
}

/** Whether a `path` template can be filled in; what is wrong with it has been told. */
export function isTemplate(template: string): boolean {
  return unknownPlaceholders(template).length === 0
}

function unknownPlaceholders(template: string): readonly string[] {
  const used = [...template.matchAll(/\{[^{}]*\}?|\}/g)].map(([text]) => text)
  return used.filter((text) => !placeholders.some((placeholder) => placeholder === text))
}

/**
 * Fills a `path` template in.
 * @param file its name, and as `rest` its path below the folder that it was found in
 */
export function expandTemplate(template: string, file: { readonly name: string; readonly rest: string }, values: TemplateValues): string {
  const known: Readonly<Record<string, string>> = { package: values.package, version: values.version, path: file.rest, name: file.name }
  return template.replace(/\{(package|version|path|name)\}/g, (_, key: string) => known[key] ?? '')
}

/** A file and the path that it is to have. */
export interface PlacedFile<File extends NamedFile> {
  readonly path: string
  readonly file: File
}

/** Tells every path at which no file may stand, and every two files that would be one. */
export function checkPaths(placed: readonly PlacedFile<NamedFile>[], diagnostics: Diagnostics): void {
  const first = new Map<string, NamedFile>()
  for (const { path, file } of placed) {
    const problem = pathProblem(path)
    if (problem !== undefined)
      diagnostics.error(`'${file.shownAs}' cannot be published as '${path}': ${problem}`, { hint: "Change 'path', or the file's name." })
    const other = first.get(path)
    if (other !== undefined) {
      diagnostics.error(`'${other.shownAs}' and '${file.shownAs}' would both be published as '${path}'`, {
        hint: "Put {path} into 'path', so that their folders keep them apart.",
      })
    }
    first.set(path, file)
  }
  for (const { first: one, second, reason } of pathClashes(placed.map(({ path }) => path))) {
    diagnostics.error(`'${one}' and '${second}' cannot both be published: ${reason}`)
  }
}
