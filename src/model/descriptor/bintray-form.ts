import type { Location } from '../../core/diagnostics.ts'
import type { Descriptor } from '../descriptor.ts'
import type { JsonNode, JsonObject, JsonScalar } from '../json-nodes.ts'
import { mapScalars, memberOf } from '../json-nodes.ts'
import { parseLenientJson } from '../lenient-json.ts'
import { readArtifactorySelections } from './artifactory-form.ts'
import { noticeUnknownKeys } from './bintray-keys.ts'
import { ClauseReader, type Reading } from './clause-reader.ts'
import { readClauses } from './clauses.ts'
import { fillVersion, type VersionSources, versionToFill } from './placeholders.ts'
import { readTravisSelections } from './travis-form.ts'

/** A descriptor's text and where it is. */
export interface DescriptorSource extends VersionSources {
  /** Absolute path. */
  readonly file: string
  /** Relative to the workspace, for messages. */
  readonly path: string
  readonly text: string
  /** What the inputs `package` and `version` give: it need not stand in the descriptor, and the version fills its placeholder. */
  readonly known?: { readonly package?: string; readonly version?: string }
}

/** Reads either of Bintray's forms. Undefined where there is no object to read; a model may come with errors. */
export async function readBintrayForm(source: DescriptorSource, reading: Reading): Promise<Descriptor | undefined> {
  const { diagnostics } = reading
  const parsed = parseLenientJson(source.text, source.path, diagnostics)
  if (parsed === undefined) return undefined
  if (parsed.kind !== 'object') {
    diagnostics.error('A descriptor is one object', { location: parsed.location, hint: 'Put everything into { and }.' })
    return undefined
  }
  const version = versionToFill(source, { version: versionIn(parsed) })
  const filling: Reading = { ...reading, known: { ...reading.known, ...(version !== undefined && { version }) } }
  const tree = mapScalars(parsed, (scalar, path) => withoutPlaceholders(scalar, path, filling))
  const form = formOf(parsed, reading)
  const top = new ClauseReader(filling, '', asObject(tree, parsed))
  noticeUnknownKeys(top, form)
  const clauses = readClauses(top)
  const selections = form === 'travis' ? await readTravisSelections(top) : readArtifactorySelections(top)
  return { form, file: source.file, locations: reading.locations, ...clauses, selections }
}

/** The version that the descriptor names, as it is written. */
function versionIn(descriptor: JsonObject): string | undefined {
  const clause = memberOf(descriptor, 'version')?.value
  const name = clause?.kind === 'object' ? memberOf(clause, 'name')?.value : undefined
  return name?.kind === 'scalar' && typeof name.value === 'string' ? name.value.trim() : undefined
}

const selectors = ['applyToFiles', 'applyToRepoFiles', 'applyToProps']

/** The keys say which form a file is, its name does not. */
function formOf(object: JsonObject, reading: Reading): 'travis' | 'artifactory' {
  const files = memberOf(object, 'files')
  const selector = object.members.find(({ key }) => selectors.includes(key))
  if (files !== undefined && selector !== undefined) {
    const later: Location = object.members.indexOf(files) > object.members.indexOf(selector) ? files.location : selector.location
    reading.diagnostics.error(`files is of Travis's form, ${selector.key} of Artifactory's: a descriptor has one of them`, {
      location: later,
      hint: 'Remove one of the two.',
    })
  }
  return files === undefined ? 'artifactory' : 'travis'
}

/** Fills in the version where it is known; a value with any other placeholder is told and says nothing from here on. */
function withoutPlaceholders(scalar: JsonScalar, path: readonly string[], reading: Reading): JsonScalar {
  if (typeof scalar.value !== 'string') return scalar
  const { known, diagnostics } = reading
  const isExpression = path.at(-1) === 'includePattern' || path.at(-1) === 'excludePattern'
  const version = isExpression ? known.version?.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') : known.version
  const { text, left } = fillVersion(scalar.value, version)
  if (left.length === 0) return { ...scalar, value: text }
  const key = nameOf(path)
  if (!(key === 'package.name' && known.package !== undefined) && !(key === 'version.name' && known.version !== undefined)) {
    const names = left.map((placeholder) => placeholder.text).join(', ')
    diagnostics.error(`${key} holds ${left.length === 1 ? 'a placeholder that was' : 'placeholders that were'} never replaced: ${names}`, {
      location: scalar.location,
      hint: 'Fill the descriptor in before this step; the version alone can come from the input `version`.',
    })
  }
  return { ...scalar, value: null, void: true }
}

function nameOf(path: readonly string[]): string {
  return path.map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : index === 0 ? key : `.${key}`)).join('')
}

/** An object stays one when its scalars are replaced. */
function asObject(tree: JsonNode, otherwise: JsonObject): JsonObject {
  return tree.kind === 'object' ? tree : otherwise
}
