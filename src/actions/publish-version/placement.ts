import type { Diagnostics } from '../../core/diagnostics.ts'
import type { Pom } from '../../maven/pom.ts'
import { placeInLayout, withoutBookkeeping } from '../../publication/maven-files.ts'
import { defaultTemplate, expandTemplate, isTemplate, type PlacedFile, type TemplateValues } from '../../publication/target-path.ts'
import { readRecordsOf } from '../../publication/version-state.ts'
import type { Repository } from '../../repositories/repository.ts'
import type { GivenFile } from './given-file.ts'
import type { PublishRequest } from './request.ts'

export interface PlacementContext {
  readonly repository: Repository
  readonly poms: readonly Pom[]
  readonly diagnostics: Diagnostics
}

/** Gives every file its path. In Maven repositories that is the layout's, and a template must agree with it. */
export async function placeFiles(
  request: PublishRequest,
  identity: TemplateValues,
  context: PlacementContext,
): Promise<readonly PlacedFile<GivenFile>[]> {
  const { template } = request
  // Where files would go by a broken template is nothing to judge.
  if (template !== undefined && !isTemplate(template)) return []
  const rules = { ...identity, template, keepsDescriptorPaths: request.descriptor?.form === 'artifactory' }
  if (request.type === 'generic') return request.files.map((file) => ({ file, path: targetPath(file, rules) }))
  const files = withoutBookkeeping(request.files)
  const earlier = await readRecordsOf(context.repository, identity)
  const placed = placeInLayout(files, context.poms, earlier, context.diagnostics)
  if (template === undefined) return placed
  for (const { file, path } of placed) {
    const asked = expandTemplate(template, file, rules)
    if (asked !== path) {
      context.diagnostics.error(`'path' puts '${file.shownAs}' at '${asked}', but in a Maven repository its place is '${path}'`, {
        hint: "Leave 'path' out: the Maven layout follows from the POM.",
      })
    }
  }
  return placed
}

interface PlacementRules extends TemplateValues {
  /** The `path` input, else the descriptor's. */
  readonly template: string | undefined
  /** Files of Artifactory's form keep their place relative to the descriptor. */
  readonly keepsDescriptorPaths: boolean
}

/**
 * Where a file goes: the template, else Travis's upload pattern, else in Artifactory's form the path relative to the descriptor's folder, else the
 * default. Maven repositories have their layout instead.
 */
function targetPath(file: GivenFile, rules: PlacementRules): string {
  if (rules.template !== undefined) return expandTemplate(rules.template, file, rules)
  const relative = rules.keepsDescriptorPaths ? file.descriptorRelative : undefined
  return file.uploadPath ?? relative ?? expandTemplate(defaultTemplate, file, rules)
}
