import type { Diagnostics, Location } from '../../core/diagnostics.ts'
import { pathClashes, pathProblem } from '../../model/repository-path.ts'
import type { GivenFile } from './given-file.ts'

/** What the placeholders of a template stand for. */
export interface TemplateValues {
  readonly package: string
  readonly version: string
}

const placeholders = ['{package}', '{version}', '{path}', '{name}'] as const
const defaultTemplate = '{package}/{version}/{name}'

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

export function expandTemplate(template: string, file: Pick<GivenFile, 'rest' | 'name'>, values: TemplateValues): string {
  const known: Readonly<Record<string, string>> = { package: values.package, version: values.version, path: file.rest, name: file.name }
  return template.replace(/\{(package|version|path|name)\}/g, (_, key: string) => known[key] ?? '')
}

export interface PlacementRules extends TemplateValues {
  /** The `path` input, else the descriptor's. */
  readonly template: string | undefined
  /** Files of Artifactory's form keep their place relative to the descriptor. */
  readonly keepsDescriptorPaths: boolean
}

/**
 * Where a file goes: the template, else Travis's upload pattern, else in Artifactory's form the path relative to the descriptor's folder, else
 * `{package}/{version}/{name}`. Maven repositories have their layout instead.
 */
export function targetPath(file: GivenFile, rules: PlacementRules): string {
  if (rules.template !== undefined) return expandTemplate(rules.template, file, rules)
  const relative = rules.keepsDescriptorPaths ? file.descriptorRelative : undefined
  return file.uploadPath ?? relative ?? expandTemplate(defaultTemplate, file, rules)
}

/** A file and the path that it is to have. */
export interface PlacedFile {
  readonly path: string
  readonly file: GivenFile
}

/** Tells every path at which no file may stand, and every two files that would be one. */
export function checkPaths(placed: readonly PlacedFile[], diagnostics: Diagnostics): void {
  const first = new Map<string, GivenFile>()
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
