import type { EffectiveItem, EffectiveModel } from '../../maven/effective-model.ts'
import { inPom, type Rule, readComponents } from './rule.ts'

const requirements = 'https://central.sonatype.org/publish/requirements/#required-pom-metadata'

/** A parent that could not be read may say it; that is told as such. */
function parentMaySay({ brokenLineage }: EffectiveModel): boolean {
  return brokenLineage !== undefined
}

function rule(declaration: Pick<Rule, 'id' | 'message' | 'fix'>, path: string, says: (model: EffectiveModel) => boolean): Rule {
  return {
    severity: 'error',
    cause: 'Neither the POM nor a parent of it says it.',
    source: requirements,
    ...declaration,
    *check(view) {
      for (const read of readComponents(view)) {
        // A relocation only says where the project has gone, and needs none of this (pomchecker, JReleaser).
        if (!read.model.relocated && !says(read.model)) yield inPom(read, read.model.facts.get(path)?.location)
      }
    },
  }
}

function hasText({ facts }: EffectiveModel, path: string): boolean {
  return (facts.get(path)?.value ?? '') !== ''
}

function anySays(items: readonly EffectiveItem[], names: readonly string[]): boolean {
  return items.some((item) => names.some((name) => (item.get(name)?.value ?? '') !== ''))
}

/** What every POM must say of its project, for people (Portal messages 12 to 17). */
export const pomMetadataRules: readonly Rule[] = [
  {
    ...rule(
      { id: 'model-version', message: 'Model version is missing', fix: 'Add <modelVersion>4.0.0</modelVersion> to the POM.' },
      'modelVersion',
      (model) => hasText(model, 'modelVersion'),
    ),
    cause: 'The POM does not say the version of its format; Maven cannot use such a POM.',
  },
  {
    ...rule({ id: 'project-name', message: 'Project name is missing', fix: 'Add <name> to the POM.' }, 'name', (model) =>
      hasText(model, 'name'),
    ),
    cause: 'The POM itself does not say it: a name is never inherited from a parent.',
  },
  rule(
    { id: 'project-description', message: 'Project description is missing', fix: 'Add <description> to the POM, or to its parent.' },
    'description',
    (model) => hasText(model, 'description') || parentMaySay(model),
  ),
  rule(
    { id: 'project-url', message: 'Project URL is not defined', fix: 'Add <url> to the POM, or to its parent.' },
    'url',
    (model) => hasText(model, 'url') || parentMaySay(model),
  ),
  rule(
    {
      id: 'license',
      message: 'License information is missing',
      fix: 'Add <licenses> with a <license> that has <name> and <url> to the POM, or to its parent.',
    },
    'licenses',
    (model) => anySays(model.licenses, ['name', 'url']) || parentMaySay(model),
  ),
  rule(
    { id: 'scm-url', message: 'SCM URL is not defined', fix: 'Add <scm> with <url> to the POM, or to its parent.' },
    'scm.url',
    (model) => hasText(model, 'scm.url') || parentMaySay(model),
  ),
  rule(
    {
      id: 'developers',
      message: 'Developers information is missing',
      fix: 'Add <developers> with a <developer> to the POM, or to its parent.',
    },
    'developers',
    (model) => model.developers.length > 0 || parentMaySay(model),
  ),
]
