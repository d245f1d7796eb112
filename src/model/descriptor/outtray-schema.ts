import * as v from 'valibot'
import { attributeTypes } from '../attributes.ts'
import { repositoryTypes } from '../metadata.ts'

const text = v.pipe(v.string('text'), v.nonEmpty('text that is not empty'))
const texts = v.union([text, v.array(text)], 'text or a list of texts')
const flag = v.boolean('true or false')
const count = v.pipe(v.number('a whole number'), v.integer('a whole number'), v.minValue(0, 'a whole number of at least 0'))
const value = v.union([v.string(), v.number(), v.boolean()], 'text, a number, true or false')

const attribute = v.strictObject(
  {
    name: text,
    type: v.optional(v.picklist(attributeTypes, `one of ${attributeTypes.join(', ')}`)),
    values: v.union([value, v.array(value)], 'a value or a list of values'),
  },
  'a mapping of name, type and values',
)
const attributes = v.array(attribute, 'a list of attributes')

const packageClause = v.strictObject({
  name: v.optional(text),
  subject: v.optional(text),
  repository: v.optional(text),
  description: v.optional(text),
  labels: v.optional(texts),
  licenses: v.optional(texts),
  websiteUrl: v.optional(text),
  issueTrackerUrl: v.optional(text),
  vcsUrl: v.optional(text),
  githubRepository: v.optional(text),
  githubReleaseNotesFile: v.optional(text),
  attributes: v.optional(attributes),
})

const versionClause = v.strictObject({
  name: v.optional(text),
  description: v.optional(text),
  released: v.optional(text),
  vcsUrl: v.optional(text),
  vcsTag: v.optional(text),
  vcsCommit: v.optional(text),
  releaseNotes: v.optional(text),
  githubReleaseNotesFile: v.optional(text),
  githubUseTagReleaseNotes: v.optional(flag),
  attributes: v.optional(attributes),
})

/**
 * The schema of `outtray.yml`: keys are named as the inputs of publish-version are, metadata as in the version record. It says what may stand where;
 * dates, addresses, licences and attribute values are checked after it, as in Bintray's forms. A message says what a value must be.
 */
export const outtraySchema = v.strictObject({
  package: v.optional(v.union([text, packageClause], 'a name or a mapping')),
  version: v.optional(v.union([text, versionClause], 'a name or a mapping')),
  files: v.optional(v.union([text, v.array(text)], 'patterns, one per line, or a list of patterns')),
  path: v.optional(text),
  publish: v.optional(flag),
  'tag-pattern': v.optional(text),
  override: v.optional(flag),
  'update-window-days': v.optional(count),
  'max-files': v.optional(count),
  'max-file-megabytes': v.optional(count),
  'repository-url': v.optional(text),
  'repository-type': v.optional(v.picklist(repositoryTypes, `one of ${repositoryTypes.join(', ')}`)),
  'gpg-sign': v.optional(flag),
})

/** A file that keeps the schema. */
export type OuttrayFile = v.InferOutput<typeof outtraySchema>
export type OuttrayPackage = v.InferOutput<typeof packageClause>
export type OuttrayVersion = v.InferOutput<typeof versionClause>

/** The keys of each mapping, for "did you mean": '' is the file itself. */
export const outtrayKeys: Readonly<Record<'' | 'package' | 'version' | 'attribute', readonly string[]>> = {
  '': Object.keys(outtraySchema.entries),
  package: Object.keys(packageClause.entries),
  version: Object.keys(versionClause.entries),
  attribute: Object.keys(attribute.entries),
}
